package storage

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"handback/notes"
)

const pageSize = 8192

// damagedJournal is a sound journal after damage, and its notes' texts by uid.
func damagedJournal(t *testing.T, damage func(file []byte) []byte) (path string, texts map[string]string) {
	t.Helper()
	sound.Do(func() { soundFile, soundTexts = soundJournal(t) })
	path = filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(path, damage(bytes.Clone(soundFile)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, maps.Clone(soundTexts)
}

var (
	sound      sync.Once
	soundFile  []byte
	soundTexts map[string]string
)

// soundJournal is the file of a journal with 3 people and 120 notes, of which every tenth has an earlier version, and the
// notes' texts by uid.
func soundJournal(t *testing.T) (file []byte, texts map[string]string) {
	t.Helper()
	j, clock := newJournal(t)
	texts = fillSound(t, j, clock)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return must[[]byte](t)(os.ReadFile(j.Path())), texts
}

// fillSound writes into a journal, and returns the notes' texts by uid.
func fillSound(t *testing.T, j *Journal, clock *clock) (texts map[string]string) {
	t.Helper()
	texts = map[string]string{}
	for p := range 3 {
		person := addPerson(t, j, []string{"Ana", "Ben", "Chloé"}[p])
		for n := range 40 {
			body := fmt.Sprintf("todo: number %d of %d\n%s\npraise: for the word unique%dx%d\n", n, p, strings.Repeat("some more words. ", 60), p, n)
			id := addNote(t, j, person, notes.HeldNote, notes.Date("2026-11-20").AddDays(-7*n), body)
			note := must[notes.Note](t)(j.Note(id))
			if n%10 == 0 {
				clock.pass(6 * 60e9)
				body += "and one line more\n"
				must[int64](t)(j.SaveBody(id, note.Rev, body))
			}
			texts[note.UID] = body
		}
	}
	try(t, j.Idle())
	return texts
}

// heldTexts are the texts of a journal's notes by uid.
func heldTexts(t *testing.T, j *Journal) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := j.c.each("SELECT uid, body FROM note", nil, func(s scanner) (bool, error) {
		var uid, body string
		err := s.Scan(&uid, &body)
		found[uid] = body
		return true, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestSalvageOfASoundJournalLosesNothing(t *testing.T) {
	plainOnly(t)
	path, texts := damagedJournal(t, func(file []byte) []byte { return file })
	report, err := Salvage(path, newClock().now)
	if err != nil || len(report.Lost)+len(report.Partly) > 0 || report.Notes != len(texts) || report.People != 3 {
		t.Fatalf("%+v %v", report, err)
	}
	j := must[*Journal](t)(Open(report.Path, Options{Now: newClock().now}))
	defer j.Close() //nolint:errcheck // only looked at
	for uid, body := range heldTexts(t, j) {
		if texts[uid] != body {
			t.Fatalf("%s says %q", uid, body)
		}
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
	if n := must[int64](t)(one(j.c, "SELECT count(*) FROM revision", scalar[int64])); n < 12 {
		t.Errorf("%d earlier versions came along", n)
	}
}

// TestSalvageReadsAroundDamage writes noise over pages of the file: every note whose page is whole has to come along, and what
// comes along says what it said or is told as lost.
func TestSalvageReadsAroundDamage(t *testing.T) {
	aloneUnderRace(t)
	plainOnly(t)
	opened, saved, inner := 0, 0, 0
	for seed := range int64(25) {
		noise := rand.New(rand.NewSource(seed))
		var at int
		path, texts := damagedJournal(t, func(file []byte) []byte {
			at = 1 + noise.Intn(len(file)/pageSize-1)
			noise.Read(file[at*pageSize : (at+1)*pageSize])
			return file
		})
		before := must[[]byte](t)(os.ReadFile(path))
		report, err := Salvage(path, newClock().now)
		if errors.Is(err, notes.ErrDamaged) && err != nil && !exists(report.Path) {
			continue // a page without which nothing is known
		}
		if err != nil {
			t.Fatalf("seed %d, page %d: %v", seed, at, err)
		}
		opened++
		if string(before) != string(must[[]byte](t)(os.ReadFile(path))) {
			t.Fatal("the damaged journal was changed")
		}
		j := must[*Journal](t)(Open(report.Path, Options{Now: newClock().now}))
		same := 0
		for uid, body := range heldTexts(t, j) {
			if texts[uid] == body {
				same++
			}
		}
		saved += same
		if same+len(report.Lost) < len(texts) {
			t.Errorf("seed %d, page %d: %d of %d notes came along, and of %d it is told that they are lost", seed, at, same, len(texts), len(report.Lost))
		}
		if len(report.Lost) > 12 {
			inner++ // a page by which the others are found: then only earlier versions and filed lines are left
		}
		if err := errors.Join(j.CheckIndex(), j.Close()); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
	}
	if opened < 20 || inner > 2 || saved < (opened-inner)*108 {
		t.Errorf("of 25 damaged journals %d were read, %d of them without most notes, with %d notes", opened, inner, saved)
	}
}

// TestDerivedRowsAreNotNeeded damages every page of the tables that are made from the notes.
func TestDerivedRowsAreNotNeeded(t *testing.T) {
	plainOnly(t)
	var pages []int64
	path, texts := damagedJournal(t, func(file []byte) []byte {
		whole := filepath.Join(t.TempDir(), FileName)
		if err := os.WriteFile(whole, file, 0o600); err != nil {
			t.Fatal(err)
		}
		j := must[*Journal](t)(Open(whole, Options{Now: newClock().now}))
		pages = must[[]int64](t)(list(j.c, `SELECT rootpage FROM sqlite_schema WHERE rootpage > 1 AND
			(tbl_name IN ('item', 'item_tag', 'word', 'unworded', 'unindexed') OR tbl_name LIKE 'search%')`, nil, scalar[int64]))
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			clear(file[(p-1)*pageSize : p*pageSize])
		}
		return file
	})
	if len(pages) < 10 {
		t.Fatalf("only %d pages were damaged", len(pages))
	}
	report, err := Salvage(path, newClock().now)
	if err != nil || len(report.Lost)+len(report.Partly) > 0 {
		t.Fatalf("%+v %v", report, err)
	}
	j := must[*Journal](t)(Open(report.Path, Options{Now: newClock().now}))
	defer j.Close() //nolint:errcheck // only looked at
	for uid, body := range heldTexts(t, j) {
		if texts[uid] != body {
			t.Errorf("%s says %q", uid, body)
		}
		delete(texts, uid)
	}
	if len(texts) > 0 {
		t.Errorf("%d notes are gone", len(texts))
	}
	if got, _, err := j.Search(notes.Query{Text: "unique2x7"}); err != nil || len(got) != 1 {
		t.Errorf("search finds %d: %v", len(got), err)
	}
}

func TestOfNoiseNothingIsSalvaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(path, []byte(strings.Repeat("noise", 5000)), 0o600); err != nil {
		t.Fatal(err)
	}
	report, err := Salvage(path, newClock().now)
	if err == nil || report.Notes > 0 {
		t.Fatalf("%+v %v", report, err)
	}
	if left := must[[]string](t)(filepath.Glob(filepath.Join(filepath.Dir(path), "*salvaged*"))); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}
