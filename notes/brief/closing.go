package brief

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// ClosedVerdict is said about a note whose one-on-one was closed, answered or skipped: it is never asked about again.
const ClosedVerdict = "closed"

// Closing is what is asked when a one-on-one is closed, in less than twenty seconds: who took the decisions that do not
// say so, what came of the questions that were asked, and when the next one is.
type Closing struct {
	Note    notes.NoteHead
	Unsaid  []notes.Filed       // decisions of this note of which nobody has said whose they were
	Asked   []notes.PromptEvent // questions on the agenda of which nobody has said what came of them
	Planned *notes.NoteHead     // the next one-on-one where one is planned already
	Next    notes.Date          // the day that the rhythm gives, or a fortnight on; only where none is planned
	At      string
}

// ShowClosing gathers what to ask. Items are filed from the note; asked are the person's prompts.
func ShowClosing(
	note notes.NoteHead,
	person notes.Person,
	items []notes.Filed,
	asked []notes.PromptEvent,
	planned *notes.NoteHead,
	today notes.Date,
) Closing {
	c := Closing{Note: note, Planned: planned}
	for _, f := range items {
		if f.Label == notes.Decided && f.Actor == notes.Unsaid && f.Stands() && f.Person == person.ID {
			c.Unsaid = append(c.Unsaid, f)
		}
	}
	for _, e := range asked {
		if e.Outcome == notes.Asked && e.Came == "" && e.Left <= note.Date {
			c.Asked = append(c.Asked, e)
		}
	}
	if planned == nil {
		next, ok := person.NextOneOnOne(note.Date, today)
		if !ok {
			next = max(today.AddDays(14), person.Until)
		}
		c.Next = next
		if person.Rhythm.Fixed && notes.ValidTime(person.Rhythm.At) {
			c.At = person.Rhythm.At
		}
	}
	return c
}

// Empty reports whether there is nothing to ask but the next date.
func (c Closing) Empty() bool { return len(c.Unsaid)+len(c.Asked) == 0 }

// BesideThem is what is asked with the person looking on: nothing that names somebody else. Who took such a decision can
// still be said in the ledger.
func (c Closing) BesideThem(in notes.Context) Closing {
	others := func(text string) bool { return in.Names.Mentions(text, in.Person, in.Me) }
	c.Unsaid = slices.DeleteFunc(slices.Clone(c.Unsaid), func(f notes.Filed) bool { return len(f.People) > 1 || others(f.Text) })
	c.Asked = slices.DeleteFunc(slices.Clone(c.Asked), func(e notes.PromptEvent) bool { return others(e.Text) })
	return c
}

// Answers are what the manager says at closing; what is left out stays as it is.
type Answers struct {
	Who  map[int]notes.Actor     // by index of Closing.Unsaid
	Came map[int64]notes.Outcome // by id of the prompt
	Next notes.Date              // "" for no plan
	At   string
}

// Change is what the answers change, the note's being closed included; in reads the note's lines.
func (c Closing) Change(a Answers, person notes.Person, in notes.Context, today notes.Date) (notes.Change, error) {
	out := Skip(c.Note)
	for i, f := range c.Unsaid {
		who, said := a.Who[i]
		if !said || who == notes.Unsaid {
			continue
		}
		edit, err := notes.SetOwner(f, in, who, f.People)
		if err != nil {
			return notes.Change{}, err
		}
		out.Edits = append(out.Edits, edit)
	}
	for _, e := range c.Asked {
		if came, said := a.Came[e.ID]; said && came != "" {
			out.Rows = append(out.Rows, notes.PromptOutcomeOf{ID: e.ID, Outcome: came, On: today})
		}
	}
	if c.Planned == nil && a.Next != "" {
		if a.Next < today {
			return notes.Change{}, notes.Invalid{
				Field: voice.T("Next"),
				Why:   voice.T("The next one-on-one can't be in the past. Pick today or a later day."),
			}
		}
		at, ok := notes.ReadTime(a.At)
		if !ok {
			return notes.Change{}, notes.Invalid{Field: voice.T("Time"), Why: voice.T("Write a time like 9:30 or 5pm, or leave it empty.")}
		}
		out.Rows = append(out.Rows, notes.NewNote{
			Person: person.ID, Kind: notes.PlannedNote, Date: a.Next, At: at, Zone: person.Rhythm.Zone,
			Template: person.Template,
		})
	}
	return out, nil
}

// Skip closes a one-on-one without an answer.
func Skip(note notes.NoteHead) notes.Change {
	return notes.Change{Rows: []notes.Row{notes.Verdict{NoteUID: note.UID, Verdict: ClosedVerdict}}}
}

// CopyFor is what was agreed in a note, theirs and mine, as plain text for the person to keep: no private line, nothing
// that names somebody else, nothing about praise or feedback, no figure. left is how many lines were left out because
// they name somebody else anywhere.
func CopyFor(
	items []notes.Item, note notes.NoteHead, person notes.Person, in notes.Context, today notes.Date,
) (text string, left int) {
	parts := []copied{{title: voice.T("Agreed")}, {title: voice.T("Yours")}, {title: voice.T("Mine")}}
	for _, i := range items {
		part, ok := copiedInto(i)
		if !ok || !slices.Contains(i.People, person.ID) || i.Closed() && !i.Stands() {
			continue
		}
		line := notes.SayText(i.Text)
		switch {
		case part == copyAgreed && i.Due != "" && i.State == notes.Open:
			line += ", " + voice.T("revisit on {day}", "day", notes.SayFull(i.Due, today))
		case i.Due != "" && part != copyAgreed:
			line += ", " + voice.T("by {day}", "day", notes.SayFull(i.Due, today))
		}
		if part == copyAgreed {
			line += inBrackets(decidedBy(i.Actor))
		}
		if len(i.People) > 1 || in.Names.Mentions(line, person.ID, in.Me) {
			left++
			continue
		}
		parts[part].lines = append(parts[part].lines, line)
	}
	return copyText(voice.T("One-on-one, {day}", "day", notes.SayFull(note.Date, today)), parts), left
}

// copied is a part of what is copied for the person.
type copied struct {
	title string
	lines []string
}

// The parts of a copy, in their order.
const (
	copyAgreed = iota
	copyTheirs
	copyMine
)

// copiedInto is the part that an item is copied into; false where it is none of theirs to take along.
func copiedInto(i notes.Item) (part int, ok bool) {
	switch {
	case i.Label == notes.Decided:
		return copyAgreed, true
	case i.Label == notes.Todo && i.Actor == notes.Them:
		return copyTheirs, true
	case i.IsPromise():
		return copyMine, true
	}
	return 0, false
}

func copyText(title string, parts []copied) string {
	var b strings.Builder
	b.WriteString(title + "\n")
	nothing := true
	for _, part := range parts {
		if len(part.lines) == 0 {
			continue
		}
		nothing = false
		b.WriteString("\n" + part.title + "\n")
		for _, l := range part.lines {
			b.WriteString("- " + l + "\n")
		}
	}
	if nothing {
		b.WriteString("\n" + voice.T("No next steps agreed.") + "\n")
	}
	return b.String()
}

func decidedBy(a notes.Actor) string {
	switch a {
	case notes.Them:
		return voice.T("your call")
	case notes.Me:
		return voice.T("my call")
	case notes.We:
		return voice.T("we decided together")
	}
	return ""
}
