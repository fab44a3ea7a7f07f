package prompt

import (
	"regexp"
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

const (
	waitsGoal = "goal"
	waitsLine = "line"
)

// stuckOutside speaks while something is stuck that waits for somebody else: whose move it is, and what only the manager can
// move. What is stuck under a goal's tag is the goal's. What is stuck in their own hands is encourage's.
var stuckOutside = kind{
	name: StuckOutside, cooldown: 14,
	occasions: map[string][]string{waitsGoal: {"goal", "line", "date"}, waitsLine: {"line", "date"}},
	due:       stuckOutsideDue,
}

func stuckOutsideDue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Stuck {
		if i.Closed() || i.NoteDate > f.Today || !i.NoteDate.Valid() || !waitsForOthers(i.Text, f.Others) {
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
	return slices.ContainsFunc(f.Stuck, func(i notes.Filed) bool { return holdsUp(i, g) })
}

// waitsForAnybody is waitsOutside where what is stuck waits for somebody else: then nothing else is asked about the goal.
func waitsForAnybody(g notes.Goal, f notes.PromptFacts) bool {
	return slices.ContainsFunc(f.Stuck, func(i notes.Filed) bool { return holdsUp(i, g) && waitsForOthers(i.Text, f.Others) })
}

func holdsUp(i notes.Filed, g notes.Goal) bool {
	return !i.Closed() && (len(i.Tags) == 0 || (g.Tag != "" && hasTag(i.Item, g.Tag)))
}

// piece is a part of an expression.
type piece = string

// What waits for somebody else says so: that it waits, that somebody has not acted, or who else has it in hand. That a thing
// does not work is no wait: a press that doesn't close is theirs to try again.
const (
	notYet piece = `(?:has|have|had|does|do|did|is|are|will|would|can|could)(?:n['’]t| not)|n[e]ver|still to|yet to`
	acting piece = `(?:send|sent|sign|answer|repl(?:y|ied)|respond|deliver|arrive|` +
		`decide|approve|confirm|agree|c[ao]me (?:back|by|in)|call|phone|wr(?:ite|itten|ote)|` +
		`give|gave|grant|pay|paid|ship|order|look(?:ed)? at|book|hand(?:ed)? over|let|say|said|tell|told|get back|got back|` +
		`provide|name|fix(?:ed)? (?:a|the) date|want|offer|allow|open(?:ed)? the|issue)(?:s|ed|d|n|en|ing)?`
	party piece = `vendors?|suppliers?|manufacturers?|landlords?|owners?|legal|finance|payroll|(?-i:HR|IT|HQ)|` +
		`procurement|purchasing|council|town|city|` +
		`agency|agencies|authority|authorities|ministry|municipality|head ?office|headquarters|board|committee|union|court|police|` +
		`fire brigade|bank|insurers?|insurance|contractors?|electricians?|plumbers?|fitters?|publishers?|editors?|university|` +
		`pharmacy|courier|customs|(?:street|land|tax|technical|town|post|building|planning|permit|city)[ -]office|` +
		`other (?:team|department|branch|ward|site|school|shop)s?|auditors?|inspectors?|regulators?|sponsors?`
)

var waitWords = regexp.MustCompile(`(?i)\b(?:wait(?:s|ed|ing)?|await(?:s|ing)?|hold(?:s|ing) up|held up|blocked by|` +
	`lies (?:at|with)|sits (?:at|with)|depends (?:on|from)|(?:closed|shut|away|off|frozen) (?:until|till)|` +
	`(?:` + notYet + `)(?: \w+){0,2} (?:been )?` + acting + `|` +
	`no (?:answer|reply|word|news|decision|date|sign|budget|response)|nothing from|` +
	`approv(?:e|es|al)|sign[- ]?off|signature|permits?|permission|licen[cs]e|deliver(?:y|ies)|delayed|overdue|owes?|` +
	`nobody (?:answers|replies|decides)|` +
	party + `)\b`)

// waitsForOthers reports whether a stuck line waits for somebody else: by its words, or by a colleague's name.
func waitsForOthers(text string, others []string) bool {
	return waitWords.MatchString(text) || namesOneOf(text, others)
}
