package retrieve

// Document is what extraction gives: the text of a page or file with its
// structure.
type Document struct {
	Title    string
	Language string
	Blocks   []Block
}

// Kind is the role of a block.
type Kind string

// The kinds of blocks.
const (
	KindHeading   Kind = "heading"
	KindParagraph Kind = "paragraph"
	KindItem      Kind = "item"
	KindRow       Kind = "row"
	KindCode      Kind = "code"
	KindCaption   Kind = "caption"
)

// Block is one heading, paragraph, list item, table row (cells separated by
// tabs), piece of code or caption.
type Block struct {
	Kind   Kind
	Level  int
	Text   string
	Page   int
	Anchor string
	Header []string
}
