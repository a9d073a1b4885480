// Package prompt builds what a model reads. The texts are files with a version in their name; a
// changed prompt is a new file, so that every stored answer says which one it was written with.
package prompt

import (
	"embed"
	"fmt"
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/llm"
)

// Input is what a prompt is made of.
type Input struct {
	Language     string // "de" or "en"
	BotName      string
	Instructions string // the customer's own
	Today        string // 2006-01-02
	Evidence     []llm.Evidence
	History      []llm.Message
	Question     string
}

//go:embed *.txt
var files embed.FS

const answerVersion, reviewVersion = "v2", "v1"

// Answer returns the instructions and messages for answering a question from passages, and the
// version of the prompt, such as "answer.de.v2".
func Answer(in Input) (system string, messages []llm.Message, name string) {
	name = file("answer", in.Language, answerVersion)
	for _, m := range in.History {
		messages = append(messages, llm.Message{Role: m.Role, Text: neutral(m.Text)})
	}
	return withPassages(name, in), append(messages, llm.Message{Role: llm.User, Text: neutral(in.Question)}), name
}

// file is the name of a prompt's file without its ending.
func file(prompt, language, version string) string {
	if language != "de" {
		language = "en"
	}
	return prompt + "." + language + "." + version
}

// withPassages are the rules of a file with the passages under them.
func withPassages(name string, in Input) string {
	var b strings.Builder
	b.Grow(room(in))
	b.WriteString(rules(name, in))
	b.WriteString("\n\n<passages>\n")
	for _, e := range in.Evidence {
		fmt.Fprintf(&b, "<passage n=\"%d\" title=\"%s\">\n%s\n</passage>\n", e.N, neutral(e.Title), neutral(e.Text))
	}
	b.WriteString("</passages>\n")
	return b.String()
}

// rules are the text of a file with the words of this answer in it. Its last paragraph is the
// customer's and left out where they say nothing. The places are filled here and not by text/template:
// that calls methods by their name, so the linker would have to keep all that any type has.
func rules(name string, in Input) string {
	text, err := files.ReadFile(name + ".txt")
	if err != nil {
		panic(fmt.Sprintf("prompt: %v", err)) // the file is ours
	}
	rules := strings.TrimSpace(string(text))
	if in.Instructions == "" {
		rules = rules[:strings.LastIndex(rules, "\n\n")]
	}
	return strings.NewReplacer("{bot}", in.BotName, "{today}", in.Today, "{instructions}", in.Instructions).Replace(rules)
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
