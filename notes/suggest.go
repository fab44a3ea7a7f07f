package notes

import (
	"slices"
	"strings"

	"handback/notes/voice"
)

// Question is what a suggestion asks.
type Question int

// The questions.
const (
	AskFile    Question = iota // file it as what it would become?
	AskWhich                   // which of the people of that name?
	AskMine                    // mine, or theirs?
	AskDay                     // which day?
	AskName                    // nobody is called that; where Choices are, somebody is called nearly so
	AskSection                 // file all lines below a heading as what it says?
)

// Choice is one answer to a suggestion, for one tap.
type Choice struct {
	Say string // as on its button: "todo", "Chris Baker", "Fri 4 Dec 2026"
	New string // the line that it makes; "" for a section, whose Lines have theirs
}

// Suggestion is a line that nearly files, or the lines below a heading that say what they are.
type Suggestion struct {
	Question Question
	Line     int    // counts from 1
	Old      string // the line as it stands; of a section its heading
	Say      string // as shown: "file as todo?", "not filed: nobody called Legal"
	Name     string // the name that means nobody, or several people, in this note; "" otherwise
	Choices  []Choice
	Item     Item         // what the first choice would be filed as; the zero Item where there is none
	Lines    []Suggestion // of a section, each with its one choice
}

// choose adds an answer, and of the first what the line would be filed as.
func (s *Suggestion) choose(say, line string, it Item) {
	if len(s.Choices) == 0 {
		s.Item = it
	}
	s.Choices = append(s.Choices, Choice{Say: say, New: line})
}

// Edits are the edits that taking choice i makes, to be made together: one undo takes them back.
func (s Suggestion) Edits(note NoteID, i int) []LineEdit {
	if s.Question == AskSection {
		return EditsOfAll(note, s.Lines)
	}
	if i < 0 || i >= len(s.Choices) {
		return nil
	}
	return []LineEdit{{Op: ReplaceLine, Note: note, Line: s.Line, Old: s.Old, New: s.Choices[i].New}}
}

// EditsOfAll are the edits of *File all*: of all suggestions with one answer only, those below headings included.
func EditsOfAll(note NoteID, list []Suggestion) []LineEdit {
	var edits []LineEdit
	for _, s := range list {
		if s.Question == AskFile || s.Question == AskSection {
			edits = append(edits, s.Edits(note, 0)...)
		}
	}
	return edits
}

// Suggestions lists every line of a body that nearly files, in the order of their lines; the lines below a heading that says
// what they are as one. The line that is being typed, counted from 1, is left alone; 0 for none; and so is one that is
// read as before an update. It takes time linear in the length of the body.
func Suggestions(body string, in Context, typing int) []Suggestion {
	c := collector{in: in, sheet: newSheet(body), open: -1, asked: map[string]bool{}}
	for i, line := range c.lines {
		if c.heads(i) || i+1 == typing || !c.files(i) || isBlank(line) || in.isEarlier(line) || c.below(i) {
			continue
		}
		if one, ok := in.suggest(&c.sheet, i); ok {
			c.add(one)
		}
	}
	return c.all()
}

// collector goes through the lines of a body and keeps what is suggested.
type collector struct {
	sheet
	in    Context
	list  []Suggestion
	asked map[string]bool // spellings that were asked about
	sec   section         // what the last heading says
	open  int             // its place in list while lines below it come; otherwise -1
}

// heads reports whether line i is a heading, and opens the section that it names. Prose ends that of a lead-in.
func (c *collector) heads(i int) bool {
	line := c.lines[i]
	if title, lead, ok := c.in.headingOf(line); ok && c.files(i) {
		above := c.sec
		if c.open < 0 {
			above = section{}
		}
		c.open, c.sec = -1, c.in.sectionOf(title)
		if c.sec.named && above.label == Todo { // a name among the actions: their lines are todos without a box, too
			c.sec.named = above.named
		}
		if c.sec.label != "" {
			c.sec.lead, c.open = lead, len(c.list)
			c.list = append(c.list, Suggestion{Question: AskSection, Line: i + 1, Old: line})
		}
		return true
	}
	if c.open >= 0 && c.sec.lead && !isBlank(line) && !isListItem(line) {
		c.open = -1
	}
	return false
}

// below takes line i into the section that is open, where it is one of its lines.
func (c *collector) below(i int) bool {
	if c.open < 0 {
		return false
	}
	one, ok := c.in.inSection(&c.sheet, i, c.sec)
	if ok {
		c.list[c.open].Lines = append(c.list[c.open].Lines, one)
	}
	return ok
}

// add keeps a suggestion; of a name nearly right the first for each spelling.
func (c *collector) add(one Suggestion) {
	if one.Question == AskName {
		spelling := FoldName(one.Name)
		if c.asked[spelling] {
			return
		}
		c.asked[spelling] = true
	}
	c.list = append(c.list, one)
}

// all is what was kept, without sections that have no lines.
func (c *collector) all() []Suggestion {
	list := slices.DeleteFunc(c.list, func(s Suggestion) bool { return s.Question == AskSection && len(s.Lines) == 0 })
	for i := range list {
		if list[i].Question == AskSection {
			list[i].sayAll()
		}
	}
	return list
}

// suggest is what is suggested of line i, whatever heading it stands below.
func (in Context) suggest(s *sheet, i int) (Suggestion, bool) {
	line := s.lines[i]
	if _, box := bareBox(line); box && (in.listsOf(s)[i] || s.owned[i]) {
		if _, filed := in.readOf(s, i); !filed {
			return Suggestion{}, false
		}
	}
	one, ok := in.suggestLine(line)
	one.Line, one.Old = i+1, line
	return one, ok
}

// suggestLine is what is suggested of a line.
func (in Context) suggestLine(line string) (Suggestion, bool) {
	o := readStart(line)
	if o.after >= len(line) || line[o.after] == '\\' || isHeading(line) || isOff(line[o.after:]) {
		return Suggestion{}, false
	}
	if h, ok := in.readHeading(line); ok {
		if r, ok := in.readBehind(line, h); ok {
			return in.askDay(line, r)
		}
		if h.named {
			return in.offerUnnamed(line, h)
		}
		return in.askOwner(line, h)
	}
	if name, ok := in.unreadName(line); ok {
		return in.askName(line, name)
	}
	if o.after += signsAt(line[o.after:]); o.after >= len(line) {
		return Suggestion{}, false
	}
	for _, try := range []func(string, opening) (string, Label){in.shouted, in.committed, in.said, in.handed, in.dueProse} {
		if fix, l := try(line, o); fix != "" {
			return in.offer(fix, l)
		}
	}
	return Suggestion{}, false
}

// offerUnnamed offers a line whose word is a label only where somebody is named, and that names nobody, where it goes on
// with what is to be done: "AP: update the register".
func (in Context) offerUnnamed(line string, h heading) (Suggestion, bool) {
	text := strings.TrimSpace(line[h.textBegin:])
	if h.label != Todo || !imperatives.has(firstWord(text)) {
		return Suggestion{}, false
	}
	return in.offer(line[:h.after]+in.wordFor(Todo)+": "+text, Todo)
}

// isOff reports whether a line begins with the box of what was given up: `[-]`.
func isOff(s string) bool { return strings.HasPrefix(s, "[-]") || strings.HasPrefix(s, "[~]") }

// offer suggests a line that files under a label. Where a name in it is one of several people, it asks which.
func (in Context) offer(fix string, l Label) (Suggestion, bool) {
	if r, ok := in.read(fix); ok && r.item.Label == l {
		one := Suggestion{Say: sayFile(l)}
		one.choose(string(l), fix, r.item)
		return one, true
	}
	if h, ok := in.readHeading(fix); ok {
		return in.askOwner(fix, h)
	}
	if name, ok := in.unreadName(fix); ok {
		return in.askName(fix, name)
	}
	at := readStart(fix).after
	if _, n, ok := in.labelAt(fix[at:]); ok {
		at += n + blanks(fix[at+n:])
		if name, end := in.ambiguousAt(fix, at); end > 0 {
			return in.askName(fix, name)
		}
	}
	return Suggestion{}, false
}

func sayFile(l Label) string { return voice.T("file as {label}?", "label", string(l)) }
