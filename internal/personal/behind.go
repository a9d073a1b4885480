package personal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// Said is a message of a conversation before the one that is looked through.
type Said struct {
	Text string
	Own  bool // by who says the next one: it may go on in that
}

// Behind returns a Searcher that reads a text as what is said after others, oldest first: "12.03.1985" is a day of birth
// behind "Wann sind Sie geboren?", half a number may have come by the message before, and what was told once is known
// where it is said again.
func Behind(s Searcher, before []Said) Searcher {
	if len(before) == 0 {
		return s
	}
	return behind{s, before}
}

type behind struct {
	searcher Searcher
	before   []Said
}

// Find implements Searcher.
func (b behind) Find(text string) []Entity {
	var told []Entity
	for i, said := range b.before {
		t := b.turn(i, said.Own)
		for _, e := range t.find(said.Text, told) {
			if !slices.ContainsFunc(told, func(o Entity) bool { return o.Text == e.Text }) {
				told = append(told, e)
			}
		}
	}
	t := b.turn(len(b.before), true)
	return t.find(text, told)
}

// turn is what was said last before the n-th message, by each of the two.
func (b behind) turn(n int, own bool) turn {
	t := turn{searcher: b.searcher}
	for i := n - 1; i >= 0; i-- {
		switch said := b.before[i]; {
		case said.Own == own && t.own == "":
			t.own = recall(said.Text)
		case said.Own != own && t.other == "":
			t.other = recall(said.Text)
		}
	}
	return t
}

// recalled is how much of a message is read again with the next one, in bytes: its last sentence or two.
const recalled = 300

func recall(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > recalled {
		text = strings.ToValidUTF8(text[len(text)-recalled:], "")
	}
	return text
}

// beginning is as much of a message as may depend on what was said before, up to a space.
func beginning(text string) string {
	if len(text) > recalled {
		if at := strings.LastIndexByte(text[:recalled], ' '); at > 0 {
			return text[:at]
		}
	}
	return text
}

// turn is a message's place in a conversation.
type turn struct {
	searcher   Searcher
	own, other string // what who says it and who they speak with have said last
}

// find finds what a message says by itself, behind others, and again.
func (t turn) find(text string, told []Entity) []Entity {
	found, first := t.searcher.Find(text), beginning(text)
	if t.other != "" {
		found = withMore(found, t.after(t.other, "\n", first, false))
	}
	if t.own != "" {
		split := !t.whole()
		found = withMore(found, t.after(t.own, "\n", first, split))
		if split && !makesWord(t.own, first) {
			found = withMore(found, t.after(t.own, "", first, true))
		}
	}
	return withMore(found, again(text, told))
}

// whole reports whether the own message before ends in a value that lacks nothing: what follows is something else.
func (t turn) whole() bool {
	found := t.searcher.Find(t.own)
	if len(found) == 0 {
		return false
	}
	last := found[len(found)-1]
	_, domain, _ := strings.Cut(last.Text, "@")
	half := last.Type == IBAN || last.Type == Card || last.Type == Email && !strings.Contains(domain, ".")
	return last.End >= len(strings.TrimRight(t.own, ".,;:!? ")) && !half
}

// after finds in text what is personal data behind what was said last; split, if it may begin there. Without anything
// between them only what does begin there is no other word than it was.
func (t turn) after(last, between, text string, split bool) (found []Entity) {
	seam := len(last) + len(between)
	for _, e := range t.searcher.Find(last + between + text) {
		begun := e.Start < len(last)
		switch {
		case e.End <= seam, begun && !split, !begun && (between == "" || e.Start < seam):
			continue
		case begun:
			e = Entity{Start: seam, End: e.End, Type: e.Type, Text: text[:e.End-seam], Score: e.Score}
		}
		e.Start, e.End = e.Start-seam, e.End-seam
		found = append(found, e)
	}
	return found
}

// leastAgain is how many letters a value must have to be known where nothing tells what it is.
const leastAgain = 4

// again is where a text says what was told before, as words of its own, in whichever letters, or a part of a name.
func again(text string, told []Entity) (found []Entity) {
	for _, e := range told {
		found = withMore(found, saidIn(text, e, nil))
		if e.Type != Person {
			continue
		}
		if parts := strings.FieldsFunc(e.Text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' }); len(parts) > 1 {
			for _, part := range parts {
				found = withMore(found, saidIn(text, Entity{Type: e.Type, Text: part, Score: e.Score}, anyNamePart))
			}
		}
	}
	return found
}

// saidIn is where a text says a value as words of its own, if it may be meant as it stands there.
func saidIn(text string, e Entity, meant func(string) bool) (found []Entity) {
	runes := utf8.RuneCountInString(e.Text)
	if runes < leastAgain {
		return nil
	}
	single := e.Type == Person && !strings.ContainsAny(e.Text, " -.")
	told := e.Text
	first, _ := utf8.DecodeRuneInString(told)
	before := ' '
	for i, r := range text {
		begins := !ofWord(before) && (r == first || unicode.ToLower(r) == unicode.ToLower(first))
		before = r
		if !begins {
			continue
		}
		end, ok := behindRunes(text, i, runes)
		if !ok {
			break
		}
		said := text[i:end]
		behind, _ := utf8.DecodeRuneInString(text[end:])
		if ofWord(behind) || said != told && (!strings.EqualFold(said, told) || single && unicode.IsLower(r) && everydayWord(said)) || meant != nil && !meant(said) {
			continue
		}
		e.Start, e.End, e.Text = i, end, said
		found = append(found, e)
	}
	return found
}

// behindRunes is the place so many letters behind another in a text that has as many.
func behindRunes(text string, at, runes int) (end int, ok bool) {
	for end = at; runes > 0; runes-- {
		if end >= len(text) {
			return 0, false
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return end, true
}

// anyNamePart says of a word that stands in a name whether it means that where it stands alone: "Quistorp", and "Fischer" only
// where something else tells it.
func anyNamePart(part string) bool { return !everydayWord(part) }

// everydayWord says whether a word is one of everyday texts, whoever may be called so.
func everydayWord(w string) bool {
	w = strings.ToLower(w)
	return tagger.Default().Known(w)&anyWords != 0 || words().note(w).class&(functionWords|months|weekdays) != 0
}

// makesWord reports whether two texts would become one word at their seam that neither of them has: "Ulm", "Was kostet das?".
func makesWord(last, text string) bool {
	before, _ := utf8.DecodeLastRuneInString(last)
	behind, _ := utf8.DecodeRuneInString(text)
	return ofWord(before) && ofWord(behind) && (unicode.IsLetter(before) || unicode.IsLetter(behind))
}

func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// withMore adds what more is found; where both overlap, the longer one counts.
func withMore(found, more []Entity) []Entity {
	for _, e := range more {
		shorter := func(o Entity) bool {
			return o.Start < e.End && e.Start < o.End && e.Start <= o.Start && o.End <= e.End && e.End-e.Start > o.End-o.Start
		}
		kept := slices.DeleteFunc(slices.Clone(found), shorter)
		if slices.ContainsFunc(kept, func(o Entity) bool { return o.Start < e.End && e.Start < o.End }) {
			continue
		}
		found = append(kept, e)
	}
	slices.SortFunc(found, func(a, b Entity) int { return a.Start - b.Start })
	return found
}
