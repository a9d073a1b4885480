package conversation

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/sentence"
)

// Many ask two things at once: "Wann habt ihr auf und was kostet ein Haarschnitt?" A search for both finds what is best
// for one of them. A message is parted only where each part is surely a question: it has an interrogative with its verb,
// or begins with a verb and who does it. "Wann und wo findet das statt?" and "Kann ich buchen und bezahlen?" are one.

// part is one of several questions of a message.
type part struct {
	start, end int    // of what was said with it, in the message
	text       string // that, by itself
	question   string // the question alone
}

// mostParts is how many questions a message has at most that are answered one by one. Who sends more is answered as a whole.
const mostParts = 5

// several gives the questions of a message that asks more than one, else nil. What is told before a question is said with
// it; what only goes on about one ("Auch sonntags?", "Oder kann ich einfach kommen?") belongs to it.
func several(text string) []part {
	if _, asked := behindStory(text); asked != "" {
		return nil
	}
	if items := listed(text); items != nil {
		return items
	}
	said := saidIn(text)
	if keywords := inKeywords(text, said); keywords != nil {
		return keywords
	}
	if len(said) == 1 && len(clauses(text, said[0])) < 2 {
		return nil
	}
	var parts []part
	from, carried, marked := 0, false, strings.Contains(text, "?")
	for _, s := range said {
		joined := clauses(text, s)
		for _, c := range joined {
			said := text[c.Start:c.End]
			asks := len(joined) > 1 || ownQuestion(said) && (len(parts) == 0 || !alternative(said))
			switch {
			case asks && (!marked || text[s.End-1] == '?' || !verbFirst(said)):
				parts = append(parts, part{start: from, end: c.End, question: bareQuestion(said)})
			case len(parts) > 0 && (strings.HasSuffix(said, "?") || alternative(said)):
				parts[len(parts)-1].end = c.End
			default:
				carried = carried || topicOf(said).topic == ""
				continue
			}
			from, carried = c.End, false
		}
	}
	if len(parts) < 2 || len(parts) > mostParts {
		return nil
	}
	if carried {
		parts[len(parts)-1].end = len(text)
	}
	for i := range parts {
		p := &parts[i]
		p.text = strings.TrimSpace(withoutJoint(text[p.start:p.end]))
	}
	return parts
}

// item begins an item of a list that is numbered in a line or in several: "1. Was kostet …? 2. Wie früh …?"
var item = regexp.MustCompile(`(?:^|\n|[.:;,?!]\s)\s*(\d)[.)]\s+`)

// listed are the items of a list that numbers what is asked, from 1 on, nil where there is none.
func listed(text string) (parts []part) {
	found := item.FindAllStringSubmatchIndex(text, -1)
	if len(found) < 2 || len(found) > mostParts {
		return nil
	}
	for i, at := range found {
		if text[at[2]:at[3]] != strconv.Itoa(i+1) {
			return nil
		}
		p := part{start: at[1], end: len(text)}
		if i+1 < len(found) {
			p.end = found[i+1][0] + 1 // with the mark that ends it
		}
		p.text = strings.TrimSpace(text[p.start:p.end])
		if !strings.ContainsFunc(p.text, unicode.IsLetter) {
			return nil
		}
		p.question = bareQuestion(p.text)
		parts = append(parts, p)
	}
	return parts
}

// longestKeyword is how many words a question has at most that only names a thing.
const longestKeyword = 2

// inKeywords are the questions of a message that only names things: "Anzahlung? Kreditkarte? Rücktritt?"; nil of any other.
func inKeywords(text string, said []sentence.Span) (parts []part) {
	if len(said) < 2 || len(said) > mostParts {
		return nil
	}
	for _, s := range said {
		one := text[s.Start:s.End]
		list := asWords(one)
		if !strings.HasSuffix(one, "?") || len(list) == 0 || len(list) > longestKeyword || asideOf(one).kind != "" || topicOf(one).topic != "" || retrieve.AboutDays(one) {
			return nil
		}
		for _, w := range list {
			if f := w.folded; utf8.RuneCountInString(f) < shortestNamed || interrogatives[f] || finite[f] || auxiliaries[f] || subjects[f] || determiners[f] || reserved[f] || whether[f] || noVerbs[f] {
				return nil
			}
		}
		parts = append(parts, part{start: s.Start, end: s.End, text: one, question: one})
	}
	return parts
}

// shortestNamed is how many letters a word has at least that names a thing.
const shortestNamed = 4

// saidIn are the sentences of a message. A question mark ends one, whatever follows: few write capitals in a chat.
func saidIn(text string) (out []sentence.Span) {
	for _, s := range sentence.In(text) {
		from := s.Start
		for i := s.Start; i < s.End; i++ {
			if text[i] == '?' && i+1 < s.End && text[i+1] == ' ' {
				out = append(out, sentence.Span{Start: from, End: i + 1})
				from = i + 2
			}
		}
		if strings.TrimSpace(text[from:s.End]) != "" {
			out = append(out, sentence.Span{Start: from, End: s.End})
		}
	}
	return out
}

// joints are what stands between two questions of a sentence.
var joints = regexp.MustCompile(`(?i)(?:\s*[,;–]\s*|\s+)(?:und|and|sowie|&)\s+|\s*[,;]\s+|\s+–\s+`)

// mostJoints is in how many places a sentence may be joined. What has more lists things: at each place all before it would
// be read anew, which took a second for 2,000 characters of commas.
const mostJoints = 20

// clauses are the questions that a sentence joins, the sentence if it is not surely more than one.
func clauses(text string, s sentence.Span) (out []sentence.Span) {
	from := s.Start
	found := joints.FindAllStringIndex(text[s.Start:s.End], mostJoints+1)
	if len(found) > mostJoints {
		return []sentence.Span{s}
	}
	for _, at := range found {
		end, next := s.Start+at[0], s.Start+at[1]
		if end <= from {
			continue
		}
		left, right, joint := text[from:end], text[next:s.End], bareWords(text[end:next])
		if joinsQuestions(left, right, joint != "") {
			out = append(out, sentence.Span{Start: from, End: end})
			from = next
		}
	}
	return append(out, sentence.Span{Start: from, End: s.End})
}

// joinsQuestions says whether what stands left and right of a joint are questions each. Behind a comma alone a question
// may be what the one before it speaks of: "Wissen Sie, wann …".
func joinsQuestions(left, right string, and bool) bool {
	asksIndirectly := indirect.MatchString(left)
	if !asksIndirectly && !ownQuestion(left) {
		return false
	}
	if !and && (asksToTell.MatchString(left) || vague[bareWords(left)]) {
		return false
	}
	list := asWords(right)
	switch at, ok := interrogative(list); {
	case ok && directly(list, at):
		return true
	case ok || len(list) > 0 && whether[list[0].folded]:
		return and && asksIndirectly && len(list) > 2
	case len(list) < 3 || !questionVerb(list):
		return false
	case asksWhich[first(left)]: // "Welche Zimmer haben Balkon und sind im Juni frei?"
		return subjects[list[1].folded]
	}
	return subjects[list[1].folded] || (determiners[list[1].folded] || namedThings[list[1].folded] || list[1].capital) && auxiliaries[list[0].folded]
}

// chatWord is a word of a message.
type chatWord struct {
	folded  string
	capital bool
}

func asWords(text string) (out []chatWord) {
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '-' }) {
		r, _ := utf8.DecodeRuneInString(w)
		out = append(out, chatWord{strings.ToLower(w), unicode.IsUpper(r)})
	}
	return out
}

// ownQuestion says whether words ask something by themselves.
func ownQuestion(text string) bool {
	if a := asideOf(text); a.kind != "" || topicOf(text).topic != "" {
		return false
	}
	rest := withoutJoint(text)
	if indirect.MatchString(rest) {
		return true
	}
	list := asWords(rest)
	if len(list) < 3 {
		return false
	}
	if at, ok := interrogative(list); ok {
		return directly(list, at)
	}
	return questionVerb(list) && (subjects[list[1].folded] || auxiliaries[list[0].folded] &&
		(determiners[list[1].folded] || namedThings[list[1].folded] || strings.HasSuffix(strings.TrimSpace(text), "?") && !reserved[list[1].folded]))
}

// verbFirst says whether words begin with the verb: without a question mark, where others have one, they may leave out who
// does it: "Wie schnell ist das WLAN? Muss von da aus arbeiten".
func verbFirst(text string) bool {
	list := asWords(withoutJoint(text))
	_, ok := interrogative(list)
	return !ok && questionVerb(list)
}

// bareQuestion is a question as its answer repeats it.
func bareQuestion(text string) string {
	text = withoutJoint(text)
	if at := indirect.FindStringSubmatchIndex(text); at != nil {
		text = text[at[2]:]
	}
	text = strings.TrimRight(strings.TrimSpace(text), " ,.;!?–") + "?"
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// joining begins a question that follows another one.
var joining = regexp.MustCompile(`(?i)^[\s,;.!?–&-]*(?:(?:und|and|aber|but|also|außerdem|ausserdem|zudem|dann|then|noch|plus|sowie|ach|oh|ok|okay|hallo|hi|hello|besides|außerdem noch|wenn ja|falls ja|wenn nicht|if so|if yes|if not)\b[\s,:]+)*`)

func withoutJoint(text string) string { return text[len(joining.FindString(text)):] }

// alternative says whether words only give another possibility for the question before them.
func alternative(text string) bool {
	f := first(text)
	return f == "oder" || f == "or" || f == "beziehungsweise" || f == "bzw"
}

func first(text string) string {
	if list := asWords(withoutJoint(text)); len(list) > 0 {
		return list[0].folded
	}
	return ""
}

// interrogative is where in the words of a question its interrogative stands: first, or behind "ab", "bis", "from".
func interrogative(list []chatWord) (int, bool) {
	if len(list) == 0 {
		return 0, false
	}
	if interrogatives[list[0].folded] {
		return 0, true
	}
	if len(list) > 1 && beforeThem[list[0].folded] && interrogatives[list[1].folded] {
		return 1, true
	}
	return 0, false
}

// furthest is how many words stand between an interrogative and its verb at most: "Wie viel für ein Kind kostet".
const furthest = 3

// directly says whether the verb follows the interrogative at a place, and something follows the verb.
func directly(list []chatWord, at int) bool {
	for i := at + 1; i < len(list)-1 && i <= at+1+furthest; i++ {
		w := list[i]
		switch {
		case finite[w.folded] && !w.capital, i == at+1 && nextVerb(list[at].folded, w):
			return !(english[list[at].folded] && i == at+1 && subjects[w.folded])
		case subjects[w.folded]:
			return false // "was ihr kostet"
		}
	}
	return false
}

// nextVerb says whether a word right behind an interrogative is a verb by its form: "Was beinhaltet der Kurs", "wo parke ich".
func nextVerb(behind string, w chatWord) bool {
	if w.capital || english[behind] || !bareInterrogatives[behind] || noVerbs[w.folded] || len(w.folded) < 4 {
		return false
	}
	return strings.HasSuffix(w.folded, "t") || strings.HasSuffix(w.folded, "e") || strings.HasSuffix(w.folded, "en")
}

// questionVerb says whether words begin with a verb as a question does.
func questionVerb(list []chatWord) bool {
	v := list[0].folded
	if finite[v] || auxiliaries[v] {
		return true
	}
	return len(list) > 1 && subjects[list[1].folded] && !noVerbs[v] && !english[v] && len(v) > 3 &&
		(strings.HasSuffix(v, "t") || strings.HasSuffix(v, "en") || strings.HasSuffix(v, "e"))
}
