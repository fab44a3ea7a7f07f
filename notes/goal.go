package notes

// GoalID, StepID and OpportunityID are local ids in one journal.
type (
	GoalID        int64
	StepID        int64
	OpportunityID int64
)

// GoalState is where a growth goal stands.
type GoalState string

// The states of a goal.
const (
	GoalOpen    GoalState = "open"
	GoalReached GoalState = "reached"
	GoalDropped GoalState = "dropped"
)

// Goal is what a report wants to grow into.
type Goal struct {
	ID           GoalID
	UID          string
	Person       PersonID
	Title        string
	Why          string
	Tag          string // names its area and its evidence; without '#', lower case; may be empty
	Wanted       Level  // the level wanted in that area; NoLevel where unsaid
	Start        Date
	Target       Date
	Company      CompanyGoalID // 0 where it hangs on none
	StepInIf     string        // "I'd step in if …"
	StepInAgreed Date
	State        GoalState
	Closed       Date // the day it was reached or dropped

	Steps         []Step        // in their order
	Opportunities []Opportunity // in their order
	Moves         []TargetMove  // each time the target date was changed, oldest first
}

// Step is one step of a goal's ladder.
type Step struct {
	ID    StepID
	UID   string
	Goal  GoalID
	Text  string
	Owner Actor // Me or Them
	Due   Date
	Done  Date // the day it was done; no date while open
	Order int
}

// OpportunityKind is what kind of chance to grow is offered.
type OpportunityKind string

// The kinds of opportunity.
const (
	Stretch   OpportunityKind = "stretch work"
	Workshop  OpportunityKind = "workshop"
	Training  OpportunityKind = "training"
	Coaching  OpportunityKind = "coaching"
	Mentoring OpportunityKind = "mentoring others"
)

// OpportunityState is how far an opportunity has come.
type OpportunityState string

// The states of an opportunity, in their order.
const (
	Offered  OpportunityState = "offered"
	Booked   OpportunityState = "booked"
	Attended OpportunityState = "done"
	Used     OpportunityState = "used"
)

// Opportunity is a chance to grow that hangs on a goal.
type Opportunity struct {
	ID    OpportunityID
	UID   string
	Goal  GoalID
	Kind  OpportunityKind
	Text  string
	State OpportunityState
	Date  Date // the day on which it is; no date where that is not known
	Since Date // the day on which it came to its state; no date where that is not known
	Order int
}

// TargetMove records that a goal's target date was changed.
type TargetMove struct {
	On       Date
	From, To Date
}

// CompanyGoalID is the local id of a company goal.
type CompanyGoalID int64

// CompanyGoal is a goal or policy of the organisation.
type CompanyGoal struct {
	ID     CompanyGoalID
	UID    string
	Title  string
	Why    string
	Leader PersonID // 0 where nobody leads it yet
	Closed Date     // no date while it holds
	Order  int
	Talks  []CompanyTalk
}

// CompanyTalk records that a company goal was talked through with a person.
type CompanyTalk struct {
	Company CompanyGoalID
	Person  PersonID
	On      Date
	Words   string // how the person put it
}

// OpportunityKinds and OpportunityStates list what an opportunity can be, in their order.
var (
	OpportunityKinds  = []OpportunityKind{Stretch, Workshop, Training, Coaching, Mentoring}
	OpportunityStates = []OpportunityState{Offered, Booked, Attended, Used}
)
