// Package personal finds personal data in German and English text (promises D2, D3). Package pseudonym
// replaces it by placeholders.
//
// A Finder says where personal data is and of which Type. Recognition works on a normalised view of the
// text (package view: zero-width characters gone, full-width digits narrow, entities decoded, dictated numbers
// in digits) with the way back to the original bytes; package checkdigit tells numbers that are right by
// themselves, package tagger names by the words around them. Every scanner looks at most a fixed number of
// bytes around a place, so that the whole takes linear time on any input.
//
// Most rules have nothing to look for in most texts. What a text holds is noted once (seen, survey, letterPairs), and a rule
// asks there before it looks through the text: a short text costs what code it runs through.
//
// What single words mean to the rules stands in lists beside the code: clues.txt (what a number near them is), classes.txt
// (addresses and names), places.txt and things.txt. Words of one rule alone stand with it.
package personal
