package people

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// Form is a person as a form shows it: each field as text, as typed. FormOf fills it, Fill reads it.
type Form struct {
	Name    string
	Aliases string // further names, divided by commas or line ends
	Role    string
	Pronoun notes.Pronoun
	Kind    notes.PersonKind
	State   notes.PersonState
	Joined  string // the day they joined; may be empty
	Until   string // day they are back; only with StateAway; may be empty
	LeftOn  string // only with StateLeft; empty is today
	Last    string // only with Leaving: their last day
	// DeleteBy is the day by which their notes are to be deleted; only with StateLeft and Leaving; may be empty.
	DeleteBy string
	Every    string // a whole number; empty or "0" is no rhythm
	Unit     notes.RhythmUnit
	Day      string // with Weeks: a weekday's name, or empty for "about every …"
	Next     string // with Months: the day of the next one, see Planned; empty leaves what the rhythm keeps to
	On       MonthDay
	At       string // a time of day as people type it, or empty
	Zone     string // a city or IANA name, or empty
	// Template is what new one-on-ones begin with, 0 for nothing.
	Template notes.TemplateID
}

// Leaving is the state of somebody who has given notice, in a form alone: they are here until their last day.
const Leaving notes.PersonState = "leaving"

// MonthDay is what a monthly rhythm keeps to.
type MonthDay string

// What a monthly rhythm can keep to: a day of the month, the first to fourth weekday, the last one, or nothing.
const (
	AboutThen MonthDay = ""
	OnDay     MonthDay = "day"
	OnNth     MonthDay = "nth"
	OnLast    MonthDay = "last"
)

func monthDayOf(r notes.Rhythm) MonthDay {
	switch {
	case r.Unit != notes.Months || !r.Fixed:
		return AboutThen
	case r.Day > 0:
		return OnDay
	case r.Nth == notes.LastWeekday:
		return OnLast
	}
	return OnNth
}

// MonthChoice is one way in which a monthly rhythm can keep to a day.
type MonthChoice struct {
	On  MonthDay
	Say string
}

// MonthChoices are the ways to keep to the day that was typed as the next one; only AboutThen where it is none.
func MonthChoices(next string, today notes.Date) []MonthChoice {
	choices := []MonthChoice{{AboutThen, voice.T("no fixed day")}}
	day, ok := notes.ReadDate(next, today)
	if !ok {
		return choices
	}
	for _, r := range (notes.Rhythm{Every: 1}).MonthlyOn(day) {
		choices = append(choices, MonthChoice{monthDayOf(r), strings.TrimPrefix(r.String(), "every month ")})
	}
	return choices
}

// NextIn is the next day of a person's monthly rhythm as a form shows it; "" where it keeps to none.
func NextIn(p notes.Person, today notes.Date) string {
	if monthDayOf(p.Rhythm) == AboutThen {
		return ""
	}
	day, _ := p.Rhythm.Next("", today, "")
	return notes.TypeDate(day)
}

// The fields of a person's form, as they are shown and as Invalid names them.
var (
	FieldName    = voice.T("Name")
	FieldAliases = voice.T("Nicknames")
	FieldJoined  = voice.T("Joined on")
	FieldUntil   = voice.T("Returns on")
	FieldLeftOn  = voice.T("Date left")
	FieldLast    = notes.FieldLastDay
	FieldEvery   = voice.T("Every")
	FieldNext    = voice.T("Next one")
	FieldTime    = voice.T("Time")
	FieldZone    = voice.T("Time zone")
)

// Longest texts that a form takes, in runes: more is a slip of the clipboard.
const (
	maxName = 80
	maxRole = 120
)

// longestRhythm is the longest time between two one-on-ones that a form takes, in weeks or months.
const longestRhythm = 26

// FormOf is the form of a person.
func FormOf(p notes.Person) Form {
	f := Form{
		Name: p.Name, Aliases: strings.Join(p.Aliases, ", "), Role: p.Role, Pronoun: p.Pronoun, Kind: p.Kind,
		State: p.State, Joined: notes.TypeDate(p.Joined), Until: notes.TypeDate(p.Until),
		LeftOn: notes.TypeDate(p.LeftOn), Unit: p.Rhythm.Unit, Zone: notes.SayZone(p.Rhythm.Zone),
		Template: p.Template, DeleteBy: notes.TypeDate(p.DeleteBy),
	}
	if p.Leaving() {
		f.State, f.LeftOn, f.Last = Leaving, "", notes.TypeDate(p.LeftOn)
	}
	if p.Rhythm.Every > 0 {
		f.Every = strconv.Itoa(p.Rhythm.Every)
	}
	if f.Unit == "" {
		f.Unit = notes.Weeks
	}
	if p.Rhythm.Fixed {
		f.On, f.At = monthDayOf(p.Rhythm), p.Rhythm.At
	}
	if p.Rhythm.Fixed && f.On == AboutThen {
		f.Day = p.Rhythm.Weekday.String()
	}
	return f
}

// Fill is p as the form says. People are all people of the journal: p may be among them. Where something cannot be
// taken it returns Invalid with the name of the field.
func (f Form) Fill(p notes.Person, people []notes.Person, today notes.Date) (notes.Person, error) {
	aliases, err := f.names(p, people)
	if err != nil {
		return notes.Person{}, err
	}
	p.Name, p.Aliases, p.Pronoun, p.Called = notes.Tidy(f.Name), aliases, f.Pronoun, ""
	p.Role = FirstRunes(notes.Tidy(f.Role), maxRole)
	if p.Kind == notes.KindMe {
		return p, nil
	}
	p.Kind, p.Template = f.Kind, f.Template
	if p.Joined, err = notes.ReadNearDate(FieldJoined, f.Joined, today); err != nil {
		return notes.Person{}, err
	}
	had := p.DeleteBy
	if p, err = f.fillState(p, today); err != nil {
		return notes.Person{}, err
	}
	p.DeleteBy = ""
	if f.State == notes.StateLeft || f.State == Leaving {
		if p.DeleteBy, err = notes.ReadDeleteBy(f.DeleteBy, had, today); err != nil {
			return notes.Person{}, err
		}
	}
	if p.Rhythm, err = f.rhythm(p.Rhythm, today); err != nil {
		return notes.Person{}, err
	}
	return p, nil
}

// names checks all names of the form and returns those besides the display name.
func (f Form) names(p notes.Person, people []notes.Person) ([]string, error) {
	p.Name = notes.Tidy(f.Name)
	name, err := checkedName(FieldName, f.Name, p, people)
	if err != nil {
		return nil, err
	}
	var aliases []string
	seen := map[string]bool{notes.FoldName(name): true}
	for _, a := range strings.FieldsFunc(f.Aliases, func(r rune) bool { return r == ',' || r == '\n' }) {
		if notes.Tidy(a) == "" || seen[notes.FoldName(a)] {
			continue
		}
		seen[notes.FoldName(a)] = true
		if a, err = checkedName(FieldAliases, a, p, people); err != nil {
			return nil, err
		}
		aliases = append(aliases, a)
	}
	return aliases, nil
}

// checkedName is a name without blanks to spare; Invalid of the field where it cannot be one of the names of p, as p is
// to be saved.
func checkedName(field, typed string, p notes.Person, people []notes.Person) (string, error) {
	name := notes.Tidy(typed)
	if len([]rune(name)) > maxName {
		return "", notes.Invalid{Field: field, Why: voice.T("That name is too long. Use at most {n} characters.", "n", maxName)}
	}
	var wrong notes.Invalid
	if err := notes.CheckName(name, p, people); errors.As(err, &wrong) {
		return "", notes.Invalid{Field: field, Why: wrong.Why}
	} else if err != nil {
		return "", err
	}
	return name, nil
}

func (f Form) fillState(p notes.Person, today notes.Date) (notes.Person, error) {
	switch f.State {
	case notes.StateAway:
		until, err := notes.ReadComingDate(FieldUntil, f.Until, today)
		if err != nil {
			return notes.Person{}, err
		}
		if until != "" && until <= today {
			return notes.Person{}, notes.Invalid{
				Field: FieldUntil,
				Why:   voice.T("That day is in the past. Pick a later one, or set their status to “here”."),
			}
		}
		p.LeftOn = ""
		return p.GoAway(until, today), nil
	case notes.StateLeft:
		left, err := notes.ReadPastDate(FieldLeftOn, f.LeftOn, today)
		switch {
		case err != nil:
			return notes.Person{}, err
		case left > today:
			return leaves(p, left), nil
		case left == "":
			left = today
		}
		if left < p.Joined {
			return notes.Person{}, notes.Invalid{
				Field: FieldLeftOn, Why: voice.T("That's before they joined. Choose the day they joined or a later one."),
			}
		}
		if left < p.Since {
			p.Since = "" // the day they were added, or one that was wrong
		}
		p.State, p.Until, p.LeftOn = notes.StateLeft, "", left
		return p, nil
	case Leaving:
		last, err := notes.ReadComingDate(FieldLast, f.Last, today)
		switch {
		case err != nil:
			return notes.Person{}, err
		case last == "":
			return notes.Person{}, notes.Invalid{Field: FieldLast, Why: voice.T("Enter their last day, like 4 Dec.")}
		case last < today:
			return notes.Person{}, notes.Invalid{
				Field: FieldLast,
				Why:   voice.T("That day is in the past. Pick a later one, or set their status to “has left”."),
			}
		}
		return leaves(p, last), nil
	}
	p.LeftOn = ""
	return p.ComeBack(f.State, today), nil
}

// leaves is p with a last day that is to come: here, or away, as before until then.
func leaves(p notes.Person, last notes.Date) notes.Person {
	if p.State == notes.StateLeft || p.State == "" {
		p.State = notes.StateHere
	}
	p.LeftOn = last
	return p
}

// rhythm is what the form says; had is the one that the person had.
func (f Form) rhythm(had notes.Rhythm, today notes.Date) (notes.Rhythm, error) {
	every, err := f.every()
	if err != nil || every == 0 {
		return notes.Rhythm{}, err
	}
	r := notes.Rhythm{Every: every, Unit: f.Unit}
	zone, ok := notes.ReadZone(f.Zone)
	if !ok {
		return notes.Rhythm{}, notes.Invalid{Field: FieldZone, Why: sayUnknownZone(f.Zone)}
	}
	r.Zone = zone
	if r.Unit == notes.Months {
		r, err = f.monthly(r, had, today)
	} else {
		r.Unit = notes.Weeks
		r.Weekday, r.Fixed = weekdayNamed(f.Day)
	}
	if err != nil || !r.Fixed {
		return r, err
	}
	if r.At, ok = notes.ReadTime(f.At); !ok {
		return notes.Rhythm{}, notes.Invalid{
			Field: FieldTime,
			Why:   voice.T("That isn't a time. Write it like 9:30 or 5pm, or leave it empty."),
		}
	}
	return r, nil
}

func sayUnknownZone(typed string) string {
	if len(notes.CitiesLike(typed, 2)) > 1 {
		return voice.T("Several cities start with that. Pick one.")
	}
	return voice.T("Handback doesn't know that city. Try a bigger one in the same time zone, or leave it empty to use yours.")
}

// monthly is a monthly rhythm that keeps to what was chosen of the day that was typed; to what it kept to before where no
// other day was.
func (f Form) monthly(r, had notes.Rhythm, today notes.Date) (notes.Rhythm, error) {
	if f.On == AboutThen {
		_, err := f.nextDay(today)
		return r, err
	}
	if strings.TrimSpace(f.Next) == "" && monthDayOf(had) == f.On {
		r.Fixed, r.Weekday, r.Nth, r.Day = true, had.Weekday, had.Nth, had.Day
		return r, nil
	}
	day, err := f.nextDay(today)
	if err != nil {
		return notes.Rhythm{}, err
	}
	for _, kept := range r.MonthlyOn(day) {
		if monthDayOf(kept) == f.On {
			return kept, nil
		}
	}
	return notes.Rhythm{}, notes.Invalid{
		Field: FieldNext,
		Why:   voice.T("Enter the day of the next one, like 4 Dec, then pick how it repeats."),
	}
}

// nextDay is the day that was typed as the next one, "" for none.
func (f Form) nextDay(today notes.Date) (notes.Date, error) {
	day, err := notes.ReadComingDate(FieldNext, f.Next, today)
	if err == nil && day != "" && day < today {
		err = notes.Invalid{Field: FieldNext, Why: voice.T("That day is in the past. Pick today or a later day.")}
	}
	return day, err
}

// Planned is the day on which the next one-on-one is to be planned, since that is what was typed and the rhythm of p, as
// saved, does not lead to it; "" for none.
func (f Form) Planned(p notes.Person, today notes.Date) notes.Date {
	if p.Rhythm.Unit != notes.Months || p.Rhythm.Every == 0 || !p.Around() {
		return ""
	}
	day, err := f.nextDay(today)
	if next, ok := p.Rhythm.Next("", today, ""); err != nil || p.Rhythm.Fixed && ok && next == day {
		return ""
	}
	return day
}

func (f Form) every() (int, error) {
	text := strings.TrimSpace(f.Every)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > longestRhythm {
		return 0, notes.Invalid{
			Field: FieldEvery,
			Why:   voice.T("Enter a whole number from 1 to {most}, or leave it empty.", "most", longestRhythm),
		}
	}
	return n, nil
}

func weekdayNamed(name string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if d.String() == name {
			return d, true
		}
	}
	return 0, false
}

// FirstRunes is s, cut after n runes.
func FirstRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}
