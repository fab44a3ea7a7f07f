package notes

import (
	"maps"
	"slices"
	"strings"
)

// Earlier is how lines of a note were read before the grammar changed, where it reads them otherwise now and the manager
// has not said yet which reading holds. It names a line by its text, so that it outlives edits around the line and finds
// it again where one is undone: the readings of a text are those of its places in the note, in order; nil is a line from
// which nothing was filed.
type Earlier map[string][]*Item

// at is the reading of place k of a line. A place that came later is read as the last one was. It is false where nothing
// is known of the line.
func (e Earlier) at(line string, k int) (*Item, bool) {
	was := e[line]
	if len(was) == 0 {
		return nil, false
	}
	return was[min(k, len(was)-1)], true
}

// Rereading is a line that is read otherwise than before an update.
type Rereading struct {
	Note       NoteID
	NoteUID    string
	NoteDate   Date
	NotePerson PersonID
	NoteKind   NoteKind
	Line       int    // the first place of the line in the note, counted from 1
	Raw        string // the line
	Places     int    // how often it stands in the note; one answer is for all of them
	Before     *Item  // nil where nothing was filed
	After      *Item  // nil where nothing would be
}

// readings is what is filed from each line of a body: nil where nothing is. Where in.Earlier knows a line, it is read as it
// was, but for one that is private now and one about somebody who is gone.
func (in Context) readings(s *sheet) []*Item {
	all := make([]*Item, len(s.lines))
	seen := map[string]int{}
	for i, line := range s.lines {
		if r, ok := in.readOf(s, i); ok {
			it := r.item
			it.Line = i + 1
			all[i] = &it
		}
		was, known := in.Earlier.at(line, seen[line])
		if !known {
			continue
		}
		seen[line]++
		if s.hidden[i] || !in.knowsAll(was) {
			continue
		}
		all[i] = nil
		if was != nil {
			it := *was
			it.Line, it.Raw = i+1, line
			all[i] = &it
		}
	}
	return all
}

// knowsAll reports whether everybody whom a reading is about is still there.
func (in Context) knowsAll(it *Item) bool {
	if it == nil {
		return true
	}
	for _, id := range it.People {
		if id != in.Me && id != in.Person && !in.Names.knows(id) {
			return false
		}
	}
	return len(it.People) > 0
}

// knows reports whether the person is one of those whose names are known.
func (n *Names) knows(id PersonID) bool { return n != nil && len(n.written[id]) > 0 }

// isEarlier reports whether a line is read as it was before an update.
func (in Context) isEarlier(line string) bool { return len(in.Earlier[line]) > 0 }

// now is in without what was read before: every line as the grammar reads it.
func (in Context) now() Context {
	in.Earlier = nil
	return in
}

// meansTheSame reports whether two readings of a line mean the same: the same is filed, about the same people, by the same
// actor, due by the same day, in the same state, under the same tags. How much of the line is its text is no difference.
func meansTheSame(a, b *Item) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Label == b.Label && a.Actor == b.Actor && a.Due == b.Due && a.State == b.State && a.StateDate == b.StateDate &&
		sameSet(a.People, b.People) && sameSet(a.Tags, b.Tags)
}

func sameSet[T int64 | string | PersonID](a, b []T) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// ReadOtherwise holds what was filed from a body by an earlier version against what the grammar reads in it now. It
// returns the earlier readings of the lines that now mean something else. Lines that are private now are none of them: what
// hides a line holds at once.
func ReadOtherwise(body string, in Context, filed []Item) Earlier {
	s := newSheet(body)
	now := in.now().readings(&s)
	was := make([]*Item, len(now))
	for i := range filed {
		if at := filed[i].Line - 1; at >= 0 && at < len(was) {
			was[at] = &filed[i]
		}
	}
	differ := map[string]bool{}
	for i, line := range s.lines {
		if !s.hidden[i] && !meansTheSame(was[i], now[i]) {
			differ[line] = true
		}
	}
	if len(differ) == 0 {
		return nil
	}
	e := Earlier{}
	for i, line := range s.lines {
		if differ[line] {
			e[line] = append(e[line], was[i])
		}
	}
	return e
}

// Reread lists the lines of a body of which in.Earlier knows another meaning than they have now, in line order, each text
// once.
func Reread(body string, in Context) []Rereading {
	if len(in.Earlier) == 0 {
		return nil
	}
	s := newSheet(body)
	now, was := in.now().readings(&s), in.readings(&s)
	found := map[string]int{}
	var list []Rereading
	for i, line := range s.lines {
		if !in.isEarlier(line) {
			continue
		}
		if k, twice := found[line]; twice && list[k].differs() {
			list[k].Places++
			continue
		}
		r := Rereading{Line: i + 1, Raw: line, Places: 1, Before: was[i], After: now[i]}
		if k, twice := found[line]; twice {
			r.Places += list[k].Places
			list[k] = r
			continue
		}
		found[line] = len(list)
		list = append(list, r)
	}
	return slices.DeleteFunc(list, func(r Rereading) bool { return !r.differs() })
}

func (r Rereading) differs() bool { return !meansTheSame(r.Before, r.After) }

// KeepReading is the change by which a line goes on to be read as before: it is written out, wherever it stands in the
// note, so that the grammar reads it so, and no other line otherwise than now. It returns the body after it, too; false
// where no writing says so.
func KeepReading(body string, in Context, r Rereading) (Change, string, bool) {
	s := newSheet(body)
	before := in.readings(&s)
	var c Change
	kept, stays := body, false
	for i, line := range s.lines {
		if line != r.Raw {
			continue
		}
		edit, ok := in.keepLine(kept, line, i, before[i])
		if !ok {
			return Change{}, body, false
		}
		if edit.New == line {
			stays = true
			continue
		}
		edit.Note = r.Note
		kept, _, _ = ApplyEdit(kept, edit)
		c.Edits = append(c.Edits, edit)
	}
	if !in.keepsAll(body, kept, r.Raw) {
		return Change{}, body, false
	}
	if stays { // of several places of a text one that says the same still
		c.Rows = []Row{TakeNewReading{Note: r.Note, Line: r.Raw}}
	}
	return c, kept, true
}

// keepLine is the edit that keeps line i of a body; false where nothing does.
func (in Context) keepLine(body, line string, i int, before *Item) (LineEdit, bool) {
	for _, try := range append([]string{line}, in.keepings(line, before)...) {
		e := LineEdit{Op: ReplaceLine, Line: i + 1, Old: line, New: try}
		kept, _, err := ApplyEdit(body, e)
		if err != nil {
			continue
		}
		s := newSheet(kept)
		if now := in.now().readings(&s); !s.hidden[i] && saysAsBefore(now[i], before) {
			return e, true
		}
	}
	return LineEdit{}, false
}

func saysAsBefore(now, before *Item) bool {
	if now == nil || before == nil {
		return now == before
	}
	return sameItem(*now, *before)
}

// keepings are the ways to write a line that was read as before, the smallest edit first. They still have to be read.
func (in Context) keepings(line string, before *Item) []string {
	if before == nil {
		o := readStart(line)
		return []string{line[:o.after] + `\` + line[o.after:]}
	}
	in = in.now()
	want := *before
	want.State, want.StateDate = plainState(want)
	if r, ok := in.read(line); ok {
		return append(in.rewritings(line, r, want), in.writings(line, want)...)
	}
	return in.writings(line, want)
}

// writings write an item out anew, behind the marker and box of a line and without them.
func (in Context) writings(line string, want Item) []string {
	o := readStart(line)
	heads := []string{line[:o.after], line[:blanks(line)]}
	if o.box.to > 0 {
		heads = []string{line[:o.after], line[:o.box.from], line[:blanks(line)]}
	}
	var lines []string
	for _, head := range heads {
		lines = append(lines, head+Format(want, in))
	}
	if names, ok := in.whoNamed(want.Label, want.Actor, want.People); ok {
		for _, head := range heads {
			lines = append(lines, head+in.formatWith(want, names))
		}
	}
	return lines
}

// keepsAll reports whether, of two bodies of as many lines, the second says of every line but the kept one what the first
// does, for what is filed and for what would be once the rest is decided, and hides the same.
func (in Context) keepsAll(body, kept, line string) bool {
	a, b := newSheet(body), newSheet(kept)
	if !slices.Equal(a.hidden, b.hidden) {
		return false
	}
	wasNow, was := in.now().readings(&a), in.readings(&a)
	isNow, is := in.now().readings(&b), in.readings(&b)
	for i, l := range a.lines {
		switch {
		case l == line:
			if !saysAsBefore(isNow[i], was[i]) {
				return false
			}
		case !saysAsBefore(is[i], was[i]):
			return false
		case !saysAsBefore(isNow[i], wasNow[i]) && !saysAsBefore(isNow[i], was[i]):
			return false
		}
	}
	return true
}

// ActLost reports whether an act on a line of which something was filed before an update would leave it filed nowhere: the
// line says it, but not where it stands in the body, e.g. in what is a code fence by now.
func ActLost(body string, in Context, e LineEdit) bool {
	filed := func(it *Item) bool { return it != nil }
	if e.Op != ReplaceLine || !slices.ContainsFunc(in.Earlier[e.Old], filed) {
		return false
	}
	s := newSheet(body)
	_, says := in.read(e.New)
	return says && e.Line <= len(s.lines) && in.readings(&s)[e.Line-1] == nil
}

// TakeNewReading is a row that lets the lines of one text in a note be read as the grammar reads them now. It changes nothing
// where they are already.
type TakeNewReading struct {
	Note NoteID
	Line string
}

func (TakeNewReading) row() {}

// Undecided are the earlier readings of all notes that have some, by the person and day of the note.
type Undecided map[DayOf]Earlier

// DayOf is a day of a person.
type DayOf struct {
	Person PersonID
	Date   Date
}

// Add adds the readings of a note. What two notes of a day both know of a line, the first one says.
func (u Undecided) Add(of DayOf, e Earlier) {
	if u[of] == nil {
		u[of] = Earlier{}
	}
	for line, was := range e {
		if _, known := u[of][line]; !known {
			u[of][line] = was
		}
	}
}

// Without are the readings but of a line.
func (e Earlier) Without(line string) Earlier {
	rest := maps.Clone(e)
	delete(rest, line)
	return rest
}

// Lines are the lines of which something is known, sorted.
func (e Earlier) Lines() []string { return slices.SortedFunc(maps.Keys(e), strings.Compare) }

// Gone are those of Lines that stand in a body no more.
func (e Earlier) Gone(body string) []string {
	stands := map[string]bool{}
	for _, line := range splitLines(body) {
		stands[line] = true
	}
	return slices.DeleteFunc(e.Lines(), func(line string) bool { return stands[line] })
}
