package prompt

import (
	"regexp"
	"slices"

	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/voice"
)

// callWaits is for how many days a call of mine is worth a question.
const callWaits = 30

const (
	actionOfMine = "mine"
	callOfMine   = "my call"
	callsOfMine  = "my calls"
	doneForThem  = "done"
)

// handBack speaks when I own an action on a goal of theirs (an open todo of mine with the goal's tag, or a step), when a
// call was taken nearer me than agreed, when one was answered Mine where nothing is agreed, and
// when a plain line says that I did a piece of an area of theirs myself.
var handBack = kind{
	name: HandBack, cooldown: 7,
	occasions: map[string][]string{
		actionOfMine: {"goal", "line", "date", "count"}, callOfMine: {"line", "date"},
		callsOfMine: {"tag", "level", "count", "date"}, doneForThem: {"tag", "line", "date"},
	},
	due: handBackDue,
}

// handBackDue speaks of broken agreements first: of the pattern, and of one call only where there is none.
func handBackDue(f notes.PromptFacts) []occasion {
	broken, other := callsToHandBack(f)
	return slices.Concat(brokenAgreements(f), broken, workDoneForThem(f), actionsToHandBack(f), other)
}

// brokenOften is how many calls nearer me than agreed in one area, of the last 90 days, are a pattern.
const brokenOften = 2

func brokenAgreements(f notes.PromptFacts) []occasion {
	all := calls(f)
	var found []occasion
	for _, a := range f.Areas {
		lines, days := brokenIn(a, all, f)
		if len(lines) < brokenOften {
			continue
		}
		level, count := a.LevelOn(f.Today), notes.SayCount(len(lines))
		found = append(found, occasion{
			name: callsOfMine, since: days[brokenOften-1], because: lines,
			slots: map[string]string{"tag": a.Tag, "level": level.String(), "count": count, "date": notes.SayDate(days[0], f.Today)},
			reason: voice.T("because you decided more than you'd agreed in #{tag} {count} times ({days})",
				"tag", a.Tag, "count", count, "days", sayDates(days, f.Today)),
		})
	}
	return oldestFirst(found)
}

// brokenIn are the calls nearer me than agreed in an area, newest first, and their days, oldest first. Where they made the
// newest call there, the pattern is over.
func brokenIn(a notes.Area, all []decisions.LedgerLine, f notes.PromptFacts) (lines []notes.Filed, days []notes.Date) {
	for _, l := range all {
		if l.Area != a.Tag || f.Today.DaysSince(l.NoteDate) >= callDays {
			continue
		}
		switch {
		case l.NearerMe() && !isKept(l.Filed, f):
			lines, days = append(lines, l.Filed), append([]notes.Date{l.NoteDate}, days...)
		case len(lines) == 0 && l.Whose == notes.Theirs:
			return nil, nil
		}
	}
	return lines, days
}

// finished are words of a call that is carried out: there is nothing left of it to hand back.
var finished = regexp.MustCompile(`(?i)\b(?:signed|paid|bought|sent|shipped|printed|submitted|hired|booked|delivered|finished|done)\b`)

// callsToHandBack are calls of the last 30 days, oldest first. One of which the manager was asked is not asked about again.
func callsToHandBack(f notes.PromptFacts) (broken, other []occasion) {
	all := calls(f)
	for _, l := range all {
		unagreed := l.Agreed == notes.NoLevel && l.Whose == notes.Mine
		if !(l.NearerMe() || unagreed) || f.Today.DaysSince(l.NoteDate) > callWaits || isKept(l.Filed, f) ||
			askedAbout(l.Filed, HandBack, f) || finished.MatchString(l.Text) || theirsSince(l, all) {
			continue
		}
		line, said := short(l.Text), notes.SayDate(l.NoteDate, f.Today)
		reason := voice.T("because you logged this as your call ({day}): “{line}”", "day", said, "line", quoted(l.Text))
		if l.NearerMe() {
			reason = voice.T("because you decided more than you'd agreed to ({day}, {level} for #{tag}): “{line}”",
				"day", said, "level", l.Agreed, "tag", l.Area, "line", quoted(l.Text))
		}
		o := occasion{
			name: callOfMine, since: l.NoteDate, because: []notes.Filed{l.Filed}, reason: reason,
			slots: map[string]string{"line": line, "date": said},
		}
		if l.NearerMe() {
			broken = append(broken, o)
		} else {
			other = append(other, o)
		}
	}
	return oldestFirst(broken), oldestFirst(other)
}

// theirsSince reports whether they made a later call under a tag of a line: then it is theirs again.
func theirsSince(l decisions.LedgerLine, all []decisions.LedgerLine) bool {
	return slices.ContainsFunc(all, func(o decisions.LedgerLine) bool {
		return o.NoteDate > l.NoteDate && o.Whose == notes.Theirs &&
			slices.ContainsFunc(o.Tags, func(tag string) bool { return hasTag(l.Item, tag) })
	})
}

// isKept reports whether the manager said of a line that it is theirs to keep, or put it off to a day to come.
func isKept(l notes.Filed, f notes.PromptFacts) bool {
	return notes.Settled(l, f.Verdicts, f.Today)
}

func actionsToHandBack(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, g := range f.Goals {
		if g.State != notes.GoalOpen {
			continue
		}
		if o, ok := mineOn(g, f); ok {
			found = append(found, o)
		}
	}
	return oldestFirst(found)
}

// mineOn is what I own on one goal; the oldest of it is what the question is about.
func mineOn(g notes.Goal, f notes.PromptFacts) (occasion, bool) {
	lines, days := todosOfMine(g, f)
	steps := 0
	line := ""
	for _, s := range g.Steps {
		if s.Owner == notes.Me && s.Done == "" && !isErrand(s.Text) {
			if steps == 0 {
				line = short(s.Text)
			}
			steps++
		}
	}
	since, noted := g.Start, "" // a step has no day of its own
	if len(lines) > 0 {
		since, line = days[0], short(lines[0].Text)
		noted = notes.SayDate(since, f.Today)
	}
	if line == "" || !since.Valid() {
		return occasion{}, false
	}
	count := ""
	if n := len(lines) + steps; n > 1 {
		count = notes.SayCount(n)
	}
	return occasion{
		name: actionOfMine, since: since, because: lines, reason: mineReason(g, line, days, steps, f.Today),
		slots: map[string]string{
			"goal": short(g.Title), "line": line, "date": noted, "count": count,
		},
	}, true
}

// todosOfMine are open actions of mine about a goal that could be theirs, and their days.
func todosOfMine(g notes.Goal, f notes.PromptFacts) (lines []notes.Filed, days []notes.Date) {
	for _, i := range f.IOwe {
		if i.Label == notes.Todo && i.Actor == notes.Me && isAbout(i, g) && !isKept(i, f) && !isErrand(i.Text) {
			lines, days = append(lines, i), append(days, i.NoteDate)
		}
	}
	return lines, days
}

// errand are the beginnings of what a manager does for somebody: to tell others, to get something, to pay for it. It is no work
// of theirs that could be handed back.
var errand = regexp.MustCompile(`(?i)^\W*(?:please )?(?:tell|say|ask|get|fetch|show|send|pay|buy|book|sign|approve|introduce|` +
	`talk (?:to|with)|speak (?:to|with)|` +
	`call|ring|phone|write to|e-?mail|mail|invite|thank|give|lend|bring|remind|check with|clear (?:it|this|that) with|free|unblock|hire|` +
	`confirm|forward|pass on|put in a word|find (?:out|money|budget|time|an?|her|him|them|somebody|someone))\b`)

func isErrand(text string) bool { return errand.MatchString(text) }

func mineReason(g notes.Goal, line string, days []notes.Date, steps int, today notes.Date) string {
	said := sayDates(days, today)
	switch {
	case len(days) == 0:
		return voice.T("because this open step is yours, in a goal that started on {day}: “{line}”",
			"day", notes.SayDate(g.Start, today), "line", quoted(line))
	case len(days) == 1 && steps == 0:
		return voice.T("because you logged this as yours ({day}): “{line}”", "day", said, "line", quoted(line))
	case len(days) == 1:
		return voice.T("because you logged this as yours ({day}), and a step of "+
			"the same goal is yours too: “{line}”", "day", said, "line", quoted(line))
	}
	return voice.T("because you logged {count} actions for this goal as yours ({days}): “{goal}”",
		"count", notes.SayCount(len(days)), "days", said, "goal", quoted(g.Title))
}

// isAbout reports whether a line carries a goal's tag or says the words of its title.
func isAbout(i notes.Filed, g notes.Goal) bool {
	return g.Tag != "" && hasTag(i.Item, g.Tag) || notes.SaysTitle(i.Text, g)
}

func hasTag(i notes.Item, tag string) bool {
	for _, t := range i.Tags {
		if t == tag {
			return true
		}
	}
	return false
}
