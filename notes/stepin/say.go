package stepin

import (
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// SayInForce is what a banner says of a step-in that is in force: what the manager leads on and until when, then
// what was said and what ends it. The manager is the subject of both.
func SayInForce(s notes.SteppingIn, today notes.Date) (says, detail string) {
	says = sayLeading(s, today)
	began := notes.SayDate(s.Began, today)
	if AsksRest(s, today) {
		return says, voice.T("It started on {date}. Why did you step in, what would end it, and what did you tell them?", "date", began)
	}
	var parts []string
	if s.ExitSign != "" && s.ExitSeen == "" {
		parts = append(parts, voice.T("It's over when: {sign}", "sign", s.ExitSign))
	}
	if s.Sentence != "" {
		parts = append(parts, voice.T("What you tell them: {sentence}", "sentence", s.Sentence))
	}
	if len(parts) == 0 {
		parts = append(parts, voice.T("Since {date}. What would it take to hand it back?", "date", began))
	}
	return says, strings.Join(parts, "  ·  ")
}

func sayLeading(s notes.SteppingIn, today notes.Date) string {
	what, ends := named(s.What), notes.SayDate(s.Ends, today)
	switch {
	case s.ExitSeen != "":
		seen := notes.SayDate(s.ExitSeen, today)
		return voice.T("Ready since {date}. Time to hand it back: “{what}”", "date", seen, "what", what)
	case s.Crisis && s.Overdue(today):
		return voice.T("You said you'd lead through this crisis until {date}: “{what}”", "date", ends, "what", what)
	case s.Overdue(today):
		return voice.T("You said you'd lead until {date}: “{what}”", "date", ends, "what", what)
	case s.Crisis && s.Ends != "":
		return voice.T("You're leading through this crisis until {date}: “{what}”", "date", ends, "what", what)
	case s.Ends != "":
		return voice.T("You're leading until {date}: “{what}”", "date", ends, "what", what)
	}
	return voice.T("You're leading: “{what}”", "what", what)
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
	return voice.T("Until you hand it back, #{tag} is at {taken} instead of {before}.",
		"tag", s.Tag, "taken", levelTaken(h), "before", s.Before)
}

// SayGivenBack says which level handing back restores: "" where none.
func SayGivenBack(s notes.SteppingIn, areas []notes.Area, today notes.Date) string {
	if giveBack(s, areas, max(today, s.Began)) == nil {
		return ""
	}
	return voice.T("#{tag} goes back to {level}, as agreed.", "tag", s.Tag, "level", s.Before)
}
