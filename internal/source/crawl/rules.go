package crawl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Rules limit a crawl. The zero value is right for most websites.
type Rules struct {
	Include     []string      `json:"include,omitempty"`     // patterns of paths to read, such as /blog/**; none means all
	Exclude     []string      `json:"exclude,omitempty"`     // patterns of paths to leave out
	MaxPages    int           `json:"max_pages,omitempty"`   // 0 means 1,000
	MaxDepth    int           `json:"max_depth,omitempty"`   // links from the start; 0 means 10
	MaxBytes    int64         `json:"max_bytes,omitempty"`   // of a page, unpacked; 0 means 10 MB
	Concurrency int           `json:"concurrency,omitempty"` // requests at once; 0 means 4
	Delay       time.Duration `json:"delay,omitempty"`       // between requests; 0 means what is polite
}

// Same reports whether both rules are the same, however they are written down.
func (r Rules) Same(o Rules) bool {
	a, failed := json.Marshal(r)
	b, err := json.Marshal(o)
	return failed == nil && err == nil && bytes.Equal(a, b)
}

// Check says what is wrong with the numbers, and with patterns that can fit no path.
func (r Rules) Check() error {
	switch {
	case r.MaxPages < 0:
		return fmt.Errorf("the number of pages is 1 or more, not %d; 0 means the default", r.MaxPages)
	case r.MaxDepth < 0:
		return fmt.Errorf("the number of links from the start is 1 or more, not %d; 0 means the default", r.MaxDepth)
	case r.MaxBytes < 0, r.Concurrency < 0, r.Delay < 0:
		return errors.New("a limit is not negative; 0 means the default")
	}
	for _, pattern := range slices.Concat(r.Include, r.Exclude) {
		if strings.ContainsAny(pattern, `[]{}|^\<>"`) { // RFC 3986, 3.3: they stand in no path
			return fmt.Errorf("the pattern %q can fit no path: * stands for a part of a path, ** for any number of parts, ? for one character, all else for itself, as in /blog/**", pattern)
		}
	}
	return nil
}

// Room reports whether another page may be read beside so many.
func (r Rules) Room(pages int) bool { return pages < r.withDefaults().MaxPages }

func (r Rules) withDefaults() Rules {
	or := func(v *int, d int) {
		if *v <= 0 {
			*v = d
		}
	}
	or(&r.MaxPages, 1000)
	or(&r.MaxDepth, 10)
	or(&r.Concurrency, 4)
	if r.MaxBytes <= 0 {
		r.MaxBytes = 10 << 20
	}
	return r
}
