package review

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/text"
	"handback/notes/voice"
)

// What the manager does with a line. Each is a change like any other, which undo takes back.

// edit is the line's edit as it stands.
func (p Pack) edit(l Line) notes.ReviewEdit {
	e := notes.ReviewEdit{Person: p.Person.ID, NoteUID: l.UID, Line: l.Key, Out: l.Out, Comment: l.Comment}
	if !naturally(l) {
		e.Place = l.at
	}
	return e
}

// naturally reports whether a line stands where its day puts it.
func naturally(l Line) bool { return l.at == l.own() }

func (l Line) own() string {
	switch {
	case l.HasNote():
		return sorter{}.lineOf(l.Filed, l.Day).at
	case l.Area != "":
		return string(l.Day) + ".area." + l.UID
	}
	return string(l.Day) + ".goal." + l.UID
}

func change(e notes.ReviewEdit) notes.Change { return notes.Change{Rows: []notes.Row{e}} }

// LeaveOut leaves a line out of every pack; PutBack takes that back.
func (p Pack) LeaveOut(l Line) notes.Change {
	e := p.edit(l)
	e.Out = true
	return change(e)
}

// PutBack puts a line back that was left out.
func (p Pack) PutBack(l Line) notes.Change {
	e := p.edit(l)
	e.Out = false
	return change(e)
}

// FieldComment is the field of a comment.
var FieldComment = voice.T("Comment")

// Say puts a comment on a line; nothing typed takes it away.
func (p Pack) Say(l Line, comment string) (notes.Change, error) {
	e := p.edit(l)
	e.Comment = notes.Tidy(comment)
	return change(e), notes.Fits(FieldComment, e.Comment, notes.MostLine)
}

// Forget takes away what was said about a line that was rewritten since.
func Forget(e notes.ReviewEdit) notes.Change {
	e.Out, e.Comment, e.Place = false, "", ""
	return change(e)
}

// Where is how far a line is moved.
type Where int

// The moves.
const (
	Up Where = iota
	Down
	Top
	Bottom
)

// Move moves a line within its part; false where it stands there already.
func (p Pack) Move(l Line, where Where) (notes.Change, bool) {
	for _, part := range p.Parts {
		at := slices.IndexFunc(part.Lines, func(x Line) bool { return x.UID == l.UID && x.Key == l.Key && x.at == l.at })
		if at < 0 {
			continue
		}
		rest := slices.Delete(slices.Clone(part.Lines), at, at+1)
		to := map[Where]int{Up: at - 1, Down: at + 1, Top: 0, Bottom: len(rest)}[where]
		if to == at || to < 0 || to > len(rest) {
			return notes.Change{}, false
		}
		e := p.edit(part.Lines[at])
		e.Place = between(placeOf(rest, to-1), placeOf(rest, to))
		return change(e), true
	}
	return notes.Change{}, false
}

func placeOf(lines []Line, i int) string {
	if i < 0 || i >= len(lines) {
		return ""
	}
	return lines[i].at
}

// The places of lines are texts that sort: a line's own begins with its day, and between any two others there is a third.
const lowest, middle = '!', "V"

// between is a place after one and before another; "" is no end there. Where nothing lies between, it is after the first.
func between(after, before string) string {
	if before == "" || after >= before || !strings.HasPrefix(before, after) {
		return after + middle
	}
	rest := before[len(after):]
	for i := range len(rest) {
		if rest[i] == lowest {
			continue
		}
		return after + rest[:i] + string(lowest+(rest[i]-lowest)/2) + middle
	}
	return after + middle
}

// FieldOwn is the field of a person's own review.
var FieldOwn = voice.T("Their self-review")

// MostOwn is how many characters a person's own review takes.
const MostOwn = 20000

// Paste keeps what the person wrote about the period themselves; nothing typed takes it away.
func (p Pack) Paste(typed string) (notes.Change, error) {
	own := notes.OwnReview{Person: p.Person.ID, From: p.Period.From, To: p.Period.To, Text: strings.TrimSpace(text.Clean(typed))}
	return notes.Change{Rows: []notes.Row{own}}, notes.Fits(FieldOwn, own.Text, MostOwn)
}
