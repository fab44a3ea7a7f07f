package stepin

import (
	"strings"

	"handback/notes"
)

// SayInForce is what a banner says of a step-in that is in force: what the manager leads on and until when, then
// what was said and what ends it. The manager is the subject of both.
func SayInForce(s notes.SteppingIn, today notes.Date) (says, detail string) {
	says = "You lead on " + quoted(s.What)
	if s.Crisis {
		says = "You lead for now: " + quoted(s.What)
	}
	switch {
	case s.ExitSeen != "":
		says += ". Its exit sign was seen on " + notes.SayDate(s.ExitSeen, today) + ": time to hand it back."
	case s.Overdue(today):
		says += ". You said until " + notes.SayDate(s.Ends, today) + "."
	case s.Ends != "":
		says += " until " + notes.SayDate(s.Ends, today) + "."
	default:
		says += "."
	}
	if AsksRest(s, today) {
		return says, "It began on " + notes.SayDate(s.Began, today) + " in one line. Why, what would end it, and what did you tell them?"
	}
	var parts []string
	if s.ExitSign != "" && s.ExitSeen == "" {
		parts = append(parts, "Over when: "+s.ExitSign)
	}
	if s.Sentence != "" {
		parts = append(parts, "You say: "+s.Sentence)
	}
	if len(parts) == 0 {
		parts = append(parts, "Since "+notes.SayDate(s.Began, today)+". What would give it back?")
	}
	return says, strings.Join(parts, "  ·  ")
}

// SayLevelTaken says what a step-in with this help does to its area: "" where nothing.
func SayLevelTaken(h notes.Help, tag string, areas []notes.Area, today notes.Date) string {
	s := notes.SteppingIn{
		Tag:    notes.Tag(tag),
		Help:   h,
		People: []notes.PersonID{0},
		Before: notes.AreaOf(areas, notes.Tag(tag)).LevelOn(today),
	}
	if !takesLevel(s) {
		return ""
	}
	return "Until it is handed back #" + s.Tag + " is at " + levelTaken(h).String() + " instead of " + s.Before.String() + "."
}

// SayGivenBack says which level handing back restores: "" where none.
func SayGivenBack(s notes.SteppingIn, areas []notes.Area, today notes.Date) string {
	if giveBack(s, areas, max(today, s.Began)) == nil {
		return ""
	}
	return "#" + s.Tag + " is at " + s.Before.String() + " again, as agreed."
}
