package whosecall

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"handback/notes"
)

// What a Verdict says of a line on which a chip was shown. Verdict.Why is the rule.
const (
	AnsweredVerdict  = "chip answered"
	DismissedVerdict = "chip dismissed"
	MutedVerdict     = "rule muted" // of a rule, see ruleLine; until Verdict.Until
)

// The limits of chips (docs/PROMPTS.md).
const (
	chipsOfANote = 2
	muteAfter    = 3  // dismissals of one rule
	muteDays     = 30 // that the rule is silent then
	freshDays    = 30 // a note older than this asks nothing any more
)

// Scene is what the choice of chips depends on besides the text.
type Scene struct {
	Note     notes.Note // its body as it stands in the editor
	Person   notes.Person
	Areas    []notes.Area       // the person's
	StepIns  []notes.SteppingIn // about the person
	Verdicts []notes.Verdict    // in force today, on any note
	Today    notes.Date
	Words    *notes.LabelWords
}

// Chip is a line on which to ask whose call it is.
type Chip struct {
	Hit
	Line     int    // counts from 1
	Raw      string // the whole line
	Question string // to say to the person
}

// Says is the clause that made the chip.
func (c Chip) Says() string { return c.Raw[c.Start:c.End] }

// Chips are the lines of the note on which to ask, at most most and never more than two a note, in the order in which
// they stand; where there are more, those nearest to line caret (counted from 1). There are none about people who are no
// active report, while a step-in for the person is in force, on lines in an area that was agreed to be mine, on lines and
// rules that were muted, on a line with its `decided` line below it, and in notes that are long past.
func Chips(s Scene, caret, most int) []Chip {
	if s.silent() {
		return nil
	}
	most = min(most, chipsOfANote-s.spent())
	if most <= 0 {
		return nil
	}
	var found []Chip
	open := notes.ProseLines(s.Note.Body)
	lines := strings.Split(s.Note.Body, "\n")
	for i, raw := range lines {
		raw = strings.TrimSuffix(raw, "\r")
		if i >= len(open) || !open[i] || i+1 < len(lines) && s.saysWho(lines[i+1]) {
			continue
		}
		if h, ok := findOnce(raw, s.Person, s.Words); ok && !s.muted(raw, h.Rule) && !s.mine(raw) {
			found = append(found, Chip{Hit: h, Line: i + 1, Raw: raw, Question: Question(h, s.Person)})
		}
	}
	if len(found) > most {
		far := func(c Chip) int { return max(c.Line-caret, caret-c.Line) }
		slices.SortStableFunc(found, func(a, b Chip) int { return cmp.Compare(far(a), far(b)) })
		found = found[:most]
		slices.SortFunc(found, func(a, b Chip) int { return cmp.Compare(a.Line, b.Line) })
	}
	return found
}

// saysWho reports whether a line says whose a decision was, so that the one above it needs no question.
func (s Scene) saysWho(line string) bool {
	at, label := lineStart(line, s.Words)
	if label != labelSilent {
		return false
	}
	if own, _ := s.Words.At(line[at:]); own == notes.Decided {
		return true
	}
	rest := plain(line[at:])
	return strings.HasPrefix(rest, "decided ") || strings.HasPrefix(rest, "decision ")
}

func (s Scene) silent() bool {
	if !s.Person.Active(s.Today) || s.Note.Date < s.Today.AddDays(-freshDays) {
		return true
	}
	return slices.ContainsFunc(s.StepIns, func(in notes.SteppingIn) bool { return in.InForce(s.Today) })
}

// spent is how many chips of the note were answered or dismissed.
func (s Scene) spent() int {
	n := 0
	for _, v := range s.Verdicts {
		if v.NoteUID == s.Note.UID && (v.Verdict == AnsweredVerdict || v.Verdict == DismissedVerdict) {
			n++
		}
	}
	return n
}

// muted reports whether the line was answered or dismissed, or its rule is silent for now.
func (s Scene) muted(raw, rule string) bool {
	line := notes.NormaliseLine(raw)
	return slices.ContainsFunc(s.Verdicts, func(v notes.Verdict) bool {
		return v.NoteUID == s.Note.UID && v.Line == line || v.Verdict == MutedVerdict && v.Line == ruleLine(rule) && s.Today <= v.Until
	})
}

func ruleLine(rule string) string { return "rule:" + rule }

// mine reports whether the line has the tag of an area in which the call was agreed to be the manager's on its day.
func (s Scene) mine(raw string) bool {
	for _, tag := range notes.TagsIn(raw) {
		for _, a := range s.Areas {
			if a.Tag == tag && a.LevelOn(s.Note.Date).Call() == notes.Mine {
				return true
			}
		}
	}
	return false
}

// Answered is the change for an answer: a `decided` line of the actor below the line, and no more chip on it. It returns
// Invalid where the line cannot be written.
func (s Scene) Answered(c Chip, actor notes.Actor, in notes.Context) (notes.Change, error) {
	line, err := notes.NewLine(notes.Decided, actor, []notes.PersonID{s.Person.ID}, said(c), "", in)
	if err != nil {
		return notes.Change{}, err
	}
	at := c.Raw[:len(c.Raw)-len(strings.TrimLeft(c.Raw, " \t"))]
	if start, _ := lineStart(c.Raw, s.Words); start > len(at) && !strings.ContainsAny(c.Raw[:start], "0123456789") {
		at = c.Raw[:start]
	}
	return notes.Change{
		Edits: []notes.LineEdit{{Op: notes.InsertLine, Note: s.Note.ID, Line: c.Line + 1, New: at + line}},
		Rows:  []notes.Row{s.verdict(c, AnsweredVerdict)},
	}, nil
}

// said is what was decided, as a `decided` line says it: the clause with the tags of its line.
func said(c Chip) string {
	text := c.Says()
	first, rest, _ := strings.Cut(text, " ")
	if v, _ := verbOf(plain(first)); v != nil {
		text = plain(first) + " " + rest
	}
	text = strings.TrimSpace(text)
	for _, tag := range notes.TagsIn(c.Raw) {
		if !slices.Contains(notes.TagsIn(text), tag) {
			text += " #" + tag
		}
	}
	return text
}

// Asked is the change that puts the question of a chip on the person's next one-on-one; there is no more chip on its line
// then. In reads the note that it goes into.
func (s Scene) Asked(c Chip, in notes.Context) (notes.Change, error) {
	line, err := notes.NewLine(notes.Ask, notes.Me, []notes.PersonID{s.Person.ID}, c.Question, "", in)
	if err != nil {
		return notes.Change{}, err
	}
	return notes.OnAgenda(s.Person.ID, line, s.Today).Then(notes.Change{Rows: []notes.Row{s.verdict(c, AnsweredVerdict)}}), nil
}

// Dismissed is the change for a chip that was waved away. The third of a rule mutes the rule for a month.
func (s Scene) Dismissed(c Chip) notes.Change {
	rows := []notes.Row{s.verdict(c, DismissedVerdict)}
	before := 0
	for _, v := range s.Verdicts {
		if v.Verdict == DismissedVerdict && v.Why == c.Rule {
			before++
		}
	}
	if (before+1)%muteAfter == 0 {
		rows = append(rows, notes.Verdict{Line: ruleLine(c.Rule), Verdict: MutedVerdict, Why: c.Rule, Until: s.Today.AddDays(muteDays)})
	}
	return notes.Change{Rows: rows}
}

func (s Scene) verdict(c Chip, what string) notes.Verdict {
	return notes.Verdict{NoteUID: s.Note.UID, Line: notes.NormaliseLine(c.Raw), Verdict: what, Why: c.Rule}
}

// Columns are the runes of the line that its clause takes.
func (c Chip) Columns() (start, end int) {
	start = utf8.RuneCountInString(c.Raw[:c.Start])
	return start, start + utf8.RuneCountInString(c.Says())
}
