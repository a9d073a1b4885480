package pseudonym

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal"
)

// CLI reads JSON lines {"id","text"} and writes {"id","text","entities":[{"start","end","type",
// "placeholder"}]} with offsets in characters of the input. All lines share one vault. Where recognition fails, what was read
// before is written, and the error is personal.ErrFailed.
func CLI(r io.Reader, w io.Writer, s personal.Searcher) error {
	f := personal.Guard(s)
	in := bufio.NewScanner(r)
	in.Buffer(nil, 64<<20)
	out := bufio.NewWriter(w)
	encode := json.NewEncoder(out)
	encode.SetEscapeHTML(false)
	vault := NewVault([]byte("command line"), Shown{})
	for n := 1; in.Scan(); n++ {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		var line struct {
			ID   json.RawMessage `json:"id"`
			Text string          `json:"text"`
		}
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			return fmt.Errorf("line %d is not a JSON object with id and text, whose value is text", n)
		}
		if line.ID == nil {
			line.ID = json.RawMessage("null")
		}
		type entity struct {
			Start       int           `json:"start"`
			End         int           `json:"end"`
			Type        personal.Type `json:"type"`
			Placeholder string        `json:"placeholder"`
		}
		masked, replaced := vault.Mask(f, line.Text, Visitor)
		if err := f.Err(); err != nil {
			return errors.Join(fmt.Errorf("line %d: %w", n, err), out.Flush())
		}
		entities := make([]entity, 0, len(replaced))
		at, runes := 0, 0
		for _, e := range replaced {
			runes += utf8.RuneCountInString(line.Text[at:e.Start])
			start := runes
			runes += utf8.RuneCountInString(line.Text[e.Start:e.End])
			at = e.End
			entities = append(entities, entity{start, runes, e.Type, e.Placeholder})
		}
		err := encode.Encode(struct {
			ID       json.RawMessage `json:"id"`
			Text     string          `json:"text"`
			Entities []entity        `json:"entities"`
		}{line.ID, masked, entities})
		if err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("reading the lines: %w", err)
	}
	return out.Flush()
}
