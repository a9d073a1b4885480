package main

import (
	"regexp"
	"slices"
	"strings"
)

// wrongly are the ways to put a sentence so that it is wrong.
var wrongly = []rewriting{
	{"price of another sentence", figureOf(cellPattern("prices"))},
	{"time of another sentence", figureOf(regexp.MustCompile(`(?:^|[^€£.,\d])\b(\d{1,2}[:.]\d\d(?: Uhr| ?[ap]m)|\d{1,2}:\d\d|\d{1,2} (?:Uhr|[ap]m)|\d{1,2}[ap]m)\b`))},
	{"date of another sentence", figureOf(regexp.MustCompile(`\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)|\d{1,2}\.\d{1,2}\.(?:\d{4})?`))},
	{"day of another sentence", figureOf(regexp.MustCompile(`(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b`))},
	{"percentage of another sentence", figureOf(regexp.MustCompile(`\d+(?:[.,]\d+)? ?(?:%|Prozent|per ?cent)`))},
	{"duration of another sentence", figureOf(regexp.MustCompile(`(?:\d+|zwei|drei|vier|fünf|sechs|zehn|zwölf|two|three|four|five|six|ten|twelve) (?:Sekunden|Minuten|Stunden|Tagen?|Werktagen?|Wochen|Monaten?|Jahren?|seconds|minutes|hours|days|working days|weeks|months|years)\b`))},
	{"other figure of another sentence", figureOf(regexp.MustCompile(`\d+ (?:Personen|Plätze|Teilnehmer\pL*|Kinder|Gäste|Zimmer|Meter|km|kg|g|l|Liter|Quadratmeter|people|guests|places|children|rooms|metres|miles|kg|litres)\b|\b(?:19|20)\d\d\b`))},
	{"unit", replacing(
		"de: Minuten > Stunden | Stunden > Minuten | Stunden > Tage | Tage > Wochen | Tagen > Wochen | Werktage > Wochen | Werktagen > Wochen | Wochen > Monate | Wochen > Tagen | Monate > Jahre | Monaten > Jahren | Jahre > Monate | Jahren > Monaten | Euro > Cent | € > Cent | kg > g | km > m | cm > mm | Meter > Kilometer | Prozent > Euro | % > €",
		"en: minutes > hours | hours > minutes | days > weeks | weeks > months | months > years | years > months | kg > g | km > m | cm > mm | metres > miles | miles > metres | per cent > pounds | £ > €")},
	{"per what", replacing(
		"de: pro Person > pro Gruppe | pro Monat > pro Jahr | im Monat > im Jahr | monatlich > jährlich | im Jahr > im Monat | pro Jahr > pro Monat | jährlich > monatlich | pro Stunde > pro Tag | pro Tag > pro Woche | am Tag > in der Woche | pro Woche > pro Monat | pro Nacht > pro Woche | pro Kind > pro Familie | je Stunde > je Tag | brutto > netto | netto > brutto | je Kilometer > je Fahrt | pro Kilometer > pro Fahrt",
		"en: per person > per group | per month > per year | a month > a year | monthly > yearly | per year > per month | a year > a month | annually > monthly | per hour > per day | an hour > a day | per day > per week | a day > a week | per week > per month | a week > a month | per night > per week | per child > per family")},
	{"bound", replacing(
		"de: ab # > bis | bis # > ab | bis zu # > ab | mindestens > höchstens | höchstens > mindestens | maximal > mindestens | spätestens > frühestens | frühestens > spätestens | über # > unter | unter # > über | mehr als > weniger als | weniger als > mehr als | innerhalb von > erst nach | binnen > erst nach | vor # > nach | nach # > vor | rund # > genau | etwa # > genau | ca. # > genau",
		"en: from # > up to | up to > at least | until > from | at least > at most | at most > at least | before # > after | after # > before | over # > under | under # > over | more than > less than | less than > more than | within > only after | minimum > maximum | maximum > minimum | about # > exactly | around # > exactly | no later than > no earlier than")},
	{"before or after", replacing(
		"de: vor dem > nach dem | vor der > nach der | nach dem > vor dem | nach der > vor der | vorher > nachher | vorab > hinterher | danach > davor | im Voraus > im Nachhinein",
		"en: before the > after the | after the > before the | before > after | after > before | in advance > afterwards | beforehand > afterwards")},
	{"quantifier", replacing(
		"de: einige > alle | manche > alle | viele > alle | die meisten > alle | meist > immer | meistens > immer | in der Regel > immer | normalerweise > immer | oft > immer | manchmal > immer | nur > auch | immer > manchmal | jederzeit > manchmal | täglich > wöchentlich | wöchentlich > täglich | keine > einige | teilweise > vollständig | fast alle > alle | jeder > mancher | jede > manche",
		"en: some > all | most > all | many > all | usually > always | often > always | sometimes > always | mostly > always | normally > always | only > also | always > sometimes | daily > weekly | weekly > daily | almost all > all | partly > fully | every > some | none > some")},
	{"may, must", replacing(
		"de: muss > kann | müssen > können | kann > muss | können > müssen | dürfen > müssen | darf > muss | sollte > muss | sollten > müssen | empfehlen > verlangen | empfohlen > vorgeschrieben | freiwillig > verpflichtend | verpflichtend > freiwillig | Pflicht > freiwillig",
		"en: must > may | may > must | can > must | should > must | recommend > require | recommended > required | required > optional | optional > required | need to > may | have to > may")},
	{"opposite", replacing(
		"de: kostenlos > kostenpflichtig | gratis > kostenpflichtig | kostenfrei > kostenpflichtig | kostenlose > kostenpflichtige | inklusive > zuzüglich | zuzüglich > inklusive | zzgl. > inkl. | inkl. > zzgl. | geöffnet > geschlossen | offen > geschlossen | geschlossen > geöffnet | erlaubt > verboten | verboten > erlaubt | möglich > unmöglich | willkommen > unerwünscht | links > rechts | rechts > links | morgens > abends | vormittags > nachmittags | nachmittags > vormittags | günstiger > teurer | teurer > günstiger | kürzer > länger | länger > kürzer | früher > später | später > früher | warm > kalt | neue > gebrauchte | gebrauchte > neue | ersten > letzten | erste > letzte | höher > niedriger | extra > inklusive | enthalten > ausgenommen | inbegriffen > extra zu zahlen | persönlich > telefonisch | telefonisch > persönlich | schriftlich > mündlich | bar > mit Karte | im Sommer > im Winter | im Winter > im Sommer | werktags > am Wochenende | am Wochenende > werktags | Erwachsene > Kinder | Kinder > Erwachsene",
		"en: free > chargeable | included > extra | includes > excludes | extra > included | open > closed | closed > open | allowed > forbidden | welcome > unwelcome | left > right | right > left | morning > evening | evening > morning | afternoon > morning | cheaper > dearer | longer > shorter | shorter > longer | earlier > later | later > earlier | hot > cold | cold > hot | new > used | used > new | first > last | last > first | higher > lower | lower > higher | indoor > outdoor | outdoor > indoor | by phone > in person | by email > by post | in writing > by phone | cash > card | in summer > in winter | in winter > in summer | weekdays > weekends | weekends > weekdays | adults > children | children > adults | refundable > non-refundable | possible > impossible")},
	{"negation added", unlessDenied(replacing(
		"de: ist > ist nicht | sind > sind nicht | wird > wird nicht | werden > werden nicht | kann > kann nicht | können > können nicht | dürfen > dürfen nicht | gibt es > gibt es nicht | hat > hat nicht | haben > haben nicht | ein > kein | eine > keine | einen > keinen | mit > ohne | immer > nie | gilt > gilt nicht | gelten > gelten nicht | nehmen wir > nehmen wir nicht | bieten wir > bieten wir nicht | Sie > Sie nicht | wir > wir nicht",
		"en: is > is not | are > are not | will > will not | can > cannot | must > need not | has > has no | have > have no | with > without | always > never | we > we never | you > you never | may > may not | includes > does not include | a > no | was > was never | still > no longer"))},
	{"negation removed", replacing(
		"de: nicht > | kein > ein | keine > | keinen > einen | keiner > einer | ohne > mit | nie > immer | niemals > immer | nichts > alles | weder > sowohl | unmöglich > möglich | nicht mehr > noch",
		"en: not > | no > | never > always | cannot > can | can't > can | don't > | do not > | does not > | isn't > is | aren't > are | without > with | non-refundable > refundable | nor > and | no longer > still | won't > will")},
	{"person of another sentence", figureOf(regexp.MustCompile(`(?:Herrn?|Frau|Dr\.|Mr|Mrs|Ms) \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}`), onlyPersons)},
	{"place of another sentence", figureOf(regexp.MustCompile(`(?:\b(?:in|nach|aus|from|at) )(\p{Lu}\p{Ll}{3,})\b`))},
	{"who does it", replacing(
		"de: zahlen Sie > zahlen wir | bringen Sie > bringen wir | holen wir > holen Sie | bringen wir > bringen Sie | schicken wir > schicken Sie | schicken Sie > schicken wir | melden wir > melden Sie | melden Sie > melden wir | rufen wir > rufen Sie | rufen Sie > rufen wir | wir > Sie | Sie > wir",
		"en: we > you | you > we | your > our | our > your | us > you")},
	{"there and back", thereAndBack},
	{"condition dropped", dropping(
		`(?i), (?:wenn|sofern|falls|solange|außer|if|unless|provided|except)\b[^.;]*`, `(?i)\s(?:nur|ausschließlich|lediglich|only)\b`, `(?i)\s(?:ab|bis|unter|über) \d+ Jahren?\b`, `(?i)\s(?:nur )?(?:mit|nach|gegen|bei) (?:vorheriger )?(?:Anmeldung|Voranmeldung|Termin|Vereinbarung|Absprache|Vorlage|Reservierung|Rezept|Barzahlung)\b`,
		`(?i)\s(?:auf Anfrage|am Wochenende|an Feiertagen|in den Ferien|im Sommer|im Winter|für Mitglieder|für Stammkunden|bei gutem Wetter)\b`, `(?i)\s(?:by appointment|on request|for members|at weekends|on weekdays|in summer|in winter|with a voucher|by arrangement|in advance|(?:aged |over |under )\d+(?: years)?)\b`, `(?i)^(?:Wenn|Bei|Falls|If|Unless) [^,.]*, `)},
	{"condition of a gift dropped", ofGifts(dropping(
		`(?i),? (?:wenn|sofern|falls|solange|if|unless|provided|as long as)\b[^,.;]*`, `(?i)\s(?:ab|über|from|over|above) (?:[€£] ?)?\d[^,.;]*?(?:€|Euro|Personen|people|£\d+|\b\d+)\b`, `(?i)^(?:Wenn|Ab|Falls|If) [^,.]*, `))},
	{"condition added", replacing(
		"de: ist > ist nur am Wochenende | sind > sind nur für Mitglieder | kostet > kostet nur mit Gutschein | können > können nur nach Anmeldung | gibt es > gibt es nur auf Anfrage | gilt > gilt nur für Stammkunden | öffnet > öffnet nur im Sommer | bieten wir > bieten wir nur für Vereine | findet > findet nur bei gutem Wetter | bekommen > bekommen nur Erwachsene",
		"en: is > is only at weekends | are > are only for members | costs > costs, with a voucher only, | can > can, by appointment only, | includes > includes, on request only, | offer > only offer members | open > open in summer only | get > get, as a member,")},
	{"merged", merged},
	{"mail address", contact(regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+\w`), [][2]string{{".example", ".com"}, {"@", "1@"}, {"@", "@mail."}})},
	{"link", contact(regexp.MustCompile(`(?:https?://|www\.)[^\s)]+\w|\b[a-z0-9-]+\.(?:example|de|com|org|co\.uk)(?:/[\w/-]*)?\b`), [][2]string{{".example", ".com"}, {".de", ".com"}, {".", "s."}, {"/", "/neu"}})},
	{"telephone number", phoneDigit},
	{"house number or postcode", figureChanged(regexp.MustCompile(`(?:straße|str\.|weg|gasse|platz|allee|damm|ufer) (\d+)\b|\b(\d{5}) \p{Lu}|\b(\d+) \p{Lu}\p{Ll}+ (?:Street|Road|Lane|Avenue|Close|Row)`))},
}

var denied = regexp.MustCompile(`(?i)\b(?:nicht|kein\w*|nie|ohne|nur|not|no|never|cannot|without|only|nothing|nor)\b|n['’]t\b`)

// unlessDenied is for sentences that deny nothing.
func unlessDenied(of func(prose) []string) func(prose) []string {
	return func(s prose) []string {
		if denied.MatchString(s.text) {
			return nil
		}
		return of(s)
	}
}

func cellPattern(name string) *regexp.Regexp {
	return cellKinds[slices.IndexFunc(cellKinds, func(k cellKind) bool { return k.name == name })].in
}

// figureOf puts what matches in another sentence of the page in the place of what does in this one.
func figureOf(p *regexp.Regexp, may ...func(prose, string) bool) func(prose) []string {
	return func(s prose) (out []string) {
		at := p.FindStringSubmatchIndex(s.text)
		if at == nil {
			return nil
		}
		at = at[len(at)-2:]
		own := s.text[at[0]:at[1]]
		var tried []string
		for _, other := range s.others {
			for _, m := range p.FindAllStringSubmatch(other, -1) {
				told := m[len(m)-1]
				if strings.Contains(s.text, told) || strings.Contains(told, own) || slices.Contains(tried, told) || len(may) > 0 && !(may[0](s, told) && may[0](s, own)) {
					continue
				}
				tried = append(tried, told)
				out = append(out, s.text[:at[0]]+told+s.text[at[1]:])
			}
		}
		return out
	}
}

// onlyPersons reports whether two words with capitals are a name of somebody: behind a title, or, as far as a page tells,
// not behind an article, and neither in the plural.
func onlyPersons(s prose, name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return slices.Contains([]string{"Herr", "Herrn", "Frau", "Dr.", "Mr", "Mrs", "Ms"}, first) || givenNames()[first]
}

var directions = regexp.MustCompile(`\b(von|from) (\p{Lu}[\pL-]+) (nach|to|bis) (\p{Lu}[\pL-]+)`)

// thereAndBack exchanges where something goes with where it comes from.
func thereAndBack(s prose) []string {
	if !directions.MatchString(s.text) {
		return nil
	}
	return []string{directions.ReplaceAllString(s.text, "$1 $4 $3 $2")}
}

// dropping leaves out what matches a pattern.
func dropping(patterns ...string) func(prose) []string {
	var all []*regexp.Regexp
	for _, p := range patterns {
		all = append(all, regexp.MustCompile(p))
	}
	return func(s prose) (out []string) {
		for _, p := range all {
			if at := p.FindStringIndex(s.text); at != nil {
				if text := capital(s.text[:at[0]] + s.text[at[1]:]); len(strings.Fields(text)) >= fewestWords {
					out = append(out, text)
				}
			}
		}
		return out
	}
}

var gifts = regexp.MustCompile(`(?i)\b(?:kostenlos|gratis|kostenfrei|erstatte[nt]|Rabatt|ermäßigt|free|refund(?:ed)?|discount)\b`)

// ofGifts is for sentences in which something costs nothing, or less.
func ofGifts(of func(prose) []string) func(prose) []string {
	return func(s prose) []string {
		return slices.DeleteFunc(of(s), func(text string) bool { return !gifts.MatchString(text) })
	}
}

// predicate begins what a sentence says of its subject.
var predicate = regexp.MustCompile(`\s(ist|sind|wird|werden|kostet|kosten|hat|haben|dauert|beginnt|öffnet|bietet|kommt|findet|gibt es|gelten|gilt|leitet|is|are|costs?|has|have|takes?|starts?|opens?|offers?|runs?|comes?|will|can|must|includes?)\s`)

// merged gives the subject of a sentence what another sentence of its page says of another by the same verb.
func merged(s prose) (out []string) {
	at := predicate.FindStringSubmatchIndex(s.text)
	if at == nil || len(strings.Fields(s.text[:at[0]])) > 5 || strings.Contains(s.text[:at[0]], ",") {
		return nil
	}
	verb := s.text[at[2]:at[3]]
	for _, other := range s.others {
		in := predicate.FindStringSubmatchIndex(other)
		if in == nil || other == s.text || other[in[2]:in[3]] != verb || len(strings.Fields(other[:in[0]])) > 5 || s.text[:at[0]] == other[:in[0]] || pronouns.MatchString(s.text[:at[0]]) || pronouns.MatchString(other[:in[0]]) {
			continue
		}
		out = append(out, s.text[:at[3]]+other[in[3]:])
	}
	return out
}

var pronouns = regexp.MustCompile(`(?i)^(?:er|sie|es|wir|das|dies|diese|dort|hier|dazu|it|they|we|you|he|she|this|that|these|there|both|all|alle|beide)$`)

// contact changes an address in one place.
func contact(p *regexp.Regexp, changes [][2]string) func(prose) []string {
	return func(s prose) (out []string) {
		at := p.FindStringIndex(s.text)
		if at == nil {
			return nil
		}
		own := s.text[at[0]:at[1]]
		for _, c := range changes {
			if i := strings.LastIndex(own, c[0]); i > 0 {
				out = append(out, s.text[:at[0]]+own[:i]+c[1]+own[i+len(c[0]):]+s.text[at[1]:])
			}
		}
		return out
	}
}

var phoneTold = regexp.MustCompile(`(?:\+\d{1,3}|\(?0\d{2,5}\)?)[\s/()-]*\d[\d\s/()-]{4,}\d`)

// phoneDigit changes a digit of a telephone number: the last, one within, and two that stand beside each other.
func phoneDigit(s prose) (out []string) {
	at := phoneTold.FindStringIndex(s.text)
	if at == nil {
		return nil
	}
	for _, i := range []int{at[1] - 1, at[1] - 3, at[0] + 2} {
		if d := s.text[i]; d >= '0' && d <= '9' {
			out = append(out, s.text[:i]+string('0'+(d-'0'+3)%10)+s.text[i+1:])
		}
	}
	return out
}

// figureChanged changes the last digit of what matches.
func figureChanged(p *regexp.Regexp) func(prose) []string {
	return func(s prose) []string {
		at := p.FindStringSubmatchIndex(s.text)
		if at == nil {
			return nil
		}
		end := max(at[3], at[5], at[7])
		return []string{s.text[:end-1] + string('0'+(s.text[end-1]-'0'+4)%10) + s.text[end:]}
	}
}
