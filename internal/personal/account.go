package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

// behindSortCode gives the group of the account number that stands behind the number of a British bank at
// group i, "40-18-33 / 71420958", 0 if there is none.
func (s *scan) behindSortCode(i int) int {
	if i+3 >= len(s.groups) {
		return 0
	}
	for k := range 3 {
		if g := s.groups[i+k]; g.end-g.start != 2 || k > 0 && s.text[s.groups[i+k-1].end:g.start] != "-" {
			return 0
		}
	}
	g := s.groups[i+3]
	gap := s.text[s.groups[i+2].end:g.start]
	if g.end-g.start != 8 || len(gap) > 12 || char.RunsOn(s.text, g.end) || char.Glued(s.text, s.groups[i].start) {
		return 0
	}
	switch strings.ToLower(strings.Trim(gap, " /,:.|\t")) {
	case "", "acc", "acct", "account", "a/c", "acc no", "account no":
		return i + 3
	}
	return 0
}

// shapedAccount gives how many groups from i are the number of an account that its groups and signs tell: of
// Spain, 4-4-2-10 digits with two check digits, or of a Swiss bank in a text that names an account,
// "1100-0482.716". It is 0 if they are none.
func (s *scan) shapedAccount(i int) int {
	size := func(k int) int { return s.groups[i+k].end - s.groups[i+k].start }
	sep := func(k int) string { return s.text[s.groups[i+k-1].end:s.groups[i+k].start] }
	if i+2 >= len(s.groups) {
		return 0
	}
	if size(0) == 2 && size(1) <= 6 && size(2) == 1 && sep(1) == "-" && sep(2) == "-" && s.ends(i+2) && !s.isDate(i) && endsIn(strings.TrimRight(s.text[max(0, s.groups[i].start-16):s.groups[i].start], " :.-"), "pc", "postkonto", "pc-konto", "postcheck", "ccp") {
		return 3
	}
	if s.newZealand(i) {
		return 4
	}
	if size(0) != 4 || size(1) != 4 {
		return 0
	}
	if size(2) == 3 && sep(1) == "-" && sep(2) == "." && s.ends(i+2) && len(s.clues.ends[clueAccount])+len(s.clues.ends[clueBank]) > 0 {
		return 3
	}
	if i+3 < len(s.groups) && size(2) == 2 && size(3) == 10 && len(sep(1)) == 1 && sep(1) == sep(2) && sep(2) == sep(3) && s.ends(i+3) {
		if d, _ := s.join(i, 20); len(d) == 20 && checkdigit.SpanishAccount(d) {
			return 4
		}
	}
	return 0
}

// newZealand says whether the groups from i are the number of an account of New Zealand: "12-3456-0123456-00".
func (s *scan) newZealand(i int) bool {
	if i+3 >= len(s.groups) {
		return false
	}
	for k, size := range [...]int{2, 4, 7} {
		if g := s.groups[i+k]; g.end-g.start != size || s.text[g.end:s.groups[i+k+1].start] != "-" {
			return false
		}
	}
	last := s.groups[i+3].end - s.groups[i+3].start
	return (last == 2 || last == 3) && s.ends(i+3)
}

// accountDigits is how many digits the number of a British account has.
const accountDigits = 8

// sortCode says whether the n groups from i are the number of a bank behind a shortened word for it: "sort
// 30-98-41".
func (s *scan) sortCode(i, n int) bool {
	before := strings.TrimRight(s.folded[max(0, s.groups[i].start-8):s.groups[i].start], " :.(")
	if n == 3 && i > 0 && strings.HasSuffix(before, " code") && s.groups[i-1].end-s.groups[i-1].start == accountDigits && s.groups[i].start-s.groups[i-1].end <= len(", code ") {
		return true
	}
	six := n == 1 && s.groups[i].end-s.groups[i].start == 6
	return (n == 3 || six) && endsIn(before, "sort", "s/c", "s/code", "srt", " sc", "srt code", "sortcode", ", code") || n == 1 && strings.HasSuffix(before, " sc")
}

// bankWords make an "account" one of a bank, not of a customer.
var bankWords = [...]string{
	"cheque", "transit", "routing", "bsb", "ifsc", "clabe", "iban", "swift", "drawn on", "deposit", "wire ", "payroll", "overdraft",
	"pay into", "paid into", "you hold", "standing order", "direct debit", "current account", "savings account", "lloyds",
	"barclays", "halifax", "hsbc", "revolut", "starling", "tsb", "natwest", "santander", "monzo", "nationwide", "sort code", "the bank", "your bank", "my bank",
}

// bankWordReach is how far from an account they may stand, in bytes.
const bankWordReach = 160

// accountOfBank says whether the number at group i stands directly behind "account" in a text about payments,
// or behind the number of an Australian bank: "bsb 062-004 1048 2917".
func (s *scan) accountOfBank(i int) bool {
	pos := s.groups[i].start
	if i > 1 && s.text[s.groups[i-2].end:s.groups[i-1].start] == "-" && s.groups[i-2].end-s.groups[i-2].start == 3 && s.groups[i-1].end-s.groups[i-2].start == 7 && accountGap(s.text[s.groups[i-1].end:pos]) {
		_, ok := s.clues.before(clueBIC, s.groups[i-2].start, 4)
		return ok
	}
	if s.bankBehind(i) {
		return true
	}
	if !s.accountTold(pos) && !endsIn(strings.TrimRight(s.text[max(0, pos-32):pos], " #:.(,"), "account", "account no", "account number", "account you hold", "account you hold for me", "account i hold") {
		return false
	}
	near := s.folded[max(0, pos-bankWordReach):min(len(s.folded), pos+bankWordReach)]
	return slices.ContainsFunc(bankWords[:], func(w string) bool { return strings.Contains(near, w) })
}

// accountReach is how far before its number an account may be named where a sentence tells it, in bytes.
const accountReach = 48

// accountTold says whether the sentence tells of an account that its number is what stands at pos: "the account I pay from is …".
func (s *scan) accountTold(pos int) bool {
	far, ok := s.clues.before(clueBank, pos, accountReach)
	if !ok || char.CountDigits([]byte(s.text[pos-far:pos])) > 0 || strings.ContainsAny(s.text[pos-far:pos], ".!?;\n") {
		return false
	}
	return endsIn(strings.TrimRight(s.text[pos-far:pos], " :"), " is", " was", " ist", " war", " lautet")
}

// banksBehind name the number of a bank that stands behind that of an account.
var banksBehind = [...]string{"sort code", "sortcode", "sort", "srt code", "srt", "s/code", "s/c", "sc", "code", "blz", "bankleitzahl", "bsb", "aba", "routing", "rtn"}

// bankBehind says whether the number of a bank stands behind the digits at group i, which are as many as those of an account,
// with a word for it between: "27071770 s/c 309617".
func (s *scan) bankBehind(i int) bool {
	d, upTo := s.join(i, 10)
	if len(d) < 6 || len(upTo) == 0 || s.isDate(i) {
		return false
	}
	end := s.groups[i+len(upTo)-1].end
	if len(d) > 6 && s.routingBehind(end) {
		return true
	}
	rest := strings.TrimLeft(char.Cut(s.folded, end, 36), " ,/(-|\n")
	for _, w := range banksBehind {
		behind, ok := strings.CutPrefix(rest, w)
		if !ok {
			continue
		}
		number := strings.TrimLeft(behind, " .:#=-")
		if number == behind || number == "" || !char.Digit(number[0]) {
			return false
		}
		stop, n := spacedDigits(number, 0)
		return n == 6 && (w != "code" || stop == len("20-45-77")) || w[0] != 's' && w != "code" && (n == 8 || n == 9)
	}
	return false
}

// routingReach is how far behind the number of an account that of its bank in America may begin, with the name of the bank between, in bytes.
const routingReach = 40

// routingBehind says whether the number of an American bank stands behind pos with its word, over the name of the bank: "… at Wells Fargo, routing
// 121000248".
func (s *scan) routingBehind(pos int) bool {
	near := char.Cut(s.folded, pos, routingReach)
	at := strings.IndexAny(near, "0123456789")
	if at < 0 || strings.ContainsAny(near[:at], "\n;!?") {
		return false
	}
	said := strings.TrimRight(near[:at], " .:#=-")
	return endsIn(said, " routing", " routing number", " routing no", " aba", " rtn", " aba number") && digitRun(s.text, pos+at) == 9
}

// accountGap says whether nothing but a word for an account stands in gap.
func accountGap(gap string) bool {
	switch strings.ToLower(strings.Trim(gap, " ,.:/#")) {
	case "", "acc", "acct", "account", "a/c", "acc no", "account no", "acc number", "account number":
		return len(gap) < 24
	}
	return false
}

// The numbers of accounts in India and Mexico have up to eighteen digits; the word for one stands directly before them.
const (
	leastLong, mostLong = 13, 18
	longReach           = len(" number is: ")
)

// bankPairReach is how far before the numbers of a bank and of an account the word for one may end, in bytes.
const bankPairReach = 28

// bankPair says whether groups i and i+1 are the numbers of a British bank and of an account there, or of a German account and its bank, that
// stand side by side behind a word about a bank: "Barclays 204577 / 44712098", "Bankverbindung: 44712098, 70020270".
func (s *scan) bankPair(i int) bool {
	if i+1 >= len(s.groups) || !s.ends(i+1) || char.Glued(s.text, s.groups[i].start) {
		return false
	}
	a, b := s.groups[i], s.groups[i+1]
	first, second := a.end-a.start, b.end-b.start
	gap := s.text[a.end:b.start]
	if mark := strings.TrimSpace(gap); len(gap) > 3 || mark != "/" && mark != "," && mark != ";" && mark != "|" && !(gap == " " && first == 6) || second != accountDigits || compactDate(s.text[b.start:b.end]) {
		return false
	}
	if british, german := first == 6, first >= 7 && first <= 10 && s.text[b.start] > '0' && s.text[b.start] < '9'; !british && !german {
		return false
	}
	far, ok := s.clues.before(clueBank, a.start, bankPairReach)
	if near := s.folded[max(0, a.start-bankPairReach):a.start]; !ok && first == 6 && (strings.Contains(near, " dd ") || strings.Contains(near, "direct debit") || strings.Contains(near, "standing order") || strings.Contains(near, "sort code")) { // "we pay by DD from 404784 70872490"
		return char.CountDigits([]byte(near)) == 0
	}
	return ok && char.CountDigits([]byte(s.text[a.start-far:a.start])) == 0 && !s.clues.goods(clueBank, a.start, bankPairReach) && !strings.Contains(s.text[a.start-far:a.start], "\n")
}

// accountCorrected says whether the words before pos say that the number of an account is another, "the acct no on file is wrong, it should
// be 4109126".
func (s *scan) accountCorrected(pos int) bool {
	far, ok := s.clues.before(clueAccount, pos, accountReach)
	return ok && char.CountDigits([]byte(s.text[pos-far:pos])) == 0 && correctedTo(s.text[pos-far:pos])
}

// accountAt finds account numbers that are named as such.
func (s *scan) accountAt(i int) int {
	if j := s.behindSortCode(i); j > 0 {
		start, end := s.groups[j].start, s.groups[j].end
		if start-s.groups[j-1].end == 1 && s.text[start-1] == ' ' && !s.bankNumber(s.groups[i].start) { // "30-94-21 44170926"
			s.add(s.groups[i].start, s.groups[j-1].end, Account, 0.8, bare(s.text[s.groups[i].start:s.groups[j-1].end]))
		}
		s.add(start, end, Account, 0.8, s.text[start:end])
		return j - i + 1
	}
	if n := s.shapedAccount(i); n > 0 {
		s.add(s.groups[i].start, s.groups[i+n-1].end, Account, 0.8, s.text[s.groups[i].start:s.groups[i+n-1].end])
		return n
	}
	if s.bankPair(i) {
		for _, g := range s.groups[i : i+2] {
			s.add(g.start, g.end, Account, 0.7, s.text[g.start:g.end])
		}
		return 2
	}
	if g := s.groups[i]; g.end-g.start >= leastLong && g.end-g.start <= mostLong && s.ends(i) && !char.Glued(s.text, g.start) {
		if far, ok := s.clues.before(clueAccount, g.start, longReach); (ok && char.CountDigits([]byte(s.text[g.start-far:g.start])) == 0 || s.accountOfBank(i)) && !s.clues.goods(clueAccount, g.start, longReach) {
			s.add(g.start, g.end, Account, 0.8, s.text[g.start:g.end])
			return 1
		}
	}
	start := s.groups[i].start
	if start > 1 && s.text[start-1] == '.' && char.Digit(s.text[start-2]) { // "Konto seit dem 01.05.2026"
		return 0
	}
	digits, upTo := s.join(i, 12)
	n := len(upTo)
	if n == 0 || len(digits) < 6 || !s.ends(i+n-1) || s.isDate(i) || strings.Count(s.text[start:s.groups[i+n-1].end], "/") > 1 || s.sortCode(i, n) {
		return 0
	}
	end := s.groups[i+n-1].end
	if s.clues.goods(clueAccount, start, 32) {
		return 0
	}
	named := s.named(clueAccount, start, end, 32) && !s.clues.nearer(clueBIC, clueAccount, start, 32) // which is the number of a bank
	if !named && !s.accountOfBank(i) && !s.accountCorrected(start) {
		return 0
	}
	s.add(start, end, Account, 0.8, string(digits))
	return n
}

// ribSize is how many letters and digits such a number has.
const ribSize = 23

// ribs finds the numbers of accounts in France behind their name: five digits of the bank, five of its branch, eleven letters and digits and
// two that check them, "RIB 30002 00550 0000157841Z 25".
func (s *scan) ribs() {
	if !s.letters.mayHold("rib") {
		return
	}
	for i, t := range s.tokens {
		if s.lower(i) != "rib" || t.kind != word {
			continue
		}
		k := i + 1
		for k < len(s.tokens) && (s.is(k, ':') || s.lower(k) == "is" || s.lower(k) == "ist") {
			k++
		}
		if k >= len(s.tokens) {
			return
		}
		start := s.tokens[k].start
		end, chars, digits := start, 0, 0
		for ; end < len(s.text) && chars < ribSize && (char.Digit(s.text[end]) || char.Capital(s.text[end]) || s.text[end] == ' '); end++ {
			if s.text[end] != ' ' {
				chars++
			}
			if char.Digit(s.text[end]) {
				digits++
			}
		}
		if chars == ribSize && digits >= ribSize-11 && !char.RunsOn(s.text, end) {
			s.add(start, end, Account, 0.8, bare(s.text[start:end]))
		}
	}
}
