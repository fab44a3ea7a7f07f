package main

import (
	"context"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/sample"
	"handback/storage"
	"handback/ui"
)

// journals opens journals in the user's data folder, or where they were moved from there.
type journals struct{ now func() time.Time }

// places are what this computer remembers of its journals.
func (journals) places() storage.Places {
	return storage.PlacesIn(filepath.Join(xdg.DataHome, "handback"))
}

func (j journals) Open(path string, create bool) (ui.Opened, error) {
	path, err := j.places().Now(path)
	if err != nil {
		return nil, err
	}
	return storage.Open(path, storage.Options{Now: j.now, Create: create})
}

func (j journals) Default() string {
	path, _ := j.places().Now(filepath.Join(xdg.DataHome, "handback", storage.FileName)) // Missing says what is wrong with it
	return path
}

func (j journals) Missing() error {
	_, err := j.places().Now(filepath.Join(xdg.DataHome, "handback", storage.FileName))
	return err
}

func (j journals) Move(path, folder string, progress func(done, of int64) error) (string, error) {
	return j.places().Move(path, folder, progress)
}

func (journals) LeftBehind(from string) ([]string, error) { return storage.LeftBehind(from) }

func (j journals) Seen(o ui.Opened, in notes.Locale) string {
	if own, ok := o.(storage.Written); ok {
		return j.places().Seen(own, in)
	}
	return ""
}

func (j journals) Leaves(o ui.Opened) error {
	if own, ok := o.(storage.Written); ok {
		return j.places().Leaves(own)
	}
	return nil
}

func (journals) Exists(path string) bool { return storage.Exists(path) }

// Sample opens the sample team of today; it is dated relative to today, so those of other days are thrown away.
func (j journals) Sample() (ui.Opened, error) { return j.sample() }

func (j journals) sample() (*storage.Journal, error) {
	folder := filepath.Join(xdg.DataHome, "handback", "sample")
	today := notes.DateOf(j.now())
	path := filepath.Join(folder, string(today)+".handback")
	if !j.Exists(path) {
		if err := storage.RemoveAll(folder); err != nil {
			return nil, err
		}
	}
	return storage.OpenFilled(path, storage.Options{Now: j.now}, func(made *storage.Journal) error {
		return sample.Team(today).Fill(made)
	})
}

func (j journals) Salvage(path string) (notes.Salvaged, error) { return storage.Salvage(path, j.now) }

func (j journals) Mend(path string) (notes.Found, error) { return storage.Mend(path, j.now) }

func (journals) Backups(path string) ([]backups.Backup, error) { return storage.Backups(path) }

func (journals) PutAside(path string) ([]backups.Backup, error) { return storage.PutAside(path) }

func (journals) CopiesMade(path string) ([]backups.Backup, error) { return storage.CopiesMade(path) }

func (journals) BackupAt(path string) (backups.Backup, error) { return storage.BackupAt(path) }

func (j journals) OpenBackup(path string, secret notes.Secret) (ui.Opened, error) {
	return storage.OpenBackup(path, secret, j.now)
}

func (j journals) Restore(ctx context.Context, path, backup string, secret notes.Secret) (string, error) {
	return storage.Restore(ctx, storage.Restoring{Journal: path, Backup: backup, Secret: secret, Now: j.now})
}

func (journals) DeleteBackups(paths []string) ([]string, error) { return storage.DeleteBackups(paths) }

func (journals) Destroy(path string) ([]string, error) { return storage.Destroy(path) }
