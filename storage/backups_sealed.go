package storage

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/voice"
)

// What is in the zip of a sealed backup. `age -d -i key.age journal.handback.age` opens it.
const (
	zipKey     = "key.age"
	zipJournal = "journal.handback.age"
	zipReadMe  = "READ ME.txt"
)

// sealWork is how much work a passphrase costs whoever guesses it: about a second.
var sealWork = 18

// NewBackupKey makes the key that seals backups of a plain journal: what is kept of it in backups.SettingKey seals without a
// question, and opens with the passphrase alone.
func NewBackupKey(passphrase string) (string, error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return "", err
	}
	by, err := age.NewScryptRecipient(norm.NFC.String(passphrase))
	if err != nil {
		return "", err
	}
	by.SetWorkFactor(sealWork)
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, by)
	if err != nil {
		return "", err
	}
	if _, err := fmt.Fprintln(w, identity); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	if _, err := openKey(sealed.Bytes(), passphrase); err != nil { // it is tried before it is trusted
		return "", err
	}
	return identity.Recipient().String() + " " + base64.StdEncoding.EncodeToString(sealed.Bytes()), nil
}

// NewBackupKey is NewBackupKey, for whoever has the journal open.
func (*Journal) NewBackupKey(passphrase string) (string, error) { return NewBackupKey(passphrase) }

// OwnBackups are those beside the open journal, newest first.
func (j *Journal) OwnBackups() ([]backups.Backup, error) { return backupsIn(BackupsFolder(j.path)) }

// readBackupKey is what NewBackupKey made.
func readBackupKey(kept string) (to age.Recipient, key []byte, err error) {
	public, private, _ := strings.Cut(kept, " ")
	if to, err = age.ParseX25519Recipient(public); err != nil {
		return nil, nil, err
	}
	key, err = base64.StdEncoding.DecodeString(private)
	return to, key, err
}

// openKey is the key that a passphrase opens; ErrSecret where it is another's.
func openKey(sealed []byte, passphrase string) (age.Identity, error) {
	if passphrase == "" {
		return nil, notes.ErrSecret
	}
	by, err := age.NewScryptIdentity(norm.NFC.String(passphrase))
	if err != nil {
		return nil, err
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), by)
	var wrong *age.NoIdentityMatchError
	if errors.As(err, &wrong) {
		return nil, notes.ErrSecret
	}
	if err != nil {
		return nil, errors.Join(notes.ErrDamaged, err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, errors.Join(notes.ErrDamaged, err)
	}
	return age.ParseX25519Identity(strings.TrimSpace(string(text)))
}

// sealTo writes a backup into a sealed one, reads that back and gives it its name.
func (b *backup) sealTo(ctx context.Context, from backups.Backup, path string, about aboutBackup) error {
	part := path + partEnd
	f, err := os.OpenFile(part, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if from.Sealed { // of a protected journal
		err = copyInto(ctx, f, from.Path)
	} else {
		err = b.seal(ctx, f, from.Path)
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := wholeZip(ctx, part); err != nil {
		return err
	}
	was := about.Sum
	if about.Sum, about.Size, err = fileSum(ctx, part); err != nil {
		return err
	}
	if from.Sealed && about.Sum != was { // it is the very file
		return notes.ErrDamaged
	}
	return b.keep(part, path, &about)
}

// seal writes a plain backup into a zip, sealed by the key of the journal.
func (b *backup) seal(ctx context.Context, f *os.File, plain string) error {
	to, key, err := readBackupKey(b.key)
	if err != nil {
		return say(notes.ErrNoKey, err, voice.T("The second folder for backups has no passphrase yet. Choose the folder again in Settings."))
	}
	z := zip.NewWriter(f)
	for name, data := range map[string][]byte{zipKey: key, zipReadMe: howToOpen()} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store, Modified: b.now})
		if err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	w, err := z.CreateHeader(&zip.FileHeader{Name: zipJournal, Method: zip.Store, Modified: b.now})
	if err != nil {
		return err
	}
	sealing, err := age.Encrypt(w, to)
	if err != nil {
		return err
	}
	if err := copyInto(ctx, sealing, plain); err != nil {
		return err
	}
	return errors.Join(sealing.Close(), z.Close())
}

// howToOpen is what the zip says of itself.
func howToOpen() []byte {
	return []byte(strings.Join([]string{
		voice.T("This is a protected backup of a Handback journal. In Handback, choose “Open a journal”, then “Restore a backup”."),
		voice.T("Without Handback, you can open it with the free program “age” (age-encryption.org): {command}",
			"command", "age -d -i "+zipKey+" "+zipJournal+" > "+FileName),
		voice.T("Either way, you'll need your backup passphrase."), "",
	}, "\n"))
}

func copyInto(ctx context.Context, to io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it is only read
	_, err = io.Copy(to, cancelled{ctx, f})
	return err
}

// wholeZip reads a zip back: every file in it has the checksum that it was written with.
func wholeZip(ctx context.Context, path string) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		return errors.Join(notes.ErrDamaged, err)
	}
	defer z.Close() //nolint:errcheck // it is only read
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return errors.Join(notes.ErrDamaged, err)
		}
		if _, err := io.Copy(io.Discard, cancelled{ctx, r}); err != nil {
			return err
		}
	}
	return nil
}

// protectedZips reads the backups of protected journals. Package storage has none of its own: what keeps protected journals says
// how, in ofProtected.
type protectedZips interface {
	// Open is the mode that reads what is in a zip; clean takes away what that needed. ErrSecret where secret is another's.
	Open(zip string, secret notes.Secret) (m mode, clean func() error, err error)
	// Put puts what is in a zip at path, protected as it was, once it was opened with secret and found sound. Nothing is at path.
	Put(ctx context.Context, zip string, secret notes.Secret, path string) error
}

var ofProtected protectedZips

// isOfPlain reports whether a sealed backup is of a plain journal.
func isOfPlain(path string) (bool, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return false, errors.Join(notes.ErrDamaged, err)
	}
	defer z.Close() //nolint:errcheck // it is only read
	for _, f := range z.File {
		if f.Name == zipJournal {
			return true, nil
		}
	}
	return false, nil
}

// unseal writes the journal that is in a sealed backup of a plain one to a new file.
func unseal(ctx context.Context, path, passphrase, to string) (err error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return errors.Join(notes.ErrDamaged, err)
	}
	defer z.Close() //nolint:errcheck // it is only read
	key, err := z.Open(zipKey)
	if err != nil {
		return errors.Join(notes.ErrNoKey, err)
	}
	sealed, err := io.ReadAll(io.LimitReader(key, 1<<16))
	if err != nil {
		return errors.Join(notes.ErrDamaged, err)
	}
	identity, err := openKey(sealed, passphrase)
	if err != nil {
		return err
	}
	from, err := z.Open(zipJournal)
	if err != nil {
		return errors.Join(notes.ErrDamaged, err)
	}
	plain, err := age.Decrypt(from, identity)
	if err != nil {
		return errors.Join(notes.ErrDamaged, err)
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, cancelled{ctx, plain})
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, removed(to))
	}
	return nil
}
