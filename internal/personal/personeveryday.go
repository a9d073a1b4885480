package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// everydayThing says whether the single word at token i is a thing of every day. A title before it makes it a name.
func (s *scan) everydayThing(i int) bool {
	w := s.lower(i)
	if i > 0 && s.titled(i-1) {
		return false
	}
	if s.words.everyday.Has(w) || s.has(i, locks) {
		return true
	}
	if s.known(i)&(tagger.FirstName|tagger.LastName) != 0 {
		return false
	}
	for _, e := range s.words.everydayEndings {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// byMeans says whether the words [from, to) tell by which means something is done: "Per WhatsApp".
func (s *scan) byMeans(from, to int) bool {
	return to-from == 2 && s.lower(from) == "per" && means[s.lower(from+1)]
}

// means are ways to send, to pay and to come.
var means = wordlist.Set(`whatsapp mail e-mail email telefon post fax sms app klick lastschrift überweisung paypal vorkasse nachnahme
	rechnung kreditkarte bus bahn zug schiff rad fahrrad handy brief einschreiben chat signal threema telegram instagram`)

// behindBar gives where a name begins that stands behind a bar between cells: "Vinyasa | Joost".
func (s *scan) behindBar(from, to int) int {
	for i := to - 1; i > from; i-- {
		if s.is(i, '|') {
			return i + 1
		}
	}
	return from
}
