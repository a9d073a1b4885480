package personal

import (
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Many names are in no list. Where a message thanks somebody or ends with who wrote it, a word that is no other is one.

// thanking are words that stand before the name of who is thanked, briefSigns before the name of who writes, at the end of a message.
var (
	thanking   = wordlist.Set("danke dankeschön merci thanks thx cheers sorry")
	briefSigns = wordlist.Sieved("best thanks thx danke ciao yours love bye tschüss tschüß servus faithfully wishes bg hg glg")
)

// thanked gives the tokens of the name of who is thanked at token i, "Danke Linh, das hat geklappt", none if nobody is.
func (s *scan) thanked(i, end int) (from, to int) {
	next := i + 1
	switch w := s.lower(i); {
	case w == "thank" && next < end && s.lower(next) == "you":
		next++
	case !thanking[w]:
		return 0, 0
	}
	last := next
	for last < end && last-next < 3 && !s.tokens[last].line && s.nameable(last) {
		last++
	}
	if last == next || last < len(s.tokens) && !s.tokens[last].line && !s.is(last, ',') && !s.is(last, '!') {
		return 0, 0
	}
	return next, last
}

// presented gives the tokens of the name of who presents themselves by the word at token i, "Yuki Tanaka hier, …", "Yifan here.",
// "call me Jing", none if nobody does. The sentence begins at token start.
func (s *scan) presented(start, i, end int) (from, to int) {
	const most = 3 // words
	switch s.lower(i) {
	case "here", "hier":
		if i+1 < len(s.tokens) && s.tokens[i+1].kind == word && !s.tokens[i+1].line {
			return 0, 0
		}
		from, to = i, i
		for from > start && to-from < most && (s.nameable(from-1) || from < to && s.has(from-1, particles)) {
			from--
		}
		if from < to && s.has(from, particles) && !s.leadsSurname(from, from+1) {
			return 0, 0
		}
		if from > start && !(s.is(from-1, ',') || s.is(from-1, '!') || s.lower(from-1) == "there" || s.has(from-1, greetings)) {
			return 0, 0
		}
	case "call":
		if i+2 < end && s.lower(i+1) == "me" {
			from, to = i+2, i+2
			for to < end && to-from < most && s.nameable(to) {
				to++
			}
			if !s.wholeEnd(to) {
				return 0, 0
			}
		}
	}
	return from, to
}

// signature finds the name with which a message ends: "Best, Yifan", "- Thu Ha", "lg jiwoo".
func (s *scan) signature() {
	const words, marks = 4, 3
	if !s.mayBeSigned(words + 2*marks) {
		return
	}
	to := len(s.tokens)
	for to > 0 && len(s.tokens)-to < marks && s.tokens[to-1].kind == mark {
		to--
	}
	from := to
	for from > 0 && to-from < words && s.signing(from-1) && (from == to || !s.tokens[from].line) {
		from--
	}
	if from == to || !s.signedBefore(from) || s.has(from, particles) && !s.leadsSurname(from, to-1) || s.has(to-1, particles) {
		return
	}
	s.person(from, to, 0.7)
}

// signing says whether token i may be part of the name of who wrote a message that ends there.
func (s *scan) signing(i int) bool {
	if s.tokens[i].kind != word || s.has(i, signOffs) || briefSigns.Has(s.lower(i)) || s.notes[i].clue != 0 {
		return false
	}
	known := s.known(i)
	if s.small {
		return s.has(i, usualNames) || s.notes[i].given || s.mayBeSurname(i) && known&(anyWords&^tagger.Place) == 0 && known&tagger.AnyName|^known&tagger.Place != 0
	}
	return s.nameable(i) || s.has(i, particles) && i+1 < len(s.tokens) && s.tokens[i+1].upper || s.tokens[i].upper && known&tagger.FirstName != 0
}

// mayBeSigned says whether any of the last tokens, so many, ends a message as signedBefore asks for it.
func (s *scan) mayBeSigned(last int) bool {
	for i := max(0, len(s.tokens)-last); i < len(s.tokens); i++ {
		if s.is(i, '-') || s.has(i, signOffs) || briefSigns.Has(s.lower(i)) {
			return true
		}
	}
	return false
}

// signedBefore says whether what stands before token i ends a message, so that the name of who wrote it follows: a sign-off or a dash.
func (s *scan) signedBefore(i int) bool {
	b := i - 1
	if s.is(b, '-') && s.tokens[b].line && b > 0 && s.tokens[b].gap {
		for b--; b > 0 && !s.tokens[b].line; b-- {
		}
		return !s.is(b, '-') // a list
	}
	for b > 0 && i-b < 3 && s.tokens[b].kind == mark && (s.is(b, ',') || s.is(b, '!') || s.is(b, '.')) {
		b--
	}
	if b < 0 || s.tokens[b].kind != word {
		return false
	}
	if s.has(b, signOffs) {
		return true
	}
	return briefSigns.Has(s.lower(b)) && !s.small && (s.begins(b) || s.tokens[i].line || s.lower(b) == "wishes")
}
