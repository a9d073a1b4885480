package personal

import (
	_ "embed"
	"strings"

	"github.com/webchatagent/wca/internal/wordlist"
)

// clue is what a word near a number says about it.
type clue uint8

const (
	cluePhone  clue = iota
	clueNumber      // "number", "contact": a phone number unless something else has a number here
	clueDial        // directly before a phone number only: "Tel.", "Fax"
	clueBank        // IBAN, account
	clueBIC
	clueCard
	clueIP
	clueTaxID
	clueTaxNumber
	clueVAT
	clueHealth
	clueSocial
	clueIDCard
	cluePassport
	cluePlate
	clueBirth
	clueAddress
	clueAccount
	clueSecret
	clueMAC
	clueDriver
	clueNational // a number that another state gives each person
	clueInsured  // that of an insurer
	clueVATNo    // a VAT id that may have no letters of its country
	cluePIN      // a secret number
	clueDevice   // that of a telephone or a SIM card, a vehicle or a wallet, of which each has another form
	clueUser     // what somebody logs in with, and social networks
	clueGoods    // says that a number is no personal data: article, order, norm, version
	clues
)

// clueNames are the names of the clues in clues.txt.
var clueNames = [clues]string{
	cluePhone: "phone", clueNumber: "number", clueDial: "dial", clueBank: "bank", clueBIC: "bic", clueCard: "card", clueIP: "ip", clueTaxID: "tax id",
	clueTaxNumber: "tax number", clueVAT: "vat", clueHealth: "health", clueSocial: "social", clueIDCard: "id card", cluePassport: "passport",
	cluePlate: "plate", clueBirth: "birth", clueAddress: "address", clueAccount: "account", clueSecret: "secret", clueMAC: "mac", clueDriver: "driver",
	clueNational: "national", clueInsured: "insured", clueVATNo: "vat without country", cluePIN: "pin", clueDevice: "device", clueUser: "user", clueGoods: "goods",
}

// What else the lexicon says about a word, in bits behind those of the clues.
const (
	headNoun   uint32 = 1 << 30 // what it counts is said by the word before: "number"
	secondWord uint32 = 1 << 31 // may end a clue of two words: "social security"
)

// headNouns is the name of their section in clues.txt.
const headNouns = "head nouns"

// clueText are the words that are clues.
//
//go:embed clues.txt
var clueText string

// clueParts are parts of words that are clues, by their first or last two bytes.
type clueParts struct {
	begins, ends [1 << 10][]cluePart
}

// cluePart begins or ends long words that nobody can list, "Krankenversichertenkartennr", "Gästepasswort": such a word is
// about that kind of number.
type cluePart struct {
	text string
	clue uint32
}

// readClues reads a text like clues.txt: the other way round, as a set of bits for each word or two words, and the parts.
func readClues(text string) (whole map[string]uint32, parts *clueParts) {
	sets := map[string]uint32{headNouns: headNoun}
	for c, name := range clueNames {
		sets[name] = 1 << c
	}
	whole, parts = make(map[string]uint32, 2048), &clueParts{}
	add := func(w string, bits uint32) {
		if parts.add(w, bits) {
			return
		}
		whole[w] |= bits
		if _, second, ok := strings.Cut(w, " "); ok {
			whole[second] |= secondWord
		}
	}
	for name, line := range wordlist.Lines(text) {
		for w := range entries(line) {
			add(w, sets[name])
			if spelt := Spelt(w); spelt != w {
				add(spelt, sets[name]) // "rueckruf", "fuehrerschein"
			}
		}
	}
	return whole, parts
}

// add adds a part of words, "telefon*" or "*passwort", and reports whether it is one.
func (p *clueParts) add(w string, bits uint32) bool {
	if begin, ok := strings.CutSuffix(w, "*"); ok {
		at := lastTwo(begin[:2])
		p.begins[at] = append(p.begins[at], cluePart{begin, bits})
		return true
	}
	if end, ok := strings.CutPrefix(w, "*"); ok {
		at := lastTwo(end)
		p.ends[at] = append(p.ends[at], cluePart{end, bits})
		return true
	}
	return false
}

// Spelt is a word as people without umlauts on their keys write it.
func Spelt(w string) string { return umlauts.Replace(w) }

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// leastStem is how long a word must be to be looked at by how it begins or ends.
const leastStem = 9

// of says what a long word that is in no list is about, by how it begins or ends.
func (p *clueParts) of(w string) uint32 {
	if len(w) < leastStem {
		return 0
	}
	for _, b := range p.begins[lastTwo(w[:2])] {
		if len(w) > len(b.text) && strings.HasPrefix(w, b.text) {
			return b.clue
		}
	}
	if strings.HasSuffix(w, "anschrift") || strings.HasSuffix(w, "adresse") && !strings.Contains(w, "ail") && !strings.Contains(w, "web") && !strings.Contains(w, "ip-") && !strings.Contains(w, "mac") {
		return 1 << clueAddress
	}
	for _, e := range p.ends[lastTwo(w)] {
		if strings.HasSuffix(w, e.text) {
			return e.clue
		}
	}
	return 0
}
