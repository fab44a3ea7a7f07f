package search

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// enter opens the screen on a journal with two people and a few notes.
func enter(t *testing.T, place room.Place) (*roomtest.Host, *team) {
	t.Helper()
	h := roomtest.Open(t)
	w := &team{ana: roomtest.Person(t, h.J, "Ana Ruiz"), ben: roomtest.Person(t, h.J, "Ben Kofi")}
	w.plan = roomtest.Note(
		t,
		h.J,
		w.ana,
		"2026-11-20",
		"# One-on-one\n\ndecided Ana: move the rollout to January #platform\nShe was sure of it.\n",
	)
	w.old = roomtest.Note(t, h.J, w.ana, "2026-02-03", "We spoke of the rollout at length.\n")
	w.bens = roomtest.Note(t, h.J, w.ben, "2026-11-10", "todo: warn support before the rollout by 4 Dec\n")
	place.Screen = room.Search
	if place.Person == -1 {
		place.Person = w.ana
	}
	h.Enter(New(h, place), place)
	return h, w
}

type team struct {
	ana, ben        notes.PersonID
	plan, old, bens notes.NoteID
}

func TestSearchFindsAsOneTypes(t *testing.T) {
	h, w := enter(t, room.Place{})
	h.Sees("Type a word or two")
	if h.Focused() != "search.text" {
		t.Fatalf("the keyboard is at %q", h.Focused())
	}
	h.Type("search.text", "roll")
	h.Sees("3 lines in 3 notes", "Ana Ruiz", "Ben Kofi")
	h.Type("search.text", "out janu")
	h.Sees("1 line in 1 note", "20 Nov, one-on-one", "#platform", "Ana decided")
	h.Press(fyne.KeyReturn)
	want := room.Place{Screen: room.Notes, Person: w.ana, Note: w.plan, Line: 3}
	if len(h.Places) == 0 || h.Places[len(h.Places)-1] != want {
		t.Errorf("went to %+v, not to %+v", h.Places, want)
	}
}

func TestSearchByKeyboard(t *testing.T) {
	h, _ := enter(t, room.Place{Text: "rollout"})
	h.Tap("search.order")
	h.Sees("Newest first")
	h.Focus("search.text")
	h.Press(fyne.KeyDown)
	h.Press(fyne.KeyDown)
	h.Press(fyne.KeyDown) // stays on the last
	h.Press(fyne.KeyUp)
	h.Press(fyne.KeyReturn)
	if to := h.Places[len(h.Places)-1]; to.Screen != room.Notes || h.Person(to.Person).Name != "Ben Kofi" {
		t.Errorf("opened %+v", to)
	}
	h.Press(fyne.KeyEscape)
	if got := h.Ran[len(h.Ran)-1]; got != "key Escape" {
		t.Errorf("Esc did not reach the window: %q", got)
	}
}

func TestSearchWithinLimits(t *testing.T) {
	h, _ := enter(t, room.Place{Text: "rollout", Person: -1})
	h.Sees("2 lines in 2 notes")
	h.Tap("search.when")
	h.Tap("menu/This month")
	h.Sees("1 line in 1 note", "1 Nov – 30 Nov")
	h.Tap("search.person")
	h.Tap("menu/Everyone")
	h.Sees("2 lines in 2 notes", "Ben Kofi")
	h.Tap("search.label")
	h.Tap("menu/todo")
	h.Sees("1 line in 1 note", "open, due Fri 4 Dec")
	h.SeesNot("Ana decided")
	h.Tap("search.label")
	h.Tap("menu/decided")
	h.Tap("search.tag")
	h.Tap("menu/#platform")
	h.Sees("1 line in 1 note", "Ana decided")
	h.Tap("search.person")
	h.Tap("menu/Ben Kofi")
	h.Sees("Nothing found with these filters.")
	if got := text(h); got != "rollout on:this-month label:decided #platform person:Ben " {
		t.Errorf("the field says %q", got)
	}
	h.Tap("search.further")
	h.Sees("3 lines in 3 notes")
	if h.Focused() != "search.text" || text(h) != "rollout" {
		t.Errorf("the keyboard is at %q, the field says %q", h.Focused(), text(h))
	}
}

// text is what stands in the field.
func text(h *roomtest.Host) string { return h.Find("search.text").(*widgets.Entry).Text }

func TestSearchBetweenTwoDays(t *testing.T) {
	h, _ := enter(t, room.Place{Text: "rollout"})
	h.Tap("search.when")
	h.Tap("menu/Pick dates …")
	h.Fill("search.from", "31 Feb")
	h.Tap("dialog/confirm")
	h.Sees("That isn't a date.")
	h.Fill("search.from", "2026-03-01")
	h.Fill("search.to", "2026-02-01")
	h.Tap("dialog/confirm")
	h.Sees("That's before the first day.")
	h.Fill("search.from", "1 Jan")
	h.Fill("search.to", "31 Mar")
	h.Tap("dialog/confirm")
	h.Sees("1 line in 1 note", "since 1 Jan", "until 31 Mar", "3 Feb, one-on-one")
}

func TestALateAnswerNeverOverwritesANewerOne(t *testing.T) {
	h, _ := enter(t, room.Place{})
	h.Hold = true
	h.Fill("search.text", "support")
	h.Fill("search.text", "length")
	h.Answer(1)
	h.Sees("1 line in 1 note", "spoke of the rollout at")
	h.Answer(0)
	h.SeesNot("warn")
	h.Fill("search.text", "")
	h.Answer(1)
	h.Sees("Type a word or two")
}

func TestNoTextIsAnError(t *testing.T) {
	h, _ := enter(t, room.Place{})
	for _, text := range []string{
		`"`, `"rollout`, `*`, `roll*`, `NEAR(`, `NEAR(rollout january, 2)`, `a AND`, `OR`, `body:x`, `{body}: x`, `^x`, `-x`, `(((`, `'; DROP TABLE note; --`,
		strings.Repeat("rollout ", 625), strings.Repeat("x", 5000), "\x00", "🙂", "שלום", "\\", "%_",
	} {
		h.Fill("search.text", text)
		h.SeesNot("search failed")
		if len(h.Shown) > 0 {
			t.Errorf("%.30q: %v", text, h.Shown)
		}
	}
	h.Fill("search.text", `"rollout`)
	h.Sees("3 lines in 3 notes")
}

func TestAMegabyteIsPasted(t *testing.T) {
	h, _ := enter(t, room.Place{})
	h.Paste("search.text", strings.Repeat("rollout ", 500))
	h.Sees("3 lines in 3 notes")
	h.Paste("search.text", strings.Repeat("rollout\n", 120_000))
	h.Sees("3 lines in 3 notes")
	if len(h.Said) != 1 {
		t.Errorf("said %q", h.Said)
	}
}

func TestMoreResultsAreOnePressAway(t *testing.T) {
	h, w := enter(t, room.Place{})
	for range 30 {
		roomtest.Note(t, h.J, w.ben, "2026-10-01", "About the harvest.\n")
	}
	h.Fill("search.text", "harvest")
	h.Sees("more than 10 notes")
	h.Pass(countAfter) // nobody types
	h.Sees("30 lines in 30 notes")
	for range 20 {
		h.Press(fyne.KeyDown)
	}
	h.Sees("30 lines in 30 notes")
	if !h.Has("search.hit.29") {
		t.Error("the rest is not drawn")
	}
}

// TestWhatMatchesIsCountedUpToABound and what is looked for next is counted anew.
func TestWhatMatchesIsCountedUpToABound(t *testing.T) {
	h, w := enter(t, room.Place{})
	rows := make([]notes.Row, mostCounted+1)
	for i := range rows {
		rows[i] = notes.NewNote{Person: w.ana, Kind: notes.JournalNote, Date: "2025-11-03", Body: "About the harvest."}
	}
	if _, err := h.J.Apply(notes.Change{Rows: rows}); err != nil {
		t.Fatal(err)
	}
	for range 12 {
		roomtest.Note(t, h.J, w.ben, "2026-10-01", "About the orchard.\n")
	}
	h.Fill("search.text", "harvest")
	h.Pass(countAfter)
	h.Sees("more than 200 notes")
	h.Fill("search.text", "orchard")
	h.Sees("more than 10 notes")
	h.Fill("search.text", "harvest")
	h.Pass(countAfter)
	h.Fill("search.text", "orchard")
	h.SeesNot("200")
	h.Pass(countAfter)
	h.Sees("12 lines in 12 notes")
}

func TestBackComesBackToTheSearch(t *testing.T) {
	h, w := enter(t, room.Place{})
	h.Fill("search.text", "support")
	h.Press(fyne.KeyReturn)
	want := room.Place{Screen: room.Search, Text: "support"}
	if h.Places[0] != want {
		t.Errorf("what was looked for is not kept: %+v", h.Places)
	}
	r := New(h, room.Place{Screen: room.Search, Text: "length", Person: w.ana})
	h.Enter(r, room.Place{Screen: room.Search, Person: w.ana, Text: "length"})
	h.Sees("1 line in 1 note", "Ana")
}

func TestGoalsAreFoundAmongTheNotes(t *testing.T) {
	h, w := enter(t, room.Place{})
	goal := roomtest.Do(t, h.J, notes.Goal{Person: w.ana, Title: "A rollout without me", State: notes.GoalOpen, Start: "2026-11-01"})[0]
	h.Reload()
	h.Fill("search.text", "rollout")
	h.Sees("3 lines in 3 notes, 1 goal", "Ana Ruiz", "·  goal", "A rollout without me")
	h.Press(fyne.KeyDown)
	h.Press(fyne.KeyDown)
	h.Press(fyne.KeyReturn)
	want := room.Place{Screen: room.Growth, Person: w.ana, Goal: notes.GoalID(goal)}
	if got := h.Places[len(h.Places)-1]; got != want {
		t.Errorf("opened %+v, want %+v", got, want)
	}
	h.Tap("search.label")
	h.Tap("menu/todo")
	h.SeesNot("without me")
}

func TestEveryLabelIsInTheFilterOfLabels(t *testing.T) {
	for _, l := range notes.Labels {
		t.Run(string(l), func(t *testing.T) {
			h, w := enter(t, room.Place{Text: "cupboard"})
			roomtest.Note(t, h.J, w.ben, "2026-11-11", string(l)+": the cupboard\n")
			roomtest.Note(t, h.J, w.ben, "2026-11-12", "no cupboard here\n")
			h.Tap("search.label")
			h.Tap("menu/" + string(l))
			h.Sees("1 line in 1 note", "11 Nov")
		})
	}
}

func TestEveryLineOfANoteIsListedUnderIt(t *testing.T) {
	h, w := enter(t, room.Place{})
	id := roomtest.Note(t, h.J, w.ben, "2026-11-11", "# Budget\n\nprose on the harvest\ntodo: count the harvest by 4 Dec\nno word of it\n- the Harvest\n")
	h.Fill("search.text", "harvest")
	h.Sees("3 lines in 1 note", "Ben Kofi", "11 Nov, one-on-one", "Budget", "prose on the", "count the", "open, due Fri 4 Dec")
	h.SeesNot("no word")
	for i, line := range []int{3, 4, 6} {
		h.Tap("search.hit." + strconv.Itoa(i))
		want := room.Place{Screen: room.Notes, Person: w.ben, Note: id, Line: line}
		if got := h.Places[len(h.Places)-1]; got != want {
			t.Errorf("line %d opened %+v, not %+v", i, got, want)
		}
	}
}

func TestWhatIsFoldedIsUnfolded(t *testing.T) {
	h, w := enter(t, room.Place{})
	long := roomtest.Note(t, h.J, w.ben, "2026-11-11", strings.Repeat("the harvest\n", 70))
	roomtest.Note(t, h.J, w.ana, "2026-10-01", strings.Repeat("a harvest\n", 20))
	h.Fill("search.text", "harvest")
	h.Tap("search.order") // newest first
	h.Sees("90 lines in 2 notes", "67 more lines", "17 more lines")
	h.Focus("search.text")
	for range 3 {
		h.Press(fyne.KeyDown)
	}
	h.Press(fyne.KeyReturn)
	h.Sees("90 lines in 2 notes", "17 more lines")
	if h.Focused() != "search.text" {
		t.Errorf("the keyboard is at %q", h.Focused())
	}
	h.Press(fyne.KeyReturn) // the first of them is chosen
	want := room.Place{Screen: room.Notes, Person: w.ben, Note: long, Line: 4}
	if got := h.Places[len(h.Places)-1]; got != want {
		t.Errorf("opened %+v, not %+v", got, want)
	}
	h.Tap("search.unfold." + strconv.FormatInt(int64(long), 10))
	h.Sees("17 more lines")
	if !h.Has("search.hit.69") || h.Has("search.unfold."+strconv.FormatInt(int64(long), 10)) {
		t.Errorf("not all of the first note is there: %q", h.Keys())
	}
	h.Type("search.text", "s")
	h.Sees("Nothing found")
	h.Fill("search.text", "harvest")
	h.Sees("67 more lines")
}

func TestQuotesSearchAPhrase(t *testing.T) {
	h, w := enter(t, room.Place{})
	roomtest.Note(t, h.J, w.ben, "2026-11-11", "the on-call rota\nrota on call\n")
	h.Type("search.text", `"on call ro`)
	h.Sees("1 line in 1 note", "the", "on-call rota")
	h.SeesNot("rota on call")
	h.Type("search.text", `ta"`)
	h.Sees("1 line in 1 note")
	h.Type("search.text", ` nowhere`)
	h.Sees("Nothing found")
	roomtest.Do(t, h.J, notes.Goal{Person: w.ana, Title: "Own the on-call rota", State: notes.GoalOpen, Start: "2026-11-01"})
	h.Reload()
	h.Fill("search.text", `"on call rota"`)
	h.Sees("1 line in 1 note, 1 goal")
	h.Fill("search.text", `"rota on call"`)
	h.Sees("1 line in 1 note")
	h.SeesNot("1 goal")
}

// TestSearchSaysWhatItDoesNotFindYet searches behind an import, before a quiet moment has come to all of it.
func TestSearchSaysWhatItDoesNotFindYet(t *testing.T) {
	h, w := enter(t, room.Place{})
	rows := make([]notes.Row, 300)
	for i := range rows {
		rows[i] = notes.NewNote{Person: w.ana, Kind: notes.JournalNote, Date: "2025-11-03", Body: "onboarding"}
	}
	if _, err := h.J.Apply(notes.Change{Rows: rows}); err != nil {
		t.Fatal(err)
	}
	const waits = "Handback is still going through your notes."
	h.SeesNot(waits)
	h.Type("search.text", "onb")
	h.Sees("more than 10 notes", waits)
	h.Type("search.text", "xyz")
	h.Sees("Nothing found.", waits)
	if err := h.J.(interface{ Idle() error }).Idle(); err != nil {
		t.Fatal(err)
	}
	h.Fill("search.text", "nboard")
	h.Sees("more than 10 notes")
	h.SeesNot(waits)
}
