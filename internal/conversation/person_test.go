package conversation

import (
	"testing"

	"github.com/webchatagent/wca/internal/bot"
)

// A question about "her" is about whom the answer before it names.
func TestWhoIsMeantIsTakenFromTheAnswer(t *testing.T) {
	team := "Gwen Aldersley owns and runs the gym. Marek Sobczak is head coach and has been with us from the start. The café is run by Bea Whitlock. [1]"
	finder := bot.Finder(bot.Personal{})
	for _, c := range []struct {
		talk []string // questions and answers by turns
		want string
	}{
		{[]string{"Who is the head coach?", team, "is he there on Saturdays?"}, "Marek Sobczak"},
		{[]string{"Who is the head coach?", team, "is he there on Saturdays?", "Weekday mornings and Saturdays. [1]", "how do I book with him?"}, "Marek Sobczak"},
		{[]string{"Who is the head coach?", team, "When do you open?"}, ""},
		{[]string{"How much is a session?", team, "is he there on Saturdays?"}, ""},
		{[]string{"Wer leitet den Salon?", "- Mareike Tolle – Inhaberin, leitet den Salon in der Altstadt. [1]", "Ist sie auch dienstags da?"}, "Mareike Tolle"},
		{[]string{"Wer leitet den Salon?", "- Mareike Tolle – Inhaberin, leitet den Salon in der Altstadt. [1]", "Haben Sie dienstags auf?"}, ""},
		{[]string{"Wer leitet den Salon?", "Am Dienstag. [1]", "Ist sie auch dienstags da?"}, ""},
		{[]string{"Wer arbeitet hier?", "Mareike Tolle und Kerem Aydogan. [1]", "Ist sie auch dienstags da?"}, ""},
	} {
		var history []Message
		last := len(c.talk) - 1
		for i, text := range c.talk[:last] {
			history = append(history, Message{Role: []Role{Visitor, Assistant}[i%2], Text: text})
		}
		if got := personBefore(history, c.talk[last], finder); got != c.want {
			t.Errorf("%q is about %q, want %q", c.talk, got, c.want)
		}
	}
}

// Behind several questions in one message a follow-up goes on about the one of its kind.
func TestAFollowUpGoesOnAboutTheQuestionOfItsKind(t *testing.T) {
	message := Message{Role: Visitor, Text: "Wann habt ihr donnerstags auf und darf ich meinen Hund mitbringen?"}
	for next, want := range map[string]string{
		"und freitags?":    "Wann habt ihr donnerstags auf?",
		"und meine Katze?": "Darf ich meinen Hund mitbringen?",
	} {
		got := asked([]Message{message}, next)
		if len(got) != 2 || got[1] != want {
			t.Errorf("%q goes on about %q", next, got)
		}
	}
}
