package verify

import (
	"maps"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// kind is one of several kinds of the same.
type kind struct{ of, which int }

// contraries are kinds of the same, by their words: what is said of one is not said of another, though their words are
// as like as those of a paraphrase.
var contraries = withOpposites(kinds(0, `erwachsene erwachsenen erwachsener adult adults|kind kinder kindern child children kid kids|jugendliche jugendlichen teenager teenagers|senioren seniorinnen senior seniors pensioners|studierende studierenden studenten student students
privatkunden privatkundinnen privatpersonen privathaushalte private_customers private_households private_individuals|firmenkunden geschäftskunden gewerbekunden unternehmen firmen business businesses companies business_customers
neukunden neukundinnen neupatienten new_customers new_patients|bestandskunden stammkunden existing_customers existing_patients returning_customers
mieter mieterinnen mietern tenant tenants|vermieter vermieterinnen vermietern landlord landlords|eigentümer eigentümerinnen hausbesitzer hausbesitzerinnen homeowner homeowners
nichtmitglieder nichtmitgliedern non-members nonmembers|mitglied mitglieder mitgliedern member members|gast gäste gästen guest guests
telefonisch telefon anruf phone telephone|vor_ort persönlich in_person|postalisch per_post by_post by_letter|e_mail email emails e_mails|online onlineformular onlineshop onlineportal
bar barzahlung bargeld cash in_cash|karte kartenzahlung kartenzahlungen by_card card_payment card_payments
kleine kleiner kleines kleinen small smaller|große großer großes großen large larger
sommer summer|winter
vormittag vormittags morgens morning mornings|nachmittag nachmittags afternoon afternoons|abend abends evening evenings
werktags wochentags weekday weekdays|wochenende wochenenden weekend weekends
links left|rechts right
abholung abholen abgeholt pick-up pickup collection|lieferung liefern geliefert delivery
hinfahrt hinflug outbound|rückfahrt rückflug return
einzelzimmer single_room single_rooms|doppelzimmer double_room double_rooms
kaufen gekauft buy|mieten leihen ausleihen gemietet rent hire
hund hunde hunden dog dogs|katze katzen cat cats
monatlich monthly im_monat pro_monat je_monat per_month|jährlich yearly annually im_jahr pro_jahr per_year|wöchentlich weekly pro_woche per_week|täglich daily pro_tag am_tag per_day`))

// firstOpposite is from which number on they are opposites.
const firstOpposite = 1000

// withOpposites adds such words of which one denies the other: what is not the one is the other.
func withOpposites(m map[string]kind) map[string]kind {
	maps.Copy(m, kinds(firstOpposite, `kostenlos kostenlose kostenlosen kostenfrei gratis unentgeltlich free_of_charge|kostenpflichtig kostenpflichtige kostenpflichtigen gebührenpflichtig chargeable
inklusive inkl inbegriffen included|zuzüglich zzgl exklusive excluded
erste erster ersten erstes ersten first|letzte letzter letzten letztes last
früher earlier|später later
günstiger billiger cheaper|teurer dearer
kürzer shorter|länger longer
niedriger lower|höher higher
gebraucht gebrauchte gebrauchter gebrauchten used second-hand|neu neue neuer neuen new
warm warme warmen hot|kalt kalte kalten cold
drinnen innen indoor indoors|draußen außen outdoor outdoors
brutto gross|netto net
schriftlich in_writing|mündlich orally
willkommen welcome|unerwünscht unwelcome`))
	return m
}

// kinds reads words for kinds, "|" between the kinds, of the same a line.
func kinds(from int, lines string) map[string]kind {
	m := map[string]kind{}
	for of, line := range strings.Split(lines, "\n") {
		for which, words := range strings.Split(line, "|") {
			for w := range strings.FieldsSeq(words) {
				m[strings.ReplaceAll(w, "_", " ")] = kind{from + of, which}
			}
		}
	}
	return m
}

// kindsIn calls each for every such word of a text.
func kindsIn(text string, each func(kind)) {
	before := ""
	for at := range word.Runs(text) {
		w := strings.ToLower(text[at[0]:at[1]])
		if k, ok := contraries[w]; ok {
			each(k)
		}
		if k, ok := contraries[before+" "+w]; ok {
			each(k)
		}
		before = w
	}
}

// otherKind reports whether a sentence says of one kind what its source says of another: "Adults are treated free." of
// "Children are treated free."
func (c *Checker) otherKind(cl *claim) bool {
	if !cl.near() || strings.Contains(cl.backing.Sentence, stated.CellBreak) || cl.backing.Hit < 0 {
		return false
	}
	var said []kind
	kindsIn(cl.text, func(k kind) { said = append(said, k) })
	if len(said) == 0 {
		return false
	}
	var there []kind
	kindsIn(cl.backing.Sentence, func(k kind) { there = append(there, k) })
	days := stated.Weekdays(cl.backing.Sentence)
	for _, k := range said {
		if k.of >= firstOpposite && !cl.deniesLike(cl.backing.Sentence) {
			continue // "kostenpflichtig" of "nicht kostenlos"
		}
		if k == contraries["werktags"] && days&date.Workdays == date.Workdays || k == contraries["wochenende"] && days&date.Weekend == date.Weekend {
			continue // the source names them one by one
		}
		same, other := false, false
		for _, o := range there {
			if o.of == k.of {
				same, other = same || o == k, other || o != k && !slices.Contains(said, o)
			}
		}
		if other && !same && !c.kindAbove(k, cl.backing.Hit) && !c.statedElsewhere(cl.text, cl.backing.Sentence) {
			return true
		}
	}
	return false
}

// kindAbove reports whether the title or a heading of the source is of a kind.
func (c *Checker) kindAbove(k kind, hit int) bool {
	found := false
	for _, p := range c.hits[hit].Passages() {
		kindsIn(above(p), func(o kind) { found = found || o == k })
	}
	return found
}
