package prompt

import (
	"sort"

	"handback/notes"
	"handback/notes/voice"
)

const (
	reviewSeen   = "sign seen"
	reviewEnded  = "ended"
	reviewAgain  = "ended again"
	reviewCrisis = "not said"
)

// review speaks when a step-in has passed its end or its exit sign was ticked, and asks for the rest of a crisis the day
// after it was said in one line.
var review = kind{
	name: Review, cooldown: 1, first: true, stepIn: true, lasting: true,
	occasions: map[string][]string{
		reviewSeen:   {"line", "date", "began", "sign"},
		reviewEnded:  {"line", "date", "began", "sign"},
		reviewAgain:  {"line", "date", "began", "sign"},
		reviewCrisis: {"line", "began"},
	},
	due: reviewDue,
}

// inCrisis reports whether a crisis is in force about the person: then only what belongs to a step-in speaks.
func inCrisis(f notes.PromptFacts) bool {
	for _, s := range f.StepIns {
		if s.Crisis && s.InForce(f.Today) {
			return true
		}
	}
	return false
}

// speaking are the step-ins that prompts may be about: during a crisis no other ones.
func speaking(f notes.PromptFacts) []notes.SteppingIn {
	if !inCrisis(f) {
		return f.StepIns
	}
	var crises []notes.SteppingIn
	for _, s := range f.StepIns {
		if s.Crisis {
			crises = append(crises, s)
		}
	}
	return crises
}

func reviewDue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, s := range f.StepIns {
		switch {
		case s.Overdue(f.Today) && s.Began.Valid():
			found = append(found, overdueStepIn(s, f))
		case s.Crisis && s.InForce(f.Today) && s.Began < f.Today && unfinished(s):
			o := stepInOccasion(reviewCrisis, s, s.Began.AddDays(1), f)
			o.reason = voice.T("because you called this a crisis on {began} and haven't noted the rest yet: “{what}”",
				"began", o.slots["began"], "what", quoted(s.What))
			found = append(found, o)
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].since < found[j].since })
	return found
}

// unfinished reports whether a crisis still lacks what every other step-in says at its beginning.
func unfinished(s notes.SteppingIn) bool {
	return s.Help == "" || s.Reason == "" || s.ExitSign == "" || s.Sentence == ""
}

func overdueStepIn(s notes.SteppingIn, f notes.PromptFacts) occasion {
	what, began := quoted(s.What), notes.SayDate(s.Began, f.Today)
	if s.ExitSeen != "" {
		o := stepInOccasion(reviewSeen, s, s.ExitSeen, f)
		o.slots["date"] = notes.SayDate(s.ExitSeen, f.Today)
		o.reason = voice.T("because it was ready to hand back on {day} (you stepped in on {began}): “{what}”",
			"day", o.slots["date"], "began", began, "what", what)
		return o
	}
	name := reviewEnded
	if s.Extended != "" {
		name = reviewAgain
	}
	o := stepInOccasion(name, s, s.Ends.AddDays(1), f)
	o.reason = voice.T("because you stepped in on {began}, until {end}: “{what}”",
		"began", began, "end", o.slots["date"], "what", what)
	if name == reviewAgain {
		o.reason = voice.T("because you stepped in on {began}, until {end}, and extended it once, on {day}: “{what}”",
			"began", began, "end", o.slots["date"], "day", notes.SayDate(s.Extended, f.Today), "what", what)
	}
	return o
}

func stepInOccasion(name string, s notes.SteppingIn, since notes.Date, f notes.PromptFacts) occasion {
	return occasion{name: name, since: since, slots: map[string]string{
		"line": short(s.What), "date": notes.SayDate(s.Ends, f.Today), "began": notes.SayDate(s.Began, f.Today),
		"sign": short(s.ExitSign),
	}}
}

const leading = "in front"

// stepBack speaks while the manager leads from in front, until the end has come and review takes over. Of a crisis it
// waits until more than its one line is known.
var stepBack = kind{
	name: StepBack, cooldown: 7, stepIn: true, lasting: true,
	occasions: map[string][]string{leading: {"line", "date", "began", "sign"}},
	due:       stepBackDue,
}

func stepBackDue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, s := range f.StepIns {
		if !s.InForce(f.Today) || s.Overdue(f.Today) || !s.Began.Valid() || (s.Crisis && s.Help == "") {
			continue
		}
		o := stepInOccasion(leading, s, s.Began, f)
		o.reason = voice.T("because you stepped in on {began}: “{what}”", "began", o.slots["began"], "what", quoted(s.What))
		if o.slots["date"] != "" {
			o.reason = voice.T("because you stepped in on {began}, until {end}: “{what}”",
				"began", o.slots["began"], "end", o.slots["date"], "what", quoted(s.What))
		}
		found = append(found, o)
	}
	return oldestFirst(found)
}
