package team

import (
	"cmp"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// CompanyLine is one company goal or policy as Team shows it.
type CompanyLine struct {
	notes.CompanyGoal
	Leads  string       // "Ana leads", "nobody leads it yet"
	Hang   []notes.Goal // open goals that hang on it, by person in the order of people
	Hangs  string       // "3 goals linked"
	Talked []TalkedWith // everybody who could have talked it through, in the order of people
}

// TalkedWith says whether a company goal was talked through with somebody.
type TalkedWith struct {
	Person notes.Person
	Talk   notes.CompanyTalk // the latest; On is "" where it was not talked through
}

// ShowCompany is how company goals are shown: those that hold, in their order, then those closed, newest first. Goals
// are the goals of all people.
func ShowCompany(company []notes.CompanyGoal, people []notes.Person, goals []notes.Goal) (held, closed []CompanyLine) {
	for _, c := range company {
		line := CompanyLine{CompanyGoal: c, Leads: sayLeader(c, people), Talked: talkedWith(c, people)}
		for _, g := range goals {
			if g.Company == c.ID && g.State == notes.GoalOpen {
				line.Hang = append(line.Hang, g)
			}
		}
		line.Hangs = sayHang(len(line.Hang))
		if c.Closed == "" {
			held = append(held, line)
		} else {
			closed = append(closed, line)
		}
	}
	slices.SortStableFunc(held, func(a, b CompanyLine) int { return a.Order - b.Order })
	slices.SortStableFunc(closed, func(a, b CompanyLine) int { return cmp.Compare(b.Closed, a.Closed) })
	return held, closed
}

func sayLeader(c notes.CompanyGoal, people []notes.Person) string {
	for _, p := range people {
		switch {
		case p.ID != c.Leader || c.Leader == 0:
		case p.Kind == notes.KindMe:
			return voice.T("you lead")
		default:
			return voice.T("{first} leads", "first", p.First())
		}
	}
	return voice.T("nobody leads it yet")
}

func sayHang(n int) string {
	if n == 0 {
		return voice.T("no goals linked")
	}
	return voice.N(n, "{n} goal linked", "{n} goals linked")
}

// talkedWith lists the reports who have not left, and others only where it was talked through with them.
func talkedWith(c notes.CompanyGoal, people []notes.Person) []TalkedWith {
	var all []TalkedWith
	for _, p := range people {
		t := TalkedWith{Person: p}
		for _, talk := range c.Talks {
			if talk.Person == p.ID && talk.On >= t.Talk.On {
				t.Talk = talk
			}
		}
		if p.OnTeam() || t.Talk.On != "" {
			all = append(all, t)
		}
	}
	return all
}

// SayTalk is a talk in a sentence: "Talked through with Ana on 17 Nov: “We stop shipping on Fridays.”"
func SayTalk(t TalkedWith, today notes.Date) string {
	if t.Talk.On == "" {
		return voice.T("Not talked through with {first} yet", "first", t.Person.First())
	}
	first, on := t.Person.First(), notes.SayDate(t.Talk.On, today)
	if t.Talk.Words == "" {
		return voice.T("Talked through with {first} on {date}", "first", first, "date", on)
	}
	return voice.T("Talked through with {first} on {date}: “{words}”", "first", first, "date", on, "words", t.Talk.Words)
}

// CompanyForm is a company goal as its form holds it.
type CompanyForm struct {
	Title, Why string
	Leader     notes.PersonID
}

// Change writes the form into a company goal; a new one (ID 0) comes after all others. It returns Invalid for one
// without a title, or with the title of another that holds.
func (f CompanyForm) Change(c notes.CompanyGoal, all []notes.CompanyGoal) (notes.Change, error) {
	c.Title, c.Why, c.Leader = notes.Tidy(f.Title), strings.TrimSpace(f.Why), f.Leader
	if c.Title == "" {
		return notes.Change{}, notes.Invalid{Field: notes.FieldTitle, Why: voice.T("Give it a title, e.g. “Calmer releases”.")}
	}
	if err := cmp.Or(
		notes.Fits(notes.FieldTitle, c.Title, notes.MostTitle),
		notes.Fits(notes.FieldWhy, c.Why, notes.MostText),
	); err != nil {
		return notes.Change{}, err
	}
	last := 0
	for _, other := range all {
		last = max(last, other.Order)
		if other.ID != c.ID && other.Closed == "" && strings.EqualFold(other.Title, c.Title) {
			return notes.Change{}, notes.Invalid{
				Field: notes.FieldTitle,
				Why:   voice.T("Another company goal already has this title. Pick a different one."),
			}
		}
	}
	if c.ID == 0 {
		c.Order = last + 1
	}
	return notes.Change{Rows: []notes.Row{c}}, nil
}

// CloseCompany closes a company goal today, or lets it hold again.
func CloseCompany(c notes.CompanyGoal, today notes.Date) notes.Change {
	if c.Closed == "" {
		c.Closed = today
	} else {
		c.Closed = ""
	}
	return notes.Change{Rows: []notes.Row{c}}
}

// FieldDate and FieldWords are the fields of a talk.
var (
	FieldDate  = voice.T("Date")
	FieldWords = voice.T("Their words")
)

// TalkThrough records that a company goal was talked through with somebody on a day as typed; words are how they put
// it, and may be empty. It returns Invalid for a day that is none or is still to come.
func TalkThrough(c notes.CompanyGoalID, person notes.PersonID, day, words string, today notes.Date) (notes.Change, error) {
	on, err := notes.ReadPastDate(FieldDate, day, today)
	switch {
	case err != nil:
		return notes.Change{}, err
	case on == "":
		why := voice.T("Enter the day, e.g. today or {date}.", "date", notes.SayDate(today, today))
		return notes.Change{}, notes.Invalid{Field: FieldDate, Why: why}
	case on > today:
		return notes.Change{}, notes.Invalid{Field: FieldDate, Why: voice.T("That day is in the future. Note the " +
			"conversation once you've had it.")}
	}
	if err := notes.Fits(FieldWords, words, notes.MostLine); err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Rows: []notes.Row{notes.CompanyTalk{Company: c, Person: person, On: on, Words: notes.Tidy(words)}}}, nil
}

// SayClosedCompany says how many company goals are closed and when the last was. They come newest first.
func SayClosedCompany(closed []CompanyLine, today notes.Date) string {
	if len(closed) == 0 {
		return ""
	}
	return voice.N(len(closed), "{n} goal, on {date}", "{n} goals, the last on {date}", "date", notes.SayDate(closed[0].Closed, today))
}
