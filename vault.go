package main

import (
	"time"

	"handback/notes"
	"handback/storage"
	"handback/ui"
)

// vault keeps protected journals, which storage does.
type vault struct{ now func() time.Time }

func (v vault) Unlock(path string, s notes.Secret) (ui.Opened, error) {
	return opened(storage.Unlock(path, s, v.now))
}

func (v vault) UnlockByKeychain(path string) (ui.Opened, error) {
	return opened(storage.UnlockByKeychain(path, v.now))
}

// opened is a journal for the window, or none: a nil one in an interface would be one.
func opened(j *storage.Journal, err error) (ui.Opened, error) {
	if err != nil {
		return nil, err
	}
	return j, nil
}

func (vault) Protected(path string) bool { return storage.IsProtected(path) }

func (v vault) Protect(path string, p notes.Protection, progress func(done, of int64) error) (notes.Protected, error) {
	return storage.ProtectWith(path, p, v.now, progress)
}

func (v vault) Unprotect(path string, s notes.Secret, progress func(done, of int64) error) error {
	return storage.UnprotectWith(path, s, v.now, progress)
}

func (vault) ChangePassphrase(path string, s notes.Secret, to string) error {
	return storage.ChangePassphrase(path, s, to)
}

func (vault) SetKeychain(path string, s notes.Secret, keep bool) error {
	return storage.SetKeychain(path, s, keep)
}

func (vault) HasKeychain(path string) bool { return storage.HasKeychain(path) }

func (vault) Check(path string, s notes.Secret) error { return storage.CheckSecret(path, s) }

func (v vault) SalvageWith(path string, s notes.Secret) (notes.Salvaged, error) {
	return storage.SalvageProtected(path, s, v.now)
}

func (vault) PlainCopies(path string) ([]string, error) { return storage.PlainCopies(path) }

func (vault) Forget(left []string) error { return storage.ForgetCopies(left) }
