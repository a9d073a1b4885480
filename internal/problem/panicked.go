package problem

import (
	"fmt"
	"runtime"
)

// Panicked is what a log may keep of a recovered value: the words of the runtime, which name types and numbers, and
// of all else only what it is. Libraries put into theirs what they were given, such as a visitor's text.
func Panicked(v any) string {
	if known, is := v.(runtime.Error); is {
		return known.Error()
	}
	return fmt.Sprintf("%T", v)
}
