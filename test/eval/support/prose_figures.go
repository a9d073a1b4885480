package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// rightFigures and wrongFigures are ways to put what a sentence counts, measures or orders.
var (
	rightFigures = []rewriting{
		{"percentage as a fraction", fractions(0)},
		{"rounded", rounded(0)},
		{"afternoon on a clock of twelve hours", hoursOfTwelve},
		{"days written otherwise", notation(
			`(?i)\b(Mon|Diens|Mitt|Donners|Frei|Sams|Sonn)tags bis (mon|diens|mitt|donners|frei|sams|sonn)tags\b`, "von ${1}tag bis ${2}tag",
			`\b(Monday|Tuesday|Wednesday) to (Thursday|Friday|Saturday|Sunday)\b`, "$1 through $2",
			`\b(Mo)ntag bis (Fr)eitag\b`, "$1–$2", `\bMontag bis Freitag\b`, "an allen Werktagen außer samstags",
			`(^|[^s] )(sams|sonn|mon|frei)tags\b([^-–]? [^b])`, "${1}jeden ${2}tag$3")},
		{"yes in front", unlessDenied(yesInFront)},
		{"in Markdown", func(s prose) []string {
			return []string{"- " + s.text, "**" + strings.TrimSuffix(s.text, ".") + "**", "1. " + s.text}
		}},
	}
	wrongFigures = []rewriting{
		{"percentage as another fraction", fractions(1)},
		{"rounded elsewhere", rounded(1)},
		{"half of the day", replaced(
			`\b(\d{1,2}) ?pm\b`, "$1 am", `\b(\d{1,2}\.\d\d) ?pm\b`, "$1 am", `\b(\d{1,2}) ?am\b`, "$1 pm")},
		{"place in a row", replacing(
			"de: im ersten > im zweiten | im zweiten > im dritten | erste > zweite | ersten > dritten | zweite > dritte | zweiten > ersten | dritten > zweiten | dritte > vierte | vierten > dritten | erster > zweiter | zweiter > dritter | Erdgeschoss > Obergeschoss | Obergeschoss > Erdgeschoss",
			"en: first > second | second > third | third > second | fourth > third | ground floor > first floor")},
		{"most turned", replacing(
			"de: größte > kleinste | größten > kleinsten | älteste > neueste | ältesten > jüngsten | neueste > älteste | beste > schlechteste | kleinste > größte | höchste > niedrigste | höchsten > niedrigsten | kürzeste > längste | längste > kürzeste | günstigste > teuerste | nächste > übernächste | schnellste > langsamste | spätesten > frühesten",
			"en: largest > smallest | biggest > smallest | oldest > newest | newest > oldest | best > worst | highest > lowest | shortest > longest | longest > shortest | cheapest > dearest | smallest > largest | nearest > farthest | latest > earliest | earliest > latest")},
		{"comparison turned", comparedTurned},
		{"cause turned", causeTurned},
		{"digits turned", digitsTurned},
		{"one more", oneMore},
		{"month later", monthLater},
		{"last day later", replacing(
			"de: bis Freitag > bis Samstag | bis freitags > bis samstags | bis Donnerstag > bis Freitag | bis Samstag > bis Sonntag | bis Sonntag > bis Samstag | und Freitag > und Samstag | und Sonntag > und Montag",
			"en: to Friday > to Saturday | to Saturday > to Sunday | to Sunday > to Friday | to Thursday > to Friday | and Friday > and Saturday | and Sunday > and Monday | to Wednesday > to Thursday")},
		{"currency", replacing("de: € > $ | Euro > Dollar | Euro > Franken | € > £", "en: pounds > dollars | euros > pounds | pence > pounds")},
		{"exception included", replacing(
			"de: außer > auch | außer > einschließlich | ausgenommen > inbegriffen | mit Ausnahme > einschließlich | ohne > inklusive | bis auf > auch",
			"en: except > including | apart from > including | other than > including | excluding > including | not including > including | excludes > includes")},
	}
)

// yesInFront begins a sentence that says something of its own with a yes.
func yesInFront(s prose) []string {
	first, rest, _ := strings.Cut(s.text, " ")
	if !opens.MatchString(first) {
		return nil
	}
	return []string{map[string]string{"de": "Ja, ", "en": "Yes, "}[s.language] + strings.ToLower(first) + " " + rest}
}

// opens is what a sentence begins with that may follow a yes.
var opens = regexp.MustCompile(`^(?:Wir|Sie|Der|Die|Das|Unser|Unsere|Ein|Eine|Für|In|Im|Am|Bei|We|You|The|Our|A|All|Your|There|It|They)$`)

// replaced replaces the first match of each pattern.
func replaced(pairs ...string) func(prose) []string {
	return func(s prose) (out []string) {
		for i := 0; i < len(pairs); i += 2 {
			p := regexp.MustCompile(pairs[i])
			if m := p.FindStringSubmatchIndex(s.text); m != nil {
				out = append(out, s.text[:m[0]]+string(p.ExpandString(nil, pairs[i+1], s.text, m))+s.text[m[1]:])
			}
		}
		return out
	}
}

var percentTold = regexp.MustCompile(`(^|[^\d.,])\b(\d{2}) ?(?:%|Prozent|per ?cent)`)

// fractions writes a percentage as a fraction, the right one or one that is so many places away.
func fractions(away int) func(prose) []string {
	shares := []int{50, 33, 25, 20, 10}
	words := map[string][]string{"de": {"die Hälfte", "ein Drittel", "ein Viertel", "ein Fünftel", "ein Zehntel"}, "en": {"half", "a third", "a quarter", "a fifth", "a tenth"}}
	return func(s prose) []string {
		m := percentTold.FindStringSubmatchIndex(s.text)
		if m == nil {
			return nil
		}
		n, _ := strconv.Atoi(s.text[m[4]:m[5]])
		at := slices.Index(shares, n)
		if at < 0 {
			return nil
		}
		return []string{s.text[:m[4]] + words[s.language][(at+away)%len(shares)] + s.text[m[1]:]}
	}
}

var twoDigits = regexp.MustCompile(`(^|[^\d.,:€£/+-])([2-9][1-46-9]) (Minuten|Stunden|Kilometer|km|Meter|Personen|Plätze|Jahre|minutes|hours|miles|metres|people|places|seats|years)\b`)

// furthest is how many per cent a rounded number may be off.
const furthest = 6

// rounded says "about" and the nearest ten, or one that is so many tens away.
func rounded(away int) func(prose) []string {
	return func(s prose) []string {
		m := twoDigits.FindStringSubmatchIndex(s.text)
		if m == nil {
			return nil
		}
		n, _ := strconv.Atoi(s.text[m[4]:m[5]])
		near := (n + 5) / 10 * 10
		if 100*max(near-n, n-near) > furthest*n {
			return nil
		}
		n = near + 10*away
		return []string{s.text[:m[4]] + map[string]string{"de": "rund ", "en": "about "}[s.language] + strconv.Itoa(n) + s.text[m[5]:]}
	}
}

var afternoon = regexp.MustCompile(`(^|[^.:\d–-])\b(1[3-9]|2[0-2])(?:[:.](\d\d))? Uhr`)

// hoursOfTwelve tells the hour in the afternoon as it is said.
func hoursOfTwelve(s prose) []string {
	all := afternoon.FindAllStringSubmatchIndex(s.text, -1)
	if len(all) != 1 {
		return nil
	}
	m := all[0]
	hour, _ := strconv.Atoi(s.text[m[4]:m[5]])
	part := " Uhr nachmittags"
	if hour >= 18 {
		part = " Uhr abends"
	}
	said := strconv.Itoa(hour-12) + part
	if m[6] >= 0 && s.text[m[6]:m[7]] == "30" {
		said = "halb " + letters["de"][(hour-12)%12+1] + strings.TrimPrefix(part, " Uhr")
	} else if m[6] >= 0 && s.text[m[6]:m[7]] != "00" {
		return nil
	}
	return []string{s.text[:m[4]] + said + s.text[m[1]:]}
}

var (
	comparesTwo = regexp.MustCompile(`^(\pL[^,;]{2,40}?) (ist|sind|kostet|dauert|is|are|costs|takes) ([^,;]*?(?:er|mehr|weniger|more|less)\b[^,;]*?) (als|than) ([^,;]{3,40})\.$`)
	hasCause    = regexp.MustCompile(`^([^,;]{10,}),? (weil|because) ([^,;]{10,})\.$`)
)

// comparedTurned exchanges what is compared.
func comparedTurned(s prose) []string {
	m := comparesTwo.FindStringSubmatch(s.text)
	if m == nil {
		return nil
	}
	return []string{fmt.Sprintf("%s %s %s %s %s.", capital(m[5]), m[2], m[3], m[4], m[1])}
}

// causeTurned exchanges a cause with what follows from it.
func causeTurned(s prose) []string {
	m := hasCause.FindStringSubmatch(s.text)
	if m == nil {
		return nil
	}
	return []string{capital(m[3]) + ", " + m[2] + " " + m[1] + "."}
}

// digitsTurned exchanges two digits of a telephone number, or of another long one.
func digitsTurned(s prose) (out []string) {
	at := phoneTold.FindStringIndex(s.text)
	if at == nil {
		return nil
	}
	for i := at[1] - 2; i > at[0]; i-- {
		a, b := s.text[i], s.text[i+1]
		if a >= '0' && a <= '9' && b >= '0' && b <= '9' && a != b {
			out = append(out, s.text[:i]+string(b)+string(a)+s.text[i+2:])
		}
	}
	return out
}

var counted = regexp.MustCompile(`(^|[\s(])([2-9]|[1-9]\d) (\p{L}{4,})`)

// oneMore counts one more of something.
func oneMore(s prose) (out []string) {
	for _, m := range counted.FindAllStringSubmatchIndex(s.text, -1) {
		n, _ := strconv.Atoi(s.text[m[4]:m[5]])
		if months[s.text[m[6]:m[7]]] == 0 {
			out = append(out, s.text[:m[4]]+strconv.Itoa(n+1)+s.text[m[5]:])
		}
	}
	return out
}

// monthLater puts the next month in the place of one.
func monthLater(s prose) (out []string) {
	names := map[string][]string{
		"de": strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
		"en": strings.Fields("January February March April May June July August September October November December"),
	}[s.language]
	for i, name := range names {
		if at := regexp.MustCompile(`\b` + name + `\b`).FindStringIndex(s.text); at != nil && name != "May" {
			out = append(out, s.text[:at[0]]+names[(i+1)%12]+s.text[at[1]:])
		}
	}
	return out
}
