package prompt

import (
	"cmp"
	"slices"

	"handback/notes"
)

// OnPaper is a question that may stand on a page that was printed: one that is asked now or was shown lately.
type OnPaper struct {
	Text  string
	now   *Prompt
	event *notes.PromptEvent
}

// paperDays is how long ago a question may have been shown that is still on a page to be typed up; mostOnPaper is how many
// are offered.
const paperDays, mostOnPaper = 28, 6

// PrintedFor are the questions that a page written on on a day may hold, the likeliest first: what was in view on that day,
// what is asked now, then what was shown lately, newest first. What is private is on no page.
func PrintedFor(f notes.PromptFacts, day notes.Date) []OnPaper {
	var inView, lately []OnPaper
	for _, e := range slices.SortedStableFunc(slices.Values(f.History), lastShown) {
		if e.Person != f.Person.ID || e.Text == "" || e.Shown < f.Today.AddDays(-paperDays) {
			continue
		}
		if e.Shown <= day && (e.Left == "" || e.Left >= day) {
			inView = append(inView, OnPaper{Text: e.Text, event: &e})
		} else {
			lately = append(lately, OnPaper{Text: e.Text, event: &e})
		}
	}
	var now []OnPaper
	if chosen := Choose(f); len(chosen) > 0 { // a paper has the first one
		now = append(now, OnPaper{Text: chosen[0].Text, now: &chosen[0]})
	}
	var all []OnPaper
	for _, o := range slices.Concat(inView, now, lately) {
		at := slices.IndexFunc(all, func(have OnPaper) bool { return have.Text == o.Text })
		switch {
		case at >= 0:
			all[at].now = cmp.Or(all[at].now, o.now)
		case len(all) < mostOnPaper && !notes.IsPrivate(o.Text):
			all = append(all, o)
		}
	}
	return all
}

func lastShown(a, b notes.PromptEvent) int {
	return cmp.Or(cmp.Compare(b.Shown, a.Shown), cmp.Compare(b.ID, a.ID))
}

// Answered records that the question was answered, and nothing of any other: one that left view unanswered was answered
// after all; what was done with it otherwise stays as it was said.
func (o OnPaper) Answered(f notes.PromptFacts) notes.Change {
	if o.now != nil {
		return Done(*o.now, f)
	}
	e := *o.event
	switch e.Outcome {
	case notes.InView:
		e.Left = f.Today
	case notes.PassedOver, notes.Another:
	default:
		return notes.Change{}
	}
	e.Outcome = notes.ActedOn
	return notes.Change{Rows: []notes.Row{e}}
}
