//go:build race

package store

// slowly says that the race detector is watching, with which SQLite takes some ten times as long.
const slowly = true
