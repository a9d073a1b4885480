package webpage

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
)

const (
	// maxFacts bounds the blocks taken from what a page says to machines only.
	maxFacts = 200
	// maxSearched bounds how many bytes are searched for what the page says in its text, too.
	maxSearched = 256 << 20
)

// facts reads what a page says about itself in JSON-LD or microdata (schema.org)
// and not in its text: opening hours, address, prices, questions with answers, and
// the whole text where scripts would put it into the page.
func facts(root *html.Node, blocks []document.Block, lang string) []document.Block {
	f := &factReader{german: lang == "de", site: metaContent(root, "og:site_name", "application-name")}
	var text strings.Builder
	for _, b := range blocks {
		text.WriteString(b.Text + "\n")
	}
	f.text = text.String()
	f.told = squeezed(f.text)
	for n := range root.Descendants() {
		if n.DataAtom != atom.Script || n.FirstChild == nil || !strings.Contains(attr(n, "type"), "ld+json") || len(n.FirstChild.Data) > 1<<20 {
			continue
		}
		source := n.FirstChild.Data
		if guarded.CheckJSON(source) != nil {
			continue
		}
		var value any
		if json.Unmarshal([]byte(source), &value) == nil {
			f.read(value, 0)
		}
	}
	f.read(microdata(root), 0)
	return f.out
}

// withFacts adds facts to the blocks of a page: what tells of the page as a whole under its title, not under whatever
// heading stands last, and questions with their answers at the end.
func withFacts(blocks, facts []document.Block) []document.Block {
	var whole, asked []document.Block
	for i, b := range facts {
		if b.Kind == document.KindHeading || i > 0 && facts[i-1].Kind == document.KindHeading {
			asked = append(asked, b)
		} else {
			whole = append(whole, b)
		}
	}
	top := slices.IndexFunc(blocks, func(b document.Block) bool { return b.Kind == document.KindHeading && b.Level == 1 }) + 1
	return slices.Concat(blocks[:top], whole, blocks[top:], asked)
}

type factReader struct {
	german bool
	site   string              // what it is called
	text   string              // what the page says
	told   string              // the same, squeezed
	digits string              // its digits alone, noted when the first telephone number is read
	lines  map[string]bool     // of the text, noted when the first product is read
	priced map[string][]string // the lines that tell a price, in small letters
	out    []document.Block

	searched int // bytes
}

// tells says whether the page says something in its text or was found to say it to machines.
func (f *factReader) tells(key string) bool {
	f.searched += len(f.told)
	return strings.Contains(f.told, key)
}

// tellsNumber says whether the page tells a telephone number in its text, in whatever notation: "+49 30 5550-123" is
// "030 5550123". The country is not compared, nor what else stands before the last digits.
func (f *factReader) tellsNumber(phone string) bool {
	if f.digits == "" {
		f.digits = digitsOf(f.text)
	}
	f.searched += len(f.digits)
	number := digitsOf(phone)
	return len(number) >= subscriberDigits && strings.Contains(f.digits, number[max(0, len(number)-subscriberDigits):])
}

// subscriberDigits is by how many last digits a number is known; two numbers of one town differ in these.
const subscriberDigits = 7

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// full says whether no more is read.
func (f *factReader) full() bool { return len(f.out) >= maxFacts || f.searched >= maxSearched }

// squeezed is a text without spaces and case, to find repetitions.
func squeezed(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.NewReplacer(",", " ", ".", " ", "-", " ", "–", " ").Replace(s)), ""))
}

// add tells a fact that the page does not tell.
func (f *factReader) add(kind document.Kind, level int, german, english, value string) {
	value = plainMarkup(value)
	if key := squeezed(value); value == "" || f.full() || f.tells(key) {
		return
	} else {
		f.told += key
	}
	label := english
	if f.german {
		label = german
	}
	if label != "" {
		value = label + ": " + value
	}
	f.out = append(f.out, document.Block{Kind: kind, Level: level, Text: value})
}

// plainMarkup reads a value that may hold HTML.
func plainMarkup(s string) string {
	s = strings.TrimSpace(html.UnescapeString(s))
	if strings.Contains(s, "<") && strings.Contains(s, ">") {
		if d, err := Paragraphs(s); err == nil {
			var lines []string
			for _, b := range d.Blocks {
				lines = append(lines, b.Text)
			}
			return strings.Join(lines, "\n")
		}
	}
	return document.Visible(s)
}

func (f *factReader) read(value any, depth int) {
	if depth > 8 || f.full() {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			f.read(item, depth+1)
		}
	case map[string]any:
		f.thing(v)
		for _, key := range []string{"@graph", "mainEntity", "itemListElement", "item", "hasPart", "suggestedAnswer", "acceptedAnswer", "comment", "department", "location"} {
			if inside, has := v[key]; has && !is(v, "FAQPage") && !is(v, "Question") {
				f.read(inside, depth+1)
			}
		}
		if is(v, "FAQPage") {
			f.questions(v["mainEntity"])
		}
		if is(v, "QAPage") {
			f.posts(v["mainEntity"])
		}
	}
}

// is says whether a thing has a type of schema.org.
func is(thing map[string]any, kind string) bool {
	switch t := thing["@type"].(type) {
	case string:
		return strings.TrimPrefix(strings.TrimPrefix(t, "http://schema.org/"), "https://schema.org/") == kind
	case []any:
		return slices.Contains(t, any(kind))
	}
	return false
}

// str gives a member that is a text or number.
func str(thing map[string]any, key string) string {
	switch v := thing[key].(type) {
	case string:
		return strings.TrimSpace(v)
	case float64:
		return strings.TrimSuffix(fmt.Sprintf("%.2f", v), ".00")
	case []any:
		var parts []string
		for _, x := range v[:min(len(v), 20)] {
			if s, ok := x.(string); ok && strings.TrimSpace(s) != "" {
				parts = append(parts, strings.TrimSpace(s))
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

// listOf gives the values of a member that may hold one or several.
func listOf(value any) []any {
	if list, ok := value.([]any); ok {
		return list
	}
	return []any{value}
}

func (f *factReader) thing(v map[string]any) {
	if a, ok := v["address"].(map[string]any); ok {
		var parts []string
		for _, part := range []string{str(a, "streetAddress"), strings.TrimSpace(str(a, "postalCode") + " " + str(a, "addressLocality"))} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		f.add(document.KindParagraph, 0, "Adresse", "Address", strings.Join(parts, ", "))
	}
	if phone := str(v, "telephone"); !f.tellsNumber(phone) {
		f.add(document.KindParagraph, 0, "Telefon", "Phone", phone)
	}
	f.add(document.KindParagraph, 0, "E-Mail", "E-mail", strings.TrimPrefix(str(v, "email"), "mailto:"))
	f.add(document.KindParagraph, 0, "Öffnungszeiten", "Opening hours", str(v, "openingHours"))
	f.hours(v["openingHoursSpecification"])
	if is(v, "Product") {
		f.product(v)
	}
	// The whole text of a page that shows hardly any.
	for _, key := range []string{"articleBody", "text"} {
		if body := str(v, key); len(body) > 2*len(f.text) && len(body) > 200 {
			for line := range strings.SplitSeq(plainMarkup(body), "\n") {
				f.add(document.KindParagraph, 0, "", "", line)
			}
		}
	}
}

var germanDays = map[string]string{"monday": "Montag", "tuesday": "Dienstag", "wednesday": "Mittwoch", "thursday": "Donnerstag", "friday": "Freitag", "saturday": "Samstag", "sunday": "Sonntag", "publicholidays": "Feiertage"}

// hours reads opening hours given by day.
func (f *factReader) hours(value any) {
	list := listOf(value)
	var lines []string
	for _, item := range list[:min(len(list), 50)] {
		h, ok := item.(map[string]any)
		if !ok {
			continue
		}
		days := strings.Split(strings.NewReplacer("https://schema.org/", "", "http://schema.org/", "").Replace(str(h, "dayOfWeek")), ", ")
		if f.german {
			for i, d := range days {
				if name := germanDays[strings.ToLower(d)]; name != "" {
					days[i] = name
				}
			}
		}
		opens, closes := str(h, "opens"), str(h, "closes")
		if days[0] == "" || opens == "" || closes == "" {
			continue
		}
		lines = append(lines, strings.Join(days, ", ")+" "+clock(opens)+"–"+clock(closes))
	}
	// A page that names the hours of a day names them all.
	if len(lines) > 0 && !f.tells(squeezed(lines[0][strings.LastIndexByte(lines[0], ' ')+1:])) {
		f.add(document.KindParagraph, 0, "Öffnungszeiten", "Opening hours", strings.Join(lines, "\n"))
	}
}

// clock drops the seconds: "09:00:00" is "09:00".
func clock(s string) string {
	if len(s) == 8 && strings.HasSuffix(s, ":00") {
		return s[:5]
	}
	return s
}

// questions reads questions with their answers.
func (f *factReader) questions(value any) {
	list := listOf(value)
	for _, item := range list {
		q, ok := item.(map[string]any)
		if !ok || f.full() {
			continue
		}
		answer, _ := q["acceptedAnswer"].(map[string]any)
		if a, ok := q["acceptedAnswer"].([]any); ok && len(a) > 0 {
			answer, _ = a[0].(map[string]any)
		}
		text := plainMarkup(str(answer, "text"))
		if text == "" || f.tells(squeezed(text[:min(len(text), 60)])) {
			continue
		}
		f.searched += len(f.told)
		f.told = strings.ReplaceAll(f.told, squeezed(str(q, "name")), "") // the question goes with its answer
		f.add(document.KindHeading, 3, "", "", str(q, "name"))
		f.add(document.KindParagraph, 0, "", "", text)
	}
}

// posts reads a question of a forum and its answers.
func (f *factReader) posts(value any) {
	if q, ok := value.(map[string]any); ok && len(str(q, "text")) > 2*len(f.text) {
		f.add(document.KindParagraph, 0, "", "", str(q, "text"))
	}
}
