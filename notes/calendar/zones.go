package calendar

import (
	_ "embed" // the names that Windows has for zones
	"sort"
	"strconv"
	"strings"
	"time"
)

//go:embed windows.txt
var windowsList string

// windows are the IANA names of the zones that Windows, Outlook and Exchange name their own way (CLDR's windowsZones, for the
// whole world).
var windows = readWindows(windowsList)

func readWindows(list string) map[string]string {
	all := map[string]string{}
	for _, line := range strings.Split(list, "\n") {
		if name, iana, ok := strings.Cut(line, "\t"); ok {
			all[strings.ToLower(name)] = iana
		}
	}
	return all
}

// zone is where the clocks are that a time is read on: a known one, or what a file says of it.
type zone struct {
	name  string // IANA, "" where only the file knows it
	loc   *time.Location
	turns []turn // by instant
	first time.Duration
}

type turn struct {
	at     time.Time
	offset time.Duration
}

func (z *zone) offset(t time.Time) time.Duration {
	if z.loc != nil {
		_, seconds := t.In(z.loc).Zone()
		return time.Duration(seconds) * time.Second
	}
	i := sort.Search(len(z.turns), func(i int) bool { return z.turns[i].at.After(t) })
	if i == 0 {
		return z.first
	}
	return z.turns[i-1].offset
}

// instant is when the clocks of the zone show wall, a time in UTC. Where they skip it, it is read with the offset before; where
// they show it twice it is the first (RFC 5545, 3.3.5).
func (z *zone) instant(wall time.Time) time.Time {
	before := wall.Add(-z.offset(wall.Add(-24 * time.Hour)))
	after := wall.Add(-z.offset(wall.Add(24 * time.Hour)))
	if !z.wall(before).Equal(wall) && z.wall(after).Equal(wall) {
		return after
	}
	return before
}

// wall is what the clocks of the zone show, as a time in UTC.
func (z *zone) wall(t time.Time) time.Time { return t.UTC().Add(z.offset(t)) }

var utc = &zone{name: nameUTC, loc: time.UTC}

// known is the zone of that name, as any program writes it.
func known(id string) (*zone, bool) {
	id = strings.Trim(strings.TrimSpace(id), `"`)
	if iana, ok := windows[strings.ToLower(id)]; ok {
		id = iana
	}
	for name := strings.TrimPrefix(id, "/"); name != ""; { // "/freeassociation.sourceforge.net/Europe/Berlin"
		if strings.ContainsAny(name[:1], "/.") || name == "Local" {
			break
		}
		if loc, err := time.LoadLocation(name); err == nil {
			return &zone{name: name, loc: loc}, true
		}
		_, name, _ = strings.Cut(name, "/")
	}
	return nil, false
}

// zones are those of a file, by its own names.
type zones map[string]*zone

func readZones(cal *part) zones {
	all := zones{}
	for _, p := range cal.parts {
		if p.name != "VTIMEZONE" {
			continue
		}
		id, _ := p.find(propZone)
		if _, ok := known(id.value); ok {
			continue
		}
		where, _ := p.find(propPlace)
		if z, ok := known(where.value); ok {
			all[id.value] = z
		} else if z := readZone(p); z != nil {
			all[id.value] = z
		}
	}
	return all
}

// named is the zone that a time names; nil where nobody knows it.
func (all zones) named(id string) *zone {
	if z, ok := known(id); ok {
		return z
	}
	return all[id]
}

// readZone reads the rules by which a zone puts its clocks.
func readZone(p *part) *zone {
	z := &zone{}
	first := time.Time{}
	for _, rule := range p.parts {
		from, okFrom := readOffset(rule.text(propFrom))
		to, okTo := readOffset(rule.text(propTo))
		start, ok := readTime(rule.text(propStart))
		if !okFrom || !okTo || !ok {
			continue
		}
		for _, wall := range turnsOf(rule, start, from) {
			z.turns = append(z.turns, turn{wall.Add(-from), to})
		}
		if first.IsZero() || start.Before(first) {
			first, z.first = start, from
		}
	}
	if len(z.turns) == 0 {
		return nil
	}
	sort.SliceStable(z.turns, func(i, k int) bool { return z.turns[i].at.Before(z.turns[k].at) })
	return z
}

func turnsOf(p *part, start time.Time, from time.Duration) []time.Time {
	all := []time.Time{start}
	end := time.Date(lastYear, 1, 1, 0, 0, 0, 0, time.UTC)
	if rule, ok := p.find(propRule); ok {
		fixed := &zone{first: from}
		if r, err := readRule(rule.value, start, fixed); err == nil {
			all = append(all, r.between(start, end, maxTimes)...)
		}
	}
	for _, q := range p.props {
		if q.name != propMore {
			continue
		}
		for _, text := range strings.Split(q.value, ",") {
			if t, ok := readTime(text); ok {
				all = append(all, t)
			}
		}
	}
	return all
}

// readOffset reads "+0100" or "-053000".
func readOffset(s string) (time.Duration, bool) {
	if len(s) != len("+0100") && len(s) != len("+010000") || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[1:], 10, 32)
	if err != nil {
		return 0, false
	}
	if len(s) == len("+0100") {
		n *= 100
	}
	d := time.Duration(n/10000)*time.Hour + time.Duration(n/100%100)*time.Minute + time.Duration(n%100)*time.Second
	if d >= 24*time.Hour {
		return 0, false
	}
	if s[0] == '-' {
		d = -d
	}
	return d, true
}

// readTime reads "20261130T093000", as a time in UTC; a Z or a missing time of day is read over.
func readTime(s string) (time.Time, bool) {
	s = strings.TrimSuffix(strings.TrimSpace(s), "Z")
	for _, layout := range []string{"20060102T150405", "20060102T1504", "20060102", "2006-01-02T15:04:05", "2006-01-02"} {
		if len(s) != len(layout) {
			continue
		}
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
