package review

import (
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// grown is what the person grew into: goals that were reached, steps that they did, chances that they took, and areas that
// became more of their call. It stands in rows, not in notes.
func (s sorter) grown() []Line {
	var out []Line
	for _, g := range s.f.Goals {
		if g.State == notes.GoalReached && s.in(g.Closed) {
			out = append(out, s.row(Reached, g, g.UID, g.Closed, g.Title, voice.T("goal reached")))
		}
		for _, step := range g.Steps {
			if step.Owner == notes.Them && s.in(step.Done) {
				out = append(out, s.row(Stepped, g, step.UID, step.Done, step.Text, voice.T("step towards the goal: {goal}", "goal", plainTitle(g))))
			}
		}
		for _, o := range g.Opportunities {
			if day := tookOn(o); s.in(day) {
				rest := voice.T("{kind} for the goal: {goal}", "kind", string(o.Kind), "goal", plainTitle(g))
				out = append(out, s.row(TookUp, g, o.UID, day, o.Text, rest))
			}
		}
	}
	for _, a := range s.f.Areas {
		out = append(out, s.area(a)...)
	}
	return out
}

func plainTitle(g notes.Goal) string { return strings.TrimRight(notes.SayText(g.Title), ".") }

// tookOn is the day on which an opportunity was taken, "" where it was not, or is not known.
func tookOn(o notes.Opportunity) notes.Date {
	if o.State != notes.Attended && o.State != notes.Used {
		return ""
	}
	if o.Date != "" {
		return o.Date
	}
	return o.Since
}

func (s sorter) row(how Growing, g notes.Goal, uid string, day notes.Date, text, rest string) Line {
	return Line{
		Hidden: hides(text) || hides(g.Title), Goal: g.ID, Grew: how, UID: uid, Key: "goal: " + notes.NormaliseLine(text), Day: day,
		Says: notes.SayText(text), Rest: rest, at: string(day) + ".goal." + uid,
	}
}

// area are the days on which an area became more of the person's call.
func (s sorter) area(a notes.Area) []Line {
	var out []Line
	before := notes.NoLevel
	for _, l := range a.Levels {
		if rose := before != notes.NoLevel && l.Level > before && l.Level.Call() != before.Call(); rose && s.in(l.From) {
			rest := voice.T("their call from then on")
			if l.Level.Call() == notes.Shared {
				rest = voice.T("decided together from then on")
			}
			out = append(out, Line{
				Area: a.Tag, Together: l.Level.Call() == notes.Shared, Grew: Called, UID: a.UID, Key: "area: " + string(l.From),
				Day: l.From, Says: notes.UpperFirst(notes.AreaWords(a.Tag)), Rest: rest,
				at: string(l.From) + ".area." + a.UID,
			})
		}
		before = l.Level
	}
	return out
}
