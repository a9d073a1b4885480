package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// known are the licences that may come with a module, in the order in which
// they are tried, each with phrases that must all stand in its text. All of
// them may be combined with AGPL-3.0-or-later: permissive licences, MPL-2.0
// through its section 3.3, LGPL and GPL of version 3.
var known = []struct {
	name    string
	phrases []string
}{
	{"Apache-2.0", []string{"apache license", "version 2.0, january 2004"}},
	{"MPL-2.0", []string{"mozilla public license version 2.0"}},
	{"LGPL-3.0", []string{"gnu lesser general public license", "version 3, 29 june 2007"}},
	{"AGPL-3.0", []string{"gnu affero general public license", "version 3, 19 november 2007"}},
	{"GPL-3.0", []string{"gnu general public license", "version 3, 29 june 2007"}},
	{"MIT-0", []string{"mit no attribution", "permission is hereby granted, free of charge"}},
	{"MIT", []string{"permission is hereby granted, free of charge", "the above copyright notice and this permission notice"}},
	{"ISC", []string{"permission to use, copy, modify, and", "distribute this software for any", "with or without fee"}},
	{"BSD-3-Clause", []string{"redistribution and use in source and binary forms", "endorse or promote products"}},
	{"BSD-2-Clause", []string{"redistribution and use in source and binary forms"}},
	{"CC0-1.0", []string{"cc0 1.0 universal"}},
	{"public domain", []string{"sqlite is public domain"}},
	{"Unlicense", []string{"this is free and unencumbered software released into the public domain"}},
}

// incompatible phrases make a text unfit whatever else it says.
var incompatible = []string{"commons clause", "business source license", "server side public license", "elastic license"}

// besides are files named like a licence that hold none, each with the reason.
var besides = map[string]string{
	"LICENSE-LOGO": "modernc.org/memory: says where a picture came from that is not built in",
}

// carries tells of software of others inside a module, which no file of the
// module's own folder tells.
var carries = map[string]string{
	"github.com/klippa-app/go-pdfium": "PDFium as WebAssembly: BSD-3-Clause and Apache-2.0; in it FreeType (FTL), libjpeg-turbo, OpenJPEG, Little CMS, zlib, AGG, Abseil and ICU",
}

// licenceFiles are the names under which a module's licence is looked for.
var licenceFiles = []string{"LICENSE*", "LICENCE*", "License*", "license*", "COPYING*", "UNLICENSE*"}

// licenceOf gives the licences of the module in a folder, joined by " AND "
// where files of different kinds lie there.
func licenceOf(folder string) (string, error) {
	var names []string
	for _, pattern := range licenceFiles {
		files, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return "", err
		}
		for _, file := range files {
			if _, no := besides[filepath.Base(file)]; no {
				continue
			}
			name, err := classify(file)
			if err != nil {
				return "", err
			}
			if name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		return "", errors.New("no licence was found")
	}
	slices.Sort(names)
	return strings.Join(names, " AND "), nil
}

// classify gives the licence that a file holds; folders and files of code give
// none.
func classify(file string) (string, error) {
	info, err := os.Stat(file)
	if err != nil {
		return "", err
	}
	if info.IsDir() || strings.HasSuffix(file, ".go") {
		return "", nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	text := strings.Join(strings.Fields(strings.ToLower(string(data))), " ")
	for _, phrase := range incompatible {
		if strings.Contains(text, phrase) {
			return "", fmt.Errorf("%s holds a %s", filepath.Base(file), phrase)
		}
	}
	for _, licence := range known {
		if !slices.ContainsFunc(licence.phrases, func(phrase string) bool { return !strings.Contains(text, phrase) }) {
			return licence.name, nil
		}
	}
	return "", fmt.Errorf("the licence in %s is not known", filepath.Base(file))
}
