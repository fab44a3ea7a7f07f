package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Boxes are used for more than todos: to tick who is there and what was talked about. Those file nothing.

// listsOf says for each line of a sheet whether it stands in a list of people or of an agenda, so that a box without a
// label is no todo there. It finds the boxes below a heading that says whose they are, too.
func (in Context) listsOf(s *sheet) []bool {
	if s.lists != nil {
		return s.lists
	}
	s.lists, s.owned = make([]bool, len(s.lines)), make([]bool, len(s.lines))
	set := false   // a heading says whose the todos below it are
	under := false // a heading of such a list
	plain := false // it is a lead-in: prose ends its list
	run := []int{} // boxes in a row that only name somebody
	for i, line := range s.lines {
		if !s.files(i) {
			in.closeRun(s, run)
			run = run[:0]
			continue
		}
		if title, lead, ok := in.headingOf(line); ok {
			under, plain, set = isListTitle(title), lead, in.setBy(in.sectionOf(title))
		} else if plain && !isBlank(line) && !isListItem(line) {
			under, plain, set = false, false, false
		}
		s.lists[i], s.owned[i] = under, set
		text, box := in.bareBox(line)
		if box && looksNamed(text) {
			run = append(run, i)
			continue
		}
		in.closeRun(s, run)
		run = run[:0]
	}
	in.closeRun(s, run)
	return s.lists
}

// closeRun marks boxes in a row that only name somebody, where one of them is known.
func (in Context) closeRun(s *sheet, run []int) {
	if len(run) < 2 {
		return
	}
	known := false
	for _, i := range run {
		text, _ := in.bareBox(s.lines[i])
		known = known || in.onlyNames(text)
	}
	for _, i := range run {
		s.lists[i] = s.lists[i] || known
	}
}

// bareBox is what stands behind the box of a line, by the built-in words for labels.
func bareBox(line string) (string, bool) { return Context{}.bareBox(line) }

// bareBox is what stands behind the box of a line.
func (in Context) bareBox(line string) (string, bool) {
	if strings.IndexByte(line, '[') < 0 && strings.IndexByte(line, "☐"[0]) < 0 {
		return "", false
	}
	o := in.readStart(line)
	if o.box.empty() {
		return "", false
	}
	return strings.TrimSpace(line[o.after:]), true
}

func isListItem(line string) bool {
	o := readStart(line)
	return o.marker || !o.box.empty()
}

// onlyNames reports whether a text names known people and says nothing else of them than what stands in brackets.
func (in Context) onlyNames(text string) bool {
	text = withoutRemark(text)
	if text == "" || len(text) > 4*longestName {
		return false
	}
	if w, end, ok := in.readList(text, 0, true); ok && end == len(text) && len(w.ids) > 0 {
		return true
	}
	first := text
	if n := strings.IndexFunc(text, unicode.IsSpace); n >= 0 {
		first = text[:n]
	}
	return in.Names.mayBegin(first) && len(in.Names.Find(text, in.Person)) > 0
}

// withoutRemark is text without brackets at its end: "Ben (remote)".
func withoutRemark(text string) string {
	text = strings.TrimSpace(text)
	if strings.HasSuffix(text, ")") {
		if open := strings.LastIndexByte(text, '('); open > 0 {
			return strings.TrimSpace(text[:open])
		}
	}
	return text
}

// looksNamed reports whether a text may be names and nothing else: one to four words, each with a capital.
func looksNamed(text string) bool {
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsLower(first) && !nameParticles.has(firstWord(text)) {
		return false
	}
	text = withoutRemark(text)
	if len(text) > 2*longestName {
		return false
	}
	w := strings.Fields(text)
	if len(w) == 0 || len(w) > 4 {
		return false
	}
	for _, word := range w {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "@(["))
		if !unicode.IsLetter(r) || unicode.IsLower(r) && !nameParticles.has(word) {
			return false
		}
	}
	return !strings.ContainsAny(text, ":.!?/")
}

// headingOf is headingOf for a line that is not filed itself.
func (in Context) headingOf(line string) (title string, lead, ok bool) {
	if title, lead, ok = headingOf(line); ok && line[blanks(line)] != '#' {
		_, filed := in.read(line)
		ok = !filed
	}
	return title, lead, ok
}

// headingOf is what a line says that heads others: a Markdown heading, a line in bold, or a lead-in with a colon, which
// lead reports.
func headingOf(line string) (title string, lead, ok bool) {
	s := strings.TrimSpace(line)
	if s == "" {
		return "", false, false
	}
	switch first, last := s[0], s[len(s)-1]; {
	case first == '#':
		return strings.TrimLeft(s, "# "), false, isHeading(line)
	case (first == '*' || first == '_') && (last == '*' || last == '_' || last == ':'):
		title, ok = boldTitle(s)
		return title, false, ok
	case last == ':' && len(s) <= longestLeadIn:
		return s, true, !isListItem(line) && len(strings.Fields(s)) <= 7
	}
	return "", false, false
}

// longestLeadIn is how many bytes a line may have that leads in a list.
const longestLeadIn = 60

// boldTitle is what stands in bold where that is all of s, a colon at its end apart.
func boldTitle(s string) (string, bool) {
	stars := starsAt(s)
	if len(stars) < 2 {
		return "", false
	}
	text, ok := strings.CutSuffix(strings.TrimSuffix(s[len(stars):], ":"), stars)
	return text, ok && !strings.Contains(text, stars)
}

// isListTitle reports whether a heading is one of a list of people or of an agenda.
func isListTitle(title string) bool {
	title = plainTitle(title)
	for _, begin := range listTitles {
		if rest, ok := strings.CutPrefix(title, begin); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return listTitlesAlone[title]
}

// plainTitle is a heading in small letters without the signs round it.
func plainTitle(title string) string {
	return strings.ToLower(strings.TrimFunc(title, func(r rune) bool { return !IsWordRune(r) && r != ')' && r != '(' }))
}
