// Package noun says how many there are of something.
package noun

import "fmt"

// Count is a number with its noun. One of it is given in full, as the sentence needs it: "1 bot", "einer Seite".
func Count(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf("%d %s", n, many)
}
