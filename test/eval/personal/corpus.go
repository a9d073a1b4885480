package main

import (
	_ "embed"
	"strings"

	"github.com/webchatagent/wca/internal/personal"
)

//go:embed sentences.txt
var sentencesFile string

// example is a text of the corpus.
type example struct {
	text     string
	values   []value
	disguise string // "" for a clean one
}

// value is a place of personal data in a text, in bytes.
type value struct {
	start, end int
	kind       string
}

// kind is a kind of value. Several kinds may be of one type.
type kind struct {
	name   string
	typ    personal.Type
	make   func(*generator) string
	bare   bool // can be told without a label
	rounds int  // how often all sentences are used: more for what has many notations
	hidden []string
}

var kinds = []kind{
	{"email", personal.Email, (*generator).email, true, 3, disguisedMail},
	{"phone", personal.Phone, (*generator).phone, true, 6, disguisedNumber},
	{"phone US", personal.Phone, (*generator).americanPhone, true, 2, disguisedNumber},
	{"iban", personal.IBAN, (*generator).iban, true, 4, disguisedCode},
	{"bic", personal.BIC, (*generator).bic, false, 1, nil},
	{"account", personal.Account, (*generator).account, false, 1, nil},
	{"card", personal.Card, (*generator).card, true, 2, disguisedNumber},
	{"taxid", personal.TaxID, (*generator).taxID, true, 2, disguisedNumber},
	{"taxno", personal.TaxNumber, (*generator).taxNumber, false, 1, unseen},
	{"vat", personal.VATID, (*generator).vatID, true, 2, disguisedCode},
	{"vat abroad", personal.VATID, (*generator).vatAbroad, false, 2, nil},
	{"health", personal.HealthID, (*generator).health, true, 1, disguisedCode},
	{"pension", personal.SocialID, (*generator).pension, true, 1, disguisedCode},
	{"austrian", personal.SocialID, (*generator).austrian, false, 1, unseen},
	{"swiss", personal.SocialID, (*generator).swiss, true, 1, unseen},
	{"ssn", personal.SocialID, (*generator).ssn, true, 1, unseen},
	{"nino", personal.SocialID, (*generator).nino, false, 1, unseen},
	{"idcard", personal.IDCard, (*generator).identityCard, false, 1, unseen},
	{"passport", personal.Passport, (*generator).passport, false, 1, unseen},
	{"passport abroad", personal.Passport, (*generator).passportAbroad, false, 1, nil},
	{"plate", personal.Plate, (*generator).plate, false, 3, unseen},
	{"plate abroad", personal.Plate, (*generator).plateAbroad, false, 1, nil},
	{"ip", personal.IP, (*generator).ip, true, 2, disguisedIP},
	{"phone abroad", personal.Phone, (*generator).phoneAbroad, false, 3, nil},
	{"iban abroad", personal.IBAN, (*generator).ibanAbroad, true, 2, nil},
	{"licence", personal.IDCard, (*generator).licence, false, 1, nil},
	{"mac bare", personal.MAC, (*generator).macBare, false, 1, nil},
	{"birth told", personal.BirthDate, (*generator).birthTold, false, 2, nil},
	{"address abroad", personal.Address, (*generator).addressAbroad, true, 3, nil},
	{"address world", personal.Address, (*generator).addressWorld, false, 3, nil},
	{"address told", personal.Address, (*generator).addressTold, true, 3, nil},
	{"mac", personal.MAC, (*generator).mac, true, 1, unseen},
	{"imei", personal.Device, (*generator).imei, false, 1, disguisedCode},
	{"vin", personal.VIN, (*generator).vin, false, 1, unseen},
	{"wallet", personal.Wallet, (*generator).wallet, true, 1, nil},
	{"username", personal.Username, (*generator).username, false, 2, nil},
	{"url", personal.URL, (*generator).url, true, 2, []string{"zero width", "soft hyphens", "hxxp"}},
	{"birth", personal.BirthDate, (*generator).birth, false, 3, disguisedDate},
	{"address", personal.Address, (*generator).address, true, 6, disguisedText},
	{"password", personal.Secret, (*generator).password, false, 1, []string{"zero width"}},
	{"key", personal.Secret, (*generator).key, true, 1, []string{"zero width"}},
}

// address is written as in the language's countries.
func (g *generator) address() string {
	if g.language == "en" {
		return g.englishAddress()
	}
	return g.germanAddress()
}

// sections reads sentences.txt: lines by what stands in square brackets above them.
func sections() map[string][]string {
	out := map[string][]string{}
	name := ""
	for line := range strings.Lines(sentencesFile) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			name = line[1 : len(line)-1]
		default:
			out[name] = append(out[name], strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(line))
		}
	}
	return out
}

// shared gives the section of a kind, also where kinds share one ("plate abroad": "plate").
func shared(lines map[string][]string, what, name, rest string) []string {
	if found := lines[what+" "+name+rest]; found != nil {
		return found
	}
	first, _, _ := strings.Cut(name, " ")
	return lines[what+" "+first+rest]
}

// corpus makes all examples of a half.
func corpus(half int) []example {
	lines := sections()
	var out []example
	for _, language := range []string{"de", "en"} {
		rest := " " + language + " " + halves[half]
		for _, k := range kinds {
			labels := shared(lines, "label", k.name, rest)
			if len(labels) == 0 || k.name == "phone US" && language == "de" {
				continue // not used in that language
			}
			g := newGenerator(half, language, k.name)
			labelled := append(append([]string{}, lines["any"+rest]...), shared(lines, "own", k.name, rest)...)
			for range k.rounds {
				for _, sentence := range labelled {
					out = append(out, place(sentence, g.pick(labels), k.make(g), k.name, ""))
				}
				if k.bare {
					for _, sentence := range lines["bare"+rest] {
						out = append(out, place(sentence, "", k.make(g), k.name, ""))
					}
				}
			}
			for _, how := range k.hidden {
				for range 6 {
					hidden := g.disguise(how, k.make(g))
					out = append(out, place(g.pick(labelled), g.pick(labels), hidden, k.name, how))
				}
			}
		}
		out = append(out, newGenerator(half, language, "mixed").messages(lines["mixed"+rest])...)
		g := newGenerator(half, language, "none")
		for range 6 {
			for _, sentence := range lines["none"+rest] {
				out = append(out, example{text: g.fill(sentence)})
			}
		}
	}
	return out
}

// place puts label and value into a sentence. Line breaks of values do not fit everywhere.
func place(sentence, label, text, kind, disguise string) example {
	if strings.Contains(sentence, "|") || strings.Contains(sentence, "`") {
		text = strings.ReplaceAll(text, "\n", ", ")
	}
	sentence = strings.ReplaceAll(sentence, "{L}", label)
	at := strings.Index(sentence, "{V}")
	return example{
		text:   sentence[:at] + text + sentence[at+len("{V}"):],
		values: []value{{at, at + len(text), kind}}, disguise: disguise,
	}
}

// messages makes texts with several values from lines with slots "{iban}", "{phone}"; each also in
// small letters throughout, as people write in a chat.
func (g *generator) messages(lines []string) []example {
	makers := map[string]func(*generator) string{}
	for _, k := range kinds {
		makers[k.name] = k.make
	}
	var out []example
	for range 3 {
		for _, line := range lines {
			var x example
			for rest := line; rest != ""; {
				before, slot, found := strings.Cut(rest, "{{")
				x.text += before
				if !found {
					break
				}
				slot, rest, _ = strings.Cut(slot, "}}")
				made := makers[slot](g)
				if !strings.Contains(line, "\n") || strings.Contains(line, "|") {
					made = strings.ReplaceAll(made, "\n", ", ")
				}
				x.values = append(x.values, value{len(x.text), len(x.text) + len(made), slot})
				x.text += made
			}
			out = append(out, x)
			if small := strings.ToLower(x.text); len(small) == len(x.text) {
				out = append(out, example{text: small, values: x.values, disguise: "small letters"})
			}
		}
	}
	return out
}
