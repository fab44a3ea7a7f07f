package growth

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/voice"
)

// GoalForm is a growth goal as its form holds it: what stands in each field, read or not.
type GoalForm struct {
	Title    string
	Next     string // the next step; only asked for with a new goal
	Why      string
	Tag      string      // with or without '#'
	Now      notes.Level // of the tag's area
	Wanted   notes.Level
	Limits   string // of the tag's area
	Chance   string // an opportunity; only asked for with a new goal
	Kind     notes.OpportunityKind
	Start    string
	Target   string
	Company  notes.CompanyGoalID
	StepInIf string
}

// The fields of GoalForm, besides FieldTitle and FieldWhy, that Invalid may name.
var (
	FieldNext   = voice.T("Next step")
	FieldTag    = voice.T("Tag")
	FieldLimits = voice.T("Limits")
	FieldStart  = voice.T("Start")
	FieldTarget = voice.T("Target date")
	FieldStepIn = voice.T("I'd step in if …")
)

// GoalFormOf is the form filled with a goal and its area; an empty one for a new goal.
func GoalFormOf(g notes.Goal, areas []notes.Area, today notes.Date) GoalForm {
	if g.ID == 0 {
		return GoalForm{Kind: notes.Stretch, Start: notes.TypeDate(today)}
	}
	area := notes.AreaOf(areas, g.Tag)
	return GoalForm{
		Title: g.Title, Why: g.Why, Tag: g.Tag, Now: area.LevelOn(today), Wanted: g.Wanted, Limits: area.Limits,
		Kind: notes.Stretch, Start: notes.TypeDate(g.Start), Target: notes.TypeDate(g.Target), Company: g.Company, StepInIf: g.StepInIf,
	}
}

// Change writes the form into goal, which is the one before (ID 0 and a Person for a new one). Others are all goals of
// the person. It returns Invalid where a field can't be taken. A new goal without a tag gets one from its title, since
// only lines with its tag count for it.
func (f GoalForm) Change(goal notes.Goal, others []notes.Goal, areas []notes.Area, today notes.Date) (notes.Change, error) {
	isNew := goal.ID == 0
	before := goal
	if err := f.fits(); err != nil {
		return notes.Change{}, err
	}
	if err := f.into(&goal, others, today); err != nil {
		return notes.Change{}, err
	}
	if f.StepInIf != before.StepInIf {
		goal.StepInAgreed = today
	}
	if goal.StepInIf == "" {
		goal.StepInAgreed = ""
	}
	c := notes.Change{Rows: []notes.Row{goal}}
	if isNew {
		c.Rows = append(c.Rows, f.children(today)...)
	}
	c.Rows = append(c.Rows, f.area(goal, before, areas, today)...)
	return c, nil
}

// fits reports the first field that holds more than it should.
func (f GoalForm) fits() error {
	return cmp.Or(
		notes.Fits(
			notes.FieldTitle,
			f.Title,
			notes.MostTitle,
		),
		notes.Fits(FieldNext, f.Next, notes.MostLine),
		notes.Fits(notes.FieldWhy, f.Why, notes.MostText),
		notes.Fits(
			FieldTag,
			f.Tag,
			notes.MostTag,
		),
		notes.Fits(FieldLimits, f.Limits, notes.MostText),
		notes.Fits(FieldStepIn, f.StepInIf, notes.MostLine),
		notes.Fits(FieldChance, f.Chance, notes.MostLine),
	)
}

// into reads the fields into the goal's own row.
func (f GoalForm) into(goal *notes.Goal, others []notes.Goal, today notes.Date) error {
	title := notes.Tidy(f.Title)
	if title == "" {
		return notes.Invalid{Field: notes.FieldTitle, Why: voice.T("Give the goal a title, e.g. “Lead the platform team”.")}
	}
	tag, err := f.readTag(goal.ID, title, others)
	if err != nil {
		return err
	}
	start, err := notes.ReadNearDate(FieldStart, f.Start, today)
	if err != nil {
		return err
	}
	target, err := notes.ReadComingDate(FieldTarget, f.Target, today)
	switch {
	case err != nil:
		return err
	case target != "" && start != "" && target < start:
		why := voice.T("That's before the start on {date}. Pick a later day.", "date", notes.SayDate(start, today))
		return notes.Invalid{Field: FieldTarget, Why: why}
	case target != "" && target < today && target != goal.Target:
		return notes.Invalid{Field: FieldTarget, Why: voice.T("That day is in the past. Pick today or later, or leave it empty.")}
	}
	goal.Title, goal.Why, goal.Tag, goal.Wanted = title, strings.TrimSpace(f.Why), tag, f.Wanted
	goal.Start, goal.Target, goal.Company, goal.StepInIf = start, target, f.Company, notes.Tidy(f.StepInIf)
	if goal.State == "" {
		goal.State = notes.GoalOpen
	}
	return nil
}

func (f GoalForm) readTag(id notes.GoalID, title string, others []notes.Goal) (string, error) {
	taken := map[string]string{}
	for _, g := range others {
		if g.ID != id && g.Tag != "" {
			taken[g.Tag] = g.Title
		}
	}
	tag, ok := ReadTag(f.Tag)
	switch {
	case !ok:
		return "", notes.Invalid{
			Field: FieldTag,
			Why:   voice.T("Use one word that starts with a letter, like #platform. Letters, digits, - and _ work."),
		}
	case tag == "" && id == 0:
		return SuggestTag(title, others), nil
	case taken[tag] != "":
		return "", notes.Invalid{
			Field: FieldTag,
			Why:   voice.T("Choose another tag. A goal already uses this one: “{goal}”", "goal", taken[tag]),
		}
	}
	return tag, nil
}

// children are the rows that hang on a new goal; storage ties them to it.
func (f GoalForm) children(today notes.Date) []notes.Row {
	var rows []notes.Row
	if next, due := notes.CutDue(notes.Tidy(f.Next), today); next != "" {
		rows = append(rows, notes.Step{Text: next, Owner: notes.Them, Due: due, Order: 1})
	}
	if chance := notes.Tidy(f.Chance); chance != "" {
		rows = append(rows, notes.Opportunity{Kind: f.Kind, Text: chance, State: notes.Offered, Since: today, Order: 1})
	}
	return rows
}

// area writes what the form changed of the goal's area. A goal that takes the tag of an area that is there already
// leaves it as it is, unless more than the tag was changed.
func (f GoalForm) area(goal, before notes.Goal, areas []notes.Area, today notes.Date) []notes.Row {
	if goal.Tag == "" {
		return nil
	}
	area, was := notes.AreaOf(areas, goal.Tag), notes.AreaOf(areas, before.Tag)
	if area.ID == 0 {
		was = notes.Area{}
	}
	var rows []notes.Row
	if limits := strings.TrimSpace(f.Limits); limits != was.Limits && limits != area.Limits {
		area.Person, area.Tag, area.Limits = goal.Person, goal.Tag, limits
		rows = append(rows, area)
	}
	if f.Now != notes.NoLevel && f.Now != was.LevelOn(today) && f.Now != area.LevelOn(today) {
		rows = append(rows, notes.LevelNow(goal.Person, goal.Tag, f.Now, today))
	}
	return rows
}

// ReadTag is a typed tag, with or without '#', as tags are kept; ok is false where it can't be one. "" is no tag.
func ReadTag(typed string) (tag string, ok bool) {
	tag = notes.Tag(strings.TrimSpace(typed))
	return tag, tag == "" || notes.ValidTag(tag)
}

// little are words that say nothing of a goal, left out of a tag that is made from its title.
var little = map[string]bool{
	"a": true, "an": true, "the": true, "at": true, "in": true, "on": true, "of": true, "for": true, "to": true,
	"and": true, "or": true, "with": true, "my": true, "our": true, "their": true, "her": true, "his": true,
	"become": true, "be": true, "get": true, "learn": true, "more": true, "own": true,
}

// SuggestTag is a tag for a goal with this title that none of the others has: its first two words that say something.
func SuggestTag(title string, others []notes.Goal) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !notes.IsWordRune(r) && r != '-' })
	var said []string
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !little[w] && (len(said) > 0 || unicode.IsLetter(first)) {
			said = append(said, w)
		}
	}
	tag := "goal"
	if len(said) > 0 {
		tag = strings.Join(said[:min(2, len(said))], "-")
	}
	free := tag
	for n := 2; tagTaken(free, others); n++ {
		free = tag + "-" + strconv.Itoa(n)
	}
	return free
}

func tagTaken(tag string, goals []notes.Goal) bool {
	for _, g := range goals {
		if g.Tag == tag {
			return true
		}
	}
	return false
}
