package conversation

import (
	"context"
	"fmt"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/pseudonym"
)

// Account is what became of one question: what the visitor wrote, what left the server for it, what
// came back, and what was shown (D4).
type Account struct {
	Question, Answer Message
	Sent             []Sent
	Anonymised       bool // the text is removed, and what was sent is listed without the answer
}

// Sent is a transfer with the places of the placeholders in its body, and what its bytes say for who
// can't read them: nothing where they are no request to a model or its answer.
type Sent struct {
	egress.Transfer
	Placeholders [][2]int
	Said         []llm.Said
	Reply        string
}

// Transfers reads the ledger of what left the server for an answer.
type Transfers interface {
	Transfers(ctx context.Context, workspace, bot, answer string) ([]egress.Transfer, error)
}

// Account gives the account of an answer. Bodies are there as long as the bot's settings keep them.
func (d *Desk) Account(ctx context.Context, ledger Transfers, workspace, bot, answer string) (Account, error) {
	question, said, err := d.Store.Exchange(ctx, workspace, bot, answer)
	if err != nil {
		return Account{}, err
	}
	transfers, err := ledger.Transfers(ctx, workspace, bot, answer)
	if err != nil {
		return Account{}, fmt.Errorf("reading the ledger: %w", err)
	}
	anonymised, err := d.Store.Anonymised(ctx, workspace, bot, said.Session)
	if err != nil {
		return Account{}, err
	}
	said.Text = WithoutTaps(said.Text)
	out := Account{Question: question, Answer: said, Sent: make([]Sent, len(transfers)), Anonymised: anonymised}
	for i, t := range transfers {
		out.Sent[i] = Sent{t, pseudonym.Placeholders(string(t.Body)), llm.ReadRequest(t.Body), llm.ReadAnswer(t.Returned)}
	}
	return out, nil
}
