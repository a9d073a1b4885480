package personal

import (
	"slices"
	"strings"
)

// group is a run of ASCII digits.
type group struct {
	start, end int
	linked     bool // a separator as in phone and card numbers stands between it and the group before
}

// digitGroups lists all runs of digits, in the room of others.
func digitGroups(text string, room []group) []group {
	groups := room[:0]
	head, count := 0, 0 // where the linked groups began, and how many digits they have
	for i := 0; i < len(text); {
		if !isDigit(text[i]) {
			i++
			continue
		}
		g := group{start: i}
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		g.end = i
		if n := len(groups); n > 0 {
			gap := text[groups[n-1].end:g.start]
			g.linked = separates(gap) || count < 7 && text[g.start] != '0' && pointed(gap) && (text[head] == '0' || head > 0 && text[head-1] == '+')
		}
		if !g.linked {
			head, count = g.start, 0
		}
		count += g.end - g.start
		groups = append(groups, g)
	}
	return groups
}

// pointed says whether gap is a point in the middle of a line as typesetters put it behind the code of a town: "0921 · 507
// 88 41".
func pointed(gap string) bool {
	switch strings.Trim(gap, " )") {
	case "·", "•", "‧", "∙":
		return len(gap) < 8
	}
	return false
}

// separates says whether gap can stand inside one number.
func separates(gap string) bool {
	if len(gap) == 0 || len(gap) > 5 {
		return false
	}
	for i := 0; i < len(gap); i++ {
		switch gap[i] {
		case ' ', '-', '.', '/', '(', ')', '[', ']', '_', '\t':
		default:
			return false
		}
	}
	return true
}

// maxGroups is how many groups one number can have: 19 digits, each on its own.
const maxGroups = 20

// numbers finds what is written in digits alone.
func (s *scan) numbers() {
	for i := 0; i < len(s.groups); {
		i += max(1, s.numberAt(i))
	}
	s.vanities()
	s.apartCodes()
	s.namedFiles()
}

// numberAt tries what can begin at group i, best evidence first, and returns how many groups it took.
func (s *scan) numberAt(i int) int {
	g := s.groups[i]
	if glued(s.text, g.start) && !s.gluedToClue(g.start) {
		return 0
	}
	for _, try := range [...]func(*scan, int) int{
		(*scan).europeanCard, (*scan).recoveryKey, (*scan).networkKey, (*scan).frenchNumber, (*scan).nhsAt, (*scan).cardAt, (*scan).socialNumberAt, (*scan).taxNumberAt, (*scan).taxIDAt, (*scan).phoneAt, (*scan).accountAt,
	} {
		if n := try(s, i); n > 0 {
			return n
		}
	}
	return 0
}

// gluedToClue says whether a clue ends directly at pos, as in "Tel0351…".
func (s *scan) gluedToClue(pos int) bool {
	from := max(0, pos-8)
	tail := strings.ToLower(s.text[from:pos])
	for _, w := range [...]string{"tel", "fon", "fax", "mobil", "handy"} {
		if strings.HasSuffix(tail, w) {
			return true
		}
	}
	return false
}

// joined are the groups from one on that are linked, joined to one number.
type joined struct {
	from   int // one more than the first group; 0 for none
	n      int // groups
	digits [maxGroups]byte
	upTo   [maxGroups]int // of each group, the digits up to its end
}

// join reads groups i… up to n groups or limit digits, maxGroups at most, as long as they are linked. It returns the
// digits and, for each group read, the count of digits up to its end. They are valid until the next call for another group.
func (s *scan) join(i, limit int) (digits []byte, upTo []int) {
	c := &s.joined
	if c.from != i+1 {
		s.joinAll(i)
	}
	n := c.n
	for n > 0 && c.upTo[n-1] > limit {
		n--
	}
	if n == 0 {
		return nil, nil
	}
	return c.digits[:c.upTo[n-1]], c.upTo[:n]
}

// joinAll joins as many groups from i on as one number can have.
func (s *scan) joinAll(i int) {
	c := &s.joined
	c.from, c.n = i+1, 0
	digits := c.digits[:0]
	for j := i; j < len(s.groups) && j < i+maxGroups && (j == i || s.groups[j].linked); j++ {
		g := s.groups[j]
		if len(digits)+g.end-g.start > maxGroups {
			break
		}
		digits = append(digits, s.text[g.start:g.end]...)
		c.upTo[c.n] = len(digits)
		c.n++
	}
}

// ends says whether a number may end after group j: nothing is glued to it.
func (s *scan) ends(j int) bool {
	end := s.groups[j].end
	if runsOn(s.text, end) {
		return false
	}
	if end < len(s.text) && s.text[end] == ',' && (digitRun(s.text, end+1) > 3 && s.groups[j].end-s.groups[j].start > 3 || s.cellBegins(end+1)) { // a comma between cells
		return true
	}
	// "1234,50" and "1234.50" go on; a sentence's full stop or comma does not.
	return !(end+1 < len(s.text) && (s.text[end] == ',' || s.text[end] == '.') && isDigit(s.text[end+1]) &&
		!(j+1 < len(s.groups) && s.groups[j+1].linked && s.text[end] == '.' && s.groups[j].end-s.groups[j].start > 3))
}

// cellBegins says whether a cell of a table begins at pos.
func (s *scan) cellBegins(pos int) bool {
	c := s.clues.cellAt(pos)
	return c != nil && c.start == pos
}

// insuredStates give health cards whose number has twenty digits, by their number in ISO 3166 behind "80".
var insuredStates = set("80040 80056 80203 80208 80246 80250 80276 80348 80372 80380 80438 80442 80528 80578 80616 80620 80642 80703 80705 80724 80752 80756 80826")

// europeanCard finds the number of a European health insurance card.
func (s *scan) europeanCard(i int) int {
	g := s.groups[i]
	if g.end-g.start != 20 || !insuredStates[s.text[g.start:g.start+5]] || runsOn(s.text, g.end) {
		return 0
	}
	s.add(g.start, g.end, HealthID, 0.9, s.text[g.start:g.end])
	return 1
}

// Keys to recover a disk of Windows have so many groups of so many digits.
const keyGroups, keyGroup = 8, 6

// recoveryKey finds such a key.
func (s *scan) recoveryKey(i int) int {
	if i+keyGroups > len(s.groups) || s.groups[i].end-s.groups[i].start != keyGroup {
		return 0
	}
	for k := i; k < i+keyGroups; k++ {
		if g := s.groups[k]; g.end-g.start != keyGroup || k > i && s.text[s.groups[k-1].end:g.start] != "-" {
			return 0
		}
	}
	s.add(s.groups[i].start, s.groups[i+keyGroups-1].end, Secret, 1, s.text[s.groups[i].start:s.groups[i+keyGroups-1].end])
	return keyGroups
}

// The key on the back of a router has so many groups of so many digits, or all of them together.
const routerGroups, routerGroup = 5, 4

// How far before such a key and behind it the network or its router may be spoken of, in bytes.
const routerReach, routerBehind = 160, 48

// routerWords are those for networks and routers.
var routerWords = [...]string{"wlan", "wifi", "wi-fi", "router", "fritz", "speedport", "easybox", "homebox", "connect box", "netzwerk", "network", "wpa", "repeater", "hotspot"}

// networkKey finds such a key where a network is spoken of: "hinten auf der Box, 5812 7740 3391 0264 8857".
func (s *scan) networkKey(i int) int {
	g := s.groups[i]
	n := 1
	if g.end-g.start == routerGroup {
		for n < maxGroups && i+n < len(s.groups) && s.groups[i+n].linked && s.groups[i+n].end-s.groups[i+n].start == routerGroup && s.groups[i+n].start-s.groups[i+n-1].end == 1 {
			n++
		}
		if _, told := s.clues.before(clueSecret, g.start, len(" lautet: ")); n != routerGroups && !(n == routerGroups-1 && told) {
			return 0
		}
	} else if g.end-g.start != routerGroups*routerGroup {
		return 0
	}
	end := s.groups[i+n-1].end
	if g.linked || runsOn(s.text, end) || i+n < len(s.groups) && s.groups[i+n].start == end+1 && s.groups[i+n].linked { // of an IBAN
		return 0
	}
	before, behind := s.folded[max(0, g.start-routerReach):g.start], cut(s.folded, end, routerBehind)
	_, told := s.clues.before(clueSecret, g.start, routerReach/2)
	if !told && !slices.ContainsFunc(routerWords[:], func(w string) bool { return strings.Contains(before, w) || strings.Contains(behind, w) }) || s.clues.goods(clueSecret, g.start, len(" nr. ")) {
		return 0
	}
	s.add(g.start, end, Secret, 0.8, s.text[g.start:end])
	return n
}

// How far from a number of the British health service it may be named, or a patient be spoken of, in bytes, before it
// and behind it.
const nhsReach, nhsBehind, patientBehind = 160, 16, 64

// patientWords are those of a text about a patient.
var patientWords = [...]string{"patient", " gp ", " gp,", " gp.", "surgery", " ward", "ward ", "clinic", "hospital", "referral", "bay "}

// nhsAt finds numbers of the British health service in texts that speak of it or of a patient: their check digit says
// the rest.
func (s *scan) nhsAt(i int) int {
	if g := s.groups[i]; g.end-g.start != 10 && (g.end-g.start != 3 || i+2 >= len(s.groups) || s.groups[i+2].end-g.start != len("943 476 5919")) {
		return 0
	}
	digits, upTo := s.join(i, 10)
	n := len(upTo)
	if n == 0 || len(digits) != 10 || !s.ends(i+n-1) || n != 1 && (n != 3 || upTo[0] != 3 || upTo[1] != 6) || !nhsNumber(digits) {
		return 0
	}
	start, end := s.groups[i].start, s.groups[i+n-1].end
	if s.dialled(start) {
		return 0
	}
	before, behind := s.folded[max(0, start-nhsReach):start], cut(s.folded, end, patientBehind)
	if !strings.Contains(before, "nhs") && !strings.Contains(cut(behind, 0, nhsBehind), "nhs") {
		if digits[0] != '4' && digits[0] != '6' && digits[0] != '7' && digits[0] != '9' {
			return 0 // none is given that begins so
		}
		if _, ok := s.clues.before(cluePhone, start, nhsReach/4); ok || !slices.ContainsFunc(patientWords[:], func(w string) bool { return strings.Contains(before, w) || strings.Contains(behind, w) }) {
			return 0
		}
	}
	s.add(start, end, HealthID, 0.9, string(digits))
	return n
}

// cardAt finds payment cards: prefix and length of a brand, Luhn check digit.
func (s *scan) cardAt(i int) int {
	digits, upTo := s.join(i, 19)
	start := s.groups[i].start
	for n := len(upTo); n > 0; n-- {
		d := digits[:upTo[n-1]]
		if len(d) < 12 || !s.ends(i+n-1) || n > 1 && strings.IndexByte(s.text[start:s.groups[i+n-1].end], '/') >= 0 {
			continue
		}
		named := s.named(clueCard, start, s.groups[i+n-1].end, 60)
		if !brand(d) && !(named && len(d) == 16 && d[0] >= '2' && d[0] <= '6') { // issuers are given new ranges
			continue
		}
		if !luhn(d) && !(named && len(d) >= 15 && !s.clues.goods(clueCard, start, 30)) {
			continue
		}
		if !named && (s.dialled(start) || len(d) == 13 && ean13(d) || len(d) == 12 || s.clues.goods(clueCard, start, 30)) {
			continue // barcodes have 13 digits too
		}
		s.add(start, s.groups[i+n-1].end, Card, 1, string(d))
		return n
	}
	return 0
}

// brand says whether a number has the prefix and length of a card that is in use (ISO/IEC 7812,
// ranges as published by the brands).
func brand(d []byte) bool {
	n := len(d)
	p2, p3, p4 := two(d), two(d)*10+int(d[2]-'0'), two(d)*100+two(d[2:])
	switch {
	case d[0] == '4':
		return n == 13 || n == 16 || n == 19
	case p2 >= 51 && p2 <= 55, p4 >= 2221 && p4 <= 2720:
		return n == 16
	case p2 == 34, p2 == 37:
		return n == 15
	case p3 >= 300 && p3 <= 305, p3 == 309, p2 == 36, p2 == 38, p2 == 39:
		return n == 14 || n == 16
	case p4 >= 3528 && p4 <= 3589:
		return n >= 16
	case p4 == 2131, p4 == 1800:
		return n == 15
	case p4 == 6011, p3 >= 644 && p3 <= 649, p2 == 65, p2 == 62, p2 == 60, p2 == 81:
		return n >= 16
	case p2 == 50, p2 >= 56 && p2 <= 58, p2 == 63, p2 == 67:
		return n >= 12
	}
	return false
}

// taxIDAt finds German tax ids.
func (s *scan) taxIDAt(i int) int {
	digits, upTo := s.join(i, 11)
	n := len(upTo)
	if n == 0 || len(digits) != 11 || !s.ends(i+n-1) {
		return 0
	}
	start := s.groups[i].start
	_, direct := s.clues.before(clueTaxID, start, 16)
	if !taxID(digits) && !direct { // who mistypes is a person, too
		return 0
	}
	if named := s.named(clueTaxID, start, s.groups[i+n-1].end, 60); !named && (s.clues.goods(clueTaxID, start, 30) || n > 4 && n < 11 || s.dialled(start)) {
		return 0
	}
	s.add(start, s.groups[i+n-1].end, TaxID, 1, string(digits))
	return n
}

// dialled says whether a plus or a phone word stands directly before pos.
func (s *scan) dialled(pos int) bool {
	if t := strings.TrimRight(s.text[max(0, pos-3):pos], " (0"); strings.HasSuffix(t, "+") {
		return true
	}
	_, ok := s.clues.before(clueDial, pos, 6)
	return ok
}

// taxNumberAt finds German tax numbers: with slashes by shape, else named.
func (s *scan) taxNumberAt(i int) int {
	start := s.groups[i].start
	digits, upTo := s.join(i, 13)
	n := len(upTo)
	if n == 0 || !s.ends(i+n-1) {
		return 0
	}
	end := s.groups[i+n-1].end
	named := s.named(clueTaxNumber, start, end, 40)
	shape := n == 3 && upTo[0] >= 2 && upTo[0] <= 3 && upTo[1]-upTo[0] >= 3 && upTo[1]-upTo[0] <= 4 && upTo[2]-upTo[1] >= 4 &&
		upTo[2]-upTo[1] <= 5 && strings.Count(s.text[start:end], "/") == 2
	austrian := n == 3 && len(digits) == 9 && upTo[0] == 2 && upTo[1] == 5 && s.text[s.groups[i+1].end] == '/'
	if !(shape && len(digits) >= 10) && !(named && (len(digits) >= 10 || austrian)) {
		return 0
	}
	s.add(start, end, TaxNumber, 0.9, string(digits))
	return n
}

// socialNumberAt finds social security numbers without letters: CH, AT, US.
func (s *scan) socialNumberAt(i int) int {
	digits, upTo := s.join(i, 13)
	start := s.groups[i].start
	for n := len(upTo); n > 0; n-- {
		d := digits[:upTo[n-1]]
		if len(d) != 13 && len(d) != 10 && len(d) != 9 || !s.ends(i+n-1) {
			continue
		}
		end := s.groups[i+n-1].end
		named := s.named(clueSocial, start, end, 60)
		ok := false
		switch len(d) {
		case 13:
			ok = string(d[:3]) == "756" && ean13(d) && (named || n == 4 || !s.clues.goods(clueSocial, start, 30))
		case 10:
			ok = austrianSocialID(d) && (named || n == 2 && upTo[0] == 4 && s.text[s.groups[i].end] == ' ' && !s.dialled(start) && s.region == "AT")
		case 9:
			shape := n == 3 && upTo[0] == 3 && upTo[1] == 5
			ok = (shape && s.text[start+3] == '-' && s.text[start+6] == '-' || named && (n == 1 || shape || n == 9)) &&
				string(d[:3]) != "000" && string(d[:3]) != "666" && string(d[3:5]) != "00" && string(d[5:]) != "0000" &&
				!s.clues.goods(clueSocial, start, 30)
		}
		if ok && !(len(d) == 9 && n == 1 && s.clues.nearer(clueBIC, clueSocial, start, 60)) { // the routing number of a bank
			s.add(start, end, SocialID, 0.95, string(d))
			return n
		}
	}
	return 0
}

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
	if g.end-g.start != 8 || len(gap) > 12 || runsOn(s.text, g.end) || glued(s.text, s.groups[i].start) {
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
	if size(0) != 4 || size(1) != 4 {
		return 0
	}
	if size(2) == 3 && sep(1) == "-" && sep(2) == "." && s.ends(i+2) && len(s.clues.ends[clueAccount])+len(s.clues.ends[clueBank]) > 0 {
		return 3
	}
	if i+3 < len(s.groups) && size(2) == 2 && size(3) == 10 && len(sep(1)) == 1 && sep(1) == sep(2) && sep(2) == sep(3) && s.ends(i+3) {
		if d, _ := s.join(i, 20); len(d) == 20 && spanishAccount(d) {
			return 4
		}
	}
	return 0
}

// sortCode says whether the n groups from i are the number of a bank behind a shortened word for it: "sort
// 30-98-41".
func (s *scan) sortCode(i, n int) bool {
	before := strings.ToLower(strings.TrimRight(s.text[max(0, s.groups[i].start-8):s.groups[i].start], " :.("))
	return (n == 3 || n == 1 && s.groups[i].end-s.groups[i].start == 6) && (strings.HasSuffix(before, "sort") || strings.HasSuffix(before, "s/c")) || n == 1 && strings.HasSuffix(before, " sc")
}

// bankWords make an "account" one of a bank, not of a customer.
var bankWords = [...]string{"cheque", "transit", "routing", "bsb", "iban", "swift", "drawn on", "deposit", "wire ", "payroll", "overdraft", "pay into", "paid into", "you hold", "standing order", "direct debit", "current account", "savings account", "lloyds", "barclays", "hsbc", "natwest", "santander", "monzo", "nationwide", "sort code", "the bank", "your bank", "my bank"}

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
	if !endsIn(strings.TrimRight(s.text[max(0, pos-32):pos], " #:.(,"), "account", "account no", "account number", "account you hold", "account you hold for me", "account i hold") {
		return false
	}
	near := s.folded[max(0, pos-bankWordReach):min(len(s.folded), pos+bankWordReach)]
	return slices.ContainsFunc(bankWords[:], func(w string) bool { return strings.Contains(near, w) })
}

// accountGap says whether nothing but a word for an account stands in gap.
func accountGap(gap string) bool {
	switch strings.ToLower(strings.Trim(gap, " ,.:/#")) {
	case "", "acc", "acct", "account", "a/c", "acc no", "account no", "acc number", "account number":
		return len(gap) < 24
	}
	return false
}

// accountAt finds account numbers that are named as such.
func (s *scan) accountAt(i int) int {
	if j := s.behindSortCode(i); j > 0 {
		start, end := s.groups[j].start, s.groups[j].end
		if start-s.groups[j-1].end == 1 && s.text[start-1] == ' ' && !s.bankNumber(s.groups[i].start) { // "30-94-21 44170926" is told as one number
			start = s.groups[i].start
		}
		s.add(start, end, Account, 0.8, s.text[start:end])
		return j - i + 1
	}
	if n := s.shapedAccount(i); n > 0 {
		s.add(s.groups[i].start, s.groups[i+n-1].end, Account, 0.8, s.text[s.groups[i].start:s.groups[i+n-1].end])
		return n
	}
	start := s.groups[i].start
	if start > 1 && s.text[start-1] == '.' && isDigit(s.text[start-2]) { // "Konto seit dem 01.05.2026"
		return 0
	}
	digits, upTo := s.join(i, 12)
	n := len(upTo)
	if n == 0 || len(digits) < 6 || !s.ends(i+n-1) || s.isDate(i) || strings.Count(s.text[start:s.groups[i+n-1].end], "/") > 1 || s.sortCode(i, n) {
		return 0
	}
	end := s.groups[i+n-1].end
	own := s.accountOfBank(i)
	if !s.named(clueAccount, start, end, 32) && !own || s.clues.goods(clueAccount, start, 32) {
		return 0
	}
	if !own && s.clues.nearer(clueBIC, clueAccount, start, 32) {
		return 0 // the number of a bank
	}
	s.add(start, end, Account, 0.8, string(digits))
	return n
}
