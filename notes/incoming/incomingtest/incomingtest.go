// Package incomingtest holds a reader of another program's files to what every reader has to keep: nothing is lost, and nothing is
// filed that wasn't said.
package incomingtest

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"handback/notes"
	"handback/notes/incoming"
)

// Taken is what a reading gave.
type Taken struct {
	Notes   []incoming.Note
	Skipped []incoming.Skipped
	Files   int // that progress was asked for
}

// Note takes a note.
func (t *Taken) Note(n incoming.Note) error { t.Notes = append(t.Notes, n); return nil }

// Skip takes what isn't taken.
func (t *Taken) Skip(s incoming.Skipped) error { t.Skipped = append(t.Skipped, s); return nil }

// Progress counts.
func (t *Taken) Progress(int, int) error { t.Files++; return nil }

// Read reads a tree and holds what comes of it to the interface.
func Read(t testing.TB, f incoming.Format, tree fs.FS, in incoming.Options) *Taken {
	t.Helper()
	if in.Today == "" {
		in.Today = "2026-11-27"
	}
	taken := &Taken{}
	if err := f.Notes(tree, in, taken); err != nil {
		t.Fatal(err)
	}
	again := &Taken{}
	if err := f.Notes(tree, in, again); err != nil || again.String() != taken.String() {
		t.Errorf("read again it isn't the same (%v):\n%s\nand\n%s", err, taken, again)
	}
	hold(t, taken)
	stops(t, f, tree, in, len(taken.Notes))
	return taken
}

// hold holds what was taken to the interface.
func hold(t testing.TB, taken *Taken) {
	t.Helper()
	origins := map[string]bool{}
	for _, n := range taken.Notes {
		switch {
		case n.Origin == "" || origins[n.Origin]:
			t.Errorf("origin %q is of two notes, or of none", n.Origin)
		case n.Date != "" && !n.Date.Valid():
			t.Errorf("%q is no date", n.Date)
		case !norm.NFC.IsNormalString(n.Body) || strings.ContainsAny(n.Body, "\r\t\x00"):
			t.Errorf("body %q", n.Body)
		case strings.ContainsAny(n.Person+n.Title, "\n"):
			t.Errorf("person %q, title %q", n.Person, n.Title)
		case strings.TrimSpace(n.Body+n.Title) == "":
			t.Errorf("%s says nothing", n.Origin)
		}
		origins[n.Origin] = true
	}
	for _, s := range taken.Skipped {
		if s.Why == "" {
			t.Errorf("skipped without a word: %+v", s)
		}
	}
}

// stops holds that an error of who takes the notes ends the reading, and comes back.
func stops(t testing.TB, f incoming.Format, tree fs.FS, in incoming.Options, count int) {
	t.Helper()
	if count == 0 {
		return
	}
	full := errors.New("the disk is full")
	for _, s := range []*stopper{{Taken: &Taken{}, noteErr: full}, {Taken: &Taken{}, progressErr: full}} {
		if err := f.Notes(tree, in, s); !errors.Is(err, full) || len(s.Notes) > 0 && s.noteErr != nil {
			t.Errorf("an error of the taker gave %v, after %d notes", err, len(s.Notes))
		}
	}
}

type stopper struct {
	*Taken
	noteErr, progressErr error
}

func (s *stopper) Note(n incoming.Note) error {
	if s.noteErr != nil {
		return s.noteErr
	}
	return s.Taken.Note(n)
}

func (s *stopper) Progress(int, int) error { return s.progressErr }

// String is all that was taken, to compare with.
func (t *Taken) String() string {
	var b strings.Builder
	for _, n := range t.Notes {
		fmt.Fprintf(&b, "=== %s | %s:%d | %s | %s | %s\n%s\n", n.Origin, n.File, n.Line, n.Person, n.Date, n.Title, n.Body)
		for _, l := range n.Loose {
			fmt.Fprintf(&b, "~ %s\n", l)
		}
	}
	for _, s := range t.Skipped {
		fmt.Fprintf(&b, "--- %s:%d %s\n", s.File, s.Line, s.Why)
	}
	return b.String()
}

var update = flag.Bool("update", false, "write anew what is read of the files of testdata")

// Kept holds what was taken to what a file of testdata keeps of it; with -update it is written there.
func Kept(t testing.TB, file string, got *Taken) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || got.String() != string(want) {
		t.Errorf("%s: %v\n%s", file, err, got)
	}
}

// Letters are the letters and figures of a text in the order in which they stand, which is what has to be left of a line whatever
// marks a program writes it with.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFC.String(notes.Normalise(s)))
}

// Lost are the words of the sources that are in no note, its title, person, date or loose ends, nor in a file that was skipped. known
// says of a word that the reader may leave it out, since it belongs to the shape of the file.
func Lost(t *Taken, sources map[string]string, known func(word string) bool) []string {
	have, letters := map[string]map[string]bool{}, map[string]string{}
	keep := func(file, s string) {
		if have[file] == nil {
			have[file] = map[string]bool{}
		}
		for _, w := range words(s) {
			have[file][w] = true
		}
		letters[file] += Letters(s) + " "
	}
	skipped := map[string]bool{}
	for _, n := range t.Notes {
		keep(n.File, strings.Join(slices.Concat([]string{n.Body, n.Title, n.Person, string(n.Date)}, n.Loose, n.Called), "\n"))
	}
	for _, s := range t.Skipped {
		keep(s.File, s.Why)
		skipped[s.File] = skipped[s.File] || s.Line == 0
	}
	var lost []string
	for file, text := range sources {
		for _, w := range words(text) {
			if !skipped[file] && !have[file][w] && !strings.Contains(letters[file], w) && !known(w) {
				lost = append(lost, file+": "+w)
			}
		}
	}
	return lost
}

func words(s string) []string {
	return strings.FieldsFunc(norm.NFC.String(notes.Normalise(s)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Mc, r)
	})
}

// Unsaid are the lines of the notes that file although no line of the sources says so: neither does such a line file itself, nor
// is it a task by the program's own mark.
func Unsaid(t *Taken, sources map[string]string, task func(line string) bool) []string {
	said := map[string]map[string]bool{}
	for file, text := range sources {
		said[file] = map[string]bool{}
		for _, line := range strings.Split(norm.NFC.String(notes.Normalise(text)), "\n") {
			if task(line) || len(notes.Parse(line, notes.Context{Date: "2026-11-27", Person: 2, Me: 1})) > 0 {
				said[file][Letters(line)] = true
			}
		}
	}
	var unsaid []string
	for _, n := range t.Notes {
		for _, it := range notes.Parse(n.Body, notes.Context{Date: "2026-11-27", Person: 2, Me: 1}) {
			if !anyHolds(said[n.File], Letters(it.Text)) {
				unsaid = append(unsaid, n.Origin+": "+it.Raw)
			}
		}
	}
	return unsaid
}

// Bared are the lines that are private in the sources and can be seen in the notes, beyond what the sources say openly too.
func Bared(t *Taken, sources map[string]string) []string {
	seen := map[string]map[string]int{}
	for _, n := range t.Notes {
		if seen[n.File] == nil {
			seen[n.File] = map[string]int{}
		}
		hidden := notes.Hidden(n.Body)
		for i, line := range strings.Split(n.Body, "\n") {
			if !hidden[i] {
				seen[n.File][Letters(line)]++
			}
		}
		seen[n.File][Letters(n.Title)]++
	}
	var bared []string
	for file, text := range sources {
		text = norm.NFC.String(notes.Normalise(text))
		hidden := notes.Hidden(text)
		lines := strings.Split(text, "\n")
		openly := func(l string) (n int) {
			for i, line := range lines {
				if !hidden[i] && strings.Contains(Letters(line), l) {
					n++
				}
			}
			return n
		}
		for i, line := range lines {
			if l := Letters(line); hidden[i] && l != "" && seen[file][l] > openly(l) {
				bared = append(bared, file+": "+line)
			}
		}
	}
	return bared
}

func anyHolds(lines map[string]bool, text string) bool {
	for line := range lines {
		if strings.Contains(line, text) {
			return true
		}
	}
	return false
}

// Fuzz reads b as the file of that name with the format.
func Fuzz(t *testing.T, f incoming.Format, name string, b []byte) *Taken {
	t.Helper()
	tree, err := incoming.Open(name, bytes.NewReader(b), int64(len(b)), time.Time{})
	if err != nil {
		t.Skip(err)
	}
	sure, err := f.Reads(tree)
	if err != nil || sure < 0 || sure > 100 {
		t.Errorf("sure %d, %v", sure, err)
	}
	if sure == 0 {
		if err := f.Notes(tree, incoming.Options{}, &Taken{}); err != nil && !errors.Is(err, incoming.ErrNotMine) {
			t.Errorf("what isn't its own gives %v", err)
		}
		return &Taken{}
	}
	return Read(t, f, tree, incoming.Options{})
}
