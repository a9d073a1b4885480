package main

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/webchatagent/wca/internal/personal"
)

// notation is a way in which people write a value, or a place of a message at which it stands.
type notation struct {
	name  string
	write func(value string) (before, written, behind string) // the label stands as "{L}" where the notation has one
}

// labels are what people call a value, in German and in English, by its kind. Kinds that are not here need none.
var notationLabels = map[string][2]string{
	"email": {"E-Mail", "email"}, "phone": {"Telefon", "phone"}, "phone abroad": {"Handy", "mobile"}, "iban": {"IBAN", "IBAN"}, "iban abroad": {"IBAN", "IBAN"}, "bic": {"BIC", "BIC"}, "card": {"Kreditkarte", "credit card"},
	"taxid": {"Steuer-ID", "tax ID"}, "taxno": {"Steuernummer", "tax number"}, "vat": {"USt-IdNr.", "VAT ID"}, "vat abroad": {"USt-IdNr.", "VAT ID"}, "health": {"Krankenversichertennummer", "health insurance number"},
	"pension": {"Rentenversicherungsnummer", "pension insurance number"}, "austrian": {"SV-Nummer", "social security number"}, "swiss": {"AHV-Nummer", "AHV number"}, "ssn": {"SSN", "SSN"}, "nino": {"NINO", "national insurance number"},
	"idcard": {"Personalausweis", "identity card"}, "passport": {"Reisepass", "passport"}, "plate": {"Kennzeichen", "licence plate"}, "plate abroad": {"Kennzeichen", "licence plate"}, "ip": {"IP-Adresse", "IP address"}, "mac": {"MAC-Adresse", "MAC address"},
	"birth": {"Geburtsdatum", "date of birth"}, "address": {"Adresse", "address"},
}

// around puts a value into a message: "{V}" is its place.
func around(name, template string) notation {
	before, behind, _ := strings.Cut(template, "{V}")
	return notation{name, func(v string) (string, string, string) { return before, v, behind }}
}

// rewritten changes the value itself, behind its label.
func rewritten(name string, pairs ...string) notation {
	r := strings.NewReplacer(pairs...)
	return notation{name, func(v string) (string, string, string) { return "{L}: ", r.Replace(v), "" }}
}

var notations = []notation{
	around("label", "{L}: {V}"), around("no colon", "{L} {V}"), around("behind", "{V} ({L})"), around("ist", "{L} ist {V}"), around("is", "my {L} is {V}"), around("lautet", "Meine {L} lautet {V}."), around("line break", "{L}:\n{V}"),
	around("at the end", "Guten Tag, ich brauche Hilfe. {L} {V}"), around("in front", "{L} {V}, bitte notieren"), around("list", "Meine Daten:\n- {L}: {V}\n- Kunde seit 2019"), around("quoted", "{L}: \"{V}\""), around("low quotes", "{L}: „{V}“"),
	around("parentheses", "Meine {L} ({V}) hat sich geändert"), around("table", "| Feld | Wert |\n|---|---|\n| {L} | {V} |"), around("bold", "{L}: **{V}**"), around("code", "{L}: `{V}`"), around("JSON", "{\"{L}\": \"{V}\"}"),
	around("signature", "Viele Grüße\n--\n{L}: {V}\nGesendet von meinem Handy"), around("full stop", "{L}: {V}."), around("question mark", "Stimmt {L} {V}?"), around("comma", "{L}: {V}, danke"), around("glued colon", "{L}:{V}"), around("glued equals", "{L}={V}"), around("bar", "{L} | {V}"),
	around("tab", "{L}\t{V}"), around("arrow", "{L} -> {V}"), around("slash behind", "{L}: {V}/"), around("reply", "> {L}: {V}"), around("new", "neue {L}: {V} (alte ist ungültig)"), around("emoji", "{L}: {V} 🙂"), around("HTML", "<td>{L}</td><td>{V}</td>"),
	rewritten("NBSP", " ", "\u00a0"), rewritten("thin spaces", " ", "\u2009"), rewritten("en dashes", "-", "–"), rewritten("em dashes", "-", "—"), rewritten("double spaces", " ", "  "), rewritten("no spaces", " ", ""), rewritten("broken line", " ", "\n"),
	{"full width", func(v string) (string, string, string) { return "{L}: ", digitsFrom(v, '０'), "" }}, {"small letters", func(v string) (string, string, string) { return "{L}: ", strings.ToLower(v), "" }},
	{"small message", func(v string) (string, string, string) { return "hallo meine {l} ist ", strings.ToLower(v), " danke" }}, {"capitals", func(v string) (string, string, string) { return "{L}: ", strings.ToUpper(v), "" }},
	{"query", func(v string) (string, string, string) {
		return "https://shop.example/form?feld=", url.QueryEscape(v), "&x=1"
	}},
}

// notNotations are pairs that nobody writes or that change the value: an address in one word, a link with what needs its label.
var notNotations = map[string]string{
	"no spaces": "address birth", "broken line": "plate birth ip mac email", "capitals": "mac", "query": "phone bic card taxid taxno vat health pension austrian swiss ssn nino idcard passport plate ip mac birth address iban", "full width": "email",
}

// notationGrid measures the values of every kind in every notation.
func notationGrid(verbose bool) {
	const each = 6
	f := personal.New(personal.Options{Year: writtenIn})
	fmt.Print("\n### Structured types by notation: recall\n\n| kind | all | weakest |\n|---|---|---|\n")
	for _, k := range kinds {
		labels, ok := notationLabels[k.name]
		if !ok {
			continue
		}
		var all tally
		var weak []string
		for _, n := range notations {
			first, _, _ := strings.Cut(k.name, " ")
			if strings.Contains(" "+notNotations[n.name]+" ", " "+first+" ") {
				continue
			}
			var of tally
			for half := range halves {
				for l, language := range []string{"de", "en"} {
					g := newGenerator(half, language, k.name+n.name)
					for range each {
						of.add(inNotation(f, n, labels[l], k.make(g), verbose && half == tuning, k.name))
					}
				}
			}
			all.add(of)
			if of.hit < of.gold {
				weak = append(weak, n.name+" "+of.recall())
			}
		}
		fmt.Printf("| %s | %s | %s |\n", k.name, all.recall(), strings.Join(weak, ", "))
	}
}

// inNotation looks for one value in a notation.
func inNotation(f *personal.Finder, n notation, label, value string, show bool, kind string) tally {
	value = strings.ReplaceAll(value, "\n", ", ")
	before, written, behind := n.write(value)
	r := strings.NewReplacer("{L}", label, "{l}", strings.ToLower(label))
	before, behind = r.Replace(before), r.Replace(behind)
	text := before + written + behind
	if hides(text, f.Find(text), len(before), len(before)+len(written)) {
		return tally{gold: 1, hit: 1}
	}
	if show {
		fmt.Printf("missed %s, %s: %q in %q\n", kind, n.name, written, text)
	}
	return tally{gold: 1}
}
