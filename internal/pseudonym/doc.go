// Package pseudonym replaces personal data by placeholders before text goes to a language model, and
// puts it back into the answer while it streams (promises D2, D3). Package personal finds it.
//
// A Vault holds the placeholders of one conversation, a Restorer puts values back into a stream, Shown
// says which of those in sources anybody may read.
package pseudonym
