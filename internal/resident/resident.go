// Package resident says how data that is part of the program's own file is read, so that no more of it
// becomes memory than is looked at. Systems that cannot be told read it as they like.
package resident

// whole gives the part of b that whole pages of the given size hold.
func whole(b []byte, at uintptr, page int) []byte {
	skip := -int(at) & (page - 1)
	if skip >= len(b) {
		return nil
	}
	b = b[skip:]
	return b[:len(b)&^(page-1)]
}
