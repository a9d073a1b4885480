package retrieve

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// contactPages are what the pages are called that say how a firm is reached, the most useful first.
var contactPages = []string{"kontakt", "contact", "impressum", "imprint", "legal notice"}

// What a site's contact data is at most.
const (
	contactLines  = 3
	contactLength = 200 // bytes
)

// Contact is how the sources say that their owner is reached, in one line: the telephone numbers and
// mail addresses from the page that is called so, of pages in the language given before others, and there
// from where both stand; else what stands on most pages, as feet of pages do; "" where there is none. documents are
// the ids of those that say so, of many the first.
func (ix *Index) Contact(language string) (said string, documents []string) {
	best, rank, both, from := "", 2*len(contactPages), false, (*passage.Passage)(nil)
	for i := range ix.passages {
		if ix.facts[i]&(stated.Phone|stated.Email) == 0 {
			continue
		}
		p := &ix.passages[i]
		foreign := 0
		if p.Language != language {
			foreign = len(contactPages)
		}
		called := strings.ToLower(p.Title + "\n" + strings.Join(p.Headings, "\n") + "\n" + analysis.PathWords(p.Address))
		for r, name := range contactPages {
			if r+foreign > rank {
				break
			}
			if !strings.Contains(called, name) {
				continue
			}
			lines := contactIn(p, language)
			facts := stated.FactsIn(lines, word.Tokens(lines, p.Language))
			if whole := facts&stated.Phone != 0 && facts&stated.Email != 0; lines != "" && (r+foreign < rank || whole && !both || whole == both && before(p, from)) {
				best, rank, both, from = lines, r+foreign, whole, p
			}
			break
		}
	}
	if best == "" {
		return ix.footContact(language)
	}
	return best, []string{from.Document}
}

// before says whether a passage stands before another by the address of its page: of two branches the same one is told
// whenever the site is read.
func before(p, o *passage.Passage) bool {
	return p.Address < o.Address || p.Address == o.Address && p.Ordinal < o.Ordinal
}

// footContact is the contact data that stands on most pages, and on no fewer than footPages.
func (ix *Index) footContact(language string) (said string, documents []string) {
	on := map[string]map[int32]bool{}
	best := ""
	for i := range ix.passages {
		if ix.facts[i]&(stated.Phone|stated.Email) == 0 {
			continue
		}
		lines := contactIn(&ix.passages[i], language)
		if lines == "" {
			continue
		}
		if on[lines] == nil {
			on[lines] = map[int32]bool{}
		}
		on[lines][ix.document[i]] = true
		if n := len(on[lines]); n >= footPages && (n > len(on[best]) || n == len(on[best]) && lines < best) {
			best = lines
		}
	}
	for i := range ix.passages {
		if on[best][ix.document[i]] && len(documents) < footPages {
			delete(on[best], ix.document[i])
			documents = append(documents, ix.passages[i].Document)
		}
	}
	return best, documents
}

// footPages is on how many pages contact data stands at least to be that of the owner.
const footPages = 3

// contactIn are the lines of a passage with a telephone number or a mail address, named in a language where a line is cut
// down to them.
func contactIn(p *passage.Passage, language string) string {
	var lines []string
	length, between, sentence := 0, ", ", ""
	for line := range strings.Lines(passage.Unaddressed(p.Text)) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "• ")
		if strings.HasPrefix(line, "©") || faxLabel.MatchString(line) || stated.FactsIn(line, word.Tokens(line, p.Language))&(stated.Phone|stated.Email) == 0 {
			continue
		}
		if foot := footParts(line, p.Language); foot != "" {
			line = foot
		} else if name, rest, ok := strings.Cut(line, stated.CellBreak); ok && (reachedBy(name) != nil || !strings.Contains(rest, ": ") && !strings.Contains(name, ": ")) {
			line = strings.ReplaceAll(line, stated.CellBreak, ", ")
		} else if ok { // a row of a table, about what its first cell names
			if _, value, ok := strings.Cut(name, ": "); ok {
				name = value
			}
			line, between = name+" ("+strings.ReplaceAll(rest, stated.CellBreak, ", ")+")", "; "
		}
		line = apartBehind.ReplaceAllString(apart.ReplaceAllString(line, "$1, $2"), "$1, $2")
		if sentenceAround(line) {
			if sentence == "" {
				sentence = line
			}
			continue
		}
		if len(line) > lineShort {
			line = numberAndMail(line, language)
		} else if p.Language != language {
			line = labelled(line, language)
		}
		if toldIn(lines, line) {
			continue
		}
		if length += len(line); line == "" || length > contactLength || len(lines) == contactLines {
			break
		}
		lines = append(lines, line)
	}
	return strings.Join(withSentence(lines, sentence, p.Language, language), between)
}

// reachedBy are the telephone numbers of a text, without the signs between their digits, and its mail addresses.
func reachedBy(text string) []string {
	found := mail.FindAllString(strings.ToLower(text), -1)
	for _, number := range dialled.FindAllString(text, -1) {
		found = append(found, digitsOnly.ReplaceAllString(number, ""))
	}
	return found
}

// toldIn says whether lines say already how somebody is reached who is reached as a line says: a page has it in its text and
// at its foot.
func toldIn(lines []string, line string) bool {
	told, by := reachedBy(strings.Join(lines, "\n")), reachedBy(line)
	return len(by) > 0 && !slices.ContainsFunc(by, func(one string) bool { return !slices.Contains(told, one) })
}

// withSentence are lines with contact data, and what a sentence has that they do not: its number and its address, or
// where these are not called so, the sentence itself.
func withSentence(lines []string, sentence, in, language string) []string {
	has := func(text string) stated.Facts {
		return stated.FactsIn(text, word.Tokens(text, in)) & (stated.Phone | stated.Email)
	}
	all := has(sentence)
	if all&^has(strings.Join(lines, "\n")) == 0 {
		return lines
	}
	if cut := numberAndMail(sentence, language); has(cut) == all {
		sentence = cut
	}
	if len(sentence) > contactLength {
		return lines
	}
	return append([]string{sentence}, lines...)
}

// sentenceSpaces is how many spaces a line with contact data has at least that is a sentence about something else.
const sentenceSpaces = 7

// sentenceAround says whether contact data stands in a line of prose. One sentence that begins with what the number is
// called says when somebody is reached at it.
func sentenceAround(line string) bool {
	if !strings.HasSuffix(line, ".") || strings.Count(line, " ") < sentenceSpaces {
		return false
	}
	at := phoneLabel.FindStringIndex(line)
	return at == nil || at[0] > 0 || strings.Contains(line, ". ")
}

// footParts are the telephone number and the mail address of a line that has both between other things, as
// feet of pages have; "" of other lines.
func footParts(line, language string) string {
	parts := strings.Split(strings.ReplaceAll(line, " | ", stated.CellBreak), stated.CellBreak)
	if len(parts) < 3 {
		return ""
	}
	var found []string
	var all stated.Facts
	for i, part := range parts {
		facts := stated.FactsIn(part, word.Tokens(part, language)) & (stated.Phone | stated.Email)
		switch {
		case i == 0 && facts == 0 && strings.Contains(part, ": "):
			return "" // a row of a table, about what its first cell names
		case facts != 0:
			found, all = append(found, strings.TrimSpace(part)), all|facts
		}
	}
	if all != stated.Phone|stated.Email {
		return ""
	}
	return strings.Join(found, ", ")
}

// apart finds where a number and what follows it stand in one line that was several.
var apart = regexp.MustCompile(`(\d) ((?:E-?[Mm]ail:? +)?[\w.+-]+@|E-?[Mm]ail:? |WhatsApp:? )`)

// apartBehind is apart for an address with a number behind it.
var apartBehind = regexp.MustCompile(`(@[\w.-]+) (\+?[\d(][\d ()/–-]{5,})`)

var (
	phoneLabel = regexp.MustCompile(`\b(?:Telefon|Telephone|Phone|Tel\.?)(:? +[+(]?\d)`)
	faxLabel   = regexp.MustCompile(`^(?i:tele)?(?i:fax)`)
	mailLabel  = regexp.MustCompile(`\b(?i:e-?mail|mail)(: +[\w.+-]+@)`)
)

// What a number and an address are called.
var phoneName, mailName = bilingual.Of("Telefon", "Phone"), bilingual.Of("E-Mail", "E-mail")

// labelled is a line of a page in another language with what names its number and its address in this one.
func labelled(line, language string) string {
	return mailLabel.ReplaceAllString(phoneLabel.ReplaceAllString(line, phoneName.In(language)+"$1"), mailName.In(language)+"$1")
}

var (
	telephone  = regexp.MustCompile(`(?:Tel(?:efon)?|[Pp]hone|Call)[.:]? *(\+?[\d(][\d ()/–-]{5,}\d)`)
	dialled    = regexp.MustCompile(`\+?[\d(][\d ()/–-]{5,}\d`)
	digitsOnly = regexp.MustCompile(`\D`)
	mail       = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
)

// numberAndMail are the first telephone number that is called so and the first mail address of a text
// that says more than them.
func numberAndMail(text, language string) string {
	var found []string
	if m := telephone.FindStringSubmatch(text); m != nil {
		found = append(found, phoneName.In(language)+": "+m[1])
	}
	if m := mail.FindString(text); m != "" {
		found = append(found, mailName.In(language)+": "+m)
	}
	return strings.Join(found, ", ")
}
