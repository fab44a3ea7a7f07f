package note

import (
	"strings"
	"time"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/voice"
)

// ToOpen is the note that a person's screen opens by itself: the newest that is not planned, else the planned one;
// a planned one of today comes first. Heads are in the order of Notes.NotesOf. It is 0 where there is none.
func ToOpen(heads []notes.NoteHead, today notes.Date) notes.NoteID {
	if len(heads) == 0 {
		return 0
	}
	if heads[0].Kind == notes.PlannedNote && heads[0].Date == today {
		return heads[0].ID
	}
	for _, h := range heads {
		if h.Kind != notes.PlannedNote {
			return h.ID
		}
	}
	return heads[0].ID
}

// Day is the day of a note in a list: "Thu 4 Dec" for one that is planned, "20 Nov" otherwise.
func Day(h notes.NoteHead, today notes.Date) string {
	if h.Kind == notes.PlannedNote {
		return notes.SayFull(h.Date, today)
	}
	return notes.SayDate(h.Date, today)
}

// KindName is what a list calls a note.
func KindName(h notes.NoteHead) string {
	switch h.Kind {
	case notes.PlannedNote:
		return voice.T("planned")
	case notes.HeldNote:
		return voice.T("one-on-one")
	case notes.MissedNote:
		return voice.T("not held")
	}
	return voice.T("note")
}

// Gist is a note's first words, or what can be said of one without words.
func Gist(h notes.NoteHead, who notes.Person) string {
	switch {
	case h.Kind == notes.MissedNote && h.Title == "":
		return missedBy(h, who)
	case h.Title == "":
		return voice.T("Nothing written yet")
	}
	return notes.UpperFirst(notes.Unmarked(h.Title))
}

// shortTitle is how many characters a first line may have to stand as the title of its note: a heading, or a few words.
const shortTitle = 48

// HasTitle reports whether a note's first line can stand as its title.
func HasTitle(h notes.NoteHead) bool {
	return h.Title != "" && !strings.HasSuffix(h.Title, "…") && utf8.RuneCountInString(h.Title) <= shortTitle
}

func missedBy(h notes.NoteHead, who notes.Person) string {
	switch h.CalledOff {
	case notes.CalledOffByMe:
		return voice.T("You called it off")
	case notes.CalledOffByThem:
		return voice.T("{who} called it off", "who", who.First())
	case notes.OffForIllness:
		return voice.T("Not held: someone was ill")
	case notes.OffForHoliday:
		return voice.T("Not held: holiday")
	}
	return voice.T("Not held")
}

// Detail says what a note is: "One-on-one · held · 312 words".
func Detail(n notes.Note, now time.Time, in notes.Locale) string {
	today := notes.DateOf(now)
	var parts []string
	switch n.Kind {
	case notes.PlannedNote:
		parts = append(parts, voice.T("One-on-one"), voice.T("planned"))
	case notes.HeldNote:
		parts = append(parts, voice.T("One-on-one"), voice.T("held"))
	case notes.MissedNote:
		parts = append(parts, voice.T("One-on-one"), voice.T("not held"))
	default:
		parts = append(parts, voice.T("Note"))
	}
	if at := in.SayTime(notes.AtHere(n.NoteHead, now.Location())); at != "" {
		parts = append(parts, at)
	}
	if n.Kind == notes.PlannedNote {
		parts = append(parts, notes.SayWhen(n.Date, today))
	}
	if w := notes.Words(notes.WithoutBegun(n.Body, n.Begun)); w > 0 {
		parts = append(parts, voice.N(w, "{n} word", "{n} words"))
	}
	return strings.Join(parts, " · ")
}

// LineOffset is how many runes of a body stand before line n, counted from 1; the body's length past its last line.
func LineOffset(body string, n int) int {
	runes := 0
	for _, r := range body {
		if n <= 1 {
			return runes
		}
		runes++
		if r == '\n' {
			n--
		}
	}
	return runes
}
