package notes

import "strings"

// The functions here make the Changes of what one does to an area on Decisions.

// SetCall makes an area the call of somebody from today on. A finer level of that call that is in force stays.
func SetCall(a Area, call Call, today Date) Change {
	if call == NoCall || a.LevelOn(today).Call() == call {
		return Change{}
	}
	return SetLevel(a, call.Level(), today)
}

// SetLevel gives an area a level from today on.
func SetLevel(a Area, level Level, today Date) Change {
	if level == NoLevel || a.LevelOn(today) == level {
		return Change{}
	}
	return Change{Rows: []Row{levelNow(a.Person, a.Tag, level, today)}}
}

// DropLevel takes one entry out of the history of an area's levels.
func DropLevel(a Area, from Date) Change {
	return Change{Rows: []Row{AreaLevel{Person: a.Person, Tag: a.Tag, DatedLevel: DatedLevel{From: from}}}}
}

// SetLimits writes what must stay true in an area. It returns Invalid for what is too long.
func SetLimits(a Area, text string) (Change, error) {
	text = strings.TrimSpace(text)
	if err := fits(FieldLimits, text, mostText); err != nil || text == a.Limits {
		return Change{}, err
	}
	a.Limits = text
	return Change{Rows: []Row{a}}, nil
}

// NewArea is what the form of a new area holds.
type NewArea struct {
	Tag    string // with or without '#'
	Limits string
	Level  Level // NoLevel where it is not said yet
}

// Change adds the area of the form for a person who has the given areas. It returns Invalid where a field can't be taken.
func (f NewArea) Change(person PersonID, areas []Area, today Date) (Change, error) {
	if err := fits(FieldLimits, f.Limits, mostText); err != nil {
		return Change{}, err
	}
	tag, err := readAreaTag(f.Tag, 0, areas)
	if err != nil {
		return Change{}, err
	}
	c := Change{Rows: []Row{Area{Person: person, Tag: tag, Limits: strings.TrimSpace(f.Limits)}}}
	if f.Level != NoLevel {
		c.Rows = append(c.Rows, levelNow(person, tag, f.Level, today))
	}
	return c, nil
}

func readAreaTag(typed string, id AreaID, areas []Area) (string, error) {
	if err := fits(FieldTag, typed, mostTag); err != nil {
		return "", err
	}
	tag, ok := ReadTag(typed)
	switch {
	case !ok:
		return "", Invalid{Field: FieldTag, Why: "A tag is one word of letters, digits, - and _ that begins with a letter, e.g. #hiring."}
	case tag == "":
		return "", Invalid{Field: FieldTag, Why: "Name the kind of decision with one word, e.g. #hiring."}
	}
	if a := AreaOf(areas, tag); a.ID != 0 && a.ID != id {
		return "", Invalid{Field: FieldTag, Why: "There is an area #" + a.Tag + " already. Choose another tag."}
	}
	return tag, nil
}

// RenameArea gives an area another tag. The open goals and the step-ins in force that had its tag go with it; the lines
// of notes keep their text, and count on under the tag that they have.
// It returns Invalid for a tag that is none, or another area's or goal's.
func RenameArea(a Area, typed string, areas []Area, goals []Goal, stepIns []SteppingIn) (Change, error) {
	tag, err := readAreaTag(typed, a.ID, areas)
	if err != nil || tag == a.Tag {
		return Change{}, err
	}
	for _, g := range goals {
		if g.Tag == tag {
			return Change{}, Invalid{Field: FieldTag, Why: "The goal “" + g.Title + "” has this tag. Choose another, so that lines count for one."}
		}
	}
	was := a.Tag
	a.Tag = tag
	c := Change{Rows: []Row{a}}
	for _, g := range goals {
		if g.State == GoalOpen && g.Tag == was {
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
func GrowArea(a Area, title, next string, wanted Level, goals []Goal, areas []Area, today Date) (Change, error) {
	f := GoalForm{Title: title, Next: next, Tag: a.Tag, Wanted: wanted, Kind: Stretch, Start: TypeDate(today)}
	return f.Change(Goal{Person: a.Person}, goals, areas, today)
}

// DecisionForm is what the form of a decision holds.
type DecisionForm struct {
	Text string
	Who  Actor
	Area string // the tag of an area, "" for none
}

// FieldDecision is the field of a decision's text that Invalid may name.
const FieldDecision = "What was decided"

// Change writes the form as one line into today's journal note about the person; in is the context of that note. Like
// praise, it never goes into the note of a one-on-one.
func (f DecisionForm) Change(person PersonID, in Context) (Change, error) {
	text := Tidy(f.Text)
	if text == "" {
		return Change{}, Invalid{Field: FieldDecision, Why: "Say what was decided, e.g. “Move the rollout to January”."}
	}
	if err := fits(FieldDecision, text, mostLine); err != nil {
		return Change{}, err
	}
	if f.Area != "" && !hasTag(text, f.Area) {
		text += " #" + f.Area
	}
	line, err := NewLine(Decided, f.Who, []PersonID{person}, text, "", in)
	if err != nil {
		return Change{}, err
	}
	return Change{Appends: []Append{{Person: person, Kind: JournalNote, Date: in.Date, Text: line}}}, nil
}

func hasTag(text, tag string) bool {
	for _, t := range TagsIn(text) {
		if t == tag {
			return true
		}
	}
	return false
}

// SetDecider says who took a decision.
func SetDecider(f Filed, in Context, who Actor) (Change, error) {
	return oneEdit(SetOwner(f, in, who, f.People))
}

// SetReversed says that a decision was taken back on a day, or that it stands after all.
func SetReversed(f Filed, in Context, reversed bool, today Date) (Change, error) {
	if !reversed {
		return oneEdit(Untick(f, in))
	}
	return oneEdit(SetState(f, in, Reversed, today, ""))
}

func oneEdit(e LineEdit, err error) (Change, error) {
	if err != nil {
		return Change{}, err
	}
	return Change{Edits: []LineEdit{e}}, nil
}

// TagDecision counts a decision for an area.
func TagDecision(f Filed, in Context, tag string) (Change, error) { return oneEdit(AddTag(f, in, tag)) }
