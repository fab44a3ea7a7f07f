package notes

import (
	"cmp"
	"strings"
)

// PraiseEntry is one line of praise or feedback for a person, as Praise shows it.
type PraiseEntry struct {
	Filed
	Happened string // the first of the three parts, without the tags that end it
	Rest     string // what they did and what it changed, as sentences; "" where neither was written
	Status   string // "said 6 Nov", "said, book voucher"; "" where it is not said yet
	Unsaid   bool
}

// ViewPraise parts what was filed for a person, newest first, into praise and feedback, in that order. What was given
// to the manager is left out.
func ViewPraise(log []Filed, today Date) (praise, feedback []PraiseEntry) {
	for _, f := range log {
		if f.Actor == Me {
			continue
		}
		switch f.Label {
		case Praise:
			praise = append(praise, praiseEntry(f, today))
		case Feedback:
			feedback = append(feedback, praiseEntry(f, today))
		}
	}
	return praise, feedback
}

func praiseEntry(f Filed, today Date) PraiseEntry {
	happened, did, changed := PraiseParts(f.Text)
	return PraiseEntry{
		Filed:    f,
		Happened: SayText(happened),
		Rest:     strings.TrimSpace(asSentence(did) + " " + asSentence(changed)),
		Status:   sayPraiseState(f, today),
		Unsaid:   !f.Closed(),
	}
}

func asSentence(part string) string {
	said := SayText(part)
	if said == "" || strings.ContainsAny(said[len(said)-1:], ".!?") {
		return said
	}
	return said + "."
}

func sayPraiseState(f Filed, today Date) string {
	switch {
	case f.State == Rewarded && f.Remark != "":
		return "said, " + f.Remark
	case f.State == Rewarded:
		return "said, rewarded"
	case f.State == Said && f.StateDate != "":
		return "said " + SayDate(f.StateDate, today)
	case f.Closed():
		return "said"
	}
	return ""
}

// CountUnsaid is how many of them are not said yet.
func CountUnsaid(entries []PraiseEntry) int {
	n := 0
	for _, e := range entries {
		if e.Unsaid {
			n++
		}
	}
	return n
}

// PraiseRemark says under the title what Praise is made of.
func PraiseRemark(p Person) string {
	return "What happened, what " + p.Pronoun.Subject() + " did, what it changed."
}

// PraiseForm is what the form of praise or feedback holds: the three parts, and whether it was said already.
type PraiseForm struct {
	Label                  Label // Praise or Feedback
	Happened, Did, Changed string
	Said                   bool
}

// The fields of PraiseForm that Invalid may name.
const (
	FieldHappened = "What happened"
	FieldDid      = "What they did"
	FieldChanged  = "What it changed"
)

// text is the form as the text of its line.
func (f PraiseForm) text() (string, error) {
	happened, did, changed := Tidy(f.Happened), Tidy(f.Did), Tidy(f.Changed)
	if happened == "" {
		return "", Invalid{Field: FieldHappened, Why: "Say what happened, in a few words: an act, not a trait."}
	}
	if did == "" && changed != "" {
		return "", Invalid{Field: FieldDid, Why: "Say what they did, so that what it changed has its cause."}
	}
	err := cmp.Or(fits(FieldHappened, happened, mostLine), fits(FieldDid, did, mostLine), fits(FieldChanged, changed, mostLine))
	return PraiseText(happened, did, changed), err
}

// Change writes the form as one line into today's journal note about the person; in is the context of that note. It
// always is the journal note, never the note of a one-on-one, so that what was logged beforehand does not turn up on
// the screen in the middle of the meeting.
func (f PraiseForm) Change(person PersonID, in Context) (Change, error) {
	text, err := f.text()
	if err != nil {
		return Change{}, err
	}
	line, err := NewLine(f.Label, Them, []PersonID{person}, text, "", in)
	if err == nil && f.Said {
		line, err = saidLine(line, in)
	}
	if err != nil {
		return Change{}, err
	}
	return Change{Appends: []Append{{Person: person, Kind: JournalNote, Date: in.Date, Text: line}}}, nil
}

// Rewrite writes the form's three parts into the line that is there; in is the context of its note. What was said of it
// stays.
func (f PraiseForm) Rewrite(line Filed, in Context) (Change, error) {
	text, err := f.text()
	if err != nil {
		return Change{}, err
	}
	e, err := SetText(line, in, text)
	if err != nil {
		return Change{}, err
	}
	return Change{Edits: []LineEdit{e}}, nil
}

func saidLine(line string, in Context) (string, error) {
	items := Parse(line, in)
	if len(items) != 1 {
		return "", ErrCannotSay
	}
	want := items[0]
	want.State, want.StateDate = Said, in.Date
	return Rewrite(line, in, want)
}
