package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"

	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

// talk is a conversation about a site.
type talk struct {
	Site  string
	Turns []turn
}

// turn is what a visitor says and what is expected of the answer: that it says a text or several, that it says that the
// sources hold none, or that it quotes nothing, as the visitor only talks or wishes what nobody in a chat can do.
type turn struct {
	Say    string
	Text   string // a piece of a page; the cells of a table's row with | between them
	Texts  []string
	Refuse bool
	Talk   bool
}

// answer is what is said, as the API gives it.
type answer struct {
	Answer    string
	Refused   bool
	Citations []struct{ N int }
	Session   string
}

const folder = "test/eval/talks/testdata"

// partNames are the parts that the talks are in, a file each, in the order of the table.
var partNames = []string{"tuning", "report", "more", "aside"}

// open are the parts that may be looked at; of the others only the sums.
var open = map[string]bool{"tuning": true, "more": true}

// read reads the talks of a part, a line each.
func read(part string) ([]talk, error) {
	body, err := material.Read(filepath.Join(folder, part+".jsonl"))
	if err != nil {
		return nil, err
	}
	var talks []talk
	for decoder := json.NewDecoder(bytes.NewReader(body)); decoder.More(); {
		var t talk
		if err := decoder.Decode(&t); err != nil {
			return nil, fmt.Errorf("reading the talks for %s: %w", part, err)
		}
		talks = append(talks, t)
	}
	return talks, nil
}

// kind is a kind of turn.
type kind string

// The kinds, in the order of the table. First is the first question that has one answer, followUp each later one, which
// may lean on what was said or stand alone.
const (
	first    kind = "first question"
	followUp kind = "later question"
	several  kind = "several questions at once"
	refused  kind = "no answer on the site"
	said     kind = "talk and errands"
)

var kinds = []kind{first, followUp, several, refused, said}

func (t talk) kinds() []kind {
	out := make([]kind, len(t.Turns))
	asked := false
	for i, turn := range t.Turns {
		switch {
		case turn.Talk:
			out[i] = said
			continue
		case turn.Refuse:
			out[i] = refused
		case len(turn.Texts) > 0:
			out[i] = several
		case asked:
			out[i] = followUp
		default:
			out[i] = first
		}
		asked = true
	}
	return out
}

// verdict says how well a turn was answered.
type verdict string

// The verdicts. Nearest is an answer that the bot is not sure of and that holds what is expected, one that holds a part
// of it, or, of talk, that nothing was found.
const (
	right   verdict = "right"
	nearest verdict = "nearest"
	wrong   verdict = "wrong"
)

// declines finds that an answer says openly what a chat cannot do.
var declines = regexp.MustCompile(`kann nichts buchen|selbst kann nichts|weder zurückrufen noch|cannot book|can neither call back`)

func (t turn) judge(a answer) verdict {
	texts := t.Texts
	if t.Text != "" {
		texts = []string{t.Text}
	}
	held := 0
	for _, text := range texts {
		if trial.Holds(a.Answer, text) {
			held++
		}
	}
	silent := len(a.Citations) == 0
	switch {
	case t.Refuse && a.Refused, t.Talk && (silent && !a.Refused || declines.MatchString(a.Answer)):
		return right
	case t.Talk && silent:
		return nearest
	case len(texts) > 0 && held == len(texts) && !a.Refused:
		return right
	case held > 0:
		return nearest
	}
	return wrong
}

// heading stands above the table.
const heading = "## Whole conversations\n\n" +
	"Invented talks about the invented sites; the built-in answers, no model. \"Nearest\" is the text expected under \"this comes nearest\", a part of\n" +
	"several texts, or, of talk, that nothing was found.\n\n" +
	"| part | turns | number | right | nearest | wrong |\n|---|---|---|---|---|---|\n"

// tally counts verdicts by kind.
type tally map[kind]map[verdict]int

func (c *tally) add(k kind, v verdict) {
	if *c == nil {
		*c = tally{}
	}
	if (*c)[k] == nil {
		(*c)[k] = map[verdict]int{}
	}
	(*c)[k][v]++
}

func (c tally) print(part string) {
	all := map[verdict]int{}
	for _, k := range kinds {
		row(part, string(k), c[k])
		for v, n := range c[k] {
			all[v] += n
		}
	}
	row(part, "all", all)
}

func row(part, name string, counts map[verdict]int) {
	n := counts[right] + counts[nearest] + counts[wrong]
	fmt.Printf("| %s | %s | %d | %d | %d | %d |\n", part, name, n, counts[right], counts[nearest], counts[wrong])
}
