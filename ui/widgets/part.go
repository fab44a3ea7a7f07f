package widgets

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"handback/notes/voice"
)

// part is what an Editor edits of a text that is too long for one entry: the entry holds a part, what stands before and
// behind it waits here. All that the editor tells outside is of the whole text.
type part struct {
	on         bool
	head, tail string
	runes      int // in head
	lines      int // line breaks in head
	bar        fyne.CanvasObject
	before     *string // what stood there before all this was pasted
}

// LongestWritten is the number of characters up to which a text is edited in parts. Saving one at each pause takes a
// noticeable while beyond that.
const LongestWritten = 300_000

// span is a part of a text, in bytes.
type span struct{ start, end int }

// partsOf cuts a text into parts at line borders, a line that is longer than a part anywhere; together they are the text.
func partsOf(text string) (parts []span) {
	at := span{}
	for at.end < len(text) {
		line := strings.IndexByte(text[at.end:], '\n') + 1
		if line == 0 {
			line = len(text) - at.end
		}
		if at.end > at.start && at.end-at.start+line > partLength {
			parts = append(parts, at)
			at.start = at.end
		}
		for ; line > partLength; line = line - (at.end - at.start) {
			cut := at.start + partLength
			for !utf8.RuneStart(text[cut]) {
				cut--
			}
			parts = append(parts, span{at.start, cut})
			line -= cut - at.start
			at = span{cut, cut}
		}
		at.end += line
	}
	if at.end > at.start || len(parts) == 0 {
		parts = append(parts, at)
	}
	return parts
}

// partAt is the part that holds a byte.
func partAt(parts []span, at int) int {
	for i, p := range parts {
		if at < p.end {
			return i
		}
	}
	return len(parts) - 1
}

// editPart puts a part of a text into the entry.
func (ed *Editor) editPart(text string, number int) { ed.editPartAfter(text, number, nil) }

// editPartAfter is editPart after a paste, which can be taken back as a whole while one stays in the part; before is nil where
// nothing was pasted.
func (ed *Editor) editPartAfter(text string, number int, before *string) {
	parts := partsOf(text)
	number = max(0, min(number, len(parts)-1))
	at := parts[number]
	if at.end > at.start && text[at.end-1] == '\n' && at.end < len(text) {
		at.end-- // the line break between two parts stays outside
	}
	ed.part = part{
		on: true, head: text[:at.start], tail: text[at.end:],
		runes: utf8.RuneCountInString(text[:at.start]), lines: strings.Count(text[:at.start], "\n"), before: before,
	}
	ed.part.bar = ed.partBar(number, len(parts))
	ed.load(text[at.start:at.end])
	ed.BaseWidget.Refresh()
	ed.FocusHere()
}

// partBar says which part one edits, and leads to the others.
func (ed *Editor) partBar(number, of int) fyne.CanvasObject {
	key := ed.entry.Key + "/part/"
	turn := func(by int) func() {
		return func() {
			text := ed.Text()
			ed.editPart(text, partAt(partsOf(text), len(ed.part.head))+by)
		}
	}
	earlier := NewSmallButton(key+"earlier", Outlined, "left", voice.T("Previous part"), turn(-1)).SetEnabled(number > 0)
	later := NewSmallButton(key+"later", Outlined, "", voice.T("Next part"), turn(1)).SetEnabled(number < of-1)
	read := NewSmallButton(key+"read", Quiet, "", voice.T("Back to reading"), func() {
		text := ed.Text()
		ed.SetText(text)
		ed.reader.turn(number)
	})
	parts := []fyne.CanvasObject{Small(voice.T("You're editing part {number} of {all}.", "number", number+1, "all", of)), Grow()}
	if before := ed.part.before; before != nil {
		parts = append(parts, NewSmallButton(key+"back", Outlined, "restore", voice.T("Undo the paste"), func() { ed.takeBack(*before) }))
	}
	return HMiddle(8, append(parts, earlier, later, read)...)
}

func (ed *Editor) closePart() {
	if ed.part.on {
		ed.part = part{}
		ed.BaseWidget.Refresh()
	}
}

// replaceAround replaces where the span is not all in the part that is edited, and tells whether it did.
func (ed *Editor) replaceAround(old []rune, start, end int, put []rune) bool {
	within := len([]rune(ed.spare.without(ed.entry.Text)))
	if !ed.part.on || start >= ed.part.runes && end <= ed.part.runes+within {
		return false
	}
	text := string(exchanged(old, start, end, put))
	switch {
	case end <= ed.part.runes:
		ed.part.head = string(exchanged([]rune(ed.part.head), start, end, put))
		ed.part.runes, ed.part.lines = utf8.RuneCountInString(ed.part.head), strings.Count(ed.part.head, "\n")
	case start >= ed.part.runes+within:
		from := ed.part.runes + within
		ed.part.tail = string(exchanged([]rune(ed.part.tail), start-from, end-from, put))
	default: // over the border: all is read anew
		at := len(ed.part.head)
		ed.closePart()
		if utf8.RuneCountInString(text) > LongText {
			ed.editPart(text, partAt(partsOf(text), at))
		} else {
			ed.load(text)
		}
	}
	ed.tell()
	return true
}
