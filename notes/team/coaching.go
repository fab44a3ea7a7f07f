package team

import (
	"cmp"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// How many lines of evidence stand behind one pairing, and how many could coach somebody for one goal.
const (
	coachingLines = 2
	coachesOfGoal = 2
)

// CoachFacts is what pairings are made from.
type CoachFacts struct {
	Today   notes.Date
	People  []notes.Person
	Goals   []notes.Goal  // open goals of everybody
	Done    []notes.Filed // praise and decisions of everybody under the tags of the goals, of the last year, newest first
	Me      notes.PersonID
	Names   *notes.Names
	Offered []notes.Filed // the open `ask` lines: a pairing that is on the agenda is not offered again
}

// Pairing is somebody who could coach somebody else for a goal, and why.
type Pairing struct {
	Goal     notes.Goal
	Learner  notes.Person
	Coach    notes.Person
	Evidence []notes.Filed // lines of the coach with the goal's tag, newest first
	Says     []string
	Question string // for the learner's agenda: it says no more than the coach would say aloud
	OnAgenda bool
}

// ShowPairings finds, for each open goal with a tag, the other active reports who did what it is about: praise that they were
// told, and calls that they made, with that tag. Where many did, it is those who did lately. What was not said to
// them, or names somebody else, is left out.
func ShowPairings(f CoachFacts) []Pairing {
	var out []Pairing
	did := f.byPerson()
	for _, g := range f.Goals {
		learner, ok := f.active(g.Person)
		if !ok || g.Tag == "" || g.State != notes.GoalOpen {
			continue
		}
		var could []Pairing
		for _, coach := range f.People {
			if coach.ID == g.Person || !coach.Active(f.Today) {
				continue
			}
			if lines := f.evidence(coach, did[coach.ID], g.Tag); len(lines) > 0 {
				could = append(could, Pairing{Goal: g, Learner: learner, Coach: coach, Evidence: lines})
			}
		}
		slices.SortStableFunc(could, func(a, b Pairing) int { return cmp.Compare(b.Evidence[0].NoteDate, a.Evidence[0].NoteDate) })
		for _, p := range could[:min(len(could), coachesOfGoal)] {
			out = append(out, f.say(p))
		}
	}
	return out
}

func (f CoachFacts) active(id notes.PersonID) (notes.Person, bool) {
	i := slices.IndexFunc(f.People, func(p notes.Person) bool { return p.ID == id })
	if i < 0 || !f.People[i].Active(f.Today) {
		return notes.Person{}, false
	}
	return f.People[i], true
}

// byPerson is what each did, newest first: the tagged lines that may be spoken of, before they are looked through for names.
func (f CoachFacts) byPerson() map[notes.PersonID][]notes.Filed {
	did := map[notes.PersonID][]notes.Filed{}
	for _, l := range f.Done {
		if len(l.People) == 1 && l.Actor == notes.Them && sayable(l) {
			did[l.Person] = append(did[l.Person], l)
		}
	}
	return did
}

// evidence is the newest lines that show that the coach did what a tag is about.
func (f CoachFacts) evidence(coach notes.Person, did []notes.Filed, tag string) []notes.Filed {
	var lines []notes.Filed
	for _, l := range did {
		if len(lines) < coachingLines && slices.Contains(l.Tags, tag) && !f.Names.Mentions(l.Text, coach.ID, f.Me) {
			lines = append(lines, l)
		}
	}
	return lines
}

// sayable reports whether a line of a held or journal note is praise that was said, or a call that stands.
func sayable(l notes.Filed) bool {
	if l.NoteKind != notes.HeldNote && l.NoteKind != notes.JournalNote {
		return false
	}
	return l.Label == notes.Praise && (l.State == notes.Said || l.State == notes.Rewarded) || l.Label == notes.Decided && l.Stands()
}

// say puts a pairing into words.
func (f CoachFacts) say(p Pairing) Pairing {
	for _, l := range p.Evidence {
		day, what := notes.SayDate(l.NoteDate, f.Today), notes.SayText(notes.FirstPart(l.Text))
		if l.Label == notes.Praise {
			p.Says = append(p.Says, voice.T("{date}, praised for: {what}", "date", day, "what", what))
		} else {
			p.Says = append(p.Says, voice.T("{date}, decided: {what}", "date", day, "what", what))
		}
	}
	coach := p.Coach.First()
	goal := strings.TrimRight(p.Goal.Title, ".")
	p.Question = voice.T("{coach} has experience with this: “{goal}”. What would you like to ask {coach}?", "coach", coach, "goal", goal)
	p.OnAgenda = slices.ContainsFunc(f.Offered, func(a notes.Filed) bool {
		return a.Person == p.Learner.ID && a.State == notes.Open && sweepKey(a.Text) == sweepKey(p.Question)
	})
	return p
}

// TagsOfGoals are the tags of goals, each once: what DoneUnder is asked for.
func TagsOfGoals(goals []notes.Goal) []string {
	var tags []string
	for _, g := range goals {
		if g.Tag != "" && !slices.Contains(tags, g.Tag) {
			tags = append(tags, g.Tag)
		}
	}
	return tags
}

// Chance is an opportunity of anybody's open goal.
type Chance struct {
	notes.Opportunity
	Of   notes.Goal
	Who  notes.Person
	Next notes.OpportunityState // what comes after its state; "" after the last
}

// ShowChances is the opportunities of all open goals of those who have not left, the least far first, then by the order of
// goals. Used are those of which nothing more is to be done.
func ShowChances(goals []notes.Goal, people []notes.Person) (open, used []Chance) {
	for _, g := range goals {
		i := slices.IndexFunc(people, func(p notes.Person) bool { return p.ID == g.Person })
		if i < 0 || people[i].State == notes.StateLeft || g.State != notes.GoalOpen {
			continue
		}
		for _, o := range g.Opportunities {
			c := Chance{Opportunity: o, Of: g, Who: people[i], Next: nextState(o.State)}
			if o.State == notes.Used {
				used = append(used, c)
			} else {
				open = append(open, c)
			}
		}
	}
	slices.SortStableFunc(open, func(a, b Chance) int {
		return slices.Index(notes.OpportunityStates, a.State) - slices.Index(notes.OpportunityStates, b.State)
	})
	return open, used
}

func nextState(s notes.OpportunityState) notes.OpportunityState {
	if i := slices.Index(notes.OpportunityStates, s); i >= 0 && i+1 < len(notes.OpportunityStates) {
		return notes.OpportunityStates[i+1]
	}
	return ""
}

func sayChances(state notes.OpportunityState, count string) string {
	switch state {
	case notes.Offered:
		return voice.T("{count} offered", "count", count)
	case notes.Booked:
		return voice.T("{count} booked", "count", count)
	case notes.Attended:
		return voice.T("{count} done", "count", count)
	}
	return voice.T("{count} used", "count", count)
}

// SayChances is how many opportunities stand where: "3 offered, 1 booked".
func SayChances(chances []Chance) string {
	var said string
	for _, state := range notes.OpportunityStates {
		n := 0
		for _, c := range chances {
			if c.State == state {
				n++
			}
		}
		if n > 0 {
			said = joinSaid(", ", said, sayChances(state, notes.SayCount(n)))
		}
	}
	return said
}
