package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/test/eval/material"
)

// presidioTypes are the structured types of presidio-research, and what they are called here.
var presidioTypes = map[string]personal.Type{
	"CREDIT_CARD": personal.Card, "EMAIL_ADDRESS": personal.Email, "IBAN_CODE": personal.IBAN, "IP_ADDRESS": personal.IP, "PHONE_NUMBER": personal.Phone,
	"STREET_ADDRESS": personal.Address, "ADDRESS": personal.Address, "US_SSN": personal.SocialID,
}

type presidioSample struct {
	Text     string `json:"full_text"`
	Template int    `json:"template_id"`
	Spans    []struct {
		Type  string `json:"entity_type"`
		Start int    `json:"start_position"` // in characters
		End   int    `json:"end_position"`
	} `json:"spans"`
}

// presidio measures on the synthetic sentences of microsoft/presidio-research.
func presidio(folder string, verbose bool) error {
	f := personal.New(personal.Options{Region: "US", Year: writtenIn})
	for _, name := range []string{"synth_dataset_v2", "generated_large"} {
		samples, err := readPresidio(filepath.Join(folder, "data", "presidio-synth", name+".json.gz"))
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Printf("\npresidio-synth: not measured, %s is not in %s\n", name, folder)
			continue
		}
		if err != nil {
			return err
		}
		var totals [2]map[personal.Type]*tally
		for half := range totals {
			totals[half] = map[personal.Type]*tally{}
		}
		for _, s := range samples {
			half := s.part()
			var show func(what, part string)
			if verbose && half == tuning {
				show = func(what, part string) { fmt.Printf("%s: %q in %q\n", what, part, s.Text) }
			}
			s.measure(f, totals[half], show)
		}
		fmt.Printf("\n### presidio-synth, %s\n\n| type | cases tuning | recall | precision | cases report | recall | precision |\n|---|---|---|---|---|---|---|\n", name)
		var all [2]tally
		for _, t := range []personal.Type{personal.Address, personal.Card, personal.Email, personal.IBAN, personal.IP, personal.Phone, personal.SocialID} {
			a, b := count(totals[tuning], t), count(totals[report], t)
			all[tuning].add(*a)
			all[report].add(*b)
			fmt.Printf("| %s | %d | %s | %s | %d | %s | %s |\n", strings.ToLower(string(t)), a.gold, a.recall(), a.precision(), b.gold, b.recall(), b.precision())
		}
		a, b := all[tuning], all[report]
		fmt.Printf("| all | %d | %s | %s | %d | %s | %s |\n", a.gold, a.recall(), a.precision(), b.gold, b.recall(), b.precision())
	}
	return nil
}

func readPresidio(path string) (samples []presidioSample, err error) {
	plain, err := material.Read(path)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(plain, &samples); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return samples, nil
}

// part says which part of the set a sample belongs to. What is looked at comes from three of four
// templates, the report is of the fourth: sentences of one template are too alike to be in both.
func (s presidioSample) part() int {
	if s.Template/2%4 == 3 {
		return report
	}
	return tuning
}

// offsets are those of the characters, in bytes, and the end.
func (s presidioSample) offsets() []int {
	out := make([]int, 0, len(s.Text)+1)
	for i := range s.Text {
		out = append(out, i)
	}
	return append(out, len(s.Text))
}

// measure counts the sample's values that are hidden and the finds that lie in a value; what the
// set marks as a place, an organisation or a date is neither right nor wrong.
func (s presidioSample) measure(f *personal.Finder, into map[personal.Type]*tally, show func(what, part string)) {
	offsets := s.offsets()
	found := f.Find(s.Text)
	for _, span := range s.Spans {
		t, ok := presidioTypes[span.Type]
		if !ok {
			continue
		}
		start, end := offsets[span.Start], offsets[span.End]
		if t == personal.Address && end-start <= 5 && strings.Contains(strings.ToLower(s.Text), "zip code is") {
			continue // a postcode alone is left: it is needed to answer and points to thousands of people
		}
		one := tally{gold: 1}
		if hides(s.Text, found, start, end) {
			one.hit = 1
		} else if show != nil {
			show("missed "+string(t), s.Text[start:end])
		}
		count(into, t).add(one)
	}
	for _, e := range found {
		if e.Type == personal.Person {
			continue
		}
		one, counted := tally{found: 1}, true
		for _, span := range s.Spans {
			start, end := offsets[span.Start], offsets[span.End]
			if e.Start >= end || e.End <= start {
				continue
			}
			_, structured := presidioTypes[span.Type]
			counted = counted && structured
			if within(s.Text, e, start, end) {
				one.right = 1
			}
		}
		if !counted && one.right == 0 {
			continue
		}
		if one.right == 0 && show != nil {
			show("wrong "+string(e.Type), e.Text)
		}
		count(into, e.Type).add(one)
	}
}
