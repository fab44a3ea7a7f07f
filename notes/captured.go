package notes

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// SettingCaptured is the setting with the names of the captured lines that were filed last: a program that is killed before it
// deletes them finds them filed.
const SettingCaptured = "inbox.filed"

// mostCapturedIDs is how many of them are remembered: those of lines whose files could not be deleted at once.
const mostCapturedIDs = 40

// WasCaptured reports whether a line is among those that SettingCaptured says were filed.
func WasCaptured(setting, id string) bool { return slices.Contains(strings.Fields(setting), id) }

// NoteCaptured is SettingCaptured with one more.
func NoteCaptured(setting, id string) string {
	ids := append(strings.Fields(setting), id)
	return strings.Join(ids[max(0, len(ids)-mostCapturedIDs):], " ")
}

// WhoCaptured is whose notes a captured line goes into, and the line without their name: the person whose name it begins with, before
// a colon, and otherwise the manager. Several are those whom the name may mean where it is more than one.
func WhoCaptured(text string, names *Names, me PersonID) (who PersonID, line string, several []PersonID) {
	if name, rest, ok := strings.Cut(text, ":"); ok && strings.TrimSpace(rest) != "" {
		ids := names.Find(strings.TrimSpace(name), me)
		if len(ids) == 1 {
			return ids[0], rest, nil
		}
		several = ids
	}
	return me, text, several
}

// FileCaptured is where a line goes that was captured: into the notes that WhoCaptured says, on the day on which it was written. Of
// several lines each is one. Nothing of it is lost: where the name means nobody, or more than one, it stays in the line.
func FileCaptured(text string, at time.Time, names *Names, me PersonID) []Append {
	who, text, _ := WhoCaptured(text, names, me)
	var filed []Append
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.TrimSpace(line); line != "" {
			filed = append(filed, Append{Person: who, Kind: JournalNote, Date: DateOf(at), Text: line})
		}
	}
	return filed
}

// CaptureCompletions lists what a captured line, as far as the caret, could go on with: at its start the names of people, which its
// colon ends, and labels; behind the name what Completions lists in their notes. What follows a label or a name's colon ends with what
// makes the line filed, so that nothing but its text is typed after it.
func CaptureCompletions(upToCaret string, in Context) []Completion {
	if name, rest, ok := strings.Cut(upToCaret, ":"); ok {
		if ids := in.Names.Find(strings.TrimSpace(name), in.Me); len(ids) == 1 {
			in.Person = ids[0]
			list := Completions(strings.TrimLeft(rest, " "), in)
			for i, c := range list {
				if c.Label != "" { // whose line it is stands before it already
					list[i].Text += ": "
				}
			}
			return endNames(list, rest)
		}
		return endNames(Completions(upToCaret, in), upToCaret)
	}
	var list []Completion
	if typed := strings.TrimLeft(upToCaret, " "); typed != "" && !strings.ContainsAny(typed, nameForbids) {
		prefix := foldedName(typed)
		for _, id := range in.Names.order {
			name := in.Names.Short(id, in.Person)
			if len(list) == mostCompletions || id == in.Me || name == "" || !in.Names.anyBegins(id, prefix) {
				continue
			}
			list = append(list, Completion{Text: name + ": ", Replace: utf8.RuneCountInString(typed), Person: id})
		}
	}
	return append(list, endNames(Completions(upToCaret, in), upToCaret)...)
}

// endNames ends each name that follows a label with its colon, after the bracket that was opened before it.
func endNames(list []Completion, upToCaret string) []Completion {
	typed := []rune(upToCaret)
	for i, c := range list {
		if c.Person == 0 {
			continue
		}
		end := ": "
		if at := len(typed) - c.Replace; at > 0 {
			switch typed[at-1] {
			case '(':
				end = "): "
			case '[':
				end = "]: "
			}
		}
		list[i].Text += end
	}
	return list
}
