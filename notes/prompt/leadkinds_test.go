package prompt

import (
	"strings"
	"testing"

	"handback/notes"
)

// tender is a step-in of which all is said; a change makes it another one.
func tender(began, ends int, change func(*notes.SteppingIn)) func(*notes.PromptFacts) {
	return func(f *notes.PromptFacts) {
		s := notes.SteppingIn{
			People: []notes.PersonID{ana}, What: "the tender", Tag: "tender", Help: notes.HelpAgree, Reason: "two offers are out",
			Sentence: "I sit in until Friday.", ExitSign: "both have answered", Began: ago(began), Ends: ago(ends),
		}
		if change != nil {
			change(&s)
		}
		f.StepIns = []notes.SteppingIn{s}
	}
}

func TestAStepInIsReviewed(t *testing.T) {
	runDue(t, review, []dueCase{
		{"today is its last day", tender(14, 0, nil), ""},
		{"yesterday was its last day", tender(15, 1, nil), reviewEnded},
		{"it was extended, and that end has passed", tender(30, 1, func(s *notes.SteppingIn) { s.Extended = ago(10) }), reviewAgain},
		{"its exit sign was ticked today", tender(3, -9, func(s *notes.SteppingIn) { s.ExitSeen = today }), reviewSeen},
		{"it was handed back today", tender(15, 1, func(s *notes.SteppingIn) { s.HandedBack = today }), ""},
		{"it begins tomorrow", tender(-1, -9, nil), ""},
		{"a crisis of one line, today", tender(0, -7, func(s *notes.SteppingIn) { s.Crisis, s.Help = true, "" }), ""},
		{"a crisis of one line, yesterday", tender(1, -6, func(s *notes.SteppingIn) { s.Crisis, s.Help = true, "" }), reviewCrisis},
		{"a crisis without a sentence", tender(1, -6, func(s *notes.SteppingIn) { s.Crisis, s.Sentence = true, "" }), reviewCrisis},
		{"a crisis of which all is said", tender(1, -6, func(s *notes.SteppingIn) { s.Crisis = true }), ""},
	})
}

func TestSteppingBackIsAskedWhileInFront(t *testing.T) {
	runDue(t, stepBack, []dueCase{
		{"begun today", tender(0, -14, nil), leading},
		{"begins tomorrow", tender(-1, -14, nil), ""},
		{"on its last day", tender(14, 0, nil), leading},
		{"past its last day, which review asks about", tender(15, 1, nil), ""},
		{"handed back", tender(5, -9, func(s *notes.SteppingIn) { s.HandedBack = today }), ""},
		{"a crisis of one line", tender(1, -6, func(s *notes.SteppingIn) { s.Crisis, s.Help = true, "" }), ""},
		{"a crisis of which more is said", tender(1, -6, func(s *notes.SteppingIn) { s.Crisis = true }), leading},
	})
}

func TestAnUpwardHandIsSeen(t *testing.T) {
	noted := func(body string, day int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Lately = []notes.Note{{
				NoteHead: notes.NoteHead{ID: 8, UID: "lately", Person: ana, Kind: notes.JournalNote, Date: ago(day)}, Body: body,
			}}
		}
	}
	runDue(t, upward, []dueCase{
		{"asked me", noted("Long week.\n- She asked me which vendor to pick", 3), broughtUp},
		{"waits for me", noted("waiting on my ok", 3), broughtUp},
		{"asked me something else", noted("She asked me which books helped", 3), ""},
		{"behind a private word", noted("private: she asked me which vendor to pick", 3), ""},
		{"14 days ago", noted("She asked me which vendor to pick", 14), broughtUp},
		{"15 days ago", noted("She asked me which vendor to pick", 15), ""},
		{"tomorrow", noted("She asked me which vendor to pick", -1), ""},
		{"agreed to be mine", noted("She asked me which vendor to pick #platform", 3), ""},
		{"agreed to be shared", func(f *notes.PromptFacts) {
			noted("She asked me which vendor to pick #platform", 3)(f)
			f.Areas[0].Levels[0].Level, f.Goals[0].Wanted = notes.Agree, notes.Agree
		}, broughtUp},
		{"during a step-in", func(f *notes.PromptFacts) {
			noted("She asked me which vendor to pick", 3)(f)
			tender(3, -9, nil)(f)
		}, ""},
	})
}

func TestADecisionOfTheirsOnMyListIsAnUpwardHand(t *testing.T) {
	owe := func(text string, day int, level notes.Level) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			l := line(notes.Todo, notes.Me, text, ago(day))
			l.Tags = notes.TagsIn(text)
			f.IOwe, f.Areas[0].Levels[0].Level, f.Goals[0].Wanted = []notes.Filed{l}, level, level
		}
	}
	runDue(t, upward, []dueCase{
		{"to decide", owe("decide about the second gate #platform", 5, notes.Delegate), broughtUp},
		{"to tell her whether", owe("tell her whether the gate opens at six #platform", 5, notes.Inquire), broughtUp},
		{"to approve", owe("Approve the new sign #platform", 14, notes.Delegate), broughtUp},
		{"15 days ago", owe("approve the new sign #platform", 15, notes.Delegate), ""},
		{"agreed to be shared", owe("decide about the second gate #platform", 5, notes.Agree), ""},
		{"agreed to be mine", owe("decide about the second gate #platform", 5, notes.Consult), ""},
		{"under no area", owe("decide about the second gate", 5, notes.Delegate), ""},
		{"to do something else", owe("tell the others about the gate #platform", 5, notes.Delegate), ""},
		{"done", func(f *notes.PromptFacts) {
			owe("decide about the second gate #platform", 5, notes.Delegate)(f)
			f.IOwe[0] = closed(f.IOwe[0], notes.Done, ago(1))
		}, ""},
		{"during a step-in", func(f *notes.PromptFacts) {
			owe("decide about the second gate #platform", 5, notes.Delegate)(f)
			tender(3, -9, nil)(f)
		}, ""},
	})
}

func TestAnUpwardHandIsAskedAboutOnceAndByItsLine(t *testing.T) {
	w := &world{f: calm()}
	w.f.Lately = []notes.Note{{
		NoteHead: notes.NoteHead{ID: 8, UID: "lately", Person: ana, Kind: notes.HeldNote, Date: ago(3)},
		Body:     "Ben was away.\r\n- She asked me which vendor to pick\r\n",
	}}
	p := w.show(t)
	if l := p.Because[0]; l.Line != 2 || l.Raw != "- She asked me which vendor to pick" || l.NoteUID != "lately" {
		t.Errorf("%+v", l)
	}
	if !strings.Contains(p.Reason, "“She asked me which vendor to pick”") || !strings.Contains(p.Reason, "20 Nov") {
		t.Errorf("%q", p.Reason)
	}
	for _, q := range bank().of(Upward, true, broughtUp) {
		if strings.Contains(q.text, "{line}") {
			t.Errorf("%s would read the manager's note aloud", q.key)
		}
	}
	w.store(Done(p, w.f))
	w.between()
	w.f.Today = w.f.Today.AddDays(5)
	if asked(w, Upward) {
		t.Error("it came back")
	}
}

func TestACallNearerMeIsHandedBack(t *testing.T) {
	call := func(who notes.Actor, tag string, day int, level notes.Level) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Areas[0].Levels[0].Level, f.Areas[0].Limits = level, "tell the customers first"
			f.Goals[0].Wanted = level
			f.Decisions = []notes.Filed{line(notes.Decided, who, "use Kafka #"+tag, ago(day))}
		}
	}
	runDue(t, handBack, []dueCase{
		{"mine, agreed to be mine", call(notes.Me, "platform", 3, notes.Consult), ""},
		{"mine, agreed to be shared", call(notes.Me, "platform", 3, notes.Agree), callOfMine},
		{"shared, agreed to be shared", call(notes.We, "platform", 3, notes.Agree), ""},
		{"shared, agreed to be theirs", call(notes.We, "platform", 3, notes.Advise), callOfMine},
		{"theirs", call(notes.Them, "platform", 3, notes.Advise), ""},
		{"nobody has said whose", call(notes.Unsaid, "platform", 3, notes.Advise), ""},
		{"answered Mine where nothing is agreed", call(notes.Me, "elsewhere", 3, notes.Advise), callOfMine},
		{"shared where nothing is agreed", call(notes.We, "elsewhere", 3, notes.Advise), ""},
		{"30 days ago", call(notes.Me, "platform", 30, notes.Agree), callOfMine},
		{"31 days ago", call(notes.Me, "platform", 31, notes.Agree), ""},
		{"mine to keep", func(f *notes.PromptFacts) {
			call(notes.Me, "platform", 3, notes.Agree)(f)
			f.Verdicts = []notes.Verdict{verdict(f.Decisions[0], notes.MineToKeepVerdict, "")}
		}, ""},
		{"put off until today", func(f *notes.PromptFacts) {
			call(notes.Me, "platform", 3, notes.Agree)(f)
			f.Verdicts = []notes.Verdict{verdict(f.Decisions[0], notes.NotYetVerdict, today)}
		}, ""},
		{"put off until yesterday", func(f *notes.PromptFacts) {
			call(notes.Me, "platform", 3, notes.Agree)(f)
			f.Verdicts = []notes.Verdict{verdict(f.Decisions[0], notes.NotYetVerdict, ago(1))}
		}, callOfMine},
		{"inside a step-in", func(f *notes.PromptFacts) {
			call(notes.Me, "platform", 3, notes.Agree)(f)
			f.StepIns = []notes.SteppingIn{{People: []notes.PersonID{ana}, Help: notes.HelpDecide, Began: ago(4), HandedBack: ago(2)}}
		}, ""},
	})
}

func verdict(l notes.Filed, said string, until notes.Date) notes.Verdict {
	return notes.Verdict{NoteUID: l.NoteUID, Line: notes.NormaliseLine(l.Raw), Verdict: said, Until: until}
}

func TestACallIsAskedAboutOnce(t *testing.T) {
	w := &world{f: calm()}
	w.f.Decisions = []notes.Filed{line(notes.Decided, notes.Me, "use Kafka #elsewhere", ago(3))}
	w.store(Done(w.show(t), w.f))
	w.between()
	w.f.Today = w.f.Today.AddDays(10)
	if asked(w, HandBack) {
		t.Error("it came back")
	}
}

func TestContextIsDue(t *testing.T) {
	level := func(l notes.Level, limits string) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Areas[0].Levels, f.Areas[0].Limits = []notes.DatedLevel{{From: ago(9), Level: l}}, limits
			f.Goals[0].Wanted = l
		}
	}
	company := func(goal notes.CompanyGoalID, closed notes.Date) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Company = []notes.CompanyGoal{{ID: 4, Title: "Fewer releases", Closed: closed}, {ID: 5, Title: "One mail"}}
			f.Goals[0].Company = goal
		}
	}
	changed := func(on, talked notes.Date) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			company(5, "")(f)
			f.CompanyChanged = map[notes.CompanyGoalID]notes.Date{5: on}
			if talked != "" {
				f.Company[1].Talks = []notes.CompanyTalk{{Company: 5, Person: ana, On: talked}, {Company: 5, Person: 9, On: today}}
			}
		}
	}
	runDue(t, context, []dueCase{
		{"theirs, nothing written", level(notes.Advise, ""), noLimits},
		{"theirs, limits written", level(notes.Advise, "tell the customers first"), ""},
		{"shared, nothing written", level(notes.Agree, ""), ""},
		{"a goal of no company goal, and there are none", func(*notes.PromptFacts) {}, ""},
		{"a goal of no company goal, and there are some", company(0, ""), noCompanyGoal},
		{"a goal of one", company(4, ""), ""},
		{"a goal of one that is closed", company(4, ago(2)), noCompanyGoal},
		{"a goal of none, begun 59 days ago", func(f *notes.PromptFacts) { company(0, "")(f); f.Goals[0].Start = ago(59) }, ""},
		{"a goal of none, begun 60 days ago", func(f *notes.PromptFacts) { company(0, "")(f); f.Goals[0].Start = ago(60) }, noCompanyGoal},
		{"a company goal changed today", changed(today, ""), companyChanged},
		{"changed, and talked through that day", changed(ago(9), ago(9)), ""},
		{"changed, and talked through the day before", changed(ago(9), ago(10)), companyChanged},
		{"changed, and a note since says its words", func(f *notes.PromptFacts) {
			changed(ago(9), "")(f)
			wrote("Long talk about the one mail.", 8)(f)
		}, ""},
		{"changed, and a note before said its words", func(f *notes.PromptFacts) {
			changed(ago(9), "")(f)
			wrote("Long talk about the one mail.", 10)(f)
		}, companyChanged},
	})
}

func TestConnectIsDue(t *testing.T) {
	with := func(p notes.Person, tag string) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Team = []notes.Person{p}
			l := line(notes.Praise, notes.Them, "ran the rollout #"+tag, ago(40))
			l.Person = 3
			f.Strengths = []notes.Filed{l}
		}
	}
	ben := notes.Person{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"}
	away, left, other := ben, ben, ben
	away.State, left.State, other.ID = notes.StateAway, notes.StateLeft, 8
	runDue(t, connect, []dueCase{
		{"a colleague has done it", with(ben, "platform"), colleague},
		{"a colleague has done something else", with(ben, "reports"), ""},
		{"the colleague is away", with(away, "platform"), ""},
		{"the colleague has left", with(left, "platform"), ""},
		{"it was somebody who is no report now", with(other, "platform"), ""},
		{"the goal is reached", func(f *notes.PromptFacts) {
			with(ben, "platform")(f)
			f.Goals[0].State, f.Held = notes.GoalReached, nil
		}, ""},
	})
}

func TestConnectSaysOnlyWhatTheColleagueWouldSay(t *testing.T) {
	f := calm()
	f.Others = append(f.Others, "Dana")
	f.Team = []notes.Person{{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"}}
	l := line(notes.Praise, notes.Them, "let Dana finish her sentence #platform", ago(40))
	l.Person = 3
	f.Strengths = []notes.Filed{l}
	p := Choose(f)[0]
	if p.Kind != Connect || !p.ForThem || !strings.Contains(p.Text, "Ben") {
		t.Fatalf("%+v", p)
	}
	for _, q := range bank().of(Connect, true, colleague) {
		text, ok := render(q, connectDue(f)[0], f)
		if !ok || strings.Contains(text, "Dana") || strings.Contains(text, "sentence") || strings.Contains(text, "Kofi") {
			t.Errorf("%q", text)
		}
	}
	f.Goals[0].Title = "Take over from Dana"
	for _, q := range bank().of(Connect, true, colleague) {
		if text, ok := render(q, connectDue(f)[0], f); ok && strings.Contains(text, "Dana") {
			t.Errorf("%q", text)
		}
	}
}

func TestEncouragementIsDue(t *testing.T) {
	stuck := func(s notes.State, day int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			l := line(notes.Stuck, notes.Them, "the export", ago(day))
			l.State = s
			f.Stuck = []notes.Filed{l}
		}
	}
	moved := func(on, from, to int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Goals[0].Moves = []notes.TargetMove{{On: ago(on), From: ago(from), To: ago(to)}}
		}
	}
	runDue(t, encourage, []dueCase{
		{"stuck since today", stuck(notes.Open, 0), isStuck},
		{"a note dated tomorrow", stuck(notes.Open, -1), ""},
		{"cleared", stuck(notes.Cleared, 3), ""},
		{"a date moved 21 days ago", moved(21, 10, -10), movedDate},
		{"a date moved 22 days ago", moved(22, 10, -10), ""},
		{"a date moved nearer", moved(3, -10, -5), ""},
		{"a first date", func(f *notes.PromptFacts) {
			f.Goals[0].Moves = []notes.TargetMove{{On: ago(3), To: ago(-20)}}
		}, ""},
	})
}

func TestReflectionIsDue(t *testing.T) {
	calls := func(n, day int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			for range n {
				f.Decisions = append(f.Decisions, line(notes.Decided, notes.Me, "use Kafka #platform", ago(day)))
			}
		}
	}
	runDue(t, reflect, []dueCase{
		{"two calls of mine", calls(2, 3), ""},
		{"three in the last one-on-one", calls(3, 3), myCalls},
		{"three the day before it", calls(3, 4), ""},
		{"three, one of them reversed", func(f *notes.PromptFacts) {
			calls(3, 2)(f)
			f.Decisions[0].State = notes.Reversed
		}, ""},
		{"no one-on-one so far", func(f *notes.PromptFacts) { calls(3, 2)(f); f.Held = nil }, ""},
	})
}
