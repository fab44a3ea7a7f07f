package prompt

import (
	"slices"

	"handback/notes"
)

// owedGrowsOld is after how many days what is owed holds nothing else back any more: then it is no longer what they wait for.
const owedGrowsOld = 90

// waysRound are the kinds that are silent while something harder is owed, by the kind of that: a warm word in its place, or a
// request for more, would be a way round it. A reward for what they do often is none instead of an answer.
var waysRound = map[notes.PromptKind][]notes.PromptKind{
	Feedback: {Praise, Growth, Reward},
	Ideas:    {Praise, Growth},
}

// owedFirst is the kind of what is owed to them, "" for nothing: feedback that says what came of it and was not said in the
// one-on-one that followed, or an answer to an idea that has waited for it as long as owedLong.
func owedFirst(f notes.PromptFacts) notes.PromptKind {
	fresh := func(day notes.Date) bool { return f.Person.Off.Since(day, f.Today) <= owedGrowsOld }
	skipped := func(o occasion) bool {
		written := o.because[0].NoteDate
		if _, _, cameOfIt := notes.PraiseParts(o.because[0].Text); cameOfIt == "" {
			return false
		}
		return fresh(written) && slices.ContainsFunc(f.Held, func(held notes.Date) bool { return held > written && held < f.Today })
	}
	if slices.ContainsFunc(unsaidFeedback(f), skipped) {
		return Feedback
	}
	unanswered := func(i notes.Filed) bool {
		return i.State == notes.Open && fresh(i.NoteDate) && f.Person.Off.Since(i.NoteDate, f.Today) >= owedLong
	}
	if slices.ContainsFunc(f.Ideas, unanswered) {
		return Ideas
	}
	return ""
}
