package retrieve

import (
	"fmt"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// A question in another language is answered by a German or English site, none of whose words it has.
func TestQuestionsInALanguageThatTheSiteIsNotIn(t *testing.T) {
	sites := map[string][]string{
		"de": {"Wir liefern innerhalb von drei Tagen.", "Unser Hund heißt Balu und mag Besuch.", "Den Garten pflegt ein Meister.", "Das Frühstück gibt es am Buffet."},
		"en": {"Orders are delivered within three days.", "Our dog is called Balu and likes visitors.", "A master takes care of the garden.", "Breakfast is served as a buffet."},
	}
	questions := map[string][]string{
		"fr": {"Quel est le délai de livraison ?", "Comment s'appelle le chien ?", "Qui s'occupe du jardin ?", "Où est le petit déjeuner ?"},
		"es": {"¿Cuánto tarda la entrega?", "¿Cómo se llama el perro?", "¿Quién cuida el jardín?", "¿Hay desayuno?"},
		"nl": {"Hoe lang duurt de levering?", "Hoe heet de hond?", "Wie verzorgt de tuin?", "Is er een ontbijt?"},
		"ru": {"Сколько длится доставка?", "Как зовут собаку?", "Кто ухаживает за садом?", "Где завтрак?"},
	}
	for site, texts := range sites {
		var passages []passage.Passage
		for i, text := range texts {
			p := passage.Passage{ID: fmt.Sprint(i), Document: "site", Ordinal: i, Text: text, Language: site}
			Analyse(&p)
			passages = append(passages, p)
		}
		ix := Build(passages, Options{})
		for lang, asked := range questions {
			for i, question := range asked {
				r := ix.Search(Query{Text: question, Language: lang})
				if len(r.Hits) == 0 || r.Hits[0].Passage != ix.Passage(i) {
					t.Errorf("%s → %s: %q is not answered by %q first", lang, site, question, texts[i])
				}
			}
		}
	}
}

// Words of another language that mean about the same stand for one another.
func TestLikenessInOtherLanguages(t *testing.T) {
	for _, c := range []struct{ lang, question, answers, other string }{
		{"fr", "Peut-on stationner la voiture ?", "Il y a un garage pour les automobiles.", "La piscine ferme en hiver."},
		{"nl", "Hoe kan ik de rekening voldoen?", "U betaalt contant of met een pas.", "Onze bakker bakt elke ochtend."},
		{"es", "¿Hay un médico?", "Un doctor atiende por la mañana.", "La tienda vende pan y queso."},
	} {
		var passages []passage.Passage
		for i, text := range []string{c.other, c.answers} {
			p := passage.Passage{ID: fmt.Sprint(i), Document: fmt.Sprint(i), Text: text, Language: c.lang}
			Analyse(&p)
			passages = append(passages, p)
		}
		ix := Build(passages, Options{})
		if r := ix.Search(Query{Text: c.question, Language: c.lang}); len(r.Hits) == 0 || r.Hits[0].Passage.Text != c.answers {
			t.Errorf("%q is not answered by %q first", c.question, c.answers)
		}
	}
}
