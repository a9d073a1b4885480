package main

// language is one whose words are listed, and the dictionaries that say what they mean.
type language struct {
	code    string
	sources []source
}

// source is a dictionary of two languages, one of which may be the other of its package's name.
type source struct {
	read     func(d *dictionaries, s source) ([]translation, error)
	packed   string // of Apertium
	pair     string
	from, to string
}

func freedict(pair string) source {
	return source{
		read: func(d *dictionaries, s source) ([]translation, error) { return readDictd(d.root, s.pair, s.from, s.to) },
		pair: pair, from: codes[pair[:3]], to: codes[pair[4:]],
	}
}

func apertium(packed, pair, from, to string) source {
	return source{
		read: func(d *dictionaries, s source) ([]translation, error) {
			return readApertium(d.root, s.packed, s.pair, s.from, s.to)
		},
		packed: packed, pair: pair, from: from, to: to,
	}
}

func mueller() source {
	return source{read: func(d *dictionaries, _ source) ([]translation, error) { return readMueller(d.root) }, pair: "mueller7", from: "en", to: "ru"}
}

// codes are those of two letters for those of three.
var codes = map[string]string{
	"eng": "en", "deu": "de", "nld": "nl", "fra": "fr", "spa": "es", "ita": "it", "por": "pt", "ces": "cs",
	"swe": "sv", "dan": "da", "tur": "tr", "hun": "hu", "ell": "el", "ara": "ar", "hin": "hi",
}

// catalan is no language of the list: others lead to English through it.
var catalan = language{"ca", []source{apertium("eng-cat", "cat-eng", "ca", "en"), apertium("eng-cat", "eng-cat", "en", "ca")}}

// languages are all of which there are dictionaries that may be used here. The licence of those that WikDict made of
// Wiktionary does not go with the program's, nor do those of a few others, of Polish and of Apertium's: eng-pol, hun-eng,
// eng-spa, es-ro.
var languages = []language{
	{"nl", []source{freedict("nld-eng"), freedict("eng-nld"), freedict("nld-deu"), freedict("deu-nld")}},
	{"fr", []source{freedict("fra-eng"), freedict("eng-fra"), apertium("fra-cat", "fra-cat", "fr", "ca")}},
	{"es", []source{freedict("spa-eng"), freedict("eng-spa"), freedict("spa-deu"), apertium("spa-cat", "spa-cat", "es", "ca")}},
	{"it", []source{freedict("ita-eng"), freedict("eng-ita"), freedict("ita-deu"), freedict("deu-ita"), apertium("cat-ita", "ita-cat", "it", "ca")}},
	{"pt", []source{freedict("por-eng"), freedict("eng-por"), freedict("por-deu"), freedict("deu-por"), apertium("por-cat", "por-cat", "pt", "ca")}},
	{"cs", []source{freedict("ces-eng"), freedict("eng-ces")}},
	{"tr", []source{freedict("tur-eng"), freedict("eng-tur"), freedict("deu-tur"), freedict("tur-deu")}},
	{"hu", []source{freedict("eng-hun")}},
	{"el", []source{freedict("eng-ell")}},
	{"ru", []source{mueller()}},
	{"ar", []source{freedict("ara-eng"), freedict("eng-ara")}},
	{"hi", []source{freedict("eng-hin")}},
	{"uk", []source{apertium("rus-ukr", "ukr-rus", "uk", "ru")}},
	{"sv", []source{freedict("swe-eng"), freedict("eng-swe"), apertium("swe-dan", "swe-dan", "sv", "dk")}},
	{"da", []source{freedict("dan-eng"), freedict("eng-dan"), apertium("swe-dan", "dan-swe", "da", "se")}},
}
