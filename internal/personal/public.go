package personal

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/view"
)

// public holds the values that are never replaced.
type public struct {
	values  map[string]bool
	domains []string // "@firma.de"
}

func newPublic(f *Finder, list []string) public {
	p := public{values: map[string]bool{}}
	for _, v := range list {
		v = strings.TrimSpace(v)
		if strings.HasPrefix(v, "@") {
			p.domains = append(p.domains, strings.ToLower(v))
			continue
		}
		p.values[fold(v)] = true
		p.values[string(Address)+"\x00"+addressValue(v)] = true
		if day := dayOf(v); day != "" {
			p.values[day] = true
		}
		for _, e := range f.scan(view.New(v, words()).Text) { // other spellings of the same number
			p.values[string(e.Type)+"\x00"+e.normal(v)] = true
		}
	}
	return p
}

func (p public) has(e Entity) bool {
	if len(p.values) == 0 && len(p.domains) == 0 {
		return false
	}
	value := e.value
	if p.values[fold(value)] || p.values[string(e.Type)+"\x00"+value] || e.Type == Address && p.values[string(Address)+"\x00"+addressValue(value)] {
		return true
	}
	for _, d := range p.domains {
		if e.Type == Email && strings.HasSuffix(strings.ToLower(value), d) {
			return true
		}
	}
	return false
}

// normal is the value under which equal things are equal.
func (e Entity) normal(text string) string {
	if e.Type == Address {
		return addressValue(cmp.Or(e.value, e.Text, text))
	}
	if e.value != "" {
		return e.value
	}
	if e.Text != "" {
		return fold(e.Text)
	}
	return fold(text)
}

// fold brings a value to the form in which equal ones are equal: in small letters, with single spaces.
func fold(v string) string {
	var room [64]byte
	out := room[:0]
	for _, r := range v {
		switch n := len(out); {
		case r > ' ' && r < utf8.RuneSelf:
			out = append(out, smallASCII[r])
		case !unicode.IsSpace(r):
			out = utf8.AppendRune(out, unicode.ToLower(r))
		case n > 0 && out[n-1] != ' ':
			out = append(out, ' ')
		}
	}
	return strings.TrimSuffix(string(out), " ")
}
