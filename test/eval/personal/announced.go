package main

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/wordlist"
)

// announcements are what people call a value, by its kind and language. The halves share none.
//
//go:embed testdata/announced.txt
var announcements string

// announcedFrames are how a value stands behind or before what it is called, by language: "{L}" is the place of the words, "{V}" that of
// the value.
var announcedFrames = map[string][]string{
	"en": {
		"{L}: {V}", "{L} {V}", "my {L} is {V}", "{L} - {V}", "{L} = {V}", "{L} ({V})", "{L}:\n{V}", "{L}? {V}", "Hi, pls update: {L} {V} thx", "the {L} on file is wrong, it should be {V}", "{L} changed to {V}", "- {L} : {V}", "{L}\t{V}", "**{L}** {V}", "{L} is now {V}.",
		"{L}........ {V}", "Agent: your {L}?\nCustomer: {V}", "{V} is the {L}", "sorry the {L} is actually {V}", "{L} -> {V} <-", "{L} \"{V}\"", "it's {V} ({L})",
	},
	"de": {
		"{L}: {V}", "{L} {V}", "{L} ist {V}", "{L} - {V}", "{L} = {V}", "{L} ({V})", "{L}:\n{V}", "{L}? {V}", "Hallo, bitte ändern: {L} {V} danke", "{L} ist falsch, richtig ist {V}", "{L} geändert auf {V}", "- {L} : {V}", "{L}\t{V}", "**{L}** {V}", "{L} lautet jetzt {V}.",
		"{L}........ {V}", "Agent: {L}?\nKunde: {V}", "{V} ist die {L}", "sorry, {L} ist eigentlich {V}", "{L} -> {V} <-", "{L} „{V}“", "es ist {V} ({L})",
	},
}

// announcedMakers make values of kinds that the corpus does not have. The number of a bank alone is not among them: without an account it is
// nobody's.
var announcedMakers = map[string]func(*generator) string{
	"utr": func(g *generator) string { return g.ofHalf([]string{g.nonZero(10), inGroups(g.nonZero(10), " ", 5)}) },
	"ein": func(g *generator) string { return g.nonZero(2) + "-" + g.digits(7) },
	"itin": func(g *generator) string {
		return "9" + g.digits(2) + "-" + g.pick([]string{"70", "81", "93"}) + "-" + g.digits(4)
	},
	"tfn": func(g *generator) string { return inGroups(g.nonZero(9), " ", 3) },
	"abn": func(g *generator) string { return "51 824 753 556" },
	"nhs": func(g *generator) string { return g.nhs() },
	"medicare": func(g *generator) string {
		return g.pick([]string{"2", "4", "5"}) + g.digits(3) + " " + g.digits(5) + " " + g.nonZero(1)
	},
	"mbi": func(g *generator) string {
		return g.nonZero(1) + "EG" + g.digits(1) + "-TE" + g.digits(1) + "-MK" + g.digits(2)
	},
	"member":    func(g *generator) string { return g.pick([]string{"XYZ", "W", "YDG"}) + g.digits(9) },
	"ppsn":      func(g *generator) string { return g.nonZero(7) + g.pick([]string{"W", "FA", "TA", "K"}) },
	"sin":       func(g *generator) string { return inGroups(withLuhn(g.nonZero(8)), " ", 3) },
	"aadhaar":   func(g *generator) string { return inGroups("4"+g.digits(11), " ", 4) },
	"pan":       func(g *generator) string { return g.shaped("3a") + "P" + g.shaped("1a4n1a") },
	"bsn":       func(g *generator) string { return g.nonZero(9) },
	"cpr":       func(g *generator) string { return g.born() + "-" + g.digits(4) },
	"pesel":     func(g *generator) string { return g.nonZero(11) },
	"nie":       func(g *generator) string { return g.pick([]string{"X", "Y"}) + g.digits(7) + g.shaped("1a") },
	"fiscal":    func(g *generator) string { return "RSSMRA85T10A562S" },
	"uslicence": func(g *generator) string { return g.shaped("1a") + g.nonZero(7) },
	"plateuk": func(g *generator) string {
		return g.pick([]string{"LK", "YD", "BX", "WN"}) + g.pick([]string{"19", "71", "08", "64"}) + " " + g.chars("ABCDEFGHJKLMNOPRSTUVWXY", 3)
	},
	"plateus": func(g *generator) string {
		return g.ofHalf([]string{g.shaped("3a") + " " + g.digits(4), g.nonZero(1) + g.shaped("3a3n"), g.shaped("3a") + "-" + g.digits(4)})
	},
	"pin": func(g *generator) string { return g.ofHalf([]string{g.nonZero(4), g.nonZero(6)}) },
	"cvv": func(g *generator) string { return g.nonZero(3) },
	"licencekey": func(g *generator) string {
		return g.shaped("5c") + "-" + g.shaped("2a3n") + "-" + g.shaped("5c") + "-" + g.shaped("5c")
	},
}

// nhs is a number of the British health service with its check digit.
func (g *generator) nhs() string {
	for {
		body, sum := g.nonZero(9), 0
		for i, c := range body {
			sum += int(c-'0') * (10 - i)
		}
		if check := (11 - sum%11) % 11; check < 10 {
			return g.ofHalf([]string{inGroups(body+fmt.Sprint(check), " ", 3), body + fmt.Sprint(check)})
		}
	}
}

// announcedGrid measures how many values are hidden behind whatever people call them, by kind.
func announcedGrid(verbose bool) {
	f := map[string]*personal.Finder{
		"de": personal.New(personal.Options{Year: writtenIn}), "en": personal.New(personal.Options{Year: writtenIn, Region: "US"}),
	}
	makers := map[string]func(*generator) string{}
	for _, k := range kinds {
		makers[k.name] = k.make
	}
	for name, make := range announcedMakers {
		makers[name] = make
	}
	fmt.Print("\n### Values by what people call them: recall\n\n| kind | cases tuning | recall | cases report | recall |\n|---|---|---|---|---|\n")
	var order []string
	var all [2]tally
	kept := map[string]*[2]tally{}
	for half := range halves {
		for section, line := range wordlist.Lines(announcements) {
			if section != halves[half] {
				continue
			}
			name, words, _ := strings.Cut(line, ": ")
			at := strings.LastIndexByte(name, ' ')
			kind, language := name[:at], name[at+1:]
			g := newGenerator(half, language, "announced"+kind)
			if kept[kind] == nil {
				kept[kind] = &[2]tally{}
				order = append(order, kind)
			}
			for label := range strings.SplitSeq(words, ", ") {
				for _, frame := range announcedFrames[language] {
					one := announcedCase(f[language], frame, label, strings.ReplaceAll(makers[kind](g), "\n", ", "), verbose && half == tuning, kind)
					kept[kind][half].add(one)
					all[half].add(one)
				}
			}
		}
	}
	for _, kind := range order {
		k := kept[kind]
		fmt.Printf("| %s | %d | %s | %d | %s |\n", kind, k[tuning].gold, k[tuning].recall(), k[report].gold, k[report].recall())
	}
	fmt.Printf("| all | %d | %s | %d | %s |\n", all[tuning].gold, all[tuning].recall(), all[report].gold, all[report].recall())
}

// announcedCase looks for one value in a frame.
func announcedCase(f *personal.Finder, frame, label, value string, show bool, kind string) tally {
	text := strings.ReplaceAll(frame, "{L}", label)
	at := strings.Index(text, "{V}")
	text = text[:at] + value + text[at+len("{V}"):]
	if hides(text, f.Find(text), at, at+len(value)) {
		return tally{gold: 1, hit: 1}
	}
	if show {
		fmt.Printf("missed %s: %q in %q\n", kind, value, text)
	}
	return tally{gold: 1}
}
