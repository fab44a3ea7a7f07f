package growth_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/growth"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
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
	b := &bench{Host: h, ana: roomtest.Person(t, h.J, "Ana Ruiz")}
	return b
}

func (b *bench) enter() {
	b.T.Helper()
	place := room.Place{Screen: room.Growth, Person: b.ana}
	b.room = growth.New(b, place)
	b.Enter(b.room, place)
}

// goal adds a goal with one step and enters the screen.
func (b *bench) goal(g notes.Goal) notes.Goal {
	b.T.Helper()
	g.Person = b.ana
	id := roomtest.Do(b.T, b.J, g, notes.Step{Text: "Runs the review", Owner: notes.Them, Order: 1})[0]
	b.enter()
	return b.read(notes.GoalID(id))
}

func (b *bench) read(id notes.GoalID) notes.Goal {
	b.T.Helper()
	for _, g := range b.goals() {
		if g.ID == id {
			return g
		}
	}
	b.T.Fatalf("goal %d is gone", id)
	return notes.Goal{}
}

func (b *bench) goals() []notes.Goal {
	b.T.Helper()
	goals, err := b.J.Goals(b.ana)
	if err != nil {
		b.T.Fatal(err)
	}
	return goals
}

// menu taps what opens a menu, and a line of it.
func goalKey(g notes.Goal, part string) string { return fmt.Sprintf("growth/%d/%s", g.ID, part) }

func TestAGoalIsAddedWithATitleAndItsNextStep(t *testing.T) {
	b := open(t)
	b.enter()
	b.Sees("What would Ana like to be able to do", "like to be able to do")
	b.Tap("growth/first")
	b.Type("goal/title", "Lead the platform")
	b.Type("goal/next", "Runs the review on 11 Dec")
	b.Press(fyne.KeyReturn)
	goals := b.goals()
	if len(goals) != 1 {
		t.Fatalf("there are %d goals; shown: %v", len(goals), b.Shown)
	}
	g := goals[0]
	if g.Title != "Lead the platform" || g.Tag != "lead-platform" || g.Start != "2026-11-23" || g.State != notes.GoalOpen {
		t.Errorf("written: %+v", g)
	}
	if len(g.Steps) != 1 || g.Steps[0].Text != "Runs the review on 11 Dec" || g.Steps[0].Owner != notes.Them {
		t.Errorf("its steps: %+v", g.Steps)
	}
	b.Sees("Lead the platform", "#lead-platform", "no level yet", "Runs the review on 11 Dec", "Ana's", "Next step")
	b.TakeBack()
	b.SeesNot("Lead the platform")
}

func TestEverythingThatIsFoldedAwayIsWritten(t *testing.T) {
	b := open(t)
	roomtest.Do(b.T, b.J, notes.CompanyGoal{Title: "Calmer releases", Order: 1})
	b.enter()
	b.Tap("growth/add")
	b.Type("goal/title", "Lead platform")
	b.Tap("goal/more")
	b.Type("goal/why", "She asked for it in May.")
	b.Type("goal/tag", "#platform")
	b.Focus("goal/now")
	b.Press(fyne.KeyDown) // Tell
	b.Focus("goal/wanted")
	b.Press(fyne.KeyDown)
	b.Press(fyne.KeyDown) // Sell
	b.Type("goal/limits", "The budget holds.")
	b.Fill("goal/start", "1 Oct")
	b.Fill("goal/target", "31 Mar 2027")
	b.Focus("goal/company")
	b.Press(fyne.KeyDown)
	b.Type("goal/stepin", "the date moves a second time")
	b.Type("goal/chance", "January rollout")
	b.Tap("dialog/confirm")
	goals := b.goals()
	if len(goals) != 1 {
		t.Fatalf("there are %d goals; shown: %v; seen: %s", len(goals), b.Shown, b.Text())
	}
	g := goals[0]
	if g.Why != "She asked for it in May." || g.Tag != "platform" || g.Wanted != notes.Sell || g.Start != "2026-10-01" ||
		g.Target != "2027-03-31" || g.Company == 0 || g.StepInIf != "the date moves a second time" || g.StepInAgreed != "2026-11-23" {
		t.Errorf("written: %+v", g)
	}
	if len(g.Opportunities) != 1 || g.Opportunities[0].Text != "January rollout" || g.Opportunities[0].State != notes.Offered {
		t.Errorf("its opportunities: %+v", g.Opportunities)
	}
	areas, err := b.J.Areas(b.ana)
	if err != nil || len(areas) != 1 || areas[0].Limits != "The budget holds." || areas[0].LevelOn("2026-11-23") != notes.Tell {
		t.Errorf("its area: %+v %v", areas, err)
	}
	b.Sees("now Tell, aiming for Sell", "until the end of March", "company goal: Calmer releases", "Limits", "The budget holds.",
		"January rollout", "offered", "I'd step in if", "the date moves a second time · agreed 23 Nov")
}

func TestAFieldThatCannotBeTakenSaysSoAndLosesNothing(t *testing.T) {
	b := open(t)
	b.enter()
	b.Tap("growth/add")
	b.Type("goal/next", "Runs the review")
	b.Tap("dialog/confirm")
	b.Sees("Give the goal a title")
	if b.Focused() != "goal/title" {
		t.Errorf("the keyboard is at %q", b.Focused())
	}
	b.Type("goal/title", "Lead")
	b.Tap("goal/more")
	for _, c := range []struct{ start, target, says string }{
		{"1 Mar 2027", "1 Feb 2027", "That's before the start on 1 Mar 2027."},
		{"1 Oct 2026", "31 Feb", "That isn't a date."},
		{"31/6", "", "That isn't a date."},
		{"", "1 Nov 2026", "That day is in the past."},
	} {
		t.Run(c.says, func(t *testing.T) {
			b.Fill("goal/start", c.start)
			b.Fill("goal/target", c.target)
			b.Tap("dialog/confirm")
			b.Sees(c.says, "Lead", "Runs the review")
			if len(b.goals()) != 0 {
				t.Fatalf("%+v was taken", c)
			}
		})
	}
	b.Fill("goal/target", "1 Feb 2027")
	b.Tap("dialog/confirm")
	if goals := b.goals(); len(goals) != 1 || goals[0].Title != "Lead" || goals[0].Steps[0].Text != "Runs the review" {
		t.Errorf("written: %+v", goals)
	}
}

func TestAGoalIsEditedReachedOpenedAgainDroppedAndDeleted(t *testing.T) {
	b := open(t)
	g := b.goal(notes.Goal{Title: "Lead platform", Tag: "platform"})
	b.Choose(goalKey(g, "more"), "Edit …")
	b.Fill("goal/title", "Lead the platform")
	b.Tap("dialog/confirm")
	if got := b.read(g.ID); got.Title != "Lead the platform" || got.Tag != "platform" {
		t.Errorf("edited: %+v", got)
	}
	b.Choose(goalKey(g, "more"), "Mark as reached")
	if got := b.read(g.ID); got.State != notes.GoalReached || got.Closed != "2026-11-23" {
		t.Errorf("reached: %+v", got)
	}
	b.Sees("Reached", "1 goal, in November")
	b.Tap("growth/reached")
	b.Choose(fmt.Sprintf("growth/closed/%d", g.ID), "Reopen the goal")
	b.Choose(goalKey(g, "more"), "Drop the goal")
	b.Sees("Dropped")
	b.TakeBack()
	if got := b.read(g.ID); got.State != notes.GoalOpen || got.Closed != "" {
		t.Errorf("undone: %+v", got)
	}
	b.Choose(goalKey(g, "more"), "Delete")
	b.SeesNot("Lead the platform")
	b.TakeBack()
	b.Sees("Lead the platform", "Runs the review")
}

// TestEnterAfterAStepOffersTheNextOne: whoever writes down several steps does it with the keyboard alone.
func TestEnterAfterAStepOffersTheNextOne(t *testing.T) {
	b := open(t)
	g := b.goal(notes.Goal{Title: "Lead platform", Tag: "platform"})
	steps := len(b.read(g.ID).Steps)
	b.Focus(goalKey(g, "step/add"))
	for _, step := range []string{"Writes the plan", "Shows it to the team"} {
		b.Press(fyne.KeyReturn)
		b.Type("step/text", step)
		b.Press(fyne.KeyReturn)
		if b.Focused() != goalKey(g, "step/add") {
			t.Fatalf("after %q the keyboard is at %q", step, b.Focused())
		}
	}
	if got := b.read(g.ID).Steps; len(got) != steps+2 {
		t.Errorf("steps: %+v", got)
	}
}

func TestStepsAreAddedTickedHandedOverAndDeleted(t *testing.T) {
	b := open(t)
	g := b.goal(notes.Goal{Title: "Lead platform", Tag: "platform"})
	b.Choose(goalKey(g, "more"), "Add a step …")
	b.Tap("dialog/confirm")
	b.Sees("Say what the step is")
	b.Type("step/text", "Writes the plan")
	b.Fill("step/due", "Fri")
	b.Tap("dialog/confirm")
	steps := b.read(g.ID).Steps
	if len(steps) != 2 || steps[1].Text != "Writes the plan" || steps[1].Due != "2026-11-27" || steps[1].Order != 2 {
		t.Fatalf("steps: %+v", steps)
	}
	step := fmt.Sprintf("growth/step/%d", steps[0].ID)
	b.Tap(step + "/owner")
	if got := b.read(g.ID).Steps[0]; got.Owner != notes.Me {
		t.Errorf("handed over: %+v", got)
	}
	if b.Focused() != step+"/owner" {
		t.Errorf("the keyboard is at %q", b.Focused())
	}
	b.Sees("yours")
	b.Tap(step + "/tick")
	if got := b.read(g.ID).Steps[0]; got.Done != "2026-11-23" {
		t.Errorf("ticked: %+v", got)
	}
	b.Sees("done 23 Nov", "moved 23 Nov")
	b.Tap(step + "/tick")
	if got := b.read(g.ID).Steps[0]; got.Done != "" {
		t.Errorf("opened again: %+v", got)
	}
	b.Choose(step, "Delete")
	if got := b.read(g.ID).Steps; len(got) != 1 {
		t.Errorf("deleted: %+v", got)
	}
	b.TakeBack()
	if got := b.read(g.ID).Steps; len(got) != 2 {
		t.Errorf("undone: %+v", got)
	}
}

func TestTheLadderWritesTheLevelWithTodaysDate(t *testing.T) {
	b := open(t)
	roomtest.Do(b.T, b.J, notes.AreaLevel{Person: b.ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: "2026-03-01", Level: notes.Sell}})
	g := b.goal(notes.Goal{Title: "Lead platform", Tag: "platform", Wanted: notes.Advise})
	b.Tap(goalKey(g, "ladder"))
	b.Focus("area/now")
	b.Press(fyne.KeyDown)
	b.Type("area/limits", "nobody is called at night")
	b.Tap("dialog/confirm")
	areas, err := b.J.Areas(b.ana)
	if err != nil || len(areas) != 1 {
		t.Fatalf("%+v %v", areas, err)
	}
	want := []notes.DatedLevel{{From: "2026-03-01", Level: notes.Sell}, {From: "2026-11-23", Level: notes.Consult}}
	if got := areas[0]; fmt.Sprint(got.Levels) != fmt.Sprint(want) || got.Limits != "nobody is called at night" {
		t.Errorf("area: %+v", got)
	}
	b.Sees("now Consult, aiming for Advise", "nobody is called at night")
	b.TakeBack()
	b.Sees("now Sell, aiming for Advise")
}

func TestAnOpportunityGoesFromOfferedToUsed(t *testing.T) {
	b := open(t)
	g := b.goal(notes.Goal{Title: "Lead platform"})
	b.Choose(goalKey(g, "more"), "Add an opportunity …")
	b.Tap("dialog/confirm")
	b.Sees("Say what it is")
	b.Type("chance/text", "Four hours with a platform lead")
	b.Fill("chance/day", "31 Feb")
	b.Tap("dialog/confirm")
	b.Sees("That isn't a date")
	b.Fill("chance/day", "4 Jan")
	b.Focus("chance/kind")
	for range 3 {
		b.Press(fyne.KeyDown)
	}
	b.Tap("dialog/confirm")
	for _, state := range notes.OpportunityStates[1:] {
		o := b.read(g.ID).Opportunities[0]
		b.Choose(fmt.Sprintf("growth/chance/%d", o.ID), "Mark as "+string(state))
		o = b.read(g.ID).Opportunities[0]
		if o.State != state || o.Date != "2027-01-04" || o.Kind != notes.Coaching {
			t.Errorf("%s: %+v", state, o)
		}
		b.Sees(string(state))
	}
}

func TestLinesWithTheGoalsTagStandInIt(t *testing.T) {
	b := open(t)
	body := "# Rollout\ntodo Ana: draft the rollout plan #platform by 2026-11-27\npraise: ran the review #platform\nidea: rotate #other"
	note := notes.NoteID(roomtest.Do(b.T, b.J, notes.NewNote{Person: b.ana, Kind: notes.HeldNote, Date: "2026-11-20", Body: body})[0])
	g := b.goal(notes.Goal{Title: "Lead platform", Tag: "platform"})
	b.Sees("Draft the rollout plan", "Fri", "What you noted", "20 Nov", "Ran the review", "moved 20 Nov")
	b.SeesNot("Rotate")
	b.Tap(goalKey(g, "action/0/tick"))
	n, err := b.J.Note(note)
	if want := strings.Replace(body, "by 2026-11-27", "by 2026-11-27 (done 2026-11-23)", 1); err != nil || n.Body != want {
		t.Errorf("written %q %v, want %q", n.Body, err, want)
	}
	b.Tap(goalKey(g, "noted/0"))
	if len(b.Places) != 1 || b.Places[0] != (room.Place{Screen: room.Notes, Person: b.ana, Note: note, Line: 3}) {
		t.Errorf("went to %+v", b.Places)
	}
}

func TestAQuietGoalSaysSo(t *testing.T) {
	b := open(t)
	roomtest.Do(b.T, b.J, notes.NewNote{Person: b.ana, Kind: notes.JournalNote, Date: "2026-10-03", Body: "idea: a talk #meetup"})
	b.goal(notes.Goal{Title: "Speak at a meetup", Tag: "meetup", Start: "2026-09-01"})
	b.Sees("No line with #meetup since 3 Oct")
}

func TestManyLinesAreShownByATap(t *testing.T) {
	b := open(t)
	roomtest.Do(
		b.T,
		b.J,
		notes.NewNote{Person: b.ana, Kind: notes.JournalNote, Date: "2026-11-03", Body: strings.Repeat("praise: ran it #platform\n", 9)},
	)
	g := b.goal(notes.Goal{Title: "Lead platform", Tag: "platform"})
	if b.Has(goalKey(g, "noted/5")) {
		t.Error("all lines are shown at once")
	}
	b.Tap(goalKey(g, "noted/all"))
	if !b.Has(goalKey(g, "noted/8")) {
		t.Error("not all lines are shown")
	}
}

func TestTheGoalOfThePlaceIsBroughtIntoView(t *testing.T) {
	b := open(t)
	var last notes.GoalID
	for i := range 9 {
		last = notes.GoalID(roomtest.Do(b.T, b.J, notes.Goal{Person: b.ana, Title: fmt.Sprint("Goal ", i)})[0])
	}
	place := room.Place{Screen: room.Growth, Person: b.ana, Goal: last}
	b.Enter(growth.New(b, place), place)
	if b.offset() == 0 {
		t.Error("the last goal is out of view")
	}
	b.enter()
	if b.offset() != 0 {
		t.Error("the page is scrolled without a goal")
	}
	b.Tap("growth/add")
	b.Type("goal/title", "One more")
	b.Tap("dialog/confirm")
	if b.offset() == 0 {
		t.Error("the goal that was added is out of view")
	}
}

func TestABoxThatCannotBeTickedGoesBack(t *testing.T) {
	b := open(t)
	roomtest.Note(b.T, b.J, b.ana, "2026-11-03", "todo Ana: plan #platform")
	g := b.goal(notes.Goal{Title: "Lead platform", Tag: "platform"})
	step := fmt.Sprintf("growth/step/%d/tick", g.Steps[0].ID)
	b.FailWrites(notes.ErrFull)
	b.BoxGoesBack(goalKey(g, "action/0/tick"))
	b.BoxGoesBack(step)
	b.FailWrites(nil)
	b.J = roomtest.Stale{Journal: b.J}
	b.Reload()
	b.BoxGoesBack(goalKey(g, "action/0/tick"))
}

func TestAJournalForReadingOnlyOffersNothingToWrite(t *testing.T) {
	b := open(t)
	roomtest.Do(
		b.T,
		b.J,
		notes.NewNote{Person: b.ana, Kind: notes.JournalNote, Date: "2026-11-03", Body: "praise: ran it #platform\ntodo Ana: plan #platform"},
	)
	g := b.goal(notes.Goal{Title: "Lead platform", Tag: "platform", Wanted: notes.Agree, StepInIf: "it moves"})
	roomtest.Do(b.T, b.J, notes.Goal{Person: b.ana, Title: "Speak up", State: notes.GoalReached, Closed: "2026-11-01"},
		notes.Opportunity{Goal: g.ID, Kind: notes.Coaching, Text: "Four hours"})
	b.Seal()
	b.enter()
	b.Tap("growth/reached")
	b.Sees("Lead platform", "Runs the review", "Ana's", "Four hours", "Plan", "Ran it", "Speak up", "it moves")
	want := []string{goalKey(g, "action/0"), goalKey(g, "noted/0"), "growth/stepin", "growth/reached"}
	for _, key := range b.Keys() {
		o := b.Find(key)
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			continue
		}
		if _, ok := o.(fyne.Tappable); ok && !slices.Contains(want, key) {
			t.Errorf("%q can be tapped", key)
		}
	}
}

// offset is how far the page is scrolled.
func (b *bench) offset() float32 {
	for _, o := range test.LaidOutObjects(b.Window().Canvas().Content()) {
		if s, ok := o.(*widgets.Scroll); ok {
			return s.Offset()
		}
	}
	b.T.Fatal("there is no page")
	return 0
}
