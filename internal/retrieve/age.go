package retrieve

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// "Ich bin 67, kriege ich Rabatt?" Pages say what is so for "Rentner", "Senioren (65+)" or "unter 18 Jahren".

// kin are the people whose age somebody says who asks for them; things have an age, too.
const kin = `(?:\pL*(?:sohn|söhne|tochter|töchter|kind|kinder|enkel|enkelin|enkelkinder|mutter|vater|eltern)|mama|mami|papa|oma|opa|mann|frau|bruder|schwester|neffe|nichte|junge|jungs|mädchen|mädels|bub|baby|kleiner?|großer?` +
	`|(?:grand|step)?(?:sons?|daughters?|child|children|mother|father|parents)|kids?|boys?|girls?|mum|mom|dad|grandma|grandpa|wife|husband|brother|sister|nephew|niece|little one)`

var (
	namesKin = regexp.MustCompile(`(?i)(?:^|[\s,.;!?])` + kin + `(?:$|[\s,.;!?])`)
	// ageSaid finds that somebody says how old they or those are whom it is about, with what follows the number.
	ageSaid = regexp.MustCompile(`(?i)(?:^|[\s,.;!?])((?:und |and |also )?(?:(?:ich )?bin|i am|i'm|i’m|im|(wir sind|we are|we're|we’re)|(er ist|sie ist|ist|wird|he is|she is)|(?:(?:mein|unser|dein|my|our|die|der|das|the)[\pL]*\s(?:\pL+\s)?)?` + kin + `\s(?:ist|sind|wird|werden|is|are))` +
		`(?: (?:schon|erst|jetzt|gerade|fast|beide|both|already|only|just|über|over|the))*\s(\d{1,2})(?: (?:und|and) (\d{1,2}))?(\s?\pL+)?(?: (?:alt|old))?)`)
)

// groups of ageSaid
const (
	groupWe = 2 + iota
	groupHe
	groupAge
	groupSecond
	groupNext
)

// ofYears may follow the number of an age, years say that it is one.
var (
	ofYears = wordlist.Set("jahre jahren j years yrs yo und and aber but")
	years   = wordlist.Set("jahre jahren j years yrs yo")
)

// ageGroup are people of an age: what pages call them, in the order in which it is tried, and the words that name nobody of
// another age. Of children many things are said that are not so for all of them.
type ageGroup struct {
	from, to int
	called   map[string][]string
	words    map[string]bool
}

var ageGroups = []ageGroup{
	{0, 13, map[string][]string{"de": {"ein Kind mit %d Jahren", "Kinder"}, "en": {"a child of %d years", "children"}}, nil},
	{14, 17, map[string][]string{"de": {"unter 18 Jahren", "Jugendliche mit %d Jahren"}, "en": {"under 18", "%d years old"}}, wordlist.Set("minderjahrig minderjahrige minors")},
	{60, 120, map[string][]string{"de": {"Rentner", "Senioren"}, "en": {"seniors", "pensioners"}},
		wordlist.Set("rentner rentnerinnen senioren senior seniors pensioner pensioners oap oaps")},
}

// reduced are words that ask for a lower price.
var (
	reduced      = wordlist.Set("rabatt rabatte ermassigung ermassigungen ermassigt nachlass vergunstigung vergunstigungen discount discounts reduction concession concessions cheaper gunstiger billiger")
	reducedPrice = map[string]string{"de": "Was kostet es für ", "en": "How much is it for "}
)

// OfAge is a question in which somebody says how old they are.
type OfAge struct {
	Readings []Query // with what pages call people of that age in place of it, the best first
	ages     []int
	group    ageGroup
}

// OfAge reads how old somebody says they are who asks something else besides. There are no readings of a question that says
// no age, or one of which pages seldom say anything.
func (q Query) OfAge() (out OfAge) {
	at := ageSaid.FindStringSubmatchIndex(q.Text)
	if at == nil {
		return out
	}
	next := strings.ToLower(strings.TrimSpace(submatch(q.Text, at, groupNext)))
	switch of := years[next]; {
	case submatch(q.Text, at, groupHe) != "" && !slices.ContainsFunc(append(slices.Clone(q.Context), q.Text), namesKin.MatchString):
		return out // "das Gerät ist 5 Jahre alt"
	case submatch(q.Text, at, groupWe) != "" && submatch(q.Text, at, groupSecond) == "" && !of:
		return out // "Wir sind 12, habt ihr Platz?"
	}
	end := at[3]
	switch {
	case next == "", ofYears[next]:
	case BeginsAsking(next): // "bin 16 darf ich …"
		end = at[2*groupNext]
	default:
		return out // "wir sind 12 Personen"
	}
	for _, group := range []int{groupAge, groupSecond} {
		if n, err := strconv.Atoi(submatch(q.Text, at, group)); err == nil {
			out.ages = append(out.ages, n)
		}
	}
	i := slices.IndexFunc(ageGroups, func(g ageGroup) bool { return g.from <= out.ages[0] && out.ages[0] <= g.to })
	rest := strings.Trim(q.Text[:at[2]]+" "+q.Text[end:], " ,.;–-")
	if i < 0 || !strings.ContainsFunc(rest, letter) {
		return out
	}
	out.group = ageGroups[i]
	lang, _ := word.Language(q.Text)
	lang = cmp.Or(lang, q.Language)
	lower := slices.ContainsFunc(word.Tokens(rest, lang), func(t word.Token) bool { return reduced[t.Text] })
	for _, called := range out.group.called[lang] {
		called = strings.ReplaceAll(called, "%d", strconv.Itoa(out.ages[0]))
		reading := q
		reading.Text = rest + "\n" + called
		out.Readings = append(out.Readings, reading)
		if lower { // it may be told as a price of its own
			reading.Text, reading.Context = reducedPrice[lang]+called+"?", nil
			out.Readings = append(out.Readings, reading)
		}
	}
	return out
}

// submatch is what a group of a regular expression found, "" where it found nothing.
func submatch(text string, at []int, group int) string {
	if at[2*group] < 0 {
		return ""
	}
	return text[at[2*group]:at[2*group+1]]
}

// ForAge says whether the best quote of what was found for such a reading is for people of that age: it names them, or
// states an age that theirs is within.
func (ix *Index) ForAge(found Results, of OfAge) bool {
	quotes := ix.Quote(found, 1)
	if len(quotes) == 0 || found.Evidence < nearEvidence {
		return false
	}
	lang := quotes[0].Passage.Language
	tokens := word.Tokens(quotes[0].Text, lang)
	if slices.ContainsFunc(tokens, func(t word.Token) bool { return of.group.words[t.Text] }) {
		return true
	}
	age := strconv.Itoa(of.ages[0]) + " Jahre"
	return stated.Fit(stated.QuantitiesAsked(age, word.Tokens(age, "de"), "de"), stated.ExtentsIn(quotes[0].Text, tokens, lang), true) == 1
}

// Better says whether what was found for such a reading takes the place of what was found for the question itself. An answer
// to that stands against one for children unless that is found as well: who tells that a daughter turns six may ask for a cake.
func (of OfAge) Better(reading, itself Results) bool {
	return !itself.Enough || of.group.words != nil || reading.Enough && reading.Evidence > itself.Evidence
}

// nearEvidence is how well something must be found that is for people of the age that was said.
const nearEvidence = 0.1
