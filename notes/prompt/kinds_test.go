package prompt

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"handback/notes"
)

const (
	today = notes.Date("2026-11-23")
	ana   = notes.PersonID(2)
)

// ago is the day n days before today.
func ago(n int) notes.Date { return today.AddDays(-n) }

// line is a filed line of Ana's, noted on a day.
func line(label notes.Label, actor notes.Actor, text string, noted notes.Date) notes.Filed {
	return notes.Filed{
		Item: notes.Item{
			Line: 1, Raw: string(label) + ": " + text, Label: label, Actor: actor, People: []notes.PersonID{ana},
			Text: text, Tags: notes.TagsIn(text),
		},
		Person: ana, NotePerson: ana, NoteUID: "note-" + string(noted), NoteDate: noted, NoteKind: notes.HeldNote,
	}
}

func due(l notes.Filed, day notes.Date) notes.Filed { l.Due = day; return l }

func closed(l notes.Filed, s notes.State, day notes.Date) notes.Filed {
	l.State, l.StateDate = s, day
	return l
}

// calm are facts that give no kind a reason: a goal that moves, recent praise, idea and need, four held one-on-ones.
func calm() notes.PromptFacts {
	return notes.PromptFacts{
		Facts: notes.Facts{
			Person: notes.Person{
				ID: ana, UID: "u-ana", Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.She,
				State: notes.StateHere,
			},
			Today:    today,
			Goals:    []notes.Goal{goal("Lead platform", "platform")},
			Evidence: map[notes.GoalID]notes.Filed{1: line(notes.Decided, notes.Them, "the rollout #platform", ago(3))},
			Areas:    []notes.Area{{Tag: "platform", Levels: []notes.DatedLevel{{From: ago(90), Level: notes.Consult}}}},
		},
		Held:       []notes.Date{ago(3), ago(17), ago(31), ago(45)},
		LastPraise: ago(3),
		IdeaDates:  []notes.Date{ago(17)},
		NeedDates:  []notes.Date{ago(17)},
		Others:     []string{"Ben Kofi", "Ben", "Chidi"},
	}
}

func goal(title, tag string) notes.Goal {
	return notes.Goal{ID: 1, Title: title, Tag: tag, Start: ago(120), State: notes.GoalOpen, Wanted: notes.Advise}
}

func TestCalmFactsAskNothing(t *testing.T) {
	if p := Choose(calm()); len(p) > 0 {
		t.Errorf("%+v", p)
	}
}

// dueCase changes the calm facts; want is the occasion that the kind then sees, "" for none.
type dueCase struct {
	name string
	with func(*notes.PromptFacts)
	want string
}

// wholeReason is how a reason is said: a quoted line stands at its end, after a colon, with a capital.
var wholeReason = regexp.MustCompile(`^because [^“”{}]*(: “[^\p{Ll}“”{}][^“”{}]*”)?$`)

func runDue(t *testing.T, k kind, cases []dueCase) {
	t.Helper()
	for _, c := range cases {
		f := calm()
		c.with(&f)
		got := k.due(f)
		if c.want == "" {
			if len(got) > 0 {
				t.Errorf("%s: due for %s (%s)", c.name, got[0].name, got[0].reason)
			}
			continue
		}
		if len(got) == 0 || got[0].name != c.want {
			t.Errorf("%s: not due for %s: %+v", c.name, c.want, got)
			continue
		}
		if got[0].since > f.Today || !got[0].since.Valid() {
			t.Errorf("%s: holds since %q", c.name, got[0].since)
		}
		if r := got[0].reason; !wholeReason.MatchString(r) {
			t.Errorf("%s: the reason %q does not begin with because, or quotes before its end", c.name, r)
		}
		if len(Choose(f)) == 0 {
			t.Errorf("%s: due, and nothing is asked", c.name)
		}
	}
}

func TestMyPromiseIsDueTheDayAfter(t *testing.T) {
	owe := func(l notes.Filed) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.IOwe = []notes.Filed{l} }
	}
	todo := line(notes.Todo, notes.Me, "answer on the budget", ago(20))
	runDue(t, myPromise, []dueCase{
		{"today is its day", owe(due(todo, today)), ""},
		{"yesterday was its day", owe(due(todo, ago(1))), overdue},
		{"it has no day", owe(todo), ""},
		{"we promised it to each other", owe(due(line(notes.Todo, notes.We, "clear the room", ago(9)), ago(1))), ""},
		{"a need with a day", owe(due(line(notes.Need, notes.Them, "an hour with legal", ago(9)), ago(1))), overdue},
		{"a need on its day", owe(due(line(notes.Need, notes.Them, "an hour with legal", ago(9)), today)), ""},
	})
}

// weekly has one-on-ones been held each week.
func weekly(f *notes.PromptFacts) {
	f.Held = []notes.Date{ago(3), ago(10), ago(17), ago(24), ago(31), ago(38)}
}

func TestAGoalIsStill(t *testing.T) {
	seen := func(n int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			weekly(f)
			f.Evidence = map[notes.GoalID]notes.Filed{1: line(notes.Praise, notes.Them, "x #platform", ago(n))}
		}
	}
	moved := func(lines int, days ...int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			seen(lines)(f)
			for _, d := range days {
				m := notes.TargetMove{On: ago(d), From: ago(d), To: ago(d).AddDays(30)}
				f.Goals[0].Moves = append(f.Goals[0].Moves, m)
			}
		}
	}
	runDue(t, stalled, []dueCase{
		{"27 days without a line", seen(27), ""},
		{"28 days without a line", seen(28), goalQuiet},
		{"a step was done meanwhile", func(f *notes.PromptFacts) {
			seen(40)(f)
			f.Goals[0].Steps = []notes.Step{{Text: "s", Owner: notes.Them, Done: ago(27)}}
		}, ""},
		{"begun 27 days ago", func(f *notes.PromptFacts) { f.Evidence = nil; f.Goals[0].Start = ago(27) }, ""},
		{"begun 28 days ago", func(f *notes.PromptFacts) { weekly(f); f.Evidence = nil; f.Goals[0].Start = ago(28) }, goalQuiet},
		{"its date moved once", moved(20, 10), ""},
		{"its date moved twice", moved(20, 15, 10), goalMoved},
		{"moved twice, and a line since", moved(9, 15, 10), ""},
		{"moved twice, once to an earlier day", func(f *notes.PromptFacts) {
			moved(20, 15)(f)
			f.Goals[0].Moves = append(f.Goals[0].Moves, notes.TargetMove{On: ago(9), From: today, To: ago(5)})
		}, ""},
		{"the goal is reached", func(f *notes.PromptFacts) { seen(40)(f); f.Goals[0].State = notes.GoalReached }, ""},
	})
}

// Nothing noted on a goal says something only where there was occasion to note it: three one-on-ones.
func TestAGoalIsStillThroughThreeOneOnOnes(t *testing.T) {
	held := func(days ...int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Evidence = map[notes.GoalID]notes.Filed{1: line(notes.Praise, notes.Them, "x #platform", ago(60))}
			f.Held = nil
			for _, d := range days {
				f.Held = append(f.Held, ago(d))
			}
		}
	}
	led := func(what string, with func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			with(f)
			f.StepIns = []notes.SteppingIn{{People: []notes.PersonID{ana}, What: what, Began: ago(3), Ends: ago(-9)}}
		}
	}
	runDue(t, stalled, []dueCase{
		{"three since the last line", held(10, 30, 59), goalQuiet},
		{"three with that of its own day", held(10, 30, 60), ""},
		{"two since", held(10, 30, 70, 80), ""},
		{"none since", held(61, 70, 80), ""},
		{"three, and I lead it from in front", led("the platform until Friday", held(10, 30, 59)), ""},
		{"three, and I lead something else", led("the tender", held(10, 30, 59)), goalQuiet},
	})
}

func TestAnActionOfMineOnTheirGoalIsHandedBack(t *testing.T) {
	owe := func(l notes.Filed) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.IOwe = []notes.Filed{l} }
	}
	step := func(s notes.Step) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Goals[0].Steps = []notes.Step{{Text: "first", Owner: notes.Them}, s}
		}
	}
	runDue(t, handBack, []dueCase{
		{"with the goal's tag", owe(line(notes.Todo, notes.Me, "choose the queue #platform", ago(3))), actionOfMine},
		{"without it", owe(line(notes.Todo, notes.Me, "choose the queue", ago(3))), ""},
		{"an errand for it", owe(line(notes.Todo, notes.Me, "get the budget for the queue #platform", ago(3))), ""},
		{"to tell others", owe(line(notes.Todo, notes.Me, "tell sales that the platform dates come from Ana #platform", ago(3))), ""},
		{"to write it, and not to somebody", owe(line(notes.Todo, notes.Me, "write the rollout plan #platform", ago(3))), actionOfMine},
		{"to write to somebody", owe(line(notes.Todo, notes.Me, "write to the board #platform", ago(3))), ""},
		{"a step of mine that is an errand", step(notes.Step{Text: "Introduce her to the board", Owner: notes.Me}), ""},
		{"without it, in the words of its title", owe(line(notes.Todo, notes.Me, "find who could lead the platform", ago(3))), actionOfMine},
		{"with another tag", owe(line(notes.Todo, notes.Me, "choose the queue #platforms", ago(3))), ""},
		{"of both of us", owe(line(notes.Todo, notes.We, "choose the queue #platform", ago(3))), ""},
		{"a step of mine", step(notes.Step{Text: "open the door", Owner: notes.Me}), actionOfMine},
		{"a step of mine, done", step(notes.Step{Text: "open the door", Owner: notes.Me, Done: ago(1)}), ""},
		{"a step of theirs", step(notes.Step{Text: "open the door", Owner: notes.Them}), ""},
		{"the goal was dropped", func(f *notes.PromptFacts) {
			owe(line(notes.Todo, notes.Me, "choose the queue #platform", ago(3)))(f)
			f.Goals[0].State = notes.GoalDropped
		}, ""},
	})
}

func TestPraiseIsDue(t *testing.T) {
	done := func(doneOn, praised int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.LastPraise = ago(praised)
			f.DoneLately = []notes.Filed{closed(line(notes.Todo, notes.Them, "write the guide", ago(20)), notes.Done, ago(doneOn))}
		}
	}
	call := func(day, praised int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.LastPraise = ago(praised)
			f.DoneLately = []notes.Filed{line(notes.Decided, notes.Them, "skip the release", ago(day))}
		}
	}
	unsaid := func(label notes.Label, day int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Unsaid = []notes.Filed{line(label, notes.Them, "ran the review — let others speak", ago(day))}
		}
	}
	praised := func(n int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.LastPraise = ago(n)
			f.Held = []notes.Date{ago(3), ago(10), ago(17), ago(31)}
		}
	}
	none := func(held int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.LastPraise = ""; f.Held = f.Held[:held] }
	}
	runDue(t, praise, []dueCase{
		{"written today", unsaid(notes.Praise, 0), ""},
		{"written yesterday", unsaid(notes.Praise, 1), praiseNotSaid},
		{"feedback is not praise", unsaid(notes.Feedback, 1), ""},
		{"finished 6 days ago", done(6, 10), ""},
		{"finished 7 days ago", done(7, 10), praiseDone},
		{"finished, and praised that day", done(7, 7), ""},
		{"finished, praised the day before", done(7, 8), praiseDone},
		{"a call 6 days ago", call(6, 10), ""},
		{"a call 7 days ago", call(7, 10), praiseCall},
		{"no praise for 20 days", praised(20), ""},
		{"no praise for 21 days", praised(21), praiseLongAgo},
		{"no praise for 21 days, one of them off", func(f *notes.PromptFacts) {
			praised(21)(f)
			f.Person.Off = notes.DaysOff{{From: ago(4), To: ago(4)}}
		}, ""},
		{"no praise for 30 days, two one-on-ones since", func(f *notes.PromptFacts) {
			praised(30)(f)
			f.Held = []notes.Date{ago(3), ago(17), ago(30), ago(31)}
		}, ""},
		{"no praise for 89 days", praised(89), praiseLongAgo},
		{"no praise for 90 days", praised(90), praiseBegan},
		{"a call 45 days ago", call(45, 46), praiseCall},
		{"a call 46 days ago", call(46, 47), praiseLongAgo},
		{"finished before praise was asked about and done", func(f *notes.PromptFacts) {
			done(10, 12)(f)
			f.History = []notes.PromptEvent{{Person: ana, Kind: Praise, Shown: ago(9), Left: ago(9), Outcome: notes.ActedOn}}
		}, ""},
		{"finished before praise was passed over", func(f *notes.PromptFacts) {
			done(10, 12)(f)
			f.History = []notes.PromptEvent{{Person: ana, Kind: Praise, Shown: ago(9), Left: ago(9), Outcome: notes.PassedOver}}
		}, praiseDone},
		{"no praise so far, two one-on-ones", none(2), ""},
		{"no praise so far, three one-on-ones", none(3), praiseLongAgo},
	})
}

func TestGrowthIsDue(t *testing.T) {
	noGoal := func(days ...int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Goals, f.Held = nil, nil
			for _, n := range days {
				f.Held = append(f.Held, ago(n))
			}
		}
	}
	next := func(steps ...notes.Step) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.Goals[0].Steps = steps }
	}
	mine := notes.Step{Text: "give her the budget", Owner: notes.Me}
	theirs := notes.Step{Text: "run the review", Owner: notes.Them}
	theirsDone := notes.Step{Text: "run the review", Owner: notes.Them, Done: ago(5)}
	calls := func(n int, wanted notes.Level) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.LastPraise = today
			f.Goals[0].Wanted = wanted
			for i := range n {
				c := line(notes.Decided, notes.Them, "call #platform", ago(10+i))
				f.Decisions = append(f.Decisions, c)
			}
		}
	}
	runDue(t, growth, []dueCase{
		{"no goal after two one-on-ones", noGoal(3, 90), ""},
		{"no goal after three, the first 60 days ago", noGoal(3, 31, 60), growNoGoal},
		{"no goal after three, the first 59 days ago", noGoal(3, 31, 59), ""},
		{"a goal was closed 60 days ago", func(f *notes.PromptFacts) { noGoal(3, 31, 90)(f); f.GoalClosed = ago(60) }, growNoGoal},
		{"a goal was closed 59 days ago", func(f *notes.PromptFacts) { noGoal(3, 31, 90)(f); f.GoalClosed = ago(59) }, ""},
		{"the next step is mine", next(theirsDone, mine, theirs), growMyStep},
		{"a later step is mine", next(theirs, mine), ""},
		{"two calls", calls(2, notes.Advise), ""},
		{"three calls", calls(3, notes.Advise), growReady},
		{"three calls where no goal says a level", calls(3, notes.NoLevel), growReady},
		{"three calls at the level wanted", calls(3, notes.Consult), ""},
		{"three calls where all is theirs", func(f *notes.PromptFacts) {
			calls(3, notes.NoLevel)(f)
			f.Areas[0].Levels[0].Level = notes.Delegate
			f.Areas[0].Limits = "tell the customers first"
		}, ""},
		{"three calls, and one of mine since", func(f *notes.PromptFacts) {
			calls(3, notes.Advise)(f)
			f.Decisions = append([]notes.Filed{line(notes.Decided, notes.Me, "use Kafka #platform", ago(3))}, f.Decisions...)
		}, ""},
		{"three calls, and one of mine before", func(f *notes.PromptFacts) {
			calls(3, notes.Advise)(f)
			f.Decisions = append(f.Decisions, line(notes.Decided, notes.Me, "use Kafka #platform", ago(30)))
		}, growReady},
		{"three calls, one reversed", func(f *notes.PromptFacts) {
			calls(3, notes.Advise)(f)
			f.Decisions[1].State = notes.Reversed
		}, ""},
		{"three calls, one in a step-in", func(f *notes.PromptFacts) {
			calls(3, notes.Advise)(f)
			f.StepIns = []notes.SteppingIn{{
				People: []notes.PersonID{ana}, Help: notes.HelpDecide, Began: ago(10), HandedBack: ago(9),
			}}
		}, ""},
		{"three calls of ninety days ago", func(f *notes.PromptFacts) {
			calls(3, notes.Advise)(f)
			f.Decisions[2].NoteDate = ago(90)
		}, ""},
		{"three calls of eighty-nine days ago", func(f *notes.PromptFacts) {
			calls(3, notes.Advise)(f)
			f.Decisions[2].NoteDate = ago(89)
		}, growReady},
	})
}

func TestIdeasAreDue(t *testing.T) {
	waiting := func(n int, s notes.State) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			i := line(notes.Idea, notes.Them, "drop the Monday mail", ago(n))
			i.State = s
			f.Ideas = []notes.Filed{i}
		}
	}
	last := func(days ...int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.IdeaDates = nil
			for _, d := range days {
				f.IdeaDates = append(f.IdeaDates, ago(d))
			}
		}
	}
	runDue(t, ideas, []dueCase{
		{"waits for 20 days", waiting(20, notes.Open), ""},
		{"waits for 21 days", waiting(21, notes.Open), ideaWaiting},
		{"is on trial", waiting(40, notes.Trying), ""},
		{"an idea in the third last one-on-one", last(31), ""},
		{"an idea the day before it", last(32), ideaNone},
		{"no idea so far", last(), ideaNone},
		{"no idea so far, two one-on-ones", func(f *notes.PromptFacts) { last()(f); f.Held = f.Held[:2] }, ""},
	})
}

func TestSupportIsDue(t *testing.T) {
	slipped := func(day int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.TheyOwn = []notes.Filed{due(line(notes.Todo, notes.Them, "write the alert rules", ago(50)), ago(day))}
		}
	}
	need := func(day int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Needs = []notes.Filed{line(notes.Need, notes.Them, "an hour with legal", ago(day))}
		}
	}
	runDue(t, support, []dueCase{
		{"past its date at one one-on-one", slipped(17), ""},
		{"past its date at two", slipped(18), helpSlipped},
		{"without a date", func(f *notes.PromptFacts) {
			f.TheyOwn = []notes.Filed{line(notes.Todo, notes.Them, "write the alert rules", ago(50))}
		}, ""},
		{"a need for 13 days", need(13), ""},
		{"a need for 14 days", need(14), helpNeed},
		{"no need in three one-on-ones", func(f *notes.PromptFacts) { f.NeedDates = []notes.Date{ago(32)} }, helpNone},
		{"a need in the third last", func(f *notes.PromptFacts) { f.NeedDates = []notes.Date{ago(31)} }, ""},
		{"none so far, two one-on-ones", func(f *notes.PromptFacts) { f.NeedDates = nil; f.Held = f.Held[:2] }, ""},
	})
}

func TestReasonsSayTheirDatesAndLines(t *testing.T) {
	f := calm()
	f.IOwe = []notes.Filed{
		line(notes.Todo, notes.Me, "choose the queue #platform", ago(17)),
		line(notes.Todo, notes.Me, "pick the alert tool #platform", ago(3)),
	}
	p := Choose(f)[0]
	want := "because you logged two actions for this goal as yours (6 Nov, 20 Nov): “Lead platform”"
	if p.Reason != want || len(p.Because) != 2 {
		t.Errorf("%q from %d lines, want %q", p.Reason, len(p.Because), want)
	}
	if !strings.HasSuffix(p.Because[0].Raw, "#platform") || p.Because[0].NoteUID == "" {
		t.Errorf("the line is not found again: %+v", p.Because[0])
	}
}

func TestAQuestionForThemNamesNobodyElse(t *testing.T) {
	for _, text := range []string{"ask Ben's team #platform", "tell ben kofi #platform", "“Chidi” and I #platform"} {
		f := calm()
		f.IOwe = []notes.Filed{line(notes.Todo, notes.Me, text, ago(3))}
		for _, p := range Choose(f) {
			if p.ForThem && namesOneOf(p.Text, f.Others) {
				t.Errorf("%q would be put on the agenda", p.Text)
			}
		}
	}
	for _, text := range []string{"ask zoe", "O’Neil’s plan", "with ANA-LENA", "the 'zoë' page", "Zoe's"} {
		if !namesOneOf(text, []string{"Zoë", "O'Neil", "Ana-Lena"}) {
			t.Errorf("%q names somebody", text)
		}
	}
	if namesOneOf("a benefit, bending", []string{"Ben"}) {
		t.Error("a part of a word is no name")
	}
}

func TestTheTableOfTheDocumentIsTrue(t *testing.T) {
	doc, err := os.ReadFile("../../docs/PROMPTS.md")
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, k := range kinds {
		t.Run(string(k.name), func(t *testing.T) {
			row := strings.Index(string(doc), "\n| "+string(k.name)+" | ")
			if row <= at {
				t.Errorf("%s has no row, or not in its place", k.name)
				return
			}
			at = row
			cells, _, _ := strings.Cut(string(doc)[row+1:], "\n")
			if !strings.HasSuffix(cells, fmt.Sprintf("| %d |", Cooldown(k.name))) {
				t.Errorf("%s is silent for %d days, and the document says %q", k.name, k.cooldown, cells)
			}
		})
	}
}
