package personal

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

// swapped are what is put in place of a piece of a message, or between two: characters by which places of a text and of its
// small letters come apart, and those by which numbers and words are read.
var swapped = []string{
	"0", "7", "12", "1234", "-", "--", "–", "/", ".", ":", ",", "@", "#", "*", "_", "'", "\"", "(", ")", "[", "|", ";", "\n", "\r\n", "\t", " ", "  ", "+", "=", "&", "%", "\\", "<", ">",
	"ä", "Ö", "ß", "ẞ", "é", "İ", "ı", "ſ", "K", "Ⱥ", "Ω", "µ", "А", "и", "😀", "👩‍👩‍👧", "1️⃣", "א", "مرحبا", "٣", "\u200b", "\u200d", "\u200f", "\u202e", "\u0308", "\u00ad", "\ufeff", "０", "Ａ", "①", "Ⅷ", "中", "\x00", "\xff", "\xc3", "\xe2\x80",
	"&#49;", "%41", "\\u0040", "O", "l", "I", "x", "eins", "null", "zwei", "wie", "Strich", "dot", "at",
}

// mutated changes a message in a few places as nobody would think of: cut anywhere, pieces put elsewhere, repeated, swapped.
func mutated(rnd *rand.Rand, text, other string) string {
	for range 1 + rnd.IntN(4) {
		if text == "" {
			return other
		}
		from := rnd.IntN(len(text))
		to := min(len(text), from+1+rnd.IntN(12))
		piece := swapped[rnd.IntN(len(swapped))]
		switch rnd.IntN(9) {
		case 0:
			text = text[:from]
		case 1:
			text = text[from:]
		case 2:
			text = text[:from] + text[to:]
		case 3:
			text = text[:from] + piece + text[from:]
		case 4:
			text = text[:from] + piece + text[min(len(text), from+1):]
		case 5:
			text = text[:from] + strings.Repeat(text[from:to], 1+rnd.IntN(4)) + text[to:]
		case 6:
			text = text[:from] + other[min(len(other), rnd.IntN(len(other)+1)):]
		case 7:
			text = strings.ToUpper(text[:from]) + text[from:]
		case 8:
			text = text[:from] + strings.ReplaceAll(text[from:to], " ", piece) + text[to:]
		}
	}
	return text[:min(len(text), 2000)]
}

// seenMessages are what people wrote for the evaluation and may be printed.
func seenMessages(t testing.TB) (texts []string) {
	files, err := filepath.Glob("../../test/eval/personal/testdata/written_*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no messages", err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_en14.jsonl") || strings.HasSuffix(name, "_en16.jsonl") {
			continue
		}
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(file)) {
			var message struct{ Text string }
			if err := json.Unmarshal([]byte(line), &message); err != nil {
				t.Fatal(err)
			}
			texts = append(texts, message.Text)
		}
	}
	return texts
}

// FuzzMutated checks the same of messages of the evaluation that were changed by chance, as the numbers say: most are close to
// what rules look for, which chance alone hardly writes.
func FuzzMutated(f *testing.F) {
	texts := seenMessages(f)
	for _, unit := range hardTexts {
		texts = append(texts, strings.Repeat(unit, 3))
	}
	slices.Sort(texts)
	for seed := range uint64(2000) {
		f.Add(seed)
	}
	finders := []*Finder{
		New(Options{Year: 2026}), New(Options{Year: 2026, Region: "US", Always: []string{"Adler", "İx", "straße"}, Public: []string{"@firma.de", "0351 123456"}}), New(Options{Year: 2026, Region: "CH", Off: []Type{Person}}),
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		rnd := rand.New(rand.NewPCG(seed, 0))
		pick := func() string { return texts[rnd.IntN(len(texts))] }
		text, before := mutated(rnd, pick(), pick()), mutated(rnd, pick(), pick())
		defer func() {
			if failure := recover(); failure != nil {
				t.Fatalf("%v in %q, behind %q\n%s", failure, text, before, debug.Stack())
			}
		}()
		finder := finders[seed%uint64(len(finders))]
		checkPlaces(t, text, finder.Find(text))
		checkPlaces(t, text, Behind(finder, []Said{{Text: before, Own: seed%2 == 0}, {Text: "Wann sind Sie geboren?"}}).Find(text))
	})
}

// These made recognition fail: a sign in a row of itself between the columns of a head, and a comma where nothing stands before.
func TestMessagesThatMadeItFail_D3(t *testing.T) {
	for _, text := range []string{"quick one – – – Dad's green car", "name - - - tel", ". Stock, Eisenbahnstr 83, 04315 leip", "ABCDE-FGH-JKL1234"} {
		checkPlaces(t, text, New(Options{}).Find(text))
	}
}
