package team

import (
	"slices"
	"strings"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/voice"
)

// ideasKept is for how many days an idea that was answered stays on the board.
const ideasKept = 365

// IdeaCard is one idea on the board. The same words in several notes are one idea of all who had it.
type IdeaCard struct {
	Items   []notes.Filed  // its lines, each once, newest first
	Authors []notes.Person // whose idea it is, whoever had it first first
	Text    string
	State   notes.State
	Since   notes.Date // the day it was first noted
	Call    string     // whose call it is, from the area that one of its tags names: "her call"; "" where no tag does
	Says    string     // what stands beside the authors: "since 6 Nov", "her call, until 12 Feb 2027", "learned: shorter nights"
}

// IdeaBoard is the ideas of everybody. Each lane is newest first.
type IdeaBoard struct {
	Waiting  []IdeaCard // no answer yet; longest first
	Trying   []IdeaCard
	TakenUp  []IdeaCard // adopted, or tried and learnt from
	Declined []IdeaCard
}

// ShowIdeas is the board made from idea lines, newest first. Those waiting or on trial stay however old they are; the
// others go after a year. Imported ideas that were open are history and not on it.
func ShowIdeas(ideas []notes.Filed, people []notes.Person, areas []notes.Area, today notes.Date) IdeaBoard {
	var cards []*IdeaCard
	known := map[string]*IdeaCard{} // by state and words
	for _, f := range ideas {
		if f.State == notes.History || f.Closed() && today.DaysSince(f.StateDay()) > ideasKept {
			continue
		}
		c := newIdeaCard(f)
		key := string(c.State) + " " + notes.FoldName(c.Text)
		if have := known[key]; have != nil {
			c = have
		} else {
			known[key] = c
			cards = append(cards, c)
		}
		if !slices.ContainsFunc(c.Items, func(i notes.Filed) bool { return i.Note == f.Note && i.Line == f.Line }) {
			c.Items = append(c.Items, f)
		}
		c.addAuthors(f, people)
		if c.Since == "" || f.NoteDate < c.Since {
			c.Since = f.NoteDate
		}
	}
	return sortIdeas(cards, areas, today)
}

func newIdeaCard(f notes.Filed) *IdeaCard {
	return &IdeaCard{Text: strings.TrimRight(notes.SayText(f.Text), "."), State: f.State}
}

// addAuthors adds whose idea a line is: the person whom it is about, me, or both.
func (c *IdeaCard) addAuthors(f notes.Filed, people []notes.Person) {
	var own []notes.Person
	for _, p := range people {
		theirs := p.ID == f.Person && f.Actor != notes.Me
		mine := p.Kind == notes.KindMe && (f.Actor == notes.Me || f.Actor == notes.We)
		if (theirs || mine) && !slices.ContainsFunc(c.Authors, func(have notes.Person) bool { return have.ID == p.ID }) {
			own = append(own, p)
		}
	}
	c.Authors = append(own, c.Authors...) // lines come newest first
}

func sortIdeas(cards []*IdeaCard, areas []notes.Area, today notes.Date) IdeaBoard {
	var b IdeaBoard
	own := map[notes.PersonID][]notes.Area{}
	for _, a := range areas {
		own[a.Person] = append(own[a.Person], a)
	}
	for _, c := range cards {
		if len(c.Authors) == 0 {
			continue // of somebody who was deleted
		}
		c.Call = c.call(own, today)
		c.Says = c.says(today)
		switch c.State {
		case notes.Open:
			b.Waiting = append(b.Waiting, *c)
		case notes.Trying:
			b.Trying = append(b.Trying, *c)
		case notes.Declined:
			b.Declined = append(b.Declined, *c)
		default:
			b.TakenUp = append(b.TakenUp, *c)
		}
	}
	slices.SortStableFunc(b.Waiting, func(x, y IdeaCard) int { return strings.Compare(string(x.Since), string(y.Since)) })
	for _, lane := range [][]IdeaCard{b.Trying, b.TakenUp, b.Declined} {
		slices.SortStableFunc(lane, func(x, y IdeaCard) int {
			return strings.Compare(string(y.Items[0].StateDay()), string(x.Items[0].StateDay()))
		})
	}
	return b
}

// call is whose call it is by the first tag that names an area of an author.
func (c *IdeaCard) call(areas map[notes.PersonID][]notes.Area, today notes.Date) string {
	for _, author := range c.Authors {
		for _, f := range c.Items {
			for _, tag := range f.Tags {
				if say := sayWhoseCall(notes.AreaOf(areas[author.ID], tag).LevelOn(today).Call(), c.Authors); say != "" {
					return say
				}
			}
		}
	}
	return ""
}

// sayWhoseCall says whose call an idea of these authors is, to stand beside their names: "her call", "shared call",
// "your call"; "" for nobody's yet.
func sayWhoseCall(c notes.Call, authors []notes.Person) string {
	switch {
	case c == notes.Shared:
		return voice.T("shared call")
	case c == notes.Mine:
		return voice.T("your call")
	case c == notes.Theirs && len(authors) == 1 && authors[0].Pronoun == notes.She:
		return voice.T("her call")
	case c == notes.Theirs && len(authors) == 1 && authors[0].Pronoun == notes.He:
		return voice.T("his call")
	case c == notes.Theirs:
		return voice.T("their call")
	}
	return ""
}

// writeWhoseCall is sayWhoseCall as it stands in a note, where it is read without the author beside it and the manager is
// me: "Ana's call", "my call".
func writeWhoseCall(c notes.Call, authors []notes.Person) string {
	switch {
	case c == notes.Mine:
		return voice.T("my call")
	case c == notes.Theirs && len(authors) == 1:
		return voice.T("{first}'s call", "first", authors[0].First())
	}
	return sayWhoseCall(c, authors)
}

func (c *IdeaCard) says(today notes.Date) string {
	remark := c.Items[0].Remark
	switch c.State {
	case notes.Open:
		return joinSaid(", ", notes.SaySince(c.Since, today), c.Call)
	case notes.Trying:
		if remark == "" {
			remark = notes.SaySince(c.Items[0].StateDay(), today)
		}
		if strings.Contains(remark, " call") {
			return strings.Replace(remark, writeWhoseCall(notes.Theirs, c.Authors), sayWhoseCall(notes.Theirs, c.Authors), 1)
		}
		return joinSaid(", ", c.Call, remark)
	case notes.Learned:
		if remark == "" {
			return voice.T("learned")
		}
		return voice.T("learned: {what}", "what", remark)
	case notes.Adopted:
		if remark == "" {
			return notes.SaySince(c.Items[0].StateDay(), today)
		}
	}
	return remark
}

// joinSaid joins two pieces; an empty one is left out.
func joinSaid(sep, a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + sep + b
}

// Lane says where an idea stands: "waiting", "trying", "adopted", "tried", "declined".
func (c IdeaCard) Lane() string {
	switch c.State {
	case notes.Open:
		return voice.T("waiting")
	case notes.Trying:
		return voice.T("trying")
	case notes.Declined:
		return voice.T("declined")
	case notes.Learned:
		return voice.T("tried")
	}
	return voice.T("adopted")
}

// SayAuthors names who had an idea: "Ana", "Ana and Ben", "You" for the manager.
func (c IdeaCard) SayAuthors() string { return sayAuthors(c.Authors, voice.T("You")) }

func sayAuthors(authors []notes.Person, me string) string {
	var names []string
	for _, p := range authors {
		if p.Kind == notes.KindMe {
			names = append(names, me)
		} else {
			names = append(names, p.First())
		}
	}
	if n := len(names); n > 1 {
		return voice.T("{list} and {last}", "list", strings.Join(names[:n-1], ", "), "last", names[n-1])
	}
	return strings.Join(names, "")
}

// IdeaAnswer is the manager's answer to an idea, as its form holds it.
type IdeaAnswer struct {
	State  notes.State  // Trying, Adopted, Declined or Learned
	Call   notes.Call   // of Trying: whose call it is; may be unsaid
	Who    notes.Person // of Trying: who tries it; no ID for the author
	Until  string       // of Trying: until when, as typed; may be empty
	Remark string       // why, what was learnt, or a few words
}

// The fields of IdeaAnswer that Invalid may name.
var (
	FieldTryUntil = voice.T("Until")
	FieldRemark   = voice.T("In a few words")
)

// remark is what stands in brackets after the idea: "her call, with Chidi, until 12 Feb 2027".
func (a IdeaAnswer) remark(c IdeaCard, today notes.Date) (string, error) {
	words := notes.Tidy(a.Remark)
	if err := notes.Fits(FieldRemark, words, notes.MostLine); err != nil {
		return "", err
	}
	switch a.State {
	case notes.Declined:
		if words == "" {
			return "", notes.Invalid{
				Field: FieldRemark,
				Why:   voice.T("Say why, as you'd say it in person."),
			}
		}
	case notes.Learned:
		if words == "" {
			return "", notes.Invalid{Field: FieldRemark, Why: voice.T("Say what you learned, even if it didn't work.")}
		}
	case notes.Trying:
		until, err := notes.ReadComingDate(FieldTryUntil, a.Until, today)
		switch {
		case err != nil:
			return "", err
		case until != "" && until < today:
			return "", notes.Invalid{Field: FieldTryUntil, Why: voice.T("That day is in the past. Pick today or later, or leave it empty.")}
		}
		said := writeWhoseCall(a.Call, c.Authors)
		if a.Who.ID != 0 && a.Who.Kind == notes.KindMe {
			said = joinSaid(", ", said, voice.T("I'll try it"))
		} else if a.Who.ID != 0 {
			said = joinSaid(", ", said, voice.T("{first} will try it", "first", a.Who.First()))
		}
		if until != "" {
			said = joinSaid(", ", said, voice.T("until {date}", "date", notes.TypeDate(until)))
		}
		return joinSaid(", ", said, words), nil
	}
	return words, nil
}

// Answer writes the answer into every line of the idea; in gives the context of the note of a line. It returns Invalid
// where the answer lacks something.
func (c IdeaCard) Answer(a IdeaAnswer, in func(notes.Filed) notes.Context, today notes.Date) (notes.Change, error) {
	remark, err := a.remark(c, today)
	if err != nil {
		return notes.Change{}, err
	}
	return c.setState(a.State, today, remark, in)
}

// Reopen takes the answer back: the idea waits again.
func (c IdeaCard) Reopen(in func(notes.Filed) notes.Context) (notes.Change, error) {
	return c.setState(notes.Open, "", "", in)
}

func (c IdeaCard) setState(s notes.State, on notes.Date, remark string, in func(notes.Filed) notes.Context) (notes.Change, error) {
	var change notes.Change
	for _, f := range c.Items {
		e, err := notes.SetState(f, in(f), s, on, remark)
		if err != nil {
			return notes.Change{}, err
		}
		change.Edits = append(change.Edits, e)
	}
	return change, nil
}

// SayDeclined is the declined ideas in one line: "two, most recently: a release is a party".
func SayDeclined(cards []IdeaCard) string {
	if len(cards) == 0 {
		return ""
	}
	text := notes.UpperFirst(cards[0].Text)
	if utf8.RuneCountInString(text) > 60 {
		text = notes.Shorten(text, 60)
	}
	if len(cards) == 1 {
		return text
	}
	return voice.T("{count}, most recently: {text}", "count", notes.SayCount(len(cards)), "text", text)
}
