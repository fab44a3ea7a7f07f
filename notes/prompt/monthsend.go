package prompt

import (
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// The card of a month's end is on Today for the last days of the month and the first of the next.
const (
	monthOpens  = 3  // days before the month is over
	monthCloses = 10 // of the next month
)

// Looking is what the reflection of a month's end is chosen from. Its history is kept with the manager's own person.
type Looking struct {
	Me      notes.PersonID
	Today   notes.Date
	History []notes.PromptEvent
}

// Reflection is the question of a month's end, which is about the manager and nobody else.
type Reflection struct {
	Prompt
	Month string // "November": the month that ends or has ended
	shown notes.PromptEvent
}

// MonthsEnd is the question of the month that ends or has just ended. There is none between, none once it was answered,
// and none within 30 days of the last one.
func MonthsEnd(l Looking) (Reflection, bool) {
	end, open := monthsEnd(l.Today)
	r := Reflection{Month: end.Time().Month().String()}
	if !open {
		return r, false
	}
	in := occasion{
		name: monthEnd, since: end.AddDays(1 - monthOpens), slots: map[string]string{"month": r.Month},
		reason: voice.T("because {month} is nearly over (it ends on {day})", "month", r.Month, "day", notes.SayDate(end, l.Today)),
	}
	if end < l.Today {
		in.reason = voice.T("because {month} is over (it ended on {day})", "month", r.Month, "day", notes.SayDate(end, l.Today))
	}
	for _, e := range l.History {
		if e.Person != l.Me || e.Kind != Reflect || l.Today.DaysSince(e.Shown) >= reflect.cooldown {
			continue
		}
		if e.Outcome != notes.InView {
			return r, false
		}
		r.Prompt = Prompt{Kind: e.Kind, Key: e.Key, Text: e.Text, Reason: in.reason}
		r.shown = e
		return r, true
	}
	q, found := l.next(in)
	if !found {
		return r, false
	}
	text, ok := render(q, in, notes.PromptFacts{})
	r.Prompt = newPrompt(q, text, in)
	return r, ok
}

// monthsEnd is the last day of the month to look back on, and whether today is near it.
func monthsEnd(today notes.Date) (end notes.Date, open bool) {
	t := today.Time()
	first := notes.DateOf(time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC))
	if t.Day() <= monthCloses {
		return first.AddDays(-1), today.Valid()
	}
	end = notes.DateOf(time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC))
	return end, today.Valid() && end.DaysSince(today) < monthOpens
}

// next is the question that was shown longest ago or not yet, in the order of the file.
func (l Looking) next(in occasion) (question, bool) {
	last := map[string]notes.Date{}
	for _, e := range l.History {
		if e.Person == l.Me {
			last[e.Key] = max(last[e.Key], e.Shown)
		}
	}
	var next question
	for _, q := range bank().of(Reflect, false, in.name) {
		if next.key == "" || last[q.key] < last[next.key] {
			next = q
		}
	}
	return next, next.key != "" && (last[next.key] == "" || l.Today.DaysSince(last[next.key]) >= rest)
}

// Shown is to be applied when the reflection comes into view; it changes nothing where it was shown before. One of an
// earlier month that was left to stand is passed over.
func (r Reflection) Shown(l Looking) notes.Change {
	if r.shown.ID != 0 {
		return notes.Change{}
	}
	var rows []notes.Row
	for _, e := range l.History {
		if e.Person == l.Me && e.Kind == Reflect && e.Outcome == notes.InView {
			e.Left, e.Outcome = l.Today, notes.PassedOver
			rows = append(rows, e)
		}
	}
	return notes.Change{Rows: append(rows, r.event(l))}
}

// Written records that the manager looked back.
func (r Reflection) Written(l Looking) notes.Change { return r.leave(l, notes.ActedOn) }

// NotThisMonth hides the reflection until the next month ends.
func (r Reflection) NotThisMonth(l Looking) notes.Change { return r.leave(l, notes.Later) }

func (r Reflection) event(l Looking) notes.PromptEvent {
	if r.shown.ID != 0 {
		return r.shown
	}
	return notes.PromptEvent{
		Person: l.Me, Kind: Reflect, Key: r.Key, Text: r.Text, Reason: r.Reason, Shown: l.Today, Outcome: notes.InView,
	}
}

func (r Reflection) leave(l Looking, outcome notes.PromptOutcome) notes.Change {
	e := r.event(l)
	e.Left, e.Outcome = l.Today, outcome
	return notes.Change{Rows: []notes.Row{e}}
}
