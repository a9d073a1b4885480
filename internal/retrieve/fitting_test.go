package retrieve

import "testing"

// What a question names that nothing like it stands for is looked for in the quote, and what kind of thing it says.
func TestAQuoteIsHeldAgainstDaysNumbersAndKinds(t *testing.T) {
	school := firm("en",
		[2]string{"Office", "# Office hours\nThe office is open on Tuesday and Friday from 9am to 11:30am."},
		[2]string{"Course dates", "# Pottery classes\nThe pottery classes take place in March and in October."},
		[2]string{"Boilers", "# Fitted prices\nThe Alder 30 boiler is £900 fitted."},
		[2]string{"Getting in", "# Wheelchairs\nThe hall is reached by stairs only, so wheelchairs are not possible.\n# Bikes\nBicycles are welcome in the Mill House."},
		[2]string{"Hire", "# Hire\nA tent costs £12, and a stove, which we clean ourselves and check for leaks, costs £5."})
	row := groundsOf(t, school, "en")
	for _, c := range []struct {
		question string
		ground   int
		want     float32
	}{
		{"Is the office open on Tuesday?", groundDay, 1},
		{"Is the office open on Thursday?", groundDay, -1},
		{"Are there pottery classes on Monday?", groundDay, -0.5},
		{"Is the office open?", groundDay, 0},
		{"Are there pottery classes in October?", groundMonth, 1},
		{"Are there pottery classes in June?", groundMonth, -1},
		{"How much is the Alder 30 boiler fitted?", groundNumbers, 1},
		{"How much is the Alder 40 boiler fitted?", groundNumbers, -1},
		{"Are wheelchairs possible in the hall?", groundDenies, 1},
		{"Are bicycles welcome?", groundAllows, 1},
		{"Where can I leave bicycles?", groundPlaced, 1},
		{"How much is the Alder 30 boiler fitted?", groundTellsPrice, 1},
		{"Is the office open?", groundTellsTime, 1},
		{"Is the office open?", groundTellsPrice, 0},
	} {
		if got := row(c.question)[c.ground]; got != c.want {
			t.Errorf("%q: ground %d is %v, want %v", c.question, c.ground-groundDay, got, c.want)
		}
	}
	if tent, other := row("How much does a tent cost?")[groundClause], row("How much does the cleaning of a stove cost?")[groundClause]; tent < 0.9 || other >= tent {
		t.Errorf("the clause with the price names %v of what it is for, and %v", tent, other)
	}
}

// A row that says no more of the question than those beside it is not the one asked for.
func TestARowIsHeldAgainstThoseBesideIt(t *testing.T) {
	dances := firm("de", [2]string{"Kurse", "# Preise\n• Walzer für Paare: 84 €\n• Tango für Paare: 79 €\n• Salsa für Paare: 72 €"})
	ahead := func(question string) float32 {
		g, ok := dances.Ground(Query{Text: question, Language: "de"})
		if !ok {
			t.Fatal(question)
		}
		return g.Row[groundLineAhead]
	}
	if own, other := ahead("Was kostet Tango für Paare?"), ahead("Was kostet Bachata für Paare?"); own < 0.2 || other > 0 {
		t.Errorf("its own row is %v ahead, that of another %v", own, other)
	}
}

// Quotes in other languages are held against what is asked in their own.
func TestAQuoteInAnotherLanguageIsHeldAgainstWhatIsAsked(t *testing.T) {
	cheese := firm("nl",
		[2]string{"Kaas", "# Rondleiding\nDe rondleiding door de kaasmakerij kost zes euro. Honden zijn er niet toegestaan."},
		[2]string{"Lessen", "# Kaas maken\nOp woensdag leert u zelf kaas maken. De les is mogelijk voor groepen van acht personen."})
	for _, c := range []struct {
		question string
		ground   int
		want     float32
	}{
		{"Hoeveel kost de rondleiding?", groundFigures, 1},
		{"Hoeveel kost kaas maken?", groundFigures, 0},
		{"Zijn honden toegestaan bij de rondleiding?", groundDenies, 1},
		{"Kan ik kaas maken met een groep?", groundMay, 1},
		{"Hoe laat begint de rondleiding?", groundMay, 0},
	} {
		g, ok := cheese.Ground(Query{Text: c.question, Language: "nl"})
		if !ok || g.Row[c.ground] != c.want {
			t.Errorf("%q: ground %d is %v, want %v", c.question, c.ground, g.Row[c.ground], c.want)
		}
	}
}

// Another form of a Dutch verb stands for it.
func TestAFormOfADutchVerbStandsForIt(t *testing.T) {
	mill := firm("nl", [2]string{"Molen", "# Molen\nDe molenaar maalt tarwe."}, [2]string{"Winkel", "# Winkel\nIn de winkel ligt brood."})
	r := mill.Search(Query{Text: "Wat is er gemalen?", Language: "nl"})
	if len(r.Hits) == 0 || r.Hits[0].Passage.Heading() != "Molen" || r.Hits[0].Score <= 0.3 {
		t.Errorf("%+v", r.Hits)
	}
}

// groundsOf gives the grounds of questions in a language.
func groundsOf(t *testing.T, ix *Index, language string) func(question string) []float32 {
	return func(question string) []float32 {
		t.Helper()
		g, ok := ix.Ground(Query{Text: question, Language: language})
		if !ok {
			t.Fatal(question)
		}
		return g.Row
	}
}
