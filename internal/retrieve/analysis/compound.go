package analysis

import (
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// linkings join the parts of a German compound: Arbeit-s-zeit, Blume-n-laden.
var linkings = []string{"", "s", "n", "en", "es", "er", "e"}

const (
	shortestCompound = 7
	shortestHead     = 3
	shortestTail     = 4
)

// Parts splits a German compound into the stems of its parts, using the words
// of the table, or returns nil. Parts that are compounds themselves are split
// further.
func (an *Analyser) Parts(text string) []string {
	if an.Lang != "de" || an.Table == nil || len(text) < shortestCompound || len(text) > 60 || stated.DayWord(text) != 0 {
		return nil
	}
	var out []string
	an.split(text, 0, &out)
	return out
}

// split appends the parts of text to out and reports whether there were any.
// The longest known second part wins: Kranken+versicherungskarte, and then
// Versicherung+Karte.
func (an *Analyser) split(text string, depth int, out *[]string) bool {
	if depth > 3 || len(text) < shortestCompound || simple[text] || depth > 0 && stated.DayWord(text) != 0 {
		return false
	}
	for cut := shortestHead; cut <= len(text)-shortestHead; cut++ {
		head, bare := an.head(text[:cut])
		if head == "" {
			continue
		}
		tail := text[cut:]
		stem := an.tail(tail)
		if stem == "" || len(tail) < shortestTail && (depth > 0 || len(bare) < shortestTail || an.share(head) < usual) || an.linked(text, cut, stem) {
			continue
		}
		if !an.split(bare, depth+1, out) {
			*out = append(*out, head)
		}
		if !an.split(tail, depth+1, out) {
			*out = append(*out, stem)
		}
		return true
	}
	return false
}

// tail gives the stem of the last part of a compound, or "".
func (an *Analyser) tail(text string) string {
	if len(text) < shortestTail && !lastWords[text] || suffixes[text] || suffixes[strings.TrimSuffix(text, "s")] || word.Stop("de", text) {
		return ""
	}
	stem := word.Stem("de", word.Token{Text: text})
	if !an.knows(stem) {
		return ""
	}
	return stem
}

// linked says whether the s with which the part behind a cut begins links it to the one before: "Geburt+s+tag" and not
// "Geburt+Stag", "Bund+es+amt" and not "Bund+Samt".
func (an *Analyser) linked(text string, cut int, stem string) bool {
	if text[cut] != 's' || text[cut-1] == 'e' && text[cut+1] != 'a' { // "es" links no more than "Amt" and "Alter"
		return false
	}
	shorter := an.tail(text[cut+1:])
	if !behindLinks[shorter] || an.share(shorter) < 2*an.share(stem) {
		return false
	}
	head, _ := an.head(text[:cut+1])
	return head != ""
}

// head gives the stem of the first part of a compound and its text without the letters that
// link it, or "".
func (an *Analyser) head(text string) (stem, bare string) {
	for _, l := range linkings {
		h, ok := strings.CutSuffix(text, l)
		if !ok || len(h) < shortestHead || prefixes[h] || word.Stop("de", h) {
			continue
		}
		if len(h) == shortestHead && l == "" && !firstWords[h] {
			continue
		}
		stem := an.first(h, l == "" || l == "s")
		if stem == "" {
			continue
		}
		if base, ok := strings.CutSuffix(h, "s"); ok && l == "" && len(base) >= shortestTail { // "Arbeits", which stands in the table, too
			if unlinked := an.first(base, true); unlinked != "" && an.share(unlinked) > an.share(stem) {
				return unlinked, base
			}
		}
		return stem, h
	}
	return "", ""
}

// first is the stem that a first part stands for: what it is itself ("Brems" of "Bremse"), or, where that is more common, the
// stem of the word it is ("Versicherung"); "" where the table has neither. Only a whole word has a stem of its own.
func (an *Analyser) first(text string, whole bool) string {
	known := an.knows(text)
	if whole {
		stem := word.Stem("de", word.Token{Text: text})
		if stem != text && len(stem) >= shortestTail && an.knows(stem) && (!known || isNoun(text) || an.share(stem) > an.share(text)) {
			return stem
		}
	}
	if known {
		return text
	}
	return ""
}

// isNoun says whether a text has an ending that whole words have, and no beginnings of others.
func isNoun(text string) bool {
	text = strings.TrimSuffix(text, "s")
	for _, ending := range []string{"ung", "heit", "keit", "schaft", "er"} {
		if strings.HasSuffix(text, ending) {
			return true
		}
	}
	return false
}

// share is how common a stem is that the table knows.
func (an *Analyser) share(stem string) float64 {
	return an.Table.Share(an.Table.Row("de", word.Hash(stem)))
}

func (an *Analyser) knows(stem string) bool {
	return an.Table.Row("de", word.Hash(stem)) != table.None
}

// IsPrefix says whether a folded German word is the first part of verbs, or else looks like a word where it begins one.
func IsPrefix(text string) bool { return prefixes[text] }

// prefixes and suffixes are parts of words that look like words.
var (
	prefixes = wordlist.Set(`ver vor aus ein auf ent erz ab an be bei ge um un ur zer nach uber unter durch mit zu hin her weg ruck los wieder gegen wider miss inter
sub pro anti auto ober hinter zwischen zurecht zusammen zuruck voran heran hinaus heraus voraus fort dar da vorher einig verein uber all selb anders`)
	suffixes   = wordlist.Set(`lich liche lichen licher liches lichkeit keit heit ung ungen isch ische ischen ischer isches schaft schaften tion tionen tional ierung ierungen ieren iert ierte ierten bar bare baren barer los lose losen sam same samen haft hafte haften ismus ist isten ling linge chen lein ner ern erin erinnen innen tum eren ende enden ender weise igkeit igen iger iges sten ster stes test testen lung lungen rung rungen tung tungen nung nungen ssen stern bung gung dung sung zung`)
	firstWords = wordlist.Set(`tag uhr weg bad rad ort amt arm bau bus tee tor tur rat art kur hof hut hal not ost rot see sud tod typ zoo zug zahn ski alt neu ohr auge gas ol fan job app web net arzt eis ton kind ehe eid erb`)
	// simple are words that look like compounds: "Antw-Ort".
	simple = wordlist.Set("antwort antworten komfort politur partitur literatur temperatur transport bericht")
	// lastWords are those of three letters that end compounds, behindLinks the stems that would else be read with the s before them.
	lastWords   = wordlist.Set("tag bad rad amt hof see weg tur zug arm ort tor bus uhr rat gas ohr typ")
	behindLinks = wordlist.Set("tag amt alt teil tor")
)

// usual is how common the first part is at least before a last one of three letters: "Temperatur" has no door.
const usual = 2e-5
