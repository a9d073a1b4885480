package pseudonym

import (
	"slices"
	"strings"
)

// Restorer puts values back into a stream, also where a placeholder is cut in two.
type Restorer struct {
	vault    *Vault
	language string
	held     string
	restored map[string]bool // placeholders whose value was put back
	named    map[string]bool // placeholders of which only a word for their type was shown
}

// Restorer returns a new one for an answer. What must not come back is named by a word of the
// language.
func (v *Vault) Restorer(language string) *Restorer {
	return &Restorer{vault: v, language: language, restored: map[string]bool{}, named: map[string]bool{}}
}

// maxPlaceholder is the longest text that may be a placeholder, escapes included.
const maxPlaceholder = 64

// Write takes a piece of the answer and returns what is certain of it.
func (r *Restorer) Write(piece string) string {
	text := r.held + piece
	cut := pendingFrom(text)
	r.held = text[cut:]
	return r.restore(text[:cut])
}

// Close returns what was held back.
func (r *Restorer) Close() string {
	text := r.held
	r.held = ""
	return r.restore(text)
}

// pendingFrom is where the last word begins, if it may still become a placeholder.
func pendingFrom(text string) int {
	start := len(text)
	for start > 0 && placeholderByte(text[start-1]) {
		start--
	}
	if start == len(text) || len(text)-start > maxPlaceholder {
		return len(text)
	}
	return start
}

func placeholderByte(c byte) bool { return isAlnum(c) || c == '_' || c == '\\' }

// restore replaces every placeholder in a text whose words are whole.
func (r *Restorer) restore(text string) string {
	if !strings.Contains(text, "_") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		if !placeholderByte(text[i]) {
			b.WriteByte(text[i])
			i++
			continue
		}
		end := i
		for end < len(text) && placeholderByte(text[end]) {
			end++
		}
		b.WriteString(r.word(text[i:end]))
		i = end
	}
	return b.String()
}

// word restores a word that is a placeholder, in any case, with an escaped underscore, with a
// genitive s behind it.
func (r *Restorer) word(w string) string {
	plain := strings.ToUpper(strings.ReplaceAll(w, `\`, ""))
	if value, ok := r.value(plain); ok {
		return value
	}
	if base, ok := strings.CutSuffix(plain, "S"); ok {
		if value, ok := r.value(base); ok {
			return value + w[len(w)-1:]
		}
	}
	return w
}

func (r *Restorer) value(placeholder string) (string, bool) {
	value, open, ok := r.vault.lookup(placeholder)
	if !ok {
		return "", false
	}
	if open {
		r.restored[placeholder] = true
		return value.text, true
	}
	r.named[placeholder] = true
	return substitute(value.kind, r.language), true
}

// Restored counts the values that were put back so far, by type, and those of which only a word for
// their type was shown.
func (r *Restorer) Restored() (restored, named map[Type]int) {
	count := func(placeholders map[string]bool) map[Type]int {
		counts := map[Type]int{}
		for p := range placeholders {
			t, _, _ := strings.Cut(p, "_")
			counts[Type(t)]++
		}
		return counts
	}
	return count(r.restored), count(r.named)
}

func sortEntities(list []Entity) {
	slices.SortFunc(list, func(a, b Entity) int { return a.Start - b.Start })
}
