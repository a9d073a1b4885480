package cli

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/retention"
)

// What stands where nothing is set.
const (
	none          = "none"
	regionUnknown = "region unknown"
)

// minute is a time to the minute.
func minute(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// stamp is a time to the second, or the day where no more is kept.
func stamp(t time.Time) string {
	if retention.DayOnly(t) {
		return t.UTC().Format(time.DateOnly)
	}
	return t.Local().Format(time.DateTime)
}

func documents(n int) string { return noun.Count(n, "1 document", "documents") }

func passages(n int) string { return noun.Count(n, "1 passage", "passages") }

func days(n int) string { return noun.Count(n, "1 day", "days") }

// counted lists how many there are of what: "EMAIL 1, PHONE 2".
func counted(counts map[string]int) string {
	var parts []string
	for _, what := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%s %d", what, counts[what]))
	}
	return cmp.Or(strings.Join(parts, ", "), "nothing")
}
