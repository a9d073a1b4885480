package extract

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/webpage"
)

// longestSpeaker is up to how many bytes below a quotation name who said it.
const longestSpeaker = 80

// quotationsAsText makes text of headings that hold what a customer said, with nothing below but a name: "“Never slept
// better!”" above "Darieke H., Leeds". Pages set them large, but their name is no text of its own.
func quotationsAsText(blocks []document.Block) {
	for i := range blocks {
		if b := &blocks[i]; b.Kind == document.KindHeading && b.Level > 1 && quotation(b.Text) && signed(blocks[i+1:]) {
			b.Kind, b.Level = document.KindParagraph, 0
		}
	}
}

// quotation says whether a text stands in quotation marks, whichever the page has.
func quotation(text string) bool {
	const open, shut = "\"“„»«‘‚'", "\"”“«»’'"
	runes := []rune(text)
	return len(strings.Fields(text)) >= 3 && strings.ContainsRune(open, runes[0]) && strings.ContainsRune(shut, runes[len(runes)-1])
}

// signed says whether below a heading stands nothing but one short line that may be a name.
func signed(below []document.Block) bool {
	return len(below) > 0 && below[0].Kind != document.KindHeading && len(below[0].Text) <= longestSpeaker && !strings.ContainsAny(below[0].Text, "!?") &&
		!offered.MatchString(below[0].Text) && (len(below) == 1 || below[1].Kind == document.KindHeading)
}

// offered matches when something takes place and what it costs: a play has a title in quotation marks, too.
var offered = regexp.MustCompile(`(?i)\d\s?(?:uhr\b|h\b|[ap]\.?m\b)|\b\d{1,2}:\d{2}\b|` + webpage.Price.String())
