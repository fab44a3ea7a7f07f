// Package health is what the check of a journal says: what was found wrong with it, what is still good, and what can be done.
package health

import (
	"handback/notes"
	"handback/notes/voice"
)

// Way is what can be done about something that was found.
type Way int

const (
	// None is nothing.
	None Way = iota
	// Rebuild makes lists and search anew.
	Rebuild
	// Keep takes what is there for what was saved.
	Keep
)

// Row is a note that is meant.
type Row struct {
	Note notes.NoteID
	Says string
}

// Part is one kind of what was found.
type Part struct {
	Kind  notes.FoundKind
	Title string
	Says  string // what to do
	Rows  []Row
	Path  string // what is kept, and where; "" for nothing
	Way   Way
	Found []notes.Found
}

// Page is the screen.
type Page struct {
	Parts []Part
	Good  string // what is still good
}

// Show makes the page of what was found.
func Show(found []notes.Found) Page {
	var p Page
	for _, kind := range order {
		var of []notes.Found
		for _, f := range found {
			if f.Kind == kind {
				of = append(of, f)
			}
		}
		if len(of) > 0 {
			p.Parts = append(p.Parts, part(kind, of))
		}
	}
	p.Good = good(found)
	return p
}

// order is in which order the parts stand.
var order = []notes.FoundKind{
	notes.FoundBrokenFile, notes.FoundBrokenNote, notes.FoundBrokenVersion, notes.FoundBrokenRow, notes.FoundBrokenList,
	notes.FoundBrokenSearch, notes.FoundBrokenLog, notes.FoundDoubtfulLog, notes.FoundOtherLog, notes.FoundUnreadLine, notes.FoundMended,
}

func part(kind notes.FoundKind, found []notes.Found) Part {
	p := Part{Kind: kind, Found: found}
	count := 0
	for _, f := range found {
		count += f.Count
		p.Path = f.Path
		if f.Note != 0 {
			p.Rows = append(p.Rows, Row{Note: f.Note, Says: sayNote(f)})
		}
	}
	switch kind {
	case notes.FoundBrokenFile:
		p.Title = voice.T("Part of the file is damaged")
		p.Says = voice.T("Save what can be read into a new journal, or open a backup. Don't delete this file.")
	case notes.FoundBrokenNote:
		p.Title = voice.N(len(found), "A note doesn't match what you saved", "{n} notes don't match what you saved")
		p.Says, p.Way = voice.T("Read the text and correct it, or bring back an earlier version."), Keep
	case notes.FoundBrokenVersion:
		p.Title = voice.T("Some earlier versions of notes don't match what you saved")
		p.Says, p.Way = voice.T("The notes themselves are fine. Only their history is affected."), Keep
	case notes.FoundBrokenRow:
		p.Title = voice.N(count, "An entry outside your notes doesn't match what you saved",
			"{n} entries outside your notes don't match what you saved")
		p.Says, p.Way = voice.T("Look through people, goals and decisions. A backup may have what's missing."), Keep
	case notes.FoundBrokenList:
		p.Title = voice.N(count, "The lists don't match one note", "The lists don't match {n} notes")
		p.Says, p.Way = voice.T("Lists are made from your notes, so nothing is lost. Rebuild them."), Rebuild
	case notes.FoundBrokenSearch:
		p.Title, p.Way = voice.T("Search doesn't match your notes"), Rebuild
		p.Says = voice.T("Search is made from your notes, so nothing is lost. Rebuild it.")
	default:
		p.Title, p.Says = sayFiles(kind, count)
	}
	return p
}

// sayFiles says what was found about the files when the journal was opened.
func sayFiles(kind notes.FoundKind, count int) (title, says string) {
	switch kind {
	case notes.FoundBrokenLog:
		return voice.N(count, "The last change couldn't be read", "The last {n} changes couldn't be read"),
			voice.T("Check the notes you wrote last. The files are kept as they were:")
	case notes.FoundDoubtfulLog:
		return voice.T("Unsaved changes were recovered"),
			voice.T("Handback quit unexpectedly, and the file has been copied or replaced since. Both are kept as they were:")
	case notes.FoundOtherLog:
		return voice.T("Changes from another journal were set aside"),
			voice.T("They were in the same folder, but they don't belong to this journal. They're kept here:")
	case notes.FoundUnreadLine:
		return voice.N(count, "A line that was waiting to be filed can't be read", "{n} lines that were waiting to be filed can't be read"),
			voice.T("Your notes are intact. A backup of your disk may have a copy of this folder that can be read:")
	case notes.FoundMended:
		return voice.T("Lists and search were damaged and have been rebuilt"),
			voice.T("Your notes are intact. The damaged file is kept as it was:")
	}
	return "", ""
}

func sayNote(f notes.Found) string {
	if f.Person == "" {
		return notes.SayWhole(f.Date)
	}
	return voice.T("{person}, {date}", "person", f.Person, "date", notes.SayWhole(f.Date))
}

// good says what is still good.
func good(found []notes.Found) string {
	has := map[notes.FoundKind]bool{}
	for _, f := range found {
		has[f.Kind] = true
	}
	switch {
	case len(found) == 0:
		return voice.T("Nothing wrong was found.")
	case has[notes.FoundBrokenFile]:
		return voice.T("Notes that you can still open are as you saved them, unless they're listed here.")
	case has[notes.FoundBrokenNote]:
		return voice.T("All other notes are as you saved them.")
	}
	return voice.T("All notes are as you saved them.")
}
