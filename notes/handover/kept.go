package handover

import (
	"encoding/json"
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

// State is how far the pack has come.
type State string

// The states, in their order.
const (
	Draft   State = ""        // nobody but the manager has seen it
	Reading State = "reading" // the person has it to read
	Amended State = "amended" // it was changed since
	Settled State = "agreed"  // both agreed on it
)

// Kept is what was made of the pack: it is kept in the journal, with the person. What the journal says meanwhile is not
// in it, but what it said when the person began to read.
type Kept struct {
	State State      `json:"state,omitempty"`
	On    notes.Date `json:"on,omitempty"` // since when it is in that state
	To    string     `json:"to,omitempty"` // who takes over
	Lines []KeptLine `json:"lines,omitempty"`
}

// KeptLine is what was made of one line.
type KeptLine struct {
	Key  string `json:"key"`
	Was  string `json:"was,omitempty"`  // what the journal said when the person began to read, or when it was worded anew
	Text string `json:"text,omitempty"` // as the manager words it, "" as the journal does
	Said string `json:"said,omitempty"`
	Out  bool   `json:"out,omitempty"`
	Part PartID `json:"part,omitempty"` // of a line that the manager added
}

// Key is under which setting it is kept.
func Key(p notes.Person) string { return notes.SettingHandover + p.UID }

// ReadKept reads what was kept; what can't be read is nothing.
func ReadKept(text string) (k Kept) {
	if json.Unmarshal([]byte(text), &k) != nil {
		return Kept{}
	}
	return k
}

// String is as it is kept.
func (k Kept) String() string {
	if k.State == Draft && k.To == "" && len(k.Lines) == 0 {
		return ""
	}
	text, err := json.Marshal(k)
	if err != nil {
		return "" // texts and a flag can always be written
	}
	return string(text)
}

// Held are all the words that are kept with the pack, each behind what it is: what was worded anew, what the person said, and
// what a line said when they began to read it.
func (k Kept) Held() (out [][2]string) {
	add := func(what, text string) {
		if text != "" {
			out = append(out, [2]string{what, text})
		}
	}
	for _, l := range k.Lines {
		add(voice.T("Handover pack"), l.Text)
		add(voice.T("Handover pack: what they said"), l.Said)
		if l.Was != l.Text {
			add(voice.T("Handover pack: how it read before"), l.Was)
		}
	}
	return out
}

func (k Kept) line(key string) (KeptLine, bool) {
	at := slices.IndexFunc(k.Lines, func(l KeptLine) bool { return l.Key == key })
	if at < 0 {
		return KeptLine{Key: key}, false
	}
	return k.Lines[at], true
}

// with is k with a line in the place of the one with its key; one that says nothing is taken away.
func (k Kept) with(l KeptLine) Kept {
	k.Lines = slices.Clone(k.Lines)
	at := slices.IndexFunc(k.Lines, func(o KeptLine) bool { return o.Key == l.Key })
	empty := l == KeptLine{Key: l.Key}
	switch {
	case at < 0 && !empty:
		k.Lines = append(k.Lines, l)
	case at >= 0 && empty:
		k.Lines = slices.Delete(k.Lines, at, at+1)
	case at >= 0:
		k.Lines[at] = l
	}
	return k
}

// amend puts what was made of a part's lines into them, and what was added behind them.
func (k Kept) amend(part Part) []Line {
	lines := part.Lines
	for i := range lines {
		l := &lines[i]
		made := l.Whole()
		kept, there := k.line(l.Key)
		switch {
		case k.State != Draft && !there:
			l.News = NewLine
		case there && kept.Was != "" && kept.Was != made:
			l.News = ChangedLine
		}
		l.Said, l.Out = kept.Said, kept.Out
		if kept.Text != "" && kept.Text != made {
			l.Text, l.Rest, l.Made = kept.Text, "", made
		}
	}
	for _, l := range k.Lines {
		if l.Part == part.ID {
			lines = append(lines, Line{Key: l.Key, Text: l.Text, Said: l.Said, Out: l.Out, Added: true})
		}
	}
	return lines
}

// FieldLine is the field of a line that Invalid may name; FieldTo is that of who takes over.
var (
	FieldLine = voice.T("How it reads")
	FieldTo   = voice.T("Who takes over?")
)

const (
	mostText = 2000 // characters of a line
	mostName = 200
)

// Edit is what the form of a line holds.
type Edit struct {
	Text string
	Said string // what the person said to it
	Out  bool
}

// Edit changes a line. Once the person has the pack, it is amended then.
func (p Pack) Edit(key string, e Edit) (notes.Change, error) {
	l, ok := p.Line(key)
	if !ok {
		return notes.Change{}, notes.ErrNotFound
	}
	text, said := notes.Tidy(e.Text), notes.Tidy(e.Said)
	if text == "" {
		return notes.Change{}, notes.Invalid{Field: FieldLine, Why: voice.T("Write something, or leave the line out.")}
	}
	if err := notes.Fits(FieldLine, text, mostText); err != nil {
		return notes.Change{}, err
	}
	made := l.Whole()
	if l.Made != "" {
		made = l.Made
	}
	kept, _ := p.Kept.line(key)
	kept.Said, kept.Out, kept.Text = said, e.Out, text
	switch {
	case l.Added:
	case text == made:
		kept.Text = ""
	default:
		kept.Was = made
	}
	if kept.Was == "" && !l.Added && p.Kept.State != Draft {
		kept.Was = made // who amends it has read it as it is
	}
	return p.keep(p.Kept.with(kept).amended(p.Today)), nil
}

// Add adds a line to a part: what stands in no note, e.g. what the person says of themselves.
func (p Pack) Add(part PartID, text string) (notes.Change, error) {
	text = notes.Tidy(text)
	if text == "" {
		return notes.Change{}, notes.Invalid{Field: FieldLine, Why: voice.T("Write the line first.")}
	}
	if err := notes.Fits(FieldLine, text, mostText); err != nil {
		return notes.Change{}, err
	}
	return p.keep(p.Kept.with(KeptLine{Key: p.Kept.nextAdded(), Text: text, Part: part}).amended(p.Today)), nil
}

// Remove takes away a line that was added.
func (p Pack) Remove(key string) notes.Change {
	return p.keep(p.Kept.with(KeptLine{Key: key}).amended(p.Today))
}

func (k Kept) amended(today notes.Date) Kept {
	if k.State != Draft {
		k.State, k.On = Amended, today
	}
	return k
}

// Give says that the person has the pack to read: what is in it now is what they read.
func (p Pack) Give() notes.Change {
	k := p.seen()
	k.State, k.On = Reading, p.Today
	return p.keep(k)
}

// Settle says that both agreed on it as it is now.
func (p Pack) Settle() notes.Change {
	k := p.seen()
	k.State, k.On = Settled, p.Today
	return p.keep(k)
}

// seen keeps of every line what it says now, and forgets lines that are gone.
func (p Pack) seen() Kept {
	k := p.Kept
	k.Lines = nil
	for _, part := range p.Parts {
		for _, l := range part.Lines {
			kept, _ := p.Kept.line(l.Key)
			if !l.Added {
				kept.Was = l.Whole()
				if l.Made != "" {
					kept.Was = l.Made
				}
			}
			k.Lines = append(k.Lines, kept)
		}
	}
	return k
}

// StartOver forgets all that was made of the pack.
func (p Pack) StartOver() notes.Change { return p.keep(Kept{}) }

// SetTo says who takes over.
func (p Pack) SetTo(name string) (notes.Change, error) {
	name = notes.Tidy(name)
	if err := notes.Fits(FieldTo, name, mostName); err != nil {
		return notes.Change{}, err
	}
	k := p.Kept
	k.To = name
	return p.keep(k), nil
}

func (p Pack) keep(k Kept) notes.Change {
	return notes.Change{Rows: []notes.Row{notes.PutSetting{Key: Key(p.Person), Value: k.String()}}}
}

// SayState is how far the pack has come, in a sentence.
func (p Pack) SayState() string {
	first, day := p.Person.First(), notes.SayDate(p.Kept.On, p.Today)
	switch p.Kept.State {
	case Reading:
		return voice.T("Given to {first} to read on {day}.", "first", first, "day", day)
	case Amended:
		return voice.T("Changed on {day}, after you gave it to {first} to read. Not agreed yet.", "first", first, "day", day)
	case Settled:
		if p.hasNews() {
			return voice.T("Agreed with {first} on {day}. Your notes have changed since.", "first", first, "day", day)
		}
		return voice.T("Agreed with {first} on {day}.", "first", first, "day", day)
	}
	return voice.T("{first} hasn't read it yet.", "first", first)
}

func (p Pack) hasNews() bool {
	return slices.ContainsFunc(p.Parts, func(part Part) bool {
		return slices.ContainsFunc(part.Lines, func(l Line) bool { return l.News != NoNews && !l.Out })
	})
}
