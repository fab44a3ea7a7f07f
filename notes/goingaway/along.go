package goingaway

import (
	"strings"

	"handback/notes"
)

// Whose is to whom rows of a journal belong when its manager leaves the company.
type Whose string

// The owners. Only what is the manager's goes along.
const (
	Manager Whose = "manager" // rows that hang on the manager's own row, or on one that does; no row that names somebody else
	Person  Whose = "person"  // the people whom the notes are about
	Company Whose = "company"
	// Journal rows say how this very journal came to be. They mean nothing in another one, and could tell of what stays.
	Journal Whose = "journal"
)

// Tables says of each table of an archive whose its rows are. Where it is the manager's, a row goes if all that it belongs to
// goes, it isn't in the trash, and it names nobody else. A table that isn't here stays.
var Tables = map[string]Whose{
	"person": Manager, // their own row alone
	"alias":  Manager,
	// Their own journal, without the lines that name others, and its earlier versions, without them too.
	"note":           Manager,
	"revision":       Manager,
	"earlier":        Manager,
	"earlier_person": Manager,
	// What was said about lines of it, where the line itself goes.
	"verdict":     Manager,
	"dismissal":   Manager,
	"review_line": Manager,
	"own_review":  Manager,
	// Their own growth.
	"goal":        Manager,
	"goal_tag":    Manager,
	"step":        Manager,
	"opportunity": Manager,
	"target_move": Manager,
	"area":        Manager,
	"area_level":  Manager,
	"area_former": Manager,
	"expectation": Manager,
	// What they were asked about themselves.
	"prompt_event": Manager,
	"prompt_mute":  Manager,
	// How they work.
	"template": Manager,
	"setting":  Manager, // of these, the ones that SettingGoes names

	"stepping_in":        Person, // what was taken over from whom, and why
	"stepping_in_person": Person,

	"company_goal":   Company,
	"company_talk":   Company,
	"company_change": Company,
	"saved_search":   Company, // they look for what stays here

	"import":       Journal, // names of folders and files of before
	"quiet_answer": Journal, // marks of lines, of which some stay
	"tombstone":    Journal, // when what was deleted for good
}

// SettingGoes reports whether a setting is the manager's to take: their own words for labels and their days off. All others are
// about people, this computer or this journal.
func SettingGoes(key string) bool {
	return key == notes.SettingLabelWords || key == notes.SettingDaysOff
}

// Forgotten are columns that are left empty in what goes along: they tell of texts and files that stay.
var Forgotten = map[string][]string{"note": {"taken"}, "person": {"origin"}, "goal": {"origin"}, "area": {"origin"}, "expectation": {"origin"}}

// Taken says what goes along, and what stays because it names somebody else.
type Taken struct {
	Notes int // of the manager's own
	Lines int // of these, and of their earlier versions, that stay
	Rows  int // goals, prompts and the like that stay
}

// Others knows everybody in a journal but its manager: also who left, or is in the trash.
type Others struct {
	names *notes.Names
	me    notes.PersonID
}

// NewOthers knows the people of a journal.
func NewOthers(everybody []notes.Person, me notes.PersonID) Others {
	return Others{names: notes.NewNames(everybody), me: me}
}

// Named reports whether a text names one of them, in whatever way.
func (o Others) Named(text string) bool { return o.names.MentionsAnyBut(text, o.me) }

// Without is a text without the lines that name somebody, and how many lines went. With a heading goes what stands below it,
// with a line what is indented below that: it is about the same person.
func (o Others) Without(body string) (rest string, gone int) {
	var kept []string
	below, indent := 0, -1 // the level of the heading, and how far the line was indented, that named somebody
	for _, line := range strings.SplitAfter(body, "\n") {
		level, in, blank := headingLevel(line), indentOf(line), strings.TrimSpace(line) == ""
		if below > 0 && level > 0 && level <= below {
			below = 0
		}
		if indent >= 0 && !blank && in <= indent {
			indent = -1
		}
		named := o.Named(line)
		switch {
		case below > 0 || indent >= 0 && !blank:
		case named && level > 0:
			below = level
		case named:
			indent = in
		default:
			kept = append(kept, line)
			continue
		}
		if !blank {
			gone++
		}
	}
	return strings.Join(kept, ""), gone
}

// headingLevel is how many # a heading begins with, 0 for any other line.
func headingLevel(line string) int {
	level := len(line) - len(strings.TrimLeft(line, "#"))
	if level > 0 && level < len(line) && line[level] != ' ' {
		return 0
	}
	return level
}

func indentOf(line string) int {
	in := 0
	for _, r := range line {
		switch r {
		case ' ':
			in++
		case '\t':
			in += 4
		default:
			return in
		}
	}
	return in
}
