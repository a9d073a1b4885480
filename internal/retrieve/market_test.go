package retrieve

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/passage"
)

// market sells things in invented words. Each has a passage of its own: its price in one sentence, among
// several that have nothing to do with it.
type market struct{ starts, ends, common []string }

func newMarket() market {
	return market{
		strings.Fields("Berg Tal Wald See Stern Mond Sonnen Wolken Regen Schnee Eis Feuer Stein Holz Glas Silber Gold Kupfer Eisen Zinn Adler Falken Hasen Igel Dachs Luchs Otter Biber Reh Hirsch Rosen Tulpen Nelken Veilchen Distel Farn Moos Linden Eichen Buchen"),
		strings.Fields("lampe tasche jacke hose mütze brille klingel pumpe kette bremse gabel felge speiche nabe kurbel feder schraube mutter zange feile säge bürste schale kanne tasse schüssel decke matte bank truhe kiste dose leiter rolle spule nadel schere angel glocke uhr"),
		strings.Fields("der die das und in zu mit von für auf ist im nicht ein eine den dem als auch an es so werden aus bei hat nach wird sie einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei"),
	}
}

// thing is what is sold in place n.
func (m market) thing(n int) string {
	return m.starts[n%40] + []string{"", "garten"}[n/1600%2] + m.ends[n/40%40]
}

func (m market) word(random *rand.Rand) string {
	if random.IntN(2) == 0 {
		return m.common[random.IntN(len(m.common))]
	}
	n := int(math.Pow(random.Float64(), 3) * 6000)
	return m.starts[n%40][:2] + strings.ToLower(m.starts[n/40%40]) + m.ends[n/1600*7%40]
}

// passages are those of so many pages with six things each.
func (m market) passages(pages int) []passage.Passage {
	var all []passage.Passage
	for page := range pages {
		random := rand.New(rand.NewPCG(uint64(page), 7))
		title := m.thing(6*page) + " und mehr"
		d := document.Document{Title: title, Language: "de", Blocks: []document.Block{{Kind: document.KindHeading, Level: 1, Text: title}}}
		for n := 6 * page; n < 6*page+6; n++ {
			text := fmt.Sprintf("Die %s kostet bei uns %d,%02d Euro.", m.thing(n), random.IntN(300)+5, random.IntN(100))
			for range 8 {
				var words []string
				for range 12 {
					words = append(words, m.word(random))
				}
				text += " " + strings.Join(words, " ") + "."
			}
			d.Blocks = append(d.Blocks, document.Block{Kind: document.KindHeading, Level: 2, Text: m.thing(n)}, document.Block{Kind: document.KindParagraph, Text: text})
		}
		id := fmt.Sprintf("/seite/%d", page)
		all = append(all, passage.Split(d, passage.Options{Document: id, Address: "https://example.org" + id})...)
	}
	for i := range all {
		Analyse(&all[i])
	}
	return all
}

func TestAPriceIsFoundAmongThoseOfManyOtherThings(t *testing.T) {
	m := newMarket()
	ix := Build(m.passages(300), Options{})
	for n := 0; n < 1600; n += 37 {
		thing := m.thing(n) // "Lindenpumpe", "Seelampe"
		q := Query{Text: "Was kostet bei Ihnen die " + thing + "?", Language: "de", K: 8}
		r := ix.Search(q)
		if !r.Enough {
			t.Errorf("%s: refused with an evidence of %.2f", q.Text, r.Evidence)
		}
		quotes := ix.Quote(r, 1)
		if len(quotes) == 0 || quotes[0].Silent || !strings.HasPrefix(quotes[0].Text, "Die "+thing+" kostet bei uns ") {
			t.Errorf("%s: quoted %+v", q.Text, quotes)
		}
	}
}
