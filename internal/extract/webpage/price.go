package webpage

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/extract/document"
)

// product tells what a thing costs, "ab" the lowest price of several.
func (f *factReader) product(v map[string]any) {
	offers := listOf(v["offers"])
	price, currency, several := "", "", false
	lowest := math.Inf(1)
	for _, o := range offers[:min(len(offers), 50)] {
		offer, _ := o.(map[string]any)
		for _, key := range []string{"price", "lowPrice", "highPrice"} {
			told := strings.TrimRight(str(offer, key), "€ EUReuro") // "36,00 EUR", for a currency that it also names
			amount, err := strconv.ParseFloat(plainPrice(told), 64)
			if err != nil {
				continue
			}
			several = several || price != "" && amount != lowest
			if amount < lowest {
				lowest, price, currency = amount, told, str(offer, "priceCurrency")
			}
		}
	}
	if price == "" {
		return
	}
	f.noteLines()
	name := ownName(plainMarkup(str(v, "name")), f.site)
	if f.full() || f.tellsPrice(name, plainPrice(price)) {
		return
	}
	label, from := "Price ", "from "
	price = oneSeparator(price)
	if f.german {
		label, from, price = "Preis ", "ab ", strings.ReplaceAll(price, ".", ",")
	}
	if several {
		price = from + price
	}
	line := strings.TrimSpace(label+name) + ": " + strings.TrimSpace(price+" "+currency)
	if !f.lines[line] {
		f.addLine(line)
		f.out = append(f.out, document.Block{Kind: document.KindParagraph, Text: line})
	}
}

// Price is a number beside the name or sign of a currency.
var Price = regexp.MustCompile(`(?i)(?:€|\beur|\beuro|\$|\busd|£|\bgbp|\bchf)\s?(\d[\d.,'’]*)|(\d[\d.,'’]*)(?:\s?,?[-–]+)?\s?(?:€|eur\b|euro\b|\$|usd\b|£|gbp\b|chf\b|fr\.)`)

// hasPrice says whether a text tells a price.
func hasPrice(text string) bool {
	return strings.ContainsAny(text, "0123456789") && strings.ContainsAny(text, "€$£uUpPfF") && Price.MatchString(text) // quick first: most have none
}

// onlyPrice says whether a text tells a price and not of what: "ab 12,50 €", "$10.00 / night".
func onlyPrice(text string) bool {
	if len(text) > longestPart || !hasPrice(text) {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(Price.ReplaceAllString(text, " ")), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !slices.Contains(wordsOfPrices, w) {
			return false
		}
	}
	return true
}

// wordsOfPrices stand beside prices and name no thing.
var wordsOfPrices = strings.Fields(`ab nur statt jetzt vorher bisher pro je preis uvp inkl zzgl mwst ust versand netto brutto ca von bis und stück stk paar nacht tag woche monat jahr
	stunde std min person kg g l ml m qm spare sie sparen neu alt angebot eur euro chf usd gbp from only was now were per each price regular sale unit original current is incl excl vat tax
	shipping night day week month year hour person pp piece pair to and save off starting at`)

// tellsPrice says whether a line of the page tells the price of a thing. A price alone on its line does not say of what.
func (f *factReader) tellsPrice(name, price string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(f.priced[price], func(line string) bool { return strings.Contains(line, name) })
}

// noteLines notes the lines of the page: only pages with products need them.
func (f *factReader) noteLines() {
	if f.lines != nil {
		return
	}
	f.lines, f.priced = map[string]bool{}, map[string][]string{}
	for line := range strings.Lines(f.text) {
		f.addLine(strings.TrimSuffix(line, "\n"))
	}
}

// addLine notes a line that the page tells.
func (f *factReader) addLine(line string) {
	if f.lines[line] {
		return
	}
	f.lines[line] = true
	for price := range pricesIn(line) {
		f.priced[price] = append(f.priced[price], strings.ToLower(line))
	}
}

// pricesIn are the prices that a text tells, in one notation.
func pricesIn(text string) map[string]bool {
	told := map[string]bool{}
	for _, m := range Price.FindAllStringSubmatch(text, -1) {
		told[plainPrice(m[1]+m[2])] = true
	}
	return told
}

// plainPrice writes a price in one notation: "1299" for "1.299,00", "49.9" for "49,90".
func plainPrice(s string) string {
	s = strings.TrimRight(s, ".,'’ ")
	if cents := strings.LastIndexAny(s, ".,"); cents > 0 && len(s)-cents <= 3 {
		s = noSeparators.Replace(s[:cents]) + "." + s[cents+1:]
		return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return noSeparators.Replace(s)
}

// oneSeparator leaves a price no separator but the one before its cents: "1299.00" for "1.299,00".
func oneSeparator(s string) string {
	if strings.ContainsAny(s, ".") && strings.ContainsAny(s, ",") {
		if cents := strings.LastIndexAny(s, ".,"); len(s)-cents <= 3 {
			return noSeparators.Replace(s[:cents]) + "." + s[cents+1:]
		}
		return noSeparators.Replace(s)
	}
	return s
}

var noSeparators = strings.NewReplacer(".", "", ",", "", "'", "", "’", "", " ", "")
