package notes

import "slices"

// Facts is what the journal holds about one person that the brief and the prompts are made from, read in one go.
// Closed items are left out unless said. Lists are ordered as said; dates are civil days of the manager.
type Facts struct {
	Person   Person
	Today    Date
	Planned  *NoteHead // the next one-on-one, nil where there is none
	LastHeld *Note     // the last held one-on-one, nil before the first
	Before   Date      // the day of the newest note that was imported; looked for only where there is no LastHeld

	Agenda  []Filed // open topic and ask lines: theirs first, then oldest first
	IOwe    []Filed // open todos of which the actor is Me or We, and open needs with a date; oldest first
	TheyOwn []Filed // open todos of which the actor is Them; by due date, undated last
	Since   []Filed // everything filed in the last held note and after it, closed items too, oldest first
	// Changed are older lines, of before SinceDay, of which something became on it or after it, the newest change first.
	Changed []Filed
	Unsaid  []Filed // praise and feedback not said yet, oldest first
	Ideas   []Filed // ideas of theirs that are open or on trial, oldest first
	Needs   []Filed // open needs, oldest first
	Stuck   []Filed // open stuck lines, oldest first

	Goals []Goal // open goals with their steps, opportunities and moves
	// ClosedGoals are those that were reached or dropped from SinceDay on, with their children.
	ClosedGoals []Goal
	Evidence    map[GoalID]Filed // the newest line that carries the goal's tag
	Happened    map[GoalID]Date  // the newest day on which something became of a line that carries it
	Areas       []Area

	Words *LabelWords // how lines are labelled
}

// SortOpen puts what is pending about the person, oldest first, where the brief lists it.
func (f *Facts) SortOpen(pending []Filed) {
	var mine []Filed // on the agenda
	for _, x := range pending {
		if x.IsOwed() {
			f.IOwe = append(f.IOwe, x)
		}
		switch x.Label {
		case Topic, Ask:
			if x.Actor == Them {
				f.Agenda = append(f.Agenda, x)
			} else {
				mine = append(mine, x)
			}
		case Todo:
			if x.Actor == Them {
				f.TheyOwn = append(f.TheyOwn, x)
			}
		case Praise, Feedback:
			f.Unsaid = append(f.Unsaid, x)
		case Idea:
			f.Ideas = append(f.Ideas, x)
		case Need:
			f.Needs = append(f.Needs, x)
		case Stuck:
			f.Stuck = append(f.Stuck, x)
		}
	}
	f.Agenda = append(f.Agenda, mine...)
	slices.SortStableFunc(f.TheyOwn, SoonestDueFirst)
}

// Noted is the newest day of the lines that carry a goal's tag, "" for none: that of a note, or that on which something
// became of one.
func (f *Facts) Noted(g GoalID) Date { return max(f.Evidence[g].NoteDate, f.Happened[g]) }

// SinceDay is the day from which on what is filed about the person is new: that of the last held one-on-one, "" before
// the first.
func (f *Facts) SinceDay() Date {
	if f.LastHeld == nil {
		return ""
	}
	return f.LastHeld.Date
}

// KeepSince keeps as Since what is new of all that was filed about the person from SinceDay on, oldest first: what
// stands in another held one-on-one of that day is not.
func (f *Facts) KeepSince(filed []Filed) {
	f.Since = slices.DeleteFunc(filed, func(x Filed) bool {
		return f.LastHeld != nil && x.NoteDate == f.LastHeld.Date && x.NoteKind == HeldNote && x.NotePerson == f.Person.ID &&
			x.Note != f.LastHeld.ID
	})
}

// PromptFacts is Facts and what only the prompt engine asks about.
type PromptFacts struct {
	Facts
	// Reading tells one reading of the journal from another: facts of one person with the same are the same. 0 is unknown.
	Reading int64
	Held    []Date // days of the held one-on-ones, newest first, at most 60
	// OneOnOnes are those of the last year, held and missed, newest first, at most 6: what the manager called off is counted
	// in them, and shown in Prep alone.
	OneOnOnes  []NoteHead
	CalledOff  []Date        // days of the last 180 on which I called one off, newest first, at most 12
	LastPraise Date          // the day of the newest praise for the person, "" where there is none
	DoneLately []Filed       // todos of theirs done and decisions of theirs in the last 60 days, newest first
	IdeaDates  []Date        // note dates of their ideas, newest first, at most 12
	IdeaGoing  Date          // the newest day of the last 180 on which an idea of theirs was adopted or put on trial, without a result so far
	NeedDates  []Date        // the same for needs
	GivenDates []Date        // note dates of the todos of theirs of the last 180 days, whatever became of them, newest first, at most 60
	GoalClosed Date          // the day on which the newest of their goals was reached or dropped
	GrowthTalk Date          // the newest line with a tag of one of their goals
	History    []PromptEvent // those shown in the last 400 days, and earlier ones of which is said what came; oldest first
	Mutes      []PromptMute
	Company    []CompanyGoal
	Others     []string // the names and aliases of everybody else, which no question for the report may say

	// Revisit are the decisions in held and journal notes that come back today or did before, and of which nobody said
	// since what became of them, that of the oldest day first.
	Revisit []Filed

	// Reached are the goals of theirs that were reached in the last 180 days, the newest first.
	Reached []Goal
	// Agreed says that it stands in the journal what the person and the manager count on each other for.
	Agreed bool
	// Deeds are the praise of the last 180 days, said or not, and the todos of theirs that were done in them, newest first.
	Deeds []Filed
	// Answered are ideas of theirs that were adopted or declined in the last 180 days, newest first, at most 12.
	Answered []Filed
	// Plans are the notes of the last year in the manager's own journal that begin as a plan for a quarter does, newest
	// first, at most 4.
	Plans []Note

	// Lately are the held and journal notes of the last 14 days with their texts, newest first, at most 12.
	Lately []Note
	// NotHeld are the one-on-ones of those days that were not held, or not yet: planned ones up to today.
	NotHeld []Note
	// QuietAnswers are those given about the person's notes.
	QuietAnswers []QuietAnswer
	// Written are the same of the last 90 days, at most 40.
	Written []Note
	// Decisions are the `decided` lines of the last 180 days, newest first, of every kind of note.
	Decisions []Filed
	// StepIns are those about the person that are in force, overdue ones too, and those that were in the last 180 days;
	// in force first, then newest first.
	StepIns []SteppingIn
	// Strengths are lines of the last year in which another active report was praised, or decided, under a tag of one
	// of the person's open goals: newest first, at most two of a person and tag. History lines are left out.
	Strengths []Filed
	// Team are the other active reports in alphabetical order.
	Team []Person
	// CompanyChanged is the day on which the title or the reason of a company goal was last changed, for those that were.
	CompanyChanged map[CompanyGoalID]Date
	// Verdicts are what was said about lines that I hold and is in force: that they are mine to keep, or put off.
	Verdicts []Verdict
}
