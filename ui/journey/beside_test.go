//go:build journey

package journey

import (
	"testing"

	"handback/notes"
)

// TestBesideThem writes what is not for Ana's eyes with her beside the screen: it folds when the caret leaves it, undo
// brings it up back to be edited, and after the meeting the note stays folded until it is asked for. Ctrl+Shift+L empties the
// window, over a dialog too.
func TestBesideThem(t *testing.T) {
	m := newManager(t, logging)
	file := m.smallTeam(func(today notes.Date) notes.Change {
		return notes.Change{Rows: []notes.Row{notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: today, Body: "topic: the rota"}}}
	})
	m.meetsAndDecides("private: parental leave")
	m.sees("parental leave")
	m.key("Return")
	m.sees("1 line folded")
	m.seesNot("parental leave")
	m.key("ctrl+z")
	m.sees("parental leave")
	m.types(" in May\nwe talked about trains")
	m.seesNot("parental leave")
	m.storedIn(file, []string{"topic: the rota\nprivate: parental leave in May\nwe talked about trains\n"}, heldBodies)
	m.key("ctrl+shift+l")
	m.seesNot("about", "Ana", "One-on-one")
	m.key("a")
	m.sees("Show my journal")
	m.key("Return")
	m.sees("about")
	m.key("Escape")
	m.sees("Show everything", "about")
	m.seesNot("parental leave", "Ben")
	m.clicks("Show everything")
	m.sees("parental leave", "Filed from this note")
	m.quit()
}
