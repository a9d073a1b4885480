package conversation

import (
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/verify"
)

// writer takes an answer as it comes and gives what a visitor may read of it now.
type writer interface {
	write(piece string) string
	close() string // what was held back
	text() string  // all that was given
	citations() []Citation
}

// judge checks a model's answer sentence by sentence while it is being written. Citations are
// placed by what backs a sentence, not by the model's word: its own markers are dropped. A sentence
// that nothing backs is marked, or withheld. Words flow on at once; a number, link or address that
// the sources do not have waits for the verdict on its sentence.
type judge struct {
	cite      *citer
	check     *verify.Checker
	second    func(sentence string, v verify.Verdict) verify.Verdict // has the last word on a verdict; may be nil
	withhold  bool
	mark      string                     // behind a sentence that nothing backs
	invented  func(sentence string) bool // it speaks of what the model has made up a placeholder for; may be nil
	line      string                     // the paragraph being written, without the model's markers
	shown     int                        // bytes of it that were given
	settled   int                        // bytes of it that were judged
	held      string                     // the beginning of what may be a marker
	span      codeSpan                   // of what the model writes
	ended     bool                       // nothing follows
	begun     bool                       // something of it was given
	code      bool                       // inside ```
	given     strings.Builder
	claims    int
	supported int
}

// unbacked stands behind a sentence that nothing backs.
var unbacked = bilingual.Of(" (nicht in unseren Quellen)", " (not in our sources)")

func newJudge(index *retrieve.Index, found retrieve.Results, said verify.Said, language string, mode bot.Check) *judge {
	return &judge{cite: newCiter(numbered(found)), check: verify.New(index, found.Hits, said, language), withhold: mode == bot.CheckWithhold, mark: unbacked.In(language)}
}

func (j *judge) write(piece string) string {
	text := j.unmarked(piece)
	var out strings.Builder
	for {
		line, rest, ended := strings.Cut(text, "\n")
		j.line += line
		if !ended {
			break
		}
		empty := strings.TrimSpace(j.line) == ""
		out.WriteString(j.settleLine())
		if empty && j.given.Len()+out.Len() > 0 || j.begun || !j.withhold { // what is withheld leaves no line behind
			out.WriteString("\n")
		}
		j.begun = false
		text = rest
	}
	out.WriteString(j.flow())
	j.given.WriteString(out.String())
	return out.String()
}

func (j *judge) close() string {
	j.ended = true
	j.line += j.unmarked("") + j.held
	j.held = ""
	out := j.settleLine()
	j.given.WriteString(out)
	return out
}

func (j *judge) text() string { return strings.TrimRight(j.given.String(), " \n") }

func (j *judge) citations() []Citation { return j.cite.citations() }

// unmarked drops the model's markers and holds back what may become one. Numbers in brackets within code are none.
func (j *judge) unmarked(piece string) string {
	text := j.held + piece
	j.held = ""
	var out strings.Builder
	for {
		open := strings.IndexByte(text, '[')
		if open < 0 {
			j.span.read(text)
			out.WriteString(text)
			return out.String()
		}
		j.span.read(text[:open])
		literal, decided := j.span.literal(text[open:], j.ended)
		end := markerEnd(text[open:])
		if literal {
			end = -1
		}
		switch {
		case end == 0 || !decided:
			before := strings.TrimRight(text[:open], " ")
			out.WriteString(before)
			j.held = text[len(before):]
			return out.String()
		case end < 0:
			j.span.read("[")
			out.WriteString(text[:open+1])
			text = text[open+1:]
		default:
			j.span.read("]")
			before := strings.TrimRight(text[:open], " ")
			if before == "" && out.Len() == 0 && len(j.line) > j.shown {
				j.line = j.line[:j.shown] + strings.TrimRight(j.line[j.shown:], " ") // the space before the marker came with an earlier piece
			}
			out.WriteString(before)
			text = text[open+end:]
		}
	}
}

// flow gives what of an unfinished paragraph can be given: finished sentences with their verdict,
// and of the one being written what needs none.
func (j *judge) flow() string {
	switch {
	case j.code, whole(j.line):
		return ""
	}
	var out strings.Builder
	if sentence.MayEnd(j.line[j.settled:]) { // else there is only the one being written
		spans := sentence.In(j.line)
		for _, s := range spans[:max(0, len(spans)-1)] {
			out.WriteString(j.settle(s))
		}
	}
	if j.withhold {
		return out.String()
	}
	if end := j.harmless(); end > j.shown {
		out.WriteString(j.line[j.shown:end])
		j.shown = end
	}
	return out.String()
}

// whole says whether a line is judged as a whole: a row of a table, a heading, or what may become code.
func whole(line string) bool {
	line = strings.TrimLeft(line, " ")
	return strings.HasPrefix(line, "|") || strings.HasPrefix(line, "`") || strings.HasPrefix(line, "~") || strings.HasPrefix(line, "#")
}

// ends are the characters that may end a sentence, and those that close something after it.
const ends = ".!?…:;,)]}\"'“”»*_ "

// harmless is how far the paragraph can be given: not its last punctuation, behind which a citation
// may have to go, no unfinished word, and nothing from a word on that can be wrong by itself.
func (j *judge) harmless() int {
	end := len(strings.TrimRight(j.line, ends))
	at := j.shown
	for at < end {
		next := strings.IndexAny(j.line[at:end], " \t")
		finished := next >= 0
		if !finished {
			next = end - at
			finished = end < len(j.line) && j.line[end] == ' '
		}
		if !finished || verify.Risky(j.line[at:at+next]) {
			return len(strings.TrimRight(j.line[:at], ends))
		}
		at += next
		for at < end && (j.line[at] == ' ' || j.line[at] == '\t') {
			at++
		}
	}
	return end
}

// settleLine judges what is left of a finished paragraph.
func (j *judge) settleLine() string {
	defer func() { j.line, j.shown, j.settled = "", 0, 0 }()
	said := j.judgedLine()
	j.begun = j.begun || strings.TrimSpace(said) != ""
	if !j.begun && j.withhold {
		return ""
	}
	return said
}

// judgedLine is what is left of a finished paragraph with its verdict.
func (j *judge) judgedLine() string {
	fence := strings.HasPrefix(strings.TrimLeft(j.line, " "), "```") || strings.HasPrefix(strings.TrimLeft(j.line, " "), "~~~")
	if fence {
		j.code = !j.code
	}
	if fence || j.code || whole(j.line) {
		return j.row()
	}
	var out strings.Builder
	for _, s := range sentence.In(j.line) {
		out.WriteString(j.settle(s))
	}
	return out.String() + j.line[min(j.shown, len(j.line)):]
}

// settle gives the rest of a finished sentence with its verdict.
func (j *judge) settle(at sentence.Span) string {
	if at.End <= j.settled {
		return ""
	}
	rest, fresh := j.line[min(j.shown, at.End):at.End], j.shown <= at.Start
	v := j.judged(j.line[at.Start:at.End])
	j.shown, j.settled = max(j.shown, at.End), at.End
	if !v.Supported && j.withhold && fresh {
		return ""
	}
	if j.withhold && !j.begun && at.Start > 0 {
		rest = strings.TrimLeft(rest, " ") // what stood before was withheld
	}
	j.begun = true
	core := strings.TrimRight(rest, ".!?… \"“”»")
	end := rest[len(core):]
	switch {
	case !v.Supported:
		return core + j.mark + end
	case !v.Claim:
		return rest
	}
	return core + j.marker(v) + end
}

// row judges a row of a table, a heading or a line of code by its figures; its words are too few to
// compare.
func (j *judge) row() string {
	v := j.judged(j.line)
	core := strings.TrimRight(j.line, " |")
	end := j.line[len(core):]
	switch plain := j.code || !strings.Contains(j.line, "|"); {
	case !v.Claim || v.Reason == verify.Words || v.Reason == verify.Negation || v.Reason == verify.Condition || v.Reason == verify.Name, plain && (v.Supported || v.Reason == denied):
		return j.line
	case !v.Supported && j.withhold:
		return ""
	case !v.Supported:
		return core + j.mark + end
	}
	return core + j.marker(v) + end
}

func (j *judge) judged(sentence string) verify.Verdict {
	v := j.check.Sentence(sentence)
	if j.invented != nil && j.invented(sentence) { // the rest of it may stand in a source
		v = verify.Verdict{Claim: true, Hit: -1}
	}
	if j.second != nil {
		v = j.second(sentence, v)
	}
	if v.Claim {
		j.claims++
		if v.Supported {
			j.supported++
		}
	}
	return v
}

// marker is the citation of a sentence, with the space before it.
func (j *judge) marker(v verify.Verdict) string {
	var out strings.Builder
	for _, i := range append([]int{v.Hit}, v.Others...) {
		if i < 0 {
			continue
		}
		if m := j.cite.marker(strconv.Itoa(i + 1)); !strings.Contains(out.String(), m) {
			out.WriteString(m)
		}
	}
	if out.Len() == 0 {
		return ""
	}
	return " " + out.String()
}

// backed is an earlier answer without the sentences that nothing backed, and without the visitor's questions over its
// parts: they are no source for a later one.
func backed(answer string) string {
	var out strings.Builder
	for line := range strings.Lines(answer) {
		if strings.HasPrefix(line, overPart) {
			continue
		}
		for _, at := range sentence.In(line) {
			if s := line[at.Start:at.End]; !strings.Contains(s, strings.TrimSpace(unbacked.De)) && !strings.Contains(s, strings.TrimSpace(unbacked.En)) {
				out.WriteString(s)
			}
		}
		out.WriteString("\n")
	}
	return out.String()
}
