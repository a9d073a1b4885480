package dashboard

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/personal"
)

// comma is what stands behind a part of a list: none behind the last.
func comma(list string, part int) string {
	if part < strings.Count(list, ", ") {
		return ","
	}
	return ""
}

// kinds lists counts of personal data: "2 × E-Mail-Adresse".
func kinds(counts map[string]int, language, none string) string {
	if len(counts) == 0 {
		return none
	}
	return personal.Counted(counts, language)
}

// size is a number of bytes for people; a dash where there were none: a request for a page has no body.
func size(n int64, language string) string {
	text := fmt.Sprintf("%d\u00a0B", n)
	switch {
	case n == 0:
		return "–"
	case n >= 1_000_000:
		text = fmt.Sprintf("%.1f\u00a0MB", float64(n)/1e6)
	case n >= 1000:
		text = fmt.Sprintf("%.1f\u00a0kB", float64(n)/1000)
	}
	if language == "de" {
		text = strings.ReplaceAll(text, ".", ",")
	}
	return text
}

// received is how much came back, as far as it is known.
func received(t egress.Transfer, language string) string {
	if t.Underway() {
		return "…"
	}
	return size(t.BytesIn, language)
}

// outcome is how a transfer ended.
func outcome(t egress.Transfer, text ledgerWords) string {
	switch {
	case t.Error != "":
		if word, ok := text.Errors[t.Error]; ok {
			return word
		}
		return t.Error
	case t.Underway():
		return text.Underway
	}
	return "HTTP " + strconv.Itoa(t.Status)
}

// ground is a legal basis in a language.
func ground(basis, language string) string {
	if language == "de" {
		return strings.ReplaceAll(basis, "GDPR", "DSGVO")
	}
	return basis
}

func safe(address string) templ.SafeURL { return templ.SafeURL(address) }
