package notes

import (
	"strings"
	"time"
)

// SettingCaptured is the setting with the names of the captured lines that were filed last: a program that is killed before it
// deletes them finds them filed.
const SettingCaptured = "inbox.filed"

// FileCaptured is where a line goes that was captured while the journal was locked: into the notes of the person whose name it
// begins with, before a colon, and otherwise into the manager's own, on the day on which it was written. Of several lines each
// is one. Nothing of it is lost: where the name means nobody, or more than one, it stays in the line.
func FileCaptured(text string, at time.Time, names *Names, me PersonID) []Append {
	who := me
	if name, rest, ok := strings.Cut(text, ":"); ok && strings.TrimSpace(rest) != "" {
		if ids := names.Find(strings.TrimSpace(name), me); len(ids) == 1 {
			who, text = ids[0], rest
		}
	}
	var filed []Append
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.TrimSpace(line); line != "" {
			filed = append(filed, Append{Person: who, Kind: JournalNote, Date: DateOf(at), Text: line})
		}
	}
	return filed
}
