package prompt

import (
	"regexp"

	"handback/notes"
	"handback/notes/voice"
)

const (
	waitsGoal = "goal"
	waitsLine = "line"
)

// stuckOutside speaks while something is stuck: whose move it is, and what only the manager can move. What is stuck under a
// goal's tag is the goal's.
var stuckOutside = kind{
	name: StuckOutside, cooldown: 14,
	occasions: map[string][]string{waitsGoal: {"goal", "line", "date"}, waitsLine: {"line", "date"}},
	due:       stuckOutsideDue,
}

func stuckOutsideDue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Stuck {
		if i.Closed() || i.NoteDate > f.Today || !i.NoteDate.Valid() {
			continue
		}
		said := notes.SayDate(i.NoteDate, f.Today)
		o := occasion{
			name: waitsLine, since: i.NoteDate, because: []notes.Filed{i},
			slots:  map[string]string{"line": short(i.Text), "date": said},
			reason: voice.T("because on {day} you noted this as stuck: “{line}”", "day", said, "line", quoted(i.Text)),
		}
		if g, ok := goalStuckBy(i, f); ok {
			o.name, o.slots["goal"] = waitsGoal, short(g.Title)
		}
		found = append(found, o)
	}
	return oldestFirst(found)
}

// goalStuckBy is the open goal under whose tag a line is stuck.
func goalStuckBy(i notes.Filed, f notes.PromptFacts) (notes.Goal, bool) {
	for _, g := range f.Goals {
		if g.State == notes.GoalOpen && g.Tag != "" && hasTag(i.Item, g.Tag) {
			return g, true
		}
	}
	return notes.Goal{}, false
}

// waitsOutside reports whether something is stuck under the goal's tag, or under none: then the goal waits, and is not
// stalled.
func waitsOutside(g notes.Goal, f notes.PromptFacts) bool {
	for _, i := range f.Stuck {
		if !i.Closed() && (len(i.Tags) == 0 || (g.Tag != "" && hasTag(i.Item, g.Tag))) {
			return true
		}
	}
	return false
}

// waitWords are words of a line that waits for somebody else: then no try of their own gets it moving.
var waitWords = regexp.MustCompile(`(?i)\b(?:wait(?:s|ing)?|await(?:s|ing)?|hold(?:s|ing) up|held up|blocked by|until|` +
	`(?:has|have|had|does|do|did|is|are|will|would|can|could)(?:n['’]t| not)|no (?:answer|reply|word|decision|date|sign|budget)|` +
	`approv(?:e|es|al)|sign[- ]?off|signature|permit|permission|delivery|delayed|overdue|owes?|nobody|depends on|` +
	`vendor|supplier|legal|finance|HR|IT|procurement|council|agency|authority|head office|contractor|customer|client)\b`)
