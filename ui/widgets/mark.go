package widgets

import "image/color"

// MarkKind is how a Mark is drawn.
type MarkKind int

// The kinds of marks.
const (
	MarkLabel     MarkKind = iota // the span on a tint, in its colour
	MarkHeading                   // the span (the #s) faint, what follows it in semi-bold
	MarkUnderline                 // the span underlined, in Color
)

// Mark is something shown in a line of an Editor: the label it begins with, a
// heading, an offer. In the line that holds the caret a label stays plain. What is bold or a link the editor finds itself.
type Mark struct {
	Line       int // of the text, counted from 0
	Start, End int // runes of the line: the span
	Kind       MarkKind
	Icon       string // in the gutter; may be empty
	Color      color.NRGBA
}

// Suggestion is one line of what an Editor offers while one types.
type Suggestion struct {
	Text    string // as it is shown
	Insert  string // what takes the place of the runes before the caret
	Replace int    // how many runes before the caret
}
