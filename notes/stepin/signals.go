package stepin

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// NotNeededVerdict puts a step-in signal off until Verdict.Until. Its line is Signal.Key, so that it stays apart
// from what was said about the line itself.
const NotNeededVerdict = "no step-in needed"

// openThrough is through how many held one-on-ones the same thing stays open until it is a signal, and movedOften how
// often a goal's date was moved.
const (
	openThrough = 3
	movedOften  = 2
)

// notNeededDays is for how long a signal is put off, and for how long "this has happened" is one.
const notNeededDays = 21

// Signal is something at which the manager may ask whether to step in: dated facts, and nothing inferred.
type Signal struct {
	Key   string        // what it is known by in a Verdict, with UID
	UID   string        // of the goal or of the note that the line stands in
	What  string        // the one goal or line, as a step-in is named after it
	Facts []string      // sentences with their days
	Lines []notes.Filed // the lines that it comes from; none for a goal's date
	Goal  notes.GoalID  // 0 where it is about none
	Tag   string        // the area, "" where there is none
}

// ShowSignals are the signals about a person, the agreed ones first, then goals, then what stayed open. There are none
// about somebody who is away, left or no report, none that was put off, and none while a step-in is in force: one at a
// time. While questions about the person are held back, in the weeks after an absence or where they have news of their own,
// there are the agreed ones alone. A crisis is never among them: only the manager says that something is one. In reads the
// lines of f.Lately.
func ShowSignals(
	f notes.PromptFacts, heldBack bool, verdicts []notes.Verdict, in func(notes.PersonID, notes.Date) notes.Context,
) []Signal {
	if !f.Person.Active(f.Today) || len(InForce(f.StepIns, f.Today)) > 0 {
		return nil
	}
	var all []Signal
	for _, g := range f.Goals {
		if s, ok := agreedSignal(f, g, in); ok {
			all = append(all, s)
		}
	}
	if _, back := f.Person.BackSince(f.Today); back || heldBack {
		return slices.DeleteFunc(all, func(s Signal) bool { return s.putOff(verdicts, f.Today) })
	}
	for _, g := range f.Goals {
		if s, ok := goalSignal(f, g); ok && !slices.ContainsFunc(all, func(o Signal) bool { return o.Goal == g.ID }) {
			all = append(all, s)
		}
	}
	all = append(all, openSignals(f)...)
	return slices.DeleteFunc(all, func(s Signal) bool { return s.putOff(verdicts, f.Today) })
}

// InForce are the step-ins that are in force on day.
func InForce(all []notes.SteppingIn, day notes.Date) []notes.SteppingIn {
	var out []notes.SteppingIn
	for _, s := range all {
		if s.InForce(day) {
			out = append(out, s)
		}
	}
	return out
}

func (s Signal) putOff(verdicts []notes.Verdict, today notes.Date) bool {
	return slices.ContainsFunc(verdicts, func(v notes.Verdict) bool {
		return v.Verdict == NotNeededVerdict && v.NoteUID == s.UID && v.Line == s.Key && (v.Until == "" || today <= v.Until)
	})
}

// NotNeeded puts a signal off for three weeks.
func (s Signal) NotNeeded(today notes.Date) notes.Change {
	return s.until(today.AddDays(notNeededDays))
}

func (s Signal) until(day notes.Date) notes.Change {
	return notes.Change{Rows: []notes.Row{notes.Verdict{NoteUID: s.UID, Line: s.Key, Verdict: NotNeededVerdict, Until: day}}}
}

// signalMark begins the lines that a Verdict keeps for signals.
const signalMark = "step in? "

func signalKey(text string) string { return signalMark + notes.NormaliseLine(text) }

// HasHappened notes today that what was agreed as "I'd step in if …" has happened: a `step in` line in today's journal
// note of the person, which is then a signal. In reads the lines of that note.
func HasHappened(g notes.Goal, in notes.Context, today notes.Date) (notes.Change, error) {
	line, err := notes.NewLine(notes.StepIn, notes.Them, []notes.PersonID{g.Person}, withTag(g.StepInIf, g.Tag), "", in)
	if err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Appends: []notes.Append{{Person: g.Person, Kind: notes.JournalNote, Date: today, Text: line}}}, nil
}

// happenedLine is the newest line of the last notes that says that the goal's "I'd step in if …" has happened.
func happenedLine(f notes.PromptFacts, g notes.Goal, in func(notes.PersonID, notes.Date) notes.Context) (notes.Filed, bool) {
	if g.StepInIf == "" {
		return notes.Filed{}, false
	}
	want := sameText(g.StepInIf)
	for _, n := range f.Lately {
		if n.Person != g.Person || !strings.Contains(strings.ToLower(n.Body), "step") {
			continue
		}
		for _, i := range notes.Parse(n.Body, in(n.Person, n.Date)) {
			if i.Label == notes.StepIn && sameText(i.Text) == want {
				return notes.Filed{
					Item:       i,
					Person:     g.Person,
					Note:       n.ID,
					NoteUID:    n.UID,
					NoteDate:   n.Date,
					NoteKind:   n.Kind,
					NotePerson: n.Person,
				}, true
			}
		}
	}
	return notes.Filed{}, false
}

// sameText is a text by which two lines are the same: without the tags at its end, case and blanks.
func sameText(text string) string {
	return strings.TrimRight(notes.NormaliseLine(notes.SayText(text)), ".")
}

func agreedSignal(f notes.PromptFacts, g notes.Goal, in func(notes.PersonID, notes.Date) notes.Context) (Signal, bool) {
	line, ok := happenedLine(f, g, in)
	if !ok {
		return Signal{}, false
	}
	fact := voice.T("You agreed to step in if this happens: {what}", "what", g.StepInIf)
	if g.StepInAgreed != "" {
		agreed := notes.SayDate(g.StepInAgreed, f.Today)
		fact = voice.T("You agreed on {date} to step in if this happens: {what}", "date", agreed, "what", g.StepInIf)
	}
	noted := notes.SayDate(line.NoteDate, f.Today)
	return Signal{
		Key: signalKey(line.Raw), UID: line.NoteUID, What: g.Title, Goal: g.ID, Tag: g.Tag, Lines: []notes.Filed{line},
		Facts: []string{ended(fact), voice.T("On {date}, you noted that this happened.", "date", noted)},
	}, true
}

// ended is a sentence with its full stop.
func ended(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// goalSignal is a goal whose date has passed or was moved twice. A date that is moved once more makes another signal.
func goalSignal(f notes.PromptFacts, g notes.Goal) (Signal, bool) {
	if g.State != notes.GoalOpen {
		return Signal{}, false
	}
	s := Signal{UID: g.UID, What: g.Title, Goal: g.ID, Tag: g.Tag}
	var moves []string
	for _, m := range g.Moves {
		if m.From != "" && m.On <= f.Today {
			moves = append(moves, notes.SayDate(m.On, f.Today))
		}
	}
	if len(moves) >= movedOften {
		s.Facts = append(s.Facts, voice.T("The date was moved on {dates}.", "dates", sayAnd(moves)))
	}
	if f.Person.Off.Overdue(g.Target, f.Today) {
		s.Facts = append(s.Facts, voice.T("It was due on {date}.", "date", notes.SayDate(g.Target, f.Today)))
	}
	s.Key = signalKey(strings.Join(append(moves, string(g.Target)), " "))
	return s, len(s.Facts) > 0
}

// sayAnd is "a", "a and b", "a, b and c".
func sayAnd(list []string) string {
	if n := len(list); n > 1 {
		return voice.T("{list} and {last}", "list", strings.Join(list[:n-1], ", "), "last", list[n-1])
	}
	return strings.Join(list, "")
}

// openSignals are stuck lines and topics of theirs that stayed open through three held one-on-ones. The same text noted
// again is one, and counts from its first day. An idea without an answer is none: the answer is the manager's to give.
func openSignals(f notes.PromptFacts) []Signal {
	var out []Signal
	seen := map[string]int{}
	for _, line := range slices.Concat(f.Stuck, f.Agenda) {
		if line.NoteKind == notes.PlannedNote || line.Label.Kind().Signal == "" {
			continue
		}
		key := string(line.Label) + " " + sameText(line.Text)
		if at, ok := seen[key]; ok {
			out[at].Lines = append(out[at].Lines, line)
			continue
		}
		seen[key] = len(out)
		out = append(out, Signal{
			Key: signalKey(line.Raw), UID: line.NoteUID, What: notes.SayText(line.Text), Tag: areaOfLine(f, line), Lines: []notes.Filed{line},
		})
	}
	long := out[:0]
	for _, s := range out {
		if days := openOn(f, s.Lines); len(days) >= openThrough {
			s.Facts = []string{openFact(s.Lines, days, f.Today)}
			long = append(long, s)
		}
	}
	return long
}

// openFact says since when something is open and through which one-on-ones.
func openFact(lines []notes.Filed, held []notes.Date, today notes.Date) string {
	var days []string
	for _, d := range held[max(0, len(held)-openThrough):] {
		days = append(days, notes.SayDate(d, today))
	}
	what, since := lines[0].Label.Kind().Signal, notes.SayDate(firstDay(lines), today)
	if len(held) > openThrough {
		return voice.T("{what} since {date}, still open after {n} one-on-ones, most recently on {days}.",
			"what", what, "date", since, "n", len(held), "days", sayAnd(days))
	}
	return voice.T("{what} since {date}, still open after {n} one-on-ones: {days}.",
		"what", what, "date", since, "n", len(held), "days", sayAnd(days))
}

// openOn are the days of the held one-on-ones since the first of the lines was noted, oldest first.
func openOn(f notes.PromptFacts, lines []notes.Filed) []notes.Date {
	first := firstDay(lines)
	var days []notes.Date
	for _, d := range f.Held {
		if d >= first && d <= f.Today {
			days = append(days, d)
		}
	}
	slices.Sort(days)
	return days
}

func firstDay(lines []notes.Filed) notes.Date {
	first := lines[0].NoteDate
	for _, l := range lines {
		first = min(first, l.NoteDate)
	}
	return first
}

// areaOfLine is the first tag of a line that is an area or an open goal's tag.
func areaOfLine(f notes.PromptFacts, line notes.Filed) string {
	for _, t := range line.Tags {
		if notes.AreaOf(f.Areas, t).Tag != "" || slices.ContainsFunc(f.Goals, func(g notes.Goal) bool { return g.Tag == t }) {
			return t
		}
	}
	return ""
}

// SignalOf is a line from which the manager chooses to step in, as the signal that fills the form. It is none that was
// found, so that nothing is put off by it.
func SignalOf(line notes.Filed, today notes.Date) Signal {
	s := Signal{What: notes.SayText(line.Text), Lines: []notes.Filed{line}}
	s.Facts = []string{voice.T("Noted on {date}.", "date", notes.SayDate(line.NoteDate, today))}
	if len(line.Tags) > 0 {
		s.Tag = line.Tags[0]
	}
	return s
}
