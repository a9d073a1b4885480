package retrieve

import (
	"slices"
	"strings"
)

// Whole makes of quotes what can be read by itself: a sentence that leans on the one before ("Sie
// kostet 189 Euro.") gets that one, and quotes that stand next to each other become one, in reading
// order. The order by score stays, a joined quote has the place of its best part.
func Whole(quotes []Quote) []Quote {
	var out []Quote
	for _, q := range quotes {
		q = q.withBefore()
		i := slices.IndexFunc(out, func(o Quote) bool { return o.touches(&q) })
		if i < 0 {
			out = append(out, q)
			continue
		}
		o := &out[i]
		o.Start, o.End = min(o.Start, q.Start), max(o.End, q.End)
		o.Text = o.Passage.Text[o.Start:o.End]
	}
	return out
}

// touches says whether nothing but white space within a paragraph is between two quotes.
func (q *Quote) touches(o *Quote) bool {
	if q.Passage != o.Passage || q.Item || o.Item {
		return false
	}
	if q.Start > o.Start {
		q, o = o, q
	}
	return q.End >= o.Start || strings.Trim(q.Passage.Text[q.End:o.Start], " \t") == ""
}

// withBefore is the quote together with the sentence it leans on.
func (q Quote) withBefore() Quote {
	if q.Item || !refersBack(q.Text) {
		return q
	}
	spans := sentences(q.Passage.Text)
	i := slices.IndexFunc(spans, func(s span) bool { return s.start == q.Start })
	if i <= 0 || strings.Contains(q.Passage.Text[spans[i-1].end:q.Start], "\n") {
		return q
	}
	q.Start = spans[i-1].start
	q.Text = q.Passage.Text[q.Start:q.End]
	return q
}

// refersBack reports whether a sentence says of what only the one before names.
func refersBack(text string) bool {
	first, rest, _ := strings.Cut(text, " ")
	if first != "Sie" {
		return backward[strings.TrimRight(first, ",:")]
	}
	// "Sie" is also how a reader is spoken to, then with a verb in the plural.
	verb, _, _ := strings.Cut(rest, " ")
	return strings.HasSuffix(verb, "t") || verb == "kann" || verb == "muss" || verb == "darf" || verb == "soll" || verb == "war" || verb == "wurde"
}

var backward = set(`Er Es Diese Dieser Dieses Diesem Diesen Dies Dabei Dazu Dafür Dagegen Dadurch Damit Danach Daher Deshalb Dort Dann Außerdem Ihr Ihre Sein Seine
He She It They This These That Those There Then Therefore Its Their His Her`)
