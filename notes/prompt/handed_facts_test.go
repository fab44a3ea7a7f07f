package prompt

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"handback/notes"
)

// jotted puts a note of some days ago before those of the last 90 days.
func jotted(f *notes.PromptFacts, on notes.Date, body string) {
	f.Written = slices.Insert(f.Written, 0, notes.Note{
		NoteHead: notes.NoteHead{ID: 9, UID: "wrote-" + string(on), Person: ana, Kind: notes.HeldNote, Date: on}, Body: body,
	})
}

// given puts so many actions for them on a day.
func given(f *notes.PromptFacts, n int, on notes.Date, text string) {
	for i := range n {
		f.TheyOwn = append(f.TheyOwn, line(notes.Todo, notes.Them, fmt.Sprint(text, i), on))
		f.GivenDates = append(f.GivenDates, on)
	}
}

// handedDue gives the kinds about what was handed over, tried or never heard a lasting reason. Overload has none, since it
// silences others.
func handedDue(f *notes.PromptFacts) {
	f.Ideas = append(f.Ideas, closed(line(notes.Idea, notes.Them, "rotate who leads the review", ago(60)), notes.Trying, ago(60)))
	f.Company = append(f.Company, notes.CompanyGoal{ID: 88, Title: "Answer customers within a day"})
	f.Goals = append(f.Goals, notes.Goal{
		ID: 79, Person: ana, Title: "Take the phones", Company: 88, Start: ago(10), Target: ago(-900), State: notes.GoalOpen,
	})
}

// handedAgain gives them a new reason where the old one has become old.
func handedAgain(f *notes.PromptFacts) {
	f.Written = nil
	jotted(f, f.Today.AddDays(-holdsAfter), "Handed the rota back to her")
	jotted(f, f.Today.AddDays(-1), "Nobody picked up her idea")
}

// unseenHanded adds to the facts of an unseen journal what those kinds speak about.
func unseenHanded(f *notes.PromptFacts, text func() string, past func(int) notes.Date) {
	jotted(f, ago(9), "She says it's too much\n- nobody picked up her idea, "+text())
	jotted(f, ago(20), "Handed the rota back to her\n- ask: "+notes.HandSentence(line(notes.Todo, notes.Me, text(), ago(20)))+" (answered)")
	given(f, tooMany, past(10), text())
	f.StepIns = append(f.StepIns, notes.SteppingIn{
		People: []notes.PersonID{ana}, What: text(), Began: ago(50), Ends: ago(30), HandedBack: ago(20), Tag: "handed",
	})
	f.Areas = append(f.Areas, notes.Area{
		Tag: "desk", Limits: "none", Levels: []notes.DatedLevel{{From: ago(90), Level: notes.Consult}, {From: ago(20), Level: notes.Delegate}},
	})
	f.Ideas = append(f.Ideas, closed(line(notes.Idea, notes.Them, text(), ago(80)), notes.Trying, past(30)))
	ended := closed(line(notes.Idea, notes.Them, text(), ago(80)), notes.Trying, ago(70))
	ended.Remark = "her call, until " + notes.TypeDate(ago(5))
	declined := closed(line(notes.Idea, notes.Them, text(), ago(80)), notes.Declined, ago(9))
	declined.Remark = "by the board"
	f.Ideas = append(f.Ideas, ended)
	f.Answered = append(f.Answered, closed(line(notes.Idea, notes.Them, text(), ago(80)), notes.Adopted, past(22)), declined)
	f.Company = append(f.Company, notes.CompanyGoal{ID: 88, Title: "Answer customers abroad sooner, " + text()},
		notes.CompanyGoal{ID: 89, Title: text()})
	f.Goals = append(f.Goals, notes.Goal{ID: 78, Title: text(), Company: 88, Start: past(30), Target: ago(-90), State: notes.GoalOpen})
}

// handed is what a day may bring of them.
func (w *world) handed(t *rapid.T) {
	f := &w.f
	switch rapid.IntRange(0, 5).Draw(t, "handed") {
	case 0:
		given(f, 3, f.Today, texts.Draw(t, "text"))
	case 1:
		jotted(f, f.Today, "She is drowning, "+texts.Draw(t, "text"))
	case 2:
		jotted(f, f.Today, "Nobody picked up her idea, "+texts.Draw(t, "text"))
	case 3:
		jotted(f, f.Today, "Handed "+texts.Draw(t, "text")+" back to her")
	case 4:
		f.Ideas = append(f.Ideas, closed(line(notes.Idea, notes.Them, texts.Draw(t, "text"), f.Today), notes.Trying, f.Today))
	case 5:
		f.Company = append(f.Company, notes.CompanyGoal{ID: notes.CompanyGoalID(100 + len(f.Company)), Title: texts.Draw(t, "text")})
	}
}

// handed is what a working day may bring of them.
func (l *life) handed() {
	f := &l.f
	if l.chance(90) {
		l.jot("He says he can't keep up")
	}
	if l.chance(60) {
		l.jot("Handed the stock list over to him")
	}
	if l.chance(90) {
		l.jot("Her proposal was talked over")
	}
	if l.chance(120) {
		f.Ideas = append(f.Ideas, closed(l.line(notes.Idea, notes.Them, "two releases a week"), notes.Trying, f.Today))
	}
	f.Written = slices.DeleteFunc(f.Written, func(n notes.Note) bool { return f.Today.DaysSince(n.Date) > 90 })
}
