package search

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// reader reads the pieces of what was typed, one after the other.
type reader struct {
	Typed
	in notes.Context
}

// filter is what a word before a colon does.
type filter struct {
	kind ChipKind
	not  bool // a '-' may stand before it
	take func(r *reader, p piece, c *Chip)
}

// filters are the words that a filter begins with.
var filters = map[string]filter{
	"person": {PersonChip, true, (*reader).person},
	"label":  {LabelChip, true, (*reader).label},
	"tag":    {TagChip, true, (*reader).tag},
	"after":  {AfterChip, false, (*reader).days},
	"since":  {AfterChip, false, (*reader).days},
	"before": {BeforeChip, false, (*reader).days},
	"until":  {UntilChip, false, (*reader).days},
	"on":     {OnChip, false, (*reader).days},
}

func (r *reader) fault(why string) {
	if r.Why == "" {
		r.Why = why
	}
}

// take takes a piece of what was typed.
func (r *reader) take(p piece) {
	if p.key == "" {
		r.words(p)
		return
	}
	f := filters[p.key]
	c := Chip{Kind: f.kind, Not: p.not, Value: p.value, From: p.from, To: p.to}
	f.take(r, p, &c)
	if c.Why != "" {
		r.fault(c.Why)
	}
	if c.Not {
		c.Say = voice.T("not {what}", "what", c.Say)
	}
	r.Chips = append(r.Chips, c)
}

// words takes words to look for or to leave out.
func (r *reader) words(p piece) {
	if strings.TrimSpace(p.value) == "" {
		return // a quote in which nothing stands yet
	}
	said := notes.QueryPiece{Text: p.value, Quoted: p.quoted, Open: p.open}
	if !p.not {
		r.Asked.Said = append(r.Asked.Said, said)
		return
	}
	r.Asked.Not = append(r.Asked.Not, said)
	r.Chips = append(r.Chips, Chip{
		Kind: SaidChip, Not: true, Value: p.value, From: p.from, To: p.to, Say: voice.T("without: {words}", "words", strings.TrimSpace(p.value)),
	})
}

func (r *reader) person(p piece, c *Chip) {
	who := r.who(p.value)
	c.Say = p.value
	switch {
	case len(who) == 0:
		c.Why = voice.T("Nobody is called “{name}”. Try a full name or a nickname.", "name", p.value)
	case len(who) > 1:
		c.Why = r.sayAmbiguous(p.value, who)
	default:
		if short := r.in.Names.Short(who[0], 0); short != "" {
			c.Say = short
		}
	}
	one := notes.PersonID(0)
	if len(who) == 1 {
		one = who[0]
	}
	switch {
	case p.not:
		if !slices.ContainsFunc(r.Asked.NotPeople, func(have string) bool { return notes.FoldName(have) == notes.FoldName(p.value) }) {
			r.Asked.NotPeople, r.notPeople = append(r.Asked.NotPeople, p.value), append(r.notPeople, one)
		}
	case r.Asked.Person == "":
		r.Asked.Person, r.Person = p.value, one
	case notes.FoldName(r.Asked.Person) != notes.FoldName(p.value):
		c.Why = voice.T("Search for one person at a time.")
	}
}

// who are the people whom a name means.
func (r *reader) who(name string) []notes.PersonID {
	if folded := notes.FoldName(name); folded == "me" || folded == "i" {
		if r.in.Me == 0 {
			return nil
		}
		return []notes.PersonID{r.in.Me}
	}
	return r.in.Names.Find(strings.TrimPrefix(name, "@"), 0)
}

// sayAmbiguous says whom a name may mean.
func (r *reader) sayAmbiguous(name string, who []notes.PersonID) string {
	var called []string
	for _, id := range who {
		if short := r.in.Names.Short(id, 0); short != "" {
			called = append(called, short)
		}
	}
	if len(called) < 2 {
		return voice.T("More than one person is called “{name}”. Use a full name.", "name", name)
	}
	return voice.T("“{name}” could be {people}. Use a full name.", "name", name, "people", strings.Join(called, " / "))
}

func (r *reader) label(p piece, c *Chip) {
	l, ok := r.in.LabelOf(p.value)
	c.Say = p.value
	switch {
	case !ok && notes.IsPrivate(p.value+":"):
		c.Why = voice.T("Private lines aren't filed under a label. Search for their words instead.")
		return
	case !ok:
		c.Why = voice.T("That isn't a label: “{word}”. Try todo, praise or idea.", "word", p.value)
		return
	}
	c.Say = r.in.Words.For(l)
	switch {
	case p.not:
		if !slices.Contains(r.Asked.NotLabels, l) {
			r.Asked.NotLabels = append(r.Asked.NotLabels, l)
		}
	case r.Asked.Label == "" || r.Asked.Label == l:
		r.Asked.Label = l
	default:
		c.Why = voice.T("Search for one label at a time.")
	}
}

func (r *reader) tag(p piece, c *Chip) {
	tag := notes.Tag(p.value)
	c.Say = "#" + tag
	if !notes.ValidTag(tag) {
		c.Why = voice.T("This can't be a tag: “{word}”. Start it with a letter, and leave out spaces.", "word", p.value)
		return
	}
	to := &r.Asked.Tags
	if p.not {
		to = &r.Asked.NotTags
	}
	if !slices.Contains(*to, tag) {
		*to = append(*to, tag)
	}
}

func (r *reader) days(p piece, c *Chip) {
	first, last, ok := ReadDays(p.value, r.in.Date)
	c.Say = p.value
	if !ok {
		c.Why = voice.T("That isn't a date: “{typed}”. Try 2026, 2026-01 or 2026-01-15.", "typed", p.value)
		return
	}
	from, to := notes.Date(""), notes.Date("")
	switch c.Kind {
	case AfterChip:
		from = first
	case BeforeChip:
		to = first.AddDays(-1)
	case UntilChip:
		to = last
	case OnChip:
		from, to = first, last
	}
	c.Say = SaySpan(from, to, r.in.Date)
	if from == to {
		c.Say = notes.SayDate(from, r.in.Date)
	}
	if r.Asked.From == "" || from > r.Asked.From {
		r.Asked.From = from
	}
	if to != "" && (r.Asked.To == "" || to < r.Asked.To) {
		r.Asked.To = to
	}
}

func sayNoDays() string {
	return voice.T("These dates leave no days to search. Check the first and the last one.")
}
