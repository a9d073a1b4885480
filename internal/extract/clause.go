package extract

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
)

var (
	section = regexp.MustCompile(`^§ ?\d{1,3}(?: ?[a-z]\b)?`)
	// clauseLabel is what stands before a clause of a section: "(1)", "2.", "b)", "iv.".
	clauseLabel = regexp.MustCompile(`^(\(?)(\d{1,2}|[a-z]|[ivx]{2,4})([.)])\s+`)
	romans      = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}
)

// clause is a label as one reading of it counts: "i)" is the first of "i) ii)" and the ninth of "a) b)".
type clause struct {
	label, kind string
	number      int
}

// clausesInFull writes before the clauses of contracts where they stand, "§ 4 (1) c)" for "c)": people name them so, and
// a clause that is quoted alone must tell which one it is.
func clausesInFull(blocks []document.Block) {
	var path []clause // from the section down
	level := 0        // of the section's heading
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case document.KindHeading:
			if at := section.FindString(b.Text); at != "" {
				path, level = []clause{{label: at}}, b.Level
			} else if b.Level <= level {
				path = nil
			}
		case document.KindParagraph, document.KindItem:
			m := clauseLabel.FindStringSubmatch(b.Text)
			if m == nil || path == nil {
				continue
			}
			next, counts := under(path, readings(m))
			if !counts {
				continue
			}
			path = next
			var full strings.Builder
			for _, c := range path {
				full.WriteString(c.label + " ")
			}
			b.Text, b.Bold = full.String()+b.Text[len(m[0]):], 0
		}
	}
}

// readings is how a label may count, from the parts of a match.
func readings(m []string) []clause {
	label, shape, what := m[1]+m[2]+m[3], m[1]+m[3], m[2]
	var out []clause
	if n, err := strconv.Atoi(what); err == nil {
		return append(out, clause{label, "figure" + shape, n})
	}
	if len(what) == 1 {
		out = append(out, clause{label, "letter" + shape, int(what[0]-'a') + 1})
	}
	if n := slices.Index(romans, what); n >= 0 {
		out = append(out, clause{label, "roman" + shape, n + 1})
	}
	return out
}

// under puts a clause on the path: in place of the one that it follows, as the first of those below the last, or as the
// first of another list. One that counts in none of these ways counts something else.
func under(path, clauses []clause) ([]clause, bool) {
	for i := len(path) - 1; i > 0; i-- {
		for _, c := range clauses {
			if c.kind == path[i].kind && c.number == path[i].number+1 {
				return append(path[:i:i], c), true
			}
		}
	}
	for _, c := range slices.Backward(clauses) {
		if c.number != 1 {
			continue
		}
		same := slices.IndexFunc(path, func(p clause) bool { return p.kind == c.kind })
		if same > 0 {
			path = path[:same]
		}
		return append(path[:len(path):len(path)], c), true
	}
	return path, false
}
