package main

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/sample"
	"handback/storage"
	"handback/ui"
)

// journals opens journals in the user's data folder.
type journals struct{ now func() time.Time }

func (j journals) Open(path string, create bool) (ui.Opened, error) {
	return storage.Open(path, storage.Options{Now: j.now, Create: create})
}

func (journals) Default() string {
	return filepath.Join(xdg.DataHome, "handback", "journal.handback")
}

func (journals) Exists(path string) bool { return storage.Exists(path) }

// Sample opens the sample team of today; it is dated relative to today, so those of other days are thrown away.
func (j journals) Sample() (ui.Opened, error) { return j.sample() }

func (j journals) sample() (*storage.Journal, error) {
	folder := filepath.Join(xdg.DataHome, "handback", "sample")
	today := notes.DateOf(j.now())
	path := filepath.Join(folder, string(today)+".handback")
	if !j.Exists(path) {
		if err := os.RemoveAll(folder); err != nil {
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

func (journals) BackupAt(path string) (backups.Backup, error) { return storage.BackupAt(path) }

func (j journals) OpenBackup(path string, secret notes.Secret) (ui.Opened, error) {
	return storage.OpenBackup(path, secret, j.now)
}

func (j journals) Restore(ctx context.Context, path, backup string, secret notes.Secret) (string, error) {
	return storage.Restore(ctx, storage.Restoring{Journal: path, Backup: backup, Secret: secret, Now: j.now})
}

func (journals) DeleteBackups(paths []string) ([]string, error) { return storage.DeleteBackups(paths) }

func (journals) Destroy(path string) ([]string, error) { return storage.Destroy(path) }
