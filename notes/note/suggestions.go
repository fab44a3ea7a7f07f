package note

import (
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// ShownSuggestions is how many suggestions are in view before the rest is unfolded.
const ShownSuggestions = 3

// Offers is what the list of suggestions about a note shows.
type Offers struct {
	Lines []Offer
	More  int                // suggestions that are folded away
	All   []notes.Suggestion // what *File all* files, where it is offered
}

// Offer is one suggestion: for a line or a section, or that something is done that stands open elsewhere.
type Offer struct {
	notes.Suggestion
	Again   *notes.Again
	since   string      // since when that is open, "" for further up in the same note
	Becomes FiledLine   // what the first answer would file; of one with several answers it says nothing
	Below   []FiledLine // of a section, what each of its lines would file
}

// ShowOffers words the suggestions about a note for its list, the first of them where the rest is folded. *File all* is
// offered where two or more have one answer only; of sections only those in view, since their lines are looked at first.
func ShowOffers(
	list []notes.Suggestion, again []notes.Again, note notes.NoteHead, people []notes.Person, today notes.Date, whole bool,
) Offers {
	var o Offers
	for i := range again {
		one := Offer{Again: &again[i]}
		if open := one.Again.Open; open.Note != note.ID {
			one.since = notes.SayDate(open.NoteDate, today)
		}
		o.Lines = append(o.Lines, one)
	}
	for _, s := range list {
		one := Offer{Suggestion: s}
		if s.Question == notes.AskFile {
			one.Becomes = panelLine(s.Item, note, people, nil, today)
		}
		for _, below := range s.Lines {
			one.Below = append(one.Below, panelLine(below.Item, note, people, nil, today))
		}
		o.Lines = append(o.Lines, one)
	}
	if !whole && len(o.Lines) > ShownSuggestions {
		o.More = len(o.Lines) - ShownSuggestions
	}
	ready := 0
	for i, line := range o.Lines {
		if line.Again == nil && (line.Question == notes.AskFile || line.Question == notes.AskSection && i < len(o.Lines)-o.More) {
			o.All = append(o.All, line.Suggestion)
			ready++
		}
	}
	if ready < 2 {
		o.All = nil
	}
	o.Lines = o.Lines[:len(o.Lines)-o.More]
	return o
}

// Asks is what a suggestion asks, "" where what it would become says it.
func (o Offer) Asks() string {
	switch {
	case o.Again != nil && o.since != "":
		return voice.T("Still open since {day}. Mark it as done too?", "day", o.since)
	case o.Again != nil:
		return voice.T("Still open further up. Mark it as done too?")
	case o.Question == notes.AskFile:
		return ""
	case o.Question == notes.AskName && len(o.Choices) == 1:
		return voice.T("Nobody is called {name}. Did you mean {who}?", "name", o.Name, "who", o.Choices[0].Say)
	}
	return notes.UpperFirst(o.Say)
}

// Key names a suggestion among those of its note.
func (o Offer) Key() (line int, old string) {
	if o.Again != nil {
		return o.Again.Line, o.Again.Old
	}
	return o.Line, o.Old
}

// Title is the line that a suggestion is about, as it is shown.
func (o Offer) Title() string {
	_, old := o.Key()
	plain := strings.TrimLeft(notes.Tidy(old), "-*•# ")
	for _, box := range []string{"[ ] ", "[x] ", "[X] ", "☐ ", "☑ "} {
		plain = strings.TrimPrefix(plain, box)
	}
	return plain
}

// Dismissal is what hides it for good.
func (o Offer) Dismissal(noteUID string) notes.Dismissal {
	if o.Again != nil {
		return o.Again.Dismissal(noteUID)
	}
	return o.Suggestion.Dismissal(noteUID)
}
