package fact

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/pattern"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// ambiguousMonths are also other words, or names: "it may", "Frau August".
var ambiguousMonths = map[string]bool{"may": true, "march": true, "august": true, "mai": true, "april": true, "june": true, "jan": true, "mar": true, "dec": true, "sep": true, "okt": true, "oct": true, "nov": true, "dez": true, "feb": true, "apr": true, "aug": true, "sept": true}

// calendar adds the months and weekdays that a text names.
func (f *Facts) calendar(text string) {
	var letters smallLetters
	var before string
	days, months := false, 0
	end := 0
	for at := range word.Runs(text) {
		w := text[at[0]:at[1]]
		if mayBeMonth(w) {
			if month := date.Month(string(letters.lower(w))); month > 0 {
				lead := before == "" || date.Month(strings.ToLower(before)) > 0 || monthLeads[strings.ToLower(before)] || strings.ContainsAny(text[end:at[0]], Digits) || figureFollows(text[at[1]:])
				if lead || !ambiguousMonths[strings.ToLower(w)] {
					f.Add(Fact{Kind: Month, Value: strconv.Itoa(month)})
					months++
				}
			}
		}
		days = days || MayBeDay(w)
		before, end = w, at[1]
	}
	if days || strings.Contains(text, "24/7") {
		f.days(text)
	}
	if months > 1 {
		f.monthsBetween(text)
	}
}

// monthsBetween notes the months between those that a text names: "Juli" of "April bis September".
func (f *Facts) monthsBetween(text string) {
	named := stated.Months(text)
	for m := range 12 {
		if named&(1<<m) != 0 {
			f.key(Fact{Kind: Month, Value: strconv.Itoa(m + 1)})
		}
	}
}

// mayBeMonth reports whether a word begins like a month.
func mayBeMonth(w string) bool {
	switch w[0] | 0x20 {
	case 'a', 'd', 'f', 'j', 'm', 'n', 'o', 's':
		return len(w) >= 3
	}
	return false
}

// figureFollows reports whether the next thing in a text is a number: "May 28".
func figureFollows(text string) bool {
	text = strings.TrimLeft(text, " .\u00a0")
	return text != "" && IsDigit(text[0])
}

// MayBeDay reports whether a word may name a weekday, or several.
func MayBeDay(w string) bool {
	if len(w) <= 3 {
		return w[0] >= 'A' && w[0] <= 'Z'
	}
	var letters smallLetters
	word := bytes.TrimSuffix(letters.lower(w), []byte("s"))
	if len(word) < len("tag") {
		return false
	}
	switch string(word[len(word)-3:]) { // of the words below
	case "tag", "day", "uhr":
		return true
	case "och", "eek", "end", "nde", "den", "ich", "ily":
		for _, end := range dayEnds {
			if bytes.HasSuffix(word, end) {
				return true
			}
		}
	}
	return bytes.HasPrefix(word, []byte("week")) || string(word) == "rund"
}

// dayEnds end words that may name weekdays and do not end like "Montag" or "Monday".
var dayEnds = [][]byte{[]byte("woch"), []byte("week"), []byte("weekend"), []byte("wochenende"), []byte("wochenenden"), []byte("sonnabend"), []byte("täglich"), []byte("daily")}

// monthLeads are words that a month follows.
var monthLeads = wordlist.Set("on am den dem im in ab bis seit von vom zum anfang mitte ende und oder of until till from since to by early late mid and or through between every jeden nächsten next last this diesen")

// everyDay says that something holds on all days of the week.
var everyDay = pattern.New([]string{"jeden", "allen", "rund", "every", "each", "7 ", "24/7", "seven", "sieben", "all week"}, regexp.MustCompile(`(?i)\b(?:jeden tag|an allen tagen|rund um die uhr|every day|each day|(?:seven|7) days (?:a|per|each) week|open (?:seven|7) days|(?:an )?(?:sieben|7) tagen?(?: (?:die|in der|pro|je) woche| geöffnet| offen)|24/7|all week)\b`))

// days adds the weekdays that a text names, with those between.
func (f *Facts) days(text string) {
	named := stated.Weekdays(text)
	if everyDay.In(text) {
		named = date.EveryDay
	}
	for d := range 7 {
		if named&(1<<d) != 0 {
			f.Add(Fact{Kind: Day, Value: strconv.Itoa(d)})
		}
	}
}

// working are days that many take for Monday to Friday, though they have the Saturday, too.
var working = pattern.New([]string{"werktag"}, regexp.MustCompile(`(?i)\bwerktag(?:s|en)?\b`))

// WithoutSaturday are days without the Saturday if a text that names no other day says so of working days.
func WithoutSaturday(text string, days date.Days) date.Days {
	if days&date.Saturday != 0 && working.In(text) && stated.Weekdays(working.ReplaceAllString(text, " "))&date.Saturday == 0 {
		return days &^ date.Saturday
	}
	return days
}

// clockPattern is a time in words, spanPattern a length of time.
var (
	clockPattern = regexp.MustCompile(`(?i)\b(halb|viertel nach|viertel vor|dreiviertel|half past|quarter past|quarter to)\s+(\p{L}+|\d{1,2})`)
	spanPattern  = regexp.MustCompile(`(?i)\b(?:(halbe[nr]? stunde|half an hour|half hour|halbstündig\w*)|(dreiviertelstunde|drei viertel stunde|three quarters of an hour)|(viertelstunde|quarter of an hour)|((?:anderthalb|eineinhalb) stunden|an hour and a half|one and a half hours)|(halbe[ns]? jahr|halbjahr|half a year)|(eineinviertel stunden|an hour and a quarter|one and a quarter hours)|(eindreiviertel stunden|an hour and three[ -]quarters|one and three[ -]quarter hours))`)
	// dayTime is a time whose half of the day is told in words: "seven in the evening", "acht Uhr abends".
	dayTime = regexp.MustCompile(`(?i)\b(\pL+|\d{1,2})(?:\s+o['’]?clock)?\s+(?:in the (?:(morning)|afternoon|evening)|at night)\b|\b(\pL+)\s+uhr\s+(?:(morgens|früh|vormittags)|nachmittags|abends)\b`)
)

// dayTimes is what dayTime has in it.
var dayTimes = []string{"in the ", "at night", "uhr "}

// middays are hours with a name of their own, fortnights a length of time that is said without its
// number, as is aroundTheClock.
var (
	middays    = regexp.MustCompile(`(?i)\b(?:(noon|midday)|midnight|mitternacht)\b`)
	fortnights = regexp.MustCompile(`(?i)\b(?:every (?:second|other) (?:week|\w+day)|jede[nrs]? zweiten? (?:woche|\pL+tag|mittwoch)|fortnightly|bi-?weekly|every fortnight|vierzehntägig\w*|14-tägig\w*|14-täglich|zweiwöchentlich)\b`)
)

// AroundTheClock is that something holds all day and all night.
var AroundTheClock = pattern.New([]string{"rund um", "24/7", "around", "night", "nacht"}, regexp.MustCompile(`(?i)\b(?:rund um die uhr|around the clock|24/7|day and night|tag und nacht)\b`))

// fractions is what such words have in them.
var fractions = []string{"halb", "viertel", "half", "quarter"}

// spans is what the others have in them.
var spans = []string{"noon", "midday", "midn", "mitter", "um die uhr", "the clock", "24/7", "and night", "und nacht", "fortn", "every second", "every other", "zweite", "biweek", "bi-week", "14-täg", "vierzehntäg", "zweiwöch"}

// phrases adds times and lengths of time in words: "halb sieben", "eine Dreiviertelstunde".
func (f *Facts) phrases(text string) {
	small := strings.ToLower(text)
	if pattern.HasAny(small, spans) {
		f.spans(text)
	}
	if pattern.HasAny(small, dayTimes) {
		f.dayTimes(small)
	}
	if !pattern.HasAny(small, fractions) {
		return
	}
	for _, m := range clockPattern.FindAllStringSubmatch(text, -1) {
		hour, ok := numeral.Parse(strings.ToLower(m[2]))
		if n, err := strconv.Atoi(m[2]); err == nil {
			hour, ok = n, true
		}
		if !ok || hour < 1 || hour > 12 {
			continue
		}
		minutes := ""
		switch strings.ToLower(m[1]) {
		case "halb":
			hour, minutes = (hour+11)%12, ":30"
		case "half past":
			minutes = ":30"
		case "viertel nach", "quarter past":
			minutes = ":15"
		default:
			hour, minutes = (hour+11)%12, ":45"
		}
		f.Add(Fact{Kind: Spoken, Value: strconv.Itoa(hour) + minutes})
	}
	for _, m := range spanPattern.FindAllStringSubmatch(text, -1) {
		for i, span := range []Fact{measures["min"].Of("30"), measures["min"].Of("45"), measures["min"].Of("15"), measures["min"].Of("90"), measures["month"].Of("6"), measures["min"].Of("75"), measures["min"].Of("105")} {
			if m[i+1] != "" {
				f.Add(span)
			}
		}
	}
}

// spans adds times of day with a name of their own, and lengths of time that are said without their number.
func (f *Facts) spans(text string) {
	for _, m := range middays.FindAllStringSubmatch(text, -1) {
		if m[1] != "" {
			f.Add(Fact{Kind: Time, Value: "12:00"})
			continue
		}
		f.Add(Fact{Kind: Time, Value: "0:00"})
		f.key(Fact{Kind: Time, Value: "24:00"})
	}
	if fortnights.MatchString(text) {
		f.same(measures["week"].Of("2"))
	}
	if AroundTheClock.MatchString(text) {
		f.same(measures["hours"].Of("24"))
	}
}

// dayTimes adds times whose half of the day is told in words, of a text in small letters.
func (f *Facts) dayTimes(small string) {
	for _, m := range dayTime.FindAllStringSubmatch(clockPattern.ReplaceAllString(small, " "), -1) {
		hour, ok := numeral.Simple(m[1] + m[3])
		if n, err := strconv.Atoi(m[1]); err == nil {
			hour, ok = n, true
		}
		if !ok || hour < 1 || hour > 12 {
			continue
		}
		if hour %= 12; m[2]+m[4] == "" {
			hour += 12
		}
		f.Add(Fact{Kind: Time, Value: strconv.Itoa(hour) + ":00"})
		f.byHalf = true
	}
}
