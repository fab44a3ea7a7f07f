package prompt

import (
	"fmt"
	"slices"
	"testing"

	"handback/notes"
)

// causes are what a day brings that gives each kind its reason, at once or with the weeks: a kind that is added to the
// table needs one here, and is asked about in the simulation by that alone.
var causes = map[notes.PromptKind]func(*life){
	NewHere: func(l *life) { l.f.Person.Joined = l.f.Today },
	GoalReached: func(l *life) {
		reached(&l.f, "Own the release train", l.f.Today)
	},
	Opportunity: func(l *life) { offered(l.goal(), "two days on queues", notes.Offered, l.f.Today) },
	Reward: func(l *life) {
		for n := range rewardTimes {
			deed(&l.f, "closed the till alone", l.f.Today.AddDays(10*(n+1-rewardTimes)))
		}
	},
	Review:    func(l *life) { l.f.StepIns = append(l.f.StepIns, l.stepIn(2)) },
	StepBack:  func(l *life) { l.f.StepIns = append(l.f.StepIns, l.stepIn(notes.StepInDays)) },
	MyPromise: func(l *life) { l.f.IOwe = append(l.f.IOwe, l.by(notes.Todo, notes.Me, "answer on the budget", 3)) },
	Upward:    func(l *life) { l.write("Asked me which vendor to pick") },
	Back:      func(l *life) { l.away(10) },
	Overload:  func(l *life) { l.jot("She says it's all too much") },
	StuckOutside: func(l *life) {
		stuck := l.line(notes.Stuck, notes.Them, "no answer from procurement")
		if len(l.f.Goals) > 0 {
			stuck.Tags = []string{l.f.Goals[0].Tag}
		}
		l.f.Stuck = append(l.f.Stuck, stuck)
	},
	Revisit: func(l *life) {
		l.f.Revisit = append(l.f.Revisit, l.by(notes.Decided, notes.Them, "no releases on a Friday", 5))
	},
	DatePassed: func(l *life) { l.goal().Target, l.goal().Moves, l.f.Stuck = l.f.Today.AddDays(5), nil, nil },
	Stalled: func(l *life) {
		l.goal().Start, l.f.Evidence, l.f.Stuck = l.f.Today, nil, nil
	},
	HandBack: func(l *life) {
		call := l.line(notes.Decided, notes.Me, "the rollback #releases")
		call.Tags = []string{"releases"}
		l.f.Decisions = slices.Insert(l.f.Decisions, 0, call)
	},
	Feedback: func(l *life) {
		l.f.Unsaid = append(l.f.Unsaid, l.line(notes.Feedback, notes.Them, "spoke over the others"))
	},
	TopicWaiting: func(l *life) {
		l.f.Agenda = append(l.f.Agenda, l.line(notes.Topic, notes.Them, "the desk by the window"))
	},
	IdeaUnheard: func(l *life) { l.jot("Nobody picked up her idea in the team meeting") },
	DoesItHold:  func(l *life) { l.jot("Handed the rota back to her") },
	IdeaOnTrial: func(l *life) {
		l.f.Ideas = append(l.f.Ideas, closed(l.line(notes.Idea, notes.Them, "two releases a week"), notes.Trying, l.f.Today))
	},
	TalkThrough: func(l *life) {
		l.n++
		id := notes.CompanyGoalID(l.n + 10)
		l.f.Company = append(l.f.Company, notes.CompanyGoal{ID: id, Title: fmt.Sprint("Answer customers within a day, part ", l.n)})
		l.f.Goals = append(l.f.Goals, notes.Goal{
			ID: notes.GoalID(l.n + 500), Person: ana, Title: fmt.Sprint("Take the phones, part ", l.n), Company: id, Start: l.f.Today,
			Target: l.f.Today.AddDays(200), State: notes.GoalOpen,
		})
	},
	Praise: func(l *life) { l.f.Unsaid = append(l.f.Unsaid, l.line(notes.Praise, notes.Them, "ran the review")) },
	CalledOff: func(l *life) {
		missed(&l.f, notes.CalledOffByMe, l.f.Today.AddDays(-1))
		missed(&l.f, notes.CalledOffByMe, l.f.Today)
	},
	Context: func(l *life) { l.f.CompanyChanged = map[notes.CompanyGoalID]notes.Date{1: l.f.Today.AddDays(1)} },
	Growth: func(l *life) {
		l.goal().Steps = []notes.Step{{Text: "open the door to the board", Owner: notes.Me}}
	},
	Ideas: func(l *life) {
		l.f.Ideas = append(l.f.Ideas, l.line(notes.Idea, notes.Them, "drop the Monday mail"))
		l.f.IdeaDates = slices.Insert(l.f.IdeaDates, 0, l.f.Today)
	},
	Connect: func(l *life) {
		l.goal()
		s := l.line(notes.Praise, notes.Them, "the rollout #platform")
		s.Person, s.Tags = 3, []string{"platform"}
		l.f.Strengths = slices.Insert(l.f.Strengths, 0, s)
	},
	Encourage: func(l *life) {
		g := l.goal()
		g.Moves = append(g.Moves, notes.TargetMove{On: l.f.Today, From: g.Target, To: g.Target.AddDays(30)})
		g.Target = g.Target.AddDays(30)
	},
	Support: func(l *life) {
		l.f.Needs = append(l.f.Needs, l.line(notes.Need, notes.Them, "an hour with legal"))
		l.f.NeedDates = slices.Insert(l.f.NeedDates, 0, l.f.Today)
	},
	Reflect: func(l *life) {
		for n := range manyMine {
			l.f.Decisions = slices.Insert(l.f.Decisions, 0, l.line(notes.Decided, notes.Me, fmt.Sprint("the offer of supplier ", n+1)))
		}
	},
}

// cause brings a kind its reason, each kind as often as any other.
func (l *life) cause() {
	if l.chance(12) {
		if bring := causes[kinds[l.rnd.Intn(len(kinds))].name]; bring != nil {
			bring(l)
		}
	}
}

// news is a day on which something of their own is noted.
func (l *life) news() {
	if l.chance(150) {
		l.write([]string{"Their father died on Sunday", "off sick since Monday", "goes on parental leave"}[l.rnd.Intn(3)])
	}
}

// goal is their open goal, begun today where there is none.
func (l *life) goal() *notes.Goal {
	if len(l.f.Goals) == 0 {
		g := goal("Lead platform", "platform")
		g.Start, g.Target = l.f.Today, l.f.Today.AddDays(120)
		l.f.Goals = []notes.Goal{g}
	}
	return &l.f.Goals[0]
}

func (l *life) by(label notes.Label, actor notes.Actor, text string, days int) notes.Filed {
	return due(l.line(label, actor, text), l.f.Today.AddDays(days))
}

func (l *life) stepIn(days int) notes.SteppingIn {
	return notes.SteppingIn{
		People: []notes.PersonID{ana}, What: "the tender", Tag: "tender", Help: notes.HelpAgree, Reason: "r",
		ExitSign: "both offers are in", Sentence: "s", Began: l.f.Today, Ends: l.f.Today.AddDays(days),
	}
}

// write makes a note of today.
func (l *life) write(body string) {
	l.n++
	l.f.Lately = slices.Insert(l.f.Lately, 0, notes.Note{
		NoteHead: notes.NoteHead{UID: fmt.Sprint("n", l.n), Person: ana, Kind: notes.HeldNote, Date: l.f.Today}, Body: body,
	})
}

// jot makes a note of today that is no one-on-one, as storage keeps it: among those of the last 90 days.
func (l *life) jot(body string) {
	l.n++
	l.f.Written = slices.Insert(l.f.Written, 0, notes.Note{
		NoteHead: notes.NoteHead{UID: fmt.Sprint("n", l.n), Person: ana, Kind: notes.JournalNote, Date: l.f.Today}, Body: body,
	})
}

func (l *life) away(days int) {
	l.f.Person = l.f.Person.GoAway(l.f.Today.AddDays(days), l.f.Today)
	l.f.Person.Off = l.f.Person.Absences
}

// TestEveryKindHasACauseInTheSimulation brings each kind its cause alone into a quiet year, and looks for its reason.
func TestEveryKindHasACauseInTheSimulation(t *testing.T) {
	for _, k := range kinds {
		t.Run(string(k.name), func(t *testing.T) {
			bring := causes[k.name]
			if bring == nil {
				t.Fatal("it has none: give it one in causes")
			}
			if getsReason(k, heldOnce()) {
				t.Fatal("it has a reason where nothing was brought")
			}
			l := heldOnce()
			bring(l)
			if !getsReason(k, l) {
				t.Error("nothing comes of its cause in sixty days")
			}
		})
	}
}

// heldOnce is a life in which one one-on-one was held.
func heldOnce() *life {
	l := newLife(1, "Ana", 14)
	heldOn(&l.f, l.f.Today.AddDays(-1))
	return l
}

// getsReason reports whether a kind gets a reason other than that something was not noted in sixty days with one-on-ones.
func getsReason(k kind, l *life) bool {
	for day := range 60 {
		if day > 0 && day%l.every == 0 {
			heldOn(&l.f, l.f.Today)
		}
		l.f.Today = l.f.Today.AddDays(1)
		f := l.f
		f.StepIns = speaking(f)
		if slices.ContainsFunc(k.due(f), func(o occasion) bool { return !o.absent }) {
			return true
		}
	}
	return false
}
