package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/voice"
)

// Hint is one muted line beside a note: a line of it nearly files.
type Hint struct {
	Line int    // counts from 1
	Say  string // as shown: "file as todo?", "not filed: nobody is called Legal"
	Old  string // the line as it stands
	New  string // the line that would file, for one tap; "" where only the manager knows
	Name string // the name that means nobody, or several people, in this note; "" otherwise
	// Nobody says that Name means nobody.
	Nobody bool
}

// Edit is the edit that one tap makes; only for a hint with New.
func (h Hint) Edit(note NoteID) LineEdit {
	return LineEdit{Op: ReplaceLine, Note: note, Line: h.Line, Old: h.Old, New: h.New}
}

// NextHint is the one hint to show: of the lines that nearly file, the one nearest to line caret, counted from 1.
func NextHint(body string, in Context, caret int) (Hint, bool) {
	return NextHintBut(body, in, caret, func(Hint) bool { return false })
}

// NextHintBut is NextHint without the hints that were dismissed.
func NextHintBut(body string, in Context, caret int, dismissed func(Hint) bool) (Hint, bool) {
	s := newSheet(body)
	caret = min(max(caret, 1), len(s.lines))
	for step := 0; step < len(s.lines); step++ {
		for _, i := range []int{caret - 1 - step, caret - 1 + step} {
			if i < 0 || i >= len(s.lines) || !s.files(i) {
				continue
			}
			h, ok := in.hintFor(s.lines[i])
			if h.Line, h.Old = i+1, s.lines[i]; ok && !dismissed(h) {
				return h, true
			}
		}
	}
	return Hint{}, false
}

func (in Context) hintFor(line string) (Hint, bool) {
	o := readStart(line)
	if o.after >= len(line) || line[o.after] == '\\' || isHeading(line) {
		return Hint{}, false
	}
	if r, ok := in.read(line); ok {
		return in.endOfDayHint(line, r)
	}
	if name, ok := in.unreadName(line); ok {
		meant := in.Names.Find(name, in.Person)
		return Hint{Say: sayUnread(name, meant), Name: name, Nobody: len(meant) == 0}, true
	}
	for _, try := range []func(string, opening) (string, Label){in.shouted, in.nameToDo, in.dueProse} {
		if fix, l := try(line, o); fix != "" {
			if r, ok := in.read(fix); ok && r.item.Label == l {
				return Hint{Say: voice.T("file as {label}?", "label", string(l)), New: fix}, true
			}
		}
	}
	return Hint{}, false
}

func sayUnread(name string, ids []PersonID) string {
	if len(ids) == 2 {
		return voice.T("not filed: two people are called {name}", "name", name)
	}
	if len(ids) > 2 {
		return voice.T("not filed: {n} people are called {name}", "n", len(ids), "name", name)
	}
	return voice.T("not filed: nobody is called {name}", "name", name)
}

// endOfDayHint offers the day that a lone EOD means.
func (in Context) endOfDayHint(line string, r reading) (Hint, bool) {
	if !r.item.Label.kind().Due || r.item.Due != "" || r.item.State != Open {
		return Hint{}, false
	}
	text := line[:r.text.to]
	fix, ok := endOfDay(text)
	if !ok {
		return Hint{}, false
	}
	fix += line[r.text.to:]
	if got, ok := in.read(fix); !ok || got.item.Due != in.Date {
		return Hint{}, false
	}
	return Hint{Say: voice.T("by today?"), New: fix}, true
}

// endOfDay turns text that ends in `by EOD` into one that ends in `by today`.
func endOfDay(text string) (string, bool) {
	text = strings.TrimSuffix(text, ".")
	for _, end := range []string{" due by eod", " by eod", " due eod"} {
		if n := len(text) - len(end); n > 0 && strings.EqualFold(text[n:], end) {
			return text[:n] + " by today", true
		}
	}
	return "", false
}

// unreadName finds the name between a label and its colon that means nobody here, or several people. It must begin with
// a capital or an @, so that prose ("Todo list for Friday: …") does not count.
func (in Context) unreadName(line string) (string, bool) {
	o := readStart(line)
	rest := strings.TrimPrefix(line[o.after:], "**")
	_, n, ok := in.labelAt(rest)
	if !ok {
		return "", false
	}
	at := in.readKnown(rest, n, true)
	part := strings.TrimLeft(rest[at:], "([")
	marked := strings.HasPrefix(part, "@")
	part = strings.TrimPrefix(part, "@")
	end := strings.IndexAny(part, nameForbids)
	if and := strings.Index(part, " and "); and >= 0 && and < end {
		end = and
	}
	if end <= 0 || end > 60 || !endsWho(part[end:]) {
		return "", false
	}
	name := strings.TrimSpace(part[:end])
	first, _ := utf8.DecodeRuneInString(name)
	words := strings.Fields(name)
	if !(marked || unicode.IsUpper(first)) || len(words) == 0 || len(words) > 3 || isDayName(words[0]) || nameFault(name) != "" {
		return "", false
	}
	if _, _, known := in.readName(name, 0); known {
		return "", false // it is something else that is not understood
	}
	return name, true
}

// endsWho reports whether what follows a name in rest is more names, or the colon.
func endsWho(rest string) bool {
	colon, _ := indexColon(rest)
	return colon >= 0 && colon < 80 && !strings.ContainsAny(rest[:colon], ".!?")
}

func isDayName(word string) bool {
	word = strings.ToLower(word)
	_, day := readWeekday(word)
	_, month := readMonth(word)
	return day || month
}

// readKnown steps from byte at of rest over names that are known and what joins them to the next, and with leadFor over
// `for` and `to`. It returns where the first name begins that is not known, or not written yet.
func (in Context) readKnown(rest string, at int, leadFor bool) int {
	at += blanks(rest[at:])
	for {
		_, end, ok := in.readMention(rest, at, true)
		if next, joined := joiner(rest, end); ok && joined {
			at = next
			continue
		}
		after := end + blanks(rest[end:])
		complete := ok && (after == len(rest) || colonSize(rest[after:]) > 0)
		switch n, m := forAt(rest[at:]), forAt(rest[after:]); {
		case !leadFor || complete:
			return at
		case n > 0: // before "To", which may be a name
			at += n
		case ok && after > end && m > 0:
			at = after + m
		default:
			return at
		}
		leadFor = false
	}
}

// forAt is the length of `for ` or `to ` at the start of s.
func forAt(s string) int {
	for _, w := range []string{"for", "to"} {
		if n := wordAt(s, w); n > 0 && blanks(s[n:]) > 0 {
			return n + blanks(s[n:])
		}
	}
	return 0
}

// shouted offers the colon that "TODO send x" and "kudos to Ana for …" lack.
func (in Context) shouted(line string, o opening) (string, Label) {
	w, n, ok := in.labelAt(line[o.after:])
	if !ok {
		return "", ""
	}
	word := line[o.after : o.after+n]
	rest := strings.TrimSpace(line[o.after+n:])
	if strings.Contains(rest+" ", ": ") || strings.Contains(rest, wideColon) { // names that are not understood, or other prose
		return "", ""
	}
	if loud := word == strings.ToUpper(word); !loud && (!w.offered || isTodoList(w.kind.Label, rest)) {
		return "", ""
	}
	names := ""
	_, end, ok := in.readWho(rest, 0, w.kind.Label, true)
	if !ok {
		_, end, ok = in.readWho(rest, 0, w.kind.Label, false)
	}
	if ok {
		names, rest = " "+rest[:end], strings.TrimSpace(rest[end:])
		if n := forAt(rest); w.kind.Label == Praise && n > 0 {
			rest = rest[n:]
		}
	}
	return line[:o.after] + string(w.kind.Label) + names + ": " + rest, w.kind.Label
}

// isTodoList reports whether a line speaks of a list of todos: "to-do list for Friday".
func isTodoList(l Label, rest string) bool {
	return l == Todo && wordAt(rest, "list")+wordAt(rest, "lists")+wordAt(rest, "items") > 0
}

// nameToDo offers to file "Ana to draft …" as hers.
func (in Context) nameToDo(line string, o opening) (string, Label) {
	w, end, ok := in.readName(line, o.after)
	if !ok || w.me || w.we {
		return "", ""
	}
	rest := line[end:]
	b := blanks(rest)
	n := wordAt(rest[b:], "to")
	if b == 0 || n == 0 || blanks(rest[b+n:]) == 0 {
		return "", ""
	}
	return line[:o.after] + "todo " + line[o.after:end] + ": " + strings.TrimSpace(rest[b+n:]), Todo
}

// dueProse offers to file a line of prose that ends in `due DATE` or `by EOD`.
func (in Context) dueProse(line string, o opening) (string, Label) {
	text := line[o.after:trimmedEnd(line)]
	if fix, ok := endOfDay(text); ok {
		return line[:o.after] + "todo: " + fix, Todo
	}
	d, ok := dueAt(text, len(text), in.rules(Todo, Them, false))
	if !ok || d.whole.from == 0 {
		return "", ""
	}
	before := text[:trimmedEnd(text[:d.whole.from])]
	if wordAt(text[d.whole.from:], "due") > 0 {
		return line[:o.after] + "todo: " + text, Todo
	}
	if n := len(before) - len(" due"); n > 0 && strings.EqualFold(before[n:], " due") {
		return line[:o.after] + "todo: " + before[:n] + " " + d.whole.in(text), Todo
	}
	return "", ""
}
