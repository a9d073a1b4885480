package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// namesakes are words for the same thing of a firm, a thing a line, by the language and the stem of each.
var namesakes = func() map[string]int {
	m := map[string]int{}
	for lang, lines := range map[string]string{"de": `anreise ankunft check-in|abreise check-out|ermäßigung rabatt nachlass preisnachlass vergünstigung|gebühr entgelt kosten preis betrag|kurs lehrgang kursus|gast besucher besucherin
geschäft laden ladengeschäft|versand lieferung zustellung|rückgabe rücksendung retoure|reservierung buchung|stornierung absage storno|unterlage dokument papier|anmeldung registrierung|kind kids
wagen auto fahrzeug pkw|mahlzeit essen speise|mitarbeiter personal team|parkplatz stellplatz|führerschein fahrerlaubnis|ausweis personalausweis|wlan internet|student studierende|anzahlung vorauszahlung
zuschlag aufpreis aufschlag|unterkunft quartier|zimmer raum|arzt mediziner|tarif preisplan|vorkasse vorauskasse|begleitung begleitperson|frist zeitraum|weg strecke|aufzug lift fahrstuhl`,
		"en": `reservation booking|fee charge cost price rate|discount reduction|class lesson session course|shop store|trip tour excursion|flat apartment|guest visitor|pupil student learner|leash lead|kid child
car vehicle|refund reimbursement|deposit prepayment|document paper|staff team|arrival check-in|departure check-out|shipping delivery|voucher coupon|toilet restroom|luggage baggage|lift elevator|holiday vacation
surcharge supplement|jab vaccination shot|photo picture|film movie|meal food|garden yard|fix repair|autumn fall|animal pet`} {
		for i, line := range strings.FieldsFunc(lines, func(r rune) bool { return r == '|' || r == '\n' }) {
			for w := range strings.FieldsSeq(line) {
				m[lang+stemOf(w, lang)] = i + 1
			}
		}
	}
	return m
}()

// stemOf is the stem of a word, with all of its parts.
func stemOf(w, lang string) string {
	var stem strings.Builder
	word.Each(w, lang, func(t word.Token) { stem.WriteString(word.Stem(lang, t)) })
	return stem.String()
}

// alike reports whether one word may stand for another: it is a word for the same, like it, a part of it, or has a
// translation in common.
func (c *Checker) alike(a, b string) bool {
	one, other := strings.ToLower(a), strings.ToLower(b)
	if k, ok := contraries[one]; ok {
		if o, ok := contraries[other]; ok && o.of == k.of {
			return o == k
		}
	}
	if same := namesakes[c.language+stemOf(a, c.language)]; same > 0 && same == namesakes[c.language+stemOf(b, c.language)] {
		return true
	}
	switch {
	case strings.Contains(one, other), strings.Contains(other, one):
		return true
	case strings.Contains(one, "-"): // "E-Bikes" are some of the bikes
		return false
	}
	return c.support.Synonyms(a, b, c.language) || !sameHead(one, other) && c.coverage(a, b) >= likeWord
}

// sameHead reports whether two compounds are of the same thing and tell it apart: "sommerferien" and "osterferien".
func sameHead(a, b string) bool {
	const head = 4 // letters
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n >= head && n < len(a) && n < len(b)
}
