package stated

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
)

func TestFactsInOtherLanguages(t *testing.T) {
	for text, want := range map[string]Facts{
		"De lunes a viernes": Weekday, "Le jeudi de 14 h à 20 h": Weekday | Number | Time, "Przegląd kosztuje 45 zł": Number | Price,
		"全面保养200元": Number | Price, "Осмотр: 3500 рублей": Number | Price, "土曜日は休みです": Weekday, "Kostet der Herr Marti etwas": Name,
	} {
		lang, _ := word.Language(text)
		if got := FactsIn(text, word.Tokens(text, lang)); got != want {
			t.Errorf("%s: %b, want %b", text, got, want)
		}
	}
	if got := Weekdays("od poniedziałku do piątku"); got != date.Workdays {
		t.Errorf("%b", got)
	}
}

// What a text states in words is told in other languages, too, also by scripts without spaces.
func TestFiguresInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		amount     Amount
		StatedIn   bool
	}{
		{"it", "Ai corsi partecipano al massimo dieci persone.", AmountCount, true}, {"it", "I corsi si tengono in cucina.", AmountCount, false},
		{"pl", "Na suknię czeka się trzy tygodnie.", amountIn + Amount(kindTime), true}, {"pl", "Na suknię czeka się długo.", amountIn + Amount(kindTime), false},
		{"uk", "Курс триває п'ятнадцять місяців.", amountIn + Amount(kindTime), true}, {"sv", "Skeppet hann trettonhundra meter.", amountIn + Amount(kindLength), true},
		{"es", "El taller repara pinchazos gratis.", AmountPrice, true}, {"pt", "Aberto de maio a outubro.", AmountWhen, true},
		{"zh", "换电池要等三个小时。", amountIn + Amount(kindTime), true}, {"ja", "チェックインは三時間かかります。", amountIn + Amount(kindTime), true}, {"th", "นวดเท้าสองชั่วโมง", amountIn + Amount(kindTime), true},
	} {
		if got := c.amount.StatedIn(c.text, SaidInGerman(c.text, word.Tokens(c.text, c.lang), c.lang)); got != c.StatedIn {
			t.Errorf("%s: %v", c.text, got)
		}
	}
	for _, c := range []struct {
		lang, text string
		facts      Facts
	}{
		{"it", "La mostra apre il 3 maggio", Number | Date}, {"pl", "Otwarcie w maju", Date}, {"fr", "La tour mesure 41 mètres", Number | Measure}, {"sv", "12 procent av alla", Number | Percent | Measure},
	} {
		if got := FactsIn(c.text, SaidInGerman(c.text, word.Tokens(c.text, c.lang), c.lang)); got != c.facts {
			t.Errorf("%s: %b, want %b", c.text, got, c.facts)
		}
	}
}

// Every line of the list of figures says what its German word is for.
func TestListOfFiguresIsRead(t *testing.T) {
	known := func(w string) bool {
		_, unit := unitsOf[w]
		return unit || units[w] || months[w] || countingNoFigure[w] || pricingNoFigure[w]
	}
	for lang, g := range figures() {
		for foreign, german := range g.words {
			if !known(german) {
				t.Errorf("%s: %s is %s, which is no figure", lang, foreign, german)
			}
		}
	}
}

func TestStreetsInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       bool
	}{
		{"fr", "Nous sommes au 3 rue Verte.", true}, {"es", "Calle de la Paz 3, Cádiz", true}, {"pl", "Zapraszamy na ul. Długą 4.", true}, {"hu", "Kossuth utca 12.", true},
		{"nl", "U vindt ons in de Molenstraat 12.", true}, {"sv", "Storgatan 5", true}, {"ru", "Мы на улице Зелёной, 3.", true}, {"ar", "شارع الأخضر رقم 3", true},
		{"it", "Ordini via e-mail entro 3 giorni.", false}, {"fr", "La rue est calme.", false}, {"de", "Die Reise geht via Rom in 3 Tagen.", false},
	} {
		if got := FactsOf(c.text, word.Tokens(c.text, c.lang), c.lang)&Place != 0; got != c.want {
			t.Errorf("%s: %v", c.text, got)
		}
	}
}

// What a question in another language wants may be told by several words together.
func TestPhrasesAskInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		amount     Amount
	}{
		{"nl", "Hoe laat begint de les?", AmountClock}, {"nl", "Hoe lang duurt de overtocht?", amountIn + Amount(kindTime)}, {"nl", "Wat betaal je voor een kaartje?", AmountPrice}, {"nl", "In welk jaar is de molen gebouwd?", AmountWhen},
		{"fr", "À quelle heure ouvrez-vous ?", AmountClock}, {"fr", "Combien de temps dure la cuisson ?", amountIn + Amount(kindTime)}, {"fr", "C'est combien pour un vélo ?", AmountPrice}, {"fr", "Quel âge faut-il avoir ?", AmountAge},
		{"es", "¿A qué hora abren?", AmountClock}, {"es", "¿Cuántos días tarda?", amountIn + Amount(kindTime)}, {"it", "Quanto si paga per un corso?", AmountPrice}, {"it", "Quanto dura il corso?", AmountTime},
		{"pt", "Qual é o preço do bilhete?", AmountPrice}, {"pt", "A que horas abre?", AmountClock}, {"pl", "O której godzinie otwieracie?", AmountClock}, {"pl", "Ile waży żubr?", amountIn + Amount(kindWeight)},
		{"tr", "Ne zaman açılıyor?", AmountWhen}, {"tr", "Bilet ne kadar?", AmountPrice}, {"tr", "Bakım kaç günde biter?", amountIn + Amount(kindTime)}, {"da", "Hvor mange pladser er der?", AmountCount}, {"fi", "Kuinka kauan huolto kestää?", AmountTime},
		{"nl", "Hoe kom ik bij u?", AmountNone}, {"fr", "Quelle est votre adresse ?", AmountNone},
	} {
		if got := AmountAsked(AskedInGerman(word.Tokens(c.text, c.lang), c.lang)); got != c.amount {
			t.Errorf("%s: %s wants %d, not %d", c.lang, c.text, got, c.amount)
		}
	}
}

// Phrases are of languages that are read in German words, and none stands twice.
func TestListOfPhrasesIsRead(t *testing.T) {
	for at, of := range phrases() {
		if !Foreign(at[0]) {
			t.Errorf("%s has phrases only", at[0])
		}
		seen := map[string]bool{}
		for _, p := range of {
			text := strings.Join(p.words, " ")
			if seen[text] {
				t.Errorf("%s: %s", at[0], text)
			}
			seen[text] = true
		}
	}
}
