// Package prompt is the engine that asks the manager, at the right moment, the question that gives a decision back.
//
// It is a pure function of the facts in the journal, the history of prompts and the day: no model, no randomness, no
// clock. Its questions stand in questions.txt, which anybody can edit. Each kind of prompt is one file of this package
// that says when the kind is due; what is common to all kinds (rank, cooldown, history, the choice of a text) is in
// choose.go and history.go, and what an answer of the manager writes is in answers.go.
package prompt

import "handback/notes"

// Prompt is a question with its reason.
type Prompt struct {
	Kind    notes.PromptKind
	Key     string // the question's key in questions.txt
	ForThem bool   // a question for the report; otherwise for the manager alone
	Text    string
	Reason  string        // "because …", in facts with dates
	Because []notes.Filed // the lines it comes from, may be empty where the reason is that there are none
	Agenda  string        // what Ask puts on the agenda; empty for a prompt for the manager alone
}

// The kinds of prompts, by the words of docs/PROMPTS.md.
const (
	Review       notes.PromptKind = "crisis / step-in review"
	MyPromise    notes.PromptKind = "my promise overdue"
	Upward       notes.PromptKind = "upward hand"
	StepBack     notes.PromptKind = "step back"
	Back         notes.PromptKind = "back"
	StuckOutside notes.PromptKind = "stuck outside"
	Stalled      notes.PromptKind = "stalled goal"
	HandBack     notes.PromptKind = "hand back"
	Praise       notes.PromptKind = "praise"
	Context      notes.PromptKind = "context"
	Growth       notes.PromptKind = "growth"
	Ideas        notes.PromptKind = "ideas"
	Connect      notes.PromptKind = "connect"
	Encourage    notes.PromptKind = "encourage"
	Support      notes.PromptKind = "support"
	Reflect      notes.PromptKind = "reflect"
	Revisit      notes.PromptKind = "revisit"

	DatePassed   notes.PromptKind = "date passed"
	Overload     notes.PromptKind = "overload"
	NewHere      notes.PromptKind = "new here"
	GoalReached  notes.PromptKind = "goal reached"
	Feedback     notes.PromptKind = "feedback"
	TopicWaiting notes.PromptKind = "topic waiting"
	Opportunity  notes.PromptKind = "opportunity"
	IdeaUnheard  notes.PromptKind = "idea unheard"
	DoesItHold   notes.PromptKind = "does it hold"
	IdeaOnTrial  notes.PromptKind = "idea on trial"
	CalledOff    notes.PromptKind = "called off"
	TalkThrough  notes.PromptKind = "talk it through"
	Reward       notes.PromptKind = "reward"
)

// kind is one kind of prompt.
type kind struct {
	name     notes.PromptKind
	cooldown int // days
	// twice is true of a kind that may come twice running before any other.
	twice bool
	// lasting is true of a kind whose reason is not settled by an answer, but by what the answer does.
	lasting bool
	// first is true of the kind that is asked before all others, may come twice running, and repeats its oldest text
	// rather than be silent.
	first bool
	// stepIn is true of the kinds that speak during a crisis, when no other does.
	stepIn bool
	// occasions says which slots each occasion of the kind fills; {first} and the pronouns are filled for all.
	occasions map[string][]string
	// due are the occasions that the facts give for the kind, the most telling first.
	due func(notes.PromptFacts) []occasion
}

// occasion is one reason for a kind to speak.
type occasion struct {
	name    string            // a key of kind.occasions
	since   notes.Date        // the day from which the reason holds
	slots   map[string]string // an empty value makes the questions that need it not eligible
	because []notes.Filed
	reason  string // whole: "because …"
	// absent is true of a reason that is only that something was not noted: it comes after all that was.
	absent bool
	// mine is true of a reason that only an answer of the manager's ends: to pass it over does not silence it, and it may come
	// twice running.
	mine bool
	// before is a kind before which the reason is asked, "" for the place of its own kind.
	before notes.PromptKind
}

// kinds are all kinds in the order of docs/PROMPTS.md; the place of a kind is its rank, the first is asked first.
var kinds = []kind{
	review, myPromise, upward, stepBack, back, overload, stuckOutside, revisit, datePassed, stalled, newHere, handBack, goalReached,
	feedback, topicWaiting, ideaUnheard, praise, doesItHold, opportunity, ideaOnTrial, calledOff, talkThrough, reward, context, growth,
	ideas, connect, encourage, support, reflect,
}

// owedLong is after how many days what they wait for from the manager comes before a word about what they did.
const owedLong = 28

// beforePraise is the kind before which a reason is asked that they have waited for since a day.
func beforePraise(since notes.Date, f notes.PromptFacts) notes.PromptKind {
	if f.Person.Off.Since(since, f.Today) >= owedLong {
		return Praise
	}
	return ""
}

// Cooldown is how many days a kind stays silent after it left view, before any doubling; 0 for an unknown kind.
func Cooldown(name notes.PromptKind) int {
	k, _ := kindOf(name)
	return k.cooldown
}
