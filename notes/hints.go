package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/voice"
)

func sayUnread(name string, ids []PersonID) string {
	if len(ids) == 2 {
		return voice.T("not filed: two people are called {name}", "name", name)
	}
	if len(ids) > 2 {
		return voice.T("not filed: {n} people are called {name}", "n", len(ids), "name", name)
	}
	return voice.T("not filed: nobody is called {name}", "name", name)
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
	o := in.readStart(line)
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
	if !(marked || unicode.IsUpper(first) || in.isMeantName(name)) || len(words) == 0 || len(words) > 3 || isDayName(words[0]) ||
		nameFault(name) != "" {
		return "", false
	}
	if _, _, known := in.readName(name, 0); known {
		return "", false // it is something else that is not understood
	}
	return name, true
}

// shortestMeant is how many letters a name in small letters must have to be asked about where it is only nearly right.
const shortestMeant = 5

// isMeantName reports whether a word in small letters is the name of several people, or nearly that of one.
func (in Context) isMeantName(name string) bool {
	if len(in.Names.Find(name, in.Person)) > 1 {
		return true
	}
	_, near := in.Names.near(name)
	return near && len(name) >= shortestMeant && !isPlainWord(name)
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
	if !ok || w.named {
		return "", ""
	}
	before, word := line[:o.after], line[o.after:o.after+n]
	rest := strings.TrimLeft(strings.TrimSpace(line[o.after+n:]), "-–— ")
	if !in.lacksColon(w, word, rest) {
		return "", ""
	}
	l := w.kind.Label
	end, ok := in.whoInProse(rest, l)
	if !ok && l == Praise && wordAt(rest, "to") > 0 && forAt(rest) > 0 {
		return in.praiseSomebody(before, rest[forAt(rest):])
	}
	names := ""
	if ok && willDoAt(rest[end:]) == 0 {
		names, rest = " "+rest[:end], strings.TrimLeft(rest[end:], "-–— ")
		if n := forAt(rest); l == Praise && n > 0 {
			rest = rest[n:]
		}
	}
	head := in.wordFor(l)
	if w.done {
		head = w.word
	}
	return before + head + names + ": " + rest, l
}

// lacksColon reports whether a word for a label begins a line as one, and rest, behind it, is not names that are not
// understood or prose about the word. A word in small letters must be one of those to which the colon is offered.
func (in Context) lacksColon(w labelWord, word, rest string) bool {
	l := w.kind.Label
	switch {
	case rest == "" || rest[0] == ',' || rest[0] == '.' || isTodoList(l, rest):
		return false
	case strings.Contains(rest, ": ") || strings.HasSuffix(rest, ":") || strings.Contains(rest, wideColon):
		return false
	case word == strings.ToUpper(word):
		return !talksOf.has(firstWord(rest))
	}
	return w.offered && (l != Todo || in.isTask(rest))
}

// whoInProse reads the names that rest begins with, behind `for` or `to` or without, and returns where they end.
func (in Context) whoInProse(rest string, l Label) (end int, ok bool) {
	_, end, ok = in.readWho(rest, 0, l, true)
	if !ok && forAt(rest) == 0 {
		_, end, ok = in.readWho(rest, 0, l, false)
	}
	return end, ok
}

// isTask reports whether what follows a bare `todo` is a task in English: the word means something else elsewhere.
func (in Context) isTask(rest string) bool {
	if imperatives.has(firstWord(rest)) {
		return true
	}
	_, end := in.someone(rest)
	return end > 0
}

// praiseSomebody offers praise of somebody unknown as what it is: a line that names nobody.
func (in Context) praiseSomebody(before, rest string) (string, Label) {
	name := firstWord(rest)
	r, _ := utf8.DecodeRuneInString(name)
	if !unicode.IsUpper(r) {
		return "", ""
	}
	text := strings.TrimSpace(rest[len(name):])
	if n := forAt(text); n > 0 {
		text = text[n:]
	}
	return before + in.wordFor(Praise) + " " + name + ": " + text, Praise
}

// isTodoList reports whether a line speaks of a list of todos: "to-do list for Friday".
func isTodoList(l Label, rest string) bool {
	return l == Todo && wordAt(rest, "list")+wordAt(rest, "lists")+wordAt(rest, "items") > 0
}

// dueProse offers to file a line of prose that ends in `due DATE` or `by EOD`.
func (in Context) dueProse(line string, o opening) (string, Label) {
	text := line[o.after:trimmedEnd(line)]
	if fix, ok := endOfDay(text); ok {
		return line[:o.after] + in.wordFor(Todo) + ": " + fix, Todo
	}
	d, ok := dueAt(text, len(text), in.rules(Todo, Them, false))
	if !ok || d.whole.from == 0 {
		return "", ""
	}
	before := text[:trimmedEnd(text[:d.whole.from])]
	if areWords.has(before[strings.LastIndexByte(before, ' ')+1:]) {
		return "", ""
	}
	if wordAt(text[d.whole.from:], "due") > 0 {
		return line[:o.after] + in.wordFor(Todo) + ": " + text, Todo
	}
	if n := len(before) - len(" due"); n > 0 && strings.EqualFold(before[n:], " due") {
		return line[:o.after] + in.wordFor(Todo) + ": " + before[:n] + " " + d.whole.in(text), Todo
	}
	return "", ""
}
