// Package trial asks a bot its test questions and sums up how well they were answered.
package trial

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	encoding "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Case is a test question: what is asked, and where the answer stands (Document), what it holds
// (Text), or that there is none (Refuse).
type Case struct {
	ID       string `json:"id,omitempty"`
	Question string `json:"question"`
	Language string `json:"language,omitempty"`
	Document string `json:"document,omitempty"` // address or the end of it
	Text     string `json:"text,omitempty"`     // must stand in the answer, and in a passage found
	Refuse   bool   `json:"refuse,omitempty"`
}

// expected shows what a file of test questions looks like.
const expected = `Each line is one question:
  {"question": "When are you open on Saturday?", "document": "/contact", "text": "4 pm"}
  {"question": "Do you sell aeroplanes?", "refuse": true}
Fields: "question", and "document" (where the answer stands: an address or its end), "text" (what the
answer must say; the cells of a table's row with | between them), or "refuse" (true: there is no answer);
also "id" and "language" ("de", "en", …).`

// Read reads cases, one JSON object a line, in UTF-8 or what editors and shells of Windows write: UTF-8 or UTF-16 with a mark
// at its beginning. Empty lines and lines that begin with # are left out.
func Read(r io.Reader) ([]Case, error) {
	lines := bufio.NewScanner(transform.NewReader(r, encoding.BOMOverride(transform.Nop)))
	lines.Buffer(nil, 1<<20)
	var cases []Case
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		c, err := readCase(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w\n%s", n, err, expected)
		}
		if c.ID == "" {
			c.ID = fmt.Sprint(n)
		}
		cases = append(cases, c)
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("a line is longer than 1 MB: each question stands in a line of its own\n%s", expected)
	} else if err != nil {
		return nil, fmt.Errorf("reading the questions: %w", err)
	}
	if len(cases) == 0 {
		return nil, fmt.Errorf("there are no questions in the file\n%s", expected)
	}
	return cases, nil
}

// code is what a language is called by.
var code = regexp.MustCompile(`^[a-z]{2,3}$`)

func readCase(line string) (c Case, err error) {
	if !utf8.ValidString(line) { // it would ask for other words
		return c, errors.New("it is not written in UTF-8: save the file as UTF-8")
	}
	decoder := json.NewDecoder(strings.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&c); err != nil {
		return c, plain(err, line)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return c, errors.New("something follows after the closing }; each question stands in a line of its own")
	}
	switch {
	case c.Language != "" && !code.MatchString(c.Language):
		return c, fmt.Errorf(`"language" must be a code such as "de" or "en", not %q`, c.Language)
	case strings.TrimSpace(c.Question) == "":
		return c, errors.New(`it has no question: give "question"`)
	case !c.Refuse && c.Document == "" && c.Text == "":
		return c, errors.New(`it expects nothing: give "document", "text" or "refuse": true`)
	case c.Refuse && (c.Document != "" || c.Text != ""):
		return c, errors.New(`it expects an answer and a refusal: leave out "refuse", or "document" and "text"`)
	}
	return c, nil
}

// plain says in plain words why a line is no case.
func plain(err error, line string) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	unknown, isUnknown := strings.CutPrefix(err.Error(), "json: unknown field ")
	switch {
	case line[0] == '[':
		return errors.New("it begins a list; write no [ ] around the questions and no commas between them")
	case line[0] != '{':
		return fmt.Errorf("it does not begin with { but with %q", firstOf(line))
	case isUnknown:
		return fmt.Errorf("there is no field %s", unknown)
	case errors.As(err, &kind):
		want := "a text in quotation marks"
		if kind.Type.Kind() == reflect.Bool {
			want = "true or false, without quotation marks"
		}
		return fmt.Errorf("%q must be %s, not %s", kind.Field, want, kind.Value)
	case errors.As(err, &syntax):
		at := max(0, min(int(syntax.Offset)-1, len(line)))
		return fmt.Errorf("it is no JSON from character %d on, after %q: a comma, quotation mark or colon is missing or one too many",
			utf8.RuneCountInString(line[:at])+1, lastOf(line[:at]))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errors.New("it ends too early: a } or a quotation mark is missing, or the question goes on in the next line")
	}
	return err
}

// shown is how many characters of a faulty line are quoted.
const shown = 20

func firstOf(text string) string {
	r := []rune(text)
	return string(r[:min(shown, len(r))])
}

func lastOf(text string) string {
	r := []rune(text)
	return string(r[max(0, len(r)-shown):])
}

// Found is a passage that the search gave.
type Found struct{ Document, Text string }

// Answer is what the bot said.
type Answer struct {
	Text              string
	Refused           bool
	Cited             []string // documents
	Claims, Supported int      // sentences that state something, and those that the sources back
	Evidence          float64  // that the sources answer the question, 0 to 1
}

// Bot is what is tried.
type Bot interface {
	// Search gives the best k passages, best first.
	Search(ctx context.Context, c Case, k int) ([]Found, error)
	// Ask gives the answer and leaves nothing behind.
	Ask(ctx context.Context, c Case) (Answer, error)
}

// Outcome is what came of a case.
type Outcome struct {
	ID       string `json:"id"`
	Question string `json:"question"`
	Rank     int    `json:"rank,omitempty"` // of the first passage that is right, from 1; 0: not among the ten
	Refused  bool   `json:"refused"`
	Right    bool   `json:"right"`           // answered with what was expected, or refused as expected
	Shown    bool   `json:"shown,omitempty"` // what was expected was said, perhaps without being sure
	Answer   string `json:"answer"`
	// Evidence is how sure the bot was that the sources answer the question, 0 to 1.
	Evidence float64 `json:"evidence,omitempty"`
	Error    string  `json:"error,omitempty"`

	searched, answered time.Duration
	claims, supported  int
}

// Report is the sum. All shares are 0 to 1; those of which there was no case are -1.
type Report struct {
	Cases      int     `json:"cases"`
	Failed     int     `json:"failed"` // cases that ended in an error
	RecallAt1  float64 `json:"recall_at_1"`
	RecallAt5  float64 `json:"recall_at_5"`
	RecallAt10 float64 `json:"recall_at_10"`
	MRR        float64 `json:"mrr_at_10"`
	Answered   float64 `json:"answered"`        // of those with an answer: not refused
	Correct    float64 `json:"correct"`         // of those with an answer: the expected document is cited or the expected text said
	Shown      float64 `json:"shown"`           // of those with an answer: the same said, if only as what comes nearest to an answer
	Refused    float64 `json:"refused_rightly"` // of those without one
	Supported  float64 `json:"supported"`       // of the sentences that state something
	SearchP50  float64 `json:"search_p50_ms"`
	AnswerP50  float64 `json:"answer_p50_ms"`
	AnswerP95  float64 `json:"answer_p95_ms"`

	Outcomes []Outcome `json:"outcomes"`
}

// depth is how many passages are looked at.
const depth = 10

// Run asks all questions, one after another. A case that fails is noted and does not end the run.
func Run(ctx context.Context, b Bot, cases []Case, each func(done int)) (Report, error) {
	var outcomes []Outcome
	for i, c := range cases {
		outcomes = append(outcomes, try(ctx, b, c))
		if err := ctx.Err(); err != nil {
			return Report{}, err
		}
		if each != nil {
			each(i + 1)
		}
	}
	return sum(cases, outcomes), nil
}

func try(ctx context.Context, b Bot, c Case) Outcome {
	o := Outcome{ID: c.ID, Question: c.Question}
	began := time.Now()
	found, err := b.Search(ctx, c, depth)
	o.searched = time.Since(began)
	if err != nil {
		o.Error = err.Error()
		return o
	}
	o.Rank = slices.IndexFunc(found, func(f Found) bool { return c.in(f) }) + 1
	began = time.Now()
	a, err := b.Ask(ctx, c)
	o.answered = time.Since(began)
	if err != nil {
		o.Error = err.Error()
		return o
	}
	o.Refused, o.Answer, o.Evidence, o.claims, o.supported = a.Refused, a.Text, a.Evidence, a.Claims, a.Supported
	if c.Refuse {
		o.Right = a.Refused
		return o
	}
	cited := c.Document == "" || slices.ContainsFunc(a.Cited, func(d string) bool { return sameDocument(d, c.Document) })
	o.Shown = cited && (c.Text == "" || Holds(a.Text, c.Text))
	o.Right = o.Shown && !a.Refused
	return o
}

// in says whether a passage is one that was expected.
func (c Case) in(f Found) bool {
	return (c.Document == "" || sameDocument(f.Document, c.Document)) && (c.Text == "" || Holds(f.Text, c.Text)) && !c.Refuse
}

func sameDocument(address, wanted string) bool {
	return address == wanted || strings.HasSuffix(strings.TrimSuffix(address, "/"), strings.TrimSuffix(wanted, "/"))
}

// Holds says whether a text says what is wanted, whatever the case, the spaces, the form of quotation marks and the marks of
// Markdown. Of a table's row ("Skirt | 12 €") the cells stand in one line of the text, in their order: a row is told in a
// sentence, too.
func Holds(text, wanted string) bool {
	cells := slices.DeleteFunc(strings.Split(squeeze(wanted), "|"), func(cell string) bool { return strings.TrimSpace(cell) == "" })
	if len(cells) < 2 {
		return strings.Contains(squeeze(text), strings.TrimSpace(strings.Join(cells, "")))
	}
	for line := range strings.Lines(text) {
		if holdsCells(squeeze(line), cells) {
			return true
		}
	}
	return false
}

func holdsCells(line string, cells []string) bool {
	for _, cell := range cells {
		var found bool
		if line, found = afterWords(line, strings.TrimSpace(cell)); !found {
			return false
		}
	}
	return true
}

// afterWords is what follows words in a text, which are whole ones there: "6" is neither in "16" nor in "66".
func afterWords(text, words string) (string, bool) {
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return "", false
		}
		at += from
		from = at + len(words)
		last, _ := utf8.DecodeLastRuneInString(text[:at])
		next, _ := utf8.DecodeRuneInString(text[from:])
		if !inWord(last) && !inWord(next) {
			return text[from:], true
		}
	}
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func squeeze(s string) string {
	return strings.Join(strings.Fields(typed.Replace(strings.ToLower(s))), " ")
}

// typed leaves of a text what is typed on a keyboard.
var typed = strings.NewReplacer("**", "", `\[`, "[", `\*`, "*", `\_`, "_", `\\`, `\`, "\\`", "`", `\~`, "~", `\>`, ">", `\+`, "+", `\-`, "-", `\#`, "#", "‘", "'", "’", "'", "‚", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "\u2011", "-")

func sum(cases []Case, outcomes []Outcome) Report {
	r := Report{Cases: len(cases), Outcomes: outcomes}
	var with, without, at1, at5, at10, answered, correct, shown, refused, claims, supported int
	var reciprocal float64
	var searches, answers []float64
	for i, o := range outcomes {
		if o.Error != "" {
			r.Failed++
		}
		searches, answers = append(searches, milliseconds(o.searched)), append(answers, milliseconds(o.answered))
		claims, supported = claims+o.claims, supported+o.supported
		if cases[i].Refuse {
			without++
			refused += count(o.Right)
			continue
		}
		with++
		at1, at5, at10 = at1+count(o.Rank == 1), at5+count(o.Rank > 0 && o.Rank <= 5), at10+count(o.Rank > 0)
		if o.Rank > 0 {
			reciprocal += 1 / float64(o.Rank)
		}
		answered += count(!o.Refused && o.Error == "")
		correct, shown = correct+count(o.Right), shown+count(o.Shown)
	}
	r.RecallAt1, r.RecallAt5, r.RecallAt10 = share(at1, with), share(at5, with), share(at10, with)
	r.Answered, r.Correct, r.Shown, r.Refused, r.Supported = share(answered, with), share(correct, with), share(shown, with), share(refused, without), share(supported, claims)
	if r.MRR = -1; with > 0 {
		r.MRR = reciprocal / float64(with)
	}
	r.SearchP50, r.AnswerP50, r.AnswerP95 = percentile(searches, 50), percentile(answers, 50), percentile(answers, 95)
	return r
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func share(part, all int) float64 {
	if all == 0 {
		return -1
	}
	return float64(part) / float64(all)
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func percentile(values []float64, p int) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[min(len(values)-1, len(values)*p/100)]
}

// Figure is a number of a report with its name; quality figures are those that must not fall.
type Figure struct {
	Name    string
	Value   float64
	Quality bool
}

// Figures lists the numbers of a report.
func (r Report) Figures() []Figure {
	return []Figure{
		{"recall@1", r.RecallAt1, true}, {"recall@5", r.RecallAt5, true}, {"recall@10", r.RecallAt10, true}, {"MRR@10", r.MRR, true},
		{"answered", r.Answered, true}, {"correct", r.Correct, true}, {"shown", r.Shown, true}, {"refused rightly", r.Refused, true}, {"supported sentences", r.Supported, true},
		{"search p50, ms", r.SearchP50, false}, {"answer p50, ms", r.AnswerP50, false}, {"answer p95, ms", r.AnswerP95, false},
	}
}

// SameQuestions says whether an earlier report is about the same questions: figures of others tell little of these.
func (r Report) SameQuestions(earlier Report) bool {
	return slices.EqualFunc(r.Outcomes, earlier.Outcomes, func(a, b Outcome) bool { return a.Question == b.Question })
}

// Worse names the quality figures that fell by more than the tolerance since an earlier report.
// Times are not compared: machines differ.
func (r Report) Worse(earlier Report, tolerance float64) []string {
	var worse []string
	before := earlier.Figures()
	for i, f := range r.Figures() {
		if f.Quality && f.Value >= 0 && before[i].Value >= 0 && f.Value < before[i].Value-tolerance-1e-9 {
			worse = append(worse, fmt.Sprintf("%s fell from %.3f to %.3f", f.Name, before[i].Value, f.Value))
		}
	}
	if r.Failed > earlier.Failed {
		worse = append(worse, fmt.Sprintf("%d questions ended in an error, %d before", r.Failed, earlier.Failed))
	}
	return worse
}
