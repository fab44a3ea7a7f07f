package whosecall

import (
	"errors"
	"strings"
	"testing"

	"handback/notes"
)

const today notes.Date = "2026-11-23"

func scene(body string) Scene {
	p := notes.Person{ID: 2, UID: "p2", Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.She, State: notes.StateHere}
	head := notes.NoteHead{ID: 7, UID: "n7", Person: 2, Kind: notes.HeldNote, Date: "2026-11-20"}
	return Scene{Person: p, Today: today, Note: notes.Note{NoteHead: head, Body: body}}
}

func context(s Scene) notes.Context {
	me := notes.Person{ID: 1, Kind: notes.KindMe, Name: "Robin"}
	return notes.Context{Date: s.Note.Date, Person: 2, Me: 1, Names: notes.NewNames([]notes.Person{me, s.Person})}
}

const two = "Good talk.\nTold her to use Kafka. #platform\n\nI'll rewrite her tender.\nTold her to drop the beta.\n"

func TestWhichLinesAreAskedAbout(t *testing.T) {
	for name, c := range map[string]struct {
		change      func(*Scene)
		caret, most int
		want        []int
	}{
		"the first two where nobody writes": {nil, 1, 2, []int{2, 4}},
		"one while typing, the nearest":     {nil, 4, 1, []int{4}},
		"the nearest two":                   {nil, 5, 2, []int{4, 5}},
		"never more than two a note":        {nil, 1, 9, []int{2, 4}},
		"somebody away":                     {func(s *Scene) { s.Person.State = notes.StateAway }, 1, 2, nil},
		"somebody who left":                 {func(s *Scene) { s.Person.State = notes.StateLeft }, 1, 2, nil},
		"a peer":                            {func(s *Scene) { s.Person.Kind = notes.KindOther }, 1, 2, nil},
		"myself":                            {func(s *Scene) { s.Person.Kind = notes.KindMe }, 1, 2, nil},
		"a note of last year":               {func(s *Scene) { s.Note.Date = "2025-11-20" }, 1, 2, nil},
		"thirty days ago":                   {func(s *Scene) { s.Note.Date = "2026-10-24" }, 1, 2, []int{2, 4}},
		"thirty-one days ago":               {func(s *Scene) { s.Note.Date = "2026-10-23" }, 1, 2, nil},
		"a step-in is in force":             {func(s *Scene) { s.StepIns = []notes.SteppingIn{{Began: "2026-11-20"}} }, 1, 2, nil},
		"a step-in was handed back": {func(s *Scene) {
			s.StepIns = []notes.SteppingIn{{Began: "2026-11-01", HandedBack: today}}
		}, 1, 2, []int{2, 4}},
		"the area is mine":    {func(s *Scene) { s.Areas = areaAt(notes.Consult) }, 1, 2, []int{4, 5}},
		"the area is shared":  {func(s *Scene) { s.Areas = areaAt(notes.Agree) }, 1, 2, []int{2, 4}},
		"a line was answered": {said1(AnsweredVerdict, "Told her to use Kafka. #platform"), 1, 2, []int{4}},
		"it was dismissed in another note": {func(s *Scene) {
			s.Verdicts = []notes.Verdict{{NoteUID: "n8", Line: "i'll rewrite her tender.", Verdict: DismissedVerdict}}
		}, 1, 2, []int{2, 4}},
		"two were answered": {func(s *Scene) { said1(AnsweredVerdict, "a")(s); said1(DismissedVerdict, "b")(s) }, 1, 2, nil},
		"its rule is muted": {func(s *Scene) {
			s.Verdicts = []notes.Verdict{{Line: "rule:order", Verdict: MutedVerdict, Until: today}}
		}, 1, 2, []int{4}},
		"its rule was muted until yesterday": {func(s *Scene) {
			s.Verdicts = []notes.Verdict{{Line: "rule:order", Verdict: MutedVerdict, Until: "2026-11-22"}}
		}, 1, 2, []int{2, 4}},
		"whose call it was stands below it": {func(s *Scene) {
			s.Note.Body = "Told her to use Kafka.\n- decided me: Kafka\nI'll rewrite her tender.\n"
		}, 1, 2, []int{3}},
		"private lines and fences": {func(s *Scene) {
			s.Note.Body = "private: x\n  told her to drop it\n```\ntold her to drop it\n```\n> told her to drop it"
		}, 1, 2, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := scene(two)
			if c.change != nil {
				c.change(&s)
			}
			var got []int
			for _, chip := range Chips(s, c.caret, c.most) {
				got = append(got, chip.Line)
				if chip.Raw != strings.Split(s.Note.Body, "\n")[chip.Line-1] || chip.Question == "" {
					t.Errorf("%+v", chip)
				}
			}
			if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] || len(got) > 1 && got[1] != c.want[1] {
				t.Errorf("lines %v, want %v", got, c.want)
			}
		})
	}
}

func areaAt(l notes.Level) []notes.Area {
	return []notes.Area{{Person: 2, Tag: "platform", Levels: []notes.DatedLevel{{From: "2026-01-01", Level: l}}}}
}

func said1(verdict, line string) func(*Scene) {
	return func(s *Scene) {
		s.Verdicts = append(s.Verdicts, notes.Verdict{NoteUID: "n7", Line: notes.NormaliseLine(line), Verdict: verdict})
	}
}

func TestAnAnswerWritesADecidedLineBelow(t *testing.T) {
	for _, c := range []struct {
		body, want string
		actor      notes.Actor
	}{
		{"Told her to use Kafka. #platform", "decided me: told her to use Kafka #platform", notes.Me},
		{"- I'll rewrite her tender, she is away.", "- decided we: I'll rewrite her tender", notes.We},
		{"  1. Picked plan B (or NATS)", "  decided Ana: picked plan B", notes.Them},
	} {
		t.Run(c.body, func(t *testing.T) {
			s := scene(c.body)
			chips := Chips(s, 1, 1)
			if len(chips) != 1 {
				t.Fatal("it is not asked about")
			}
			change, err := s.Answered(chips[0], c.actor, context(s))
			if err != nil {
				t.Fatal(err)
			}
			e := change.Edits[0]
			if e.Op != notes.InsertLine || e.Line != 2 || e.New != c.want {
				t.Errorf("%+v, want %q", e, c.want)
			}
			items := notes.Parse(e.New, context(s))
			if len(items) != 1 || items[0].Label != notes.Decided || items[0].Actor != c.actor {
				t.Errorf("%q files %+v", e.New, items)
			}
			if _, again := Find(e.New, s.Person); again {
				t.Errorf("%q is asked about again", e.New)
			}
		})
	}
}

func TestAskingPutsTheQuestionOnTheAgenda(t *testing.T) {
	s := scene("Told her to use Kafka.")
	c := Chips(s, 1, 1)[0]
	change, err := s.Asked(c, context(s))
	if err != nil {
		t.Fatal(err)
	}
	if len(change.Appends) != 1 || change.Appends[0].Text != "ask: "+c.Question || len(change.Rows) != 1 {
		t.Errorf("%+v", change)
	}
	c.Question = ""
	if _, err := s.Asked(c, context(s)); !errors.As(err, &notes.Invalid{}) {
		t.Errorf("an empty question: %v", err)
	}
}

func TestTheThirdDismissalMutesTheRuleForAMonth(t *testing.T) {
	s := scene("Told her to use Kafka.")
	c := Chips(s, 1, 1)[0]
	for n, want := range []int{1, 1, 2, 1, 1, 2} {
		change := s.Dismissed(c)
		if len(change.Rows) != want {
			t.Fatalf("dismissal %d: %+v", n+1, change.Rows)
		}
		if want == 2 {
			if v := change.Rows[1].(notes.Verdict); v.Line != "rule:order" || v.Until != "2026-12-23" {
				t.Errorf("%+v", v)
			}
		}
		s.Verdicts = append(s.Verdicts, change.Rows[0].(notes.Verdict))
	}
}
