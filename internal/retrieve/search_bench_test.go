package retrieve

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/passage"
)

// Texts for measuring have words as rare and as common as those of a language: half are a few
// dozen, the other half thousands.
var (
	benchCommon = strings.Fields("der die das und in zu mit von für auf ist im nicht ein eine den dem als auch an es so werden aus bei hat nach wird sie einer um am sind noch wie einem über")
	benchStarts = strings.Fields("Berg Tal Wald See Stern Mond Sonnen Wolken Regen Schnee Eis Feuer Stein Holz Glas Silber Gold Kupfer Eisen Zinn Adler Falken Hasen Igel Dachs Luchs Otter Biber Reh Hirsch")
	benchEnds   = strings.Fields("lampe tasche jacke hose mütze brille klingel pumpe kette bremse gabel felge speiche nabe kurbel feder schraube mutter zange feile säge bürste schale kanne tasse schüssel decke matte bank truhe")
)

func benchWord(random *rand.Rand) string {
	if random.IntN(2) == 0 {
		return benchCommon[random.IntN(len(benchCommon))]
	}
	n := int(math.Pow(random.Float64(), 3) * 8000)
	return benchStarts[n%30] + benchEnds[n/30%30] + []string{"", "n", "halter", "set", "teil", "dienst", "preis", "ecke", "haus"}[n/900%9]
}

func benchPassages(n int) []passage.Passage {
	random := rand.New(rand.NewPCG(3, 9))
	all := make([]passage.Passage, n)
	for i := range all {
		var b strings.Builder
		for range 5 {
			for range 12 {
				b.WriteString(benchWord(random) + " ")
			}
			b.WriteString("steht hier. ")
		}
		all[i] = passage.Passage{ID: fmt.Sprint(i), Document: fmt.Sprint(i / 6), Address: fmt.Sprintf("https://a.example/%d", i/6), Title: benchWord(random), Headings: []string{benchWord(random)}, Text: b.String(), Language: "de"}
		Analyse(&all[i])
	}
	return all
}

func benchQuestions() []string {
	random := rand.New(rand.NewPCG(4, 4))
	var out []string
	for range 200 {
		q := "Wie finde ich"
		for range 3 {
			q += " " + benchWord(random)
		}
		out = append(out, q+" und was kostet das?")
	}
	return out
}

func benchmarkSearch(b *testing.B, n int) {
	ix := Build(benchPassages(n), Options{})
	questions := benchQuestions()
	var took []time.Duration
	i := 0
	for b.Loop() {
		began := time.Now()
		ix.Search(Query{Text: questions[i%len(questions)], K: 6})
		took = append(took, time.Since(began))
		i++
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

func BenchmarkSearch10000(b *testing.B)  { benchmarkSearch(b, 10_000) }
func BenchmarkSearch100000(b *testing.B) { benchmarkSearch(b, 100_000) }

// A bot that nobody asked for a while has to be made ready from its stored passages.
func BenchmarkBuild10000Stored(b *testing.B) {
	passages := benchPassages(10_000)
	for b.Loop() {
		Build(slices.Clone(passages), Options{})
	}
}
