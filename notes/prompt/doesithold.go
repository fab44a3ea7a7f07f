package prompt

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// A hand-back is asked about two weeks after it, for three weeks.
const (
	holdsAfter = 14
	holdsUntil = 35
)

const (
	holdsStepIn = "step-in"
	holdsHanded = "handed"
	holdsNoted  = "noted"
	holdsArea   = "area"
)

// doesItHold speaks two weeks after something was handed back: a step-in, an action or a decision (by the sentence that the
// app writes for it, or in the manager's words), or a kind of decision that came to be theirs.
var doesItHold = kind{
	name: DoesItHold, cooldown: 14,
	occasions: map[string][]string{
		holdsStepIn: {"line", "date"}, holdsHanded: {"line", "date"}, holdsNoted: {"line", "date"}, holdsArea: {"tag", "level", "date"},
	},
	due: doesItHoldDue,
}

func doesItHoldDue(f notes.PromptFacts) []occasion {
	return oldestFirst(slices.Concat(stepInsHandedBack(f), linesHandedBack(f), areasHandedBack(f)))
}

// holdsSince is the day two weeks after a day; it reports whether that has come and not long passed. Days off are left out.
func holdsSince(day notes.Date, f notes.PromptFacts) (notes.Date, bool) {
	if !day.Valid() || day > f.Today {
		return "", false
	}
	n := f.Person.Off.Since(day, f.Today)
	return min(f.Today, day.AddDays(holdsAfter)), n >= holdsAfter && n <= holdsUntil
}

func stepInsHandedBack(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, s := range f.StepIns {
		since, due := holdsSince(s.HandedBack, f)
		if !due || s.Crisis || ledAgain(s.Tag, s.Goal, f) { // a crisis was never theirs
			continue
		}
		day := notes.SayDate(s.HandedBack, f.Today)
		found = append(found, occasion{
			name: holdsStepIn, since: since, slots: map[string]string{"line": short(s.What), "date": day},
			reason: voice.T("because you handed this back on {day}: “{what}”", "day", day, "what", quoted(s.What)),
		})
	}
	return found
}

// ledAgain reports whether the manager leads in that area or on that goal again.
func ledAgain(tag string, goal notes.GoalID, f notes.PromptFacts) bool {
	return slices.ContainsFunc(f.StepIns, func(s notes.SteppingIn) bool {
		return s.InForce(f.Today) && (tag != "" && s.Tag == tag || goal != 0 && s.Goal == goal)
	})
}

// linesHandedBack are what lines of the notes say was handed back, each thing once. What they finished since is not asked about.
func linesHandedBack(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, l := range handedLines(f) {
		since, due := holdsSince(l.NoteDate, f)
		if !due || doneSince(l, f) {
			continue
		}
		day := notes.SayDate(l.NoteDate, f.Today)
		name, reason := holdsNoted, voice.T("because you noted this on {day}: “{line}”", "day", day, "line", quoted(l.Text))
		if l.Label != "" {
			name, reason = holdsHanded, voice.T("because you handed this back on {day}: “{what}”", "day", day, "what", quoted(l.Text))
		}
		found = append(found, occasion{
			name: name, since: since, because: []notes.Filed{l}, reason: reason,
			slots: map[string]string{"line": short(l.Text), "date": day},
		})
	}
	return found
}

// handedLines are those lines. Text is what was handed back, with its label, where the app's sentence says it and it has been
// talked about; of a decision it is the next one like it that is theirs, and this one is past.
func handedLines(f notes.PromptFacts) []notes.Filed {
	var found []notes.Filed
	for _, n := range f.Written {
		if _, due := holdsSince(n.Date, f); !due || n.Person != f.Person.ID {
			continue
		}
		hidden := notes.Hidden(n.Body)
		for i, raw := range strings.Split(n.Body, "\n") {
			if what, label, ok := notes.HandedIn(raw); ok && label != notes.Decided && !(i < len(hidden) && hidden[i]) {
				if slices.ContainsFunc(itemsOf(n, f), func(it notes.Item) bool { return it.Line == i+1 && !it.Closed() }) {
					continue // it is still to come up
				}
				l := proseLine(n, i, strings.TrimSuffix(raw, "\r"))
				l.Text, l.Label = what, label
				found = append(found, l)
			}
		}
	}
	return append(found, plainLines(f, holdsUntil, mayBeHanded, func(line string) bool {
		return saysHanded().MatchString(withWho(line, f.Person)) && !namesOneOf(line, f.Others)
	})...)
}

// doneSince reports whether they finished the action that was handed back.
func doneSince(l notes.Filed, f notes.PromptFacts) bool {
	return l.Label == notes.Todo && slices.ContainsFunc(f.DoneLately, func(d notes.Filed) bool {
		return d.Label == notes.Todo && sameWords(d.Text, l.Text)
	})
}

// sameWords reports whether two lines say the same, whatever their case, tags and marks.
func sameWords(a, b string) bool { return plain(notes.SayText(a)) == plain(notes.SayText(b)) }

// areasHandedBack are kinds of decisions of which the call came to be theirs, having been agreed otherwise before.
func areasHandedBack(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, a := range f.Areas {
		day, level, ok := areaTheirsSince(a, f.Today)
		since, due := holdsSince(day, f)
		if !ok || !due || ledAgain(a.Tag, 0, f) || backWithStepIn(a.Tag, day, f) {
			continue
		}
		said := notes.SayDate(day, f.Today)
		found = append(found, occasion{
			name: holdsArea, since: since, slots: map[string]string{"tag": a.Tag, "level": level.String(), "date": said},
			reason: voice.T("because you agreed on {level} for #{tag} on {day}", "level", level, "tag", a.Tag, "day", said),
		})
	}
	return found
}

// areaTheirsSince is the day on which the calls of an area came to be theirs, and the level agreed then; false where they are not, or
// have been since the first level that was agreed.
func areaTheirsSince(a notes.Area, today notes.Date) (day notes.Date, level notes.Level, ok bool) {
	before := notes.NoLevel
	for _, l := range a.Levels {
		if l.From > today {
			break
		}
		if l.Level.Call() == notes.Theirs && before.Call() != notes.Theirs {
			day, level, ok = l.From, l.Level, before != notes.NoLevel
		}
		before = l.Level
	}
	return day, level, ok && before.Call() == notes.Theirs
}

// backWithStepIn reports whether a step-in in the area was handed back on that day: then the level came back with it.
func backWithStepIn(tag string, day notes.Date, f notes.PromptFacts) bool {
	return slices.ContainsFunc(f.StepIns, func(s notes.SteppingIn) bool { return s.Tag == tag && s.HandedBack == day })
}
