// Package pseudonym finds personal data in German and English text, replaces it by placeholders
// before the text goes to a language model, and puts it back into the answer while it streams
// (promises D2, D3).
//
// A Finder says where personal data is, a Vault holds the placeholders of one conversation, a
// Restorer puts values back into a stream. Recognition works on a normalised view of the text
// (zero-width characters gone, full-width digits narrow, entities decoded) with a map back to the
// original bytes. Every scanner looks at most a fixed number of bytes around a place, so that the
// whole takes linear time on any input.
package pseudonym
