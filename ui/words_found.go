package ui

import "handback/ui/room"

// alsoFound are the words, beside its own, that a command is looked for by, or what is about one person: by the id of the
// command, or by what the room does. They are in the language of the help's answers.
var alsoFound = map[string]string{
	"note.new":      "write add journal",
	"meeting.start": "meeting 1:1 1on1 1-1 oneonone begin hold",
	room.DoPraise:   "add give new note thank thanks kudos recognition well done",
	room.DoFeedback: "add give new note criticism",
	room.DoGoal:     "new set career development",
	room.DoDecision: "add new record note decided",
	room.DoDate:     "plan schedule reschedule move postpone change day time meeting 1:1 1on1 1-1 oneonone calendar",
	"typeback":      "paper handwritten handwriting",
	"note.today":    "write journal",
	"person.edit": "change rename name nickname pronoun role remove delete erase forget everything gdpr left leave leaves away sick ill " +
		"holiday vacation rhythm how often",
	"person.handover": "hand over hand-over handover successor",
	"person.file":     "gdpr access request data held about what do i have export share",
	"search.here":     "find look for text",
	"go.journal":      "my own journal diary thoughts",
}
