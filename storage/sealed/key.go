package sealed

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"

	"handback/notes"
)

// KeyName is the file of a protected journal's folder that holds its key, under the passphrase.
const KeyName = "key.age"

const (
	workFactor     = 18 // of scrypt: a second and 256 MB for each guess
	mostWorkFactor = 20 // that a file may ask for
	mostKeyFile    = 64 << 10
)

// Key opens one protected journal: an age identity that was made for it.
type Key struct {
	identity *age.X25519Identity
	secret   []byte // what the keys of the logs are derived from
}

// NewKey makes the key of a new journal.
func NewKey() (*Key, error) {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	return keyOf(id)
}

func keyOf(id *age.X25519Identity) (*Key, error) {
	secret, err := hkdf.Extract(sha256.New, []byte(id.String()), []byte("handback log"))
	if err != nil {
		return nil, fmt.Errorf("derive the keys of the logs: %w", err)
	}
	return &Key{identity: id, secret: secret}, nil
}

// Recipient seals for this key. It is no secret.
func (k *Key) Recipient() age.Recipient { return k.identity.Recipient() }

// Identity opens what was sealed for it.
func (k *Key) Identity() age.Identity { return k.identity }

// LogKey is the key of the log of one generation. Each has its own, so that no log is taken for another.
func (k *Key) LogKey(generation uint64) []byte {
	info := binary.BigEndian.AppendUint64([]byte("log "), generation)
	key, err := hkdf.Expand(sha256.New, k.secret, string(info), chacha20poly1305.KeySize)
	if err != nil {
		panic(err) // it only says that too many bytes were asked for
	}
	return key
}

// Wipe overwrites what can be of the key, and lets go of the rest: Go gives no way to overwrite what age keeps of it.
func (k *Key) Wipe() {
	clear(k.secret)
	k.identity = nil
}

// WriteKey writes the key file of a folder anew. The old one is replaced when the new one was read back.
func WriteKey(folder string, k *Key, passphrase string) error {
	return writeKey(System, folder, k, passphrase, workFactor)
}

func writeKey(d Disk, folder string, k *Key, passphrase string, work int) error {
	sealer, err := age.NewScryptRecipient(normal(passphrase))
	if err != nil {
		return fmt.Errorf("seal the key: %w", err)
	}
	sealer.SetWorkFactor(work)
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, sealer)
	if err != nil {
		return fmt.Errorf("seal the key: %w", err)
	}
	if _, err := io.WriteString(w, k.identity.String()+"\n"); err != nil {
		return fmt.Errorf("seal the key: %w", err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("seal the key: %w", err)
	}
	for _, name := range []string{KeyName, KeyCopyName} { // where it ends in between, each opens the journal, see readKeyFiles
		if err := writeWhole(d, filepath.Join(folder, name), sealed.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// normal is the form of a passphrase that does not depend on how a keyboard writes an accent.
func normal(passphrase string) string { return norm.NFC.String(passphrase) }

// ReadKey opens the key file of a folder: ErrSecret where s is another's, ErrNoKey where there is no such file.
func ReadKey(folder string, s notes.Secret) (*Key, error) {
	if s.Recovery != "" {
		return ReadRecovery(s.Recovery)
	}
	return readKeyFiles(System, folder, s.Passphrase)
}

func openKey(sealed []byte, passphrase string) (*Key, error) {
	opener, err := age.NewScryptIdentity(normal(passphrase))
	if err != nil {
		return nil, notes.ErrSecret // an empty one
	}
	opener.SetMaxWorkFactor(mostWorkFactor)
	r, err := age.Decrypt(bytes.NewReader(sealed), opener)
	var other *age.NoIdentityMatchError
	if errors.As(err, &other) {
		return nil, notes.ErrSecret
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", notes.ErrDamaged, err)
	}
	text, err := io.ReadAll(io.LimitReader(r, mostKeyFile))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", notes.ErrDamaged, err)
	}
	defer clear(text)
	return keyOfText(string(text))
}

// keyOfText is the key that an age identity says.
func keyOfText(text string) (*Key, error) {
	id, err := age.ParseX25519Identity(strings.ToUpper(strings.TrimSpace(text)))
	if err != nil {
		return nil, notes.ErrSecret
	}
	return keyOf(id)
}

// writeWhole replaces a file by one that says content, when that was read back and lasts.
func writeWhole(d Disk, path string, content []byte) error {
	fresh := path + newEnd
	if err := removeIfThere(d, fresh); err != nil {
		return err
	}
	f, err := d.Create(fresh)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(content, 0)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, removeIfThere(d, fresh))
	}
	back, err := readWhole(d, fresh, int64(len(content))+1)
	if err == nil && !bytes.Equal(back, content) {
		err = errReadBack
	}
	if err == nil {
		err = d.Rename(fresh, path)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(d, fresh))
	}
	return d.SyncFolder(filepath.Dir(path))
}

// errReadBack says that the disk did not keep what it was given.
var errReadBack = errors.New("the disk gave back something else than what was written")

func readWhole(d Disk, path string, most int64) (content []byte, err error) {
	f, err := d.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	size, err := f.Size()
	if err != nil {
		return nil, err
	}
	if size > most {
		return nil, notes.ErrDamaged
	}
	content = make([]byte, size)
	_, err = io.ReadFull(io.NewSectionReader(f, 0, size), content)
	return content, err
}

func removeIfThere(d Disk, path string) error {
	if err := d.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// newEnd ends the name of a file that is being written; one that is found is the remains of a try.
const newEnd = ".new"

// Fits returns ErrSecret where the pages in a folder were sealed for another key, and nil where they open, or none are there. It
// reads no page and takes no lock.
func Fits(folder string, k *Key) error {
	g, err := list(System, folder)
	if err != nil {
		return err
	}
	var why error
	for _, generation := range slices.Backward(g.snapshots) {
		s, err := openSnapshot(System, filepath.Join(folder, snapshotName(generation)), k)
		if err == nil {
			return s.close()
		}
		switch {
		case errors.Is(err, errOtherKey):
			return notes.ErrSecret
		case errors.Is(err, errRotten):
			err = &DamageError{File: snapshotName(generation), Why: err}
		}
		why = first(why, err)
	}
	return why
}
