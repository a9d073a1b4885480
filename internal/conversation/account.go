package conversation

import (
	"context"
	"fmt"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/pseudonym"
)

// Account is what became of one question: what the visitor wrote, what left the server for it, what
// came back, and what was shown (D4).
type Account struct {
	Question, Answer Message
	Sent             []Sent
}

// Sent is a transfer with the places of the placeholders in its body.
type Sent struct {
	egress.Transfer
	Placeholders [][2]int
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
	out := Account{Question: question, Answer: said, Sent: make([]Sent, len(transfers))}
	for i, t := range transfers {
		out.Sent[i] = Sent{t, pseudonym.Placeholders(string(t.Body))}
	}
	return out, nil
}
