package storage

import (
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"filippo.io/age"

	"handback/storage/sealed"
)

// protectedFlag has the tests of this package that make a journal of their own make a protected one: what a journal does is the same
// for both kinds. `make test` runs them both ways.
var protectedFlag = flag.Bool("protected", false, "run the tests on protected journals")

// testKey is the key of the protected journals of the tests.
var testKey = sync.OnceValues(sealed.NewKey)

// quickKey writes a key file that costs no second to open.
func quickKey(k *sealed.Key) func(folder string) error {
	return func(folder string) error {
		sealer, err := age.NewScryptRecipient("correct horse")
		if err != nil {
			return err
		}
		sealer.SetWorkFactor(8)
		f, err := os.OpenFile(filepath.Join(folder, sealed.KeyName), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		w, err := age.Encrypt(f, sealer)
		if err != nil {
			return errors.Join(err, f.Close())
		}
		_, err = io.WriteString(w, k.Identity().(*age.X25519Identity).String())
		return errors.Join(err, w.Close(), f.Close())
	}
}

// emptyProtected is a protected journal with nothing in it, made once.
var emptyProtected = sync.OnceValues(func() (string, error) {
	k, err := testKey()
	if err != nil {
		return "", err
	}
	folder, err := os.MkdirTemp("", "handback-empty-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, FileName)
	now := newClock().now
	j, err := Open(path, Options{Now: now, Create: true})
	if err != nil {
		return "", err
	}
	if err := j.Close(); err != nil {
		return "", err
	}
	_, err = Protect(path, k, quickKey(k), now, nil)
	return path, err
})

// newProtected opens a new protected journal at path.
func newProtected(path string, now func() time.Time) (*Journal, error) {
	empty, err := emptyProtected()
	if err != nil {
		return nil, err
	}
	if err := copyFolder(empty, path); err != nil {
		return nil, err
	}
	k, err := testKey()
	if err != nil {
		return nil, err
	}
	return Open(path, Options{Now: now, Key: k})
}

func copyFolder(from, to string) error {
	entries, err := os.ReadDir(from)
	if err == nil {
		err = os.MkdirAll(to, 0o700)
	}
	for _, e := range entries {
		if e.Name() != lockName && err == nil {
			err = copyFile(filepath.Join(from, e.Name()), filepath.Join(to, e.Name()))
		}
	}
	return err
}

// plainOnly leaves out a test of the files of a plain journal where the tests are run on protected ones.
func plainOnly(t *testing.T) {
	t.Helper()
	if *protectedFlag {
		t.Skip("it is about the files of a plain journal")
	}
}

// optionsOf open a journal of the kind that the tests are run on.
func optionsOf(t testing.TB, now func() time.Time) Options {
	t.Helper()
	if !*protectedFlag {
		return Options{Now: now}
	}
	return Options{Now: now, Key: must[*sealed.Key](t)(testKey())}
}

// newOfKind opens a new journal of the kind that the tests are run on.
func newOfKind(t testing.TB, path string, now func() time.Time) (*Journal, error) {
	t.Helper()
	if *protectedFlag {
		return newProtected(path, now)
	}
	return Open(path, Options{Now: now, Create: true})
}
