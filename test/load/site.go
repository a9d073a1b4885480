package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strings"
)

// The generated site has words as rare and as common as those of a language: half of a text are a
// few dozen words, the other half thousands. Each section is about a product of its own.

var (
	starts = strings.Fields("Berg Tal Wald See Stern Mond Sonnen Wolken Regen Schnee Eis Feuer Stein Holz Glas Silber Gold Kupfer Eisen Zinn Adler Falken Hasen Igel Dachs Luchs Otter Biber Reh Hirsch Rosen Tulpen Nelken Veilchen Distel Farn Moos Linden Eichen Buchen")
	ends   = strings.Fields("lampe tasche jacke hose mütze brille klingel pumpe kette bremse gabel felge speiche nabe kurbel feder schraube mutter zange feile säge bürste schale kanne tasse schüssel decke matte bank truhe kiste dose leiter rolle spule nadel schere angel glocke uhr")
	common = strings.Fields("der die das und in zu mit von für auf ist im nicht ein eine den dem als auch an es so werden aus bei hat nach wird sie einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei")
)

// product is the name of something sold, another one for each n below 8,000.
func product(n int) string {
	return starts[n%40] + []string{"", "garten", "haus", "markt", "reise"}[n/1600%5] + ends[n/40%40]
}

// word is a random word; small numbers of the distribution are common ones.
func word(random *rand.Rand) string {
	if random.IntN(2) == 0 {
		return common[random.IntN(len(common))]
	}
	n := int(math.Pow(random.Float64(), 3) * 6000)
	return starts[n%40][:2] + strings.ToLower(starts[n/40%40]) + ends[n/1600*7%40]
}

// sections are how many products a page tells of; each becomes a passage.
const sections = 6

func writePage(w io.Writer, n, pages int) {
	random := rand.New(rand.NewPCG(uint64(n), 7))
	fmt.Fprintf(w, `<!DOCTYPE html><html lang="de"><head><title>%s und mehr</title></head><body><nav>`, product(n*sections))
	for next := n*4 + 1; next <= n*4+4 && next < pages; next++ {
		fmt.Fprintf(w, `<a href="/seite/%d">Seite %d</a> `, next, next)
	}
	fmt.Fprintf(w, `</nav><main><h1>%s und mehr</h1>`, product(n*sections))
	for section := range sections {
		name := product(n*sections + section)
		fmt.Fprintf(w, "<h2>%s</h2><p>Die %s kostet bei uns %d,%02d Euro.", name, name, random.IntN(300)+5, random.IntN(100))
		for range 8 {
			var sentence []string
			for range 12 {
				sentence = append(sentence, word(random))
			}
			fmt.Fprintf(w, " %s.", strings.Join(sentence, " "))
		}
		fmt.Fprint(w, "</p>")
	}
	fmt.Fprint(w, "</main></body></html>")
}
