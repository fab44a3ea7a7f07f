package calendar

import (
	"regexp"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// Question is an address, or a title, of which it isn't known who it means.
type Question struct {
	Token string           // what the answer is kept for
	Says  string           // as the calendar says it
	Title string           // of a meeting that it stands in
	Like  []notes.PersonID // who it may be
}

// oneOnOne is how people call one in a calendar.
var oneOnOne = regexp.MustCompile(`(^|[^0-9a-z.])(1\s?[:/x\-–]\s?1|1\s?[-–]?\s?(on|to|zu|a|à)\s?[-–]?\s?1|121|o3|` +
	`(one|1)[ \-–]?(on|to)[ \-–]?(one|1)|uno a uno|face à face|face a face|tête-à-tête|jour fixe|vier-augen-gespräch|` +
	`mitarbeitergespräch)($|[^0-9a-z])`)

// SaysOneOnOne reports whether a title says that the meeting is one.
func SaysOneOnOne(title string) bool { return oneOnOne.MatchString(strings.ToLower(title)) }

// matcher finds whom meetings are with.
type matcher struct {
	people  []notes.Person
	me      notes.PersonID
	tokens  map[string]notes.PersonID // 0 is nobody
	names   map[string][]notes.PersonID
	planned map[string]notes.PersonID // by the UID that the planned note has in a calendar
	owner   string                    // the address that is in most meetings, where the manager's isn't known
}

func newMatcher(people []Person, meetings []Meeting) *matcher {
	m := &matcher{tokens: map[string]notes.PersonID{}, names: map[string][]notes.PersonID{}, planned: map[string]notes.PersonID{}}
	for _, p := range people {
		m.people = append(m.people, p.Person)
		if p.Kind == notes.KindMe {
			m.me = p.ID
		}
		for _, n := range p.Kept.Nobody {
			m.tokens[n] = 0
		}
		for _, n := range append([]string{p.Name}, p.Aliases...) {
			m.name(n, p.ID)
		}
		if words := strings.Fields(p.Name); len(words) > 1 {
			m.name(words[0], p.ID)
			m.name(words[len(words)-1]+" "+strings.Join(words[:len(words)-1], " "), p.ID) // "Lima, Ana"
		}
		if p.Planned != nil {
			m.planned[UID(p.Planned.UID)] = p.ID
		}
	}
	for _, p := range people {
		for _, t := range p.Kept.Means {
			m.tokens[t] = p.ID
		}
	}
	m.findOwner(meetings)
	return m
}

func (m *matcher) name(name string, id notes.PersonID) {
	if key := nameKey(name); key != "" && !slices.Contains(m.names[key], id) {
		m.names[key] = append(m.names[key], id)
	}
}

// nameKey is a name in which only letters and their order count.
func nameKey(name string) string {
	return strings.Join(strings.FieldsFunc(notes.Fold(name), func(r rune) bool {
		return strings.ContainsRune(" \t,.;_-–()[]<>\"'’+0123456789", r)
	}), " ")
}

// findOwner guesses the manager's address where none is known: whose calendar it is sits in most of its meetings.
func (m *matcher) findOwner(meetings []Meeting) {
	for _, id := range m.tokens {
		if id == m.me && id != 0 {
			return
		}
	}
	in, events := invited(meetings)
	const fewest, of, all = 3, 2, 3 // in three meetings at least, and in two of three
	for address, n := range in {
		id, _, known := m.attendee(Attendee{Address: address})
		often := n >= fewest && n*all >= events*of
		if often && (!known || id == m.me) && (m.owner == "" || n > in[m.owner] || n == in[m.owner] && address < m.owner) {
			m.owner = address
		}
	}
}

// invited counts in how many events each address is, of those that have several.
func invited(meetings []Meeting) (in map[string]int, events int) {
	in = map[string]int{}
	seen := map[string]bool{}
	for _, meeting := range meetings {
		if seen[meeting.UID] || len(meeting.With) < 2 {
			continue
		}
		seen[meeting.UID] = true
		for _, a := range meeting.With {
			if a.Address != "" {
				in[a.Address]++
			}
		}
	}
	return in, len(seen)
}

// attendee is who somebody who is invited is; like are those whom the name may mean.
func (m *matcher) attendee(a Attendee) (id notes.PersonID, like []notes.PersonID, known bool) {
	if a.Address != "" {
		if id, ok := m.tokens[a.Address]; ok {
			return id, nil, true
		}
		if a.Address == m.owner {
			return m.me, nil, true
		}
	} else if id, ok := m.tokens[nameToken(a.Name)]; ok {
		return id, nil, true
	}
	local, _, _ := strings.Cut(a.Address, "@")
	for _, name := range []string{a.Name, local} {
		key := nameKey(name)
		found := m.names[key]
		if len(found) == 1 && strings.Contains(key, " ") {
			return found[0], nil, true
		}
		like = append(like, found...)
	}
	if first, _, ok := strings.Cut(nameKey(a.Name), " "); ok && len(like) == 0 {
		like = m.names[first]
	}
	if a.Address == "" && len(like) == 1 { // a calendar that keeps nothing but a first name
		return like[0], nil, true
	}
	return 0, like, false
}

func nameToken(name string) string { return "name:" + nameKey(name) }

func titleToken(title string) string { return "title:" + notes.Fold(title) }

// SayToken is an address, a name or a title by which somebody is known in calendars, as it reads.
func SayToken(token string) string {
	return strings.TrimPrefix(strings.TrimPrefix(token, "name:"), "title:")
}

// found is whom a meeting is with; or what has to be asked, or why it isn't taken.
type found struct {
	id    notes.PersonID
	asked []Question
	why   string
}

func (m *matcher) find(meeting Meeting) found {
	if id, ok := m.planned[meeting.UID]; ok {
		return found{id: id}
	}
	if IsOurs(meeting.UID) {
		return found{why: voice.T("Handback wrote this one itself.")}
	}
	if len(meeting.With) == 0 {
		return m.byTitle(meeting)
	}
	var people []notes.PersonID
	var asked []Question
	strangers, me := 0, false
	for _, a := range meeting.With {
		id, like, known := m.attendee(a)
		switch {
		case known && id == 0:
			strangers++
		case known && id == m.me:
			me = true
		case known:
			people = with2(people, id)
		default:
			asked = append(asked, Question{token(a), says(a), meeting.Title, like})
		}
	}
	return m.of(meeting, people, asked, strangers, me)
}

func with2(all []notes.PersonID, id notes.PersonID) []notes.PersonID {
	if slices.Contains(all, id) {
		return all
	}
	return append(all, id)
}

// of says what those who are invited make of a meeting. Where the manager isn't among those who are known, whoever isn't is them.
func (m *matcher) of(meeting Meeting, people []notes.PersonID, asked []Question, strangers int, me bool) found {
	unknown := len(asked)
	if !me && unknown > 0 {
		unknown--
	}
	switch {
	case len(people)+unknown+strangers > 1:
		return found{why: m.sayMany(people)}
	case len(people) == 1 && unknown == 0:
		return found{id: people[0]}
	case len(people) == 0 && strangers == 0 && len(asked) > 0 && (meeting.Repeats || SaysOneOnOne(meeting.Title)):
		return found{asked: asked}
	}
	return found{why: voice.T("Nobody in your journal is invited.")}
}

func (m *matcher) sayMany(people []notes.PersonID) string {
	if len(people) < 2 {
		return voice.T("It's with several people.")
	}
	var names []string
	for _, p := range m.people {
		if slices.Contains(people, p.ID) {
			names = append(names, p.First())
		}
	}
	return voice.T("It's with several people: {names}", "names", strings.Join(names, ", "))
}

// byTitle finds whom a meeting is with to which nobody is invited: a private calendar, or a calendar of one's own.
func (m *matcher) byTitle(meeting Meeting) found {
	token := titleToken(meeting.Title)
	if id, ok := m.tokens[token]; ok {
		if id == 0 {
			return found{why: voice.T("You said it isn't with anyone in your journal.")}
		}
		return found{id: id}
	}
	if !SaysOneOnOne(meeting.Title) {
		return found{why: voice.T("Nobody is invited, and its title doesn't say one-on-one.")}
	}
	title := " " + nameKey(meeting.Title) + " "
	hits := map[string][]notes.PersonID{}
	for name, ids := range m.names {
		if strings.Contains(title, " "+name+" ") {
			hits[name] = ids
		}
	}
	var sure, like []notes.PersonID
	for name, ids := range hits {
		if longer(hits, name) {
			continue // "Ana Lima" says more than "Ana"
		}
		for _, id := range ids {
			if id == m.me {
				continue
			}
			like = with2(like, id)
			if len(ids) == 1 {
				sure = with2(sure, id)
			}
		}
	}
	switch {
	case len(sure) == 1 && len(like) == 1:
		return found{id: sure[0]}
	case len(sure) > 1:
		return found{why: m.sayMany(sure)}
	}
	slices.Sort(like)
	return found{asked: []Question{{token, meeting.Title, meeting.Title, like}}}
}

func longer(hits map[string][]notes.PersonID, name string) bool {
	for other := range hits {
		if other != name && strings.Contains(" "+other+" ", " "+name+" ") {
			return true
		}
	}
	return false
}

func token(a Attendee) string {
	if a.Address != "" {
		return a.Address
	}
	return nameToken(a.Name)
}

func says(a Attendee) string {
	switch {
	case a.Name == "":
		return a.Address
	case a.Address == "":
		return a.Name
	}
	return a.Name + " (" + a.Address + ")"
}
