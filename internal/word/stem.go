package word

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/swedish"
)

// stemmers are Snowball's (https://snowballstem.org), by language.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"de": german.Stem, "en": english.Stem, "fr": french.Stem, "nl": dutch.Stem, "ro": romanian.Stem,
	"ru": russian.Stem, "sv": swedish.Stem, "da": danish.Stem, "no": norwegian.Stem, "fi": finnish.Stem,
}

// Stem gives the stem of a folded word, or the word itself where the language
// has no stemmer or the word is not made of letters.
func Stem(lang string, t Token) string {
	if t.Kind != Letters || len(t.Text) < 3 || len(t.Text) > 60 {
		return t.Text
	}
	stem, ok := stemmers[lang]
	if !ok {
		if l := lights[lang]; l != nil {
			return l.stem(t.Text)
		}
		return t.Text
	}
	text := t.Text
	if lang == "fr" { // without accents é is taken for an e that is not spoken: "fondée", "fondées", "fondé"
		if strings.HasSuffix(text, "ee") || strings.HasSuffix(text, "ees") {
			text = text[:strings.LastIndexByte(text, 'e')]
		}
	}
	env := snowballstem.NewEnv(text)
	stem(env)
	if s := env.Current(); s != "" {
		return s
	}
	return t.Text
}

// Hash is the 32-bit number that stands for a term in analyses and indexes
// (FNV-1a with a final mix). It is never 0.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	if h == 0 {
		return 1
	}
	return h
}
