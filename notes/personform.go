package notes

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// PersonForm is a person as a form shows it: each field as text, as typed. FormOf fills it, Fill reads it.
type PersonForm struct {
	Name    string
	Aliases string // further names, divided by commas or line ends
	Role    string
	Pronoun Pronoun
	Kind    PersonKind
	State   PersonState
	Until   string // day they are back; only with StateAway; may be empty
	LeftOn  string // only with StateLeft; empty is today
	Every   string // a whole number; empty or "0" is no rhythm
	Unit    RhythmUnit
	Day     string // a weekday's name, or empty for "about every …"
	At      string // "09:30" or empty
	Zone    string // IANA name or empty
}

// The fields of a person's form, as they are shown and as Invalid names them.
const (
	FieldName    = "Name"
	FieldAliases = "Also called"
	FieldUntil   = "Back on"
	FieldLeftOn  = "Left on"
	FieldEvery   = "Every"
	FieldTime    = "Time"
	FieldZone    = "Time zone"
)

// Longest texts that a form takes, in runes: more is a slip of the clipboard.
const (
	maxName = 80
	maxRole = 120
)

// longestRhythm is the longest time between two one-on-ones that a form takes, in weeks or months.
const longestRhythm = 26

// FormOf is the form of a person.
func FormOf(p Person) PersonForm {
	f := PersonForm{
		Name: p.Name, Aliases: strings.Join(p.Aliases, ", "), Role: p.Role, Pronoun: p.Pronoun, Kind: p.Kind,
		State: p.State, Until: TypeDate(p.Until), LeftOn: TypeDate(p.LeftOn), Unit: p.Rhythm.Unit, Zone: p.Rhythm.Zone,
	}
	if p.Rhythm.Every > 0 {
		f.Every = strconv.Itoa(p.Rhythm.Every)
	}
	if f.Unit == "" {
		f.Unit = Weeks
	}
	if p.Rhythm.Fixed {
		f.Day, f.At = p.Rhythm.Weekday.String(), p.Rhythm.At
	}
	return f
}

// Fill is p as the form says. People are all people of the journal: p may be among them. Where something cannot be
// taken it returns Invalid with the name of the field.
func (f PersonForm) Fill(p Person, people []Person, today Date) (Person, error) {
	aliases, err := f.names(p, people)
	if err != nil {
		return Person{}, err
	}
	p.Name, p.Aliases, p.Pronoun = Tidy(f.Name), aliases, f.Pronoun
	p.Role = FirstRunes(Tidy(f.Role), maxRole)
	if p.Kind == KindMe {
		return p, nil
	}
	p.Kind = f.Kind
	if p, err = f.fillState(p, today); err != nil {
		return Person{}, err
	}
	if p.Rhythm, err = f.rhythm(); err != nil {
		return Person{}, err
	}
	return p, nil
}

// names checks all names of the form and returns those besides the display name.
func (f PersonForm) names(p Person, people []Person) ([]string, error) {
	name, err := checkedName(FieldName, f.Name, p.ID, people)
	if err != nil {
		return nil, err
	}
	var aliases []string
	seen := map[string]bool{foldName(name): true}
	for _, a := range strings.FieldsFunc(f.Aliases, func(r rune) bool { return r == ',' || r == '\n' }) {
		if Tidy(a) == "" || seen[foldName(a)] {
			continue
		}
		seen[foldName(a)] = true
		if a, err = checkedName(FieldAliases, a, p.ID, people); err != nil {
			return nil, err
		}
		aliases = append(aliases, a)
	}
	return aliases, nil
}

// checkedName is a name without blanks to spare; Invalid of the field where it cannot be one of the person's.
func checkedName(field, typed string, of PersonID, people []Person) (string, error) {
	name := Tidy(typed)
	if len([]rune(name)) > maxName {
		return "", Invalid{Field: field, Why: "That is too long for a name. Use at most " + strconv.Itoa(maxName) + " letters."}
	}
	var wrong Invalid
	if err := CheckAlias(name, of, people); errors.As(err, &wrong) {
		return "", Invalid{Field: field, Why: wrong.Why}
	} else if err != nil {
		return "", err
	}
	return name, nil
}

func (f PersonForm) fillState(p Person, today Date) (Person, error) {
	p.State, p.Until, p.LeftOn = f.State, "", ""
	switch f.State {
	case StateAway:
		until, err := ReadFormDate(FieldUntil, f.Until, today)
		if err != nil {
			return Person{}, err
		}
		if until != "" && until <= today {
			return Person{}, Invalid{Field: FieldUntil, Why: "That day is past. Pick a later one, or say that they are here."}
		}
		p.Until = until
	case StateLeft:
		left, err := readPastDate(FieldLeftOn, f.LeftOn, today)
		if err != nil {
			return Person{}, err
		}
		if left > today {
			return Person{}, Invalid{Field: FieldLeftOn, Why: "That day is still to come. Say that they left once they have."}
		}
		if left == "" {
			left = today
		}
		p.LeftOn = left
	}
	return p, nil
}

func (f PersonForm) rhythm() (Rhythm, error) {
	every, err := f.every()
	if err != nil || every == 0 {
		return Rhythm{}, err
	}
	r := Rhythm{Every: every, Unit: f.Unit, Zone: strings.TrimSpace(f.Zone)}
	if r.Unit != Months {
		r.Unit = Weeks
	}
	if r.Zone != "" {
		if _, err := time.LoadLocation(r.Zone); err != nil || r.Zone == "Local" {
			return Rhythm{}, Invalid{Field: FieldZone, Why: "No time zone is called that. Write it like Europe/Zurich, or leave it empty for your own."}
		}
	}
	if r.Weekday, r.Fixed = weekdayNamed(f.Day); !r.Fixed {
		return r, nil
	}
	if r.At, err = formTime(f.At); err != nil {
		return Rhythm{}, err
	}
	return r, nil
}

func (f PersonForm) every() (int, error) {
	text := strings.TrimSpace(f.Every)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > longestRhythm {
		return 0, Invalid{Field: FieldEvery, Why: "Write a whole number from 1 to " + strconv.Itoa(longestRhythm) + ", or leave it empty for no rhythm."}
	}
	return n, nil
}

// formTime reads a time of day: "9:30", "09:30", "9.30" and "9" are 09:30 and 09:00.
func formTime(text string) (string, error) {
	text = strings.Replace(strings.TrimSpace(text), ".", ":", 1)
	if text == "" {
		return "", nil
	}
	if !strings.Contains(text, ":") {
		text += ":00"
	}
	if len(text) == len("9:30") {
		text = "0" + text
	}
	if !ValidTime(text) {
		return "", Invalid{Field: FieldTime, Why: "There is no such time of day. Write it like 09:30, or leave it empty."}
	}
	return text, nil
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
