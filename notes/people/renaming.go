package people

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/voice"
)

// Change is what saving the form of p does. Who shared no first name until p took theirs keeps it: see
// notes.KeepFirstNames.
func (f Form) Change(p notes.Person, people []notes.Person, today notes.Date) (notes.Change, error) {
	q, err := f.Fill(p, people, today)
	if err != nil {
		return notes.Change{}, err
	}
	var c notes.Change
	for _, row := range append(notes.KeepFirstNames(people, []notes.Person{q}), q) {
		c.Rows = append(c.Rows, row)
	}
	return c, nil
}

// Keep brings the nicknames of the form to what its name asks for: the names that p loses by it are added, unless the
// manager took them away, and kept ones that the name does not lose any more go again. It returns the form with the
// names that it keeps now; kept are those that it returned the last time.
func (f Form) Keep(p notes.Person, people []notes.Person, kept []string) (Form, []string) {
	former := notes.FormerNames(p, notes.Tidy(f.Name), people)
	if strings.TrimSpace(f.Name) == "" {
		former = kept // between two names
	}
	have := splitAliases(f.Aliases)
	for _, old := range kept {
		if !slices.Contains(former, old) {
			have = slices.DeleteFunc(have, func(name string) bool { return sameName(name, old) })
		}
	}
	for _, old := range former {
		if !slices.Contains(kept, old) && !hasName(have, old) {
			have = append(have, old)
		}
	}
	f.Aliases = strings.Join(have, ", ")
	return f, former
}

// SayKept says which of the kept names stand among the nicknames of the form, "" where none does.
func (f Form) SayKept(kept []string) string {
	var still []string
	for _, name := range kept {
		if hasName(splitAliases(f.Aliases), name) {
			still = append(still, "“"+name+"”")
		}
	}
	if len(still) == 0 {
		return ""
	}
	return voice.N(len(still), "{names} stays as a nickname, so lines that use it still count.",
		"{names} stay as nicknames, so lines that use them still count.", "names", joinNames(still))
}

func splitAliases(text string) []string {
	var names []string
	for _, a := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' }) {
		if a = notes.Tidy(a); a != "" {
			names = append(names, a)
		}
	}
	return names
}

func sameName(a, b string) bool { return notes.FoldName(a) == notes.FoldName(b) }

func hasName(names []string, name string) bool {
	return slices.ContainsFunc(names, func(have string) bool { return sameName(have, name) })
}

// joinNames is "a", "a and b", "a, b and c".
func joinNames(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return voice.T("{names} and {last}", "names", strings.Join(names[:len(names)-1], ", "), "last", names[len(names)-1])
}

// SayUnfiled warns of the lines that are filed for p and would not be once they are saved as now, "" where there are
// none. Lines are as they stand in the notes.
func SayUnfiled(lines []string, p, now notes.Person) string {
	if len(lines) == 0 {
		return ""
	}
	var said []string
	for _, name := range namesLost(p, now) {
		if slices.ContainsFunc(lines, func(line string) bool { return says(line, name) }) {
			said = append(said, "“"+name+"”")
		}
	}
	if len(said) == 0 {
		return voice.N(len(lines), "{n} line will no longer be filed for {first}.", "{n} lines will no longer be filed for {first}.",
			"first", now.FirstName())
	}
	return voice.N(len(lines), "{n} line says {names}. It will no longer be filed for {first}.",
		"{n} lines say {names}. They will no longer be filed for {first}.", "names", strings.Join(said, " or "), "first", now.FirstName())
}

// namesLost are the names of p that now has not, longest first where one begins another.
func namesLost(p, now notes.Person) []string {
	keeps := append([]string{now.Name, now.FirstName()}, now.Aliases...)
	var lost []string
	for _, name := range append([]string{p.Name, p.FirstName()}, p.Aliases...) {
		if !hasName(keeps, name) && !hasName(lost, name) {
			lost = append(lost, name)
		}
	}
	return lost
}

// says reports whether a line holds a name as whole words.
func says(line, name string) bool {
	line, name = notes.FoldName(line), notes.FoldName(name)
	for from := 0; ; {
		at := strings.Index(line[from:], name)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(line[:at])
		after, _ := utf8.DecodeRuneInString(line[at+len(name):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from = at + len(name)
	}
}
