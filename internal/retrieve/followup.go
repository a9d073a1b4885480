package retrieve

import (
	"slices"
	"strings"
)

// A question that cannot be understood alone takes over words from its predecessor: "und am Samstag?",
// "what about Saturday?", "was kostet das?".

// Standing is the question with the words that it borrows from earlier ones, so
// that it can be understood alone.
func (q Query) Standing() string { return withContext(q).Text }

// borrows says whether a question cannot be understood without earlier ones.
func borrows(q Query) bool {
	return len(q.Context) > 0 && leans(q.Text) && !placeAfterPrice(q)
}

// withContext adds the words a leaning question borrows to its text.
func withContext(q Query) Query {
	q = q.inPart()
	if !borrows(q) {
		return q
	}
	if asksWayThere(q.Text) {
		return withPlace(q)
	}
	asked := q.Text
	// The nearest question that stands on its own, and those between: what each names is replaced by what comes after it.
	for i := len(q.Context) - 1; i >= 0 && i >= len(q.Context)-3; i-- {
		earlier := q.Context[i]
		q.Text += "\n" + keep(keep(earlier, q.Text), asked)
		if !leans(earlier) {
			break
		}
	}
	q.Context = nil
	return q
}

// WithEarlier is the question behind those it cannot be understood without, oldest first, so that who reads
// it knows what was asked: "Impft ihr Katzen? – Brauche ich dafür einen Termin?"
func (q Query) WithEarlier() string {
	if !borrows(q) {
		return q.Text
	}
	first := len(q.Context) - 1
	for first > 0 && first > len(q.Context)-3 && leans(q.Context[first]) {
		first--
	}
	return strings.Join(append(slices.Clone(q.Context[first:]), q.Text), " – ")
}
