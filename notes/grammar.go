package notes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Context is what the reading of a line depends on besides the line.
type Context struct {
	Date     Date     // of the note
	Person   PersonID // whose note it is
	Me       PersonID // the manager
	Names    *Names
	Imported bool        // the note is history: what would be open is not, and a box that names nobody is nobody's todo
	Words    *LabelWords // the manager's own words for labels, and those that are switched off
	Earlier  Earlier     // how lines are read until it is decided what they say since an update
}

// GrammarVersion grows whenever lines of a journal may be read otherwise than before: what was filed by an older one is
// held against what is read now at the first open after an update, and what differs waits for the manager's answer. It
// comes with a migration, so that an older program does not write in a journal that was read by a newer one.
const GrammarVersion = 3

// Parse reads every item that is filed from a body, in line order. It takes any text, in time linear in its length.
func Parse(body string, in Context) []Item {
	var items []Item
	s := newSheet(body)
	if len(in.Earlier) > 0 {
		for _, it := range in.readings(&s) {
			if it != nil {
				items = append(items, *it)
			}
		}
		return items
	}
	for i := range s.lines {
		if r, ok := in.readOf(&s, i); ok {
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

// readStart reads indentation, one list marker and a checkbox, by the built-in words for labels.
func readStart(line string) opening { return Context{}.readStart(line) }

// readStart reads indentation, one list marker and a checkbox.
func (in Context) readStart(line string) opening {
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
		_, _, label := in.labelAt(strings.TrimLeft(line[next:], "*"))
		if next > at+n || next == len(line) || label || line[next] == '\\' {
			o.box = span{at, at + n}
			o.ticked = line[at+1] == 'x' || line[at+1] == 'X' || strings.HasPrefix(line[at:], "☑")
			o.after = next
		}
	}
	return o
}

// bullets are the list markers of one character, as people type them and as other programs write them.
const bullets = "-*+•–—·◦▪‣⁃∙"

// markerAt returns the length of a list marker at the start of s, 0 where there is none. Two stars are bold, no marker;
// three are, where three more close them, and otherwise a marker and bold.
func markerAt(s string) int {
	if bold, ok := strings.CutPrefix(s, "**"); ok {
		if rest, three := strings.CutPrefix(bold, "*"); !three || strings.Contains(rest, "***") {
			return 0
		}
	}
	if s == "" || isInk(s[0]) && strings.IndexByte("-*+o0123456789", s[0]) < 0 {
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
	named     bool // its word is a label only where somebody is named
	stars     int  // how many stars of bold or italic end the line
	labelAt   span // the label's word, without bold; empty where only a box says that it is a todo
	whoAt     span // WHO as it stands; empty where nobody is named
	who       who
	innerWho  bool // WHO stands after the label's colon
	textBegin int  // the first byte after the last colon
}

// readHeading reads a line up to its TEXT.
func (in Context) readHeading(line string) (heading, bool) {
	h := heading{opening: in.readStart(line)}
	if h.after >= len(line) || line[h.after] == '\\' {
		return heading{}, false
	}
	if l, ok := in.readLabel(line, h); ok {
		return l, true
	}
	if n := signsAt(line[h.after:]); n > 0 {
		behind := h
		behind.after += n
		if l, ok := in.readLabel(line, behind); ok {
			return l, true
		}
	}
	if h.box.empty() {
		return heading{}, false
	}
	h.label, h.textBegin = Todo, h.after
	if w, end, ok := in.readList(line, h.after, true); ok {
		if begin, _, ok := colonAt(line, end, "", true); ok {
			h.who, h.whoAt, h.textBegin = w, span{h.after, end}, begin
		}
	}
	return h, true
}

// readLabel reads the label at h.after, WHO and the colon.
func (in Context) readLabel(line string, h heading) (heading, bool) {
	at := h.after
	stars := starsAt(line[at:])
	at += len(stars)
	beside := stars == "" && h.marker && line[at-1] == '*' // a star that was taken for a list marker
	if beside {
		stars = "*"
	}
	w, n, ok := in.labelAt(line[at:])
	if !ok {
		return heading{}, false
	}
	h.label, h.done, h.named, h.labelAt = w.kind.Label, w.done, w.named, span{at, at + n}
	end := at + n
	dash := w.dash || stars != "" || isLoud(line[at:end])
	if begin, open, ok := colonAt(line, end, stars, dash); ok {
		if !w.loose && isGlued(line, at, begin) {
			return heading{}, false
		}
		h.textBegin = begin
		in.readInnerWho(line, &h)
		return h, h.closes(line, stars, open, beside)
	}
	if stars != "" && strings.HasPrefix(line[end:], stars) {
		end += len(stars)
		stars = ""
	}
	from := end + blanks(line[end:])
	for _, leadFor := range []bool{false, true} { // "To" may be a name: only where it is not, `to` is meant
		if names, end, ok := in.readWho(line, from, h.label, leadFor); ok {
			h.who, h.whoAt = names, span{from, end}
			if begin, open, ok := colonAt(line, end, stars, true); ok {
				h.textBegin = begin
				return h, h.closes(line, stars, open, beside)
			}
		}
	}
	return heading{}, false
}

// closes reports whether the stars of a label end where they should: with the label, or with the line, which keeps them.
func (h *heading) closes(line, stars string, open, beside bool) bool {
	if !open || beside && strings.Count(line[h.textBegin:], stars)%2 == 0 { // the star began a list
		return true
	}
	end := trimmedEnd(line)
	if !strings.HasSuffix(line[:end], stars) || end-len(stars) < h.textBegin {
		return false
	}
	h.stars = len(stars)
	return true
}

// isLoud reports whether a word is in capitals.
func isLoud(word string) bool {
	return len(word) > 1 && word == strings.ToUpper(word) && word != strings.ToLower(word)
}

// isGlued reports whether a word in small letters, its colon and what follows hang together: `needs:review`.
func isGlued(line string, at, begin int) bool {
	word := line[at:begin]
	r, _ := utf8.DecodeRuneInString(line[begin:])
	return word == strings.ToLower(word) && strings.IndexByte(word, ' ') < 0 && word[len(word)-1] == ':' && IsWordRune(r)
}

// signsAt is the length of the emoji and arrows at the start of s, with the blanks after them.
func signsAt(s string) int {
	at := 0
	for at < len(s) {
		n := 0
		for at+n < len(s) {
			size := signAt(s[at+n:])
			if size == 0 {
				break
			}
			n += size
		}
		b := 0
		if n > 0 {
			b = blanks(s[at+n:])
		}
		if b == 0 {
			break
		}
		at += n + b
	}
	return at
}

func signAt(s string) int {
	for _, arrow := range [...]string{"-->", "->", "=>"} {
		if strings.HasPrefix(s, arrow) {
			return len(arrow)
		}
	}
	r, n := utf8.DecodeRuneInString(s)
	if r >= utf8.RuneSelf && r != utf8.RuneError && (unicode.In(r, unicode.So, unicode.Sm, unicode.Sk) || r == 0xfe0f || r == 0x200d) {
		return n
	}
	return 0
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
	begin, _, ok = colonAt(line, end, "", false)
	return w, end, begin, ok
}

// reading is an item and where its parts stand in the line.
type reading struct {
	heading
	item Item
	text span // TEXT with its tail, without blanks round it
	tail tail // places relative to text.from
}

// readOf reads line i of a body.
func (in Context) readOf(s *sheet, i int) (reading, bool) {
	if !s.files(i) {
		return reading{}, false
	}
	r, ok := in.read(s.lines[i])
	if ok && r.labelAt.empty() && (in.listsOf(s)[i] || (s.owned[i] || in.Imported) && !r.names()) {
		return reading{}, false
	}
	return r, ok
}

// names reports whether a line says whose it is.
func (r reading) names() bool { return !r.whoAt.empty() || !r.tail.whoAt.empty() }

// read reads one line that stands neither in a fence nor in a private block.
func (in Context) read(line string) (reading, bool) {
	h, ok := in.readHeading(line)
	if !ok {
		return reading{}, false
	}
	return in.readBehind(line, h)
}

// unowned reports whether a line names nobody before its text, so that its text may.
func (h heading) unowned() bool { return h.label == Todo && h.whoAt.empty() }

// readBehind reads TEXT and its tail behind what was read of a line.
func (in Context) readBehind(line string, h heading) (reading, bool) {
	held := h.unowned() && in.readOwner(line, &h)
	r := reading{heading: h}
	r.text = span{h.textBegin + blanks(line[h.textBegin:]), trimmedEnd(line[:trimmedEnd(line)-h.stars])}
	if r.text.empty() {
		return reading{}, false
	}
	s := r.text.in(line)
	people, actor := in.readTail(s, &r)
	if !r.names() && (held || r.tail.held || r.named) {
		return reading{}, false
	}
	text := cutTail(s, r.tail)
	if isEmptyAnswer(text, r.label) || r.labelAt.empty() && r.whoAt.empty() && in.onlyNames(text) {
		return reading{}, false
	}
	r.item = Item{
		Raw:    line,
		Label:  r.label,
		People: people,
		Actor:  actor,
		Due:    r.tail.dueOn,
		Remark: r.tail.said.remark,
	}
	r.item.Text, r.item.Tags = in.readText(text, r.heading)
	in.readItemState(&r)
	return r, r.item.Text != ""
}

// readTail peels the text s of a line, and returns whom it is about and who acts in it. Where its end names them, what its
// states may be depends on that.
func (in Context) readTail(s string, r *reading) (people []PersonID, actor Actor) {
	people, actor = in.roles(r.label, r.who)
	r.tail = peel(s, in.rules(r.label, actor, r.unowned()))
	if !r.tail.whoAt.empty() {
		people, actor = in.roles(r.label, r.tail.who)
		r.tail = peel(s, in.rules(r.label, actor, true))
	}
	return people, actor
}

func (in Context) rules(l Label, a Actor, owner bool) rules {
	return rules{kind: l.kind(), actor: a, rel: in.Date, in: in, owner: owner}
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

// readText is text, whose tail was cut, without the backslashes that Format puts where something would be read, and its
// tags in the order in which they stand.
func (in Context) readText(text string, h heading) (string, []string) {
	if text != "" && text[0] == '\\' && in.leadEscape(text, h.label, h.whoAt.empty()) {
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
		tags = inOrderOf(text, tags)
	}
	return strings.TrimSpace(withBlanks(text)), tags
}

// inOrderOf is tags in the order in which text names each first, whether or not that is meant as a tag there.
func inOrderOf(text string, tags []string) []string {
	if len(tags) < 2 {
		return tags
	}
	var out []string
	for _, tag := range TagsIn(text) {
		if slices.Contains(tags, tag) {
			out = append(out, tag)
		}
	}
	return out
}

// leadEscape reports whether text begins with what would be read as names and a colon of their own, backslashes before
// it apart, or is what is no answer.
func (in Context) leadEscape(text string, l Label, unnamed bool) bool {
	bare := strings.TrimLeft(text, `\`)
	if isEmptyAnswer(bare, l) {
		return true
	}
	if !unnamed {
		return false
	}
	_, _, _, ok := in.whoBeforeColon(bare, 0, l)
	return ok
}

// cutTail is s without its state, date and names, each with the blanks before it, and without the backslash at t.escape.
func cutTail(s string, t tail) string {
	cuts := [...]span{t.due, t.state, t.whoAt}
	slices.SortFunc(cuts[:], func(a, b span) int { return b.from - a.from })
	for _, cut := range cuts {
		if !cut.empty() {
			s = s[:trimmedEnd(s[:cut.from])] + s[cut.to:]
		}
	}
	if t.escape >= 0 {
		s = s[:t.escape] + s[t.escape+1:]
	}
	return strings.TrimSpace(s)
}
