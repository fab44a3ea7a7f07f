package whosecall

import (
	"hash/fnv"

	"handback/notes"
)

// questions hand a call back, in words to say to the report. Each asks for what only they can say.
var questions = map[string][]string{
	Order: {
		"What would you choose, and what would you need to know first?",
		"What would you do here if I had said nothing?",
		"Which other way did you see, and what speaks for it?",
		"What would have to stay true, so that the way there is yours?",
		"What did my way leave out that you know about?",
	},
	Decided: {
		"What would you have decided, and what did you see that I did not?",
		"Which part of this would you like to decide next time?",
		"What would you need from me to make the next call like this one?",
		"What would you change about it while it can still be changed?",
		"Who is nearest to this, and what would they choose?",
	},
	Took: {
		"What would you need to take this on yourself?",
		"Which part of this would you like back first?",
		"What could I do beside you instead of in your place?",
		"What would make this yours, and by when?",
		"What is in the way that only I can move, so that the rest stays with you?",
	},
	Answer: {
		"What had you thought of before I spoke?",
		"What else could work, now that you have heard mine?",
		"What would you try first, and how would you find out?",
		"Which part of my answer does not fit what you see?",
	},
	Prescribed: {
		"What do you think should happen here?",
		"What would you do next, and what makes it worth it?",
		"What do you see that I may be missing?",
		"Which options are you weighing, and where do you lean?",
	},
	Upward: {
		"What would you do if I could not be reached this week?",
		"What do you lean towards, and what would make you sure?",
		"What would you need from me to be comfortable deciding this?",
		"Which of the ways would you pick, and what could go wrong with it?",
		"What have you tried, and whom have you asked?",
	},
	InOtherWords: {
		"What would you do here if it were only up to you?",
		"What do you see in it that I may have missed?",
		"What would you need from me to make a call like this one?",
		"How would you like us to handle the next one like it?",
	},
}

// Question is one question that hands the call of a hit back to p, to be said to them. The same line of the same person
// gets the same one each time.
func Question(h Hit, p notes.Person) string {
	list := questions[h.Rule]
	if len(list) == 0 {
		list = questions[Order]
	}
	return list[(h.Key^hash(p.UID))%uint32(len(list))]
}

func hash(s string) uint32 {
	f := fnv.New32a()
	_, _ = f.Write([]byte(s)) // never fails
	return f.Sum32()
}
