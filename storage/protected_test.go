package storage

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"filippo.io/age"

	"handback/notes"
	"handback/storage/sealed"
)

// protectedFlag has the tests of this package that make a journal of their own make a protected one: what a journal does is the same
// for both kinds. `make test` runs them both ways.
var protectedFlag = flag.Bool("protected", false, "run the tests on protected journals")

// testKey is the key of the protected journals of the tests.
var testKey = sync.OnceValues(sealed.NewKey)

// keyWriter is what writes the files of a key into a folder.
type keyWriter func(k *sealed.Key) func(folder string) error

// slowKey writes them as the program does.
func slowKey(k *sealed.Key) func(folder string) error {
	return func(folder string) error {
		return errors.Join(sealed.WriteKey(folder, k, "correct horse"), sealed.WriteRecipient(folder, k))
	}
}

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

// plainOnly leaves out a test of the files of a plain journal, or a long one that knows nothing of files, where the tests are run on
// protected ones.
func plainOnly(t *testing.T) {
	t.Helper()
	if *protectedFlag {
		t.Skip("it is about plain journals, or about no files")
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
	return madeOfKind(path, now)
}

func madeOfKind(path string, now func() time.Time) (*Journal, error) {
	if *protectedFlag {
		return newProtected(path, now)
	}
	return Open(path, Options{Now: now, Create: true})
}

// keyOfKind is the key of the journals that the tests are run on; nil for plain ones.
func keyOfKind() (*sealed.Key, error) {
	if text := os.Getenv(changerKeyEnv); text != "" { // in another process
		return sealed.ReadKey("", notes.Secret{Recovery: text})
	}
	if *protectedFlag {
		return testKey()
	}
	return nil, nil //nolint:nilnil // a plain journal has none
}

// begin makes or opens a journal of the kind that the tests are run on, as the program does: one that is to be protected is a plain one
// with nothing in it for a moment.
func begin(path string, key keyWriter) (*Journal, error) {
	k, err := keyOfKind()
	if err != nil {
		return nil, err
	}
	if k != nil && !IsProtected(path) {
		j, err := Open(path, Options{Now: newClock().now, Create: true})
		if err == nil {
			err = j.Close()
		}
		if err == nil {
			_, err = Protect(path, k, key(k), newClock().now, nil)
		}
		if err != nil {
			return nil, err
		}
	}
	return Open(path, Options{Now: newClock().now, Create: k == nil, Key: k})
}

// childEnviron is the environment of another process that works on journals of the same kind.
func childEnviron(t testing.TB) []string {
	t.Helper()
	if !*protectedFlag {
		return os.Environ()
	}
	k := must[*sealed.Key](t)(testKey())
	return append(os.Environ(), changerKeyEnv+"="+k.Identity().(*age.X25519Identity).String())
}

// sealedAsItIs is a protected journal with the pages of a plain one, of whatever schema.
func sealedAsItIs(t *testing.T, plain string, k *sealed.Key) (path string) {
	t.Helper()
	data := must[[]byte](t)(os.ReadFile(plain))
	withoutLog(data)
	size := int(data[atPageSize])<<8 | int(data[atPageSize+1])
	path = filepath.Join(t.TempDir(), FileName)
	try(t, os.Mkdir(path, 0o700))
	try(t, quickKey(k)(path))
	read := func(to []byte, at int64) error { copy(to, data[at:]); return nil }
	try(t, sealed.Fill(path, k, size, int64(len(data)/size), read, nil))
	return path
}

// olderOfKind is a kept journal of an older schema, of the kind that the tests are run on.
func olderOfKind(t *testing.T, schema int) string {
	t.Helper()
	plain := keptJournal(t, schema)
	if !*protectedFlag {
		return plain
	}
	return sealedAsItIs(t, plain, must[*sealed.Key](t)(testKey()))
}

// closedOfKind is closedJournal of the kind that the tests are run on.
func closedOfKind(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(begin(path, quickKey))
	addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", strings.Repeat("todo: one of many lines\n", 2000))
	try(t, j.Close())
	return path
}

// setVersionOfKind is setVersion for both kinds.
func setVersionOfKind(t *testing.T, path string, version int) {
	t.Helper()
	if !IsProtected(path) {
		setVersion(t, path, version)
		return
	}
	s := must[*sealed.Store](t)(sealed.Open(path, must[*sealed.Key](t)(testKey()), sealed.Options{}))
	c := must[*conn](t)(openConn(protected(s)))
	try(t, errors.Join(c.script(fmt.Sprintf("PRAGMA user_version = %d", version)), c.close(), s.Close()))
}

// copyTreeTo copies the file, or the folder, of a closed journal.
func copyTreeTo(from, to string) error {
	if IsProtected(from) {
		return copyFolder(from, to)
	}
	return copyFile(from, to)
}
