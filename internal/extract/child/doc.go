// Package child runs work that can't be trusted to end in a process of its own.
//
// The parent's side is a Worker: it starts a command when there is something to
// do, hands it one request at a time over its standard input, kills it when it
// falls silent, takes too long or says too much, and ends it when it has nothing
// to do. The child's side is Serve, which bounds what the process may
// use.
//
// Both sides speak frames: one byte for the kind, the length in four bytes (big
// end first), the content.
package child
