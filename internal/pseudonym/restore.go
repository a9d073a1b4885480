package pseudonym

import (
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal"
)

// Restorer puts values back into a stream, also where a placeholder is cut in two. Nil puts nothing back.
type Restorer struct {
	// InLine puts values that stood in several lines into one, with commas between the parts of an address:
	// the answer of a model has them within its sentences. In the target of a link they end it no earlier.
	InLine bool

	vault    *Vault
	language string
	held     string
	within   bool            // what was given last ended within a word
	before   byte            // the last one that was looked at
	target   bool            // it stands in the target of a Markdown link
	run      run             // what was given since the last space
	head     string          // of the chain: what of it stands before the word that is looked at
	restored map[string]bool // placeholders whose value was put back
	named    map[string]bool // placeholders of which only a word for their type was shown
	invented map[string]bool // words for a type in place of placeholders that nobody has
}

// Restorer returns a new one for an answer. What must not come back is named by a word of the
// language.
func (v *Vault) Restorer(language string) *Restorer {
	return &Restorer{vault: v, language: language, restored: map[string]bool{}, named: map[string]bool{}, invented: map[string]bool{}}
}

// Write takes a piece of the answer and returns what is certain of it.
func (r *Restorer) Write(piece string) string { return r.take(piece, false) }

// Close returns what was held back.
func (r *Restorer) Close() string { return r.take("", true) }

func (r *Restorer) take(piece string, last bool) string {
	if r == nil {
		return piece
	}
	text := r.held + piece
	r.held = ""
	var b strings.Builder
	given := 0
	for i := 0; i < len(text); {
		if r.within || !isAlnum(text[i]) {
			r.within = isAlnum(text[i])
			r.pass(text[i])
			i++
			continue
		}
		end, words, open := chainAt(text, i)
		if open && !last {
			r.held = text[i:]
			if given == 0 {
				return text[:i]
			}
			b.WriteString(text[given:i])
			return b.String()
		}
		if words > 1 || mayBeCode(text[i:end]) {
			if made, changed := r.chain(split(text[i:end])); changed {
				if r.before == '[' && end < len(text) && text[end] == ']' {
					made = strings.TrimSuffix(strings.TrimPrefix(made, "["), "]") // the model has put brackets around it itself
				}
				b.WriteString(text[given:i])
				b.WriteString(made)
				r.run.add(made)
				given = end
			}
		}
		if given != end {
			r.run.add(text[i:end])
		}
		i = end
		r.before = text[i-1]
		r.within = i < len(text) && isAlnum(text[i]) || i == len(text) && isAlnum(text[i-1])
	}
	if given == 0 {
		return text
	}
	b.WriteString(text[given:])
	return b.String()
}

// pass notes whether what follows c stands in the target of a Markdown link.
func (r *Restorer) pass(c byte) {
	switch c {
	case '(':
		r.target = r.target || r.before == ']'
	case ')', ' ', '\t', '\n':
		r.target = false
	}
	r.before = c
	r.run.add(string([]byte{c}))
}

// maxChain is the longest chain in bytes. A longer one is looked at in parts.
const maxChain = 96

// chainAt says where the chain that begins at a place of a text ends: words with something between them
// that a model may have made of the underscore ("PERSON_K7QXD", "PERSON\_K7QXD", "PERSON-K7QXD",
// "PERSON&#95;K7QXD"). open says that what follows the text may belong to it.
func chainAt(text string, at int) (end, words int, open bool) {
	limit := min(len(text), at+maxChain)
	whole := limit == len(text) && limit-at < maxChain // it is not known what follows
	for i := at; ; {
		start := i
		for i < limit && isAlnum(text[i]) {
			i++
		}
		end, words = i, words+1
		if i == limit {
			return end, words, whole
		}
		n, cut := joint(text[i:limit], text[start:i])
		if i += n; cut || n > 0 && i == limit {
			return end, words, whole
		}
		if n == 0 || !isAlnum(text[i]) {
			return end, words, false
		}
	}
}

// mayBeCode reports whether a single word may be what a model has left of a placeholder.
func mayBeCode(word string) bool {
	return len(word) >= codeLength && !strings.ContainsFunc(word[:codeLength], unicode.IsLower)
}

// chain is the words of a chain with what stands behind each of them but the last.
type chain struct{ words, joints []string }

func split(text string) (c chain) {
	for {
		i := 0
		for i < len(text) && isAlnum(text[i]) {
			i++
		}
		c.words = append(c.words, text[:i])
		if i == len(text) {
			return c
		}
		n, _ := joint(text[i:], text[:i])
		c.joints = append(c.joints, text[i:i+n])
		text = text[i+n:]
	}
}

// joints are what models and encoders make of an underscore.
var joints = []string{"__", "_ ", "_\u200b", "_", "\u200b_", "\u00ad_", `\_`, `\\_`, "-", `\-`, "&#95;", "&#x5f;", "&#x5F;", "&lowbar;", "%5F", "%5f", `\u005f`, `\u005F`, "\u2010", "\u2011", "\uff3f"}

// joint reads what joins two words, or a space behind a placeholder's type. cut says that the text
// ended before it was certain.
func joint(text, word string) (n int, cut bool) {
	if text[0] == ' ' && personal.Type(word).Known() {
		if strings.HasPrefix(text, " _") {
			return 2, false
		}
		return 1, len(text) == 1
	}
	if text[0] < 0x80 && strings.IndexByte(`_\-&%`, text[0]) < 0 {
		return 0, false
	}
	for _, j := range joints {
		if strings.HasPrefix(text, j) && !(j == "_ " && !personal.Type(strings.ToUpper(word)).Known()) {
			return len(j), false
		}
		if cut = strings.HasPrefix(j, text); cut {
			return 0, true
		}
	}
	return 0, false
}

// chain puts values back into a chain; changed says whether there was anything to put back.
func (r *Restorer) chain(c chain) (made string, changed bool) {
	var b strings.Builder
	var kept []string // words and joints since the last value
	free := 0         // the first word that no value has taken the place of
	for k := range c.words {
		r.head = b.String() + strings.Join(kept[:max(0, len(kept)-2)], "")
		if value, goes, rest, ok := r.word(c, k); !ok {
			kept = append(kept, c.words[k])
		} else {
			changed = true
			b.WriteString(strings.Join(kept[:len(kept)-2*min(goes, k-free)], "") + value)
			kept, free = nil, k+1
			if rest != "" {
				c.words[k], kept, free = rest, []string{rest}, k
			}
		}
		if k < len(c.joints) {
			kept = append(kept, c.joints[k])
		}
	}
	return b.String() + strings.Join(kept, ""), changed
}

// word is the value for a word of a chain if that is the code of a placeholder, in any case and with a
// genitive s behind it. goes says how many words before it name its type, as it is or as the model has
// translated it, and go; rest is what follows the code without a space.
func (r *Restorer) word(c chain, k int) (value string, goes int, rest string, ok bool) {
	word := c.words[k]
	if k > 0 && c.tied(k-1) && counted(word) {
		if named := r.nobody(c.words[k-1]); named != "" {
			return named, 1, "", true
		}
	}
	codes := []string{word}
	if last := len(word) - 1; last >= codeLength && (word[last] == 's' || word[last] == 'S') {
		codes = append(codes, word[:last])
	}
	for _, code := range codes {
		if len(code) < codeLength {
			break
		}
		upper, ending := strings.ToUpper(code), word[len(code):]
		if k > 0 {
			if value, ok := r.value(strings.ToUpper(c.words[k-1]) + "_" + upper); ok {
				return value + ending, 1, "", true
			}
		}
		if code != upper && !(k > 0 && c.tied(k-1)) {
			continue
		}
		if placeholder, known := r.vault.coded(upper); known {
			value, _ := r.value(placeholder)
			if before, glued := c.glued(k, placeholder); glued {
				return before + value + ending, 1, "", true
			}
			return value + ending, c.label(k), "", true
		}
		if k > 0 && c.tied(k-1) && ending == "" && invented(code) {
			if named := r.nobody(c.words[k-1]); named != "" {
				return named, 1, "", true
			}
		}
	}
	for n := len(word) - 1; n >= codeLength && k > 0; n-- {
		if placeholder, known := r.vault.coded(strings.ToUpper(word[:n])); known {
			if before, glued := c.glued(k, placeholder); glued {
				value, _ := r.value(placeholder)
				return before + value, 1, word[n:], true
			}
		}
	}
	return "", 0, "", false
}

// tied reports whether a word and the next are one thing: an underscore was between them.
func (c chain) tied(k int) bool { return !strings.Contains(" - \\- \u2010 \u2011", c.joints[k]) }

// glued is what stands before a placeholder in one word with its type, as in "forPERSON_K7QXD".
func (c chain) glued(k int, placeholder string) (before string, ok bool) {
	if k == 0 || !c.tied(k-1) {
		return "", false
	}
	kind, _, _ := strings.Cut(placeholder, "_")
	if at := len(c.words[k-1]) - len(kind); at >= 0 && strings.EqualFold(c.words[k-1][at:], kind) {
		return c.words[k-1][:at], true
	}
	return "", false
}

// label is how many words before the k-th name its type in other words than ours: "E-MAIL_", "Name_".
func (c chain) label(k int) (n int) {
	for n < k && (n == 0 && c.tied(k-1) || n > 0 && strings.ToUpper(c.words[k-1-n]) == c.words[k-1-n]) {
		n++
	}
	return n
}

// invented reports whether a word looks like the code of a placeholder that nobody has: a model has
// made it up or changed a letter. Without a digit it may be a word of the page's ("IP_RANGE").
func invented(code string) bool {
	return len(code) == codeLength && strings.ContainsAny(code, "23456789") && !strings.ContainsAny(code, "01IO")
}

// counted reports whether a word is a number such as models count placeholders of their own with: "PERSON_1".
func counted(word string) bool {
	return len(word) > 0 && len(word) <= 2 && word[0] != '0' && !strings.ContainsFunc(word, func(c rune) bool { return c < '0' || c > '9' })
}

// nobody is what stands in place of a placeholder that a model has made up: the word for its type, "" for what is none.
func (r *Restorer) nobody(kind string) string {
	named := substitute(personal.Type(kind), r.language)
	if named != "" {
		r.invented[named] = true
	}
	return named
}

// Invented reports whether a text has the word for a type in place of a placeholder that a model has made up: no source
// can back it. Where one of that type was hidden in the same answer too, both look alike, and neither is vouched for.
func (r *Restorer) Invented(text string) bool {
	for named := range r.invented {
		if strings.Contains(text, named) {
			return true
		}
	}
	return false
}

func (r *Restorer) value(placeholder string) (string, bool) {
	value, open, ok := r.vault.lookup(placeholder)
	if !ok {
		return "", false
	}
	if open && r.leaks(placeholder, value) {
		open = false
	}
	if open {
		r.restored[placeholder] = true
		switch {
		case r.InLine && r.target:
			return inTarget(value), true
		case r.InLine:
			return inLine(value), true
		}
		return value.text, true
	}
	r.named[placeholder] = true
	if r.target {
		return encoded.Replace(substitute(value.kind, r.language)), true
	}
	return substitute(value.kind, r.language), true
}

// leaks reports whether a value would go to where a link leads that did not have it.
func (r *Restorer) leaks(placeholder string, value held) bool {
	if value.public {
		return false
	}
	whole := r.run
	whole.text = append([]byte(nil), r.run.text...)
	whole.add(r.head)
	lead, in := linkIn(string(whole.text))
	return in && (whole.cut || !r.vault.linked(lead, placeholder))
}

// encoded is what would end the target of a Markdown link.
var encoded = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E")

// inTarget is a value as it may stand in the target of a link: a telephone number is what is dialled.
func inTarget(value held) string {
	if value.kind == personal.Phone {
		return strings.Map(func(c rune) rune {
			if c == '+' || c >= '0' && c <= '9' {
				return c
			}
			return -1
		}, strings.Replace(value.text, "(0)", "", 1))
	}
	return encoded.Replace(inLine(value))
}

func inLine(value held) string {
	between := " "
	if value.kind == personal.Address {
		between = ", "
	}
	var parts []string
	for line := range strings.Lines(value.text) {
		if line = strings.Trim(line, ", \t\r\n"); line != "" {
			parts = append(parts, line)
		}
	}
	return strings.Join(parts, between)
}

// Restored counts the values that were put back so far, by type, and those of which only a word for
// their type was shown.
func (r *Restorer) Restored() (restored, named map[personal.Type]int) {
	if r == nil {
		return nil, nil
	}
	count := func(placeholders map[string]bool) map[personal.Type]int {
		counts := map[personal.Type]int{}
		for p := range placeholders {
			t, _, _ := strings.Cut(p, "_")
			counts[personal.Type(t)]++
		}
		return counts
	}
	return count(r.restored), count(r.named)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isAlnum(c byte) bool { return isDigit(c) || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

func sortEntities(list []personal.Entity) {
	slices.SortFunc(list, func(a, b personal.Entity) int { return a.Start - b.Start })
}
