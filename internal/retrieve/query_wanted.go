package retrieve

import (
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// readStated notes what days, figures and facts a question names.
func (qu *question) readStated(t wording, now time.Time) {
	if qu.facts = factsAsked(t.ownAsked); qu.facts == 0 { // else what is asked now, of the things named before
		qu.facts = factsAsked(t.asked)
	}
	if qu.days = daysAsked(t.text, t.ownAsked, now); qu.days == 0 && len(whereabouts(t.own)) > 0 { // "und in der Filiale?" is about the same day
		qu.days = daysAsked(t.text, t.asked, now)
	}
	named := specificsOf(t.text, t.own)
	qu.numbers, qu.spans = named.numbers, named.spans
	qu.numbered = numberedNames(t.text, t.own)
	qu.months, qu.counted = stated.MonthsIn(t.text, t.own), stated.QuantitiesAsked(t.text, t.own, qu.lang)
	qu.feast = slices.ContainsFunc(t.own, func(t word.Token) bool { return stated.IsFeast(t.Text) })
	qu.feasts = stated.FeastsAsked(t.own)
}

// readWanted notes how a question asks, and what kind of answer it wants.
func (qu *question) readWanted(t wording) {
	qu.comparing, qu.most = compares(t.ownAsked), asksMost(t.ownAsked)
	qu.amount, qu.when = stated.AmountAsked(t.ownAsked), stated.WhenAsked(t.ownAsked)
	if len(t.earlier) > 0 && qu.amount == stated.AmountNone && !asksAnew(t) && !slices.ContainsFunc(t.ownAsked, func(t word.Token) bool { return ways[t.Text] != wayOther }) {
		for _, line := range strings.Split(t.text, "\n")[1:] { // "und Kaffee?" wants what was asked before
			earlier := stated.AskedInGerman(word.Tokens(line, qu.lang), qu.lang)
			if qu.amount, qu.when = stated.AmountAsked(earlier), stated.WhenAsked(earlier); qu.amount != stated.AmountNone {
				break
			}
		}
	}
	if qu.amount == stated.AmountPrice && !stated.AsksPay(t.ownAsked) { // "Was nehmt ihr für …?" has no word for one
		qu.facts |= stated.Price
	}
	if qu.when == stated.WhenOpen { // "9–5" beside a day tells it, however it is asked
		qu.amount = stated.AmountWhen
	}
	if tableLanguage(qu.lang) < 0 && stated.BeginningAsked(t.ownAsked) {
		qu.when = stated.WhenFounded
	}
	qu.until, qu.who = stated.UntilAsked(t.own), whoAsked(t.ownAsked)
	qu.without = without(t.text, t.own, qu.lang)
	qu.askedFor(t.ownAsked)
}

// asksAnew says whether a question that leans on others wants no figure though they did: one of yes or no, and who somebody is
// or on what condition, which a discount answers as well as a price.
func asksAnew(t wording) bool {
	own := t.text[:t.earlier[0].Start]
	return BeginsAsking(own) || saysWho(own, t.own) || supposes(t.own)
}
