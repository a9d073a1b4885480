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
	if depth > 3 || len(text) < shortestCompound {
		return false
	}
	for cut := shortestHead; cut <= len(text)-shortestTail; cut++ {
		head := an.head(text[:cut])
		if head == "" {
			continue
		}
		tail := text[cut:]
		stem := word.Stem("de", word.Token{Text: tail})
		if !an.knows(stem) || suffixes[tail] || word.Stop("de", tail) {
			continue
		}
		if !an.split(text[:cut], depth+1, out) {
			*out = append(*out, head)
		}
		if !an.split(tail, depth+1, out) {
			*out = append(*out, stem)
		}
		return true
	}
	return false
}

// head gives the stem of the first part of a compound, without the letters that
// link it, or "".
func (an *Analyser) head(text string) string {
	for _, l := range linkings {
		h, ok := strings.CutSuffix(text, l)
		if !ok || len(h) < shortestHead || prefixes[h] || word.Stop("de", h) {
			continue
		}
		if len(h) == shortestHead && l == "" && !shortHeads[h] {
			continue
		}
		if an.knows(h) {
			return h
		}
		if l == "" || l == "s" {
			if stem := word.Stem("de", word.Token{Text: h}); stem != h && len(stem) >= shortestTail && an.knows(stem) {
				return stem
			}
		}
	}
	return ""
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
	shortHeads = wordlist.Set(`tag uhr weg bad rad ort amt arm bau bus tee tor tur rat art kur hof hut hal not ost rot see sud tod typ zoo zug zahn ski alt neu ohr auge gas ol fan job app web net arzt eis ton kind ehe eid erb`)
)
