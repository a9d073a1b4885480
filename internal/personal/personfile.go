package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// fileEndings are those of files that people name after people.
var fileEndings = wordlist.Sieved("pdf doc docx xls xlsx odt ods csv ppt pptx txt rtf jpg jpeg png heic tif tiff zip msg eml vcf")

// peoplePaths are parts of addresses behind which a page about somebody stands.
var peoplePaths = wordlist.Sieved(`team teams mitarbeiter mitarbeiterin mitarbeitende mitarbeiterinnen personen person people staff employee employees kollegen
	ansprechpartner profil profile profiles user users member members mitglied mitglieder author authors autor autoren kunde kunden customer customers patient patienten patients in`)

// pathNames finds names in small letters with "_" or "-" between, in the names of files and in addresses of pages about
// people: "erika_mustermann_gehalt.xlsx", "/team/erika-mustermann".
func (s *scan) pathNames() {
	if !s.letters.has('.') && !s.letters.has('/') {
		return
	}
	for i := 0; i < len(s.text); i++ {
		switch s.text[i] {
		case '.':
			if ending := wordHere(s.folded, i+1); fileEndings.Has(ending) && !char.RunsOn(s.text, i+1+len(ending)) {
				start := i
				for start > 0 && ofSlug(s.text[start-1]) {
					start--
				}
				s.slugNames(start, i, false)
			}
		case '/':
			end := i + 1
			for end < len(s.text) && ofSlug(s.text[end]) {
				end++
			}
			if end > i+1 && peoplePaths.Has(s.folded[strings.LastIndexByte(s.folded[:i], '/')+1:i]) {
				s.slugNames(i+1, end, true)
			}
		}
	}
}

func ofSlug(c byte) bool { return char.Alnum(c) || c == '_' || c == '-' || c >= utf8.RuneSelf }

// slugNames finds the names among the parts of such a name; where people are, any word behind a given name is a surname.
func (s *scan) slugNames(start, end int, people bool) {
	parts := slugParts(s.text[start:end])
	for i := 0; i+1 < len(parts); i++ {
		from, to := start+parts[i][0], start+parts[i+1][1]
		if named(s.folded[start:end], parts[i], parts[i+1], people) && (people || !streetPart(s.folded[start:end], parts[i+2:])) {
			s.add(from, to, Person, 0.6, fold(s.text[from:to]))
			i++
		}
	}
}

// streetPart reports whether a name's next part makes a street of it: "ErnstSchmidtStrasse".
func streetPart(slug string, rest [][2]int) bool {
	return len(rest) > 0 && words().note(slug[rest[0][0]:rest[0][1]]).class&endsStreet != 0
}

// PathNames reports whether a part of the path of an address names somebody: it stands behind one about people, or it has
// a name in it.
func PathNames(before, part string) bool {
	if peoplePaths.Has(strings.ToLower(before)) {
		return true
	}
	slug, parts := strings.ToLower(part), slugParts(part)
	if len(slug) != len(part) {
		parts = slugParts(slug)
	}
	for i := 0; i+1 < len(parts); i++ {
		if named(slug, parts[i], parts[i+1], false) {
			return true
		}
	}
	return false
}

// slugParts are where the parts of such a name begin and end, which signs or capitals keep apart: "erika_mustermann",
// "ErikaMustermann".
func slugParts(slug string) (parts [][2]int) {
	from := 0
	for to := 0; to <= len(slug); to++ {
		sign := to == len(slug) || slug[to] == '_' || slug[to] == '-'
		if !sign && !(to > from && capitalAt(slug, to) && slug[to-1] >= 'a' && !isUpperBefore(slug, to)) {
			continue
		}
		parts = append(parts, [2]int{from, to})
		if from = to; sign {
			from++
		}
	}
	return parts
}

// capitalAt says whether a capital that German names have begins at i.
func capitalAt(w string, i int) bool {
	return char.Capital(w[i]) || w[i] == 0xc3 && i+1 < len(w) && strings.IndexByte("\x84\x96\x9c", w[i+1]) >= 0
}

// isUpperBefore says whether the letter that ends before i is one of those beyond ASCII.
func isUpperBefore(w string, i int) bool { return i > 1 && capitalAt(w, i-2) && w[i-2] == 0xc3 }

// named reports whether two parts of such a name are somebody's.
func named(slug string, a, b [2]int, people bool) bool {
	first, last := slug[a[0]:a[1]], slug[b[0]:b[1]]
	if a[1] == b[0] && (!clearName(first, last) && !clearName(last, first) || twoGiven(first, last) || famous.Has(first+" und "+last)) {
		return false
	}
	return slugName(first, last, people) || slugName(last, first, false) && (tagger.Default().Known(first)&tagger.LastName != 0 || manName(first))
}

// twoGiven reports whether two words are given names and the second, of a woman, is hardly a surname, too: "RomeoJulia" is a work,
// not somebody.
func twoGiven(a, b string) bool {
	is := func(w string) bool { return tagger.Default().Known(w)&tagger.FirstName != 0 || givenNames()[w] }
	return is(a) && is(b) && strings.HasSuffix(b, "a") && (words().note(b).class&usualNames != 0 || tagger.Default().Known(b)&tagger.LastName == 0)
}

// clearName reports whether one of two words that only a capital keeps apart is nothing but a name: "MaxSchmidt", and not
// "PriceList" or "SummerSale".
func clearName(first, last string) bool {
	given, family := tagger.Default().Known(first), tagger.Default().Known(last)
	const english = tagger.CommonEnglish | tagger.SmallEnglish
	return (given&tagger.FirstName != 0 && given&english == 0 || givenNames()[first]) && (family&tagger.Common == 0 || family&tagger.LastName != 0 || manName(last)) ||
		words().note(first).class&usualNames != 0 && family&tagger.LastName != 0
}

// manName reports whether a word ends as surnames do that the dictionary has as words: "mustermann".
func manName(w string) bool { return len(w) > len("mann")+2 && strings.HasSuffix(w, "mann") }

// slugName reports whether two words in small letters are a given name and a surname, which is any word behind it where
// people are.
func slugName(first, last string, people bool) bool {
	if len(first) < 3 || len(last) < 3 || char.CountDigits([]byte(first+last)) > 0 || first == "max" && tagger.Default().Known(last)&tagger.LastName == 0 {
		return false
	}
	given, family := tagger.Default().Known(first), tagger.Default().Known(last)
	if given&tagger.FirstName == 0 && !givenNames()[first] || given&tagger.Place != 0 || words().note(first).class&(months|weekdays|functionWords) != 0 {
		return false
	}
	return people && words().note(last).class&functionWords == 0 || (family&anyWords == 0 || manName(last)) && !compoundThing(last) || family&(tagger.LastName|tagger.AnyName) != 0 && words().note(last).class&(months|weekdays|functionWords) == 0
}
