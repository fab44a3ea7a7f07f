package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
)

func TestWhatIsHalfFilledIsNeverFound(t *testing.T) {
	path := filepath.Join(t.TempDir(), "team.handback")
	opt := storage.Options{Now: func() time.Time { return time.Date(2025, 12, 2, 9, 0, 0, 0, time.UTC) }}
	ana := notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana", State: notes.StateHere}}}
	stop := errors.New("stop")
	_, err := storage.OpenFilled(path, opt, func(j *storage.Journal) error {
		if _, err := j.Apply(ana); err != nil {
			t.Fatal(err)
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Fatalf("it says %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("a half filled journal lies there: %v", err)
	}
	for range 2 { // made, then found
		j, err := storage.OpenFilled(path, opt, func(j *storage.Journal) error {
			_, err := j.Apply(ana)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if people, err := j.People(); err != nil || len(people) != 2 {
			t.Errorf("%d people, %v", len(people), err)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
