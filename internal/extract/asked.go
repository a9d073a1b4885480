package extract

import (
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
)

const (
	// longestQuestion is up to how many bytes of bold text, or of a line, may be a question above its answer.
	longestQuestion = 200
	// asksOften is how many questions alone on their lines make a page one of questions and answers: one or two may
	// be no more than a way of speaking.
	asksOften = 3
)

// questionsAsHeadings makes headings of the questions that stand above their answers as text: in bold, "Darf mein Hund
// mit?" with "Ja, angeleint." behind it, or alone on their lines, if there are several of these. Pages of questions
// and answers are written so more often than with headings, and each answer belongs to its question.
func questionsAsHeadings(blocks []document.Block) []document.Block {
	alone := 0
	for i := range blocks {
		if asksAlone(blocks, i) {
			alone++
		}
	}
	out := make([]document.Block, 0, len(blocks))
	level := 1
	for i, b := range blocks {
		if b.Ends > 0 {
			level = min(level, max(1, b.Ends-1))
		}
		if b.Kind == document.KindHeading {
			level = b.Level
		}
		lead, rest := boldQuestion(b)
		if lead == "" && alone >= asksOften && asksAlone(blocks, i) {
			lead, rest = b.Text, ""
		}
		if lead == "" || rest == "" && !answered(blocks, i) {
			out = append(out, b)
			continue
		}
		out = append(out, document.Block{Kind: document.KindHeading, Level: min(6, level+1), Text: lead, Page: b.Page, Anchor: b.Anchor, Ends: b.Ends})
		if rest != "" {
			b.Text, b.Bold, b.Ends = rest, 0, 0
			out = append(out, b)
		}
	}
	return out
}

// boldQuestion is the question with which a paragraph begins in bold, and what follows it; "" where there is none.
func boldQuestion(b document.Block) (question, rest string) {
	bold := min(b.Bold, len(b.Text)) // spaces at its end are gone
	question = document.OneLine(b.Text[:bold])
	if b.Kind != document.KindParagraph || len(question) > longestQuestion || !strings.HasSuffix(question, "?") {
		return "", ""
	}
	return question, strings.TrimSpace(b.Text[bold:])
}

// asksAlone says whether a block is a question and nothing else, and the next one its answer.
func asksAlone(blocks []document.Block, i int) bool {
	b := &blocks[i]
	return b.Kind == document.KindParagraph && len(b.Text) <= longestQuestion && !strings.Contains(b.Text, "\n") && strings.HasSuffix(b.Text, "?") && answered(blocks, i)
}

// answered says whether text that is no question follows a block.
func answered(blocks []document.Block, i int) bool {
	return i+1 < len(blocks) && blocks[i+1].Kind != document.KindHeading && !strings.HasSuffix(blocks[i+1].Text, "?")
}
