package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/ui/room"
)

// ways are the words that people type for what can be done and set, and what leads there.
var ways = map[string]string{
	// what is in the menus
	"new note":    "New note",
	"write":       "How do I write a line from anywhere?",
	"print":       "Print",
	"pdf":         "How do I print?",
	"start":       "Start one-on-one",
	"type up":     "Type up your paper notes",
	"add report":  "Add a direct report",
	"hire":        "How do I add somebody to my team?",
	"crisis":      "Step in during a crisis",
	"emergency":   "How do I step in during a crisis?",
	"handover":    "Handover pack",
	"my journal":  "My notes",
	"diary":       "My notes",
	"successor":   "How do I hand somebody over to another manager?",
	"their file":  "Their file",
	"gdpr":        "How do I delete everything about somebody?",
	"back up":     "Back up now",
	"backup":      "Backups",
	"undo":        "How do I get an earlier version of a note back?",
	"import":      "Import notes",
	"obsidian":    "How do I import notes",
	"trash":       "Trash",
	"restore":     "How do I get back what I deleted?",
	"undelete":    "How do I get back what I deleted?",
	"save copy":   "Save a copy of your journal",
	"shortcuts":   "Show all shortcuts",
	"keyboard":    "How do I work without the mouse?",
	"labels":      "Show all labels",
	"blank":       "Blank the screen",
	"lock":        "How do I lock my journal?",
	"quit":        "Quit",
	"previous":    "Go to the previous person",
	"today":       "Today",
	"team":        "Team",
	"about":       "About Handback",
	"help":        "Help",
	"settings":    "Settings",
	"edit person": "Edit person",
	"merge":       "How do I merge two people?",
	// what is in Settings
	"dark":         "How do I change colors or text size?",
	"theme":        "How do I change colors or text size?",
	"font":         "How do I change colors or text size?",
	"text size":    "How do I change colors or text size?",
	"zoom":         "How do I change colors or text size?",
	"animation":    "How do I turn off animations?",
	"language":     "How do I use my own words for labels?",
	"template":     "Templates for one-on-ones",
	"holiday":      "How do I set my own days off?",
	"calendar":     "Calendar",
	"outlook":      "How do I get one-on-ones from my calendar?",
	"reminder":     "How do I get reminded of a one-on-one?",
	"notification": "How do I get reminded of a one-on-one?",
	"tray":         "How do I get reminded of a one-on-one?",
	"hotkey":       "How do I write a line from anywhere?",
	"autostart":    "How do I get reminded of a one-on-one?",
	"password":     "How do I protect my journal?",
	"passphrase":   "How do I protect my journal?",
	"encrypt":      "How do I protect my journal?",
	"recovery key": "I forgot my passphrase",
	"auto-lock":    "How do I lock my journal?",
	"muted":        "How do I get a different question, or none?",
	"conflict":     "Is it safe to keep my journal in Dropbox",
	"dropbox":      "How do I back up to another disk, or a synced folder?",
	"sync":         "Is it safe to keep my journal in Dropbox",
	"export":       "How do I take my notes with me",
	"archive":      "How do I take my notes with me",
	"data folder":  "How do I move my journal to another folder?",
	"move":         "How do I move or cancel a one-on-one?",
	"location":     "How do I move my journal to another folder?",
	// what one does with people and notes
	"delete":      "How do I delete a note or a goal?",
	"remove":      "How do I delete a note or a goal?",
	"erase":       "How do I delete everything about somebody?",
	"rename":      "How do I change a name, nickname or pronoun?",
	"pronoun":     "How do I change a name, nickname or pronoun?",
	"reschedule":  "How do I move or cancel a one-on-one?",
	"cancel":      "How do I move or cancel a one-on-one?",
	"sick":        "How do I say that somebody is away",
	"agenda":      "How do I put something on the agenda?",
	"praise":      "Praise",
	"kudos":       "How do I log praise?",
	"feedback":    "How do I keep track of feedback?",
	"goal":        "How do I add a growth goal?",
	"career":      "How do I add a growth goal?",
	"delegate":    "How do I hand a decision back?",
	"promise":     "How do I see what I promised people?",
	"private":     "How do I keep something private?",
	"replace":     "How do I find or replace a word in a note?",
	"version":     "How do I get an earlier version of a note back?",
	"bold":        "How do I make text bold",
	"checklist":   "How do I make a list?",
	"survey":      "How do I ask everyone the same question?",
	"appraisal":   "How do I prepare a review?",
	"performance": "How do I prepare a review?",
	"resign":      "I'm leaving the company",
	"repair":      "How do I know that my journal is whole?",
}

// TestEveryActionAndSettingIsFoundByTheWordsThatPeopleType types them into the switcher, and looks at what it lists.
func TestEveryActionAndSettingIsFoundByTheWordsThatPeopleType(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	if len(ways) < 60 {
		t.Fatal("too few words")
	}
	for typed, leads := range ways {
		w.visit(room.Place{Screen: room.Prep, Person: w.report()})
		w.Run("switcher")
		test.Type(w.win.Canvas().Focused(), typed)
		w.settle()
		if text := shown(w.win.Canvas().Overlays().Top()); !strings.Contains(text, leads) {
			t.Errorf("%q doesn't lead to %q:\n%s", typed, leads, text)
		}
		w.key(fyne.KeyEscape)
	}
}

// TestTheSwitcherDoesWhatAWordLeadsTo: Enter on what was found by another word goes there.
func TestTheSwitcherDoesWhatAWordLeadsTo(t *testing.T) {
	w := sampleWindow(t)
	w.visit(room.Place{Screen: room.Today})
	w.Run("switcher")
	test.Type(w.win.Canvas().Focused(), "dark")
	w.settle()
	w.key(fyne.KeyReturn)
	if got := w.Place(); got.Screen != room.Settings {
		t.Errorf("it leads to %+v", got)
	}
}
