package storage

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// checkPerson brings what was entered of a person into the form in which it is kept, or says with Invalid what is wrong.
func (t *tx) checkPerson(p *notes.Person) error {
	p.Name = notes.Tidy(p.Name)
	if p.State == "" {
		p.State = notes.StateHere
	}
	if p.Pronoun == "" {
		p.Pronoun = notes.They
	}
	if p.Kind == "" {
		p.Kind = notes.KindReport
	}
	if !slices.Contains([]notes.PersonKind{notes.KindReport, notes.KindOther, notes.KindMe}, p.Kind) {
		return notes.Invalid{Field: "Kind", Why: voice.T("Choose whether this person reports to you.")}
	}
	if err := t.checkNames(p); err != nil {
		return err
	}
	if err := checkDates(named{"Away until", p.Until}, named{"Since", p.Since}, named{"Date left", p.LeftOn},
		named{"Quiet until", p.QuietUntil}, named{"Joined", p.Joined}, named{"Delete by", p.DeleteBy}); err != nil {
		return err
	}
	if p.LeftOn != "" && p.LeftOn < max(p.Since, p.Joined) {
		return notes.Invalid{Field: "Date left", Why: voice.T("That's before they joined. Choose the day they joined or a later one.")}
	}
	if p.Rhythm.Every < 0 {
		return notes.Invalid{Field: "Rhythm", Why: voice.T("Enter how many weeks there are between one-on-ones, or leave it empty.")}
	}
	return nil
}

// checkNames also leaves out aliases that say the name again. Where names are put back, or go
// on to mean the person that they meant, they have only to be none that somebody else was given.
func (t *tx) checkNames(p *notes.Person) error {
	people, err := t.people()
	if err != nil {
		return err
	}
	check := func(name string) error { return notes.CheckName(name, *p, people) }
	if t.namesStay {
		check = func(name string) error { return notes.CheckAlias(name, p.ID, people) }
	}
	if !p.Unnamed() {
		if err := check(p.Name); err != nil {
			return err
		}
	}
	var aliases []string
	for _, alias := range p.Aliases {
		alias = notes.Tidy(alias)
		same := func(have string) bool { return notes.FoldName(have) == notes.FoldName(alias) }
		if alias == "" || same(p.Name) || slices.ContainsFunc(aliases, same) {
			continue
		}
		if err := check(alias); err != nil {
			return inField(err, "Nicknames")
		}
		aliases = append(aliases, alias)
	}
	p.Aliases = aliases
	return nil
}

func inField(err error, field string) error {
	if in, ok := err.(notes.Invalid); ok { //nolint:errorlint // it comes unwrapped from notes
		in.Field = field
		return in
	}
	return err
}

// named is a date and the field that it was entered in.
type named struct {
	field string
	date  notes.Date
}

// checkDates refuses what is no day of the calendar; no date is fine.
func checkDates(dates ...named) error {
	for _, d := range dates {
		if d.date != "" && !d.date.Valid() {
			return notes.Invalid{Field: d.field, Why: voice.T("“{typed}” isn't a date. Enter one like 23 Nov 2026.", "typed", string(d.date))}
		}
	}
	return nil
}

// checkText refuses an empty text that has to be there.
func checkText(field, text string) error {
	if strings.TrimSpace(text) == "" {
		return notes.Invalid{Field: field, Why: voice.T("This can't be empty. Enter a few words.")}
	}
	return nil
}
