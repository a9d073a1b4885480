package retrieve

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/problem"
)

// The parts of an index are read side by side; what breaks down there has to come back to who builds it.
func TestAPanicInAPartIsOneOfWhoBuilds(t *testing.T) {
	var c Cache
	_, err := c.Get(t.Context(), "bot", "1", func(context.Context) (*Index, error) {
		sideBySide(3, func(part int) {
			if part == 1 {
				breakDown("Erika Mustermann")
			}
		})
		return nil, nil
	})
	var broken *problem.Panic
	if !errors.As(err, &broken) || strings.Contains(err.Error(), "Mustermann") || !strings.Contains(broken.Stack, "retrieve.breakDown") {
		t.Errorf("got %v", err)
	}
}

func breakDown(text string) { panic("cannot read " + text) }

// A library may put into a panic what it was given to read; errors go to the log, where nothing of a page belongs.
func TestAPanicWhileBuildingTellsNothingOfTheText_J1(t *testing.T) {
	var c Cache
	_, err := c.Get(t.Context(), "bot", "1", func(context.Context) (*Index, error) { panic("cannot read Erika Mustermann") })
	if err == nil || strings.Contains(err.Error(), "Mustermann") {
		t.Errorf("got %v", err)
	}
}
