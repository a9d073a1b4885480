package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// rightly are the ways to put a sentence otherwise so that it says the same.
var rightly = []rewriting{
	{"numbers in letters", inLetters},
	{"numbers in figures", replacing(
		"de: zwei > 2 | drei > 3 | vier > 4 | fünf > 5 | sechs > 6 | sieben > 7 | acht > 8 | neun > 9 | zehn > 10 | zwölf > 12 | zwanzig > 20 | dreißig > 30",
		"en: two > 2 | three > 3 | four > 4 | five > 5 | six > 6 | seven > 7 | eight > 8 | nine > 9 | ten > 10 | twelve > 12 | twenty > 20 | thirty > 30")},
	{"times written otherwise", notation(
		`\b(\d{1,2}):00 Uhr`, "$1 Uhr", `([^.:\d])(\d{1,2}) Uhr`, "$1$2:00 Uhr", `\b(\d{1,2}):(\d\d) Uhr`, "$1.$2 Uhr", `([^.:\d])(\d{1,2}) ?([ap])m\b`, "$1$2:00 ${3}m", `\b(\d{1,2}):00 ?([ap])m\b`, "$1 ${2}m", `\b(\d{1,2})\.(\d\d) ?([ap]m)\b`, "$1:$2 $3")},
	{"dates written otherwise", datesOtherwise},
	{"amounts written otherwise", notation(
		`([^.,\d])(\d+) (?:€|Euro\b)`, "$1$2,00 €", `\b(\d+) €`, "$1 Euro", `\b(\d+) Euro\b`, "$1 €", `£(\d+)\b([^.,\d]|[.,]\D|[.,]?$)`, "£$1.00$2", `£(\d+)\b([^.,\d]|[.,]\D|[.,]?$)`, "$1 pounds$2", `\b(\d+) %`, "$1 Prozent", `\b(\d+) Prozent\b`, "$1 %", `\b(\d+)%`, "$1 per cent")},
	{"two turned", turnedAround},
	{"halved", halved},
	{"joined to the next", joinedToNext},
	{"condition in front", conditionInFront},
	{"like words", replacing(
		"de: kostenlos > gratis | kostenfrei > kostenlos | gratis > kostenlos | mindestens > wenigstens | höchstens > maximal | maximal > höchstens | innerhalb von > binnen | binnen > innerhalb von | täglich > jeden Tag | monatlich > jeden Monat | pro Monat > im Monat | pro Stunde > je Stunde | pro Person > je Person | samstags > am Samstag | sonntags > am Sonntag | montags > am Montag | inklusive > einschließlich | zzgl. > zuzüglich | telefonisch > per Telefon | Sie können > man kann | nicht gestattet > nicht erlaubt | nicht erlaubt > verboten | geschlossen > nicht geöffnet | nur > ausschließlich | nur > lediglich | außer > mit Ausnahme von | bis zu > maximal | ungefähr > etwa | etwa > rund | rund > ungefähr | in der Regel > normalerweise | müssen Sie > haben Sie zu | bitte > | erhalten > bekommen | bekommen > erhalten | benötigen > brauchen | brauchen > benötigen | ist möglich > geht | nach Absprache > nach Vereinbarung | danach > anschließend | außerdem > zudem",
		"en: free of charge > free | at least > a minimum of | up to > a maximum of | must > have to | must > need to | cannot > can't | can't > cannot | do not > don't | don't > do not | daily > every day | monthly > every month | per month > a month | per hour > an hour | a month > per month | closed > not open | only > solely | except > apart from | children > kids | before > prior to | phone > telephone | on Saturdays > every Saturday | about > around | usually > normally | need > require | get > receive | provide > supply | buy > purchase | starts > begins | we are > we're | is not > isn't | please > ")},
	{"a lead-in", leadIn},
	{"said of the firm", replacing("de: unsere > die | unser > der | unserem > dem | unseren > den | unserer > der", "en: our > the")},
}

var letters = map[string][]string{
	"de": {"null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"},
	"en": {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"},
}

var smallNumber = regexp.MustCompile(`([^\pL\d€£.,:/+-] ?)\b(\d{1,2}) (\pL{4,})`)

// inLetters writes out a number up to twelve that something is counted by.
func inLetters(s prose) []string {
	m := smallNumber.FindStringSubmatchIndex(s.text)
	if m == nil {
		return nil
	}
	n, err := strconv.Atoi(s.text[m[4]:m[5]])
	what := s.text[m[6]:m[7]]
	if err != nil || n < 2 || n > 12 || months[what] > 0 || what == "Uhr" {
		return nil
	}
	return []string{s.text[:m[4]] + letters[s.language][n] + s.text[m[5]:]}
}

// notation replaces all that matches by what stands behind the pattern.
func notation(pairs ...string) func(prose) []string {
	return func(s prose) (out []string) {
		for i := 0; i < len(pairs); i += 2 {
			if p := regexp.MustCompile(pairs[i]); p.MatchString(s.text) {
				out = append(out, p.ReplaceAllString(s.text, pairs[i+1]))
			}
		}
		return out
	}
}

var months = func() map[string]int {
	m := map[string]int{}
	for _, names := range []string{"Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "January February March April May June July August September October November December"} {
		for i, name := range strings.Fields(names) {
			m[name] = i + 1
		}
	}
	return m
}()

var dateTold = regexp.MustCompile(`\b(\d{1,2})(\. | )(\p{Lu}\pL+)( \d{4})?`)

// datesOtherwise writes a date in figures, in English with the month in front.
func datesOtherwise(s prose) []string {
	m := dateTold.FindStringSubmatch(s.text)
	if m == nil || months[m[3]] == 0 || strings.HasSuffix(s.text, m[0]+".") {
		return nil
	}
	year := strings.TrimSpace(m[4])
	if s.language == "de" {
		return []string{strings.Replace(s.text, m[0], m[1]+"."+strconv.Itoa(months[m[3]])+"."+year, 1)}
	}
	if year != "" {
		year = ", " + year
	}
	return []string{strings.Replace(s.text, m[0], m[3]+" "+m[1]+year, 1)}
}

var twoThings = regexp.MustCompile(`([\s(])(\p{Lu}\p{Ll}{3,}) (und|oder) (\p{Lu}\p{Ll}{3,})([\s,.])|([\s(])(\p{Ll}{4,}s) (and|or) (\p{Ll}{4,}s)([\s,.])`)

// turnedAround exchanges two things with "and" between them.
func turnedAround(s prose) []string {
	if !twoThings.MatchString(s.text) {
		return nil
	}
	return []string{twoThings.ReplaceAllString(s.text, "$1$6$4$9 $3$8 $2$7$5$10")}
}

// halves begin a second sentence that stands by itself.
var halves = regexp.MustCompile(`; |, (?:und|and|aber|but) (?:(?:wir|Sie|die|der|das|we|you|they|it|the)\b)`)

// halved is each half of a sentence.
func halved(s prose) (out []string) {
	at := halves.FindStringIndex(s.text)
	if at == nil {
		return nil
	}
	second := strings.TrimSpace(strings.TrimLeft(s.text[at[0]:], ",; "))
	for _, w := range []string{"und ", "and ", "aber ", "but "} {
		second = strings.TrimPrefix(second, w)
	}
	for _, half := range []string{s.text[:at[0]] + ".", capital(second)} {
		if len(strings.Fields(half)) > fewestWords {
			out = append(out, half)
		}
	}
	return out
}

// joinedToNext is a sentence with the next of its paragraph behind a semicolon.
func joinedToNext(s prose) []string {
	if s.next == "" {
		return nil
	}
	return []string{strings.TrimSuffix(s.text, ".") + "; " + s.next}
}

var conditionBehind = regexp.MustCompile(`^([^,]+),? (wenn|sofern|falls|if|unless) ([^,]+)\.$`)

// conditionInFront puts a condition before what it is for.
func conditionInFront(s prose) []string {
	m := conditionBehind.FindStringSubmatch(s.text)
	if m == nil {
		return nil
	}
	if s.language == "de" {
		return []string{capital(m[2]) + " " + m[3] + ", gilt: " + m[1] + "."}
	}
	return []string{capital(m[2]) + " " + m[3] + ", " + strings.ToLower(m[1][:1]) + m[1][1:] + "."}
}

// leadIn says where a sentence is from.
func leadIn(s prose) []string {
	return []string{map[string]string{"de": "Laut der Website gilt: ", "en": "According to the website, "}[s.language] + s.text}
}

// givenNames are names that the program knows people by.
var givenNames = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	list, err := os.ReadFile(filepath.Join("internal", "personal", "givennames.txt"))
	if err != nil {
		panic(err) // run from the project's folder, as the other sets are
	}
	for line := range strings.Lines(string(list)) {
		if !strings.HasPrefix(line, "#") {
			for name := range strings.FieldsSeq(line) {
				m[name] = true
			}
		}
	}
	return m
})
