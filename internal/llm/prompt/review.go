package prompt

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/llm"
)

// Review returns the instructions and the message for judging sentences of an answer by the passages it was written
// from, and the version of the prompt, such as "review.de.v1". Verdicts reads what comes back.
func Review(in Input, sentences []string) (system string, messages []llm.Message, name string) {
	name = file("review", in.Language, reviewVersion)
	question, said := "Question of the visitor: ", "Sentences:"
	if in.Language == "de" {
		question, said = "Frage des Besuchers: ", "Sätze:"
	}
	var b strings.Builder
	b.WriteString(question + oneLine(in.Question) + "\n\n" + said + "\n")
	for i, s := range sentences {
		fmt.Fprintf(&b, "%d %s\n", i+1, oneLine(s))
	}
	return withPassages(name, in), []llm.Message{{Role: llm.User, Text: b.String()}}, name
}

func oneLine(text string) string { return strings.Join(strings.Fields(neutral(text)), " ") }

// verdict is a line of a review: "1 yes", "2. **nein**".
var verdict = regexp.MustCompile(`(?im)^[^\pL\pN]*(\d{1,3})[^\pL\pN]+(ja|yes|nein|no)\b`)

// Verdicts reads from a review which of n sentences are backed, by their places from 0. Those of which it says nothing,
// or both, are left out.
func Verdicts(review string, n int) map[int]bool {
	out := map[int]bool{}
	torn := map[int]bool{}
	for _, m := range verdict.FindAllStringSubmatch(review, -1) {
		i, err := strconv.Atoi(m[1])
		if err != nil || i < 1 || i > n {
			continue
		}
		backed := strings.EqualFold(m[2], "ja") || strings.EqualFold(m[2], "yes")
		if before, said := out[i-1]; said && before != backed {
			torn[i-1] = true
		}
		out[i-1] = backed
	}
	for i := range torn {
		delete(out, i)
	}
	return out
}
