package handover

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/document"
)

const me, ana, ben = notes.PersonID(1), notes.PersonID(2), notes.PersonID(3)

func people() []notes.Person {
	return []notes.Person{
		{ID: me, Kind: notes.KindMe, Name: "Mo Lee"},
		{ID: ana, UID: "u-ana", Kind: notes.KindReport, Name: "Ana Ruiz"},
		{ID: ben, Kind: notes.KindReport, Name: "Ben Ode"},
	}
}

func line(i notes.Item, day notes.Date) notes.Filed {
	i.Raw = i.Text
	if i.People == nil {
		i.People = []notes.PersonID{ana}
	}
	return notes.Filed{Item: i, Person: ana, Note: 7, NoteUID: "n7", NoteDate: day, NoteKind: notes.HeldNote, NotePerson: ana}
}

func anasFacts() Facts {
	return Facts{
		PageFacts: brief.PageFacts{
			Person: people()[1], Today: "2026-11-23", Me: me, Names: notes.NewNames(people()),
			Areas: []notes.Area{
				{UID: "a1", Tag: "hiring", Limits: "The budget", Levels: []notes.DatedLevel{{From: "2026-01-01", Level: notes.Advise}}},
				{UID: "a2", Tag: "no-level"},
				{UID: "a3", Tag: "bens-work", Limits: "Ben Ode agrees", Levels: []notes.DatedLevel{{From: "2026-01-01", Level: notes.Tell}}},
			},
			Goals: []notes.Goal{
				{
					UID: "g1", Title: "lead platform.", State: notes.GoalOpen, Target: "2026-12-04",
					Steps:         []notes.Step{{Text: "done", Done: "2026-01-01"}, {Text: "Write the guide."}},
					Opportunities: []notes.Opportunity{{UID: "o1", Kind: notes.Workshop, Text: "two days", State: notes.Booked, Date: "2026-12-10"}, {Text: "x", State: notes.Used}},
				},
				{UID: "g2", Title: "reached", State: notes.GoalReached},
			},
			IOwe: []notes.Filed{
				line(notes.Item{Label: notes.Todo, Actor: notes.Me, Text: "ask finance", Due: "2026-12-01"}, "2026-11-01"),
				line(notes.Item{Label: notes.Todo, Actor: notes.Me, Text: "tell Ben Ode he is late"}, "2026-11-01"),
			},
			Ideas: []notes.Filed{
				line(notes.Item{Label: notes.Idea, Actor: notes.Them, Text: "swap days"}, "2026-11-02"),
				line(notes.Item{Label: notes.Idea, Actor: notes.Them, Text: "drop mail", State: notes.Declined, Remark: "No budget"}, "2026-11-02"),
			},
			Expectations: []notes.Expectation{
				{UID: "e1", Theirs: true, Text: "Bad news early"}, {UID: "e2", Text: "An answer within a week"},
			},
		},
		TheyOwn: []notes.Filed{line(notes.Item{Label: notes.Todo, Actor: notes.Them, Text: "draft the plan"}, "2026-11-01")},
		Decided: []notes.Filed{
			line(notes.Item{Label: notes.Decided, Actor: notes.We, Text: "releases on Tuesdays"}, "2026-11-03"),
			line(notes.Item{Label: notes.Decided, Actor: notes.We, Text: "taken back", State: notes.Reversed}, "2026-11-03"),
			line(notes.Item{Label: notes.Decided, Actor: notes.Me, Text: "mine"}, "2026-11-03"),
		},
		Needs: []notes.Filed{line(notes.Item{Label: notes.Need, Actor: notes.Them, Text: "quiet mornings"}, "2026-11-04")},
	}
}

func said(p Pack) []string {
	var out []string
	for _, part := range p.Parts {
		for _, l := range part.Lines {
			out = append(out, part.Title+": "+l.Whole())
		}
	}
	return out
}

func TestThePackHoldsWhatWasAgreedAndNothingElse(t *testing.T) {
	p := Show(anasFacts(), Kept{})
	want := []string{
		"Who decides what: Hiring: Ana's call (Advise) · limits: the budget",
		"Goals: Lead platform, by 4 Dec · next: Write the guide",
		"Opportunities: Two days: workshop, booked, 10 Dec",
		"Promised to Ana: Ask finance, by 1 Dec",
		"Ana's open actions: Draft the plan",
		"Agreed together: Releases on Tuesdays, 3 Nov",
		"What helps: Ana: Bad news early",
		"What helps: The manager: An answer within a week",
		"What helps: Quiet mornings · needed since 4 Nov",
		"Ana's ideas: Swap days · no answer yet",
		"Ana's ideas: Drop mail · declined: no budget",
	}
	if got := said(p); !slices.Equal(got, want) {
		t.Errorf("the pack is\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(p.Held) != 1 || p.Held[0].Text != "Tell Ben Ode he is late" {
		t.Errorf("held back are %+v", p.Held)
	}
}

func TestTheAnswerToAnIdeaIsSaidToWhoeverTakesOver(t *testing.T) {
	for name, c := range map[string]struct {
		state  notes.State
		remark string
		want   string
	}{
		"none":                       {notes.Open, "", "no answer yet"},
		"on trial":                   {notes.Trying, "", "being tried"},
		"declined":                   {notes.Declined, "No budget", "declined: no budget"},
		"tried":                      {notes.Learned, "", "tried"},
		"tried, and what we learned": {notes.Learned, "Mails went unread", "tried, and what we learned: Mails went unread"},
	} {
		t.Run(name, func(t *testing.T) {
			f := Facts{PageFacts: brief.PageFacts{Person: people()[1], Today: "2026-11-23", Me: me, Names: notes.NewNames(people())}}
			f.Ideas = []notes.Filed{line(notes.Item{Label: notes.Idea, Text: "drop mail", State: c.state, Remark: c.remark}, "2026-11-02")}
			if got := said(Show(f, Kept{})); len(got) != 1 || got[0] != "Ana's ideas: Drop mail · "+c.want {
				t.Errorf("it says %q", got)
			}
		})
	}
}

func TestALineThatWasLookedAtIsInThePack(t *testing.T) {
	f := anasFacts()
	held := Show(f, Kept{}).Held[0]
	f.Verdicts = []notes.Verdict{held.Let().Rows[0].(notes.Verdict)}
	if p := Show(f, Kept{}); len(p.Held) != 0 || !strings.Contains(strings.Join(said(p), "\n"), "Tell Ben Ode he is late") {
		t.Errorf("held back are %+v", p.Held)
	}
}

func TestWhatMayBeHandedOverMayNotYetStandOnTheirPage(t *testing.T) {
	all := anasFacts()
	desk := line(notes.Item{Label: notes.Need, Text: "a desk", Due: "2026-12-01"}, "2026-11-01")
	f := FactsOf(all.PageFacts, notes.Facts{
		IOwe: all.IOwe, TheyOwn: all.TheyOwn, Needs: append(all.Needs, desk),
	}, append(all.Decided, notes.Filed{Person: ben, Item: notes.Item{Actor: notes.We, Text: "Ben's"}}))
	if len(f.Needs) != 1 || len(f.Decided) != len(all.Decided) {
		t.Errorf("there are %d needs, %d decisions", len(f.Needs), len(f.Decided))
	}
	f.Verdicts = []notes.Verdict{Show(f, Kept{}).Held[0].Let().Rows[0].(notes.Verdict)}
	page := f.PageFacts
	page.May = ""
	if held := brief.ShowTheirPage(page).Held; len(Show(f, Kept{}).Held) != 0 || len(held) != 1 {
		t.Errorf("let into the pack, their page holds back %+v", held)
	}
	f.Verdicts = []notes.Verdict{brief.ShowTheirPage(page).Held[0].Let().Rows[0].(notes.Verdict)}
	if held := Show(f, Kept{}).Held; len(held) != 1 {
		t.Errorf("let onto their page, the pack holds back %+v", held)
	}
}

// kept is what a change of a pack keeps.
func kept(t *testing.T, c notes.Change, err error) Kept {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	s := c.Rows[0].(notes.PutSetting)
	if s.Key != "handover.u-ana" {
		t.Fatalf("it is kept as %q", s.Key)
	}
	return ReadKept(s.Value)
}

const budget, answer = "area:a1", "count:e2"

func TestWhatThePersonSaysAndTheManagerChangesIsKept(t *testing.T) {
	f := anasFacts()
	p := Show(f, Kept{})
	c, err := p.Edit(budget, Edit{Text: "Hiring is Ana's call", Said: "and contractors?"})
	p = Show(f, kept(t, c, err))
	if l, _ := p.Line(budget); l.Whole() != "Hiring is Ana's call" || l.Said != "and contractors?" || !strings.HasPrefix(l.Made, "Hiring: Ana's call (") {
		t.Errorf("the line is %+v", l)
	}
	c, err = p.Edit(answer, Edit{Text: "The manager: An answer within a week", Out: true})
	p = Show(f, kept(t, c, err))
	if l, _ := p.Line(answer); !l.Out || l.Made != "" {
		t.Errorf("left out is %+v", l)
	}
	c, err = p.Add(Helps, " I work best  before noon ")
	p = Show(f, kept(t, c, err))
	text := document.Plain(p.Document())
	for _, want := range []string{"Hiring is Ana's call", "Ana says: and contractors?", "I work best before noon", "Ana hasn't read it yet."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "answer within a week") {
		t.Errorf("what was left out is in\n%s", text)
	}
	p = Show(f, kept(t, p.Remove("added:1"), nil))
	if strings.Contains(document.Plain(p.Document()), "before noon") {
		t.Error("what was removed is in the pack")
	}
	c, err = p.Edit(budget, Edit{Text: "Hiring: Ana's call (Advise) · limits: the budget"})
	c2, err2 := Show(f, kept(t, c, err)).Edit(answer, Edit{Text: "The manager: An answer within a week"})
	if k := kept(t, c2, err2); slices.ContainsFunc(k.Lines, func(l KeptLine) bool { return l.Text != "" || l.Said != "" || l.Out }) {
		t.Errorf("as the journal says it again, %+v is kept", k)
	}
}

func TestThePackGoesFromReadToAmendedToAgreed(t *testing.T) {
	f := anasFacts()
	p := Show(f, kept(t, Show(f, Kept{}).Give(), nil))
	if p.Kept.State != Reading || p.SayState() != "Given to Ana to read on 23 Nov." {
		t.Fatalf("%q: %s", p.Kept.State, p.SayState())
	}
	f.Today = "2026-11-25"
	p = Show(f, p.Kept)
	c, err := p.Edit(budget, Edit{Text: "Hiring is hers", Said: "yes"})
	if p = Show(f, kept(t, c, err)); p.Kept.State != Amended || !strings.HasPrefix(p.SayState(), "Changed on 25 Nov") {
		t.Fatalf("%q: %s", p.Kept.State, p.SayState())
	}
	if p = Show(f, kept(t, p.Settle(), nil)); p.Kept.State != Settled || p.SayState() != "Agreed with Ana on 25 Nov." {
		t.Fatalf("%q: %s", p.Kept.State, p.SayState())
	}
	f.TheyOwn = append(f.TheyOwn, line(notes.Item{Label: notes.Todo, Actor: notes.Them, Text: "one more"}, "2026-11-26"))
	f.Areas[0].Limits = "the plan"
	p = Show(f, p.Kept)
	if l, _ := p.Line(budget); l.News != ChangedLine {
		t.Errorf("a changed line is %+v", l)
	}
	var fresh []string
	for _, part := range p.Parts {
		for _, l := range part.Lines {
			if l.News == NewLine {
				fresh = append(fresh, l.Text)
			}
		}
	}
	if !slices.Equal(fresh, []string{"One more"}) || p.SayState() != "Agreed with Ana on 25 Nov. Your notes have changed since." {
		t.Errorf("new are %q: %s", fresh, p.SayState())
	}
	if k := p.StartOver().Rows[0].(notes.PutSetting); k.Value != "" {
		t.Errorf("started over, %q is kept", k.Value)
	}
}

func TestALineThatSaysNothingIsRefused(t *testing.T) {
	p := Show(anasFacts(), Kept{})
	for name, err := range map[string]error{
		"empty":    errorOf(p.Edit(budget, Edit{Text: " "})),
		"added":    errorOf(p.Add(Helps, "\n")),
		"too long": errorOf(p.Add(Helps, strings.Repeat("x", mostText+1))),
		"the name": errorOf(p.SetTo(strings.Repeat("x", mostName+1))),
	} {
		t.Run(name, func(t *testing.T) {
			var invalid notes.Invalid
			if !errors.As(err, &invalid) || invalid.Why == "" {
				t.Errorf("it says %v", err)
			}
		})
	}
	if err := errorOf(p.Edit("area:gone", Edit{Text: "x"})); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("of a line that is gone: %v", err)
	}
}

func errorOf(_ notes.Change, err error) error { return err }

func TestTheAgendaIsShortAndNamesAllThree(t *testing.T) {
	f := anasFacts()
	for i := range 8 {
		f.IOwe = append(f.IOwe, line(notes.Item{Label: notes.Todo, Actor: notes.Me, Text: fmt.Sprint("promise ", i)}, "2026-11-01"))
	}
	c, err := Show(f, Kept{}).SetTo("Kim Sato")
	p := Show(f, kept(t, c, err))
	d := p.Agenda("Mo")
	if d.Title != "Handing over: Ana and Kim Sato" {
		t.Error(d.Title)
	}
	text := document.Plain(d)
	for _, want := range []string{"Hiring", "Lead platform", "Ask finance", "4 more lines in the pack", "Swap days", "Bad news early", "When do Ana and Kim Sato meet next?"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	for me, want := range map[string]string{"Mo": "Which will Mo keep", "": "Which will the outgoing manager keep"} {
		if text := document.Plain(p.Agenda(me)); !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	for _, part := range d.Parts {
		if part.Room == 0 || len(part.Lines) > fewInTalk+1 {
			t.Errorf("%s has %d lines and room for %d", part.Title, len(part.Lines), part.Room)
		}
	}
}

// TestNothingThatIsLeftOutLeaves holds of random acts on a pack that what is left out, and only that, stays away.
func TestNothingThatIsLeftOutLeaves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anasFacts()
		k := Kept{}
		for range rapid.IntRange(0, 12).Draw(t, "acts") {
			p := Show(f, k)
			var c notes.Change
			var err error
			switch rapid.IntRange(0, 4).Draw(t, "act") {
			case 0:
				c = p.Give()
			case 1:
				c = p.Settle()
			case 2:
				c, err = p.Add(Helps, "w"+rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "text"))
			default:
				var all []Line
				for _, part := range p.Parts {
					all = append(all, part.Lines...)
				}
				l := all[rapid.IntRange(0, len(all)-1).Draw(t, "line")]
				c, err = p.Edit(l.Key, Edit{Text: l.Whole(), Out: rapid.Bool().Draw(t, "out"), Said: rapid.StringMatching(`[a-z]{0,5}`).Draw(t, "said")})
			}
			if err != nil {
				t.Fatal(err)
			}
			k = ReadKept(c.Rows[0].(notes.PutSetting).Value)
		}
		p := Show(f, k)
		leaves := 0
		for _, part := range p.Document().Parts {
			leaves += len(part.Lines)
		}
		stays := 0
		for _, part := range p.Parts {
			for _, l := range part.Lines {
				if !l.Out {
					stays++
				}
			}
		}
		if leaves != stays {
			t.Fatalf("%d lines leave, %d are not left out", leaves, stays)
		}
	})
}
