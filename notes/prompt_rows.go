package notes

// PromptKind is a kind of docs/PROMPTS.md, e.g. "praise".
type PromptKind string

// PromptOutcome is what became of a prompt.
type PromptOutcome string

// The outcomes of a prompt. InView is the one that is shown now.
const (
	InView     PromptOutcome = "in view"
	Asked      PromptOutcome = "asked"       // put on the planned note
	ActedOn    PromptOutcome = "acted on"    // what it asked for was done
	Later      PromptOutcome = "later"       // hidden a day, cooldown doubled
	NotForThem PromptOutcome = "not for"     // the kind is muted for the person
	PassedOver PromptOutcome = "passed over" // left view at a held one-on-one
	Another    PromptOutcome = "another"     // the manager looked on
)

// PromptEvent is one prompt in the history: shown, and what became of it.
type PromptEvent struct {
	ID      int64
	UID     string
	Person  PersonID
	Kind    PromptKind
	Key     string // the text's key in its file
	ForThem bool   // a question for the report; otherwise for the manager alone
	Text    string // as it was shown
	Reason  string
	NoteUID string // the note of the line it came from; may be empty
	Line    string // a copy of that line; may be empty
	Shown   Date
	Left    Date // the day it left view; no date while in view
	Outcome PromptOutcome
	Came    Outcome // what came of it where it was asked; "" where that is not said
	CameOn  Date    // the day of the one-on-one at whose closing that was said
}

// PromptMute is what the manager said about a kind of prompt for a person.
type PromptMute struct {
	Person  PersonID
	Kind    PromptKind
	Muted   bool
	Doubled int // how often its cooldown was doubled by Later
}
