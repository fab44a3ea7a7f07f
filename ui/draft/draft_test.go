package draft

import (
	"errors"
	"testing"
	"time"

	"handback/notes"
)

// page is an editor that remembers nothing but its text.
type page struct {
	text    string
	changed func()
}

func (p *page) Text() string { return p.text }

func (p *page) SetText(s string) { p.text = s; p.tell() }

func (p *page) Open(_, text string, _ bool) { p.SetText(text) }

func (p *page) Keep(string) {}

func (p *page) Prune(func(string) bool) {}

// Replace tells of a half-done state as well, as a real Entry does when it deletes and then pastes.
func (p *page) Replace(start, end int, with string) {
	r := []rune(p.text)
	p.text = string(r[:start]) + string(r[end:])
	p.tell()
	p.text = string(r[:start]) + with + string(r[end:])
	p.tell()
}

func (p *page) CaretLine() int { return -1 }

func (p *page) SetCaret(int) {}

func (p *page) Undo() {}

func (p *page) Travels() int { return 0 }

func (p *page) Together(act func()) { act() }

func (p *page) tell() {
	if p.changed != nil {
		p.changed()
	}
}

func (p *page) typeEnd(s string) { p.text += s; p.tell() }

// shelf is a journal of one note.
type shelf struct {
	note  notes.Note
	saves int
	kept  []string
	fail  error
}

func (s *shelf) Note(notes.NoteID) (notes.Note, error) { return s.note, nil }

func (s *shelf) SaveBody(_ notes.NoteID, base int64, body string) (int64, error) {
	if s.fail != nil {
		return 0, s.fail
	}
	if base != s.note.Rev {
		return 0, notes.ErrConflict
	}
	s.saves++
	s.note.Rev++
	s.note.Body = body
	return s.note.Rev, nil
}

func (s *shelf) Keep(notes.NoteID) error {
	s.kept = append(s.kept, s.note.Body)
	return s.fail
}

type bench struct {
	*Draft
	page   *page
	shelf  *shelf
	timers []timer
	now    time.Duration
	states []State
	lost   []string
	unkept []error
}

type timer struct {
	at   time.Duration
	f    func()
	live *bool
}

func newBench(t *testing.T, body string) *bench {
	t.Helper()
	b := &bench{
		page:  &page{},
		shelf: &shelf{note: notes.Note{NoteHead: notes.NoteHead{ID: 7, Person: 2, Date: "2025-12-02", Rev: 1}, Body: body}},
	}
	b.Draft = New(Config{
		Store: b.shelf,
		Context: func(p notes.PersonID, d notes.Date) notes.Context {
			return notes.Context{Person: p, Date: d, Me: 1, Names: notes.NewNames(team)}
		},
		After:    b.after,
		OnState:  func(s State, _ error) { b.states = append(b.states, s) },
		OnSaved:  func(notes.Note) {},
		OnMerged: func(lost string) { b.lost = append(b.lost, lost) },
		OnUnkept: func(err error) { b.unkept = append(b.unkept, err) },
	})
	b.page.changed = b.Changed
	if err := b.Open(b.shelf.note, b.page, false); err != nil {
		t.Fatal(err)
	}
	return b
}

var team = []notes.Person{
	{ID: 1, Kind: notes.KindMe, Name: "Me"},
	{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz"},
	{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"},
}

func (b *bench) after(d time.Duration, f func()) func() {
	live := true
	b.timers = append(b.timers, timer{b.now + d, f, &live})
	return func() { live = false }
}

// pass lets time go by.
func (b *bench) pass(d time.Duration) {
	end := b.now + d
	for {
		next := -1
		for i, t := range b.timers {
			if *t.live && t.at <= end && (next < 0 || t.at < b.timers[next].at) {
				next = i
			}
		}
		if next < 0 {
			b.now = end
			return
		}
		t := b.timers[next]
		*t.live = false
		b.now = t.at
		t.f()
	}
}

func TestWhatIsTypedIsSavedAfterAPause(t *testing.T) {
	b := newBench(t, "one\n")
	b.page.typeEnd("two")
	if b.State() != Saving {
		t.Errorf("state is %v, want Saving", b.State())
	}
	b.pass(500 * time.Millisecond)
	if b.shelf.note.Body != "one\ntwo" || b.State() != Saved {
		t.Errorf("saved %q, state %v", b.shelf.note.Body, b.State())
	}
}

func TestAtLeastEverySecondWhileTyping(t *testing.T) {
	b := newBench(t, "")
	for range 50 {
		b.page.typeEnd("x")
		b.pass(100 * time.Millisecond)
		if unsaved := len(b.page.text) - len(b.shelf.note.Body); unsaved > 10 {
			t.Fatalf("%d keys are not saved, that is more than a second", unsaved)
		}
	}
}

func TestNothingIsSavedWhereNothingChanged(t *testing.T) {
	b := newBench(t, "one")
	b.page.typeEnd("x")
	b.page.text = "one"
	b.page.tell()
	b.pass(5 * time.Second)
	if err := b.Close(); err != nil || b.shelf.saves != 0 {
		t.Errorf("saved %d times, %v", b.shelf.saves, err)
	}
}

func TestAFailedSaveKeepsTheTextAndTriesAgain(t *testing.T) {
	b := newBench(t, "")
	b.shelf.fail = notes.ErrFull
	b.page.typeEnd("kept")
	b.pass(time.Second)
	if b.State() != NotSaved || b.page.text != "kept" {
		t.Fatalf("state %v, text %q", b.State(), b.page.text)
	}
	if err := b.Close(); !errors.Is(err, notes.ErrFull) {
		t.Errorf("closing says %v", err)
	}
	b.page.typeEnd(" too")
	if b.State() != NotSaved {
		t.Errorf("typing on hides that nothing is saved: %v", b.State())
	}
	b.shelf.fail = nil
	b.pass(2 * time.Second)
	if b.shelf.note.Body != "kept too" || b.State() != Saved {
		t.Errorf("once there is room: %q, %v", b.shelf.note.Body, b.State())
	}
}

func TestAWriteFromElsewhereReachesTheEditor(t *testing.T) {
	b := newBench(t, "todo: a\ntodo: b\n")
	b.page.typeEnd("typing")
	if err := b.Flush(); err != nil {
		t.Fatal(err)
	}
	edit := notes.LineEdit{Note: 7, Line: 1, Old: "todo: a", New: "todo: a (done 2025-12-02)"}
	b.shelf.note.Body = "todo: a (done 2025-12-02)\ntodo: b\ntyping"
	b.shelf.note.Rev++
	if err := b.Replay(
		[]notes.LineEdit{edit, {Note: 8, Line: 1, Old: "x", New: "y"}},
		map[notes.NoteID]int64{7: b.shelf.note.Rev},
	); err != nil {
		t.Fatal(err)
	}
	if b.page.text != b.shelf.note.Body {
		t.Errorf("the editor has %q", b.page.text)
	}
	b.page.typeEnd(" on")
	b.pass(time.Second)
	if b.shelf.note.Body != "todo: a (done 2025-12-02)\ntodo: b\ntyping on" {
		t.Errorf("then saved %q", b.shelf.note.Body)
	}
}

func TestAConflictIsMergedByLine(t *testing.T) {
	b := newBench(t, "one\ntwo\n")
	b.page.typeEnd("three\n")
	b.shelf.note.Body, b.shelf.note.Rev = "ONE\ntwo\n", 9
	b.pass(time.Second)
	if b.shelf.note.Body != "ONE\ntwo\nthree\n" || b.page.text != b.shelf.note.Body {
		t.Errorf("saved %q, editor %q", b.shelf.note.Body, b.page.text)
	}
	if len(b.lost) != 1 || b.lost[0] != "" {
		t.Errorf("lost %q", b.lost)
	}
}

func TestWhatGivesWayInAConflictIsKept(t *testing.T) {
	b := newBench(t, "one\n")
	b.page.text = "mine\n"
	b.Changed()
	b.shelf.note.Body, b.shelf.note.Rev = "theirs\n", 9
	b.pass(time.Second)
	if b.shelf.note.Body != "mine\n" || len(b.lost) != 1 || b.lost[0] != "theirs" {
		t.Errorf("saved %q, lost %q", b.shelf.note.Body, b.lost)
	}
	if len(b.shelf.kept) != 1 || b.shelf.kept[0] != "theirs\n" {
		t.Errorf("kept %q", b.shelf.kept)
	}
}

func TestTheProjectionHidesAndKeeps(t *testing.T) {
	b := newBench(t, "")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b.shelf.note.Body = "a\nprivate: pay\ntodo Ben: other\nb\n"
	if err := b.Open(b.shelf.note, b.page, true); err != nil {
		t.Fatal(err)
	}
	if b.page.text != "a\nb\n" || b.Folded() != 2 {
		t.Fatalf("shown %q, folded %d", b.page.text, b.Folded())
	}
	b.page.typeEnd("c")
	b.pass(time.Second)
	if b.shelf.note.Body != "a\nprivate: pay\ntodo Ben: other\nb\nc" {
		t.Errorf("saved %q", b.shelf.note.Body)
	}
}

func TestSpan(t *testing.T) {
	for _, c := range []struct {
		from, to   string
		start, end int
		with       string
	}{
		{"", "", 0, 0, ""},
		{"abc", "abc", 3, 3, ""},
		{"abc", "abXc", 2, 2, "X"},
		{"aaa", "aa", 2, 3, ""},
		{"é b", "é c", 2, 3, "c"},
		{"x", "", 0, 1, ""},
	} {
		t.Run(c.from, func(t *testing.T) {
			if start, end, with := span(c.from, c.to); start != c.start || end != c.end || with != c.with {
				t.Errorf("span(%q, %q) = %d, %d, %q", c.from, c.to, start, end, with)
			}
		})
	}
}
