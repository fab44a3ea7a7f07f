package calendar

import (
	"cmp"
	"slices"
	"time"

	"handback/notes/voice"
)

// Meetings are the occurrences of all events that begin from one instant to before another, in order, with those that were
// called off. Floating times and whole days are read on the clocks of from.
func (c *Calendar) Meetings(from, to time.Time) (all []Meeting, skipped []Skip) {
	c.workOut(window{from, to}, func() bool { return false })
	return slices.Clone(c.coming), slices.Clone(c.unclear)
}

// Prepare works out what Read asks for, which may take long for a calendar of many years. It reports false where stop did, which is
// asked after each event.
func (c *Calendar) Prepare(now time.Time, stop func() bool) bool {
	return c.workOut(windowOf(now), stop)
}

// workOut works out the meetings of some days, once.
func (c *Calendar) workOut(w window, stop func() bool) bool {
	if c.ready == w {
		return true
	}
	all, skipped, ok := c.meetings(w.from, w.to, stop)
	if ok {
		c.ready, c.coming, c.unclear = w, all, skipped
	}
	return ok
}

func (c *Calendar) meetings(from, to time.Time, stop func() bool) (all []Meeting, skipped []Skip, ok bool) {
	own := &zone{name: "", loc: from.Location()}
	groups := map[string][]event{}
	var order []string
	for i, e := range c.events {
		id := e.uid
		if id == "" {
			id = "\x00" + string(rune(i)) // an event without one is nobody else's
		}
		if groups[id] == nil {
			order = append(order, id)
		}
		groups[id] = append(groups[id], e)
	}
	for _, id := range order {
		if stop() {
			return nil, nil, false
		}
		s := newSeries(groups[id], own)
		some, ok := s.meetings(from, to)
		if !ok {
			skipped = append(skipped, Skip{s.title(), voice.T("It repeats too often to be a one-on-one.")})
			continue
		}
		all = append(all, some...)
	}
	slices.SortStableFunc(all, func(a, b Meeting) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Key, b.Key))
	})
	return all, skipped, true
}

// series is what all events of one UID say together.
type series struct {
	own     *zone
	main    *event
	instead map[int64]event // by the instant that is replaced
	onward  []event         // that replace all from an instant on, by it
}

func newSeries(events []event, own *zone) *series {
	s := &series{own: own, instead: map[int64]event{}}
	for _, e := range events {
		if e.of == nil && (s.main == nil || newer(e, *s.main)) {
			s.main = &e
		}
	}
	for _, e := range events {
		if e.of == nil {
			continue
		}
		e.of = s.timed(*e.of)
		at := s.replaced(e).Unix()
		if old, ok := s.instead[at]; !ok || newer(e, old) {
			s.instead[at] = e
		}
	}
	for _, e := range s.instead {
		if e.later {
			s.onward = append(s.onward, e)
		}
	}
	slices.SortFunc(s.onward, func(a, b event) int { return s.replaced(a).Compare(s.replaced(b)) })
	return s
}

// timed is the occurrence that is replaced. Some programs say its day alone, of a meeting that has a time: then it is that of the
// day.
func (s *series) timed(of moment) *moment {
	if of.day && s.main != nil && !s.main.start.day {
		y, m, d := of.wall.Date()
		clock := s.main.start.wall
		of = moment{wall: time.Date(y, m, d, clock.Hour(), clock.Minute(), clock.Second(), 0, time.UTC), zone: s.main.start.zone}
	}
	return &of
}

// newer reports whether a says what is true now rather than b: what comes later in a file does, where nothing tells.
func newer(a, b event) bool {
	if a.sequence != b.sequence {
		return a.sequence > b.sequence
	}
	return !a.stamp.Before(b.stamp)
}

func (s *series) replaced(e event) time.Time { return e.of.in(s.own) }

func (s *series) title() string {
	if s.main != nil {
		return s.main.title
	}
	for _, e := range s.instead {
		return e.title
	}
	return ""
}

// reach is how far an occurrence may have moved from where its rule puts it, and still be found.
const reach = 400 * 24 * time.Hour

func (s *series) meetings(from, to time.Time) (all []Meeting, ok bool) {
	take := func(m Meeting) {
		if !m.Start.Before(from) && m.Start.Before(to) {
			all = append(all, m)
		}
	}
	done := map[int64]bool{}
	if s.main != nil {
		starts, ok := s.starts(from, to)
		if !ok {
			return nil, false
		}
		for _, m := range starts {
			at := m.in(s.own)
			done[at.Unix()] = true
			take(s.occurrence(m, at))
		}
	}
	for at, e := range s.instead { // of an occurrence that no rule makes, or an invitation to one alone
		if !done[at] {
			take(s.make(e, e.start, s.replaced(e), e.cancelled || s.main != nil && s.main.cancelled))
		}
	}
	return all, true
}

// occurrence is what became of one that the rule makes.
func (s *series) occurrence(m moment, at time.Time) Meeting {
	off := s.main.cancelled
	if e, ok := s.instead[at.Unix()]; ok {
		return s.make(e, e.start, at, off || e.cancelled)
	}
	for _, e := range slices.Backward(s.onward) {
		if s.replaced(e).After(at) {
			continue
		}
		moved := m
		moved.zone, moved.day = e.start.zone, e.start.day
		was := e.of.wall
		if m.zone != nil && e.of.zone != nil {
			was = m.zone.wall(s.replaced(e))
		}
		moved.wall = m.wall.Add(e.start.wall.Sub(was))
		return s.make(e, moved, at, off || e.cancelled)
	}
	return s.make(*s.main, m, at, off)
}

// make makes the meeting that begins at a moment; at is when it was to begin at first.
func (s *series) make(e event, m moment, at time.Time, off bool) Meeting {
	start := m.in(s.own)
	end := start.Add(e.end)
	if !e.exact {
		last := m
		last.wall = m.wall.Add(e.end)
		end = last.in(s.own)
	}
	if end.Before(start) { // the clocks skip the start, and it is as much later
		end = start
	}
	made := Meeting{
		UID: e.uid, Key: e.uid + "|" + at.UTC().Format("20060102T150405Z"), Title: e.title, With: e.with, Whole: m.day,
		Repeats: s.main != nil && (len(s.main.rules) > 0 || len(s.main.more) > 0), Start: start, End: end, Off: off,
	}
	if m.day && e.of == nil || e.of != nil && e.of.day {
		day := m.wall
		if e.of != nil {
			day = e.of.wall
		}
		made.Key = e.uid + "|" + day.Format("20060102")
	}
	if m.zone != nil && m.zone != utc {
		made.Zone = m.zone.name
	}
	return made
}

// starts are the moments at which the main event begins, as its rules make them.
func (s *series) starts(from, to time.Time) ([]moment, bool) {
	e := s.main
	out := map[int64]bool{}
	days := map[string]bool{}
	for _, m := range e.less {
		out[m.in(s.own).Unix()] = true
		if m.day {
			days[m.wall.Format("20060102")] = true
		}
	}
	all := []moment{e.start}
	lower, upper := from.Add(-reach), to.Add(reach)
	for _, r := range e.rules {
		walls := r.between(lower, upper, maxTimes)
		if len(walls) > maxTimes {
			return nil, false
		}
		for _, w := range walls {
			all = append(all, moment{w, e.start.zone, e.start.day})
		}
	}
	for _, m := range e.more {
		if m.day && !e.start.day { // the day of a meeting that has a time
			m = moment{m.wall.Add(e.start.wall.Sub(e.start.wall.Truncate(24 * time.Hour))), e.start.zone, false}
		}
		all = append(all, m)
	}
	seen := map[int64]bool{}
	return slices.DeleteFunc(all, func(m moment) bool {
		at := m.in(s.own).Unix()
		gone := seen[at] || out[at] || days[m.wall.Format("20060102")]
		seen[at] = true
		return gone
	}), true
}
