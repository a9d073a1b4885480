// Package tagger finds names of persons in German and English sentences with a linear-chain
// conditional random field (Lafferty, McCallum, Pereira 2001): small, without a network, and trained
// by the program in train on the training parts of public corpora.
package tagger
