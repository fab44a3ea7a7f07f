package draft

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// fold is an act that took lines out of the editor which the caret had left. For the editor it is an edit like another,
// which undo takes back; for the note nothing has changed.
type fold struct {
	from, to string // the editor's text before and after
	lines    []int  // of from, counted from 1
	again    bool   // undo itself had left these lines: to undo further passes over it
	final    bool   // something was written in its place since: nothing redoes it
}

// mostFolds is how many folds undo brings back as what they were; the editor itself remembers hardly more.
const mostFolds = 1000

// Rest implements room.Draft.
func (d *Draft) Rest() {
	if !d.open || !d.folds || d.busy {
		return
	}
	d.Changed()
	if now := (rested{d.shown, d.editor.CaretLine()}); now == d.rested {
		return
	}
	lines := d.view.Foldable(d.editor.CaretLine()+1, d.context())
	if len(lines) > 0 {
		d.fold(lines)
	}
	d.rested = rested{d.shown, d.editor.CaretLine()}
}

// rested is what Rest has looked at.
type rested struct {
	shown string
	caret int
}

func (d *Draft) fold(lines []int) {
	was := d.shown
	d.view = d.view.Fold(lines)
	d.bring(d.view.Text())
	d.Changed() // a blank last line may be the editor's own now
	if len(d.acts) == mostFolds {
		d.acts = slices.Delete(d.acts, 0, 1)
	}
	d.acts = append(d.acts, fold{from: was, to: d.shown, lines: lines, again: d.editor.Travels() != 0})
}

// applied puts the editor's text back into the body. Where undo or redo goes over a fold, the lines come into view, or go
// out of it, as the lines that they are.
func (d *Draft) applied(was, text string) {
	way := d.editor.Travels()
	if way == 0 {
		for i, f := range d.acts {
			d.acts[i].final = f.final || f.from == was
		}
		d.body, d.view = d.view.Apply(text)
		return
	}
	undone := d.act(func(f fold) bool { return way < 0 && f.from == text && f.to == was })
	redone := d.act(func(f fold) bool { return way > 0 && f.from == was && f.to == text && !f.final })
	switch {
	case undone != nil:
		d.view = d.view.Unfold(text, undone.lines)
	case redone != nil:
		d.view = d.view.Fold(redone.lines)
	}
	d.body, d.view = d.view.Apply(text)
	switch {
	case undone == nil:
	case undone.again:
		d.editor.Undo()
	default:
		d.editor.SetCaret(endOfLine(text, undone.lines[len(undone.lines)-1]))
	}
}

// act is the newest fold that fits, nil where none does.
func (d *Draft) act(fits func(fold) bool) *fold {
	for i := len(d.acts) - 1; i >= 0; i-- {
		if fits(d.acts[i]) {
			f := d.acts[i]
			return &f
		}
	}
	return nil
}

// endOfLine is how many runes of a text stand before the end of its line n, counted from 1.
func endOfLine(text string, n int) int {
	lines := strings.SplitAfterN(text, "\n", n+1)
	upTo := strings.Join(lines[:min(n, len(lines))], "")
	return utf8.RuneCountInString(strings.TrimSuffix(upTo, "\n"))
}
