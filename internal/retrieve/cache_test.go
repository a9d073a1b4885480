package retrieve

import (
	"context"
	"strings"
	"testing"
)

// A library may put into a panic what it was given to read; errors go to the log, where nothing of a page belongs.
func TestAPanicWhileBuildingTellsNothingOfTheText_J1(t *testing.T) {
	var c Cache
	_, err := c.Get(t.Context(), "bot", "1", func(context.Context) (*Index, error) { panic("cannot read Erika Mustermann") })
	if err == nil || strings.Contains(err.Error(), "Mustermann") {
		t.Errorf("got %v", err)
	}
}
