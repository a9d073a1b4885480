// Package prompt builds what a model reads. The texts are files with a version in their name; a
// changed prompt is a new file, so that every stored answer says which one it was written with.
package prompt

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"github.com/webchatagent/wca/internal/llm"
)

// Input is what the answer's prompt is made of.
type Input struct {
	Language     string // "de" or "en"
	BotName      string
	Instructions string // the customer's own
	Today        string // 2006-01-02
	Evidence     []llm.Evidence
	History      []llm.Message
	Question     string
}

//go:embed *.tmpl
var files embed.FS

const version = "v1"

var templates = template.Must(template.ParseFS(files, "*.tmpl"))

// Answer returns the instructions and messages for answering a question from passages, and the
// version of the prompt, such as "answer.de.v1".
func Answer(in Input) (system string, messages []llm.Message, name string) {
	language := "en"
	if in.Language == "de" {
		language = "de"
	}
	name = "answer." + language + "." + version
	in.Evidence = slices.Clone(in.Evidence)
	for i := range in.Evidence {
		in.Evidence[i].Title, in.Evidence[i].Text = neutral(in.Evidence[i].Title), neutral(in.Evidence[i].Text)
	}
	var b strings.Builder
	b.Grow(room(in))
	if err := templates.ExecuteTemplate(&b, name+".tmpl", in); err != nil {
		panic(fmt.Sprintf("prompt: %v", err)) // the template is ours and tested
	}
	for _, m := range in.History {
		messages = append(messages, llm.Message{Role: m.Role, Text: neutral(m.Text)})
	}
	return b.String(), append(messages, llm.Message{Role: llm.User, Text: neutral(in.Question)}), name
}

// room is about how many bytes the instructions take.
func room(in Input) int {
	n := 3000 + len(in.Instructions)
	for _, e := range in.Evidence {
		n += len(e.Title) + len(e.Text) + 50
	}
	return n
}

// control are the tokens with which chat templates separate turns, and our own delimiters: in
// the text of a page or a visitor they are nothing but an attempt to speak in another's name.
var control = regexp.MustCompile(`(?i)<\|[a-z0-9_ ]{1,40}\|>|\[/?INST\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>|</?(?:passage|passages|question)\b[^>]{0,80}>`)

func neutral(text string) string {
	if !strings.ContainsAny(text, "<[") {
		return text
	}
	return control.ReplaceAllString(text, " ")
}
