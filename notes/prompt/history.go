package prompt

import (
	"slices"
	"sort"

	"handback/notes"
)

const (
	rest        = 90  // days in which no text comes back
	cooldownCap = 180 // days, however often a cooldown was doubled
)

// history is what was shown to the manager about one person, made ready for the questions of the engine.
type history struct {
	events  []notes.PromptEvent // oldest first
	inView  *notes.PromptEvent  // what is shown and has not been overtaken by a held one-on-one
	last    notes.PromptKind    // the kind that was in view last and is not now
	running int                 // how often it was the last one in a row
	shown   map[notes.PromptKind]int
	muted   map[notes.PromptKind]bool
	doubled map[notes.PromptKind]int
	retired map[string]bool  // keys of the texts that do not come back for this person
	crisis  bool             // a crisis is in force
	quiet   bool             // questions are held back
	gentle  bool             // they came back a short while ago
	loaded  bool             // they have too much, and are asked for nothing more
	owed    notes.PromptKind // of what they wait for from the manager, before warm words
	today   notes.Date
	off     notes.DaysOff // days that no cooldown counts
}

func readHistory(f notes.PromptFacts) history {
	since, gentle := cameBack(f)
	h := history{
		shown: map[notes.PromptKind]int{}, muted: map[notes.PromptKind]bool{}, doubled: map[notes.PromptKind]int{},
		retired: retired(f), crisis: inCrisis(f), quiet: quietSince(f, since.since).Until != "", gentle: gentle,
		today: f.Today, off: f.Person.Off, loaded: len(overloadDue(f)) > 0, owed: owedFirst(f),
	}
	for _, m := range f.Mutes {
		if m.Person == f.Person.ID {
			h.muted[m.Kind], h.doubled[m.Kind] = m.Muted, m.Doubled
		}
	}
	for _, e := range f.History {
		if e.Person == f.Person.ID {
			h.events = append(h.events, e)
		}
	}
	sort.SliceStable(h.events, func(i, j int) bool {
		a, b := h.events[i], h.events[j]
		if a.Shown != b.Shown {
			return a.Shown < b.Shown
		}
		return a.ID < b.ID
	})
	h.settle(f)
	for _, e := range h.events {
		h.shown[e.Kind]++
	}
	return h
}

// settle decides which event is in view, and gives every other one the day it left.
func (h *history) settle(f notes.PromptFacts) {
	for i := range h.events {
		e := &h.events[i]
		if e.Outcome != notes.InView {
			continue
		}
		if held := passedOverOn(*e, f); held != "" {
			e.Left, e.Outcome = held, notes.PassedOver
			continue
		}
		if k, _ := kindOf(e.Kind); h.silent(k) {
			e.Left, e.Outcome = f.Today, notes.Another // it waits until the crisis is over, or they are well
			continue
		}
		if _, holds := occasionOf(*e, f); !holds {
			e.Left, e.Outcome = f.Today, notes.ActedOn
			continue
		}
		if h.inView != nil {
			h.inView.Left, h.inView.Outcome = e.Shown, notes.Another
		}
		h.inView = e
	}
	for _, e := range h.events {
		if e.Outcome != notes.InView {
			if h.last != e.Kind {
				h.last, h.running = e.Kind, 0
			}
			h.running++
		}
	}
}

// silent reports whether a kind has to wait: in a crisis all but its own, and while questions are held back all but the
// end of a step-in, my promises and their needs. In the first weeks after an absence what would help is asked as well. Who
// has too much is asked for nothing more, and while they wait for something harder no warm word takes its place, unless the
// manager wants no question about that.
func (h history) silent(k kind) bool {
	owed := k.first || k.name == MyPromise || k.name == Support
	if h.loaded && asksForMore[k.name] && !h.muted[Overload] {
		return true
	}
	if slices.Contains(waysRound[h.owed], k.name) && !h.muted[h.owed] {
		return true
	}
	return (h.crisis && !k.stepIn) || (h.quiet && !owed) || (h.gentle && !owed && k.name != Back)
}

// passedOverOn is the held one-on-one at which an event was passed over, "" where it is in view still. A meeting on the
// very day on which the prompt came into view counts from the next day on: the prompt is made for the minutes before a
// meeting. It does not count where the meeting's closing (AfterHeld) passed over another prompt, since this one came later.
func passedOverOn(e notes.PromptEvent, f notes.PromptFacts) notes.Date {
	first := notes.Date("")
	for _, d := range f.Held {
		after := d > e.Shown || (d == e.Shown && d < f.Today && !closedOn(d, f))
		if after && (first == "" || d < first) {
			first = d
		}
	}
	return first
}

// closedOn reports whether a prompt was passed over at a one-on-one of that day.
func closedOn(day notes.Date, f notes.PromptFacts) bool {
	for _, e := range f.History {
		if e.Person == f.Person.ID && e.Outcome == notes.PassedOver && e.Left == day {
			return true
		}
	}
	return false
}

// leftOn is how many prompts left view on a day.
func (h history) leftOn(day notes.Date) int {
	n := 0
	for _, e := range h.events {
		if e.Outcome != notes.InView && e.Left == day {
			n++
		}
	}
	return n
}

// used reports whether a text was in view in the last 90 days, and on which day last.
func (h history) used(key string, today notes.Date) (last notes.Date, used bool) {
	for _, e := range h.events {
		if e.Key == key && (e.Outcome == notes.InView || today.DaysSince(max(e.Shown, e.Left)) < rest) {
			last, used = max(last, e.Shown, e.Left), true
		}
	}
	return last, used
}

// inVain is after how many times a text retires for a person: the manager decided, or it did not come up.
const inVain = 2

// retired are the texts that do not come back for the person, by what was said of them when one-on-ones were closed.
func retired(f notes.PromptFacts) map[string]bool {
	type end struct {
		key  string
		came notes.Outcome
	}
	ends, gone := map[end]int{}, map[string]bool{}
	for _, e := range f.History {
		if e.Person != f.Person.ID || (e.Came != notes.IDecided && e.Came != notes.DidNotComeUp) {
			continue
		}
		if ends[end{e.Key, e.Came}]++; ends[end{e.Key, e.Came}] >= inVain {
			gone[e.Key] = true
		}
	}
	return gone
}

// askedAbout reports whether a line has had its prompt of a kind, which is not in view any more.
func askedAbout(l notes.Filed, name notes.PromptKind, f notes.PromptFacts) bool {
	for _, e := range f.History {
		left := e.Outcome != notes.InView || passedOverOn(e, f) != ""
		if e.Kind == name && left && e.Line == l.Raw && e.NoteUID == l.NoteUID {
			return true
		}
	}
	return false
}

// left is the last day on which a kind left view; no date where it never did.
func (h history) left(name notes.PromptKind) notes.Date {
	last := notes.Date("")
	for _, e := range h.events {
		if e.Kind == name && e.Outcome != notes.InView && e.Left > last {
			last = e.Left
		}
	}
	return last
}

// cooldown is the days for which a kind is silent for this person after it left view.
func (h history) cooldown(k kind) int {
	days := k.cooldown
	for n := h.doubled[k.name]; n > 0 && days < cooldownCap; n-- {
		days *= 2
	}
	return min(days, cooldownCap)
}

// inViewNow reports whether a prompt of the kind is in view already.
func (h history) inViewNow(k kind) bool { return h.inView != nil && h.inView.Kind == k.name }

// cooling reports whether a kind is silent today.
func (h history) cooling(k kind) bool {
	left := h.left(k.name)
	return left != "" && h.off.Since(left, h.today) < h.cooldown(k)
}

// coolingFor is cooling for one reason: what waits for my answer is not silenced by passing it over, but only for the day.
func (h history) coolingFor(k kind, o occasion) bool {
	if !o.mine || h.doubled[k.name] > 0 {
		return h.cooling(k)
	}
	last := notes.PromptEvent{}
	for _, e := range h.events {
		if e.Kind == k.name && e.Outcome != notes.InView && e.Left >= last.Left {
			last = e
		}
	}
	passed := last.Outcome == notes.PassedOver || last.Outcome == notes.Another
	return h.cooling(k) && (!passed || last.Left == h.today)
}

// settled reports whether the manager asked about this very reason, or did what it asks, within the last 90 days: acting on
// it is an answer, passing it over is none.
func (h history) settled(k kind, o occasion) bool {
	if k.lasting {
		return false
	}
	for _, e := range h.events {
		if e.Kind != k.name || (e.Outcome != notes.Asked && e.Outcome != notes.ActedOn) || h.off.Since(e.Left, h.today) >= rest {
			continue
		}
		if o.since <= e.Left && (e.Reason == o.reason || o.restsOn(e)) {
			return true
		}
	}
	return false
}

// restsOn reports whether a prompt came from one of the lines that the reason rests on.
func (o occasion) restsOn(e notes.PromptEvent) bool {
	return e.Line != "" && slices.ContainsFunc(o.because, func(b notes.Filed) bool {
		return b.NoteUID == e.NoteUID && b.Raw == e.Line
	})
}

// unheard is at how many held one-on-ones a kind was not in view: since it left view last, or since the person's first prompt.
// So a kind whose reasons come and go moves up as well, and does not wait for ever for one that lasts. With thirty kinds half
// of them was too slow for the last.
func (h history) unheard(k kind, held []notes.Date) int {
	if len(h.events) == 0 {
		return 0
	}
	since := max(h.left(k.name), h.events[0].Shown)
	n := 0
	for _, d := range held {
		if d > since {
			n++
		}
	}
	return n
}

// passedOver is at how many held one-on-ones a kind was due and another was asked: since its reason holds, since it may
// speak again, and since the person's first prompt.
func (h history) passedOver(k kind, since notes.Date, held []notes.Date) int {
	if len(h.events) == 0 {
		return 0
	}
	if left := h.left(k.name); left != "" {
		since = max(since, left.AddDays(h.cooldown(k)))
	}
	n := 0
	for _, d := range held {
		if d > since && d >= h.events[0].Shown {
			n++
		}
	}
	return n
}
