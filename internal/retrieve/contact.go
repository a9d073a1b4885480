package retrieve

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// contactPages are what the pages are called that say how a firm is reached, the most useful first.
var contactPages = []string{"kontakt", "contact", "impressum", "imprint", "legal notice"}

// What a site's contact data is at most.
const (
	contactLines  = 3
	contactLength = 200 // bytes
)

// Contact is how the sources say that their owner is reached, in one line: the telephone numbers and
// mail addresses from the page that is called so, of pages in the language given before others; ""
// where there is none.
func (ix *Index) Contact(language string) string {
	best, rank := "", 2*len(contactPages)
	for i := range ix.passages {
		if ix.facts[i]&(factPhone|factEmail) == 0 {
			continue
		}
		p := &ix.passages[i]
		foreign := 0
		if p.Language != language {
			foreign = len(contactPages)
		}
		called := strings.ToLower(p.Title + "\n" + strings.Join(p.Headings, "\n") + "\n" + pathWords(p.Address))
		for r, name := range contactPages {
			if r+foreign >= rank {
				break
			}
			if !strings.Contains(called, name) {
				continue
			}
			if lines := contactIn(p); lines != "" {
				best, rank = lines, r+foreign
			}
			break
		}
	}
	return best
}

// contactIn are the lines of a passage with a telephone number or a mail address.
func contactIn(p *Passage) string {
	var lines []string
	length, between := 0, ", "
	for line := range strings.Lines(Unaddressed(p.Text)) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "• ")
		if strings.HasPrefix(line, "©") || strings.HasPrefix(line, "Fax") || factsIn(line, word.Tokens(line, p.Language))&(factPhone|factEmail) == 0 {
			continue
		}
		if name, rest, ok := strings.Cut(line, cellBreak); ok { // a row of a table, about what its first cell names
			if _, value, ok := strings.Cut(name, ": "); ok {
				name = value
			}
			line, between = name+" ("+strings.ReplaceAll(rest, cellBreak, ", ")+")", "; "
		}
		if len(line) > lineShort {
			line = numberAndMail(line, p.Language)
		}
		if length += len(line); line == "" || length > contactLength || len(lines) == contactLines {
			break
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, between)
}

var (
	telephone = regexp.MustCompile(`(?:Tel(?:efon)?|[Pp]hone|Call)[.:]? *(\+?[\d(][\d ()/–-]{5,}\d)`)
	mail      = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
)

// numberAndMail are the first telephone number that is called so and the first mail address of a text
// that says more than them.
func numberAndMail(text, language string) string {
	var found []string
	if m := telephone.FindStringSubmatch(text); m != nil {
		name := "Telephone: "
		if language == "de" {
			name = "Telefon: "
		}
		found = append(found, name+m[1])
	}
	if m := mail.FindString(text); m != "" {
		found = append(found, "E-Mail: "+m)
	}
	return strings.Join(found, ", ")
}
