package prompt

import (
	"fmt"
	"math/rand"
	"slices"

	"handback/notes"
)

// life is two years of one report's journal, as chance and the manager's habit have it.
type life struct {
	world
	rnd   *rand.Rand
	every int // days between one-on-ones
	n     int // lines so far, so that no two are the same
}

const simStart = notes.Date("2025-01-06")

func newLife(seed int64, name string, every int) *life {
	l := &life{rnd: rand.New(rand.NewSource(seed)), every: every}
	l.f = notes.PromptFacts{Facts: notes.Facts{
		Person: notes.Person{
			ID: ana, UID: "u-" + name, Kind: notes.KindReport, Name: name, Pronoun: notes.They, State: notes.StateHere,
		},
		Today: simStart,
		Areas: []notes.Area{
			{Tag: "platform", Levels: []notes.DatedLevel{{From: simStart, Level: notes.Consult}}},
			{Tag: "releases", Limits: "support hears it first", Levels: []notes.DatedLevel{{From: simStart, Level: notes.Advise}}},
		},
	}}
	l.f.Team = []notes.Person{{ID: 3, Kind: notes.KindReport, Name: "Robin Hall"}}
	l.f.Others = []string{"Robin Hall", "Robin"}
	l.f.Company = []notes.CompanyGoal{{
		ID: 1, Title: "Fewer, calmer releases", Talks: []notes.CompanyTalk{{Company: 1, Person: ana, On: simStart}},
	}}
	return l
}

func (l *life) chance(oneIn int) bool { return l.rnd.Intn(oneIn) == 0 }

func (l *life) line(label notes.Label, actor notes.Actor, text string) notes.Filed {
	l.n++
	return line(label, actor, fmt.Sprintf("%s, part %d", text, l.n), l.f.Today)
}

// day is what a working day may bring.
func (l *life) day() {
	f := &l.f
	if l.chance(12) {
		f.IOwe = append(f.IOwe, due(l.line(notes.Todo, notes.Me, "answer on the budget"), f.Today.AddDays(7)))
	}
	if l.chance(25) {
		f.IOwe = append(f.IOwe, l.line(notes.Todo, notes.Me, "choose the queue #platform"))
	}
	if l.chance(10) {
		f.TheyOwn = append(f.TheyOwn, due(l.line(notes.Todo, notes.Them, "write the guide"), f.Today.AddDays(14)))
	}
	if l.chance(30) {
		f.Ideas = append(f.Ideas, l.line(notes.Idea, notes.Them, "drop the Monday mail"))
		f.IdeaDates = slices.Insert(f.IdeaDates, 0, f.Today)
	}
	if l.chance(25) {
		f.Needs = append(f.Needs, l.line(notes.Need, notes.Them, "an hour with legal"))
		f.NeedDates = slices.Insert(f.NeedDates, 0, f.Today)
	}
	if l.chance(40) {
		f.Stuck = append(f.Stuck, l.line(notes.Stuck, notes.Them, []string{"the export", "no answer about the export"}[l.rnd.Intn(2)]))
	}
	if l.chance(240) {
		f.Person = f.Person.GoAway(f.Today.AddDays(8+l.rnd.Intn(40)), f.Today)
		f.Person.Off = f.Person.Absences
	}
	l.cause()
	l.news()
	l.lead()
	l.more()
	l.goals()
	l.lying()
	l.growing()
	l.handed()
	l.close()
}

func (l *life) lead() {
	f := &l.f
	if l.chance(9) {
		who := []notes.Actor{notes.Me, notes.We, notes.Them, notes.Them}[l.rnd.Intn(4)]
		tag := []string{"platform", "releases"}[l.rnd.Intn(2)]
		call := l.line(notes.Decided, who, "the rollout #"+tag)
		call.Tags = []string{tag}
		f.Decisions = slices.Insert(f.Decisions, 0, call)
		if who == notes.Them {
			f.DoneLately = slices.Insert(f.DoneLately, 0, call)
		}
	}
	for n := range l.rnd.Intn(40) - 36 { // a day of calls
		f.Decisions = slices.Insert(f.Decisions, 0, l.line(notes.Decided, notes.Me, fmt.Sprint("the offer of supplier ", n+1)))
	}
	if l.chance(20) {
		l.n++
		f.Lately = slices.Insert(f.Lately, 0, notes.Note{
			NoteHead: notes.NoteHead{UID: fmt.Sprint("n", l.n), Person: ana, Kind: notes.HeldNote, Date: f.Today},
			Body:     "Asked me which vendor to pick",
		})
	}
	if l.chance(150) {
		f.StepIns = append(f.StepIns, notes.SteppingIn{
			People: []notes.PersonID{ana}, What: "the tender", Tag: "tender", Help: notes.HelpAgree, Reason: "r",
			ExitSign: "both offers are in", Sentence: "s", Began: f.Today, Ends: f.Today.AddDays(notes.StepInDays),
		})
	}
	if l.chance(400) {
		f.StepIns = append(f.StepIns, crisis(f.Today))
	}
	if l.chance(250) {
		f.CompanyChanged = map[notes.CompanyGoalID]notes.Date{1: f.Today}
	}
	if l.chance(120) {
		s := l.line(notes.Praise, notes.Them, "the rollout #platform")
		s.Person, s.Tags = 3, []string{"platform"}
		f.Strengths = slices.Insert(f.Strengths, 0, s)
	}
}

func (l *life) goals() {
	f := &l.f
	switch {
	case len(f.Goals) == 0 && l.chance(60):
		g := goal("Lead platform", "platform")
		g.Start, g.Target = f.Today, f.Today.AddDays(120)
		if l.chance(2) {
			g.Company = 1
		}
		if l.chance(3) {
			g.Steps = []notes.Step{{Text: "open the door to the board", Owner: notes.Me}}
		}
		f.Goals = []notes.Goal{g}
	case len(f.Goals) > 0 && l.chance(20):
		f.Evidence = map[notes.GoalID]notes.Filed{1: l.line(notes.Topic, notes.Them, "the plan #platform")}
	case len(f.Goals) > 0 && l.chance(90):
		g := &f.Goals[0]
		g.Moves = append(g.Moves, notes.TargetMove{On: f.Today, From: g.Target, To: g.Target.AddDays(30)})
		g.Target = g.Target.AddDays(30)
	case len(f.Goals) > 0 && l.chance(300):
		f.Goals, f.Evidence = nil, nil
	}
}

// close is what gets done without any prompt, and what is forgotten.
func (l *life) close() {
	f := &l.f
	f.IOwe = l.drop(f.IOwe, 25)
	f.Ideas = l.drop(f.Ideas, 50)
	f.Needs = l.drop(f.Needs, 30)
	f.Stuck = l.drop(f.Stuck, 20)
	f.Unsaid = l.drop(f.Unsaid, 30)
	for i, t := range f.TheyOwn {
		if l.chance(20) {
			f.DoneLately = slices.Insert(f.DoneLately, 0, closed(t, notes.Done, f.Today))
			f.TheyOwn = slices.Delete(f.TheyOwn, i, i+1)
			break
		}
	}
	f.DoneLately = slices.DeleteFunc(f.DoneLately, func(i notes.Filed) bool { return f.Today.DaysSince(i.NoteDate) > 60 })
	f.Decisions = slices.DeleteFunc(f.Decisions, func(i notes.Filed) bool { return f.Today.DaysSince(i.NoteDate) > 180 })
	f.Lately = slices.DeleteFunc(f.Lately, func(n notes.Note) bool { return f.Today.DaysSince(n.Date) > 14 })
	if l.chance(40) {
		f.Unsaid = append(f.Unsaid, l.line(notes.Praise, notes.Them, "ran the review — let others speak"))
		f.LastPraise = f.Today
	}
	for i, s := range f.StepIns {
		if s.InForce(f.Today) && (l.chance(25) || s.Crisis && l.chance(8)) {
			f.StepIns[i].HandedBack = f.Today
		}
	}
}

func (l *life) drop(lines []notes.Filed, oneIn int) []notes.Filed {
	return slices.DeleteFunc(lines, func(notes.Filed) bool { return l.chance(oneIn) })
}

// act is what a manager does who did what a prompt asked for.
func (l *life) act(p Prompt) {
	f := &l.f
	about := func(i notes.Filed) bool {
		return slices.ContainsFunc(p.Because, func(b notes.Filed) bool { return b.Raw == i.Raw && b.NoteUID == i.NoteUID })
	}
	switch p.Kind {
	case MyPromise, HandBack:
		f.IOwe = slices.DeleteFunc(f.IOwe, about)
	case Ideas:
		f.Ideas = slices.DeleteFunc(f.Ideas, about)
	case Support:
		f.Needs = slices.DeleteFunc(f.Needs, about)
	case Praise:
		f.Unsaid, f.LastPraise = slices.DeleteFunc(f.Unsaid, about), f.Today
	case Revisit:
		f.Revisit = slices.DeleteFunc(f.Revisit, about)
	case Review:
		for i, s := range f.StepIns {
			if s.Overdue(f.Today) {
				f.StepIns[i].HandedBack = f.Today
			} else if s.Crisis && s.Help == "" {
				f.StepIns[i].Help, f.StepIns[i].Reason = notes.HelpDecide, "r"
				f.StepIns[i].ExitSign, f.StepIns[i].Sentence = "the first payment goes through", "s"
			}
		}
	}
}
