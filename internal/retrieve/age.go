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

// ageSaid finds that somebody says how old they or those are whom it is about, with what follows the number.
var ageSaid = regexp.MustCompile(`(?i)(?:^|[\s,.;!?])((?:und |and |also )?(?:(?:ich )?bin|(?:(?:mein|unser|meine|unsere)[\pL]*\s\pL+\s)?(?:ist|sind|wird)|wir sind|i am|i'm|i’m|im|we are|we're|(?:my|our)\s\pL+\s(?:is|are)|(?:he|she|er|sie) (?:is|ist))` +
	`(?: (?:schon|erst|jetzt|gerade|fast|beide|both|already|only|just|über|over|the))*\s(\d{1,2})(?: (?:und|and) (\d{1,2}))?(\s?\pL+)?(?: (?:alt|old))?)`)

// ofYears may follow the number of an age.
var ofYears = wordlist.Set("jahre jahren j years yrs yo und and aber but")

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
	end := at[3]
	switch next := strings.ToLower(strings.TrimSpace(submatch(q.Text, at, 4))); {
	case next == "", ofYears[next]:
	case BeginsAsking(next): // "bin 16 darf ich …"
		end = at[8]
	default:
		return out // "wir sind 12 Personen"
	}
	for _, group := range []int{2, 3} {
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
	years := strconv.Itoa(of.ages[0]) + " Jahre"
	return stated.Fit(stated.QuantitiesAsked(years, word.Tokens(years, "de"), "de"), stated.ExtentsIn(quotes[0].Text, tokens, lang), true) == 1
}

// nearEvidence is how well something must be found that is for people of the age that was said.
const nearEvidence = 0.1
