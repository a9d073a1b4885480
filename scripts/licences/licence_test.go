package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLicenceOf(t *testing.T) {
	const mit = "Permission is hereby granted, free of\ncharge, to any person ...\nThe above copyright notice and this permission notice shall be included"
	cases := []struct {
		name  string
		files map[string]string
		want  string // the licence, or part of the error after a !
	}{
		{"one", map[string]string{"LICENSE": mit}, "MIT"},
		{"two kinds", map[string]string{"LICENSE": mit, "COPYING.MPL": "Mozilla Public License Version 2.0"}, "MIT AND MPL-2.0"},
		{"twice the same", map[string]string{"LICENSE": mit, "LICENSE-extra": mit}, "MIT"},
		{"code is no licence", map[string]string{"LICENSE": mit, "license.go": "package license"}, "MIT"},
		{"none", map[string]string{"README": mit}, "!no licence was found"},
		{"unknown", map[string]string{"LICENSE": "All rights reserved."}, "!not known"},
		{"with a condition", map[string]string{"LICENSE": "\"Commons Clause\" License Condition v1.0 " + mit}, "!commons clause"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			for name, text := range c.files {
				if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			got, err := licenceOf(folder)
			if err != nil {
				got = "!" + err.Error()
			}
			if got != c.want && (!strings.HasPrefix(c.want, "!") || !strings.Contains(got, c.want[1:])) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTheProjectsOwnLicenceIsTheOneItNames(t *testing.T) {
	got, err := classify(filepath.Join("..", "..", "LICENSE"))
	if err != nil || got != "AGPL-3.0" {
		t.Errorf("got %q, %v", got, err)
	}
}
