package pseudonym

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/personal"
)

// Origin says where a text comes from; it decides what may be restored.
type Origin int

// The origins. What the visitor or the operator wrote comes back in the answer; what stands in a
// source or in a former answer comes back only if it is Shown.
const (
	Visitor Origin = iota
	History
	Source
	Instruction
)

// Replacement is a value that was replaced.
type Replacement struct {
	personal.Entity
	Placeholder string
}

// Vault holds the placeholders of one conversation. A placeholder is derived from the vault's key
// and the value, so that the same value has the same one in every turn and after a restart with
// nothing stored. It is safe for concurrent use.
type Vault struct {
	key    []byte
	mu     sync.Mutex
	values map[string]held   // by placeholder
	owner  map[string]string // placeholder → type and normalised value
	owners map[string]bool   // those
	codes  map[string]string // second half of a placeholder → placeholder
	links  map[string]bool   // of masked texts: link up to a value, and the placeholder of that
	shown  Shown
	counts map[personal.Type]int
}

// held is a value in a vault.
type held struct {
	kind   personal.Type
	text   string // as first written
	open   bool   // it may come back
	public bool   // anybody may read it
}

// NewVault makes the vault of a conversation. The key must be secret and the conversation's own;
// shown are the values of sources that may come back in answers, besides those of the visitor.
func NewVault(key []byte, shown Shown) *Vault {
	return &Vault{key: key, shown: shown, values: map[string]held{}, owner: map[string]string{}, owners: map[string]bool{}, codes: map[string]string{}, links: map[string]bool{}, counts: map[personal.Type]int{}}
}

// letters leave out what is easily confused or reads like a word.
var letters = base32.NewEncoding("ABCDEFGHJKLMNPQRSTUVWXYZ23456789").WithPadding(base32.NoPadding)

// codeLength is how long the second half of a placeholder usually is.
const codeLength = 5

// Mask replaces the personal data that f finds in text.
func (v *Vault) Mask(f personal.Searcher, text string, from Origin) (string, []Replacement) {
	found := f.Find(text)
	found = append(found, lookalikes(text, found)...)
	if len(found) == 0 {
		return text, nil
	}
	sortEntities(found)
	var b strings.Builder
	replaced := make([]Replacement, 0, len(found))
	at := 0
	for _, e := range found {
		if e.Start < at {
			continue
		}
		if named, ok := v.genitive(e); ok {
			e = named
		}
		p := v.placeholder(e, from)
		v.link(runBefore(text, e.Start), p)
		b.WriteString(text[at:e.Start])
		b.WriteString(p)
		at = e.End
		replaced = append(replaced, Replacement{Entity: e, Placeholder: p})
	}
	b.WriteString(text[at:])
	return b.String(), replaced
}

// leastOwned is how many letters a name has at least that an s is taken from.
const leastOwned = 4

// genitive is somebody who is known already without the s that a German genitive has behind a name: in "Frau Müllers Termin" it stays behind the
// placeholder.
func (v *Vault) genitive(e personal.Entity) (personal.Entity, bool) {
	name, owned := strings.CutSuffix(e.Value(), "s")
	if e.Type != personal.Person || !owned || !strings.HasSuffix(e.Text, "s") || len(name) < leastOwned {
		return e, false
	}
	bare := personal.Entity{Start: e.Start, End: e.End - 1, Type: e.Type, Text: e.Text[:len(e.Text)-1], Score: e.Score}
	v.mu.Lock()
	defer v.mu.Unlock()
	if bare.Value() != name || !v.owners[owner(bare)] {
		return e, false
	}
	return bare, true
}

func (v *Vault) placeholder(e personal.Entity, from Origin) string {
	v.mu.Lock()
	defer v.mu.Unlock()
	owner := owner(e)
	mac := hmac.New(sha256.New, v.key)
	mac.Write([]byte(owner))
	code := letters.EncodeToString(mac.Sum(nil))
	for n := codeLength; ; n++ {
		p := string(e.Type) + "_" + code[:n]
		if known, ok := v.owner[p]; ok && known != owner {
			continue // another value has the shorter one
		}
		value, ok := v.values[p]
		if !ok {
			v.owner[p], value = owner, held{kind: e.Type, text: e.Text}
			v.owners[owner] = true
			v.codes[code[:n]] = p
			v.counts[e.Type]++
		}
		value.public = value.public || from == Instruction || e.Type == personal.Verbatim || v.shown.has(e) || impersonal(e)
		value.open = value.open || value.public || from == Visitor
		v.values[p] = value
		return p
	}
}

// lookalikes are words of the text that look like a placeholder: they are replaced, too, so that
// they come back as they were typed and never as somebody's data.
func lookalikes(text string, found []personal.Entity) []personal.Entity {
	var out []personal.Entity
	for _, p := range Placeholders(text) {
		if !covered(found, p[0], p[1]) {
			w := text[p[0]:p[1]]
			out = append(out, personal.Entity{Start: p[0], End: p[1], Type: personal.Verbatim, Text: w, Score: 1})
		}
	}
	return out
}

func covered(found []personal.Entity, start, end int) bool {
	for _, e := range found {
		if e.Start < end && start < e.End {
			return true
		}
	}
	return false
}

// Counts says how many different values were replaced, by type.
func (v *Vault) Counts() map[personal.Type]int {
	v.mu.Lock()
	defer v.mu.Unlock()
	out := make(map[personal.Type]int, len(v.counts))
	for t, n := range v.counts {
		if t != personal.Verbatim {
			out[t] = n
		}
	}
	return out
}

func (v *Vault) lookup(placeholder string) (value held, open, ok bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	value, ok = v.values[placeholder]
	return value, value.open, ok
}

// link notes that a text has a value in a link, behind what is given of that.
func (v *Vault) link(run, placeholder string) {
	lead, in := linkIn(run)
	if !in {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.links[lead+"\x00"+placeholder] = true
}

// linked reports whether a text had a value in a link, behind what is given of that.
func (v *Vault) linked(lead, placeholder string) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.links[lead+"\x00"+placeholder]
}

// coded is the placeholder whose second half a code is.
func (v *Vault) coded(code string) (placeholder string, ok bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	placeholder, ok = v.codes[code]
	return placeholder, ok
}
