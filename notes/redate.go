package notes

import (
	"slices"
	"strings"

	"handback/notes/voice"
)

// A note that gets another day either keeps what its lines meant or has them read anew (docs/LABELS.md, Dates):
//
//   - A planned note, and one that moves to a later day, keeps: what is said relative to the old day gets its ISO date.
//   - A note of what has been that moves to an earlier day was written about that day: its words stay and are read from it.
//
// In both, a day that was unclear stays as it was typed, no backslash is added, and no due date goes unless it is asked for.

// Redated is what becomes of the lines of a note that gets another day.
type Redated struct {
	Edits []LineEdit // come before the new day
	Dues  []DueMoved
}

// DueMoved is an open line that is due on another day since its note moved; After is "" where it is asked which.
type DueMoved struct {
	Line          int // counted from 1
	Before, After Date
}

// RedateNote is what becomes of the lines of n where its day of before becomes that of after.
func RedateNote(n Note, before, after Context) Redated {
	edits := RedateEdits(n.ID, n.Body, before, after)
	if n.Kind != PlannedNote && after.Date < before.Date {
		edits = redateEdits(n.ID, n.Body, before, after, readAnew)
	}
	return Redated{Edits: edits, Dues: duesMoved(n.Body, edits, before, after)}
}

// Redate prepares a body for a new date of its note: what was said relative to the old date gets its ISO date, so that
// every line reads as before. These are relative dates, states without a date, ticked boxes and `done:`.
func Redate(body string, before, after Context) string {
	return withLines(body, RedateEdits(0, body, before, after))
}

// RedateEdits is Redate as edits of note.
func RedateEdits(note NoteID, body string, before, after Context) []LineEdit {
	return redateEdits(note, body, before, after, redateLine)
}

// withLines is body with the lines that edits, in line order, replace.
func withLines(body string, edits []LineEdit) string {
	spans := lineSpans(body)
	var b strings.Builder
	done := 0
	for _, e := range edits {
		at := spans[e.Line-1]
		b.WriteString(body[done:at.from] + e.New)
		done = at.to
	}
	return b.String() + body[done:]
}

func redateEdits(
	note NoteID, body string, before, after Context, redated func(line string, before, after Context) (string, bool),
) []LineEdit {
	if before.Date == after.Date {
		return nil
	}
	var edits []LineEdit
	s := newSheet(body)
	for i, line := range s.lines {
		if _, ok := before.readOf(&s, i); !ok || before.isEarlier(line) {
			continue // what was read of a line before an update does not depend on the day
		}
		if dated, ok := redated(line, before, after); ok {
			edits = append(edits, LineEdit{Op: ReplaceLine, Note: note, Line: i + 1, Old: line, New: dated})
		}
	}
	return edits
}

// redateLine is a line with its dates written out; false where it needs none.
func redateLine(line string, before, after Context) (string, bool) {
	r, ok := before.read(line)
	if !ok {
		return "", false
	}
	want := r.item
	tries := []string{before.datedText(line, r), datedState(line, r), line[:r.after] + Format(want, after)}
	got, ok := after.read(line)
	if ok && want.Due == "" && (got.item.Due != "" || got.item.Text != want.Text) { // a day that was unclear is clear there
		want = got.item
		want.State, want.StateDate = r.item.State, r.item.StateDate
		tries = tries[:2] // it stays as it was typed
	}
	if ok && sameItem(got.item, want) {
		return "", false
	}
	for _, most := range []int{strings.Count(line, `\`), len(line)} { // a backslash only where nothing else says the same
		for _, try := range tries {
			if got, ok := after.read(try); ok && sameItem(got.item, want) && strings.Count(try, `\`) <= most {
				return try, true
			}
		}
	}
	return "", false
}

// datedState is a line whose state gets its date behind the word, and nothing else.
func datedState(line string, r reading) string {
	if r.tail.state.empty() {
		return line
	}
	open := r.text.from + r.tail.state.from + 1
	at := open + blanks(line[open:]) + len(r.item.State)
	if at > len(line) {
		return line
	}
	return line[:at] + " " + string(r.item.StateDate) + line[at:]
}

// readAnew is a line whose day would be lost where it is read from the new day, with its date written out; false where it
// stays as it is. A day that is among those of which it is asked there which one is meant is not lost, unless a state that stands before
// it were.
func readAnew(line string, before, after Context) (string, bool) {
	was, ok := before.read(line)
	if !ok || was.item.Due == "" || was.tail.dueDate.empty() {
		return "", false
	}
	now, ok := after.read(line)
	if ok && now.item.Due != "" {
		return "", false
	}
	if ok && now.item.State == was.item.State && after.asksFor(line, now, was.item.Due) {
		return "", false
	}
	at := span{was.text.from + was.tail.dueDate.from, was.text.from + was.tail.dueDate.to}
	dated := line[:at.from] + was.tail.isoDue(was.item.Due) + line[at.to:]
	now, ok = after.read(dated)
	return dated, ok && now.item.Due == was.item.Due
}

// asksFor reports whether it is asked which day the end of a line means, with day as an answer.
func (in Context) asksFor(line string, r reading, day Date) bool {
	ask, ok := in.askDay(line, r)
	return ok && slices.ContainsFunc(ask.Choices, func(c Choice) bool {
		answered, ok := in.read(c.New)
		return ok && answered.item.Due == day
	})
}

// duesMoved are the open lines of a body that, after edits, are due on another day in the note of after.
func duesMoved(body string, edits []LineEdit, before, after Context) []DueMoved {
	if before.Date == after.Date {
		return nil
	}
	var moved []DueMoved
	was, now := newSheet(body), newSheet(withLines(body, edits))
	for i, line := range was.lines {
		a, okBefore := before.readOf(&was, i)
		b, okAfter := after.readOf(&now, i)
		if okBefore && okAfter && !before.isEarlier(line) && a.item.State == Open && a.item.Due != b.item.Due {
			moved = append(moved, DueMoved{Line: i + 1, Before: a.item.Due, After: b.item.Due})
		}
	}
	return moved
}

// Say says what became of the due dates of a note that moved; "" where nothing did. It names no line: somebody may look on.
func (r Redated) Say(today Date) string {
	var set []DueMoved
	for _, d := range r.Dues {
		if d.After != "" {
			set = append(set, d)
		}
	}
	var said []string
	switch {
	case len(set) == 1 && set[0].Before == "":
		said = append(said, voice.T("One line is now due {after}.", "after", SayDay(set[0].After, today)))
	case len(set) == 1:
		said = append(said, voice.T("One line is now due {after}, not {before}.",
			"after", SayDay(set[0].After, today), "before", SayDay(set[0].Before, today)))
	case len(set) > 1:
		said = append(said, voice.T("{n} lines have a new due date.", "n", len(set)))
	}
	if n := len(r.Dues) - len(set); n > 0 {
		said = append(said, voice.N(n, "In {n} line, pick which day you mean.", "In {n} lines, pick which day you mean."))
	}
	return strings.Join(said, " ")
}

// datedText writes out the dates of a line and leaves the rest as it is.
func (in Context) datedText(line string, r reading) string {
	s := r.text.in(line)
	state := r.tail.state
	if state.empty() {
		if r.item.State != Open && r.item.State != History {
			s += formatState(r.item)
		}
	} else if r.tail.said.on == "" {
		said := r.item
		if said.State == History {
			said.State, said.StateDate = r.tail.said.state, in.Date
		}
		s = s[:withBlanksBefore(s, state).from] + formatState(said) + s[state.to:]
		if d := r.tail.due; d.from > state.from { // the date moved along
			shift := len(s) - len(r.text.in(line))
			r.tail.dueDate.from += shift
			r.tail.dueDate.to += shift
		}
	}
	if d := r.tail.dueDate; !d.empty() {
		s = s[:d.from] + r.tail.isoDue(r.item.Due) + s[d.to:]
	}
	return line[:r.text.from] + s + line[r.text.to:]
}
