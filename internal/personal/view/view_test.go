package view

import "testing"

func TestHintsNameWhatAWordMayTell(t *testing.T) {
	for text, want := range map[string]hints{
		"meine Bestellung ist da":  {},
		"Kennzeichen Ludwig Berta": {letters: true},
		"N wie Nordpol, x-ray":     {letters: true},
		"null eins sieben":         {numbers: true},
		"my PIN is oh seven":       {numbers: true},
		"T e l e f o n 0 1 7 1":    {apart: true},
		"Ü b u n g e":              {apart: true},
		"4711 und weiter, the end": {},
	} {
		if got := hintsOf(text); got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}
