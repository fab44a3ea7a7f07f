package calendar

import (
	"slices"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// Person is somebody of the journal, with what is planned and was.
type Person struct {
	notes.Person
	Kept    Kept
	Planned *notes.NoteHead
	Held    notes.Date   // the day of the last held one-on-one
	Missed  []notes.Date // the days of those that weren't
}

// Plan is what a calendar means for a journal. Of each person only the next one-on-one is planned, as everywhere; the ones after
// it follow when it is over.
type Plan struct {
	Finds     []Find
	Questions []Question
	Skipped   []Skip
	Keep      map[notes.PersonID]Kept // what is kept of them once it is carried out
}

// Find is a person whose one-on-ones the calendar has.
type Find struct {
	Person notes.PersonID
	Says   string // what becomes of it
	Do     *Act   // nil where nothing changes
	// Offer is what would be done if the manager likes the calendar's day better than their own.
	Offer *Act
}

// Act plans a one-on-one, or moves the planned one.
type Act struct {
	Move *notes.NoteHead // nil plans one
	To   Time
	key  string
}

// ahead and back are how many days of a calendar are read.
const (
	ahead = 400
	back  = 14
)

func windowOf(now time.Time) window {
	first := notes.When(notes.DateOf(now).AddDays(-back), "", "", now.Location())
	return window{first, first.AddDate(0, 0, back+ahead)}
}

// Read makes the plan. Now is on the manager's clock, and times are said as in says them.
func Read(c *Calendar, people []Person, now time.Time, in notes.Locale) Plan {
	today := notes.DateOf(now)
	w := windowOf(now)
	meetings, skipped := c.Meetings(w.from, w.to)
	plan := Plan{Skipped: append(slices.Clone(c.Skipped), skipped...), Keep: map[notes.PersonID]Kept{}}
	m := newMatcher(people, meetings)
	of := map[notes.PersonID][]Meeting{}
	said := map[string]bool{}
	for _, meeting := range meetings {
		f := m.find(meeting)
		if f.id != 0 {
			of[f.id] = append(of[f.id], meeting)
			continue
		}
		if said[meeting.UID] || notes.DateOf(meeting.Start.In(now.Location())) < today || meeting.Off {
			continue
		}
		said[meeting.UID] = true
		plan.ask(f.asked)
		if f.why != "" {
			plan.Skipped = append(plan.Skipped, Skip{meeting.Title, f.why})
		}
	}
	for _, p := range people {
		if len(of[p.ID]) == 0 || p.Kind == notes.KindMe {
			continue
		}
		if !p.Around() {
			plan.Skipped = append(plan.Skipped, Skip{of[p.ID][0].Title, voice.T("{who} has left.", "who", p.First())})
			continue
		}
		plan.person(p, plan.chosen(p, of[p.ID]), now, in)
	}
	return plan
}

func (plan *Plan) ask(asked []Question) {
	for _, q := range asked {
		if !slices.ContainsFunc(plan.Questions, func(o Question) bool { return o.Token == q.Token }) {
			plan.Questions = append(plan.Questions, q)
		}
	}
}

// chosen are the one-on-ones among all meetings with a person: those that say so; where none does, those that repeat.
func (plan *Plan) chosen(p Person, all []Meeting) []Meeting {
	said := func(m Meeting) bool { return SaysOneOnOne(m.Title) || IsOurs(m.UID) }
	any := slices.ContainsFunc(all, said)
	told := map[string]bool{}
	return slices.DeleteFunc(all, func(m Meeting) bool {
		why := ""
		switch {
		case said(m) || p.Kept.took(m.Key):
			return false
		case m.Whole:
			why = voice.T("It lasts the whole day.")
		case any:
			why = voice.T("Another meeting with {who} says one-on-one in its title.", "who", p.First())
		case !m.Repeats:
			why = voice.T("It doesn't repeat, and its title doesn't say one-on-one.")
		default:
			return false
		}
		if !told[m.UID] {
			plan.Skipped = append(plan.Skipped, Skip{m.Title, why})
		}
		told[m.UID] = true
		return true
	})
}

// person plans for one.
func (plan *Plan) person(p Person, all []Meeting, now time.Time, in notes.Locale) {
	if len(all) == 0 {
		return
	}
	today := notes.DateOf(now)
	coming := []Time{}
	for _, m := range all {
		if t := when(m, now.Location()); !m.Off && t.Date >= today && len(coming) < comingMost {
			coming = append(coming, t)
		}
	}
	p.Kept.Coming = coming
	next := func() (Meeting, bool) {
		i := slices.IndexFunc(all, func(m Meeting) bool {
			day := when(m, now.Location()).Date
			return !m.Off && !p.Kept.took(m.Key) && day >= today && day > p.Held && !slices.Contains(p.Missed, day)
		})
		if i < 0 {
			return Meeting{}, false
		}
		return all[i], true
	}
	s := planning{p: p, all: all, next: next, own: now.Location(), today: today, in: in}
	f := s.find()
	f.Person = p.ID
	plan.Finds = append(plan.Finds, f)
	plan.Keep[p.ID] = s.p.Kept
}

// comingMost is how many of those that come are kept.
const comingMost = 8

// when is a meeting's day and time, on the clock that it was said on; of the manager's own none is named.
func when(m Meeting, own *time.Location) Time {
	zone := m.Zone
	loc := own
	if l, err := time.LoadLocation(zone); err == nil && zone != "" && zone != own.String() {
		loc = l
	} else {
		zone = ""
	}
	t := Time{Date: notes.DateOf(m.Start.In(loc)), At: notes.TimeOf(m.Start.In(loc)), Zone: zone}
	if m.Whole {
		t.At, t.Zone = "", ""
	}
	return t
}

// planning is what one person's next one-on-one is planned from.
type planning struct {
	p     Person
	all   []Meeting
	next  func() (Meeting, bool)
	own   *time.Location
	today notes.Date
	in    notes.Locale
}

func (s *planning) find() Find {
	if s.p.Planned == nil {
		m, ok := s.next()
		if !ok {
			return Find{Says: voice.T("Nothing new")}
		}
		to := when(m, s.own)
		s.take(m, "", to)
		return Find{Says: voice.T("Will be planned: {when}", "when", s.say(to)), Do: &Act{To: to, key: m.Key}}
	}
	i := slices.IndexFunc(s.p.Kept.Taken, func(t Taken) bool { return t.Note == s.p.Planned.UID })
	if i < 0 {
		if at := slices.IndexFunc(s.all, func(m Meeting) bool { return UID(s.p.Planned.UID) == m.UID }); at >= 0 {
			return s.ours(s.all[at])
		}
		return s.unlinked()
	}
	return s.linked(s.p.Kept.Taken[i])
}

// ours is a planned note that Handback put into the calendar itself, and reads again there.
func (s *planning) ours(m Meeting) Find {
	to := when(m, s.own)
	s.take(m, s.p.Planned.UID, timeOf(*s.p.Planned))
	if m.Off || s.sameAs(to) || to.Date < s.today {
		return s.stays()
	}
	// It was written when the note had another day, or somebody moved it there: nobody knows, so that it is asked.
	return Find{Says: s.sayBoth(to), Offer: &Act{Move: s.p.Planned, To: to, key: m.Key}}
}

// unlinked is a planned note that no calendar made.
func (s *planning) unlinked() Find {
	for _, m := range s.all {
		to := when(m, s.own)
		if m.Off || to.Date != s.p.Planned.Date && notes.DateOf(m.Start.In(s.own)) != s.p.Planned.Date {
			continue
		}
		if s.p.Planned.At == "" && to.At != "" {
			s.take(m, s.p.Planned.UID, to)
			return Find{Says: voice.T("Adds the time: {when}", "when", s.say(to)), Do: &Act{Move: s.p.Planned, To: to, key: m.Key}}
		}
		s.take(m, s.p.Planned.UID, timeOf(*s.p.Planned))
		return s.stays()
	}
	m, ok := s.next()
	if !ok {
		return s.stays()
	}
	to := when(m, s.own)
	return Find{Says: s.sayBoth(to), Offer: &Act{Move: s.p.Planned, To: to, key: m.Key}}
}

// linked is a planned note that the calendar made, or that stood on its day. What the manager changed stays so.
func (s *planning) linked(t Taken) Find {
	i := slices.IndexFunc(s.all, func(m Meeting) bool { return m.Key == t.Key })
	if timeOf(*s.p.Planned) != t.Put {
		for _, m := range s.all {
			if to := when(m, s.own); !m.Off && to.Date == s.p.Planned.Date && !s.p.Kept.took(m.Key) {
				s.take(m, t.Note, timeOf(*s.p.Planned)) // called off, it went on to the next
				return s.stays()
			}
		}
		return Find{Says: voice.T("Stays where you moved it: {when}", "when", s.say(timeOf(*s.p.Planned)))}
	}
	if i >= 0 && !s.all[i].Off {
		to := when(s.all[i], s.own)
		if to == t.Says || to.Date < s.today || s.sameAs(to) {
			s.take(s.all[i], t.Note, t.Put)
			return s.stays()
		}
		return s.move(s.all[i])
	}
	of := func(m Meeting) bool { return i >= 0 || m.UID == t.event() }
	if t.Put.Date < s.today || !slices.ContainsFunc(s.all, of) {
		return s.stays() // another calendar, or it is over
	}
	m, ok := s.next()
	if !ok {
		return Find{Says: voice.T("Called off in the calendar. Yours stays: {when}.", "when", s.say(t.Put))}
	}
	return s.move(m)
}

func (s *planning) move(m Meeting) Find {
	to := when(m, s.own)
	s.take(m, s.p.Planned.UID, to)
	return Find{
		Says: voice.T("Moves to {to} (now {from})", "from", s.say(timeOf(*s.p.Planned)), "to", s.say(to)),
		Do:   &Act{Move: s.p.Planned, To: to, key: m.Key},
	}
}

func (s *planning) stays() Find {
	return Find{Says: voice.T("Stays: {when}", "when", s.say(timeOf(*s.p.Planned)))}
}

func (s *planning) sayBoth(to Time) string {
	return voice.T("You planned {mine}. The calendar says {theirs}.", "mine", s.say(timeOf(*s.p.Planned)), "theirs", s.say(to))
}

func (s *planning) sameAs(to Time) bool { return timeOf(*s.p.Planned) == to }

func (s *planning) take(m Meeting, note string, put Time) {
	s.p.Kept = s.p.Kept.take(Taken{Key: m.Key, Note: note, Put: put, Says: when(m, s.own)}, s.today)
}

func (s *planning) say(t Time) string {
	if t.At == "" {
		return notes.SayDay(t.Date, s.today)
	}
	own := notes.When(t.Date, t.At, t.Zone, s.own).In(s.own) // on the manager's clocks, as everywhere else
	return notes.SayDay(notes.DateOf(own), s.today) + ", " + s.in.SayTime(notes.TimeOf(own))
}

// event is the UID of the event that the occurrence is of.
func (t Taken) event() string {
	for i := len(t.Key) - 1; i >= 0; i-- {
		if t.Key[i] == '|' {
			return t.Key[:i]
		}
	}
	return t.Key
}

// Made says which note an Act made or moved.
func (k Kept) Made(a Act, note string, today notes.Date) Kept {
	says := a.To
	for _, t := range k.Taken {
		if t.Key == a.key {
			says = t.Says
		}
	}
	return k.take(Taken{Key: a.key, Note: note, Put: a.To, Says: says}, today)
}

// Changed reports whether anything is done, or would be kept otherwise than it was.
func (plan Plan) Changed() bool {
	return slices.ContainsFunc(plan.Finds, func(f Find) bool { return f.Do != nil })
}
