package retrieve

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// What everybody asks any firm has hardly a word of the pages that answer it: "Seit wann gibt es euch?" is answered by
// "Angefangen hat alles 1987 in einem Stall", "Sucht ihr Leute?" by "Busfahrer (m/w/d) mit Klasse D". Such sentences are known
// by their form.

// aboutFirm is such a question.
type aboutFirm struct {
	// asks finds it among questions by their folded words.
	asks *regexp.Regexp
	// plain is how it is asked in words that pages have, for the search and for choosing among the sentences of a passage.
	plain map[string]string
	// says finds the sentences that answer it, the surest first, or else the headings above them.
	says, above []*regexp.Regexp
	// denied finds sentences that say something else all the same: "seit 2023 nicht mehr".
	denied *regexp.Regexp
	oldest bool // of those as sure the one with the first year answers
	start  bool // if nothing else, the start page does
}

const (
	aYear = `(?:1[4-9]\d\d|20[0-4]\d)`
	// longAgo is a year since which nothing but the firm itself is likely to have been: "seit 2023" mostly tells of a change.
	longAgo = `(?:1[4-9]\d\d|20[01]\d)`
	// began are words that say that a firm began.
	began = `\b(?:gegründet|gründete[nt]?|gründung|angefangen hat|fing (?:alles )?an|began|founder|founded|established|set up in|started in)\b`
	// ofFirmAsked is how a firm is called by who asks it.
	ofFirmAsked = `(?:euch|ihr|sie|die firma|den laden|der laden|den betrieb|der betrieb|das unternehmen|das geschaft|den verein|der verein|die praxis|you|the (?:company|shop|business|firm|club|practice)|(?:eure|euren|euer|ihre|ihren|ihr) \w+|your \w+)`
	// staff are words for whom a firm looks for.
	staff       = `(?:jemand|\pL*(?:mitarbeiter|verkäufer|fahrer|erzieher|gesell|auszubildende|azubi|aushilf|kolleg|verstärkung|leute|kraft|kräfte|hilfe|trainer|lehrer|köch|koch)\pL*)`
	beforeAsked = `^(?:(?:und|and|hallo|hi|ok|sag mal|eigentlich) )*`
	fillsAsked  = `(?: (?:denn|eigentlich|schon|so|hier|genau|da|bereits|uberhaupt|alles|bei euch|bei ihnen|gerade|noch|aktuell|zurzeit|momentan|derzeit|auch|now|at the moment|currently|already|exactly|all|here))*`
)

// aboutFirms are all of them. They are made when the first visitor asks: their patterns take memory.
var aboutFirms = sync.OnceValue(func() []aboutFirm {
	return []aboutFirm{
		{
			asks: regexp.MustCompile(beforeAsked + `(?:(?:seit wann|wie lange|seit welchem jahr) (?:gibt es|gibts|existiert|existieren|besteht|seid|arbeitet)` + fillsAsked + ` ` + ofFirmAsked + fillsAsked +
				`|wann (?:wurde|wurdet|wurden|habt|haben)` + fillsAsked + ` ` + ofFirmAsked + fillsAsked + ` (?:gegrundet|angefangen|eroffnet)|wie alt (?:ist|seid) ` + ofFirmAsked +
				`|how long have you been (?:around|in business|going|open|here|trading)|how long has ` + ofFirmAsked + ` been (?:around|in business|going|open|here)|when (?:were you|was ` + ofFirmAsked + `) (?:founded|established|started|opened)|when did (?:you|` + ofFirmAsked + `) (?:open|start|begin)|how old is ` + ofFirmAsked + `)$`),
			plain: map[string]string{"de": "Gründung und Geschichte der Firma, seit dem Jahr", "en": "History of the company, founded in the year"},
			says: []*regexp.Regexp{
				regexp.MustCompile(`(?i)` + began + `.*\b` + aYear + `\b|\b` + aYear + `\b.*` + began),
				regexp.MustCompile(`(?i)(?:^|[.:–-] )(?:seit|since) ` + longAgo + `\b|\b(?:wir|uns|we|us|firma|betrieb|praxis|familie)\b.*\b(?:seit|since) ` + longAgo + `\b|\b(?:seit|since) ` + longAgo + `\b.*\b(?:wir|uns(?:ere?)?|familienhand|generation|we|our|family)\b`),
				regexp.MustCompile(`(?i)\b(?:gebaut|erbaut|eröffnet|übernommen|opened|built|took over)\b.*\b` + aYear + `\b|\b(?:in|seit) (?:zweiter|dritter|vierter|fünfter|sechster|siebter|achter|\d+\.) generation\b|\b(?:since|for|seit) (?:two|three|four|five|zwei|drei|vier|fünf) generation(?:s|en)\b`),
			},
			denied: regexp.MustCompile(`(?i)\b(?:nicht|kein\pL*|not|no longer)\b`),
			oldest: true,
		},
		{
			asks: regexp.MustCompile(beforeAsked + `(?:(?:sucht ihr|suchen sie|braucht ihr|brauchen sie)` + fillsAsked + `(?: (?:neue|neuen|gute|leute|jemanden|mitarbeiter|mitarbeiterinnen|personal|verstarkung|aushilfen|aushilfe|azubis|auszubildende|hilfe))+` + fillsAsked +
				`|(?:habt ihr|haben sie|gibt es|gibts)` + fillsAsked + `(?: (?:offene|freie|einen|eine|ein|irgendwelche))* (?:stellen|stelle|jobs|job|stellenangebote|stellenanzeigen|nebenjob|nebenjobs|minijob|ausbildungsplatze|ausbildungsplatz|arbeit)(?: (?:frei|fur mich))?` + fillsAsked +
				`|(?:kann|konnte|darf) (?:ich|man) (?:bei (?:euch|ihnen) (?:arbeiten|anfangen|jobben)|mich bei (?:euch|ihnen) bewerben|sich bei (?:euch|ihnen) bewerben)` + `|(?:stellt ihr|stellen sie)` + fillsAsked + `(?: (?:leute|jemanden|mitarbeiter))? ein|bildet ihr aus|bilden sie aus` +
				`|are you` + fillsAsked + ` (?:hiring|recruiting)|(?:do you have|have you got|are there|got)?(?: ?any)? (?:jobs|vacancies|openings|positions|jobs going|work going)` + fillsAsked + `|can i work (?:for|with) you|do you (?:hire|employ|need)(?: (?:people|staff|anyone|help))?)$`),
			plain: map[string]string{"de": "Wir suchen Mitarbeiter, Ausbildung und Jobs, Bewerbung", "en": "We are hiring, jobs and vacancies, apply"},
			says: []*regexp.Regexp{
				regexp.MustCompile(`(?i)\(m/w/d\)|\(w/m/d\)|\(d/m/w\)|\b(?:wir|euch) (?:\pL+ ){0,4}suchen (?:[\pL\d.]+ ){0,6}` + staff + `|\bsuchen wir (?:[\pL\d.]+ ){0,6}` + staff + `|^(?:der|die|das|unsere?) \pL+ sucht (?:\pL+ ){0,3}` + staff + `|\b(?:aushilfen?|saisonhilfen?|mitarbeiter(?:innen)?|verstärkung|azubis?|fahrer|koch|köchin) gesucht\b|\b(?:we(?:['’]re| are) (?:hiring|looking for (?:a|an|new|more) \pL+ ?(?:er|or|ist|staff|member|people)\b)|vacanc(?:y|ies))`),
				regexp.MustCompile(`(?i)\bbilden wir\b.*\baus\b|\bwir bilden\b.*\baus\b|\bausbildungsplatz\b|\blehrstellen?\b|\bbewerb(?:ung(?:en)?|en sie sich|t euch)\b|praktik(?:um|a)\b|\bapply (?:to|by|with)\b|\bapprentice`),
			},
			above: []*regexp.Regexp{regexp.MustCompile(`(?i)^(?:jobs?|(?:freie |offene )?stellen(?:angebote)?|karriere|wir stellen ein|arbeiten bei|mitarbeiten|ausbildung|join us|work (?:for|with) us|careers|vacancies)\b|\bgesucht$`)},
		},
		{
			asks: regexp.MustCompile(beforeAsked + `(?:was (?:macht|bietet|tut|verkauft) ` + `(?:ihr|sie|eure \w+|ihre \w+)` + fillsAsked + `(?: an)?|was (?:machen|bieten|tun|verkaufen) sie` + fillsAsked + `(?: an)?|was (?:kann man|gibt es|gibts)(?: (?:denn|so|eigentlich))* bei (?:euch|ihnen)` + fillsAsked + `(?: (?:machen|bekommen|kaufen))?` +
				`|welche leistungen (?:bietet|habt|gibt|bieten|haben) (?:ihr|sie|es)(?: an)?|what do you (?:do|offer|sell|make)` + fillsAsked + `|what (?:services|products) do you (?:offer|have|sell)|what kind of (?:business|company|place|shop) (?:are you|is this))$`),
			plain: map[string]string{"de": "Was wir machen: unser Angebot, unsere Leistungen", "en": "What we do: our services, what we offer"},
			above: []*regexp.Regexp{regexp.MustCompile(`(?i)^(?:was wir (?:machen|tun|bieten|anbieten|für sie tun)|(?:unsere? )?(?:leistungen|angebote?|sortiment)(?: (?:im überblick|auf einen blick))?|das (?:machen|bieten) wir|what we (?:do|offer|sell|make)|(?:our )?services|what(?:['’]s| is) (?:here|on offer))$`)},
			start: true,
		},
	}
})

// searchedForFirm is among how many hits such a sentence is looked for.
const searchedForFirm = 60

// AboutFirm finds what everybody asks any firm, in whatever words the pages tell it: since when there is it, whether it looks
// for people, what it does. ok is false for any other question; what is found is not Enough where no sentence says it.
func (ix *Index) AboutFirm(q Query) (found Results, ok bool) {
	lang, _ := word.Language(q.Text)
	lang = cmp.Or(lang, q.Language)
	var asked []string
	for _, t := range word.Tokens(q.Text, lang) {
		asked = append(asked, t.Text)
	}
	said := strings.Join(asked, " ")
	all := aboutFirms()
	i := slices.IndexFunc(all, func(a aboutFirm) bool { return a.asks.MatchString(said) })
	if i < 0 || all[i].plain[lang] == "" {
		return found, false
	}
	about, k := &all[i], q.K
	q.Text, q.Context, q.Vector, q.K = about.plain[lang], nil, nil, searchedForFirm
	found = ix.Search(q)
	found.Enough = false
	best, number := firmSaid{rank: len(about.says) + len(about.above)}, -1
	for _, hit := range found.Hits {
		for _, n := range hit.numbers() {
			if said := about.saidIn(&ix.passages[n], lang); said.before(best) {
				best, number = said, n
			}
		}
	}
	if number < 0 && about.start {
		number = ix.startPage(lang)
	}
	if number < 0 {
		found.Hits, found.Evidence = found.Hits[:min(k, len(found.Hits))], 0 // what comes nearest has nothing of it
		return found, true
	}
	p, others := &ix.passages[number], found.Hits
	found, found.Enough = found.of(Result{Passage: p, number: number}), true
	if best.span.End > 0 {
		for _, hit := range others { // for who writes an answer
			if len(found.Hits) < k && !slices.Contains(hit.numbers(), number) {
				found.Hits = append(found.Hits, hit)
			}
		}
		told := Quote{Text: p.Text[best.span.Start:best.span.End], Passage: p, Start: best.span.Start, End: best.span.End, Score: 1, Met: 1, number: number}
		found.offered = func() []Quote { return []Quote{told} }
	}
	return found, true
}

// firmSaid is how well a passage answers: the rank of the form that one of its sentences has, 0 the surest, the year it
// names, 0 for none, and where the sentence stands with the one behind it, unless the heading answers.
type firmSaid struct {
	rank, year int
	span       sentence.Span
}

func (s firmSaid) before(o firmSaid) bool {
	return s.rank < o.rank || s.rank == o.rank && s.year > 0 && s.year < o.year
}

// saidIn is how well a passage answers; those in another language than the question's do not.
func (a *aboutFirm) saidIn(p *passage.Passage, lang string) firmSaid {
	best := firmSaid{rank: len(a.says) + len(a.above)}
	if p.Language != lang {
		return best
	}
	spans := sentence.In(p.Text)
	machine := passage.Addressed(p.Text, spans)
	for i, s := range spans {
		if machine != nil && machine[i] {
			continue
		}
		text := p.Text[s.Start:s.End]
		at := slices.IndexFunc(a.says, func(r *regexp.Regexp) bool { return r.MatchString(text) })
		if at < 0 || strings.Contains(text, stated.CellBreak) || a.denied != nil && a.denied.MatchString(text) {
			continue
		}
		said := firmSaid{rank: at, span: s}
		if i+1 < len(spans) && (machine == nil || !machine[i+1]) && !strings.Contains(p.Text[s.End:spans[i+1].Start], "\n") {
			said.span.End = spans[i+1].End
		}
		if a.oldest {
			said.year, _ = strconv.Atoi(firstYear.FindString(text))
		}
		if said.before(best) {
			best = said
		}
	}
	if at := slices.IndexFunc(a.above, func(r *regexp.Regexp) bool { return r.MatchString(p.Heading()) }); at >= 0 && at+len(a.says) < best.rank {
		best = firmSaid{rank: at + len(a.says)}
	}
	return best
}

var (
	firstYear = regexp.MustCompile(aYear)
	// startNames are what the files of start pages are called.
	startNames = regexp.MustCompile(`(?i)^(?:\d+[-_])?(?:index|home|start|startseite|willkommen|welcome)(?:\.\w+)?$`)
)

// startPage is the first passage of the start page in a language, -1 where none is known as that.
func (ix *Index) startPage(lang string) int {
	best, depth := -1, 0
	for i := range ix.passages {
		p := &ix.passages[i]
		if p.Language != lang || p.Ordinal != 0 {
			continue
		}
		path := p.Address
		if _, rest, ok := strings.Cut(path, "://"); ok {
			_, path, _ = strings.Cut(rest, "/")
		}
		path = strings.Trim(path, "/")
		last := path[strings.LastIndexByte(path, '/')+1:]
		deep := strings.Count(path, "/")
		if path != "" && last != lang && !startNames.MatchString(last) || best >= 0 && deep >= depth {
			continue
		}
		best, depth = i, deep
	}
	return best
}
