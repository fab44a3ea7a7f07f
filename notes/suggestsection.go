package notes

import (
	"strings"

	"handback/notes/voice"
)

// section is what a heading says of the lines below it.
type section struct {
	label Label
	owner string // the WHO of its lines, "" where it names nobody
	named bool   // it says a name and nothing else, so that only its boxes are sure to be somebody's todos
	lead  bool   // it is a lead-in: prose ends it
}

var sections = func() map[string]Label {
	by := map[string]Label{}
	for l, titles := range sectionTitles {
		for _, t := range titles {
			by[t] = l
		}
	}
	return by
}()

// sectionOf reads a heading: its label, and the owner that `(me)`, `Mine` or a name set.
func (in Context) sectionOf(title string) section {
	plain := plainTitle(title)
	switch {
	case mineTitles[plain]:
		return section{label: Todo, owner: "me"}
	case theirTitles.has(plain):
		return section{label: Todo, owner: in.Names.Short(in.Person, in.Person)}
	case sections[plain] != "":
		return section{label: sections[plain]}
	}
	if owner := in.ownerWords(plain); owner != "" && !isPlainWord(plain) {
		return section{label: Todo, owner: owner, named: true}
	}
	if head, owner, ok := strings.Cut(plain, "'s "); ok && sections[owner] != "" && in.ownerWords(head) != "" {
		return section{label: sections[owner], owner: head}
	}
	if rest, ok := strings.CutPrefix(plain, "my "); ok && sections[rest] != "" {
		return section{label: sections[rest], owner: "me"}
	}
	return in.dividedSection(plain)
}

// dividedSection reads a heading that says whose its lines are behind what they are: `actions (me)`, `next steps – Ben`.
func (in Context) dividedSection(plain string) section {
	for _, divide := range [...]string{" (", " – ", " — ", " - ", " for ", ": "} {
		head, owner, ok := strings.Cut(plain, divide)
		label := sections[strings.TrimSpace(head)]
		if !ok || label == "" {
			continue
		}
		if owner = in.ownerWords(strings.Trim(owner, "() ")); owner != "" || divide == " (" {
			return section{label: label, owner: owner}
		}
	}
	return section{}
}

// ownerWords is what a heading says of whose its lines are, as WHO writes it; "" where it names nobody.
func (in Context) ownerWords(s string) string {
	if mineWords.has(s) {
		return "me"
	}
	if w, end, named := in.readList(s, 0, true); named && end == len(s) && w.somebody() {
		return s
	}
	return ""
}

// inSection is the suggestion for line i below a heading; false where it files by itself or is no item of a list.
func (in Context) inSection(s *sheet, i int, sec section) (Suggestion, bool) {
	line := s.lines[i]
	o := readStart(line)
	if (!o.marker || sec.named) && o.box.empty() || o.after >= len(line) || line[o.after] == '\\' || isOff(line[o.after:]) {
		return Suggestion{}, false
	}
	if _, filed := in.readOf(s, i); filed || !o.box.empty() && !in.setBy(sec) {
		return Suggestion{}, false
	}
	owner := sec.owner
	if in.namesItsOwn(line, o.after, sec.label) {
		owner = ""
	}
	fix := line[:o.after] + in.wordFor(sec.label) + spaced(owner) + ": " + line[o.after:]
	one, ok := Suggestion{}, false
	if r, filed := in.read(fix); filed {
		one, ok = Suggestion{Say: sayFile(sec.label)}, true
		one.choose(string(sec.label), fix, r.item)
	} else if h, todo := in.readHeading(fix); todo {
		one, ok = in.askOwner(fix, h)
	}
	one.Line, one.Old = i+1, line
	return one, ok
}

// namesItsOwn reports whether a line says at byte at whose it is, whatever the heading above it says.
func (in Context) namesItsOwn(line string, at int, l Label) bool {
	if w, end, ok := in.readList(line, at, true); ok && w.somebody() {
		if _, _, colon := colonAt(line, end, "", true); colon || willDoAt(line[end:]) > 0 {
			return true
		}
	}
	_, after := firstPersonAt(line[at:])
	return after > 0 && l == Todo
}

// setBy reports whether a heading sets an owner other than the note's person, so that boxes below it are not theirs.
func (in Context) setBy(sec section) bool {
	if sec.label != Todo || sec.owner == "" {
		return false
	}
	w, _, ok := in.readList(sec.owner, 0, true)
	people, actor := in.roles(Todo, w)
	own, bare := in.roles(Todo, who{})
	return ok && (actor != bare || !equalIDs(people, own))
}

// sayAll words what a section asks.
func (s *Suggestion) sayAll() {
	s.Item = s.Lines[0].Item
	label := string(s.Item.Label)
	s.Say = voice.N(len(s.Lines), "file this line as {label}?", "file these {n} lines as {label}?", "label", label)
	s.Choices = []Choice{{Say: label}}
}
