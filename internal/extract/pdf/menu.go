package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/table"
)

// Menus and lists of prices are set in many ways: dots lead from a name to its price, the price stands on a line of its own
// or in a text of its own that is drawn after all names, two lists stand beside each other. What belongs to one thing is
// brought into one row here.

// onRequest is what stands where a price would.
var onRequest = map[string]bool{
	"auf anfrage": true, "nach aufwand": true, "nach vereinbarung": true, "nach gewicht": true, "tagespreis": true, "kostenlos": true, "gratis": true, "inklusive": true,
	"on request": true, "by arrangement": true, "market price": true, "free": true, "included": true,
}

// priceOnly matches what is a price and nothing else, or two for two sizes.
var priceOnly = regexp.MustCompile(`(?i)^(?:ab|nur|je|à|zzgl\.|from|\+)?\s*` + onePrice + `(?:\s?[/|–-]\s?` + onePrice + `)*(?:\s?(?:/|je|pro|per|p\.)\s?\pL[\pL.]*)?\*{0,2}$`)

const onePrice = `(?:€|eur|chf|£|\$)?\s?\d{1,3}(?:[.' ]?\d{3})*(?:,\d{3})*(?:[.,](?:\d\d|-{1,2}|–|—))?\s?(?:€|euro?|chf|fr\.|£|\$)?`

// pricedSo matches what tells prices from other numbers: a currency, or cents.
var pricedSo = regexp.MustCompile(`(?i)€|eur|chf|fr\.|£|\$|\d[.,](?:\d\d\b|-|–|—)`)

func isPrice(text string) bool {
	return len(text) <= 40 && (onRequest[strings.ToLower(text)] || pricedSo.MatchString(text) && priceOnly.MatchString(text))
}

// codesOnly matches what menus name allergens and additives by: "A,C,G", "(a, g, 2)".
var codesOnly = regexp.MustCompile(`^\(?(?:[A-Za-z]|\d{1,2})(?:\s?[,;/ ]\s?(?:[A-Za-z]|\d{1,2}))*\)?$`)

// leader matches dots that lead from a name to its price.
var leader = regexp.MustCompile(`\s*(?:[.…·]\s?){4,}\s*`)

// parted makes two lines of one in which dots lead from a name to its price.
func parted(l line) []line {
	at := leader.FindAllStringIndex(l.text, -1)
	if len(at) == 0 {
		return []line{l}
	}
	last := at[len(at)-1]
	name, price := l.text[:last[0]], strings.TrimSpace(l.text[last[1]:])
	if strings.TrimSpace(name) == "" || !isPrice(price) && !table.IsAmount(price+" ") {
		return []line{l}
	}
	first, second := l.at(name, price)
	return []line{first, second}
}

// endsPriced matches the price at the end of a line.
var endsPriced = regexp.MustCompile(`^(.*\pL.*?)\s+((?:ab )?` + onePrice + `)$`)

// inColumns parts lines that end with a price from this where a column of prices ends at the same place: in a narrow column
// long names come close to their prices.
func inColumns(lines []line) []line {
	var ends []float64
	for _, l := range lines {
		if isPrice(l.text) {
			ends = append(ends, l.right)
		}
	}
	if len(ends) < fewestPriced {
		return lines
	}
	var out []line
	for _, l := range lines {
		m := endsPriced.FindStringSubmatch(l.text)
		same := 0
		for _, end := range ends {
			if math.Abs(end-l.right) < 0.2*l.size {
				same++
			}
		}
		if m == nil || isPrice(l.text) || !wordy(m[1]) || !isPrice(m[2]) || same < fewestPriced {
			out = append(out, l)
			continue
		}
		first, second := l.at(m[1], m[2])
		out = append(out, first, second)
	}
	return out
}

// at makes two lines of what stands before and behind a place in one. Letters of a text are half as wide as they are high,
// more or less.
func (l line) at(before, behind string) (first, second line) {
	half := 0.5 * l.size
	first, second = l, l
	first.text, second.text = strings.TrimSpace(before), strings.TrimSpace(behind)
	first.right = min(l.left+half*float64(utf8.RuneCountInString(first.text)), l.right-half)
	second.left = max(l.right-half*float64(utf8.RuneCountInString(second.text)), first.right+0.1)
	return first, second
}

// fewestPriced is how many names with their prices make a list of prices at least.
const fewestPriced = 3

// besideNames brings prices, and codes of allergens, that the file draws one below the other apart from their names
// behind what stands to their left.
func besideNames(lines []line) []line {
	var out, apart []line
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && (isPrice(lines[to].text) || codesOnly.MatchString(lines[to].text)) &&
			(to == from || lines[to].top < lines[to-1].top && !lines[to].beside(lines[to-1]) && lines[to].overlaps(lines[to-1])) {
			to++
		}
		if to-from >= fewestPriced && (from == 0 || !lines[from-1].beside(lines[from])) && haveNames(lines[from:to], lines) {
			apart = append(apart, lines[from:to]...)
		} else {
			to = max(to, from+1)
			out = append(out, lines[from:to]...)
		}
		from = to
	}
	slices.SortStableFunc(apart, func(a, b line) int { return cmp.Compare(a.left, b.left) })
	for _, l := range apart {
		out = slices.Insert(out, placeOf(l, out), l)
	}
	return out
}

// haveNames says whether to the left of most lines stands another.
func haveNames(apart, lines []line) bool {
	named := 0
	for _, l := range apart {
		if slices.ContainsFunc(lines, func(o line) bool { return o.beside(l) && o.right <= l.left+1 }) {
			named++
		}
	}
	return named*4 >= len(apart)*3
}

// listByList brings two lists of names with prices that stand beside each other, and that the file draws row by row, one
// below the other.
func listByList(lines []line) []line {
	at, found := between(lines)
	if !found || backTo(at, lines) < fewestPriced {
		return lines
	}
	var out, left, right []line
	ahead := func() {
		out = append(append(out, listByList(left)...), listByList(right)...)
		left, right = nil, nil
	}
	for _, l := range lines {
		switch {
		case l.right <= at:
			left = append(left, l)
		case l.left >= at:
			right = append(right, l)
		default: // a line across both
			ahead()
			out = append(out, l)
		}
	}
	ahead()
	return out
}

// backTo counts how often lines go on to the left of a place after one to its right.
func backTo(at float64, lines []line) int {
	n := 0
	for i, l := range lines {
		if i > 0 && lines[i-1].left >= at && l.right <= at {
			n++
		}
	}
	return n
}

// between finds where on the page a list of names and prices ends and another begins to its right.
func between(lines []line) (at float64, found bool) {
	rows := byHeight(lines)
	var from, to float64
	var names []string
	top := -1
	for i, row := range rows {
		for k := 1; k+2 < len(row); k++ {
			price, name, other := row[k], row[k+1], row[len(row)-1]
			if !isPrice(price.text) || !isPrice(other.text) || isPrice(name.text) || !wordy(name.text) || !startsUpper(name.text) || !wordy(row[0].text) {
				continue
			}
			switch {
			case len(names) == 0:
				from, to, top = price.right, name.left, i
			case max(from, price.right) >= min(to, name.left):
				continue
			default:
				from, to = max(from, price.right), min(to, name.left)
			}
			names = append(names, name.text)
			break
		}
	}
	if len(names) < fewestPriced || headed(rows, top) {
		return 0, false
	}
	slices.Sort(names)
	if len(slices.Compact(slices.Clone(names)))*3 < len(names)*2 {
		return 0, false
	}
	return (from + to) / 2, true
}

// headed says whether the row above one names each of its columns differently: it is the header of one table.
func headed(rows [][]line, top int) bool {
	if top < 1 {
		return false
	}
	head := map[string]bool{}
	for _, l := range rows[top-1] {
		if isPrice(l.text) {
			return false
		}
		head[l.text] = true
	}
	return len(rows[top-1]) >= 4 && len(head) == len(rows[top-1])
}

// byHeight gives lines from top to bottom, those at the same height together from left to right.
func byHeight(lines []line) [][]line {
	var out [][]line
	for _, l := range byPlace(lines) {
		if n := len(out); n > 0 && out[n-1][0].beside(l) {
			out[n-1] = append(out[n-1], l)
			continue
		}
		out = append(out, []line{l})
	}
	return out
}

// withPricesBelow makes one row of each name and the lines below it up to the price on a line of its own.
func withPricesBelow(rows []row) []row {
	var begins []int // for each price the row of its name
	alone := map[int]int{}
	seldom := seldomSizes(rows)
	for i := range rows {
		if from := nameAbove(rows, i, seldom); from < i {
			begins = append(begins, from)
			alone[from] = i
		}
	}
	if len(begins) < fewestPriced {
		return rows
	}
	var out []row
	for i := 0; i < len(rows); i++ {
		price, is := alone[i]
		if !is {
			out = append(out, rows[i])
			continue
		}
		whole := row{rows[i][0], rows[price][0]}
		if price > i+1 {
			whole = append(whole, gather(rows[i+1 : price])[0])
		}
		out = append(out, whole)
		i = price
	}
	return out
}

// seldomSizes are the sizes of letters that stand alone on their lines less than half as often as prices do: names of things
// are as many as their prices, headings are fewer.
func seldomSizes(rows []row) map[float64]bool {
	lines, prices := map[float64]int{}, 0
	for _, r := range rows {
		switch {
		case !r.alone():
		case isPrice(r[0].lines[0].text):
			prices++
		default:
			lines[rounded(r[0].lines[0].size)]++
		}
	}
	seldom := map[float64]bool{}
	for size, n := range lines {
		seldom[size] = n*2 <= prices
	}
	return seldom
}

// nameAbove is the row of the name of which a row has the price alone; the row itself where there is none.
func nameAbove(rows []row, i int, seldom map[float64]bool) int {
	if !rows[i].alone() || !isPrice(rows[i][0].lines[0].text) {
		return i
	}
	price, from := rows[i][0].lines[0], i
	for last := price; from > 0 && i-from < maxCellLines; from-- {
		above := rows[from-1]
		if !above.alone() || isPrice(above[0].lines[0].text) || !above[0].lines[0].below(last, 1.1) || !above[0].lines[0].about(price) {
			break
		}
		last = above[0].lines[0]
	}
	// A heading above the first name is larger than what has several lines more.
	for from < i-1 {
		head, name := rows[from][0].lines[0], rows[from+1][0].lines[0]
		if head.size <= 1.15*name.size || !seldom[rounded(head.size)] && (!name.bold || head.bold) {
			break
		}
		from++
	}
	if from < i && i+1 < len(rows) && rows[i+1].alone() && price.bottom-rows[i+1][0].top < rows[i-1][0].bottom-price.top {
		return i // it is nearer to what follows
	}
	if from < i && !wordy(rows[from][0].text()) {
		return i
	}
	return from
}

// alone says whether a row is one line and nothing beside it.
func (r row) alone() bool { return len(r) == 1 && len(r[0].lines) == 1 }

// about says whether two lines begin, end or have their middle at the same place.
func (l line) about(o line) bool {
	near := 0.8 * max(l.size, o.size)
	return math.Abs(l.left-o.left) < near || math.Abs(l.right-o.right) < near || math.Abs(l.middleX()-o.middleX()) < near
}

// fewestDescribed is how many rows of a page are described below them at least, where any are.
const fewestDescribed = 3

// withDescriptions brings what stands below a name and its prices, as on a menu, into their row.
func withDescriptions(rows []row) []row {
	described := 0
	for i := range rows {
		if described += min(1, descriptionOf(rows[i:])); described >= fewestDescribed {
			break
		}
	}
	if described < fewestDescribed {
		return rows
	}
	var out []row
	for i := 0; i < len(rows); i++ {
		n := descriptionOf(rows[i:])
		if n == 0 {
			out = append(out, rows[i])
			continue
		}
		below := gather(rows[i+1 : i+1+n])[0]
		whole := slices.Clone(rows[i])
		if len(whole) == 2 {
			whole = append(whole, below)
		} else { // the prices stay in their columns
			name := &whole[len(whole)-1-pricesOf(whole)]
			name.lines = slices.Clone(name.lines)
			for _, l := range below.lines {
				name.add(l)
			}
		}
		out = append(out, whole)
		i += n
	}
	return out
}

// pricesOf counts the prices at the end of a row that has a name before them.
func pricesOf(r row) int {
	n := 0
	for n+1 < len(r) && (table.IsAmount(r[len(r)-1-n].text()) || isPrice(r[len(r)-1-n].text())) {
		n++
	}
	return n
}

// descriptionOf counts the rows that describe the first one, which is a name with its prices.
func descriptionOf(rows []row) int {
	first := rows[0]
	prices := pricesOf(first)
	if prices == 0 || len(first)-prices > 2 || len(first[0].lines) > 2 || !wordy(first[len(first)-1-prices].text()) {
		return 0
	}
	at := first[len(first)-1-prices]
	name := at.lines[0]
	n := 0
	for last := at.last(); n < maxCellLines && n+1 < len(rows); n++ {
		next := rows[n+1][0].lines[0]
		if len(rows[n+1]) != 1 || !last.below(next, 0.9) || next.left < first[0].left-0.7*name.size || next.left > name.left+3*name.size {
			break
		}
		lighter := next.size < 0.97*name.size || name.bold && !next.bold
		if !lighter && (n > 0 || next.size > 1.03*name.size || next.bold && !name.bold || !nearer(last, next, rows[n+2:])) {
			break
		}
		last = next
	}
	return n
}

// nearer says whether a line stands nearer to the one above than to what follows.
func nearer(above, l line, below []row) bool {
	gap := above.bottom - l.top
	if len(below) == 0 {
		return gap < 0.5*l.size
	}
	return gap+0.25*l.size < l.bottom-below[0][0].top
}

// spacedOut matches words whose letters stand apart: "S P E I S E N".
var spacedOut = regexp.MustCompile(`^\pL(?: +(?:& +)?\pL)+[!:.]?$`)

var wideSpace = regexp.MustCompile(` {2,}`)

// closed closes the spaces between the letters of a text in which all stand apart. Wider spaces divide its words.
func closed(text string) string {
	text = strings.TrimSpace(text)
	letters := strings.Fields(text)
	if len(letters) < 5 || !spacedOut.MatchString(text) || slices.IsSorted(letters) {
		return text
	}
	different := slices.Clone(letters)
	slices.Sort(different)
	if len(slices.Compact(different)) < 3 || !strings.ContainsAny(text, "AEIOUÄÖÜaeiouäöü") {
		return text // ticks, or names of columns
	}
	words := wideSpace.Split(strings.ReplaceAll(text, " & ", "  &  "), -1)
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, " ", "")
	}
	return strings.Join(words, " ")
}
