package brief

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// Since is what the last one-on-one was about, and what changed since: what was noted after it, and what became of older
// lines, of goals and of areas from that day on.
type Since struct {
	Title   string // "Since 20 Nov"; "" before the first one-on-one
	Day     string // "20 Nov"
	Before  string // "20 Nov", where there was no one-on-one here yet but notes were imported: the day of the newest
	Note    notes.NoteID
	Summary string // the first prose of the last one-on-one's note, may be empty
	Filed   string // where there is no prose, what was filed then: "1 praise line, 2 todos"; "" for nothing
	Chips   []Chip
}

// Chip counts what changed in one way: what was done, what moved, and what is filed under one label.
type Chip struct {
	Label notes.Label // "" for what moved
	Text  string      // "2 decisions"
	Lines []Changed   // what is counted
}

// Changed is one thing that changed.
type Changed struct {
	Text  string
	Rest  string       // by whom and when: "Ana · 20 Nov"
	Filed notes.Filed  // the line; of none where Note is 0
	Goal  notes.GoalID // the goal that it is about, of what stands in no line; 0 for an area's level
}

// Says is all that changed in a line: "4 done, 2 decisions, 1 idea"; "" for nothing.
func (s Since) Says() string {
	said := make([]string, len(s.Chips))
	for i, c := range s.Chips {
		said[i] = c.Text
	}
	return strings.Join(said, ", ")
}

// SayFiled is what was filed then, as a sentence.
func (s Since) SayFiled() string { return voice.T("Filed that day: {what}.", "what", s.Filed) }

func showSince(f notes.Facts) Since {
	s := Since{Chips: showChips(f)}
	if f.LastHeld == nil {
		if f.Before != "" {
			s.Before = notes.SayDate(f.Before, f.Today)
		}
		return s
	}
	s.Day = notes.SayDate(f.LastHeld.Date, f.Today)
	s.Title = voice.T("Since {day}", "day", s.Day)
	s.Note = f.LastHeld.ID
	s.Summary = notes.FirstProse(notes.WithoutBegun(f.LastHeld.Body, f.LastHeld.Begun), 200, f.Words)
	if s.Summary == "" {
		s.Filed = filedThen(f)
	}
	return s
}

// filedThen counts what was filed in the last one-on-one.
func filedThen(f notes.Facts) string {
	count := map[notes.Label]int{}
	for _, i := range f.Since {
		if i.Note == f.LastHeld.ID {
			count[i.Label]++
		}
	}
	var all []string
	for _, l := range notes.Labels {
		if say := l.Kind().Count; say != nil && count[l] > 0 {
			all = append(all, say(count[l]))
		}
	}
	return strings.Join(all, ", ")
}

// showChips counts what was done and what moved, and what was noted that the other cards of the brief don't show.
func showChips(f notes.Facts) []Chip {
	w := changes{f: f, since: f.SinceDay()}
	chips := addChip(nil, notes.Todo, w.done(), func(n int) string { return voice.T("{n} done", "n", n) })
	chips = addChip(chips, notes.Decided, w.noted(notes.Decided), notes.Decided.Kind().Count)
	chips = addChip(chips, "", w.moved(), func(n int) string { return voice.T("{n} moved", "n", n) })
	for _, l := range notes.Labels {
		if l != notes.Decided && l.Kind().Counted {
			chips = addChip(chips, l, w.noted(l), l.Kind().Count)
		}
	}
	return chips
}

func addChip(chips []Chip, l notes.Label, lines []Changed, say func(int) string) []Chip {
	if len(lines) == 0 {
		return chips
	}
	return append(chips, Chip{Label: l, Text: say(len(lines)), Lines: lines})
}

// changes finds what changed since the last one-on-one. What is dated has no time of day: of that day everything counts,
// but for what was noted in the one-on-one itself, and settled there and then.
type changes struct {
	f     notes.Facts
	since notes.Date
}

// sinceThen reports whether a day is that of the last one-on-one or a later one.
func (w changes) sinceThen(day notes.Date) bool {
	return w.since != "" && day >= w.since && day <= w.f.Today
}

// then reports whether a line was noted in the last one-on-one.
func (w changes) then(i notes.Filed) bool { return w.f.LastHeld != nil && i.Note == w.f.LastHeld.ID }

// done are the actions and the steps of goals that were done, the newest first.
func (w changes) done() []Changed {
	var out []Changed
	for _, i := range slices.Concat(w.f.Changed, w.f.Since) {
		if i.Label == notes.Todo && i.State == notes.Done && w.sinceThen(i.StateDate) && !(w.then(i) && i.StateDate == w.since) {
			out = append(out, w.line(i, i.Actor, i.StateDate))
		}
	}
	for _, g := range w.f.Goals {
		for _, s := range g.Steps {
			if w.sinceThen(s.Done) {
				out = append(out, Changed{Text: notes.UpperFirst(s.Text), Rest: w.by(s.Owner, s.Done), Goal: g.ID})
			}
		}
	}
	return out
}

// noted is what was filed under a label after the one-on-one.
func (w changes) noted(l notes.Label) []Changed {
	var out []Changed
	for _, i := range w.f.Since {
		if i.Label == l && !w.then(i) {
			out = append(out, w.line(i, i.Actor, i.NoteDate))
		}
	}
	return out
}

// moved is what became of older lines, of goals, of chances to grow and of levels.
func (w changes) moved() []Changed {
	var out []Changed
	for _, i := range w.f.Changed {
		if !(i.Label == notes.Todo && i.State == notes.Done) && w.sinceThen(i.StateDate) {
			c := w.line(i, notes.Unsaid, "")
			c.Rest = said(string(i.State), notes.SayDate(i.StateDate, w.f.Today))
			out = append(out, c)
		}
	}
	add := func(g notes.Goal, day notes.Date, text, what string) {
		if w.sinceThen(day) {
			out = append(out, Changed{Text: notes.UpperFirst(text), Rest: said(what, notes.SayDate(day, w.f.Today)), Goal: g.ID})
		}
	}
	for _, g := range slices.Concat(w.f.Goals, w.f.ClosedGoals) {
		closed := voice.T("goal dropped")
		if g.State == notes.GoalReached {
			closed = voice.T("goal reached")
		}
		add(g, g.Start, g.Title, voice.T("new goal"))
		add(g, g.Closed, g.Title, closed)
		for _, m := range g.Moves {
			add(g, m.On, g.Title, m.Say(w.f.Today))
		}
		for _, o := range g.Opportunities {
			add(g, o.Since, o.Text, said(string(o.Kind), string(o.State)))
		}
	}
	return append(out, w.levels()...)
}

// levels are the areas in which another level was agreed.
func (w changes) levels() []Changed {
	var out []Changed
	for _, a := range w.f.Areas {
		for i, l := range a.Levels {
			if !w.sinceThen(l.From) || i > 0 && a.Levels[i-1].Level == l.Level {
				continue
			}
			out = append(out, Changed{
				Text: "#" + a.Tag,
				Rest: said(voice.T("now {level}", "level", l.Level.String()), notes.SayDate(l.From, w.f.Today)),
			})
		}
	}
	return out
}

func (w changes) line(i notes.Filed, by notes.Actor, on notes.Date) Changed {
	return Changed{Text: notes.SayText(i.Text), Rest: w.by(by, on), Filed: i}
}

// by says who did something, where that is known, and when.
func (w changes) by(who notes.Actor, on notes.Date) string {
	name := map[notes.Actor]string{notes.Me: voice.T("you"), notes.We: voice.T("together"), notes.Them: w.f.Person.First()}[who]
	return said(name, notes.SayDate(on, w.f.Today))
}

// said joins what is said in a few words.
func said(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}
