// Command support measures how well sentences are judged by their sources: sentences of parallel
// texts against passages in their own and the other language (supported), against passages of the
// same article that do not hold them (not supported), and with a number or a negation changed; and sentences
// written about passages of firms' websites, right and wrong ones; answers to questions to the invented sites; the prices and cells of their lists and
// tables, told of their own things and of others; and sentences of their running text, put otherwise by rule.
//
//	go run ./test/eval/support [parallel|firms|asked|prices|cells|ranks|prose …]
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/verify"
)

// parts are what is measured, by the names that choose them.
var parts = []struct {
	name    string
	measure func() error
}{
	{"parallel", parallel},
	{"firms", firms},
	{"asked", askedSites},
	{"prices", prices},
	{"cells", cells},
	{"ranks", ranks},
	{"prose", rewritten},
}

func main() {
	fmt.Print("## Sentences judged by their sources\n\n")
	for _, p := range parts {
		if chosen := os.Args[1:]; len(chosen) > 0 && !slices.Contains(chosen, p.name) {
			continue
		}
		if err := p.measure(); err != nil {
			log.Fatal(err)
		}
	}
}

// parallel measures sentences of parallel texts.
func parallel() error {
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "shared")
	}
	texts := map[string][][]string{} // language → article → paragraphs
	for _, lang := range []string{"de", "en"} {
		articles, err := read(filepath.Join(shared, "data", "xquad", "xquad."+lang+".json"))
		if err != nil {
			fmt.Printf("The parallel texts are not here (%v): set WCA_SHARED to their folder.\n", err)
			return nil
		}
		texts[lang] = articles
	}
	fmt.Print("Sentences of XQuAD against six paragraphs of the same article; \"tuning\" articles were looked at while thresholds were chosen.\n\n")
	fmt.Println("| sentence → passages | half | sentences | rightly supported | wrongly supported | changed number found | turned negation found |")
	fmt.Println("|---|---|---|---|---|---|---|")
	for _, pair := range [][2]string{{"de", "de"}, {"en", "en"}, {"en", "de"}, {"de", "en"}} {
		for half, name := range []string{"tuning", "report"} {
			if err := measure(texts[pair[0]], texts[pair[1]], pair, half, name); err != nil {
				return err
			}
		}
	}
	return nil
}

func read(path string) ([][]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file struct {
		Data []struct {
			Paragraphs []struct{ Context string }
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	var out [][]string
	for _, article := range file.Data {
		var paragraphs []string
		for _, p := range article.Paragraphs {
			paragraphs = append(paragraphs, p.Context)
		}
		out = append(out, paragraphs)
	}
	return out, nil
}

var number = regexp.MustCompile(`\d+`)

func measure(from, to [][]string, pair [2]string, half int, name string) error {
	var n, right, others, wrong, numbers, found, turned, caught int
	for a := range from {
		if a%2 != half {
			continue
		}
		for p, paragraph := range from[a] {
			if p >= len(to[a]) {
				continue
			}
			with, without := passages(to[a], pair[1], p, true), passages(to[a], pair[1], p, false)
			yes, no := checker(with, pair[0]), checker(without, pair[0])
			for _, at := range sentence.In(paragraph) {
				s := paragraph[at.Start:at.End]
				v := yes.Sentence(s)
				if !v.Claim {
					continue
				}
				n++
				if v.Supported {
					right++
				} else if os.Getenv("SHOW") != "" {
					fmt.Printf("- %s %.2f %s\n", v.Reason, v.Share, s)
				}
				if len(without) > 0 {
					others++
					if no.Sentence(s).Supported {
						wrong++
					}
				}
				if m := number.FindString(s); m != "" {
					digit, err := strconv.Atoi(m)
					if err != nil {
						continue
					}
					numbers++
					if !yes.Sentence(strings.Replace(s, m, strconv.Itoa(digit+7), 1)).Supported {
						found++
					}
				}
				if other, ok := turn(s); ok {
					turned++
					if !yes.Sentence(other).Supported {
						caught++
					}
				}
			}
		}
	}
	fmt.Printf("| %s → %s | %s | %d | %.1f %% | %s | %s | %s |\n", pair[0], pair[1], name, n, 100*float64(right)/float64(n), percent(wrong, others), percent(found, numbers), percent(caught, turned))
	return nil
}

func percent(part, all int) string {
	if all == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f %% of %d", 100*float64(part)/float64(all), all)
}

// checker checks sentences against passages.
func checker(passages []passage.Passage, language string) *verify.Checker {
	index := retrieve.Build(passages, retrieve.Options{})
	hits := make([]retrieve.Result, index.Len())
	for i := range hits {
		hits[i] = index.Hit(i)
	}
	return verify.New(index, hits, verify.Said{}, language)
}

// passages are six paragraphs of an article, with or without the one in question.
func passages(article []string, lang string, own int, with bool) []passage.Passage {
	var out []passage.Passage
	for i := range article {
		j := (own + i) % len(article)
		if j == own && !with || len(out) == 6 {
			continue
		}
		out = append(out, passage.Passage{Text: article[j], Language: lang})
	}
	return out
}

var negation = map[string]string{" nicht ": " ", " not ": " ", " ist ": " ist nicht ", " wurde ": " wurde nicht ", " is ": " is not ", " was ": " was not ", " kann ": " kann nicht ", " can ": " can not "}

// turn makes a sentence say the opposite.
func turn(s string) (string, bool) {
	for _, from := range []string{" nicht ", " not ", " ist ", " wurde ", " is ", " was ", " kann ", " can "} {
		if strings.Contains(s, from) {
			return strings.Replace(s, from, negation[from], 1), true
		}
	}
	return s, false
}
