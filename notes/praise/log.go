package praise

import (
	"cmp"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// Entry is one line of praise or feedback for a person, as Praise shows it.
type Entry struct {
	notes.Filed
	Happened string // the first of the three parts, without the tags that end it
	Rest     string // what they did and what it changed, as sentences; "" where neither was written
	Status   string // "said 6 Nov", "said · rewarded: book voucher"; "" where it is not said yet
	Unsaid   bool
}

// ShowLog parts what was filed for a person, newest first, into praise and feedback, in that order. What was given
// to the manager is left out.
func ShowLog(log []notes.Filed, today notes.Date) (praise, feedback []Entry) {
	for _, f := range log {
		if f.Actor == notes.Me {
			continue
		}
		switch f.Label {
		case notes.Praise:
			praise = append(praise, praiseEntry(f, today))
		case notes.Feedback:
			feedback = append(feedback, praiseEntry(f, today))
		}
	}
	return praise, feedback
}

func praiseEntry(f notes.Filed, today notes.Date) Entry {
	happened, did, changed := notes.PraiseParts(f.Text)
	return Entry{
		Filed:    f,
		Happened: notes.SayText(happened),
		Rest:     strings.TrimSpace(asSentence(did) + " " + asSentence(changed)),
		Status:   sayPraiseState(f, today),
		Unsaid:   !f.Closed(),
	}
}

func asSentence(part string) string {
	said := notes.SayText(part)
	if said == "" || strings.ContainsAny(said[len(said)-1:], ".!?") {
		return said
	}
	return said + "."
}

func sayPraiseState(f notes.Filed, today notes.Date) string {
	switch {
	case f.State == notes.Rewarded && f.Remark != "":
		return voice.T("said · rewarded: {how}", "how", f.Remark)
	case f.State == notes.Rewarded:
		return voice.T("said · rewarded")
	case f.State == notes.Said && f.StateDate != "":
		return voice.T("said {date}", "date", notes.SayDate(f.StateDate, today))
	case f.Closed():
		return voice.T("said")
	}
	return ""
}

// CountUnsaid is how many of them are not said yet.
func CountUnsaid(entries []Entry) int {
	n := 0
	for _, e := range entries {
		if e.Unsaid {
			n++
		}
	}
	return n
}

// Remark says under the title what Praise is made of.
func Remark(p notes.Person) string {
	return voice.T("What happened, what {first} did, and what it changed.", "first", p.First())
}

// Form is what the form of praise or feedback holds: the three parts, and whether it was said already.
type Form struct {
	Label                  notes.Label // Praise or Feedback
	Happened, Did, Changed string
	Said                   bool
}

// The fields of Form that Invalid may name.
var (
	FieldHappened = voice.T("What happened?")
	FieldDid      = voice.T("What did they do?")
	FieldChanged  = voice.T("What did it change?")
)

// text is the form as the text of its line.
func (f Form) text() (string, error) {
	happened, did, changed := notes.Tidy(f.Happened), notes.Tidy(f.Did), notes.Tidy(f.Changed)
	if happened == "" {
		return "", notes.Invalid{Field: FieldHappened, Why: voice.T("Say what happened, in a few words: an action, not a trait.")}
	}
	if did == "" && changed != "" {
		return "", notes.Invalid{Field: FieldDid, Why: voice.T("Say what they did, too: that's what made the difference.")}
	}
	err := cmp.Or(
		notes.Fits(FieldHappened, happened, notes.MostLine),
		notes.Fits(FieldDid, did, notes.MostLine),
		notes.Fits(FieldChanged, changed, notes.MostLine),
	)
	return notes.PraiseText(happened, did, changed), err
}

// Change writes the form as one line into today's journal note about the person; in is the context of that note. It
// always is the journal note, never the note of a one-on-one, so that what was logged beforehand does not turn up on
// the screen in the middle of the meeting.
func (f Form) Change(person notes.PersonID, in notes.Context) (notes.Change, error) {
	text, err := f.text()
	if err != nil {
		return notes.Change{}, err
	}
	line, err := notes.NewLine(f.Label, notes.Them, []notes.PersonID{person}, text, "", in)
	if err == nil && f.Said {
		line, err = saidLine(line, in)
	}
	if err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Appends: []notes.Append{{Person: person, Kind: notes.JournalNote, Date: in.Date, Text: line}}}, nil
}

// Rewrite writes the form's three parts into the line that is there; in is the context of its note. What was said of it
// stays.
func (f Form) Rewrite(line notes.Filed, in notes.Context) (notes.Change, error) {
	text, err := f.text()
	if err != nil {
		return notes.Change{}, err
	}
	e, err := notes.SetText(line, in, text)
	if err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Edits: []notes.LineEdit{e}}, nil
}

func saidLine(line string, in notes.Context) (string, error) {
	items := notes.Parse(line, in)
	if len(items) != 1 {
		return "", notes.ErrCannotSay
	}
	want := items[0]
	want.State, want.StateDate = notes.Said, in.Date
	return notes.Rewrite(line, in, want)
}
