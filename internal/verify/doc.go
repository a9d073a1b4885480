// Package verify checks an answer against the passages it was written from, sentence by sentence and without a model.
// A Checker is made per answer; Sentence judges in this order (verify.go lists the objections):
//
//  1. Is it a claim (claim.go)? Questions, courtesies and "I found nothing" state nothing that could be wrong.
//  2. What does it state (package fact), and which sentence of the hits backs it best (retrieve.Support)?
//  3. Do its figures and links stand in a hit, in a table in the right row, were they said before (figure_missing.go), or
//     do they follow from what stands there (figure_sum.go)?
//  4. Do its figures belong there to what they belong to here: the item, day, period, thing (the other figure_*.go)?
//  5. Do the sources know its names (name_*.go), and do they say enough of its words (words_*.go)?
//  6. Do they say the opposite (negation_*.go), or less: of one thing only, of some, under a condition (condition_*.go)?
//  7. Is it written like them but for one thing, in whose place it has another (words_exchanged.go), who does it (words_actor.go),
//     a figure, a name or the side of a matter (beside_*.go)?
//
// A file is called after the reason that its objection gives, figure_* for Number. The first one raised is the verdict's;
// what meets none is supported. Rules share sources.go (the hits, read when first needed), content.go (how much of
// one text another says), clause.go (the parts of a sentence), frame.go (two sentences laid beside each other), beside.go (a claim beside its source),
// swapped.go (what the sources say of another), negation.go and name.go. Rules that compare words know German
// and English and are silent elsewhere.
package verify
