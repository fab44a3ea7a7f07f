package team

import (
	"errors"
	"strings"
	"testing"

	"handback/notes"
)

const sweepToday = notes.Date("2026-11-23")

func (t ideaTeam) sweep(asks ...notes.Filed) SweepPlan {
	return SweepPlan{
		People: t.people, Asks: asks, Me: 1, Names: t.names, Today: sweepToday,
	}
}

func TestOneQuestionGoesOnEveryAgenda(t *testing.T) {
	team := newIdeaTeam()
	team.people = append(team.people,
		notes.Person{ID: 4, Kind: notes.KindReport, Name: "Elif Kaya", State: notes.StateAway},
		notes.Person{ID: 5, Kind: notes.KindReport, Name: "Gus", State: notes.StateLeft},
		notes.Person{ID: 6, Kind: notes.KindOther, Name: "Judith"})
	c, asked, err := team.sweep().Ask("  What should I\n stop doing? ")
	if err != nil || len(c.Appends) != 2 || SayAsked(asked) != "On the agenda for Ana and Ben" {
		t.Fatalf("%+v, %v, %v", c, asked, err)
	}
	for i, who := range []notes.PersonID{2, 3} {
		a := c.Appends[i]
		if a.Person != who || a.Kind != notes.PlannedNote || a.Text != "ask: What should I stop doing?" || a.Date != sweepToday {
			t.Errorf("%+v", a)
		}
	}
	open := team.file(1, 2, notes.PlannedNote, "2026-11-26", "ask: what should I stop doing")
	if _, asked, err := team.sweep(open...).Ask("What should I stop doing?"); err != nil || SayAsked(asked) != "On the agenda for Ben" {
		t.Errorf("again: %v, %v", asked, err)
	}
}

func TestAQuestionThatCannotBeAskedOfAll(t *testing.T) {
	team := newIdeaTeam()
	both := append(
		team.file(1, 2, notes.PlannedNote, "2026-11-26", "ask: why?"),
		team.file(2, 3, notes.PlannedNote, "2026-11-26", "ask: Why?")...)
	nobody := team.sweep()
	nobody.People = team.people[:1]
	for _, c := range []struct {
		plan     SweepPlan
		question string
		want     string
	}{
		{team.sweep(), " ", "Write one question"},
		{team.sweep(), "What could Ben stop?", "This may name someone"},
		{team.sweep(), strings.Repeat("why ", 300), "too long"},
		{team.sweep(both...), "why?", "already on everyone's agenda"},
		{nobody, "why?", "Nobody who reports to you is"},
	} {
		t.Run(c.question, func(t *testing.T) {
			change, _, err := c.plan.Ask(c.question)
			var invalid notes.Invalid
			if !errors.As(err, &invalid) || !strings.Contains(invalid.Why, c.want) || !change.IsZero() {
				t.Errorf("%q: %v, want %q", c.question, err, c.want)
			}
		})
	}
}

func TestAQuestionThatWasLookedAtMayNameSomebody(t *testing.T) {
	team := newIdeaTeam()
	team.people[2].Name = "Will Kofi"
	team.names = notes.NewNames(team.people)
	plan := team.sweep()
	const q = "What will you drop?"
	if _, _, err := plan.Ask(q); err == nil {
		t.Error("not asked about")
	}
	plan.LookedAt = " " + q
	if _, asked, err := plan.Ask(q); err != nil || len(asked) != 2 {
		t.Errorf("%v, %v", asked, err)
	}
}

func TestTheSuggestedQuestionsCanBeAsked(t *testing.T) {
	for _, q := range SweepQuestions {
		if _, _, err := newIdeaTeam().sweep().Ask(q); err != nil {
			t.Errorf("%q: %v", q, err)
		}
	}
}

func saySweeps(all []Sweep) string {
	var out []string
	for _, s := range all {
		line := s.Question + " | " + s.Say()
		for _, a := range s.Answers {
			line += " | " + a.Person.First() + ": " + a.Text + a.Says
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestAnswersSideBySide(t *testing.T) {
	team := newIdeaTeam()
	const q = "ask: What should I stop doing?"
	at := func(note notes.NoteID, who notes.PersonID, kind notes.NoteKind, day notes.Date, body string) []notes.Filed {
		return team.file(note, who, kind, day, body)
	}
	for _, c := range []struct {
		name string
		asks [][]notes.Filed // newest first
		want string
	}{
		{"one person is no sweep", [][]notes.Filed{at(1, 2, notes.HeldNote, "2026-11-20", q)}, ""},
		{"both", [][]notes.Filed{
			at(2, 3, notes.PlannedNote, "2026-11-24", "ask: what should I stop doing"),
			at(1, 2, notes.HeldNote, "2026-11-20", q+" (answered 2026-11-20: writing minutes)"),
		}, "What should I stop doing | 1 answer, 1 still to come | Ana: writing minutes | Ben: you'll ask tomorrow"},
		{"only ticked, and dropped", [][]notes.Filed{
			at(2, 3, notes.HeldNote, "2026-11-20", q+" (answered)"), at(1, 2, notes.HeldNote, "2026-11-20", q+" (dropped: asked in the team)"),
		}, "What should I stop doing? | no answer noted | Ana: dropped: asked in the team | Ben: asked Fri 20 Nov, no answer noted"},
		{"asked again the next season", [][]notes.Filed{
			at(4, 2, notes.HeldNote, "2026-11-20", q), at(3, 3, notes.HeldNote, "2026-11-19", q+" (answered: a)"),
			at(2, 2, notes.HeldNote, "2026-05-20", q+" (answered: b)"), at(1, 3, notes.HeldNote, "2026-05-19", q+" (answered: c)"),
		}, "What should I stop doing? | 1 answer, 1 still to come | Ana: open since 20 Nov | Ben: a\nWhat should I stop doing? | everyone has answered | Ana: b | Ben: c"},
		{"asked twice of one", [][]notes.Filed{
			at(3, 2, notes.HeldNote, "2026-11-20", q+" (answered: new)"), at(2, 2, notes.HeldNote, "2026-11-10", q+" (answered: old)"),
			at(1, 3, notes.HeldNote, "2026-11-09", q+" (answered: his)"),
		}, "What should I stop doing? | everyone has answered | Ana: new | Ben: his"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var asks []notes.Filed
			for _, f := range c.asks {
				asks = append(asks, f...)
			}
			if got := saySweeps(ShowSweeps(asks, team.people, map[notes.PersonID]notes.Date{3: "2026-11-24"}, sweepToday)); got != c.want {
				t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
			}
		})
	}
}

func TestAnAnswerIsWrittenBehindTheQuestion(t *testing.T) {
	team := newIdeaTeam()
	for _, c := range []struct{ line, words, want string }{
		{"ask: why?", " the minutes\n(all) ", "ask: why? (answered 2026-11-23: the minutes (all))"},
		{"ask: why? (answered 2026-11-02: x)", "y", "ask: why? (answered 2026-11-02: y)"},
		{"- [ ] ask: why?", "y", "- [x] ask: why? (answered 2026-11-23: y)"},
		{"ask: why?", " ", ""},
	} {
		t.Run(c.line, func(t *testing.T) {
			f := team.file(1, 2, notes.HeldNote, "2026-11-20", c.line)[0]
			change, err := SweepAnswer{Person: team.people[1], Item: f}.Answer(c.words, team.of(f), "2026-11-23")
			var invalid notes.Invalid
			if c.want == "" {
				if !errors.As(err, &invalid) || invalid.Field != FieldAnswer {
					t.Errorf("%q: %v", c.words, err)
				}
			} else if err != nil || change.Edits[0].New != c.want {
				t.Errorf("%q: %+v, %v", c.line, change, err)
			}
		})
	}
}

func TestWhoIsStillToBeAsked(t *testing.T) {
	team := newIdeaTeam()
	asks := append(team.file(2, 3, notes.JournalNote, sweepToday, "ask: why?"), team.file(1, 2, notes.JournalNote, sweepToday, "ask: why?")...)
	left := newIdeaTeam().people
	left[2].State = notes.StateLeft
	for _, c := range []struct {
		name    string
		people  []notes.Person
		planned map[notes.PersonID]notes.Date
		want    string
	}{
		{"nothing planned", team.people, nil, "Why? | no answer yet | Ana: waiting for the next one-on-one | Ben: waiting for the next one-on-one"},
		{
			"planned since", team.people,
			map[notes.PersonID]notes.Date{2: "2026-11-24", 3: "2026-11-02"},
			"Why? | no answer yet | Ana: you'll ask tomorrow | Ben: open since today",
		},
		{
			"one has left", left,
			map[notes.PersonID]notes.Date{3: sweepToday},
			"Why? | no answer yet | Ana: waiting for the next one-on-one | Ben: has left, wasn't asked",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := saySweeps(ShowSweeps(asks, c.people, c.planned, sweepToday)); got != c.want {
				t.Errorf("%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestAQuestionIsTakenBackUntilSomebodyAnswered(t *testing.T) {
	team := newIdeaTeam()
	ben := func(tail string) []notes.Filed {
		return team.file(2, 3, notes.JournalNote, "2026-11-22", "ask: why?"+tail)
	}
	ana := team.file(1, 2, notes.PlannedNote, "2026-11-26", "notes\nask: why?")
	for _, c := range []struct {
		name string
		asks []notes.Filed
		can  bool
	}{
		{"both open", append(ana, ben("")...), true},
		{"one dropped", append(ana, ben(" (dropped)")...), true},
		{"one answered", append(ana, ben(" (answered: the minutes)")...), false},
		{"one ticked", append(ana, ben(" (answered)")...), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ShowSweeps(c.asks, team.people, nil, sweepToday)[0].CanTakeBack(); got != c.can {
				t.Errorf("%v", got)
			}
		})
	}
	change := ShowSweeps(append(ana, ben("")...), team.people, nil, sweepToday)[0].TakeBack()
	if len(change.Edits) != 2 || len(change.Rows) != 1 || change.Rows[0] != (notes.DeleteBlank{Note: 2}) {
		t.Errorf("%+v", change)
	}
	for i, want := range []notes.LineEdit{
		{Op: notes.DeleteLine, Note: 1, Line: 2, Old: "ask: why?"}, {Op: notes.DeleteLine, Note: 2, Line: 1, Old: "ask: why?"},
	} {
		if change.Edits[i] != want {
			t.Errorf("%+v, want %+v", change.Edits[i], want)
		}
	}
}
