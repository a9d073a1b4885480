package conversation

import "github.com/webchatagent/wca/internal/retrieve"

// readOtherwise is what is found for a question in the words in which pages answer it, where they surely differ from those in
// which visitors ask: how to come to the firm, what everybody asks any firm, whether money is enough, until when something is ready, what is so for somebody of an age, and who does
// something. It is what was found for the question itself where that is better.
func readOtherwise(index *retrieve.Index, query retrieve.Query, cited []string) retrieve.Results {
	for _, way := range query.WayHere() {
		if here := index.Search(way); here.Enough {
			return here
		}
	}
	if firm, ok := index.AboutFirm(query); ok {
		return firm
	}
	if price, ok := query.Afford(); ok && (len(cited) > 0 || !retrieve.PointsBack(price.Text)) { // else nobody told of a thing
		return find(index, price, cited...)
	}
	found := find(index, query, cited...)
	if any, ok := query.OnAnyDay(); ok && !index.TellsOpening(found) {
		if hours := index.Search(any); hours.Enough && index.TellsOpening(hours) {
			return hours
		}
	}
	if feast, ok := query.OnFeast(); ok && !found.Enough {
		if named := index.Search(feast); named.Enough {
			return named
		}
	}
	if done, ok := query.UntilDone(); ok && !found.Enough {
		if told := index.Search(done); retrieve.TellsDone(told) {
			return told
		}
	}
	of := query.OfAge()
	if len(of.Readings) > 0 && !(found.Enough && index.ForAge(found, of)) {
		for _, reading := range of.Readings {
			if better := find(index, reading, cited...); index.ForAge(better, of) && of.Better(better, found) {
				better.Enough = true
				return better
			}
		}
	}
	found.Enough = found.Enough || found.Evidence >= nearBy && (index.SaysWho(found, query) || index.SaysUnderName(found, query))
	return found
}
