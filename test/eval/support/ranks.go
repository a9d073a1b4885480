package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/verify"
	"github.com/webchatagent/wca/test/eval/material"
)

// tablesASite is how many tables of a site with a column of prices are asked about at most.
const tablesASite = 4

// onePrice is a cell that is a price and nothing else.
var onePrice = regexp.MustCompile(`^(?:([€£])\s?)?(\d{1,4}(?:[.,]\d\d)?)(?:\s?(€|Euro))?$`)

// ranks measures sentences that compare the prices of two rows of a table, add them up, or tell the cheapest row.
func ranks() error {
	fmt.Print("\nPrices in the tables of the invented sites compared and added up: which is the cheapest, which of two is cheaper, by how much, and what two cost together.\n\n")
	fmt.Println("| sites | sentences | | right ones that pass | wrong ones that are caught |")
	fmt.Println("|---|---|---|---|---|")
	return eachPart(func(part string, sites []string) error {
		counts := map[string]*exchanged{}
		for _, site := range sites {
			if err := ranksOf(site, counts, part == "tuning" && os.Getenv("SHOW") != ""); err != nil {
				return err
			}
		}
		for _, language := range []string{"de", "en"} {
			for _, kind := range rankKinds {
				if n := counts[language+", "+kind]; n != nil {
					fmt.Printf("| %s | %s, %s | %d | %s | %s |\n", part, language, kind, n.own+n.others, percent(n.passed, n.own), percent(n.caught, n.others))
				}
			}
		}
		return nil
	})
}

var rankKinds = []string{"the most", "one of two", "by how much", "together"}

// pricedRow is a row with its price in a column.
type pricedRow struct {
	label, told string
	price       float64
}

func ranksOf(site string, counts map[string]*exchanged, show bool) error {
	passages, err := material.SitePassages(site)
	if err != nil {
		return err
	}
	language, index, n := site[:2], retrieve.Build(passages, retrieve.Options{}), 0
	for _, rows := range siteTables(passages) {
		all := pricedRows(rows)
		if len(all) < 3 || len(all) > 12 || n == tablesASite {
			continue
		}
		n++
		g, ok := index.Ground(retrieve.Query{Text: all[0].label + " " + all[1].label + "?", K: 6})
		if !ok {
			continue
		}
		if !allFound(g.Hits, all) {
			continue
		}
		c := verify.New(index, g.Hits, verify.Said{}, language)
		for kind, pair := range comparedRows(language, all) {
			key := language + ", " + kind
			if counts[key] == nil {
				counts[key] = &exchanged{}
			}
			for i, text := range pair {
				if v := c.Sentence(text); text != "" {
					counts[key].count(v, i == 0)
					if show && v.Supported != (i == 0) {
						fmt.Printf("- %s, %v: %s %s\n", key, i == 0, text, v.Reason)
					}
				}
			}
		}
	}
	return nil
}

// allFound reports whether all rows stand in what was found.
func allFound(hits []retrieve.Result, rows []pricedRow) bool {
	return !slices.ContainsFunc(rows, func(row pricedRow) bool {
		return !slices.ContainsFunc(hits, func(hit retrieve.Result) bool {
			return strings.Contains(hit.Text(), row.label) && strings.Contains(hit.Text(), row.told)
		})
	})
}

// pricedRows are the rows of a table by its first column of prices; none where two rows are called alike.
func pricedRows(rows []siteRow) (out []pricedRow) {
	for _, head := range rows[0].heads {
		out = nil
		for _, row := range rows {
			m := onePrice.FindStringSubmatch(row.cells[head])
			if m == nil || m[1]+m[3] == "" || len(row.label) > longestThing || slices.ContainsFunc(out, func(o pricedRow) bool {
				return strings.Contains(o.label, row.label) || strings.Contains(row.label, o.label)
			}) {
				out = nil
				break
			}
			price, err := strconv.ParseFloat(strings.ReplaceAll(m[2], ",", "."), 64)
			if err != nil {
				out = nil
				break
			}
			out = append(out, pricedRow{row.label, row.cells[head], price})
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// comparedRows are a right and a wrong sentence of each kind.
func comparedRows(language string, rows []pricedRow) map[string][2]string {
	sorted := slices.SortedFunc(slices.Values(rows), func(a, b pricedRow) int { return int(100 * (a.price - b.price)) })
	low, second, high := sorted[0], sorted[1], sorted[len(sorted)-1]
	if low.price == second.price || high.price == sorted[len(sorted)-2].price {
		return nil
	}
	amount := func(n float64) string {
		if language == "de" {
			return strings.TrimSuffix(strings.ReplaceAll(fmt.Sprintf("%.2f", n), ".", ","), ",00") + " €"
		}
		return "£" + strings.TrimSuffix(fmt.Sprintf("%.2f", n), ".00")
	}
	forms := map[string][4]string{
		"de": {"Am günstigsten ist %s mit %s.", "%s ist günstiger als %s.", "%s kostet %s mehr als %s.", "%s und %s kosten zusammen %s."},
		"en": {"The cheapest is %s at %s.", "%s is cheaper than %s.", "%s costs %s more than %s.", "%s and %s together cost %s."},
	}[language]
	more := high.price - low.price
	return map[string][2]string{
		"the most":    {fmt.Sprintf(forms[0], low.label, low.told), fmt.Sprintf(forms[0], second.label, second.told)},
		"one of two":  {fmt.Sprintf(forms[1], low.label, high.label), fmt.Sprintf(forms[1], high.label, low.label)},
		"by how much": {fmt.Sprintf(forms[2], high.label, amount(more), low.label), fmt.Sprintf(forms[2], high.label, amount(more+3), low.label)},
		"together":    {fmt.Sprintf(forms[3], low.label, high.label, amount(low.price+high.price)), fmt.Sprintf(forms[3], low.label, high.label, amount(low.price+high.price+3))},
	}
}
