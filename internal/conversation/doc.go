// Package conversation is the journey from a question to an answer, and what is kept of it:
// sessions, messages, citations, feedback, and the questions the sources could not answer.
//
// Desk.Answer (answer.go) goes this way:
//
//  1. The question waits for its turn (turns.go), is checked, and is stored with an answer that is still empty (begin.go);
//     one that was sent before gets the answer it had (again.go). The language is chosen (language.go), and what the
//     visitor wishes is respected (wish.go).
//  2. What needs no search is answered: what the customer has taught (pair.go), and what is no question about the sources
//     (smalltalk.go, talk.go, aside.go, identity.go, rights.go, left.go).
//  3. The sources are searched (find.go). With too little found the answer is a kind refusal (refuse.go).
//  4. The model's request is put together (manuscript.go, compose.go), without personal data (mask.go).
//  5. The model writes (manuscript.go). What is written is checked and cited (judge.go, citer.go), by the model, too, where
//     a bot wants it (review.go), links lead only where texts do (leads.go), and of what was replaced only what the visitor may read is put back (open.go, shown.go).
//     Without a model, quotes are shown (quote.go).
//  6. The answer is stored, later if the database is away (late.go), and a listener hears of all this (event.go).
//
// Around it: what visitors do with their conversation (visit.go, contact.go), answers being written (running.go), what
// becomes of a question for operators (account.go), conversations of which no text is stored (unstored.go, withdraw.go, unkept.go).
package conversation
