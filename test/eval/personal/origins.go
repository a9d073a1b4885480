package main

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/wordlist"
)

// originNames are names by where they mostly come from, nameTemplates messages of visitors with a place for one. The
// halves share neither.
//
//go:embed testdata/origins.txt
var originNames string

//go:embed testdata/templates.txt
var nameTemplates string

// templateKinds are how a message names somebody.
var templateKinds = []string{"introduced", "signed", "addressed", "third person", "mentioned", "otherwise"}

// origin is a group of names.
type origin struct {
	name        string
	first, last []string
}

// readOrigins gives the groups of a half, in their order.
func readOrigins(half int) (all []origin) {
	for section, line := range wordlist.Lines(originNames) {
		if section != halves[half] {
			continue
		}
		name, names, _ := strings.Cut(line, ": ")
		first, last, _ := strings.Cut(names, " | ")
		all = append(all, origin{name: name, first: strings.Split(first, ", "), last: strings.Split(last, ", ")})
	}
	return all
}

// naming is a message with the place where somebody is named.
type naming struct {
	kind, text string
	start, end int
}

// nameIn puts a name into a template.
func nameIn(kind, template, first, last string) naming {
	_, size := utf8.DecodeRuneInString(first)
	for _, way := range [...][2]string{
		{"{F} {L}", first + " " + last}, {"{N}", first + " " + last}, {"{F}", first}, {"{L}", last}, {"{R}", last + ", " + first}, {"{I}", first[:size] + ". " + last},
		{"{C}", strings.ToUpper(first + " " + last)}, {"{n}", strings.ToLower(first + " " + last)}, {"{f}", strings.ToLower(first)}, {"{l}", strings.ToLower(last)},
	} {
		slot, value := way[0], way[1]
		if at := strings.Index(template, slot); at >= 0 {
			return naming{kind: kind, text: template[:at] + value + template[at+len(slot):], start: at, end: at + len(value)}
		}
	}
	panic("templates.txt has a line without a name: " + template)
}

// templates are the lines of a section of a half.
func templates(section string, half int) (lines []string) {
	for of, line := range wordlist.Lines(nameTemplates) {
		if of == section+" "+halves[half] {
			lines = append(lines, strings.ReplaceAll(line, `\n`, "\n"))
		}
	}
	return lines
}

// namings puts every pair of a first name and a surname of a group into every template.
func (o origin) namings(half int) (all []naming) {
	for _, kind := range templateKinds {
		for k, template := range templates(kind, half) {
			for i, first := range o.first {
				all = append(all, nameIn(kind, template, first, o.last[(i+k)%len(o.last)]))
			}
		}
	}
	return all
}

// origins measures how many names are found whole, by where they come from and by how a message names somebody, and how many
// messages of the same kind that name no one are altered.
func origins(verbose bool) {
	f := personal.New(personal.Options{Year: writtenIn})
	var byOrigin, byKind [2]map[string]*tally
	var names, nobody [2]tally
	for half := range halves {
		byOrigin[half], byKind[half] = map[string]*tally{}, map[string]*tally{}
		for _, o := range readOrigins(half) {
			for _, n := range o.namings(half) {
				one := tally{gold: 1}
				if hidesName(n, f.Find(n.text)) {
					one.hit = 1
				} else if verbose && half == tuning {
					fmt.Printf("missed %s, %s: %q in %q\n", o.name, n.kind, n.text[n.start:n.end], n.text)
				}
				count(byOrigin[half], o.name).add(one)
				count(byKind[half], n.kind).add(one)
				names[half].add(one)
			}
		}
		nobody[half] = unnamedMessages(f, half, verbose)
	}
	fmt.Print("\n### Names in messages of visitors, by where they mostly come from: recall\n\nA name counts as found if no word of it is left.\n\n| origin | cases tuning | recall | cases report | recall |\n|---|---|---|---|---|\n")
	row := func(name string, a, b tally) {
		fmt.Printf("| %s | %d | %s | %d | %s |\n", name, a.gold, a.recall(), b.gold, b.recall())
	}
	for _, o := range readOrigins(tuning) {
		row(o.name, *byOrigin[tuning][o.name], *byOrigin[report][o.name])
	}
	row("all", names[tuning], names[report])
	fmt.Print("\n| named how | cases tuning | recall | cases report | recall |\n|---|---|---|---|---|\n")
	for _, kind := range templateKinds {
		row(kind, *byKind[tuning][kind], *byKind[report][kind])
	}
	fmt.Print("\n| nobody named | messages | altered |\n|---|---|---|\n")
	for half, t := range nobody {
		fmt.Printf("| %s | %d | %.1f %% |\n", halves[half], t.found, 100*float64(t.found-t.right)/float64(t.found))
	}
}

// hidesName says whether no letter of the name is left.
func hidesName(n naming, found []personal.Entity) bool {
	for i, r := range n.text[n.start:n.end] {
		at, covered := n.start+i, !unicode.IsLetter(r)
		for _, e := range found {
			covered = covered || e.Start <= at && at < e.End
		}
		if !covered {
			return false
		}
	}
	return true
}

// unnamedMessages counts messages of visitors about things, towns, firms and makes, and those in which nobody's name was found.
func unnamedMessages(f *personal.Finder, half int, verbose bool) (t tally) {
	things := strings.Split(strings.Join(templates("things", half), ", "), ", ")
	for _, template := range templates("nobody", half) {
		for _, thing := range things {
			text := strings.NewReplacer("{X}", thing, "{x}", strings.ToLower(thing)).Replace(template)
			one := tally{found: 1, right: 1}
			for _, e := range f.Find(text) {
				if e.Type == personal.Person {
					one.right = 0
					if verbose && half == tuning {
						fmt.Printf("altered: %q in %q\n", e.Text, text)
					}
				}
			}
			t.add(one)
		}
	}
	return t
}
