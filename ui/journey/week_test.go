//go:build journey

package journey

import "testing"

// theNotes are the texts of Ana's notes, oldest first.
const theNotes = "select body from note where deleted_at is null and person_id = (select id from person where name = 'Ana Ruiz') order by id"

// TestAWeekFromNothing is the first week of somebody who has read no help: on an empty journal every way to a note takes
// the words that are typed right after it, a second note of the day is a second note, and what is private is not seen by
// who sits beside the screen, nor after the meeting until it is asked for.
func TestAWeekFromNothing(t *testing.T) {
	m := newManager(t, logging)
	m.start()
	m.beginsJournal()
	m.writesInEveryWay()
	m.findsAndGoesOn()
	m.meetsBesideHer()
	m.quit()
}

func (m *manager) writesInEveryWay() {
	m.Helper()
	m.key("alt+Down", "alt+2")
	m.types("Monday, at once")
	m.stored([]string{"Monday, at once"}, theNotes)
	m.key("ctrl+n")
	m.types("Monday, a second note")
	m.stored([]string{"Monday, at once", "Monday, a second note"}, theNotes)
	m.key("alt+1")
	m.sees("Agenda")
	m.key("ctrl+n")
	m.types("from Prep")
	m.stored([]string{"Monday, at once", "Monday, a second note", "from Prep"}, theNotes)
	m.key("alt+d", "alt+Down", "ctrl+k")
	m.types("new note\n")
	m.types("from the switcher")
	m.stored([]string{"Monday, at once", "Monday, a second note", "from Prep", "from the switcher"}, theNotes)
}

// findsAndGoesOn opens a note where a line was found and writes on at its end.
func (m *manager) findsAndGoesOn() {
	m.Helper()
	m.key("ctrl+shift+f")
	m.types("\"second note\"")
	m.clicks("Monday, a")
	m.types(" and more")
	m.stored([]string{"Monday, at once", "Monday, a second note and more", "from Prep", "from the switcher"}, theNotes)
}

func (m *manager) meetsBesideHer() {
	m.Helper()
	m.key("alt+1", "ctrl+shift+o")
	m.sees("Add a topic")
	m.types("private: the raise\nwe spoke of nights")
	m.seesNot("raise")
	m.key("Escape")
	m.sees("Show everything")
	m.key("alt+1") // on the way elsewhere it is asked first, and staying is the safe answer
	m.sees("Keep it folded")
	m.key("Return")
	m.seesNot("raise", "Kofi", "Keep it folded")
	m.clicks("Show everything")
	m.sees("raise")
}
