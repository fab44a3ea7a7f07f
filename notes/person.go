package notes

// PersonID is the local id of a person in one journal.
type PersonID int64

// PersonKind says how a person stands to the manager.
type PersonKind string

// The kinds of people. Only a report gets prompts and counts.
const (
	KindReport PersonKind = "report"
	KindOther  PersonKind = "other"
	KindMe     PersonKind = "me"
)

// PersonState is where a person stands in time.
type PersonState string

// The states of a person. Away pauses rhythm, prompts and counts until Person.Until.
const (
	StateNew  PersonState = "new"
	StateHere PersonState = "here"
	StateAway PersonState = "away"
	StateLeft PersonState = "left"
)

// Person is a report, another person whom notes are about, or the manager.
type Person struct {
	ID      PersonID
	UID     string
	Kind    PersonKind
	Name    string   // as shown; always one of the names under which lines find the person
	Aliases []string // further names, unique over all people (docs/LABELS.md, Names); Name is not repeated here
	Role    string   // free text, may be empty
	Pronoun Pronoun  // They where unsaid
	State   PersonState
	Until   Date // last day away plus one; only with StateAway
	Since   Date // the day the person was added
	Joined  Date // the day they joined the team, as the manager said; no date where nobody did
	LeftOn  Date // with StateLeft; otherwise their last day, which is not over
	// DeleteBy is the day by which the manager wants to have deleted everything about somebody who left, "" for none. Nothing
	// is deleted by itself.
	DeleteBy Date
	Rhythm   Rhythm
	Order    int // place in the sidebar
	// Template is what new one-on-ones with the person begin with; 0, or one that was removed, is nothing.
	Template TemplateID
	// Called is what First says: TellApart sets it, among all people, wherever a person is read. It is not kept.
	Called string
	// Absences are the days on which the person was away, and is until Until, as far as they are known.
	Absences DaysOff
	// QuietUntil is the day from which questions about the person come again, "" where the manager agreed to none. Why they
	// are held back is kept nowhere.
	QuietUntil Date
	// Off are the days on which the manager is away, and the Absences, set wherever a person is read: rhythm, prompts and
	// counts pause. They are not kept with the person.
	Off DaysOff
}

// AwayOn reports whether the person is away on day.
func (p Person) AwayOn(day Date) bool {
	return p.State == StateAway && (p.Until == "" || day < p.Until)
}

// Unnamed reports whether this is the manager, who has not said a name yet.
func (p Person) Unnamed() bool { return p.Kind == KindMe && p.Name == NameOfMe }

// NameOfMe is what the manager is called until they say otherwise.
const NameOfMe = "Me"

// Leaving reports whether the person has given notice: they are here until LeftOn.
func (p Person) Leaving() bool { return p.State != StateLeft && p.LeftOn != "" }

// Leave is the person as they stand on day: left, once their last day is over.
func (p Person) Leave(day Date) Person {
	if p.Leaving() && p.LeftOn < day {
		p.State, p.Until = StateLeft, ""
	}
	return p
}

// Around reports whether the person is somebody else than the manager who has not left, away or not.
func (p Person) Around() bool { return p.Kind != KindMe && p.State != StateLeft }

// OnTeam reports whether the person is a report who has not left, away or not.
func (p Person) OnTeam() bool { return p.Kind == KindReport && p.State != StateLeft }

// Active reports whether rhythm, prompts and counts apply to the person on day: a report who is neither away nor left,
// on a day on which the manager is not off either.
func (p Person) Active(day Date) bool {
	return p.OnTeam() && !p.AwayOn(day) && !p.Off.Covers(day)
}
