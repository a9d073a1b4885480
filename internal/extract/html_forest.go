package extract

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

// learned holds the trees made by test/eval/extraction/learn.
//
//go:embed content.bin
var learned []byte

// forest is a sum of decision trees: the log-odds that a segment is content.
type forest struct {
	base  float32
	trees [][]treeNode
}

// treeNode sends a row left where its number is at most the threshold. A leaf has
// no feature but a value.
type treeNode struct {
	feature     int16 // -1 for a leaf
	left, right uint16
	threshold   float32 // the value of a leaf
}

const nodeBytes = 10

// readForest reads: the base, the number of trees, then for each tree the number
// of its nodes and the nodes, all little end first.
func readForest(b []byte) forest {
	f := forest{}
	if len(b) < 8 {
		return f
	}
	f.base = math.Float32frombits(binary.LittleEndian.Uint32(b))
	count := int(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	for range count {
		nodes := make([]treeNode, binary.LittleEndian.Uint16(b))
		b = b[2:]
		for i := range nodes {
			nodes[i] = treeNode{
				feature: int16(binary.LittleEndian.Uint16(b)), left: binary.LittleEndian.Uint16(b[2:]), right: binary.LittleEndian.Uint16(b[4:]),
				threshold: math.Float32frombits(binary.LittleEndian.Uint32(b[6:])),
			}
			b = b[nodeBytes:]
		}
		f.trees = append(f.trees, nodes)
	}
	return f
}

var contentForest = sync.OnceValue(func() forest { return readForest(learned) })

// score gives the log-odds of a row.
func (f forest) score(row []float32) float32 {
	sum := f.base
	for _, t := range f.trees {
		i := 0
		for t[i].feature >= 0 {
			if row[t[i].feature] <= t[i].threshold {
				i = int(t[i].left)
			} else {
				i = int(t[i].right)
			}
		}
		sum += t[i].threshold
	}
	return sum
}

// Piece is a block of a web page as the choice of content sees it.
type Piece struct {
	Text     string
	Evidence []float32
}

// Pieces gives all blocks of a web page, content or not, with the evidence about
// them. It exists for the program that learns how to weigh the evidence.
func Pieces(in Input) ([]Piece, error) {
	root, err := parseHTML(decodeText(in.Body, in.ContentType))
	if err != nil {
		return nil, errDamaged(err)
	}
	segments := walk(root, newHider(root))
	rows := evidence(root, segments)
	out := make([]Piece, len(segments))
	for i, s := range segments {
		out[i] = Piece{Text: Document{Blocks: []Block{s.Block}}.Text(), Evidence: rows[i]}
	}
	return out, nil
}
