package stepin_test

import (
	"strings"
	"testing"

	"handback/notes"
	stepins "handback/notes/stepin"
	"handback/ui/growth"
	"handback/ui/prep"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/stepin"
)

// team is a journal with Ana, whose goal's date was moved twice, and Ben.
func team(t *testing.T) (h *roomtest.Host, ana, ben notes.PersonID, goal notes.GoalID) {
	t.Helper()
	h = roomtest.Open(t)
	made := apply(t, h, notes.Change{Rows: []notes.Row{
		notes.Person{Name: "Ana Ruiz", Kind: notes.KindReport, State: notes.StateHere, Pronoun: notes.She},
		notes.Person{Name: "Ben Ode", Kind: notes.KindReport, State: notes.StateHere, Pronoun: notes.He},
	}})
	ana, ben = notes.PersonID(made.IDs[0]), notes.PersonID(made.IDs[1])
	made = apply(t, h, notes.Change{Rows: []notes.Row{
		notes.Goal{
			Person: ana, Title: "Rollout", Tag: "platform", Target: "2026-11-20", State: notes.GoalOpen,
			StepInIf: "support hears of it first", StepInAgreed: "2026-09-25",
		},
		notes.AreaLevel{Person: ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: "2026-01-05", Level: notes.Delegate}},
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-16", Body: "todo me: write the plan #platform\ntodo me: ask HR\n"},
	}})
	return h, ana, ben, notes.GoalID(made.IDs[0])
}

func apply(t *testing.T, h *roomtest.Host, c notes.Change) notes.Applied {
	t.Helper()
	made, err := h.J.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func enterPrep(h *roomtest.Host, who notes.PersonID) {
	place := room.Place{Screen: room.Prep, Person: who}
	h.Enter(prep.New(h, place), place)
}

func stepIns(t *testing.T, h *roomtest.Host, who notes.PersonID) []notes.SteppingIn {
	t.Helper()
	all, err := h.J.StepIns(who)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func level(t *testing.T, h *roomtest.Host, who notes.PersonID) notes.Level {
	t.Helper()
	areas, err := h.J.Areas(who)
	if err != nil {
		t.Fatal(err)
	}
	return notes.AreaOf(areas, "platform").LevelOn(h.Today())
}

// bodies is all text about a person.
func bodies(t *testing.T, h *roomtest.Host, who notes.PersonID) string {
	t.Helper()
	heads, err := h.J.NotesOf(who, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, head := range heads {
		n, err := h.J.Note(head.ID)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(n.Kind)+"|"+n.Body)
	}
	return strings.Join(all, "\n")
}

func quiet(t *testing.T, h *roomtest.Host) {
	t.Helper()
	for _, err := range h.Shown {
		t.Errorf("an error was shown: %v", err)
	}
}

// stepIn steps in for Ana's goal from its signal.
func stepIn(h *roomtest.Host, ana notes.PersonID, help string) {
	enterPrep(h, ana)
	h.Tap("stepin/signals")
	h.Tap("stepin/signal/0/help/" + help)
	h.Fill("stepin.exit", "two quiet weeks")
	h.Tap("dialog/confirm")
}

func TestFromTheSignalToHandingBack(t *testing.T) {
	h, ana, _, _ := team(t)
	enterPrep(h, ana)
	h.Sees("Step in?", "Rollout  ·  It was due on 20 Nov.")
	h.Tap("stepin/signals")
	h.Sees(
		"What have they tried, and have they asked for help?",
		"Offer advice",
		"Rehearse together",
		"Help them be heard",
		"Sit in with them",
		"Decide this one yourself",
	)
	h.Tap("stepin/signal/0/help/5")
	h.Sees("Until you hand it back, #platform is at Consult instead of Delegate.")
	h.Tap("dialog/confirm")
	h.Sees("Say how you'll both know that they can take it back.")
	h.Fill("stepin.exit", "two quiet weeks")
	h.Tap("dialog/confirm")

	all := stepIns(t, h, ana)
	if len(all) != 1 || all[0].Ends != "2026-12-07" || all[0].Before != notes.Delegate || level(t, h, ana) != notes.Consult {
		t.Fatalf("got %+v at level %v", all, level(t, h, ana))
	}
	h.Sees("You're leading until 7 Dec: “Rollout”", "It's over when: two quiet weeks")
	h.SeesNot("Step in?")
	h.Choose("stepin/1/more", "Mark as ready to hand back")
	h.Sees("Ready since 23 Nov. Time to hand it back: “Rollout”")

	h.Clock = h.Clock.AddDate(0, 0, 3)
	place := room.Place{Screen: room.Growth, Person: ana} // Prep would note which question it shows, which is no act to undo
	h.Enter(growth.New(h, place), place)
	h.Tap("stepin/1/back")
	h.Sees("Write the plan", "#platform goes back to Delegate, as agreed.")
	h.SeesNot("Ask HR")
	h.Tap("dialog/confirm")
	h.Sees("Name one thing that Ana did well.")
	h.Fill("stepin.well", "told support each evening")
	h.Tap("dialog/confirm")
	h.SeesNot("You're leading", "Step in?")
	if level(t, h, ana) != notes.Delegate {
		t.Errorf("the level is %v", level(t, h, ana))
	}
	text := bodies(t, h, ana)
	for _, want := range []string{
		"held|todo: write the plan #platform\ntodo me: ask HR\n", "journal|praise: told support each evening #platform",
		"\nask: Let's look back on this: “Rollout”. What helped,",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %q in\n%s", want, text)
		}
	}
	h.TakeBack()
	if s := stepIns(t, h, ana)[0]; s.HandedBack != "" || level(t, h, ana) != notes.Consult || strings.Contains(bodies(t, h, ana), "praise:") {
		t.Errorf("undo leaves %+v\n%s", s, bodies(t, h, ana))
	}
	quiet(t, h)
}

func TestTheSmallestHelpIsAQuestion(t *testing.T) {
	h, ana, _, _ := team(t)
	enterPrep(h, ana)
	h.Tap("stepin/signals")
	h.Tap("stepin/signal/0/help/0")
	h.SeesNot("Step in?")
	if text := bodies(t, h, ana); !strings.Contains(text, "journal|ask: “Rollout”: what have you tried so far?") {
		t.Error(text)
	}
	if len(stepIns(t, h, ana)) != 0 {
		t.Error("advice is a step-in")
	}
	h.TakeBack()
	h.Sees("Step in?")
	h.Tap("stepin/signals")
	h.Tap("stepin/signal/0/not")
	h.SeesNot("Step in?")
	quiet(t, h)
}

func TestWhatWasAgreedIsTickedOnGrowth(t *testing.T) {
	h, ana, _, _ := team(t)
	h.Enter(growth.New(h, room.Place{Screen: room.Growth, Person: ana}), room.Place{Screen: room.Growth, Person: ana})
	h.Tap("growth/stepin")
	h.Tap("growth/1/happened")
	if text := bodies(t, h, ana); !strings.Contains(text, "journal|step in: support hears of it first #platform") {
		t.Error(text)
	}
	enterPrep(h, ana)
	h.Sees("Step in?", "You agreed on 25 Sep to step in if this happens: support hears of it first.")
	quiet(t, h)
}

func TestACrisisTakesOneLine(t *testing.T) {
	h, ana, ben, _ := team(t)
	enterPrep(h, ana)
	stepin.Crisis(h, ana)
	h.Tap("dialog/confirm")
	h.Sees("Say in one line what it is. The rest can wait until tomorrow.")
	h.Fill("crisis.what", "The payment system is down")
	h.Tap("crisis.who.3")
	h.Tap("dialog/confirm")
	for _, who := range []notes.PersonID{ana, ben} {
		enterPrep(h, who)
		h.Sees("You're leading through this crisis until 30 Nov: “The payment system is down”", "Involves two people")
		h.SeesNot("Add the details")
	}
	h.Clock = h.Clock.AddDate(0, 0, 1)
	enterPrep(h, ana)
	h.Sees("It started on 23 Nov.", "Add the details")
	h.SeesNot("Ben")
	h.Tap("stepin/1/rest")
	h.Fill("stepin.exit", "a day without an alarm")
	h.Tap("dialog/confirm")
	h.SeesNot("Add the details")
	h.Sees("It's over when: a day without an alarm")

	h.Tap("stepin/1/back")
	h.Sees("Going back to Ana and one more today")
	h.Fill("stepin.well", "kept calm")
	h.Tap("dialog/confirm")
	enterPrep(h, ben)
	h.SeesNot("You're leading")
	if !strings.Contains(bodies(t, h, ben), "ask: Let's look back on this: “The payment system is down”") ||
		strings.Contains(bodies(t, h, ben), "praise") {
		t.Error(bodies(t, h, ben))
	}
	quiet(t, h)
}

func TestItIsExtendedOnce(t *testing.T) {
	h, ana, _, _ := team(t)
	stepIn(h, ana, "4")
	h.Clock = h.Clock.AddDate(0, 0, 20)
	enterPrep(h, ana)
	h.Sees("You said you'd lead until 7 Dec")
	h.Choose("stepin/1/more", "Extend …")
	h.Tap("dialog/confirm")
	h.Sees("An extension needs its own reason")
	h.Fill("stepin.why", "the vendor is late")
	h.Tap("dialog/confirm")
	h.Sees("until 27 Dec")
	h.Choose("stepin/1/more", "Extend …")
	h.Sees("What's taking longer?", "Change the goal", "Change the level", "Make it clearer")
	h.Tap("stepin.clarity")
	if text := bodies(t, h, ana); !strings.Contains(text, "journal|ask: “Rollout”: what needs to be clearer") {
		t.Error(text)
	}
	h.Choose("stepin/1/more", "Edit …")
	h.Fill("stepin.exit", "one quiet week")
	h.Tap("dialog/confirm")
	h.Sees("It's over when: one quiet week")
	quiet(t, h)
}

func TestNothingIsLostWhereWhatAStepInIsAboutGoes(t *testing.T) {
	h, ana, _, goal := team(t)
	stepIn(h, ana, "5")
	apply(t, h, notes.Change{Rows: []notes.Row{notes.Delete{Kind: notes.KindGoal, ID: int64(goal)}}})
	enterPrep(h, ana)
	h.Sees("You're leading until 7 Dec: “Rollout”")

	// The clock is set back a year: it has not begun yet. Then it is as it was.
	was := h.Clock
	h.Clock = was.AddDate(-1, 0, 0)
	enterPrep(h, ana)
	h.SeesNot("You're leading", "Step in?")
	h.Clock = was

	p := h.Person(ana)
	p.State, p.LeftOn = notes.StateLeft, h.Today()
	apply(t, h, notes.Change{Rows: []notes.Row{p}})
	enterPrep(h, ana)
	h.Sees("You're leading until 7 Dec: “Rollout”")
	h.Tap("stepin/1/back")
	h.Fill("stepin.well", "stayed to the end")
	h.Tap("dialog/confirm")
	h.SeesNot("You're leading")
	if text := bodies(t, h, ana); strings.Contains(text, "ask: ") || !strings.Contains(text, "praise: stayed to the end") {
		t.Error(text)
	}
	if level(t, h, ana) != notes.Delegate {
		t.Errorf("the level is %v", level(t, h, ana))
	}
	quiet(t, h)
}

func TestAJournalForReadingOnlyShowsTheBannerAlone(t *testing.T) {
	h, ana, _, _ := team(t)
	stepIn(h, ana, "4")
	h.Seal()
	enterPrep(h, ana)
	h.Sees("You're leading", "“Rollout”")
	h.SeesNot("Hand it back")
	quiet(t, h)
}

func TestALineOfTheNoteStartsAStepIn(t *testing.T) {
	h, ana, _, goal := team(t)
	apply(t, h, notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-19", Body: "step in: the cutover slipped #platform\n"},
	}})
	lines, err := h.J.Evidence(goal)
	if err != nil || len(lines) == 0 {
		t.Fatal(lines, err)
	}
	enterPrep(h, ana)
	stepin.Begin(h, ana, stepins.SignalOf(lines[0], h.Today()), notes.HelpAgree)
	h.Sees("The cutover slipped", "Noted on 19 Nov.", "Rollout", "#platform is at Agree instead of Delegate.")
	h.Fill("stepin.exit", "one cutover on its day")
	h.Fill("stepin.end", "3 Nov 2026")
	h.Tap("dialog/confirm")
	h.Sees("That day is in the past. Pick a later one.")
	h.Fill("stepin.end", "in 2 weeks")
	h.Tap("dialog/confirm")
	if all := stepIns(t, h, ana); len(all) != 1 || all[0].Goal != goal || all[0].Ends != "2026-12-07" || level(t, h, ana) != notes.Agree {
		t.Errorf("got %+v at %v", all, level(t, h, ana))
	}
	quiet(t, h)
}

func TestAnAreaWithoutALevelKeepsNone(t *testing.T) {
	h, ana, _, _ := team(t)
	apply(
		t,
		h,
		notes.Change{Rows: []notes.Row{notes.AreaLevel{Person: ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: "2026-01-05"}}}},
	)
	stepIn(h, ana, "5")
	h.Tap("stepin/1/back")
	h.SeesNot("as agreed", "instead of")
	h.Fill("stepin.well", "asked early")
	h.Tap("dialog/confirm")
	h.SeesNot("You're leading")
	if level(t, h, ana) != notes.NoLevel {
		t.Errorf("the level is %v", level(t, h, ana))
	}
	quiet(t, h)
}
