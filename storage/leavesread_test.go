package storage

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"handback/notes"
)

// TestPagesAreReadAsSQLiteReadsThem reads the notes of a sound journal from its pages, with texts that take several.
func TestPagesAreReadAsSQLiteReadsThem(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for i, size := range []int{0, 1, 100, 5000, 8100, 8190, 9000, 17000, 200000} {
		addNote(t, j, ana, notes.HeldNote, notes.Date("2026-01-01").AddDays(i), string(bytes.Repeat([]byte("é words\n"), size/9)))
	}
	for i := range 200 {
		addNote(t, j, ana, notes.JournalNote, notes.Date("2025-01-01").AddDays(i), "short\n")
	}
	want := textsByID(t, j)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	got := strayNotes(j.Path(), nil)
	if len(got) != len(want) {
		t.Errorf("%d notes are read, not %d", len(got), len(want))
	}
	for id, body := range want {
		if n := got[int64(id)]; n.body != body || n.person != int64(ana) || n.uid == "" {
			t.Errorf("note %d: %d bytes, not %d", id, len(n.body), len(body))
		}
	}
}

// TestALostInnerPageLosesNoNote clears the page by which the others of the table of notes are found.
func TestALostInnerPageLosesNoNote(t *testing.T) {
	plainOnly(t)
	path, texts := damagedJournal(t, func(file []byte) []byte {
		whole := filepath.Join(t.TempDir(), FileName)
		if err := os.WriteFile(whole, file, 0o600); err != nil {
			t.Fatal(err)
		}
		j := must[*Journal](t)(Open(whole, Options{Now: newClock().now}))
		root := must[int64](t)(one(j.c, "SELECT rootpage FROM sqlite_schema WHERE name = 'note'", scalar[int64]))
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		if file[(root-1)*pageSize] != 5 {
			t.Fatal("it is no inner page")
		}
		clear(file[(root-1)*pageSize : root*pageSize])
		return file
	})
	report := must[notes.Salvaged](t)(Salvage(path, newClock().now))
	j := openedAt(t, report.Path)
	for uid, body := range heldTexts(t, j) {
		if texts[uid] == body {
			delete(texts, uid)
		}
	}
	if len(texts) > 0 || len(report.Lost) > 0 {
		t.Errorf("%d notes are not what they were, %d are told as lost", len(texts), len(report.Lost))
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

// TestWhatWasDeletedForGoodIsNotBroughtBack clears that page of a journal from which a note was deleted.
func TestWhatWasDeletedForGoodIsNotBroughtBack(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "quarzword\n")
	addNote(t, j, ana, notes.HeldNote, "2026-11-21", "stays\n")
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(id)})
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	for _, n := range strayNotes(j.Path(), nil) {
		if n.body != "stays\n" {
			t.Errorf("%q is read", n.body)
		}
	}
}

// FuzzPages reads pages that hold anything: nothing but rows comes of it, and nothing hangs.
func FuzzPages(f *testing.F) {
	page := make([]byte, 1024)
	page[0], page[4], page[8], page[9] = leafPage, 1, 1, 0
	f.Add(page)
	f.Add(bytes.Repeat([]byte{0xff}, 2048))
	f.Fuzz(func(t *testing.T, data []byte) {
		const size = 512
		p := pages{file: bytes.NewReader(data), size: size, usable: size, count: int64(len(data) / size)}
		for n := range p.count + 1 {
			p.rows(n+1, func(id int64, values []any) {
				for _, v := range values {
					switch v.(type) {
					case nil, string, int64:
					default:
						t.Errorf("a column is a %T", v)
					}
				}
				strayOf(id, values)
			})
		}
	})
}

// FuzzLog reads logs that hold anything.
func FuzzLog(f *testing.F) {
	f.Add(bytes.Repeat([]byte{0x37, 0x7f, 6, 0x82}, 4000))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := scanLog(bytes.NewReader(data))
		if err != nil || l.commits < 0 || l.behind < 0 || l.frames > len(data)/frameHeadSize {
			t.Errorf("%+v, %v", l, err)
		}
	})
}
