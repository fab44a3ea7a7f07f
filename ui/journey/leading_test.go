//go:build journey

package journey

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/brief"
	"handback/storage"
)

// The people of the small team; the first in a journal is the manager.
const (
	ana = notes.PersonID(2)
	ben = notes.PersonID(3)
)

// smallTeam makes a journal of somebody to whom Ana and Ben report, and opens it.
func (m *manager) smallTeam(change func(today notes.Date) notes.Change) (file string) {
	m.Helper()
	file = filepath.Join(m.home, "journal.handback")
	j, err := storage.Open(file, storage.Options{Now: time.Now, Create: true})
	m.must(err)
	today := notes.DateOf(time.Now())
	report := func(name string) notes.Person {
		return notes.Person{Kind: notes.KindReport, Name: name, State: notes.StateHere, Since: today.AddDays(-400)}
	}
	made, err := j.Apply(notes.Change{Rows: []notes.Row{report("Ana Ruiz"), report("Ben Kofi")}})
	m.must(err)
	if len(made.IDs) != 2 || notes.PersonID(made.IDs[0]) != ana || notes.PersonID(made.IDs[1]) != ben {
		m.Fatalf("the people are %v", made.IDs)
	}
	_, err = j.Apply(change(today))
	m.must(err)
	m.must(j.Close())
	m.start("-journal", file)
	return file
}

// seesNot waits until none of the texts can be read, be it dark on light or light on dark.
func (m *manager) seesNot(texts ...string) {
	m.Helper()
	err := Wait(fmt.Sprintf("%q to be gone", texts), func() (bool, error) {
		for _, inverted := range []bool{false, true} {
			seen, err := m.display.read(inverted)
			if err != nil {
				return false, err
			}
			if slices.ContainsFunc(texts, func(text string) bool { _, ok := find(seen, text); return ok }) {
				return false, nil
			}
		}
		return true, nil
	})
	m.must(err)
}

const heldBodies = "select body from note where kind = 'held' order by id"

// TestCloseOneOnOne holds a one-on-one and closes it, all by keyboard; closed again it asks nothing.
func TestCloseOneOnOne(t *testing.T) {
	m := newManager(t, logging)
	file := m.smallTeam(func(today notes.Date) notes.Change {
		return notes.Change{Rows: []notes.Row{notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: today, Body: "topic: the rota"}}}
	})
	m.meetsAndDecides("decided: use the old tool")
	m.key("shift+Tab", "space") // from the editor to the button before it
	m.sees("Who decided?")
	m.key("Right", "Right", "Right") // Me, We, Ana
	m.key("Tab", "ctrl+a")
	next := notes.DateOf(time.Now()).AddDays(9)
	m.types(string(next))
	m.key("Return")
	const held = "topic: the rota\ndecided Ana: use the old tool"
	m.storedIn(file, []string{held}, heldBodies)
	m.storedIn(file, []string{string(next)}, "select date from note where kind = 'planned' and deleted_at is null")
	m.key("alt+Left")
	m.sees("You promised Ana") // in the meeting again
	m.key("shift+Tab", "space")
	m.sees("Show everything")
	m.seesNot("Who decided?")
	m.storedIn(file, []string{"1"}, "select count(*) from verdict where verdict = ?", brief.ClosedVerdict)
	m.storedIn(file, []string{held}, heldBodies)
	m.quit()
}

// TestSkipClosing skips what is asked at closing with one key; it is not asked again.
func TestSkipClosing(t *testing.T) {
	m := newManager(t, logging)
	file := m.smallTeam(func(today notes.Date) notes.Change {
		return notes.Change{Rows: []notes.Row{notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: today, Body: "topic: the rota"}}}
	})
	m.meetsAndDecides("decided: use the old tool")
	m.key("shift+Tab", "space")
	m.sees("Who decided?")
	m.key("Escape")
	m.storedIn(file, []string{"1"}, "select count(*) from verdict where verdict = ?", brief.ClosedVerdict)
	m.storedIn(file, []string{"topic: the rota\ndecided: use the old tool"}, heldBodies)
	m.key("alt+Left")
	m.sees("You promised Ana") // in the meeting again
	m.key("shift+Tab", "space")
	m.sees("Show everything")
	m.seesNot("Who decided?")
	m.quit()
}

// meetsAndDecides starts the one-on-one with Ana and types a line at the end of its note.
func (m *manager) meetsAndDecides(line string) {
	m.Helper()
	m.key("alt+d", "alt+Down", "ctrl+shift+o")
	m.sees("You promised Ana")
	m.types(line) // on a line of its own, at the end
}

// TestHandBackFromQueue hands an action that I hold to Ana: the line becomes hers, and what I say is on the agenda.
func TestHandBackFromQueue(t *testing.T) {
	m := newManager(t, logging)
	file := m.smallTeam(func(today notes.Date) notes.Change {
		return notes.Change{Rows: []notes.Row{
			notes.AreaLevel{Person: ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: today.AddDays(-90), Level: notes.Delegate}},
			notes.NewNote{
				Person: ana,
				Kind:   notes.HeldNote,
				Date:   today.AddDays(-7),
				Body:   "decided Ana: one queue #platform\ntodo me: choose the vendor #platform",
			},
			notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: today.AddDays(7), Body: "topic: the rota"},
		}}
	})
	m.key("alt+d")
	m.sees("Yours now, could be theirs")
	m.clicks("made 1 decision in #platform")
	m.sees("goes on Ana")
	m.key("ctrl+Return")
	m.storedIn(file, []string{"decided Ana: one queue #platform\ntodo: choose the vendor #platform"}, heldBodies)
	m.storedIn(
		file,
		[]string{"topic: the rota\nask: I've been holding on to this: “Choose the vendor”. Would you take it on, and what would you need from me?"},
		plannedBody,
	)
	m.sees("Handed back to Ana")
	m.seesNot("Yours now, could be theirs")
	m.quit()
}

// TestTurnTheirPageRound shows Ana her page and nothing else: nobody else is named. Esc turns it back.
func TestTurnTheirPageRound(t *testing.T) {
	m := newManager(t, logging)
	m.start("-sample")
	m.key("alt+d", "alt+Down", "alt+6")
	m.presses("Show to Ana")
	m.sees("Close this view", "Ana")
	m.must(m.display.Still())
	files, err := filepath.Glob(filepath.Join(m.home, "data", "handback", "sample", "*.handback"))
	m.must(err)
	if len(files) != 1 {
		m.Fatalf("the sample team is in %q", files)
	}
	people, err := rows(files[0], "select name from person where kind <> 'me' and name not like 'Ana %' order by id")
	m.must(err)
	if len(people) < 5 {
		m.Fatalf("the sample team is Ana and %q", people)
	}
	var names []string
	for _, name := range people {
		for _, word := range strings.Fields(name) {
			names = append(names, word, word+"'s")
		}
	}
	m.seesNot(names...)
	m.key("Escape")
	m.sees("Written for Ana to read", "Add a direct report")
	m.quit()
}

// TestStepInToHandBack steps in where a goal's day has passed, and hands it back.
func TestStepInToHandBack(t *testing.T) {
	m := newManager(t, logging)
	file := m.smallTeam(func(today notes.Date) notes.Change {
		return notes.Change{Rows: []notes.Row{
			notes.AreaLevel{Person: ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: today.AddDays(-90), Level: notes.Delegate}},
			notes.Goal{Person: ana, Title: "Rollout", Tag: "platform", Target: today.AddDays(-3), State: notes.GoalOpen},
			notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: today.AddDays(-7), Body: "todo me: write the plan #platform"},
		}}
	})
	m.key("alt+d", "alt+Down")
	m.clicks("Step in?")
	m.clicks("Decide this one")
	m.sees("How will you both know")
	m.types("two quiet weeks\n")
	m.storedIn(
		file,
		[]string{"Rollout two quiet weeks "},
		"select what || ' ' || exit_sign || ' ' || coalesce(handed_back, '') from step_in where person = 'Ana Ruiz'",
	)
	m.clicks("Hand it back")
	m.sees("What did Ana do well")
	m.types("told support each evening\n")
	m.storedIn(file, []string{"told support each evening"}, "select did_well from step_in where handed_back is not null")
	m.storedIn(file, []string{"todo: write the plan #platform"}, heldBodies)
	m.storedIn(file, []string{"told support each evening #platform"}, "select text from praise where person = 'Ana Ruiz'")
	m.storedIn(
		file,
		[]string{"1"},
		"select count(*) from agenda where person = 'Ana Ruiz' and note_kind in ('planned', 'journal') and text like '%look back on this%'",
	)
	m.storedIn(file, []string{"7"}, "select level from area_level order by date desc, id desc limit 1")
	m.seesNot("Hand it back", "Step in?")
	m.quit()
}

// TestCrisisInOneLine is in force at once, for two people.
func TestCrisisInOneLine(t *testing.T) {
	m := newManager(t, logging)
	file := m.smallTeam(func(notes.Date) notes.Change { return notes.Change{} })
	m.key("alt+d", "alt+Down", "ctrl+shift+e")
	m.sees("Starts now, for a week")
	m.types("the payment system is down")
	m.key("Tab", "Tab", "space") // past Ana, whose page it is, to Ben
	m.key("shift+Tab", "shift+Tab", "Return")
	const crisis = "select person || ': ' || what from step_in where crisis = 1 and handed_back is null and began = ? order by person"
	m.storedIn(
		file,
		[]string{"Ana Ruiz: the payment system is down", "Ben Kofi: the payment system is down"},
		crisis,
		string(notes.DateOf(time.Now())),
	)
	m.sees("The payment system is down", "Hand it back")
	m.key("alt+Down")
	m.sees("Ben Kofi", "The payment system is down")
	m.quit()
}

// askLeft is how many pixels left of "Add a goal" the words "Ask everyone one question" stand, which are not read.
const askLeft = 130

// TestAskEveryone puts one question on the agenda of everybody who is here, and of nobody who is away.
func TestAskEveryone(t *testing.T) {
	m := newManager(t, logging)
	file := m.smallTeam(func(today notes.Date) notes.Change {
		return notes.Change{Rows: []notes.Row{
			notes.Person{Kind: notes.KindReport, Name: "Chidi Okafor", State: notes.StateAway, Until: today.AddDays(30), Since: today.AddDays(-400)},
			notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: today.AddDays(7), Body: "topic: the rota"},
		}}
	})
	m.key("alt+t")
	add, err := m.app.look("Add a goal", m.app.FindButton)
	m.must(err)
	m.must(m.app.Click(add.Left-askLeft, add.Y))
	m.sees("It goes on the agenda for everyone")
	m.types("What should we stop doing?\n")
	m.storedIn(
		file,
		[]string{"Ana Ruiz: topic: the rota\nask: What should we stop doing?", "Ben Kofi: ask: What should we stop doing?"},
		"select p.name || ': ' || trim(n.body, char(10)) from note n join person p on p.id = n.person_id "+
			"where p.kind = 'report' and n.deleted_at is null order by p.id",
	)
	m.sees("Added to everyone's agenda", "no answer yet")
	m.quit()
}
