// Command uploads asks the program itself about files as small firms upload them: workbooks with merged headers, PDF
// files in columns, documents with tracked changes, tables of ticks. They were made for this project by somebody who
// knew neither the program nor its answers. It measures how many of the facts in a file stay whole, all parts of one in
// one passage, and how many questions are answered or refused rightly. It prints a Markdown table.
//
// In testdata are the files for tuning, which are told of one by one, and those that are reported, of which only sums
// are printed. Beside each file stand its questions, in the form that `wca eval` reads, and its facts, the parts of
// one between bars. A file that ends in .gz is unpacked first.
//
//	go run ./test/eval/uploads [-v] [-told] [-facts]
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
	"github.com/webchatagent/wca/test/eval/program"
)

func main() {
	program.ReadApart()
	verbose := flag.Bool("v", false, "print what went wrong with the files for tuning")
	told := flag.Bool("told", false, "print all answers about the files for tuning, and what was read of them")
	facts := flag.Bool("facts", false, "look for the facts only, ask nothing")
	flag.Parse()
	if err := run(context.Background(), *verbose, *told, *facts); err != nil {
		fmt.Fprintln(os.Stderr, "uploads:", err)
		os.Exit(1)
	}
}

// folder holds a folder for each part.
const folder = "test/eval/uploads/testdata"

func run(ctx context.Context, verbose, told, facts bool) (err error) {
	built, err := program.New(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, built.Close()) }()
	reader := extract.New(extract.Options{CacheDir: built.Folder()})
	defer func() { err = errors.Join(err, reader.Close()) }()
	m := measurement{built: built, reader: reader, facts: facts}
	fmt.Print("## Files as small firms upload them\n\n",
		"Invented firms; the built-in answers, no model. A fact is whole where all its parts stand in one passage, its value in one line with the name of its column, where the file has one. ",
		"\"Rightly\" says that the text expected stands in the answer. Files that are refused, because they are of a kind that is not read, count in the first column only.\n\n",
		"| part | file | read | facts whole | answered | answered rightly | refused rightly |\n|---|---|---|---|---|---|---|\n")
	for _, part := range []string{"tuning", "report"} {
		files, err := filepath.Glob(filepath.Join(folder, part, "*.questions.jsonl"))
		if err != nil {
			return err
		}
		var sum came
		for _, questions := range files {
			f, err := m.file(ctx, strings.TrimSuffix(questions, ".questions.jsonl"))
			if err != nil {
				return err
			}
			sum.add(f.came)
			if part == "tuning" {
				fmt.Printf("| %s | %s | %s |\n", part, f.name, f.came)
				f.print(verbose, told)
			}
		}
		fmt.Printf("| %s | all | %s |\n", part, sum)
	}
	return nil
}

// came counts what became of files.
type came struct {
	files, read, facts, whole   int
	answerable, answered, right int
	unanswerable, refused       int
}

func (c *came) add(o came) {
	c.files, c.read, c.facts, c.whole = c.files+o.files, c.read+o.read, c.facts+o.facts, c.whole+o.whole
	c.answerable, c.answered, c.right = c.answerable+o.answerable, c.answered+o.answered, c.right+o.right
	c.unanswerable, c.refused = c.unanswerable+o.unanswerable, c.refused+o.refused
}

func (c came) String() string {
	return fmt.Sprintf("%d of %d | %d of %d | %d of %d | %d of %d | %d of %d", c.read, c.files, c.whole, c.facts,
		c.answered, c.answerable, c.right, c.answerable, c.refused, c.unanswerable)
}

// file is what became of a file.
type file struct {
	came
	name     string
	refusal  string // why it was not read
	passages []passage.Passage
	torn     []string // facts that are not whole
	report   trial.Report
}

// print tells of a file what went wrong, or all.
func (f file) print(verbose, told bool) {
	if !verbose && !told {
		return
	}
	if f.refusal != "" {
		fmt.Println("  refused:", f.refusal)
	}
	for _, p := range f.passages {
		if told {
			fmt.Printf("  --- %s\n    %s\n", strings.Join(p.Headings, " > "), indented(p.Text))
		}
	}
	for _, fact := range f.torn {
		fmt.Println("  torn:", fact)
	}
	for _, o := range f.report.Outcomes {
		if told || !o.Right {
			fmt.Printf("  right %v, rank %d, refused %v: %s\n    %s\n", o.Right, o.Rank, o.Refused, o.Question, indented(o.Answer))
		}
	}
}

func indented(text string) string { return strings.ReplaceAll(text, "\n", "\n    ") }

type measurement struct {
	built  *program.Program
	reader *extract.Extractor
	facts  bool // ask nothing
}

// file measures a file, of which everything beside it is named.
func (m measurement) file(ctx context.Context, path string) (f file, err error) {
	f.name, f.files = filepath.Base(path), 1
	body, err := bytesOf(path)
	if err != nil {
		return f, err
	}
	d, err := m.reader.Extract(ctx, extract.Input{Name: f.name, Body: body})
	var refused *refusal.Error
	if errors.As(err, &refused) {
		f.refusal = refused.Error()
		return f, nil
	} else if err != nil {
		return f, err
	}
	f.read = 1
	f.passages = passage.Split(d, passage.Options{Document: f.name})
	if err := f.readFacts(path + ".facts.txt"); err != nil {
		return f, err
	}
	if m.facts {
		return f, nil
	}
	return f, m.ask(ctx, &f, body, path+".questions.jsonl")
}

// bytesOf is what a file holds, or the packed one beside which its questions and facts stand.
func bytesOf(path string) ([]byte, error) {
	body, err := material.Read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return material.Read(path + ".gz")
	}
	return body, err
}

// readFacts looks for the facts of a file in its passages.
func (f *file) readFacts(path string) error {
	list, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for _, fact := range strings.Split(strings.TrimSpace(string(list)), "\n") {
		f.facts++
		if f.holds(f.said(strings.Split(fact, " | "))) {
			f.whole++
		} else {
			f.torn = append(f.torn, fact)
		}
	}
	return nil
}

// said leaves out what a fact's value is of where the file says it nowhere, as the price of a dish.
func (f *file) said(parts []string) []string {
	if len(parts) != 3 {
		return parts
	}
	ofColumn := wordsOf(parts[1])
	for _, p := range f.passages {
		if slices.ContainsFunc(wordsOf(strings.Join(p.Headings, " ")+" "+p.Text), func(word string) bool { return slices.Contains(ofColumn, word) }) {
			return parts
		}
	}
	return []string{parts[0], parts[2]}
}

// holds says whether one passage says all parts; of three the second, what the value is of, word by word in the line of
// the value or the headings above.
func (f *file) holds(parts []string) bool {
	for _, p := range f.passages {
		above := plain(p.Title + " " + strings.Join(p.Headings, " "))
		text := above + plain(p.Text)
		if slices.ContainsFunc(parts, func(part string) bool { return len(parts) != 3 && !strings.Contains(text, plain(part)) }) {
			continue
		}
		if len(parts) != 3 || strings.Contains(text, plain(parts[0])) && slices.ContainsFunc(strings.Split(p.Text, "\n"), func(line string) bool {
			line = plain(line)
			return strings.Contains(line, plain(parts[2])) && !slices.ContainsFunc(strings.Fields(parts[1]), func(word string) bool {
				return !strings.Contains(above+line, plain(word))
			})
		}) {
			return true
		}
	}
	return false
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// plain leaves of a text what two ways to write the same have in common: letters and marks without spaces, in lower case.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '·':
			return -1
		case r == '’':
			return '\''
		case r == '–':
			return '-'
		}
		return unicode.ToLower(r)
	}, text)
}

// ask makes a bot of a file and asks it the file's questions.
func (m measurement) ask(ctx context.Context, f *file, body []byte, questions string) error {
	upload := filepath.Join(m.built.Folder(), f.name)
	if err := os.WriteFile(upload, body, 0o600); err != nil {
		return err
	}
	if err := m.built.Teach(ctx, f.name, upload); err != nil {
		return err
	}
	var err error
	if f.report, err = m.built.Evaluate(ctx, f.name, questions); err != nil {
		return err
	}
	return f.count(questions)
}

// count counts how the questions of a file were answered.
func (f *file) count(questions string) error {
	list, err := os.Open(questions)
	if err != nil {
		return err
	}
	defer list.Close()
	cases, err := trial.Read(list)
	if err != nil {
		return err
	}
	one := map[bool]int{true: 1}
	for i, o := range f.report.Outcomes {
		if cases[i].Refuse {
			f.unanswerable, f.refused = f.unanswerable+1, f.refused+one[o.Right]
			continue
		}
		f.answerable, f.answered, f.right = f.answerable+1, f.answered+one[!o.Refused], f.right+one[o.Right]
	}
	return nil
}
