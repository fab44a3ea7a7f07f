package decisions_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/decisions"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// bench is the screen of Ana in a journal of its own, on Monday 23 November 2026.
type bench struct {
	*roomtest.Host
	ana  notes.PersonID
	room room.Room
}

func open(t *testing.T) *bench {
	t.Helper()
	h := roomtest.Open(t)
	return &bench{Host: h, ana: roomtest.Person(t, h.J, "Ana Ruiz")}
}

func (b *bench) enter() {
	b.T.Helper()
	place := room.Place{Screen: room.Decisions, Person: b.ana}
	b.room = decisions.New(b, place)
	b.Enter(b.room, place)
}

func (b *bench) held(day notes.Date, lines ...string) notes.NoteID {
	b.T.Helper()
	return roomtest.Note(b.T, b.J, b.ana, day, strings.Join(lines, "\n"))
}

// area makes an area with levels, in pairs of a day and a level.
func (b *bench) area(tag string, levels ...notes.DatedLevel) {
	b.T.Helper()
	roomtest.Do(b.T, b.J, notes.Area{Person: b.ana, Tag: tag})
	for _, l := range levels {
		roomtest.Do(b.T, b.J, notes.AreaLevel{Person: b.ana, Tag: tag, DatedLevel: l})
	}
}

func (b *bench) areaOf(tag string) notes.Area {
	b.T.Helper()
	areas, err := b.J.Areas(b.ana)
	if err != nil {
		b.T.Fatal(err)
	}
	return notes.AreaOf(areas, tag)
}

func (b *bench) body(id notes.NoteID) string {
	b.T.Helper()
	n, err := b.J.Note(id)
	if err != nil {
		b.T.Fatal(err)
	}
	return n.Body
}

func (b *bench) decided() []notes.Filed {
	b.T.Helper()
	lines, err := b.J.Decisions(b.ana, "")
	if err != nil {
		b.T.Fatal(err)
	}
	return lines
}

// quarter is a season of decisions in platform, of which seven count and five are at or beyond the level.
func (b *bench) quarter() {
	b.T.Helper()
	b.area("platform", notes.DatedLevel{From: "2026-03-02", Level: notes.Consult}, notes.DatedLevel{From: "2026-09-25", Level: notes.Advise})
	b.held("2026-09-11", "decided me: Freeze the schema #platform", "decided we: Name the team")
	b.held("2026-09-25", "decided Ana: Split the service #platform")
	b.held("2026-10-09", "decided Ana: Skip the October release #platform", "decided Ana: Paint the room")
	b.held("2026-10-23")
	b.held("2026-11-06", "decided me: Keep the old alert tool #platform", "decided Ana: Alert rules #platform")
	b.held("2026-11-20", "decided me: Use Kafka #platform", "decided Ana: Move the rollout #platform")
}

func TestAnEmptyScreenSaysWhatItIsForAndOffersTheFirstArea(t *testing.T) {
	b := open(t)
	b.enter()
	b.Sees("Agree with Ana on who decides what")
	b.SeesNot("Decision log", "now → target", "Questions that worked")
	b.Tap("decisions/first")
	b.Type("area/form/tag", "two words")
	b.Tap("dialog/confirm")
	b.Sees("Use one word that starts with a letter")
	b.Fill("area/form/tag", "#Hiring")
	b.Type("area/form/limits", "both of us say yes")
	b.Tap("dialog/confirm")
	a := b.areaOf("hiring")
	if a.ID == 0 || a.Limits != "both of us say yes" || len(a.Levels) != 0 {
		t.Fatalf("area: %+v; shown: %v", a, b.Shown)
	}
	b.Sees("#hiring", "no level yet", "both of us say yes", "No decisions noted", "No one-on-ones in the last 90 days.")
	b.Tap("area/add")
	b.Type("area/form/tag", "hiring")
	b.Tap("dialog/confirm")
	b.Sees("There's already an area #hiring")
}

func TestOneTapSaysWhoseCallItIsFromTodayAndAFinerLevelStays(t *testing.T) {
	b := open(t)
	b.area("platform", notes.DatedLevel{From: "2026-09-25", Level: notes.Inquire})
	b.enter()
	id := "area/1/"
	b.Sees("Inquire", "since 25 Sep")
	b.Focus(id + "call")
	b.Press(fyne.KeyReturn) // Theirs is chosen and confirmed: Inquire is theirs already
	if got := b.areaOf("platform").Levels; len(got) != 1 {
		t.Fatalf("levels: %+v", got)
	}
	b.Press(fyne.KeyLeft)
	want := []notes.DatedLevel{{From: "2026-09-25", Level: notes.Inquire}, {From: "2026-11-23", Level: notes.Agree}}
	if got := b.areaOf("platform").Levels; len(got) != 2 || got[1] != want[1] || got[0] != want[0] {
		t.Errorf("levels: %+v", got)
	}
	b.Sees("Agree", "since today")
	b.Press(fyne.KeyLeft)
	b.Sees("Consult")
	b.Tap(id + "tag")
	b.Tap("menu/Sell  ·  I decide and say why")
	if got := b.areaOf("platform").LevelOn("2026-11-23"); got != notes.Sell {
		t.Errorf("level: %v", got)
	}
	b.TakeBack()
	b.Sees("Consult")
}

func TestTheDatedHistoryIsOneTapAway(t *testing.T) {
	b := open(t)
	b.area("platform", notes.DatedLevel{From: "2026-03-02", Level: notes.Consult}, notes.DatedLevel{From: "2026-09-25", Level: notes.Advise})
	b.enter()
	b.SeesNot("2 Mar")
	b.Tap("area/1/since")
	b.Sees("25 Sep", "I advise, they decide", "2 Mar", "I ask first, then decide")
	b.Tap("area/1/level/2026-03-02")
	if got := b.areaOf("platform").Levels; len(got) != 1 || got[0].From != "2026-09-25" {
		t.Errorf("levels: %+v", got)
	}
	b.TakeBack()
	b.Sees("2 Mar")
}

func TestLimitsAreEditedInPlace(t *testing.T) {
	b := open(t)
	b.area("releases")
	b.enter()
	b.Sees("What are the limits?")
	b.Tap("area/1/limits")
	b.Type("area/limits/text", "no release on a Friday")
	b.Reload() // what is typed outlives what others change
	b.Tap("area/limits/save")
	if got := b.areaOf("releases").Limits; got != "no release on a Friday" {
		t.Errorf("limits: %q", got)
	}
	b.SeesNot("Save")
	b.Tap("area/1/limits")
	b.Type("area/limits/text", "s")
	if got := b.Text(); !strings.Contains(got, "no release on a Fridays") {
		t.Errorf("one types somewhere else: %s", got)
	}
	b.Fill("area/limits/text", "never mind")
	b.Press(fyne.KeyEscape)
	b.Sees("no release on a Friday")
	b.Tap("area/1/limits")
	b.Fill("area/limits/text", "tests are green")
	if err := b.room.(room.Leaver).Leave(); err != nil {
		t.Fatal(err)
	}
	if got := b.areaOf("releases").Limits; got != "tests are green" {
		t.Errorf("limits after leaving: %q", got)
	}
	b.Tap("area/1/limits")
	b.Fill("area/limits/text", strings.Repeat("x", 5001))
	if b.room.(room.Leaver).Leave() == nil {
		t.Error("too long a text was left behind")
	}
	b.Sees("That's too long")
	b.Choose("area/1/tag", "Delete area")
	if err := b.room.(room.Leaver).Leave(); err != nil {
		t.Errorf("what was deleted meanwhile keeps the room: %v", err)
	}
}

func TestADeletedAreaComesBack(t *testing.T) {
	b := open(t)
	b.area("platform", notes.DatedLevel{From: "2026-09-25", Level: notes.Advise})
	b.held("2026-11-20", "decided me: Use Kafka #platform")
	b.enter()
	b.Sees("you decided more than you'd agreed to")
	b.Choose("area/1/tag", "Delete area")
	b.Sees("no area", "Use Kafka")
	b.SeesNot("you decided more than you'd agreed to")
	b.TakeBack()
	b.Sees("you decided more than you'd agreed to", "since 25 Sep")
}

func TestTheMirrorSaysKOfNWithItsRangeAndCoverage(t *testing.T) {
	b := open(t)
	b.quarter()
	b.enter()
	b.Sees("Decisions left to them as agreed, or beyond that: 5 of 7", "3 mine", "1 shared", "5 Ana's", "Decisions noted in 5 of 6 one-on-ones.",
		"2 decisions have no area, so they aren't among the 7.", "11 Sep", "none")
	b.SeesNot("Wilson")
	b.Tap("who/detail")
	b.Sees("36% and 92% (95% confidence)", "9 Oct: 2 Ana's", "23 Oct: none", "6 Nov: 1 mine, 1 Ana's")
}

func TestTooFewIsSaidAndTheLedgerListsThem(t *testing.T) {
	b := open(t)
	b.area("platform", notes.DatedLevel{From: "2026-09-25", Level: notes.Advise})
	b.held("2026-11-20", "decided me: Use Kafka #platform", "decided: Buy licences #platform")
	b.enter()
	b.Sees("Too few to say.", "Use Kafka", "Decisions noted in 1 of 1 one-on-one.", "1 decision doesn't say who decided.")
	b.SeesNot("1 of 1 at", "beyond")
}

func TestWhatWasTakenInAStepInIsApart(t *testing.T) {
	b := open(t)
	b.quarter()
	roomtest.Do(t, b.J, notes.SteppingIn{
		People: []notes.PersonID{b.ana}, What: "the launch", Tag: "platform", Help: notes.HelpDecide, Reason: "the date",
		Began: "2026-11-10", Ends: "2026-11-24", ExitSign: "green", Sentence: "I decide until then",
	})
	b.enter()
	b.Sees("during a step-in", "Too few to say.", "2 decisions were made during a step-in and aren't counted.")
}

func TestOneTapSaysWhoDecided(t *testing.T) {
	b := open(t)
	note := b.held("2026-11-20", "Before", "decided: Buy licences", "After")
	b.enter()
	b.Sees("who decided isn't noted", "no area")
	b.Focus("ledger/0/who")
	b.Press(fyne.KeyReturn)
	if got, want := b.body(note), "Before\ndecided me: Buy licences\nAfter"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
	b.Choose("ledger/0/more", "Ana decided")
	if got, want := b.body(note), "Before\ndecided Ana: Buy licences\nAfter"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
	b.Choose("ledger/0/more", "Mark as reversed")
	if got, want := b.body(note), "Before\ndecided Ana: Buy licences (reversed 2026-11-23)\nAfter"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
	b.Sees("reversed", "1 decision was reversed and isn't counted.")
	b.Choose("ledger/0/more", "Undo the reversal")
	if got, want := b.body(note), "Before\ndecided Ana: Buy licences\nAfter"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}

func TestADecisionThatComesBackIsHeldInOneTap(t *testing.T) {
	b := open(t)
	note := b.held("2026-11-20", "Before", "decided Ana: Buy licences by 4 Dec", "After")
	b.enter()
	b.Sees("Buy licences", "revisit 4 Dec")
	b.Choose("ledger/0/more", "Mark as kept")
	if got, want := b.body(note), "Before\ndecided Ana: Buy licences by 4 Dec (held 2026-11-23)\nAfter"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
	b.Sees("kept today")
	b.Choose("ledger/0/more", "Undo “kept”")
	if got, want := b.body(note), "Before\ndecided Ana: Buy licences by 4 Dec\nAfter"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
	b.Sees("revisit 4 Dec")
}

func TestWhoDecidedIsChangedInTheLedgerAndTakenBack(t *testing.T) {
	for name, c := range map[string]struct{ line, choose, want string }{
		"me to them":     {"decided me: Buy licences", "Ana decided", "decided Ana: Buy licences"},
		"them to us":     {"decided Ana: Buy licences #x", "We decided", "decided we: Buy licences #x"},
		"us to me":       {"decided we: Buy licences", "I decided", "decided me: Buy licences"},
		"them to nobody": {"decided Ana: Buy licences", "Not noted", "decided: Buy licences"},
		"us to nobody":   {"decided we: Buy licences", "Not noted", "decided: Buy licences"},
		"nobody to them": {"decided: Buy licences", "Ana decided", "decided Ana: Buy licences"},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			note := b.held("2026-11-20", "Before", c.line, "After")
			b.enter()
			b.Choose("ledger/0/more", c.choose)
			if got, want := b.body(note), "Before\n"+c.want+"\nAfter"; got != want {
				t.Fatalf("written %q, want %q", got, want)
			}
			b.TakeBack()
			if got, want := b.body(note), "Before\n"+c.line+"\nAfter"; got != want {
				t.Errorf("taken back %q, want %q", got, want)
			}
		})
	}
}

func TestEnterOpensTheNoteOfALineAndTheDotsItsMenu(t *testing.T) {
	b := open(t)
	note := b.held("2026-11-20", "Before", "decided me: Buy licences")
	b.enter()
	b.Focus("ledger/0/more")
	b.Press(fyne.KeyReturn)
	b.Sees("Ana decided", "Mark as reversed")
	b.Press(fyne.KeyEscape)
	if len(b.Places) != 0 {
		t.Fatalf("went to %+v", b.Places)
	}
	b.Focus("ledger/0")
	b.Press(fyne.KeyReturn)
	if len(b.Places) != 1 || b.Places[0] != (room.Place{Screen: room.Notes, Person: b.ana, Note: note, Line: 2}) {
		t.Errorf("went to %+v", b.Places)
	}
}

func TestTwoOneOnOnesOfADayAndWhatWasNotedBetweenHaveColumns(t *testing.T) {
	b := open(t)
	b.held("2026-11-20", "decided me: Use Kafka")
	b.held("2026-11-20", "Nothing")
	roomtest.Do(t, b.J, notes.NewNote{Person: b.ana, Kind: notes.JournalNote, Date: "2026-11-21", Body: "decided Ana: Move the rollout\n"})
	b.enter()
	b.Sees("Decisions noted in 1 of 2 one-on-ones.", "1 decision was noted outside one-on-ones. Its column has no date.", "1 mine", "1 Ana's")
	b.Tap("who/detail")
	b.Sees("20 Nov: 1 mine", "20 Nov: none", "21 Nov, outside one-on-ones: 1 Ana's")
}

func TestADecisionWithoutAnAreaIsGivenOne(t *testing.T) {
	b := open(t)
	b.area("budget", notes.DatedLevel{From: "2026-01-05", Level: notes.Consult})
	note := b.held("2026-11-20", "decided me: Buy licences")
	b.enter()
	b.Choose("ledger/0/more", "File under #budget")
	if got, want := b.body(note), "decided me: Buy licences #budget"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}

func TestTheLedgerIsLimitedAndLeadsToTheNote(t *testing.T) {
	b := open(t)
	b.quarter()
	note := b.held("2026-11-21", "One", "decided we: Hire two")
	b.enter()
	b.Tap("ledger/filter/mine")
	b.Sees("Use Kafka", "Freeze the schema")
	b.SeesNot("Move the rollout", "Hire two")
	b.Tap("ledger/filter/platform")
	b.Sees("Move the rollout")
	b.SeesNot("Hire two", "Paint the room")
	b.Tap("ledger/filter/all")
	b.Tap("ledger/0")
	if len(b.Places) != 1 || b.Places[0] != (room.Place{Screen: room.Notes, Person: b.ana, Note: note, Line: 2}) {
		t.Errorf("went to %+v", b.Places)
	}
}

func TestADecisionIsLoggedIntoTodaysJournalNote(t *testing.T) {
	b := open(t)
	b.area("budget")
	meeting := b.held("2026-11-23", "# Today")
	b.enter()
	b.Tap("decisions/log")
	b.Tap("dialog/confirm")
	b.Sees("Enter what was decided")
	b.Type("decisions/form/text", "Buy three licences")
	b.Choose("decisions/form/who", "Ana did")
	b.Choose("decisions/form/area", "#budget")
	b.Tap("dialog/confirm")
	got := b.decided()
	if len(got) != 1 || got[0].Raw != "decided Ana: Buy three licences #budget" || got[0].NoteKind != notes.JournalNote ||
		got[0].NoteDate != "2026-11-23" {
		t.Fatalf("decided: %+v; shown: %v", got, b.Shown)
	}
	if b.body(meeting) != "# Today" {
		t.Error("it went into the meeting's note")
	}
	b.Sees("Buy three licences", "no level yet")
}

func TestTheMapIsTheGrowthPlan(t *testing.T) {
	b := open(t)
	b.area("platform", notes.DatedLevel{From: "2026-09-25", Level: notes.Consult})
	b.area("hiring")
	goal := notes.GoalID(roomtest.Do(t, b.J, notes.Goal{Person: b.ana, Title: "Lead platform", Tag: "platform", Wanted: notes.Delegate})[0])
	b.enter()
	b.Sees("Consult → Delegate", "Lead platform", "no level yet", "Add a growth goal")
	b.Tap("plan/1")
	if len(b.Places) != 1 || b.Places[0].Goal != goal || b.Places[0].Screen != room.Growth {
		t.Errorf("went to %+v", b.Places)
	}
	b.Tap("plan/0")
	b.Tap("dialog/confirm")
	b.Sees("Give the goal a title")
	b.Type("area/grow/title", "Hire a team")
	b.Choose("area/grow/wanted", "Advise  ·  I advise, they decide")
	b.Tap("dialog/confirm")
	goals, err := b.J.Goals(b.ana)
	if err != nil || len(goals) != 2 || goals[1].Tag != "hiring" || goals[1].Wanted != notes.Advise {
		t.Fatalf("goals: %+v, %v", goals, err)
	}
	b.Sees("no level yet → Advise", "Hire a team")
}

func TestWhatHasOpenedThemUpIsListedOnlyWhereSomethingHas(t *testing.T) {
	b := open(t)
	b.area("platform")
	event := func(text string, came notes.Outcome) {
		roomtest.Do(t, b.J, notes.PromptEvent{
			Person: b.ana, Kind: "hand back", Key: text, ForThem: true, Text: text, Reason: "because",
			Shown: "2026-11-01", Left: "2026-11-02", Outcome: notes.Asked, Came: came, CameOn: "2026-11-06",
		})
	}
	event("What would you stop?", notes.IDecided)
	b.enter()
	b.SeesNot("Questions that worked", "What would you stop?")
	event("What would you choose?", notes.TheyDecided)
	b.Reload()
	b.Sees("Questions that worked", "What would you choose?", "6 Nov")
	b.SeesNot("What would you stop?")
}

func TestNothingIsCountedOfOneWhoIsAway(t *testing.T) {
	b := open(t)
	b.quarter()
	p := b.Person(b.ana)
	p.State, p.Until = notes.StateAway, "2027-01-04"
	roomtest.Do(t, b.J, p)
	b.enter()
	b.Sees("Ana is away until 4 Jan 2027. Nothing is counted until then.", "Use Kafka")
	b.SeesNot("5 of 7")
}

func TestAReadOnlyJournalOffersNothingToWrite(t *testing.T) {
	b := open(t)
	b.quarter()
	b.held("2026-11-22", "decided: Unsaid so far")
	b.Seal()
	b.enter()
	b.Sees("5 of 7", "since 25 Sep", "who decided isn't noted")
	for _, key := range []string{"decisions/log", "area/add", "area/1/tag", "area/1/limits", "ledger/0/who", "ledger/0/more", "plan/0"} {
		if b.Has(key) {
			t.Errorf("%q is offered", key)
		}
	}
	b.Tap("area/1/since")
	b.Sees("2 Mar")
	if b.Has("area/1/level/2026-03-02") {
		t.Error("the history can be changed")
	}
}

func TestARenamedAreaKeepsItsLinesAndTheirCount(t *testing.T) {
	b := open(t)
	b.quarter()
	roomtest.Do(t, b.J, notes.Goal{Person: b.ana, Title: "Lead platform", Tag: "platform", Wanted: notes.Delegate})
	b.enter()
	b.Choose("area/1/tag", "Rename area …")
	b.Fill("area/form/tag", "two words")
	b.Tap("dialog/confirm")
	b.Sees("Use one word that starts with a letter")
	b.Fill("area/form/tag", "#Infra")
	b.Tap("dialog/confirm")
	if a := b.areaOf("infra"); a.ID == 0 || len(a.Former) != 1 || a.Former[0] != "platform" || len(a.Levels) != 2 {
		t.Fatalf("area: %+v; shown: %v", a, b.Shown)
	}
	b.Sees("5 of 7", "#infra · Advise", "Advise → Delegate", "Lead platform")
	if got := b.decided()[0].Raw; got != "decided Ana: Move the rollout #platform" {
		t.Errorf("the line became %q", got)
	}
	b.TakeBack()
	b.Sees("5 of 7", "#platform · Advise", "Advise → Delegate")
	if a := b.areaOf("platform"); len(a.Former) != 0 {
		t.Errorf("it keeps %q, which it had for a moment only", a.Former)
	}
}

// TestATagIsCutOnlyWhereThereIsNoRoom: in the window that a start opens, and in the smallest one the limits keep their room.
func TestATagIsCutOnlyWhereThereIsNoRoom(t *testing.T) {
	b := open(t)
	b.area("lead-platform-rollout", notes.DatedLevel{From: "2026-09-25", Level: notes.Delegate})
	b.area("budget", notes.DatedLevel{From: "2026-09-25", Level: notes.Advise})
	b.held("2026-11-20", "decided Ana: Freeze the schema #lead-platform-rollout", "decided Ana: Hire #budget")
	b.enter()
	b.SeesNot("…")
	b.Sees("#lead-platform-rollout · Delegate")
	wide := func(key string) float32 { return b.Find(key).Size().Width }
	id := func(tag, part string) string { return fmt.Sprintf("area/%d/%s", b.areaOf(tag).ID, part) }
	if wide(id("budget", "tag")) != wide(id("lead-platform-rollout", "tag")) {
		t.Error("the calls do not stand below each other")
	}
	b.Window().Resize(fyne.NewSize(700, 640))
	if wide(id("budget", "limits")) < 110 {
		t.Errorf("the limits have %.0f left", wide(id("budget", "limits")))
	}
}
