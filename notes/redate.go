package notes

import "strings"

// Redate prepares a body for a new date of its note: what was said relative to the old date gets its ISO date, so that
// every line reads as before. These are relative dates, states without a date, ticked boxes and `done:`.
func Redate(body string, before, after Context) string {
	spans := lineSpans(body)
	var b strings.Builder
	done := 0
	for _, e := range RedateEdits(0, body, before, after) {
		at := spans[e.Line-1]
		b.WriteString(body[done:at.from] + e.New)
		done = at.to
	}
	return b.String() + body[done:]
}

// RedateEdits is Redate as edits of note.
func RedateEdits(note NoteID, body string, before, after Context) []LineEdit {
	if before.Date == after.Date {
		return nil
	}
	var edits []LineEdit
	s := newSheet(body)
	for i, line := range s.lines {
		if _, ok := before.readOf(&s, i); !ok || before.isEarlier(line) {
			continue // what was read of a line before an update does not depend on the day
		}
		if dated, ok := redateLine(line, before, after); ok {
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
	if got, ok := after.read(line); ok && sameItem(got.item, want) {
		return "", false
	}
	for _, try := range []string{before.datedText(line, r), line[:r.after] + Format(want, after)} {
		if got, ok := after.read(try); ok && sameItem(got.item, want) {
			return try, true
		}
	}
	return "", false
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
