package extract

import (
	"regexp"
	"strings"
)

var (
	bullet   = regexp.MustCompile(`^(\s*)(?:[-*•–▪◦]|\(?\d{1,3}[.)]|[a-z]\))\s+(\S.*)$`)
	ruleLine = regexp.MustCompile(`^\s*[-=*_~#]{3,}\s*$`)
)

// readPlain reads text: paragraphs between empty lines, items behind a dash, and
// headings that are underlined or written like one.
func readPlain(in Input) (Document, error) {
	d := Document{Blocks: plainBlocks(decodeText(in.Body, in.ContentType))}
	if len(d.Blocks) > 0 && d.Blocks[0].Kind == KindHeading {
		d.Title = oneLine(d.Blocks[0].Text)
	}
	d.Language = language("", d.Blocks)
	return d, nil
}

func plainBlocks(text string) []Block {
	var out []Block
	var lines []string
	kind, level := KindParagraph, 0
	flush := func() {
		if s := strings.TrimSpace(strings.Join(lines, "\n")); meaningful(s) {
			out = append(out, Block{Kind: kind, Level: level, Text: s})
		}
		lines, kind, level = nil, KindParagraph, 0
	}
	all := strings.Split(text, "\n")
	for i, line := range all {
		line = strings.TrimRight(line, " \t\f")
		switch m := bullet.FindStringSubmatch(line); {
		case line == "":
			flush()
		case ruleLine.MatchString(line):
			// A line of dashes below a single line makes it a heading.
			if len(lines) == 1 && kind == KindParagraph && len(lines[0]) < 120 {
				kind, level = KindHeading, 2
				if strings.Contains(line, "=") {
					level = 1
				}
			}
			flush()
		case m != nil:
			flush()
			kind, level = KindItem, 1+min(5, len(strings.ReplaceAll(m[1], "\t", "    "))/2)
			lines = []string{m[2]}
		case kind == KindItem && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t"):
			flush()
			lines = []string{strings.TrimSpace(line)}
		default:
			lines = append(lines, strings.TrimSpace(line))
			alone := len(lines) == 1 && (i+1 >= len(all) || strings.TrimSpace(all[i+1]) == "")
			if alone && shouted(line) {
				kind, level = KindHeading, 2
				flush()
			}
		}
	}
	flush()
	return out
}

// shouted recognises a heading in capitals.
func shouted(line string) bool {
	return len(line) > 3 && len(line) < 80 && strings.ToUpper(line) == line && strings.ToLower(line) != line && !strings.HasSuffix(line, ".")
}
