package decisions

import (
	"strings"

	"handback/notes"
	"handback/notes/growth"
	"handback/notes/voice"
)

// The functions here make the Changes of what one does to an area on Decisions.

// SetCall makes an area the call of somebody from today on. A finer level of that call that is in force stays.
func SetCall(a notes.Area, call notes.Call, today notes.Date) notes.Change {
	if call == notes.NoCall || a.LevelOn(today).Call() == call {
		return notes.Change{}
	}
	return SetLevel(a, call.Level(), today)
}

// SetLevel gives an area a level from today on.
func SetLevel(a notes.Area, level notes.Level, today notes.Date) notes.Change {
	if level == notes.NoLevel || a.LevelOn(today) == level {
		return notes.Change{}
	}
	return notes.Change{Rows: []notes.Row{notes.LevelNow(a.Person, a.Tag, level, today)}}
}

// DropLevel takes one entry out of the history of an area's levels.
func DropLevel(a notes.Area, from notes.Date) notes.Change {
	return notes.Change{Rows: []notes.Row{notes.AreaLevel{Person: a.Person, Tag: a.Tag, DatedLevel: notes.DatedLevel{From: from}}}}
}

// SetLimits writes what must stay true in an area. It returns Invalid for what is too long.
func SetLimits(a notes.Area, text string) (notes.Change, error) {
	text = strings.TrimSpace(text)
	if err := notes.Fits(growth.FieldLimits, text, notes.MostText); err != nil || text == a.Limits {
		return notes.Change{}, err
	}
	a.Limits = text
	return notes.Change{Rows: []notes.Row{a}}, nil
}

// NewArea is what the form of a new area holds.
type NewArea struct {
	Tag    string // with or without '#'
	Limits string
	Level  notes.Level // NoLevel where it is not said yet
}

// Change adds the area of the form for a person who has the given areas. It returns Invalid where a field can't be taken.
func (f NewArea) Change(person notes.PersonID, areas []notes.Area, today notes.Date) (notes.Change, error) {
	if err := notes.Fits(growth.FieldLimits, f.Limits, notes.MostText); err != nil {
		return notes.Change{}, err
	}
	tag, err := readAreaTag(f.Tag, 0, areas)
	if err != nil {
		return notes.Change{}, err
	}
	c := notes.Change{Rows: []notes.Row{notes.Area{Person: person, Tag: tag, Limits: strings.TrimSpace(f.Limits)}}}
	if f.Level != notes.NoLevel {
		c.Rows = append(c.Rows, notes.LevelNow(person, tag, f.Level, today))
	}
	return c, nil
}

func readAreaTag(typed string, id notes.AreaID, areas []notes.Area) (string, error) {
	if err := notes.Fits(growth.FieldTag, typed, notes.MostTag); err != nil {
		return "", err
	}
	tag, ok := growth.ReadTag(typed)
	switch {
	case !ok:
		return "", notes.Invalid{
			Field: growth.FieldTag,
			Why:   voice.T("Use one word that starts with a letter, like #hiring. Letters, digits, - and _ work."),
		}
	case tag == "":
		return "", notes.Invalid{Field: growth.FieldTag, Why: voice.T("Enter one word for this kind of decision, like #hiring.")}
	}
	if a := notes.AreaOf(areas, tag); a.ID != 0 && a.ID != id {
		return "", notes.Invalid{Field: growth.FieldTag, Why: voice.T("There's already an area #{tag}. Choose another tag.", "tag", a.Tag)}
	}
	return tag, nil
}

// RenameArea gives an area another tag. The open goals and the step-ins in force that had its tag go with it; the lines
// of notes keep their text, and count on under the tag that they have.
// It returns Invalid for a tag that is none, or another area's or goal's.
func RenameArea(a notes.Area, typed string, areas []notes.Area, goals []notes.Goal, stepIns []notes.SteppingIn) (notes.Change, error) {
	tag, err := readAreaTag(typed, a.ID, areas)
	if err != nil || tag == a.Tag {
		return notes.Change{}, err
	}
	for _, g := range goals {
		if g.Tag == tag {
			return notes.Change{}, notes.Invalid{
				Field: growth.FieldTag,
				Why:   voice.T("Choose another tag. A goal already uses this one: “{title}”", "title", notes.UpperFirst(g.Title)),
			}
		}
	}
	was := a.Tag
	a.Tag = tag
	c := notes.Change{Rows: []notes.Row{a}}
	for _, g := range goals {
		if g.State == notes.GoalOpen && g.Tag == was {
			g.Tag = tag
			c.Rows = append(c.Rows, g)
		}
	}
	for _, s := range stepIns {
		if s.HandedBack == "" && s.Tag == was && len(s.People) == 1 {
			s.Tag = tag
			c.Rows = append(c.Rows, s)
		}
	}
	return c, nil
}

// GrowArea adds a growth goal for an area: what it is called, its next step, and the level wanted there.
func GrowArea(
	a notes.Area,
	title, next string,
	wanted notes.Level,
	goals []notes.Goal,
	areas []notes.Area,
	today notes.Date,
) (notes.Change, error) {
	f := growth.GoalForm{Title: title, Next: next, Tag: a.Tag, Wanted: wanted, Kind: notes.Stretch, Start: notes.TypeDate(today)}
	return f.Change(notes.Goal{Person: a.Person}, goals, areas, today)
}

// DecisionForm is what the form of a decision holds.
type DecisionForm struct {
	Text string
	Who  notes.Actor
	Area string // the tag of an area, "" for none
}

// FieldDecision is the field of a decision's text that Invalid may name.
var FieldDecision = voice.T("What was decided?")

// Change writes the form as one line into today's journal note about the person; in is the context of that note. Like
// praise, it never goes into the note of a one-on-one.
func (f DecisionForm) Change(person notes.PersonID, in notes.Context) (notes.Change, error) {
	text := notes.Tidy(f.Text)
	if text == "" {
		return notes.Change{}, notes.Invalid{
			Field: FieldDecision,
			Why:   voice.T("Enter what was decided, like “Move the rollout to January”."),
		}
	}
	if err := notes.Fits(FieldDecision, text, notes.MostLine); err != nil {
		return notes.Change{}, err
	}
	if f.Area != "" && !hasTag(text, f.Area) {
		text += " #" + f.Area
	}
	line, err := notes.NewLine(notes.Decided, f.Who, []notes.PersonID{person}, text, "", in)
	if err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Appends: []notes.Append{{Person: person, Kind: notes.JournalNote, Date: in.Date, Text: line}}}, nil
}

func hasTag(text, tag string) bool {
	for _, t := range notes.TagsIn(text) {
		if t == tag {
			return true
		}
	}
	return false
}

// SetDecider says who took a decision.
func SetDecider(f notes.Filed, in notes.Context, who notes.Actor) (notes.Change, error) {
	return oneEdit(notes.SetOwner(f, in, who, f.People))
}

// SetOutcome says what came of a decision on a day: held, reversed, or open again.
func SetOutcome(f notes.Filed, in notes.Context, outcome notes.State, today notes.Date) (notes.Change, error) {
	return oneEdit(notes.SetState(f, in, outcome, today, ""))
}

func oneEdit(e notes.LineEdit, err error) (notes.Change, error) {
	if err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Edits: []notes.LineEdit{e}}, nil
}

// TagDecision counts a decision for an area.
func TagDecision(f notes.Filed, in notes.Context, tag string) (notes.Change, error) {
	return oneEdit(notes.AddTag(f, in, tag))
}
