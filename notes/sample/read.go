package sample

import (
	"embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"handback/notes"
)

//go:embed team/*.txt
var files embed.FS

// Team is the sample team as it stands on a day. It panics where a file of the team cannot be read; a test reads them
// for every day of a month.
func Team(today notes.Date) Sample {
	var s Sample
	entries, err := files.ReadDir("team")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		if e.Name() == "README.txt" {
			continue
		}
		text, err := files.ReadFile("team/" + e.Name())
		if err != nil {
			panic(err)
		}
		r := reader{today: today, anchor: today, s: &s}
		r.m.Person.Order = len(s.Members)
		if err := r.read(string(text)); err != nil {
			panic(fmt.Sprintf("team/%s: %v", e.Name(), err))
		}
		s.Members = append(s.Members, r.m)
	}
	return s
}

// reader reads one file of the team.
type reader struct {
	today, anchor notes.Date
	s             *Sample
	m             Member
	note          *notes.NewNote
}

func (r *reader) read(text string) error {
	for i, line := range strings.Split(text, "\n") {
		var err error
		switch {
		case strings.HasPrefix(line, "== "):
			err = r.newNote(strings.Fields(line)[1:])
		case r.note != nil:
			r.note.Body += r.fill(line, r.note.Date) + "\n"
		case strings.TrimSpace(line) != "":
			err = r.about(line)
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	r.endNote()
	return nil
}

const mostParts = 7

// about reads one line of the head.
func (r *reader) about(line string) error {
	word, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
	if !ok {
		return fmt.Errorf("neither a note nor word: value")
	}
	parts := strings.Split(value, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	for len(parts) < mostParts {
		parts = append(parts, "")
	}
	if done, err := r.person(word, value); done || err != nil {
		return err
	}
	return r.growth(word, parts)
}

func (r *reader) person(word, value string) (bool, error) {
	p := &r.m.Person
	var err error
	switch word {
	case "name":
		p.Name, p.Kind, p.State, p.Pronoun = value, notes.KindReport, notes.StateHere, notes.They
	case "kind":
		p.Kind = notes.PersonKind(value)
	case "also":
		for _, a := range strings.Split(value, ",") {
			p.Aliases = append(p.Aliases, strings.TrimSpace(a))
		}
	case "role":
		p.Role = value
	case "pronoun":
		p.Pronoun = notes.Pronoun(value)
	case "state":
		p.State = notes.PersonState(value)
	case "until":
		p.Until, err = r.day(value)
	case "joined":
		p.Joined, err = r.day(value)
		p.Since = p.Joined
	case "anchor":
		var n int
		n, err = strconv.Atoi(value)
		r.anchor = workdayOn(r.today.AddDays(n))
	case "rhythm":
		p.Rhythm, err = readRhythm(value, r.anchor.Weekday())
	default:
		return false, nil
	}
	return true, err
}

var rhythmShape = regexp.MustCompile(`^(about )?(\d+) weeks?(?: at (\d\d:\d\d))?$`)

func readRhythm(value string, day time.Weekday) (notes.Rhythm, error) {
	m := rhythmShape.FindStringSubmatch(value)
	if m == nil {
		return notes.Rhythm{}, fmt.Errorf("not a rhythm: %s", value)
	}
	every, err := strconv.Atoi(m[2])
	r := notes.Rhythm{Every: every, Unit: notes.Weeks}
	if m[1] == "" {
		r.Fixed, r.Weekday, r.At = true, day, m[3]
	}
	return r, err
}

func (r *reader) growth(word string, v []string) error {
	switch word {
	case "company":
		r.s.Company = append(r.s.Company, CompanyGoal{
			CompanyGoal: notes.CompanyGoal{Title: v[0], Why: v[2], Order: len(r.s.Company)}, Leader: v[1],
		})
		return nil
	case "area":
		return r.area(v)
	case "goal":
		return r.goal(v)
	case "talk":
		on, err := r.day(v[1])
		r.m.Talks = append(r.m.Talks, Talk{Company: v[0], On: on, Words: v[2]})
		return err
	case "prompt":
		return r.prompt(v)
	case "led":
		return r.led(v)
	}
	if n := len(r.m.StepIns); n > 0 && strings.HasPrefix(word, "led ") {
		return ofStepIn(&r.m.StepIns[n-1], word, v[0])
	}
	if len(r.m.Goals) == 0 {
		return fmt.Errorf("unknown word %q", word)
	}
	return r.ofGoal(&r.m.Goals[len(r.m.Goals)-1].Goal, word, v)
}

func (r *reader) area(v []string) error {
	a := notes.Area{Tag: v[0], Limits: v[1]}
	for _, l := range strings.Split(v[2], ",") {
		day, name, _ := strings.Cut(strings.TrimSpace(l), " ")
		from, err := r.day(day)
		if err != nil {
			return err
		}
		level, err := readLevel(name)
		if err != nil {
			return err
		}
		a.Levels = append(a.Levels, notes.DatedLevel{From: from, Level: level})
	}
	r.m.Areas = append(r.m.Areas, a)
	return nil
}

func readLevel(name string) (notes.Level, error) {
	for _, l := range notes.Levels {
		if l.String() == name {
			return l, nil
		}
	}
	return notes.NoLevel, fmt.Errorf("no level %q", name)
}

func (r *reader) goal(v []string) error {
	g := Goal{Goal: notes.Goal{Title: v[0], Tag: v[1], State: notes.GoalOpen}, Company: v[5]}
	var err error
	if v[2] != "" {
		if g.Wanted, err = readLevel(v[2]); err != nil {
			return err
		}
	}
	if g.Start, err = r.day(v[3]); err != nil {
		return err
	}
	g.Target, err = r.day(v[4])
	r.m.Goals = append(r.m.Goals, g)
	return err
}

func (r *reader) ofGoal(g *notes.Goal, word string, v []string) (err error) {
	switch word {
	case "why":
		g.Why = v[0]
	case "step in if":
		g.StepInIf = v[0]
		g.StepInAgreed, err = r.day(v[1])
	case "step":
		s := notes.Step{Text: v[1], Owner: notes.Actor(v[0]), Order: len(g.Steps)}
		if s.Due, err = r.day(v[2]); err == nil {
			s.Done, err = r.day(v[3])
		}
		g.Steps = append(g.Steps, s)
	case "chance":
		o := notes.Opportunity{
			Kind: notes.OpportunityKind(v[0]), Text: v[1], State: notes.OpportunityState(v[2]),
			Order: len(g.Opportunities),
		}
		if o.Date, err = r.day(v[3]); err == nil {
			o.Since, err = r.day(v[4])
		}
		g.Opportunities = append(g.Opportunities, o)
	case "closed":
		g.State = notes.GoalState(v[0])
		g.Closed, err = r.day(v[1])
	default:
		err = fmt.Errorf("unknown word %q", word)
	}
	return err
}

func (r *reader) prompt(v []string) error {
	shown, err := r.day(v[2])
	if err != nil {
		return err
	}
	left, err := r.day(v[3])
	r.m.Prompts = append(r.m.Prompts, notes.PromptEvent{
		Kind: notes.PromptKind(v[0]), Key: v[1], Shown: shown, Left: left, Outcome: notes.PromptOutcome(v[4]),
		ForThem: true, Text: v[5], Reason: v[6],
	})
	return err
}

func (r *reader) led(v []string) (err error) {
	s := notes.SteppingIn{Help: notes.Help(v[0]), What: v[1], Tag: v[2], DidWell: v[6]}
	for i, day := range []*notes.Date{&s.Began, &s.Ends, &s.HandedBack} {
		if *day, err = r.day(v[3+i]); err != nil {
			return err
		}
	}
	r.m.StepIns = append(r.m.StepIns, s)
	return nil
}

func ofStepIn(s *notes.SteppingIn, word, text string) error {
	switch word {
	case "led because":
		s.Reason = text
	case "led until":
		s.ExitSign = text
	case "led said":
		s.Sentence = text
	default:
		return fmt.Errorf("unknown word %q", word)
	}
	return nil
}

func (r *reader) newNote(v []string) error {
	r.endNote()
	if len(v) < 2 {
		return fmt.Errorf("a note begins with == kind day")
	}
	day, err := r.day(v[1])
	if err != nil {
		return err
	}
	r.note = &notes.NewNote{Kind: notes.NoteKind(v[0]), Date: day}
	switch r.note.Kind {
	case notes.PlannedNote, notes.HeldNote:
		r.note.At = r.m.Person.Rhythm.At
	case notes.MissedNote:
		r.note.At = r.m.Person.Rhythm.At
		if len(v) > 2 {
			r.note.CalledOff = v[2]
		}
	case notes.JournalNote:
	default:
		return fmt.Errorf("no kind of note %q", v[0])
	}
	return nil
}

func (r *reader) endNote() {
	if r.note == nil {
		return
	}
	r.note.Body = strings.TrimSpace(r.note.Body) + "\n"
	r.m.Notes = append(r.m.Notes, *r.note)
	r.note = nil
}

var dayShape = regexp.MustCompile(`\{(d?)([+-]\d+)\}`)

// fill puts dates into a line of a note.
func (r *reader) fill(line string, from notes.Date) string {
	return dayShape.ReplaceAllStringFunc(line, func(slot string) string {
		m := dayShape.FindStringSubmatch(slot)
		n, err := strconv.Atoi(m[2])
		if err != nil {
			return slot
		}
		day := workdayBefore(from.AddDays(n))
		if m[1] == "d" {
			return notes.SayDate(day, from)
		}
		return string(day)
	})
}

// day is a number of days from the anchor; an empty one is no date.
func (r *reader) day(value string) (notes.Date, error) {
	if value == "" {
		return "", nil
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return "", fmt.Errorf("not a number of days: %s", value)
	}
	return workdayBefore(r.anchor.AddDays(n)), nil
}

func workdayBefore(d notes.Date) notes.Date {
	switch d.Weekday() {
	case time.Saturday:
		return d.AddDays(-1)
	case time.Sunday:
		return d.AddDays(-2)
	}
	return d
}

func workdayOn(d notes.Date) notes.Date {
	switch d.Weekday() {
	case time.Saturday:
		return d.AddDays(2)
	case time.Sunday:
		return d.AddDays(1)
	}
	return d
}
