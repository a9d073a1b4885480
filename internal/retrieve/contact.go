package retrieve

import (
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

// Contact is how the sources say that their owner is reached: the short lines with telephone numbers
// and mail addresses from the page that is called so, in one line; "" where there is none.
func (ix *Index) Contact() string {
	best, rank := "", len(contactPages)
	for i := range ix.passages {
		if ix.facts[i]&(factPhone|factEmail) == 0 {
			continue
		}
		p := &ix.passages[i]
		called := strings.ToLower(p.Title + "\n" + strings.Join(p.Headings, "\n") + "\n" + pathWords(p.Address))
		for r, name := range contactPages[:rank] {
			if !strings.Contains(called, name) {
				continue
			}
			if lines := contactIn(p); lines != "" {
				best, rank = lines, r
			}
			break
		}
	}
	return best
}

// contactIn are the lines of a passage with a telephone number or a mail address.
func contactIn(p *Passage) string {
	var lines []string
	length := 0
	for line := range strings.Lines(p.Text) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "• ")
		if len(line) > lineShort || strings.HasPrefix(line, "©") || factsIn(line, word.Tokens(line, p.Language))&(factPhone|factEmail) == 0 || strings.HasPrefix(line, "Fax") {
			continue
		}
		if length += len(line); length > contactLength || len(lines) == contactLines {
			break
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, ", ")
}
