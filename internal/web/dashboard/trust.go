package dashboard

import (
	"net/http"
	"time"

	"github.com/webchatagent/wca/internal/proof"
	"github.com/webchatagent/wca/internal/retention"
)

// Proof is what the last check of the promises found.
type Proof interface {
	Last() proof.Report
}

// trustWords is the text of the trust page in one language.
type trustWords struct {
	Title, Intro, Checked, Soon, Promise, State, Seen string
}

var trustGerman = trustWords{
	Title:   "Versprechen, nachgeprüft",
	Intro:   "Dieser Server prüft seine Versprechen nach jedem Start, bald nach geänderten Einstellungen und täglich selbst, mit erfundenen Daten, die danach gelöscht werden. Was noch nicht gebaut ist, steht hier auch.",
	Checked: "Zuletzt geprüft:", Soon: "Die erste Prüfung läuft gleich. Bitte laden Sie die Seite in einer Minute neu.",
	Promise: "Versprechen", State: "Ergebnis", Seen: "Was geprüft wurde",
}

var trustEnglish = trustWords{
	Title:   "Promises, checked",
	Intro:   "This server checks its promises after each start, soon after settings change and every day, with made-up data that is erased afterwards. What is not built yet is listed, too.",
	Checked: "Last checked:", Soon: "The first check will run soon. Please load this page again in a minute.",
	Promise: "Promise", State: "Result", Seen: "What was checked",
}

// tally is how many promises are in a state.
type tally struct {
	Word  string
	Count int
}

// trust shows everybody what the last check of the promises found.
func (p *Pages) trust(w http.ResponseWriter, r *http.Request) {
	c, text := words(r), trustGerman
	if c.Lang == "en" {
		text = trustEnglish
	}
	w.Header().Set("Vary", "Accept-Language")
	p.render(w, r, trust(c, text, p.Proof.Last().Public()))
}

// tallies counts the results by state.
func tallies(report proof.Report, language string) []tally {
	var all []tally
	for _, state := range []proof.State{proof.Holds, proof.Partly, proof.Broken, proof.Missing, proof.Unchecked} {
		n := 0
		for _, one := range report.Results {
			if one.State == state {
				n++
			}
		}
		if n > 0 {
			all = append(all, tally{Word: state.Words().In(language), Count: n})
		}
	}
	return all
}

// shownTime is a time for people of any zone, or the day where no more is kept.
func shownTime(t time.Time, language string) string {
	date, hour := "2\u00a0January\u00a02006", ", 15:04\u00a0(UTC)"
	if language == "de" {
		date, hour = "02.01.2006", ", 15:04\u00a0Uhr\u00a0(UTC)"
	}
	if retention.DayOnly(t) {
		return t.UTC().Format(date)
	}
	return t.UTC().Format(date + hour)
}

// machineTime is the same for programs.
func machineTime(t time.Time) string {
	if retention.DayOnly(t) {
		return t.UTC().Format(time.DateOnly)
	}
	return t.UTC().Format(time.RFC3339)
}
