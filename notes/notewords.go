package notes

import (
	"strings"
)

// NoteToOpen is the note that a person's screen opens by itself: the newest that is not planned, else the planned one;
// a planned one of today comes first. Heads are in the order of Notes.NotesOf. It is 0 where there is none.
func NoteToOpen(heads []NoteHead, today Date) NoteID {
	if len(heads) == 0 {
		return 0
	}
	if heads[0].Kind == PlannedNote && heads[0].Date == today {
		return heads[0].ID
	}
	for _, h := range heads {
		if h.Kind != PlannedNote {
			return h.ID
		}
	}
	return heads[0].ID
}

// NoteDay is the day of a note in a list: "Thu 4 Dec" for one that is planned, "20 Nov" otherwise.
func NoteDay(h NoteHead, today Date) string {
	if h.Kind == PlannedNote {
		return SayFull(h.Date, today)
	}
	return SayDate(h.Date, today)
}

// NoteKindName is what a list calls a note.
func NoteKindName(h NoteHead) string {
	if h.Kind == HeldNote {
		return "one-on-one"
	}
	return string(h.Kind)
}

// NoteGist is a note's first words, or what can be said of one without words.
func NoteGist(h NoteHead, who Person) string {
	switch {
	case h.Kind == MissedNote && h.Title == "":
		return missedBy(h, who)
	case h.Title == "":
		return "Nothing written yet"
	}
	return upperFirst(h.Title)
}

func missedBy(h NoteHead, who Person) string {
	switch h.CalledOff {
	case "me":
		return "You called it off"
	case "them":
		return who.First() + " called it off"
	}
	return "Not held"
}

// NoteDetail says what a note is: "One-on-one · held · 312 words".
func NoteDetail(n Note, today Date) string {
	var parts []string
	switch n.Kind {
	case PlannedNote:
		parts = append(parts, "One-on-one", "planned")
		if at := SayTime(n.At); at != "" {
			parts = append(parts, at)
		}
		parts = append(parts, SayWhen(n.Date, today))
	case HeldNote:
		parts = append(parts, "One-on-one", "held")
	case MissedNote:
		parts = append(parts, "One-on-one", "not held")
	default:
		parts = append(parts, "Journal")
	}
	if w := Words(n.Body); w > 0 {
		parts = append(parts, plural(w, "word"))
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
