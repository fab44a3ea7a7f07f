package today

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// morning is when all of these tests take place: a Tuesday.
var morning = time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)

func empty(t *testing.T) *roomtest.Host {
	t.Helper()
	return roomtest.Open(t, roomtest.At(morning))
}

func enter(h *roomtest.Host) *Today {
	r := New(h, false)
	h.Enter(r, room.Place{Screen: room.Today})
	return r
}

// withTeam is the room on a journal of the sample team.
func withTeam(t *testing.T) (*roomtest.Host, *Today) {
	t.Helper()
	h := roomtest.Open(t, roomtest.At(morning), roomtest.Sample)
	return h, enter(h)
}

func quiet(t *testing.T, h *roomtest.Host) {
	t.Helper()
	for _, err := range h.Shown {
		t.Errorf("an error was shown: %v", err)
	}
}

func TestTodayOfATeam(t *testing.T) {
	h, r := withTeam(t)
	h.Sees("Tuesday 1 December", "Next one-on-ones", "You promised")
	for _, p := range h.People() {
		if p.Kind == notes.KindReport {
			h.Sees(p.Name)
		}
	}
	last := -1
	for i, m := range r.page.Meetings {
		if m.Next == brief.PrepareNext {
			if last >= 0 && last != i-1 {
				t.Errorf("%s stands after somebody without a date", m.Person.Name)
			}
			last = i
		}
	}
	if len(r.page.IOwe) == 0 || last < 0 {
		t.Errorf("the sample owes %d and meets %d", len(r.page.IOwe), last+1)
	}
	quiet(t, h)
}

func TestTodayOfNobody(t *testing.T) {
	h := empty(t)
	enter(h)
	h.Sees("No one-on-ones today.", "You have no open promises.")
	h.Tap("add")
	if !slices.Equal(h.Ran, []string{"person.add"}) {
		t.Errorf("ran %q", h.Ran)
	}
	quiet(t, h)
}

func TestALineAndItsButtonLeadToTheBrief(t *testing.T) {
	h, r := withTeam(t)
	first := r.page.Meetings[0]
	key := startsWith(t, h, "meeting/")
	h.Tap(key)
	h.Tap(key + "/do")
	want := room.Place{Screen: room.Prep, Person: first.Person.ID}
	if !slices.Equal(h.Places, []room.Place{want, want}) {
		t.Errorf("went to %+v", h.Places)
	}
}

func startsWith(t *testing.T, h *roomtest.Host, prefix string) string {
	t.Helper()
	for _, k := range h.Keys() {
		if strings.HasPrefix(k, prefix) {
			return k
		}
	}
	t.Fatalf("nothing begins with %q in %q", prefix, h.Keys())
	return ""
}

func TestTickingAPromiseByKeyboard(t *testing.T) {
	h, r := withTeam(t)
	owed := slices.Clone(r.page.IOwe)
	before, err := h.J.Note(owed[0].Note)
	if err != nil {
		t.Fatal(err)
	}
	h.Type(promiseKey(owed[0])+"/done", " ")
	if len(r.page.IOwe) != len(owed)-1 || !slices.Equal(h.Said, []string{"Done"}) {
		t.Errorf("%d promises are left of %d; said %q", len(r.page.IOwe), len(owed), h.Said)
	}
	if want := promiseKey(owed[1]) + "/done"; h.Focused() != want {
		t.Errorf("the keyboard is at %q, not at %q", h.Focused(), want)
	}
	h.TakeBack()
	after, err := h.J.Note(owed[0].Note)
	if err != nil || after.Body != before.Body || len(r.page.IOwe) != len(owed) {
		t.Errorf("undo gives %q, %v", after.Body, err)
	}
	quiet(t, h)
}

func TestAPromiseOpensItsNote(t *testing.T) {
	h, r := withTeam(t)
	line := r.page.IOwe[0]
	h.Tap(promiseKey(line))
	if got := h.Places[0]; got.Note != line.Note || got.Line != line.Line || got.Person != line.NotePerson {
		t.Errorf("went to %+v", got)
	}
}

func TestPickADateFromToday(t *testing.T) {
	h, r := withTeam(t)
	at := slices.IndexFunc(r.page.Meetings, func(m brief.MeetingLine) bool { return m.Next == brief.PickADateNext })
	if at < 0 {
		t.Fatal("everybody of the sample has a date")
	}
	who := r.page.Meetings[at].Person
	h.Tap(meetingKey(who.ID) + "/do")
	h.Fill("schedule/day", "tomorrow")
	h.Fill("schedule/time", "9")
	h.Press(fyne.KeyReturn)
	n, err := h.J.PlannedNote(who.ID)
	if err != nil || n.Date != "2026-12-02" || n.At != "09:00" {
		t.Errorf("%+v, %v", n.NoteHead, err)
	}
	h.Sees("tomorrow 9:00")
	quiet(t, h)
}

func TestAPromiseThatCannotBeTickedStaysOpen(t *testing.T) {
	h, r := withTeam(t)
	key := promiseKey(r.page.IOwe[0]) + "/done"
	h.FailWrites(notes.ErrFull)
	h.BoxGoesBack(key)
	h.FailWrites(nil)
	h.J = roomtest.Stale{Journal: h.J}
	h.Reload()
	h.BoxGoesBack(key)
}

func TestAJournalThatCanOnlyBeReadIsShown(t *testing.T) {
	h, r := withTeam(t)
	h.Seal()
	h.Reload()
	if box := h.Find(promiseKey(r.page.IOwe[0]) + "/done").(*widgets.Checkbox); !box.Disabled() {
		t.Error("a promise can be ticked")
	}
	h.SeesNot("Pick a date")
}

// starting is the room on a journal of the sample team as the app starts with it: what it reads later is held.
func starting(t *testing.T) (*roomtest.Host, *Today) {
	t.Helper()
	h := roomtest.Open(t, roomtest.At(morning), roomtest.Sample)
	h.Hold = true
	r := New(h, true)
	h.Enter(r, room.Place{Screen: room.Today})
	return h, r
}

func TestAtTheStartTheRestComesOnceItIsRead(t *testing.T) {
	h, _ := starting(t)
	h.Sees("Next one-on-ones", "You promised")
	h.SeesNot("they could take")
	h.Answer(0)
	h.Sees("Yours now, could be theirs")
	quiet(t, h)
}

func TestALateAnswerDoesNotTakeTheNewersPlace(t *testing.T) {
	h, r := starting(t)
	h.Reload()
	if len(r.hold) == 0 {
		t.Fatal("a second reading waits for nothing")
	}
	newest := r.rest
	r.rest.hold = r.rest.hold[:1]
	h.Answer(0)
	if len(r.rest.hold) != 1 {
		t.Errorf("the first reading replaced the second: %d lines, %d in the newest", len(r.rest.hold), len(newest.hold))
	}
}

func TestManyPromisesAreShownByATap(t *testing.T) {
	h := empty(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	for i := range 14 {
		roomtest.Note(t, h.J, ana, h.Today().AddDays(i-20), fmt.Sprintf("todo me: promise no. %02d", i))
	}
	enter(h)
	h.Sees("You promised", "14", "Promise no. 00", "Promise no. 09", "Show all")
	h.SeesNot("Promise no. 10")
	h.Tap("owe.all")
	h.Sees("Promise no. 00", "Promise no. 13")
	h.SeesNot("Show all")
	quiet(t, h)
}

func TestAStepInStandsOnTodayUntilItIsHandedBack(t *testing.T) {
	h, _ := withTeam(t)
	ana := notes.PersonID(0)
	for _, p := range h.People() {
		if p.First() == "Ana" {
			ana = p.ID
		}
	}
	done, err := h.J.Apply(notes.Change{Rows: []notes.Row{notes.SteppingIn{
		Crisis: true, What: "The outage in Gdynia", People: []notes.PersonID{ana}, Began: h.Today(), Ends: h.Today().AddDays(7),
	}}})
	if err != nil {
		t.Fatal(err)
	}
	h.Reload()
	key := fmt.Sprintf("lead/%d", done.IDs[0])
	if !strings.Contains(h.Text(), "You're leading through this crisis until 8 Dec: “The outage in Gdynia”") {
		t.Fatalf("it is not on Today:\n%s", h.Text())
	}
	h.Tap(key)
	if want := (room.Place{Screen: room.Prep, Person: ana}); h.Places[len(h.Places)-1] != want {
		t.Errorf("it leads to %+v", h.Places)
	}
	h.Tap(key + "/back")
	h.Type("stepin.well", "Kept calm")
	h.Tap(widgets.DialogConfirm)
	if h.Find(key) != nil {
		t.Errorf("handed back it is still on Today:\n%s", h.Text())
	}
	h.TakeBack()
	if h.Find(key) == nil {
		t.Error("taken back it is not on Today")
	}
	quiet(t, h)
}
