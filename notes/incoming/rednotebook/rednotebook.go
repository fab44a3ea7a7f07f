// Package rednotebook reads the months that RedNotebook keeps: a file of YAML each, as data/2026-11.txt, with a text and categories
// for each day. Sections of a day that are headed by a one-on-one, or a name, become notes of their own.
package rednotebook

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is RedNotebook's.
var Format = incoming.Format{Name: "RedNotebook", Reads: reads, Notes: read}

var (
	monthName = regexp.MustCompile(`^(\d{4})-(0[1-9]|1[0-2])\.txt$`)
	spareName = regexp.MustCompile(`^\d{4}-\d{2}\.(old|new|CONFLICT_BACKUP[\d.]*)\.txt$`)
	begins    = regexp.MustCompile(`^(?:\s*#[^\n]*\n|\s*\n)*\{?['"]?\d{1,2}['"]?:(\s|$)`)
)

func reads(tree fs.FS) (int, error) {
	if monthIn(tree, ".", true) {
		return 95, nil
	}
	return 0, nil
}

// monthIn reports whether a folder has a month in it, or a folder in it.
func monthIn(tree fs.FS, folder string, deep bool) bool {
	entries, _ := fs.ReadDir(tree, folder) // what can't be looked into says nothing
	for i, e := range entries {
		name := path.Join(folder, e.Name())
		switch {
		case monthName.MatchString(e.Name()):
			return isMonth(tree, name)
		case deep && e.IsDir() && i < 50 && (monthIn(tree, name, false) || monthIn(tree, path.Join(name, "data"), false)):
			return true
		}
	}
	return false
}

// isMonth reports whether a file begins as a month does.
func isMonth(tree fs.FS, name string) bool {
	f, err := tree.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 512))
	return err == nil && begins.Match(head)
}

func read(tree fs.FS, _ incoming.Options, take incoming.Taker) error {
	files, err := incoming.Files(tree, take.Skip, ".txt")
	if err != nil {
		return err
	}
	found := false
	for i, file := range files {
		base := path.Base(file)
		m := monthName.FindStringSubmatch(base)
		switch {
		case m != nil:
			found = true
			year, _ := strconv.Atoi(m[1])
			number, _ := strconv.Atoi(m[2])
			err = month{file: file, year: year, month: time.Month(number), take: take}.read(tree)
		case spareName.MatchString(base):
			err = take.Skip(incoming.Skipped{File: file, Why: voice.T("A spare copy that RedNotebook keeps. Handback reads the month itself.")})
		default:
			err = take.Skip(incoming.Skipped{File: file, Why: voice.T("It isn't a RedNotebook month, such as 2026-11.txt.")})
		}
		if err == nil {
			err = take.Progress(i+1, len(files))
		}
		if err != nil {
			return err
		}
	}
	if !found {
		return incoming.ErrNotMine
	}
	return nil
}

type month struct {
	file  string
	year  int
	month time.Month
	take  incoming.Taker
}

func (m month) skip(line int, why string) error {
	return m.take.Skip(incoming.Skipped{File: m.file, Line: line, Why: why})
}

func (m month) read(tree fs.FS) error {
	text, err := incoming.ReadText(tree, m.file)
	if err != nil {
		return m.skip(0, incoming.Why(err))
	}
	root, err := parse(text)
	switch {
	case err != nil:
		return m.skip(0, voice.T("This month is damaged. Open it in RedNotebook, or restore it from a backup, and try again."))
	case root == nil:
		return m.skip(0, voice.T("It's empty."))
	case root.Kind != yaml.MappingNode:
		return m.skip(0, voice.T("It isn't a RedNotebook month, such as 2026-11.txt."))
	}
	given := map[string]bool{}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if err := m.day(root.Content[i], root.Content[i+1], given); err != nil {
			return err
		}
	}
	return nil
}

// parse reads YAML. What its library can't bear is damaged like what it refuses.
func parse(text string) (root *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("rednotebook: %v", p)
		}
	}()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" {
		return nil, nil
	}
	return doc.Content[0], nil
}

func (m month) day(key, content *yaml.Node, given map[string]bool) error {
	number, err := strconv.Atoi(key.Value)
	date, ok := notes.NewDate(m.year, m.month, number)
	switch {
	case err != nil || !ok:
		return m.skip(key.Line, voice.T("“{day}” isn't a day in this month.", "day", key.Value))
	case content.Kind != yaml.MappingNode:
		return m.skip(key.Line, voice.T("This day is damaged. Open it in RedNotebook and save it again."))
	}
	all := m.notesOf(date, key.Line, content)
	if len(all) == 0 {
		return m.skip(key.Line, voice.T("There's no text for this day."))
	}
	for _, n := range all {
		for given[n.Origin] { // a day that the file has twice
			n.Origin += " +"
		}
		given[n.Origin] = true
		if err := m.take.Note(n); err != nil {
			return err
		}
	}
	return nil
}

func (m month) notesOf(date notes.Date, line int, content *yaml.Node) (all []incoming.Note) {
	text, categories, loose := contentOf(content)
	parts := sections(text)
	if len(parts) == 0 {
		parts = []section{{}}
	}
	if len(categories) > 0 {
		parts[0].lines = append(append(parts[0].lines, ""), categories...)
	}
	for _, part := range parts {
		body := reading.Body(part.lines)
		loose = append(loose, part.loose...)
		if body == "" {
			body, part.title = reading.Body([]string{part.title}), ""
		}
		if body == "" {
			continue
		}
		origin := m.file + "#" + string(date)
		if part.person != "" {
			origin += " " + part.person
		}
		all = append(all, incoming.Note{
			Origin: origin, File: m.file, Line: line, Person: part.person, Date: date, Title: part.title, Body: body, Loose: loose,
		})
		loose = nil
	}
	return all
}

// contentOf is the text of a day and its categories, as lines of a list, as RedNotebook itself exports them.
func contentOf(day *yaml.Node) (text string, categories, loose []string) {
	for i := 0; i+1 < len(day.Content); i += 2 {
		name, value := day.Content[i].Value, day.Content[i+1]
		switch {
		case name == "text" && value.Kind == yaml.ScalarNode:
			if text != "" {
				text += "\n\n"
			}
			text += value.Value
		case value.Kind == yaml.MappingNode && len(value.Content) > 0:
			categories = append(categories, made("- "+flat(name), ""))
			for n := 0; n+1 < len(value.Content); n += 2 {
				entry := flat(value.Content[n].Value)
				categories = append(categories, reading.Made("  - "+markup(entry), entry))
				if more := scalars(value.Content[n+1]); more != "" {
					loose = append(loose, entry+": "+more)
				}
			}
		default:
			tag := strings.Join(strings.Fields(name), "-")
			if !notes.ValidTag(tag) {
				categories = append(categories, made("- "+flat(name), ""))
			} else if !slices.Contains(notes.TagsIn(text), notes.Tag(tag)) {
				categories = append(categories, "#"+tag)
			}
			if more := scalars(value); more != "" {
				loose = append(loose, name+": "+more)
			}
		}
	}
	return text, categories, loose
}

func made(line, of string) string { return reading.Made(line, of) }

// flat is a name or an entry in one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// scalars are the words in what should have been none.
func scalars(n *yaml.Node) string {
	var said []string
	var walk func(n *yaml.Node, depth int)
	walk = func(n *yaml.Node, depth int) {
		if n.Kind == yaml.ScalarNode && n.Tag != "!!null" && n.Value != "" {
			said = append(said, flat(n.Value))
		}
		if depth < 20 {
			for _, c := range n.Content {
				walk(c, depth+1)
			}
		}
	}
	walk(n, 0)
	return strings.Join(said, " ")
}

// section is a part of a day that is one note.
type section struct {
	person, title string
	lines, loose  []string
}

// sections divides the text of a day at the headings that name somebody. What is headed by anything else stays the day's.
func sections(text string) []section {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	lines := strings.Split(text, "\n")
	verbatim, hidden := verbatims(lines), notes.Hidden(text)
	all := []section{{}}
	at := 0
	for i, line := range lines {
		if title, ok := heading(line); ok && !verbatim[i] && !hidden[i] { // what is below a private line stays there
			if who := whom(title); who != "" {
				at = len(all)
				all = append(all, section{person: who, title: title})
				continue
			}
			at = 0
		}
		if bar.MatchString(line) && !verbatim[i] {
			continue // it only divides
		}
		if !hidden[i] {
			line = say(line, verbatim[i])
			if !verbatim[i] {
				said, left := reading.Unfiled(line)
				line, all[at].loose = reading.Made(said, line), append(all[at].loose, left...)
			}
		}
		all[at].lines = append(all[at].lines, line)
	}
	for i := range all {
		all[i].lines = withoutGaps(all[i].lines)
	}
	return all
}

// whom is the person whom a heading names.
func whom(title string) string {
	if reading.SaysOneOnOne(title) {
		return reading.Person(title)
	}
	if n := len(strings.Fields(title)); n >= 2 && n <= 3 && reading.LooksLikeName(title) {
		return title
	}
	return ""
}

// withoutGaps leaves one blank line where there are more: RedNotebook ends a list by two.
func withoutGaps(lines []string) []string {
	var kept []string
	for _, line := range lines {
		if strings.TrimSpace(line) == "" && len(kept) > 0 && strings.TrimSpace(kept[len(kept)-1]) == "" {
			continue
		}
		kept = append(kept, line)
	}
	return kept
}
