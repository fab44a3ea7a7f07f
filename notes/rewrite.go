package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/voice"
)

// Rewrite changes a line of a note so that it says want, by the smallest edit that does: each try is read again, and the
// canonical line is the last. The line keeps its indentation, list marker and box. It returns Invalid where the line
// files nothing or what is wanted cannot be said.
func Rewrite(line string, in Context, want Item) (string, error) {
	r, ok := in.read(line)
	if !ok && !in.isEarlier(line) {
		return "", Invalid{Field: voice.T("Line"), Why: voice.T("This line is no longer filed. Reopen the note and try again.")}
	}
	want.State, want.StateDate = plainState(want)
	if err := in.checkSayable(want); err != nil {
		return "", err
	}
	tries := in.writings
	if ok {
		tries = func(line string, want Item) []string { return in.rewritings(line, r, want) }
	}
	read := in.asRead(want)
	for _, try := range tries(line, want) {
		got, ok := in.read(try)
		if ok && in.isEarlier(line) && got.labelAt.empty() {
			continue // what stands above it may be why it is read otherwise: only a label says what it is anywhere
		}
		if ok && sameItem(got.item, read) && keepsOthers(line, try, r, got) {
			return try, nil
		}
	}
	return "", ErrCannotSay
}

// keepsOthers reports whether a line can stand for the one it was made from wherever that stands: it does not hide itself,
// a box without a label does not join a list of people, and it names its owner where the old one did, whatever the heading
// above it says.
func keepsOthers(line, try string, was, got reading) bool {
	if try == line {
		return true
	}
	return !IsPrivate(try) && (!got.labelAt.empty() || !looksNamed(got.item.Text) && (got.names() || !was.names()))
}

// plainState is the state as a line says it: history is said by the note, not by the line.
func plainState(it Item) (State, Date) {
	if it.State == History || it.State == Open {
		return Open, ""
	}
	return it.State, it.StateDate
}

// rewritings lists lines that may say want, the smallest edit first.
func (in Context) rewritings(line string, r reading, want Item) []string {
	var lines []string
	prefix := in.boxed(line[:r.after], r, want)
	lastly := line[r.text.to:]
	for _, head := range in.headings(line, r, want) {
		lines = append(lines, prefix+head+in.editText(line, r, want)+lastly)
	}
	names, _ := in.whoText(want.Label, want.Actor, want.People)
	text := in.formatText(want, names != "") + formatDue(want.Due) + formatState(want)
	for _, head := range in.headings(line, r, want) {
		lines = append(lines, prefix+head+text+lastly)
	}
	return append(lines, prefix+Format(want, in), line[:blanks(line)]+Format(want, in))
}

// boxed is what stands before the label, with the box as the state wants it.
func (in Context) boxed(prefix string, r reading, want Item) string {
	if was, _ := plainState(r.item); r.box.empty() || was == want.State {
		return prefix
	}
	closed := want.State == Done || (want.Label != Todo && want.State != Open && want.Closed())
	if closed == r.ticked {
		return prefix
	}
	mark := "[ ]"
	sign := !strings.HasPrefix(r.box.in(prefix), "[")
	switch {
	case closed && sign:
		mark = "☑"
	case closed:
		mark = "[x]"
	case sign:
		mark = "☐"
	}
	return prefix[:r.box.from] + mark + prefix[r.box.to:]
}

// headings lists what may stand between the box and TEXT, the smallest edit first.
func (in Context) headings(line string, r reading, want Item) []string {
	old := line[r.after:r.text.from]
	sameWho := r.item.Actor == want.Actor && equalIDs(r.item.People, want.People)
	sameState := r.item.State == want.State
	sameLabel := r.item.Label == want.Label && (!r.done || want.State == Done || sameState)
	if sameWho && sameLabel {
		return []string{old}
	}
	names, _ := in.whoText(want.Label, want.Actor, want.People)
	if r.labelAt.empty() { // only a box
		if names != "" {
			return []string{names + ": "}
		}
		return []string{""}
	}
	word := r.labelAt.in(line)
	if !sameLabel {
		word = matchCase(in.wordFor(want.Label), word)
	}
	before, after := line[r.after:r.labelAt.from], line[r.labelAt.to:r.text.from]
	if sameWho {
		return []string{before + word + after, in.wordFor(want.Label) + spaced(names) + ": "}
	}
	list := append(r.namings(line, before+word, names), before+word+spaced(names)+": ")
	return append(list, in.wordFor(want.Label)+spaced(names)+": ")
}

// namings are the smaller ways to put other names behind word, which is the line up to and with its label.
func (r reading) namings(line, word, names string) []string {
	if r.whoAt.empty() {
		return []string{word + spaced(names) + line[r.labelAt.to:r.text.from]}
	}
	var list []string
	if names != "" {
		list = append(list, word+line[r.labelAt.to:r.whoAt.from]+names+line[r.whoAt.to:r.text.from])
	}
	if !r.innerWho {
		list = append(list, word+line[r.whoAt.to:r.text.from])
	}
	return list
}

// spaced is s with a blank before it, "" where there is nothing.
func spaced(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

// matchCase writes word with a capital where like has one.
func matchCase(word, like string) string {
	first, n := utf8.DecodeRuneInString(word)
	was, _ := utf8.DecodeRuneInString(like)
	switch {
	case utf8.RuneCountInString(like) > 1 && like == strings.ToUpper(like):
		return strings.ToUpper(word)
	case was == unicode.ToUpper(was):
		return string(unicode.ToUpper(first)) + word[n:]
	}
	return word
}

// editText is the line's TEXT with its tail, changed where want differs and untouched elsewhere.
func (in Context) editText(line string, r reading, want Item) string {
	s := r.text.in(line)
	if r.item.Text != oneLine(want.Text) {
		s = in.formatText(want, !r.whoAt.empty())
		return s + in.editedDue(line, r, want) + in.editedState(line, r, want)
	}
	type cut struct {
		at span
		by string
	}
	var cuts []cut
	after := "" // what is added at the end
	if !r.tail.state.empty() {
		cuts = append(cuts, cut{withBlanksBefore(s, r.tail.state), in.editedState(line, r, want)})
	} else {
		after = in.editedState(line, r, want)
	}
	if !r.tail.due.empty() {
		cuts = append(cuts, cut{withBlanksBefore(s, r.tail.due), in.editedDue(line, r, want)})
	} else if due := in.editedDue(line, r, want); due != "" && len(cuts) == 1 {
		cuts[0].by = due + cuts[0].by
	} else {
		after = due + after
	}
	if len(cuts) == 2 && cuts[0].at.from < cuts[1].at.from {
		cuts[0], cuts[1] = cuts[1], cuts[0]
	}
	for _, c := range cuts { // from the right, so that places to the left stay valid
		s = s[:c.at.from] + c.by + s[c.at.to:]
	}
	return strings.TrimSpace(s + after)
}

func withBlanksBefore(s string, at span) span { return span{trimmedEnd(s[:at.from]), at.to} }

// editedDue is the `by DATE` that want asks for, with what stands before it; as it stands where it says that already.
func (in Context) editedDue(line string, r reading, want Item) string {
	s := r.text.in(line)
	if want.Due == "" || r.tail.due.empty() {
		return formatDue(want.Due)
	}
	at := withBlanksBefore(s, r.tail.due)
	if r.item.Due == want.Due {
		return at.in(s)
	}
	return s[at.from:r.tail.dueDate.from] + r.tail.isoDue(want.Due) + s[r.tail.dueDate.to:at.to]
}

// editedState is the state in brackets that want asks for, in the same way.
func (in Context) editedState(line string, r reading, want Item) string {
	was := r.item
	read := in.asRead(want)
	if was.State == read.State && was.StateDate == read.StateDate && was.Remark == read.Remark {
		if r.tail.state.empty() {
			return ""
		}
		return withBlanksBefore(r.text.in(line), r.tail.state).in(r.text.in(line))
	}
	return formatState(want)
}

// isoDue is what stands at dueDate once the line is due on another day.
func (t tail) isoDue(due Date) string {
	if t.before {
		return "by " + string(due)
	}
	return string(due)
}
