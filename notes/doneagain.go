package notes

import (
	"slices"
	"strings"
)

// Again is a line that tells that something is done which stands open elsewhere.
type Again struct {
	Line int    // that tells it, counted from 1
	Old  string // as it stands
	Open Filed  // what could be ticked
}

// Dismissal is what hides it for good.
func (a Again) Dismissal(noteUID string) Dismissal { return dismissedLine(a.Old, noteUID) }

// DoneAgain finds the lines of a note that tell of something done which stands open above them or in another note that is
// no newer: a `done:` or a ticked box with the same words as exactly one open todo of the person. Where several have these
// words nothing is said. Items are what Parse reads from the body, open what the person's journal holds.
//
// The same words are the same letters and digits in the same order; case, punctuation, tags and the words that only fill a
// sentence ("please", "the", "already") don't count. "Sent the draft" is not "Send the draft".
func DoneAgain(n Note, items []Item, open []Filed, all []Dismissal) []Again {
	done := slices.ContainsFunc(items, tellsDone)
	if !done || len(open) == 0 {
		return nil
	}
	by := map[string][]Filed{}
	for _, f := range open {
		if f.Label == Todo && f.State == Open && f.NoteDate <= n.Date {
			if words := taskWords(f.Text); words != "" && !slices.ContainsFunc(by[words], f.sameLine) {
				by[words] = append(by[words], f)
			}
		}
	}
	lines := strings.Split(n.Body, "\n")
	var found []Again
	for _, item := range items {
		if !tellsDone(item) || dismissed(all, dismissedLine(item.Raw, n.UID)) {
			continue
		}
		stand := slices.DeleteFunc(slices.Clone(by[taskWords(item.Text)]), func(f Filed) bool { return !standsAbove(f, n, lines, item.Line) })
		if len(stand) == 1 {
			found = append(found, Again{Line: item.Line, Old: item.Raw, Open: stand[0]})
		}
	}
	return found
}

func tellsDone(item Item) bool { return item.Label == Todo && item.State == Done }

func (f Filed) sameLine(other Filed) bool { return f.Note == other.Note && f.Line == other.Line }

// standsAbove reports whether an open line of the note itself still stands in its text, above another; one of another note
// does.
func standsAbove(f Filed, n Note, lines []string, line int) bool {
	if f.Note != n.ID {
		return true
	}
	return f.Line < line && f.Line <= len(lines) && strings.TrimSuffix(lines[f.Line-1], "\r") == f.Raw
}

// taskWords is what two texts that mean the same task have in common; "" for a text without words.
func taskWords(text string) string {
	plain := strings.FieldsFunc(Fold(withoutTags(text)), func(r rune) bool { return !IsWordRune(r) })
	return strings.Join(slices.DeleteFunc(plain, func(w string) bool { return fillers.has(w) }), " ")
}

// withoutTags leaves the tags out of a text.
func withoutTags(text string) string {
	for _, tag := range TagsIn(text) {
		text = withoutTag(text, tag)
	}
	return text
}
