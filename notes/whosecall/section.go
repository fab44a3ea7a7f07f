package whosecall

import (
	"fmt"
	"strings"
)

// section is a part of rules.txt or words.txt: what its brackets say, and its lines without notes.
type section struct {
	file  string
	line  int // of its brackets
	title string
	lines []textLine
}

type textLine struct {
	number int
	text   string
}

// sections cuts a file at its brackets.
func sections(file, text string) ([]section, error) {
	var all []section
	titles := map[string]bool{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			title := strings.TrimSpace(strings.Trim(line, "[]"))
			if titles[title] {
				return nil, fmt.Errorf("%s, line %d: [%s] is there twice", file, i+1, title)
			}
			titles[title] = true
			all = append(all, section{file: file, line: i + 1, title: title})
		case len(all) == 0:
			return nil, fmt.Errorf("%s, line %d: a line before the first section: %s", file, i+1, line)
		default:
			last := &all[len(all)-1]
			last.lines = append(last.lines, textLine{i + 1, line})
		}
	}
	return all, nil
}

// kind and name are the parts of a title: "order · told to".
func (s *section) kind() string {
	kind, _, _ := strings.Cut(s.title, " · ")
	return kind
}

func (s *section) name() string {
	_, name, _ := strings.Cut(s.title, " · ")
	return name
}

// fail is an error at a line of the section, 0 for its brackets.
func (s *section) fail(line int, format string, args ...any) error {
	if line == 0 {
		line = s.line
	}
	return fmt.Errorf("%s, line %d: %s", s.file, line, fmt.Sprintf(format, args...))
}

// words are all words of the section.
func (s *section) words() []string {
	var all []string
	for _, l := range s.lines {
		all = append(all, strings.Fields(l.text)...)
	}
	return all
}

// entries are what stands between the commas of the section.
func (s *section) entries() []string {
	var text strings.Builder
	for _, l := range s.lines {
		text.WriteString(l.text + " ")
	}
	var all []string
	for _, entry := range strings.Split(text.String(), ",") {
		all = append(all, strings.Join(strings.Fields(entry), " "))
	}
	return all
}

// pairs are its entries "typed = meant".
func (s *section) pairs() (map[string]string, error) {
	pairs := map[string]string{}
	for _, entry := range s.entries() {
		typed, meant, ok := strings.Cut(entry, " = ")
		if !ok || pairs[typed] != "" {
			return nil, s.fail(0, "not a pair, or there twice: %q", entry)
		}
		pairs[typed] = meant
	}
	return pairs, nil
}
