package widgets

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"handback/notes/text"
	"handback/notes/voice"
	"handback/ui/look"
)

// LongText is the number of characters from which an Editor opens a text for
// reading: Fyne's entry lays all of it out again at each key.
const LongText = 20_000

// partLength is about how many characters the reader shows at a time.
const partLength = 8_000

// reader shows a text that is too long for one entry: paragraphs, a part at a time, and a button to edit the part.
type reader struct {
	ed       *Editor
	shown    bool
	text     string
	parts    []span
	part     int
	before   *string // what stood there before all this was pasted
	scroll   *Scroll
	starts   *Button // editing the part; nil where the text is too long
	led      *int    // the byte at which the line begins that one was led to
	lines    *fyne.Container
	ledAt    fyne.CanvasObject // that line, where it is in the part that is shown
	scrolled bool              // to it
}

func newReader(ed *Editor) *reader {
	return &reader{ed: ed, scroll: NewScroll("", VStack(0))}
}

func (r *reader) open(text string) {
	r.shown, r.text, r.parts, r.part, r.led = true, text, partsOf(text), 0, nil
	r.ed.textChanged()
	r.build()
	r.ed.BaseWidget.Refresh()
}

// replace shows another text at the part where one reads.
func (r *reader) replace(text string) {
	r.text, r.parts, r.led = text, partsOf(text), nil
	r.part = min(r.part, len(r.parts)-1)
	r.ed.textChanged()
	r.build()
}

func (r *reader) close() {
	if r.shown {
		*r = reader{ed: r.ed, scroll: r.scroll}
		r.ed.textChanged()
		r.ed.BaseWidget.Refresh()
	}
}

func (r *reader) build() {
	key := r.ed.entry.Key + "/reader/"
	length := utf8.RuneCountInString(r.text)
	say := voice.T("This is a long note ({n} characters), so it opens read-only. You can edit it part by part.", "n", length)
	r.starts = NewButton(key+"edit", Outlined, "pen", voice.T("Edit this part"), r.edit)
	buttons := []fyne.CanvasObject{r.starts}
	if length > LongestWritten {
		r.starts = nil
		say = voice.T("This note is too long to edit here ({n} characters). Saving it would take too long.", "n", length)
		buttons = nil
		if r.ed.OnSplit != nil {
			say = voice.T("This note is too long to edit ({n} characters). Split it into several notes first. You won't lose a word.", "n", length)
			buttons = []fyne.CanvasObject{NewButton(key+"split", Outlined, "", voice.T("Split into notes"), r.ed.OnSplit)}
		}
	}
	if r.before != nil {
		buttons = append(buttons, NewButton(key+"back", Outlined, "restore", voice.T("Undo the paste"), r.takeBack))
	}
	lines := []fyne.CanvasObject{SoftCard(NewPara(14, Plain(say)), HStack(8, append(buttons, Grow())...)), Gap(8)}
	lines = append(lines, r.paragraphs()...)
	if len(r.parts) > 1 {
		earlier := NewButton(key+"earlier", Outlined, "left", voice.T("Previous part"), func() { r.turn(r.part - 1) })
		later := NewButton(key+"later", Outlined, "", voice.T("Next part"), func() { r.turn(r.part + 1) })
		earlier.SetEnabled(r.part > 0)
		later.SetEnabled(r.part < len(r.parts)-1)
		place := Small(voice.T("part {number} of {all}", "number", r.part+1, "all", len(r.parts)))
		lines = append(lines, Gap(8), HStack(12, earlier, later, place, Grow()))
	}
	r.lines = VStack(0, lines...)
	r.scroll.SetContent(Pad(8, 16, 24, gutter+entryInset, r.lines))
}

// paragraphs are the lines of the part that is shown; the one that one was led to is marked.
func (r *reader) paragraphs() (lines []fyne.CanvasObject) {
	at := r.parts[r.part].start
	r.ledAt, r.scrolled = nil, false
	runes := 0
	if r.ed.find.shown {
		runes = utf8.RuneCountInString(r.text[:at])
	}
	for _, paragraph := range strings.Split(r.shownPart(), "\n") {
		length := utf8.RuneCountInString(paragraph)
		places, _ := r.ed.find.within(runes, runes+length)
		var line fyne.CanvasObject = NewPara(15, foundRuns(readRuns(paragraph), places, runes)...).Lead(24)
		if r.led != nil && *r.led == at {
			line = Over(Box(look.C().Selection, 4), line)
			r.ledAt = line
		}
		lines = append(lines, line)
		at += len(paragraph) + 1
		runes += length + 1
	}
	return lines
}

// readRuns is a paragraph as it is read: headings, bold and italics look like it, and no sign is left out.
func readRuns(paragraph string) (runs []Run) {
	if text := strings.TrimLeft(paragraph, "#"); text != paragraph && strings.HasPrefix(text, " ") {
		return []Run{Dim(paragraph[:len(paragraph)-len(text)]), Bold(text)}
	}
	line := []rune(paragraph)
	at := 0
	found := emphasesIn(line)
	sort.Slice(found, func(i, j int) bool { return found[i].start < found[j].start })
	for _, s := range found {
		if s.start < at { // within another
			continue
		}
		set := Slanted
		if s.has(boldMarks) {
			set = Bold
		}
		mark := string(line[s.start : s.start+s.marks])
		runs = append(runs, Plain(string(line[at:s.start])), Dim(mark), set(string(line[s.start+s.marks:s.end-s.marks])), Dim(mark))
		at = s.end
	}
	return append(runs, Plain(string(line[at:])))
}

func (r *reader) shownPart() string {
	return strings.TrimSuffix(r.text[r.parts[r.part].start:r.parts[r.part].end], "\n")
}

// turn shows another part, counted from 0.
func (r *reader) turn(to int) {
	r.part, r.led = max(0, min(to, len(r.parts)-1)), nil
	Keep(canvasOf(r.scroll), r.scroll, r.build)
	r.scroll.ScrollTo(0)
}

// show shows the part that holds an offset.
func (r *reader) show(offset int) {
	if to := partAt(r.parts, byteOf(r.text, offset)); to != r.part {
		r.turn(to)
	}
}

// leadTo shows the line that begins after so many runes, and marks it.
func (r *reader) leadTo(offset int) {
	at := byteOf(r.text, offset)
	r.turn(partAt(r.parts, at))
	r.led = &at
	Keep(canvasOf(r.scroll), r.scroll, r.build)
	r.reveal()
}

// remark shows what was found, or that it is looked for no more.
func (r *reader) remark() {
	Keep(canvasOf(r.scroll), r.scroll, r.build)
	r.reveal()
}

// foundRuns sets what was found in a paragraph apart, which begins at so many runes of the text.
func foundRuns(runs []Run, places []text.Place, at int) (out []Run) {
	if len(places) == 0 {
		return runs
	}
	for _, run := range runs {
		left := []rune(run.Text)
		for _, p := range places {
			start, end := max(0, p.Start-at), min(len(left), p.End-at)
			if start >= end {
				continue
			}
			before, hit := run, Run{Text: string(left[start:end]), Color: look.C().Primary, Face: look.SemiBold}
			before.Text = string(left[:start])
			out = append(out, before, hit)
			left, at = left[end:], at+end
		}
		run.Text = string(left)
		out = append(out, run)
		at += len(left)
	}
	return slices.DeleteFunc(out, func(r Run) bool { return r.Text == "" })
}

// reveal scrolls to the line that one was led to, once it is laid out.
func (r *reader) reveal() {
	if view := r.scroll.Size().Height; r.ledAt != nil && !r.scrolled && view > 0 {
		r.scroll.ScrollTo(r.lines.Position().Y + r.ledAt.Position().Y - view/3)
		r.scrolled = true
	}
}

// ledLine is the line that is marked, counted from 0; -1 where none is.
func (r *reader) ledLine() int {
	if r.ledAt == nil {
		return -1
	}
	return strings.Count(r.text[:*r.led], "\n")
}

// focusable is the button that starts to edit; it does not scroll to itself where a line is to be seen.
func (r *reader) focusable() fyne.Focusable {
	if r.starts == nil {
		return nil
	}
	if r.ledAt != nil {
		r.starts.point()
	}
	return r.starts
}

// edit edits the part that is shown, at the line that one was led to.
func (r *reader) edit() {
	text, part, line := r.text, r.part, r.ledLine()
	r.close()
	r.ed.editPart(text, part)
	if line >= 0 {
		r.ed.LeadTo(line)
	}
}

func (r *reader) takeBack() { r.ed.takeBack(*r.before) }

// takeBack shows again what stood there before a large paste.
func (ed *Editor) takeBack(text string) {
	ed.SetText(text)
	ed.tell()
	ed.FocusHere()
}

// byteOf is the byte at which the rune of an offset begins.
func byteOf(text string, offset int) int {
	for at := range text {
		if offset--; offset < 0 {
			return at
		}
	}
	return len(text)
}

// pasteLarge takes a paste that makes the text too long for one entry, and tells whether it was one: the part in which it ends is
// edited on, with the caret behind it. A text that is too long for that too is shown for reading, where the paste ends.
func (ed *Editor) pasteLarge(pasted string) bool {
	length := utf8.RuneCountInString(pasted)
	if length <= LongText && length+utf8.RuneCountInString(ed.entry.Text) <= 2*LongText {
		return false
	}
	before := ed.Text()
	start, end := ed.entry.selection()
	start, end = ed.part.runes+start, ed.part.runes+end
	text := string(exchanged([]rune(before), start, end, []rune(pasted)))
	ed.completion.close()
	ed.find.forget()
	ed.spare = spareLine{}
	ed.closePart()
	if caret := start + length; utf8.RuneCountInString(text) <= LongestWritten {
		ed.editPartAfter(text, partAt(partsOf(text), max(0, byteOf(text, caret)-1)), &before)
		ed.run(func() { ed.entry.SetCaret(caret - ed.part.runes) })
	} else {
		ed.reader.before = &before
		ed.reader.open(text)
		ed.reader.leadTo(caret - 1 - utf8.RuneCountInString(lastLine(text[:byteOf(text, max(0, caret-1))])))
	}
	ed.tell()
	return true
}

// lastLine is what stands behind the last line break.
func lastLine(text string) string { return text[strings.LastIndexByte(text, '\n')+1:] }
