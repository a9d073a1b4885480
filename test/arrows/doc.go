// Package arrows holds the tests that keep the shape of the program: which
// package may use which, that only egress reaches the network, that only store
// sees SQL. They read the source files, so a new file is checked without being
// listed anywhere. docs/architecture.md says what the layers are for.
package arrows
