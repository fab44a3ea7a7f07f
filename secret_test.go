package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
)

// TestCarryAProtectedJournal exports one and imports into it, with its passphrase from a file descriptor.
func TestCarryAProtectedJournal(t *testing.T) {
	dir := t.TempDir()
	all := journals{func() time.Time { return time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC) }}
	path, folder := filepath.Join(dir, "one.handback"), filepath.Join(dir, "archive")
	j, err := storage.Open(path, storage.Options{Now: all.now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	_, err = j.Apply(notes.Change{Rows: []notes.Row{
		notes.Person{Kind: notes.KindReport, Name: "Ana Lima"},
		notes.NewNote{Person: 2, Kind: notes.HeldNote, Date: "2026-11-20", Body: "todo: one\n"},
	}})
	if err = errors.Join(err, j.Close()); err != nil {
		t.Fatal(err)
	}
	const passphrase = "five words are long enough"
	made, err := storage.ProtectWith(path, notes.Protection{Passphrase: passphrase}, all.now, nil)
	if err != nil {
		t.Fatal(err)
	}
	from := func(text string) func() (notes.Secret, error) {
		return func() (notes.Secret, error) {
			r, w, err := os.Pipe()
			if err != nil {
				return notes.Secret{}, err
			}
			if _, err := io.WriteString(w, text); err != nil {
				return notes.Secret{}, err
			}
			return secretFrom(dupOf(t, r, w.Close()))
		}
	}
	for _, tt := range []struct {
		name  string
		carry carry
		want  error
		says  string
	}{
		{"without", carry{exportTo: folder}, notes.ErrLocked, ""},
		{"a wrong one", carry{exportTo: folder, secret: from("four words\n")}, notes.ErrSecret, ""},
		{"out", carry{exportTo: folder, secret: from(passphrase + "\r\n")}, nil, "Exported 1 note"},
		{"in, by the recovery key", carry{importFrom: folder, secret: from(made.Recovery)}, nil, "0 new notes, 0 changed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var said bytes.Buffer
			tt.carry.journal, tt.carry.out = path, &said
			if err := tt.carry.run(all); !errors.Is(err, tt.want) || !strings.Contains(said.String(), tt.says) {
				t.Errorf("%v, %q", err, said.String())
			}
		})
	}
	if !storage.IsProtected(path) {
		t.Error("it isn't protected any more")
	}
}

// dupOf is the number of a file that secretFrom may close.
func dupOf(t *testing.T, f *os.File, err error) int {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	fd := int(f.Fd())
	kept = append(kept, f) // or the collector closes the number that somebody else has by then
	return fd
}

var kept []*os.File
