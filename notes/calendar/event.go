package calendar

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"handback/notes/voice"
)

// moment is a time as a file says it: what clocks show, and whose.
type moment struct {
	wall time.Time // in UTC
	zone *zone     // nil is the clocks of whoever reads: a floating time, or a day
	day  bool
}

// in is the instant that it means to somebody.
func (m moment) in(own *zone) time.Time {
	if m.zone == nil {
		return own.instant(m.wall)
	}
	return m.zone.instant(m.wall)
}

// event is a VEVENT.
type event struct {
	uid        string
	start      moment
	end        time.Duration // of the clock from start; see exact
	exact      bool          // end counts seconds that pass, not what clocks show
	of         *moment       // the occurrence that this one replaces
	later      bool          // and all that come after it
	rules      []rule
	more, less []moment
	sequence   int
	stamp      time.Time
	title      string
	with       []Attendee
	cancelled  bool
}

// readEvent reads one; why says what is wrong with it. With cancel the whole file calls meetings off.
func readEvent(p *part, known zones, cancel bool) (e event, why string) {
	uid, _ := p.find(propUID)
	e.uid = strings.TrimSpace(uid.value)
	title, _ := p.find(propSummary)
	off := false
	e.title, off = withoutOff(plain(title.value))
	e.sequence, _ = strconv.Atoi(p.text(propSequence))
	e.stamp, _ = readTime(p.text(propStamp))
	e.with = readPeople(p)
	e.cancelled = cancel || off || p.text(propStatus) == "CANCELLED" || declined(p)
	start, ok := p.find(propStart)
	of, replaces := p.find(propOf)
	if !ok && replaces && e.cancelled { // who calls off an occurrence need not say when it would have been
		start, ok = of, true
	}
	if !ok {
		return e, voice.T("It doesn't say when it is.")
	}
	if e.start, why = readMoment(start, start.value, known); why != "" {
		return e, why
	}
	if y := e.start.wall.Year(); y < firstYear || y > lastYear {
		return e, voice.T("Its date is too far off.")
	}
	if replaces {
		m, why := readMoment(of, of.value, known)
		if why != "" {
			return e, why
		}
		e.of, e.later = &m, strings.EqualFold(of.params["RANGE"], "THISANDFUTURE")
	}
	if why = e.readEnd(p, known); why != "" {
		return e, why
	}
	return e, e.readTimes(p, known)
}

// readEnd reads how long it takes: until DTEND, for a DURATION, or neither: a day, or no time at all.
func (e *event) readEnd(p *part, known zones) string {
	if end, ok := p.find(propEnd); ok {
		m, why := readMoment(end, end.value, known)
		if why != "" {
			return why
		}
		e.end = m.wall.Sub(e.start.wall)
		if m.zone != nil && e.start.zone != nil { // each occurrence takes as long as the first (RFC 5545, 3.8.5.3)
			e.exact, e.end = true, m.in(utc).Sub(e.start.in(utc))
		}
		e.end = max(e.end, 0)
		return ""
	}
	if long, ok := p.find(propDuration); ok {
		d, exact, ok := readDuration(long.value)
		if !ok {
			return voice.T("Handback can't tell how long it is.")
		}
		e.end, e.exact = d, exact
		return ""
	}
	if e.start.day {
		e.end = 24 * time.Hour
	}
	return ""
}

// readTimes reads when it repeats.
func (e *event) readTimes(p *part, known zones) string {
	for _, q := range p.props {
		switch q.name {
		case propRule:
			r, err := readRule(q.value, e.start.wall, e.start.zone)
			if errors.Is(err, errOften) {
				return voice.T("It repeats several times a day.")
			}
			if err != nil {
				return voice.T("Handback doesn't understand how it repeats.")
			}
			e.rules = append(e.rules, r)
		case propMore, propLess:
			for _, text := range strings.Split(q.value, ",") {
				text, _, _ = strings.Cut(text, "/") // of a period
				m, why := readMoment(q, text, known)
				if why != "" {
					continue // an occurrence that nobody can place; the others stand
				}
				if q.name == propMore {
					e.more = append(e.more, m)
				} else {
					e.less = append(e.less, m)
				}
			}
		}
	}
	return ""
}

// readMoment reads a time of a line; why says what is wrong with it.
func readMoment(p prop, text string, known zones) (m moment, why string) {
	t, ok := readTime(text)
	if !ok {
		return m, voice.T("Handback can't read its date.")
	}
	m.wall = t
	switch id := p.params[propZone]; {
	case !strings.Contains(text, "T"):
		m.day = true
	case strings.HasSuffix(strings.TrimSpace(text), "Z"):
		m.zone = utc
	case id != "":
		if m.zone = known.named(id); m.zone == nil {
			return m, voice.T("It's in a time zone that Handback doesn't know: {zone}", "zone", id)
		}
	}
	return m, ""
}

// readDuration reads "P1W", "P1DT2H", "PT30M". Exact is whether it counts hours that pass rather than days of the calendar.
func readDuration(s string) (d time.Duration, exact, ok bool) {
	s, ok = strings.CutPrefix(strings.ToUpper(strings.TrimSpace(s)), "P")
	if !ok || s == "" {
		return 0, false, false
	}
	units := map[byte]time.Duration{'W': 7 * 24 * time.Hour, 'D': 24 * time.Hour, 'H': time.Hour, 'M': time.Minute, 'S': time.Second}
	n := ""
	for i := range len(s) {
		switch c := s[i]; {
		case c == 'T':
			exact = true
		case c >= '0' && c <= '9' && len(n) < 6:
			n += string(c)
		case units[c] != 0 && n != "":
			count, _ := strconv.Atoi(n)
			d, n = d+time.Duration(count)*units[c], ""
		default:
			return 0, false, false
		}
	}
	return d, exact, n == "" && d < 400*24*time.Hour
}

// withoutOff is a title without the word by which a program says that the meeting was called off, and whether it was there.
func withoutOff(title string) (string, bool) {
	for _, begin := range offTitles {
		if len(title) >= len(begin) && strings.EqualFold(title[:len(begin)], begin) {
			return strings.TrimSpace(title[len(begin):]), true
		}
	}
	return title, false
}

// declined reports whether one of two who were invited said no: between two the meeting is off then.
func declined(p *part) bool {
	invited, no := 0, false
	for _, q := range p.props {
		if kind := strings.ToUpper(q.params["CUTYPE"]); q.name != propAttendee || kind == "ROOM" || kind == "RESOURCE" {
			continue
		}
		invited++
		no = no || strings.EqualFold(q.params["PARTSTAT"], "DECLINED")
	}
	return no && invited <= 2
}

// readPeople are those who are invited, rooms and things left out, each once.
func readPeople(p *part) []Attendee {
	var all []Attendee
	for _, q := range p.props {
		if q.name != propAttendee && q.name != propOrganizer {
			continue
		}
		kind := strings.ToUpper(q.params["CUTYPE"])
		if kind == "ROOM" || kind == "RESOURCE" {
			continue
		}
		a := Attendee{Name: plain(q.params["CN"])}
		if scheme, address, ok := strings.Cut(strings.TrimSpace(q.value), ":"); ok && strings.EqualFold(scheme, "mailto") {
			a.Address = strings.ToLower(strings.TrimSpace(address))
		} else if mail := q.params["EMAIL"]; mail != "" {
			a.Address = strings.ToLower(strings.TrimSpace(mail))
		}
		if strings.Contains(a.Name, "@") {
			a.Name = ""
		}
		all = add(all, a)
	}
	return all
}

func add(all []Attendee, a Attendee) []Attendee {
	if a.Name == "" && a.Address == "" {
		return all
	}
	for i, b := range all {
		if a.Address != "" && a.Address == b.Address || a.Address == "" && b.Address == "" && a.Name == b.Name {
			if b.Name == "" {
				all[i].Name = a.Name
			}
			return all
		}
	}
	return append(all, a)
}
