package notes

// StepInID is the local id of a step-in.
type StepInID int64

// Help is what the manager does in a step-in, from the smallest help to the largest (docs/PROMPTS.md, Stepping in).
type Help string

// The helps, smallest first. Agree and Decide take over; the ones before them do not.
const (
	HelpAdvise   Help = "advise"
	HelpRehearse Help = "rehearse it with them"
	HelpMakeRoom Help = "make room for them to say it"
	HelpBeside   Help = "speak beside them"
	HelpAgree    Help = "agree"
	HelpDecide   Help = "decide this one"
)

// Helps lists the helps, smallest first.
var Helps = []Help{HelpAdvise, HelpRehearse, HelpMakeRoom, HelpBeside, HelpAgree, HelpDecide}

// TakesOver reports whether the manager leads from in front with this help.
func (h Help) TakesOver() bool { return h == HelpAgree || h == HelpDecide }

// How long a step-in is meant to last, in days.
const (
	StepInDays = 14
	CrisisDays = 7
)

// SteppingIn is a step-in: the manager leading from in front for one goal, decision or crisis, with an end and a hand-back.
type SteppingIn struct {
	ID          StepInID
	UID         string
	People      []PersonID // one, or several in a crisis
	Crisis      bool       // the manager said that it is one; never inferred
	What        string     // the one goal, decision or crisis, in a line
	Goal        GoalID     // 0 where it is about none
	Tag         string     // the area it is about, "" for none
	Before      Level      // the level in force in that area when it began; handing back restores it
	Help        Help       // "" for a crisis of which only the line is known yet
	Reason      string
	Began       Date
	Ends        Date
	ExitSign    string // what would tell both that they have it again
	ExitSeen    Date   // the day the exit sign was ticked
	Sentence    string // what the manager says aloud
	Extended    Date   // the day its end was moved, once
	ExtendedWhy string
	HandedBack  Date   // no date while in force
	DidWell     string // the one thing the report did well, logged when it was handed back
	Learned     string // the debrief, in a line
	// Off are the days on which the manager is away, set wherever a step-in is read; they are not kept with it.
	Off DaysOff
}

// InForce reports whether the step-in is in force on day.
func (s SteppingIn) InForce(day Date) bool {
	return s.Began <= day && (s.HandedBack == "" || day < s.HandedBack)
}

// Overdue reports whether its end has passed while it is in force, or its exit sign was seen: it is time to hand back.
// During the manager's days off it is not, and an end that falls into them counts on the first day back.
func (s SteppingIn) Overdue(day Date) bool {
	return s.InForce(day) && !s.Off.Covers(day) && (s.ExitSeen != "" || s.Off.Overdue(s.Ends, day))
}

// Expectation is one line of what a person and the manager count on each other for.
type Expectation struct {
	ID     int64
	UID    string
	Person PersonID
	Theirs bool // what the manager counts on from them; otherwise what they count on from the manager
	Text   string
	Agreed Date
	Order  int
}

// Outcome is what came of a prompt that was asked, learnt when the one-on-one is closed.
type Outcome string

// The outcomes of an asked prompt.
const (
	TheyDecided  Outcome = "they decided"
	IDecided     Outcome = "I decided"
	DidNotComeUp Outcome = "did not come up"
)

// PromptOutcomeOf records what came of the prompt with this id of the history.
type PromptOutcomeOf struct {
	ID      int64
	Outcome Outcome
	On      Date
}

func (SteppingIn) row()      {}
func (Expectation) row()     {}
func (PromptOutcomeOf) row() {}
