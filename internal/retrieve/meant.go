package retrieve

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// "Habt ihr heute noch auf?" has no word of a page of opening hours, and "und morgen?" behind it has still less. Both are read
// as what they ask: "Wann habt ihr am Montag geöffnet?"

// Meant is the question in plain words where it is one for the opening hours and nothing else, or names but another time
// behind one for them, is for who heads the firm or where that is, or goes on to another numbered part of a document; any other is as it was.
// Now must tell the day for "heute" and "tomorrow" to be read as weekdays.
func (q Query) Meant() Query {
	if whole := q.inPart(); whole.Text != q.Text {
		return whole
	}
	lang, _ := word.Language(q.Text)
	if lang = cmp.Or(lang, q.Language); lang != "de" && lang != "en" {
		return q
	}
	tokens := word.Tokens(q.Text, lang)
	if asksHead(tokens, lang) {
		q.Context, q.Text = nil, map[string]string{"de": "Wer ist der Chef?", "en": "Who is the boss?"}[lang]
		return q
	}
	if asksWhereYouAre(tokens) || asksWhereFirmIs(tokens) {
		q.Context, q.Text = nil, map[string]string{"de": "Wie ist eure Adresse?", "en": "What is your address?"}[lang]
		return q
	}
	if asksNumber(tokens) {
		q.Context, q.Text = nil, map[string]string{"de": "Wie ist eure Telefonnummer?", "en": "What is your phone number?"}[lang]
		return q
	}
	asks := asksOpenOnly(tokens)
	if !asks && !(onlyTime(tokens) && q.behindOpening(lang)) {
		return q
	}
	if len(q.Context) > 0 && asks && leansOnPlace(tokens) || asks && slices.ContainsFunc(tokens, asksHourOf) {
		return q.dated(tokens)
	}
	plain := q
	plain.Context, plain.hours = nil, true
	when := timeSaid(q.Text, tokens, lang, q.Now)
	asking := map[string][2]string{"de": {"Wann habt ihr", "geöffnet"}, "en": {"When are you open", ""}}
	if slices.ContainsFunc(tokens, func(t word.Token) bool { return stated.IsFeast(t.Text) || t.Text == "jahren" }) { // of a feast it is told whether
		asking = map[string][2]string{"de": {"Habt ihr", "geöffnet"}, "en": {"Are you open", ""}}
	}
	plain.Text = strings.Join(strings.Fields(asking[lang][0]+" "+when+" "+asking[lang][1]), " ") + "?"
	return plain.dated(tokens)
}

// OnFeast is a question whether there is open on a date that is a feast, by the name of that: "Habt ihr am 24. Dezember auf?"
func (q Query) OnFeast() (Query, bool) {
	lang, _ := word.Language(q.Text)
	lang = cmp.Or(lang, q.Language)
	tokens := word.Tokens(q.Text, lang)
	if !asksOpenOnly(slices.DeleteFunc(slices.Clone(tokens), func(t word.Token) bool { return t.Kind == word.Number })) {
		return q, false
	}
	for _, names := range stated.FeastsIn(q.Text, tokens, lang) {
		q.Context = nil
		q.Text = "Habt ihr an " + strings.ToUpper(names[0].Text[:1]) + names[0].Text[1:] + " geöffnet?"
		if lang == "en" {
			q.Text = "Are you open on"
			for _, name := range names {
				q.Text += " " + name.Text
			}
			q.Text += "?"
		}
		return q, true
	}
	return q, false
}

// dated notes the day of the year on which what is asked must hold, where it is asked of one that comes soon.
func (q Query) dated(tokens []word.Token) Query {
	if q.Now.IsZero() {
		return q
	}
	for i, t := range tokens {
		ahead, ok := daysAhead(tokens, i)
		if ok || stated.DayWord(t.Text) != 0 && isDay(t) && !strings.HasSuffix(t.Text, "s") || nowWords[t.Text] {
			on := q.Now.AddDate(0, 0, ahead)
			q.on = date.Date{Day: on.Day(), Month: int(on.Month())}
			return q
		}
	}
	return q
}

// leansOnPlace says whether a question speaks of a place that was named before it: "Habt ihr dort auch sonntags auf?"
func leansOnPlace(tokens []word.Token) bool {
	return slices.ContainsFunc(tokens, func(t word.Token) bool { return therePlace[t.Text] })
}

var therePlace = wordlist.Set("dort dahin there")

// asksHourOf says whether a word asks for one hour and not for all that are told: "Bis wann habt ihr heute auf?"
func asksHourOf(t word.Token) bool { return oneHour[t.Text] }

var oneHour = wordlist.Set("bis ab seit until till late early from lange lang")

// Words of a question for opening hours besides those that tell the time.
var (
	opened       = wordlist.Set("geoffnet offen auf zu geschlossen open closed shut")
	hoursWords   = wordlist.Set("offnungszeiten offnungszeit opening hours openinghours")
	openingVerbs = wordlist.Set("habt haben hat seid sind ist macht machen offnet offnen schliesst schliessen are is do does will r")
	openedBy     = wordlist.Set("ihr sie man es jemand wer you u it")
	// fillsTime are further words that such a question may have.
	fillsTime = wordlist.Set("s noch gerade eigentlich denn auch uberhaupt normal normalerweise regular uhr am pm times time zeiten wann when what which welche welchen anymore")
)

// isSomebody says whether a word is for whoever is there: "Ist da heute noch jemand?"
func isSomebody(t word.Token) bool { return t.Text == "jemand" || t.Text == "wer" }

// asksOpenOnly says whether a question is for opening hours, and names nothing else: no thing, no place, no price.
func asksOpenOnly(tokens []word.Token) bool {
	opens, verb, who, noun := false, false, false, false
	for i, t := range tokens {
		present := t.Text == "da" && i > 0 && (tokens[0].Text == "seid" || tokens[0].Text == "sind" || slices.ContainsFunc(tokens, isSomebody))
		opens = opens || present || opened[t.Text] && !(i+1 < len(tokens) && (t.Text == "auf" || t.Text == "zu") && !isTime(tokens, i+1) && !fillsTime[tokens[i+1].Text])
		verb, who, noun = verb || openingVerbs[t.Text], who || openedBy[t.Text], noun || hoursWords[t.Text]
		switch {
		case present, opened[t.Text], hoursWords[t.Text], openingVerbs[t.Text], openedBy[t.Text], fillsTime[t.Text], isTime(tokens, i), continues[t.Text], t.Kind == word.Letters && timePrepositions[t.Text]:
		default:
			return false
		}
	}
	return noun || opens && verb && who
}

// onlyTime says whether a question names a time and nothing else: "und morgen?", "what about the weekend?"
func onlyTime(tokens []word.Token) bool {
	named := false
	for i, t := range tokens {
		switch {
		case isTime(tokens, i):
			named = true
		case timePrepositions[t.Text], continues[t.Text], fillsTime[t.Text] && t.Text != "uhr" && ways[t.Text] == wayOther:
		default:
			return false
		}
	}
	return named
}

var (
	// continues are the words by which a question goes on from the one before it.
	continues = wordlist.Set("und aber oder was wie ist es mit bei siehts sieht aus and but or what about how ok okay ah")
	// timePrepositions stand before a time.
	timePrepositions = wordlist.Set("am an in im um uber zu zum zwischen der die das den dem diesen diese dieses dieser nachsten nachste nachster kommenden on at over during in the this next between for and und")
)

// behindOpening says whether the question before is for opening hours and nothing else, if need be with others between that
// name but another time.
func (q Query) behindOpening(lang string) bool {
	for i := len(q.Context) - 1; i >= 0; i-- {
		tokens := word.Tokens(q.Context[i], lang)
		switch {
		case asksOpenOnly(tokens):
			return true
		case !onlyTime(tokens):
			return false
		}
	}
	return false
}

// isTime says whether the word at i tells a day, a part of one, a feast or a part of the year.
func isTime(tokens []word.Token, i int) bool {
	t := tokens[i].Text
	_, ahead := daysAhead(tokens, i)
	return ahead || tellsTime(t) || someTime[t] || nowWords[t] || stated.IsFeast(t) || partsOfYear[t] || stated.IsMonth(t) || t == "jahren" && i > 1 && tokens[i-2].Text == "zwischen" ||
		tokens[i].Kind == word.Number && i+1 < len(tokens) && (stated.IsMonth(tokens[i+1].Text) || tokens[i+1].Text == "uhr" || tokens[i+1].Text == "am" || tokens[i+1].Text == "pm" || tokens[i+1].Kind == word.Number)
}

var (
	nowWords = wordlist.Set("jetzt gerade grade momentan now currently")
	// partsOfYear are seasons and holidays, besides feasts.
	partsOfYear = wordlist.Set("woche week ferien sommerferien herbstferien winterferien osterferien weihnachtsferien pfingstferien sommer winter herbst fruhling summer autumn spring eve day boxing new year years bank holiday holidays holidays karfreitag ostersonntag ostermontag")
)

// daysAhead is in how many days the day is that the word at i tells: 1 for "morgen"; ok is false where it tells none.
func daysAhead(tokens []word.Token, i int) (n int, ok bool) {
	switch tokens[i].Text {
	case "heute", "today", "tonight":
		return 0, true
	case "morgen":
		return 1, i == 0 || tokens[i-1].Text != "guten" && !(tokens[i-1].Text == "heute" || isDay(tokens[i-1]))
	case "tomorrow":
		return 1, true
	case "ubermorgen":
		return 2, true
	}
	return 0, false
}

// weekdays are the days of the week, Sunday first.
var weekdays = map[string][7]string{
	"de": {"am Sonntag", "am Montag", "am Dienstag", "am Mittwoch", "am Donnerstag", "am Freitag", "am Samstag"},
	"en": {"on Sunday", "on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday"},
}

// timeSaid is the time that a question names, as it says it, with weekdays for "heute" and "tomorrow".
func timeSaid(text string, tokens []word.Token, lang string, now time.Time) string {
	var out []string
	from := -1 // where the words before a time begin
	for i, t := range tokens {
		if !isTime(tokens, i) {
			if from < 0 && timePrepositions[t.Text] && (len(out) > 0 || t.Text != "und" && t.Text != "and") {
				from = i
			} else if !timePrepositions[t.Text] {
				from = -1
			}
			continue
		}
		ahead, ok := daysAhead(tokens, i)
		switch {
		case (ok || nowWords[t.Text]) && !now.IsZero():
			out = append(out, weekdays[lang][now.AddDate(0, 0, ahead).Weekday()])
		case t.Text == "jahren":
			out = append(out, "zwischen Weihnachten und Neujahr")
		case from >= 0:
			out = append(out, text[tokens[from].Start:t.End])
		default:
			out = append(out, text[t.Start:t.End])
		}
		from = -1
	}
	return strings.Join(out, " ")
}

// asksWhereFirmIs says whether a question is where the shop or office is, and names nothing of it: "Wo ist der Laden?"
func asksWhereFirmIs(tokens []word.Token) bool {
	where, firm := false, false
	for _, t := range tokens {
		switch {
		case ways[t.Text] == wayWhere:
			where = true
		case firmPlaces[t.Text]:
			firm = true
		case !bareWhere[t.Text] && !leading[t.Text] && !seeking[t.Text]:
			return false
		}
	}
	return where && firm
}

// firmPlaces are what a firm's only place is called by who asks for it.
var firmPlaces = wordlist.Set("laden geschaft praxis firma betrieb ladengeschaft unternehmen adresse shop store practice surgery")

// asksNumber says whether a question is for a telephone number and does not say whose: "Wie ist die Nummer?", "gebt mir mal eure
// Telefonnummer".
func asksNumber(tokens []word.Token) bool {
	number := false
	for _, t := range tokens {
		switch {
		case numberWords[t.Text]:
			number = true
		case !leading[t.Text] && !aroundNumber[t.Text] && !spokenTo[t.Text]:
			return false
		}
	}
	return number && len(tokens) > 1
}

var (
	numberWords  = wordlist.Set("nummer telefonnummer rufnummer telefon tel number phone telephone")
	aroundNumber = wordlist.Set("your wie ist was lautet welche habt haben hat gib gibt gebt geben nenn nennt nennen mir uns bitte mal noch denn dann und ok okay eine eure euren deine sie kann ich bekommen kriegen ihre eurer what is whats s please give me us can i get have got do then and so phone")
)

// asksHead says whether a question is for who heads or owns the firm, and names nothing of it: "Wem gehört der Laden?"
func asksHead(tokens []word.Token, lang string) bool {
	who, head, heading, firm := false, false, false, false
	for i, t := range tokens {
		switch {
		case whoHeads[t.Text]:
			who = true
		case heads[t.Text], t.Text == "charge" && i > 0 && tokens[i-1].Text == "in":
			head = true
		case headed[t.Text]:
			heading = true
		case ownPlaces[t.Text], ofFirm[t.Text]:
			firm = true
		case !word.Stop(lang, t.Text) && !calledBy[t.Text]:
			return false
		}
	}
	return who && (head || heading && firm) // "wer leitet das?" goes on about something else
}

var (
	whoHeads = wordlist.Set("wer wem wie who whos whose")
	heads    = wordlist.Set("chef chefin boss besitzer besitzerin eigentumer eigentumerin owner proprietor")
	headed   = wordlist.Set("gehort fuhrt leitet betreibt owns runs")
	calledBy = wordlist.Set("s denn eigentlich name heisst called")
	// ofFirm are further words that such a question may have.
	ofFirm = wordlist.Set("hier ihr euch laden betrieb ganze ganzen verein schule place business here company")
)
