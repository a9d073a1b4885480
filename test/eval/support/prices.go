package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify"
	"github.com/webchatagent/wca/test/eval/material"
)

const (
	// pricesASite is how many rows and items of a site are asked about at most, othersEach how many other prices each is
	// given.
	pricesASite, othersEach = 25, 6
	// longestThing is how many bytes what an item is about may have.
	longestThing = 50
)

// saidSo is how a price may be told of a thing, by the language.
var saidSo = map[string][]string{
	"de": {"%s kostet %s.", "Für %s zahlen Sie %s.", "Der Preis für %s beträgt %s.", "%s: %s."},
	"en": {"%s costs %s.", "You pay %[2]s for %[1]s.", "The price for %s is %s.", "%s: %s."},
}

var priceTold = regexp.MustCompile(`[€£$] ?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)* ?(?:€|Euro\b|EUR\b|CHF\b)`)

// prices measures sentences that give the things of sites' price lists their own price, and that of another among the
// passages found for the question what they cost.
func prices() error {
	fmt.Print("\nWhat things cost by the rows and items of the invented sites, told with their own price and with each of up to six others from the same passages.\n\n")
	fmt.Println("| sites | price lists | sentences | own prices that pass | prices of others that are caught |")
	fmt.Println("|---|---|---|---|---|")
	return eachPart(func(part string, sites []string) error {
		counts := map[string]*exchanged{}
		for _, site := range sites {
			if err := pricesOf(site, counts, part == "tuning" && os.Getenv("SHOW") != ""); err != nil {
				return err
			}
		}
		for _, kind := range []string{"de, rows", "de, items", "en, rows", "en, items"} {
			if n := counts[kind]; n != nil {
				fmt.Printf("| %s | %s | %d | %s | %s |\n", part, kind, n.own+n.others, percent(n.passed, n.own), percent(n.caught, n.others))
			}
		}
		return nil
	})
}

// eachPart gives the sites for tuning and those for the report.
func eachPart(measure func(part string, sites []string) error) error {
	tuning, err := material.TuningSites()
	if err != nil {
		return err
	}
	report, err := material.ReportSites()
	if err != nil {
		return err
	}
	if err := measure("tuning", tuning); err != nil {
		return err
	}
	return measure("report", report)
}

// exchanged counts sentences with what is told of a thing and those of them that pass, and sentences with what is told
// of another and those of them that are caught.
type exchanged struct{ own, passed, others, caught int }

// count counts the verdict on a right sentence, or on a wrong one.
func (n *exchanged) count(v verify.Verdict, right bool) {
	switch {
	case right:
		n.own++
		if v.Supported {
			n.passed++
		}
	default:
		n.others++
		if !v.Supported {
			n.caught++
		}
	}
}

func pricesOf(site string, counts map[string]*exchanged, show bool) error {
	passages, err := material.SitePassages(site)
	if err != nil {
		return err
	}
	language, index, n := site[:2], retrieve.Build(passages, retrieve.Options{}), 0
	for i := range passages {
		for line := range strings.Lines(passages[i].Text) {
			thing, price, kind := priced(strings.TrimSpace(line))
			if thing == "" || n == pricesASite {
				continue
			}
			n++
			question := map[string]string{"de": "Was kostet ", "en": "How much is "}[language] + thing + "?"
			g, ok := index.Ground(retrieve.Query{Text: question, K: 6})
			if !ok {
				continue
			}
			key := language + ", " + kind
			if counts[key] == nil {
				counts[key] = &exchanged{}
			}
			counts[key].judge(verify.New(index, g.Hits, verify.Said{}, language), saidSo[language], thing, price, othersThan(line, g.Hits), show)
		}
	}
	return nil
}

func (n *exchanged) judge(c *verify.Checker, forms []string, thing, told string, others []string, show bool) {
	for _, form := range forms {
		n.own++
		if v := c.Sentence(fmt.Sprintf(form, thing, told)); v.Supported {
			n.passed++
		} else if show {
			fmt.Printf("- right, but %s: %s\n", v.Reason, fmt.Sprintf(form, thing, told))
		}
		for _, other := range others {
			n.others++
			if !c.Sentence(fmt.Sprintf(form, thing, other)).Supported {
				n.caught++
			} else if show {
				fmt.Printf("- wrong, and passes: %s\n", fmt.Sprintf(form, thing, other))
			}
		}
	}
}

// priced is what a row or an item with one price is about, its price, and which of the two it is; thing is "" of other
// lines.
func priced(line string) (thing, price, kind string) {
	cells := strings.Split(strings.TrimPrefix(line, "• "), stated.CellBreak)
	if len(cells) == 1 {
		thing, rest, ok := strings.Cut(cells[0], ": ")
		if told := priceTold.FindAllString(rest, -1); ok && len(thing) < longestThing && len(told) == 1 && len(rest) < len(told[0])+25 {
			return thing, told[0], "items"
		}
		return "", "", ""
	}
	thing = cells[0]
	if _, value, ok := strings.Cut(thing, ": "); ok {
		thing = value
	}
	for _, cell := range cells[1:] {
		if told := priceTold.FindAllString(cell, -1); len(told) == 1 {
			return thing, told[0], "rows"
		}
	}
	return "", "", ""
}

// othersThan are prices in some passages that a line does not have.
func othersThan(line string, hits []retrieve.Result) []string {
	var others []string
	for _, h := range hits {
		for _, p := range h.Passages() {
			for _, told := range priceTold.FindAllString(p.Text, -1) {
				if !strings.Contains(line, told) && !slices.Contains(others, told) && len(others) < othersEach {
					others = append(others, told)
				}
			}
		}
	}
	return others
}
