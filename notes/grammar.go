package notes

import (
	"strings"
	"unicode/utf8"
)

// Context is what the reading of a line depends on besides the line.
type Context struct {
	Date     Date     // of the note
	Person   PersonID // whose note it is
	Me       PersonID // the manager
	Names    *Names
	Imported bool // the note is history: what would be open is not
}

// Parse reads every item that is filed from a body, in line order. It takes any text, in time linear in its length.
func Parse(body string, in Context) []Item {
	var items []Item
	s := newSheet(body)
	for i, line := range s.lines {
		if !s.files(i) {
			continue
		}
		if r, ok := in.read(line); ok {
			r.item.Line = i + 1
			items = append(items, r.item)
		}
	}
	return items
}

// opening is what a line begins with before its label.
type opening struct {
	marker bool
	box    span
	ticked bool
	after  int // the first byte after it
}

// readStart reads indentation, one list marker and a checkbox.
func readStart(line string) opening {
	at := space(line)
	o := opening{after: at}
	if n := markerAt(line[at:]); n > 0 {
		o.marker = true
		at += n
		at += space(line[at:])
		o.after = at
	}
	if n := boxAt(line[at:]); n > 0 {
		next := at + n + space(line[at+n:])
		_, _, label := labelAt(strings.TrimLeft(line[next:], "*"))
		if next > at+n || next == len(line) || label || line[next] == '\\' {
			o.box = span{at, at + n}
			o.ticked = line[at+1] == 'x' || line[at+1] == 'X'
			o.after = next
		}
	}
	return o
}

// bullets are the list markers of one character, as people type them and as other programs write them.
const bullets = "-*+•–—·◦▪‣⁃∙"

// markerAt returns the length of a list marker at the start of s, 0 where there is none. Two stars are bold, no marker.
func markerAt(s string) int {
	if strings.HasPrefix(s, "**") && !strings.HasPrefix(s, "***") {
		return 0
	}
	switch r, n := utf8.DecodeRuneInString(s); {
	case strings.ContainsRune(bullets, r), ownBullet(r):
		return n
	}
	if n := wordBullet(s); n > 0 {
		return n
	}
	return numberAt(s)
}

// heading is everything of a line before its TEXT.
type heading struct {
	opening
	label     Label
	done      bool // it says `done`
	labelAt   span // the label's word, without bold; empty where only a box says that it is a todo
	whoAt     span // WHO as it stands; empty where nobody is named
	who       who
	innerWho  bool // WHO stands after the label's colon
	textBegin int  // the first byte after the last colon
}

// readHeading reads a line up to its TEXT.
func (in Context) readHeading(line string) (heading, bool) {
	h := heading{opening: readStart(line)}
	if h.after >= len(line) || line[h.after] == '\\' {
		return heading{}, false
	}
	if l, ok := in.readLabel(line, h); ok {
		return l, true
	}
	if h.box.empty() {
		return heading{}, false
	}
	h.label, h.textBegin = Todo, h.after
	if w, end, ok := in.readList(line, h.after, true); ok {
		if begin, ok := colonAt(line, end, false, true); ok {
			h.who, h.whoAt, h.textBegin = w, span{h.after, end}, begin
		}
	}
	return h, true
}

// readLabel reads the label at h.after, WHO and the colon.
func (in Context) readLabel(line string, h heading) (heading, bool) {
	at := h.after
	bold := strings.HasPrefix(line[at:], "**")
	if bold {
		at += 2
	}
	w, n, ok := labelAt(line[at:])
	if !ok {
		return heading{}, false
	}
	h.label, h.done, h.labelAt = w.kind.Label, w.done, span{at, at + n}
	end := at + n
	if begin, ok := colonAt(line, end, bold, w.dash); ok {
		h.textBegin = begin
		in.readInnerWho(line, &h)
		return h, true
	}
	if bold && strings.HasPrefix(line[end:], "**") {
		bold = false
		end += 2
	}
	from := end + blanks(line[end:])
	for _, leadFor := range []bool{false, true} { // "To" may be a name: only where it is not, `to` is meant
		if names, end, ok := in.readWho(line, from, h.label, leadFor); ok {
			h.who, h.whoAt = names, span{from, end}
			if h.textBegin, ok = colonAt(line, end, bold, true); ok {
				return h, true
			}
		}
	}
	return heading{}, false
}

// readInnerWho reads names that follow the label's colon with a colon of their own.
func (in Context) readInnerWho(line string, h *heading) {
	from := h.textBegin + blanks(line[h.textBegin:])
	if w, end, begin, ok := in.whoBeforeColon(line, from, h.label); ok {
		h.who, h.whoAt, h.innerWho, h.textBegin = w, span{from, end}, true, begin
	}
}

func (in Context) whoBeforeColon(line string, from int, l Label) (w who, end, begin int, ok bool) {
	if w, end, ok = in.readWho(line, from, l, false); !ok {
		return who{}, 0, 0, false
	}
	begin, ok = colonAt(line, end, false, false)
	return w, end, begin, ok
}

// reading is an item and where its parts stand in the line.
type reading struct {
	heading
	item Item
	text span // TEXT with its tail, without blanks round it
	tail tail // places relative to text.from
}

// read reads one line that stands neither in a fence nor in a private block.
func (in Context) read(line string) (reading, bool) {
	h, ok := in.readHeading(line)
	if !ok {
		return reading{}, false
	}
	r := reading{heading: h}
	r.text = span{h.textBegin + blanks(line[h.textBegin:]), trimmedEnd(line)}
	if r.text.empty() {
		return reading{}, false
	}
	people, actor := in.roles(h.label, h.who)
	s := r.text.in(line)
	r.tail = peel(s, in.rules(h.label, actor))
	r.item = Item{
		Raw:    line,
		Label:  h.label,
		People: people,
		Actor:  actor,
		Due:    r.tail.dueOn,
		Remark: r.tail.said.remark,
	}
	r.item.Text, r.item.Tags = in.readText(s, r.tail, h)
	in.readItemState(&r)
	return r, true
}

func (in Context) rules(l Label, a Actor) rules {
	return rules{kind: l.kind(), actor: a, rel: in.Date, names: in.Names, person: in.Person}
}

// readItemState joins what the brackets, the box and the word `done` say.
func (in Context) readItemState(r *reading) {
	it := &r.item
	it.State, it.StateDate = r.tail.said.state, r.tail.said.on
	if it.State == Open && it.Label == Todo && (r.ticked || r.done) {
		it.State = Done
	}
	if it.State != Open && it.StateDate == "" {
		it.StateDate = in.Date
	}
	if in.Imported && !it.Closed() {
		it.State, it.StateDate = History, ""
	}
}

// readText is the text without its tail and without the backslashes that Format puts where something would be read.
func (in Context) readText(s string, t tail, h heading) (string, []string) {
	text := cutTail(s, t)
	if h.whoAt.empty() && in.leadEscape(text, h.label) && text[0] == '\\' {
		text = text[1:]
	}
	tags := TagsIn(text)
	if strings.IndexByte(text, '\\') >= 0 {
		var b strings.Builder
		done := 0
		eachTag(text, func(from, hash, _ int) {
			if from < hash {
				b.WriteString(text[done:from])
				done = from + 1
			}
		})
		text = b.String() + text[done:]
	}
	return strings.TrimSpace(withBlanks(text)), tags
}

// leadEscape reports whether text begins with what would be read as names and a colon of their own, backslashes before
// it apart.
func (in Context) leadEscape(text string, l Label) bool {
	bare := strings.TrimLeft(text, `\`)
	_, _, _, ok := in.whoBeforeColon(bare, 0, l)
	return ok
}

// cutTail is s without its state and date, each with the blanks before it, and without the backslash at t.escape.
func cutTail(s string, t tail) string {
	first, second := t.due, t.state
	if !t.state.empty() && (t.due.empty() || t.state.from < t.due.from) {
		first, second = t.state, t.due
	}
	for _, cut := range []span{second, first} {
		if !cut.empty() {
			s = s[:trimmedEnd(s[:cut.from])] + s[cut.to:]
		}
	}
	if t.escape >= 0 {
		s = s[:t.escape] + s[t.escape+1:]
	}
	return strings.TrimSpace(s)
}
