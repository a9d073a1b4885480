package conversation

import (
	"context"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/llm/prompt"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/verify"
)

// review is the second look at an answer, for bots that want it: before a visitor sees any of it, the model is asked
// which of its sentences the passages back. Rules know what two sentences share; what is said in quite other words, or
// differs in none of them, takes somebody who reads. It is asked of the same provider, with the same passages.
type review struct {
	input  prompt.Input // of the answer: passages, notes and question, masked
	masked masker
	finder *personal.Guarded
	fresh  func() *judge // the judge of the answer, who has seen nothing yet

	draft  strings.Builder // the answer until it is reviewed
	asked  []string        // sentences that it is asked about
	backed map[string]bool // what it says of them
}

// reviewed is how many sentences of an answer are reviewed at most; the rules judge those after.
const reviewed = 60

// denied is the reason against a sentence that the rules let pass and the review does not.
const denied verify.Reason = "review"

// open says whether the review decides about a sentence. Of figures, links and names that stand in no source the rules
// know better than a model that may have invented them.
func open(v verify.Verdict) bool {
	return v.Claim && (v.Supported || v.Reason == verify.Words || v.Reason == verify.Negation || v.Reason == verify.Condition)
}

// note takes down a sentence that is to be reviewed.
func (r *review) note(sentence string, v verify.Verdict) verify.Verdict {
	if open(v) && len(r.asked) < reviewed && !slices.Contains(r.asked, sentence) {
		r.asked = append(r.asked, sentence)
	}
	return v
}

// overrule is the verdict on a sentence after the review.
func (r *review) overrule(sentence string, v verify.Verdict) verify.Verdict {
	backed, said := r.backed[sentence]
	if !said || !open(v) {
		return v
	}
	if v.Supported = backed; !backed {
		v.Reason = denied
	}
	return v
}

// review asks the model which sentences of the draft the passages back. If that fails, the rules' verdict stands: the
// visitor has waited long enough. It is an error only if the answer was ended meanwhile.
func (d *Desk) review(ctx context.Context, x *exchange, r *review, provider llm.Provider) error {
	first := r.fresh()
	first.second = r.note
	first.write(r.draft.String())
	first.close()
	if len(r.asked) == 0 {
		return nil
	}
	sentences := make([]string, len(r.asked))
	for i, s := range r.asked {
		sentences[i] = r.masked.answered(s, append(slices.Clone(x.history), x.question))
	}
	if err := r.finder.Err(); err != nil { // nothing is sent that was not looked through
		d.Log.Warn("answer not reviewed", "bot", x.answer.Bot, "answer", x.answer.ID, "error", err)
		return nil
	}
	request := llm.Request{Model: x.settings.Settings.Model.Name, Language: x.language, Temperature: new(float64), MaxTokens: 1024}
	request.System, request.Messages, x.answer.Trace.Review = prompt.Review(r.input, sentences)
	var said strings.Builder
	for chunk, err := range provider.Stream(ctx, request) {
		switch {
		case err != nil && ctx.Err() != nil:
			return err
		case err != nil:
			d.Log.Warn("answer not reviewed", "bot", x.answer.Bot, "answer", x.answer.ID, "error", err)
			return nil
		}
		said.WriteString(chunk.Text)
		if chunk.Usage != nil {
			x.answer.Trace.In += chunk.Usage.In
			x.answer.Trace.Out += chunk.Usage.Out
		}
	}
	verdicts := prompt.Verdicts(said.String(), len(sentences))
	r.backed = make(map[string]bool, len(verdicts))
	for i, backed := range verdicts {
		r.backed[r.asked[i]] = backed
	}
	x.answer.Trace.Reviewed = len(verdicts)
	return nil
}

// reviewer is the review of an answer, nil for bots without one.
func reviewer(x *exchange, in prompt.Input, masked masker, finder *personal.Guarded, fresh func() *judge) *review {
	if !x.settings.Settings.Reviewed() {
		return nil
	}
	return &review{input: in, masked: masked, finder: finder, fresh: fresh}
}
