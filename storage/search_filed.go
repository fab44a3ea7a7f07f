package storage

import (
	"cmp"
	"slices"
	"strings"

	"handback/notes"
)

// What is filed from the lines of notes that match is read for many of them at once, and nothing with it that is known already:
// a note's body holds the lines, its head tells whose they are.

// filedLines are what is filed from the lines of a note that a query looks at. They are read for many notes at once, or when a
// line is asked for.
type filedLines struct {
	search
	of   *found
	read bool
	all  []filedItem
	err  error // of the reading; then no line says anything
}

// filedItem is an item for one of its people.
type filedItem struct {
	notes.Item
	note        notes.NoteID
	person      notes.PersonID
	rawAt, rawN int
}

const filedItemColumns = `SELECT i.note_id, i.line, i.person_id, i.label, coalesce(i.actor, ''), i.text, i.tags, coalesce(i.due, ''),
	i.state, coalesce(i.state_date, ''), i.remark, i.people, i.raw_at, i.raw_length `

func scanFiledItem(s scanner) (f filedItem, err error) {
	var tags, people string
	err = s.Scan((*int64)(&f.note), &f.Line, (*int64)(&f.person), (*string)(&f.Label), (*string)(&f.Actor), &f.Text, &tags,
		(*string)(&f.Due), (*string)(&f.State), (*string)(&f.StateDate), &f.Remark, &people, &f.rawAt, &f.rawN)
	if tags != "" {
		f.Tags = strings.Fields(tags)
	}
	f.People = peopleOf(people, f.person)
	return f, err
}

// readFrom takes the line from the body of its note.
func (f *filedItem) readFrom(body string) {
	from := min(max(f.rawAt, 0), len(body))
	f.Raw = body[from:min(max(from+f.rawN, from), len(body))]
}

// filedAtOnce is from how many notes, or lines, the items are read at once.
const filedAtOnce = 24

// What is filed from some notes; of that a label and a tag that all of it has to have, or an empty text for any.
var filedOfNotes = filedItemColumns + "FROM (VALUES (?)" + strings.Repeat(", (?)", filedAtOnce-1) + `) v
	CROSS JOIN item i ON i.note_id = v.column1
	WHERE (?25 = '' OR i.label = ?25) AND (?26 = '' OR instr(' ' || i.tags || ' ', ' ' || ?26 || ' '))`

// readFiled reads what is filed from candidates of which a line will be asked for.
func (s search) readFiled(all []candidate) error {
	asked := make([]*filedLines, 0, len(all))
	for i := range all {
		if c := &all[i]; c.filed != nil && s.mayAsk(c) {
			asked = append(asked, c.filed)
		}
	}
	for some := range slices.Chunk(asked, filedAtOnce) {
		if err := s.readSomeFiled(some); err != nil {
			return err
		}
	}
	return nil
}

// mayAsk reports whether a line that says something may be filed.
func (s search) mayAsk(c *candidate) bool {
	if len(s.find.terms) == 0 {
		return mayBeFiled(c.text.body)
	}
	for line := range c.text.saying() {
		if mayBeFiled(c.text.said(line)) {
			return true
		}
	}
	return false
}

func (s search) readSomeFiled(some []*filedLines) error {
	args := make([]any, filedAtOnce, filedAtOnce+2)
	for i, f := range some {
		args[i] = int64(f.of.ID)
	}
	tag := ""
	if len(s.tags) > 0 {
		tag = s.tags[0]
	}
	all, err := list(s.c, filedOfNotes, append(args, string(s.Label), tag), scanFiledItem)
	if err != nil {
		return err
	}
	for _, f := range some {
		f.read = true
		for i := range all {
			if all[i].note == f.of.ID {
				all[i].readFrom(f.of.text.body)
				f.all = append(f.all, all[i])
			}
		}
		slices.SortFunc(f.all, func(a, b filedItem) int { return cmp.Or(a.Line-b.Line, cmp.Compare(a.person, b.person)) })
	}
	return nil
}

// line are the items of a line, without those that the query does not look at.
func (f *filedLines) line(text markedText, line int) []filedItem {
	if f.err != nil || !mayBeFiled(text.said(line)) {
		return nil
	}
	if !f.read {
		f.err = f.readSomeFiled([]*filedLines{f})
	}
	from, _ := slices.BinarySearchFunc(f.all, line, func(x filedItem, line int) int { return x.Line - line })
	to := from
	for to < len(f.all) && f.all[to].Line == line {
		to++
	}
	return f.all[from:to]
}

var filedOfLines = filedItemColumns + "FROM (VALUES (?, ?)" + strings.Repeat(", (?, ?)", filedAtOnce-1) + `) v
	CROSS JOIN item i ON i.note_id = v.column1 AND i.line = v.column2`

// mayBeFiledLines are lines of hits of which it is to be read whether something is filed from them.
type mayBeFiledLines []mayBeFiledLine

type mayBeFiledLine struct {
	note notes.NoteID
	body string // of the note
	line *notes.HitLine
}

// addItems gives each line of the hits the item that is filed from it.
func (s search) addItems() error {
	for some := range slices.Chunk(*s.filed, filedAtOnce) {
		if err := s.addSomeItems(some); err != nil {
			return err
		}
	}
	return nil
}

func (s search) addSomeItems(lines []mayBeFiledLine) error {
	args := make([]any, 2*filedAtOnce)
	for i, l := range lines {
		args[2*i], args[2*i+1] = int64(l.note), l.line.Line
	}
	filed, err := list(s.c, filedOfLines, args, scanFiledItem)
	for _, l := range lines {
		at := slices.IndexFunc(filed, func(f filedItem) bool { return f.note == l.note && f.Line == l.line.Line })
		if at >= 0 {
			filed[at].readFrom(l.body)
			l.line.Item = &filed[at].Item
		}
	}
	return err
}
