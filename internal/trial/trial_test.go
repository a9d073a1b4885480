package trial

import (
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestReadSaysWhatIsWrong(t *testing.T) {
	cases, err := Read(strings.NewReader("# a comment\n\n{\"question\":\"a\",\"document\":\"/x\"}\n{\"id\":\"z\",\"question\":\"b\",\"refuse\":true}\n"))
	if err != nil || len(cases) != 2 || cases[0].ID != "3" || cases[1].ID != "z" {
		t.Errorf("%+v, %v", cases, err)
	}
	for input, says := range map[string]string{
		"# first\n" + `{"question":"ü" "text":"x"}`: `line 2: it is no JSON from character 17 on, after "{\"question\":\"ü\" "`,
		`{"question":"a","text":"x"`:                "line 1: it ends too early", `[{"question":"a","text":"x"},`: "no [ ]", `{"question":7,"text":"x"}`: `"question" must be a text in quotation marks, not number`,
		`{"question":"a","refuse":"yes"}`: `"refuse" must be true or false`, `{"question":"a","text":"x"},`: "follows after the closing }", `{"question":"a","answer":"x"}`: `there is no field "answer"`,
		`{"question":"a","text":"` + strings.Repeat("x", 1<<20) + `"}`: "longer than 1 MB",
		"": "no questions", `{"question":"a"}`: "expects nothing", `{"question":" ","text":"x"}`: "no question", `{"question":"a","txt":"x"}`: "txt", "nonsense": "line 1", `{"question":"a","text":"b","refuse":true}`: "refusal",
	} {
		if _, err := Read(strings.NewReader(input)); err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), `"document" (where`) {
			t.Errorf("%.80q: %v", input, err)
		}
	}
}

// Notepad and Excel begin a file with a mark, PowerShell writes UTF-16; what is in neither would ask for other words.
func TestFilesOfWindowsAreRead(t *testing.T) {
	const file = `{"question":"Geöffnet?","text":"ja"}` + "\r\n"
	for name, in := range map[string]string{
		"UTF-8 with a mark":   "\ufeff" + file,
		"UTF-16 of the shell": "\xff\xfe" + wide(file),
	} {
		cases, err := Read(strings.NewReader(in))
		if err != nil || len(cases) != 1 || cases[0].Question != "Geöffnet?" {
			t.Errorf("%s: %+v, %v", name, cases, err)
		}
	}
	if _, err := Read(strings.NewReader("{\"question\":\"Ge\xf6ffnet?\",\"text\":\"ja\"}")); err == nil || !strings.Contains(err.Error(), "line 1: it is not written in UTF-8") {
		t.Errorf("windows-1252: %v", err)
	}
}

// wide is a text in UTF-16, the low byte first.
func wide(text string) string {
	var out []byte
	for _, c := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, c)
	}
	return string(out)
}

type scripted struct {
	found   map[string][]Found
	answers map[string]Answer
}

func (s scripted) Search(_ context.Context, c Case, _ int) ([]Found, error) {
	return s.found[c.ID], nil
}
func (s scripted) Ask(_ context.Context, c Case) (Answer, error) {
	a, ok := s.answers[c.ID]
	if !ok {
		return a, errors.New("the model is away")
	}
	return a, nil
}

func TestAReportCountsRight(t *testing.T) {
	cases := []Case{
		{ID: "a", Question: "?", Document: "/zeiten"}, {ID: "b", Question: "?", Text: "59 €"}, {ID: "c", Question: "?", Refuse: true}, {ID: "d", Question: "?", Refuse: true}, {ID: "e", Question: "?", Document: "/weg"}, {ID: "f", Question: "?", Refuse: true},
	}
	s := scripted{
		found: map[string][]Found{"a": {{"https://x/zeiten", ""}}, "b": {{"https://x/a", "nichts"}, {"https://x/b", "kostet 59  €."}}},
		answers: map[string]Answer{
			"a": {Text: "Ja.", Cited: []string{"https://x/zeiten"}, Claims: 2, Supported: 1}, "b": {Text: "Es kostet 59 € [1].", Claims: 2, Supported: 2}, "c": {Refused: true}, "d": {Text: "Doch."},
			"e": {Refused: true, Text: "Am nächsten kommt: …", Cited: []string{"https://x/weg"}},
		},
	}
	r, err := Run(t.Context(), s, cases, nil)
	if err != nil {
		t.Fatal(err)
	}
	near := func(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }
	if o := r.Outcomes[4]; o.Right || !o.Shown || !r.Outcomes[0].Shown || !near(r.Shown, 1) {
		t.Errorf("shown, not sure: %v, %+v", r.Shown, o)
	}
	if r.Cases != 6 || r.Failed != 1 || !near(r.RecallAt1, 1./3) || !near(r.RecallAt5, 2./3) || !near(r.MRR, 0.5) || !near(r.Answered, 2./3) || !near(r.Correct, 2./3) || !near(r.Refused, 1./3) || !near(r.Supported, 0.75) {
		t.Errorf("%+v", r)
	}
	better := r
	better.MRR, better.Failed = 0.6, 0
	if worse := r.Worse(better, 0.02); len(worse) != 2 || !strings.Contains(worse[0], "MRR") {
		t.Errorf("worse: %v", worse)
	}
	if worse := r.Worse(r, 0); len(worse) != 0 {
		t.Errorf("worse than itself: %v", worse)
	}
}

func TestOnlyFiguresThatBothReportsHaveAreCompared(t *testing.T) {
	before := Report{Correct: 1, Refused: 1, Supported: 0.9, Outcomes: []Outcome{{Question: "a"}, {Question: "b"}}}
	now := Report{Correct: 1, Refused: -1, Supported: -1, Outcomes: []Outcome{{Question: "a"}}}
	if worse := now.Worse(before, 0); len(worse) > 0 {
		t.Errorf("worse: %v", worse)
	}
	if now.SameQuestions(before) || !now.SameQuestions(now) {
		t.Error("other questions are taken for the same")
	}
}

func TestTheCellsOfARowStandInOneLine(t *testing.T) {
	for _, c := range []struct {
		text, wanted string
		holds        bool
	}{
		{"**Hose kürzen** – Preis: 17 € [1]", "| Hose kürzen | 17 € |", true},
		{"| Hose kürzen | 17 € |", "Hose kürzen | 17 €", true},
		{"**Gardasee** – Termin: 12.–17. April, Tage: 6, Preis: 689 €", "12.–17. April | 6 | 689 €", true},
		{"**Gardasee** – Termin: 12.–17. April, Tage: 16, Preis: 689 €", "12.–17. April | 6 | 689 €", false},
		{"**Gardasee** – Tage: 66, Preis: 689 €", "6 | 689 €", false},
		{"Hose kürzen\n17 €", "Hose kürzen | 17 €", false},
		{"17 € kostet Hose kürzen", "Hose kürzen | 17 €", false},
		{"Am **6. Februar** um 18 Uhr", "**6. Februar** um", true},
		{"Wir öffnen\num  neun", "öffnen um NEUN", true},
		{"There’s a “no” in it", `there's a "no"`, true},
	} {
		if Holds(c.text, c.wanted) != c.holds {
			t.Errorf("%q in %q: not %v", c.wanted, c.text, c.holds)
		}
	}
}

// A quote shows signs of its source behind backslashes, which are none of what it says.
func TestMarkdownOfQuotesHoldsWhatTheySay(t *testing.T) {
	for text, wanted := range map[string]string{
		"Die Taste \\` ist links.":   "Taste ` ist",
		`\> 18 Jahre: 5 €\*`:         "> 18 Jahre: 5 €*",
		`\+ 3 Tage, \- 5 °C, \~\~ 3`: "+ 3 Tage, - 5 °C, ~~ 3",
		`\# 5 in C:\\`:               `# 5 in C:\`,
	} {
		if !Holds(text, wanted) {
			t.Errorf("%s does not hold %s", text, wanted)
		}
	}
}
