package sealed

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"handback/notes"
)

// KeyCopyName is the second copy of the key file. Without a key file the journal is lost, so that one sector that rots must not
// be enough.
const KeyCopyName = "key-copy.age"

// RecipientName is the file that says for which key lines are sealed while the journal is locked. It is no secret.
const RecipientName = "recipient.txt"

// HasKey reports whether a folder holds one of the files of a key.
func HasKey(folder string) bool {
	for _, name := range []string{KeyName, KeyCopyName} {
		if _, err := os.Lstat(filepath.Join(folder, name)); err == nil {
			return true
		}
	}
	return false
}

// readKeyFiles opens the key file of a folder, or its copy where that can't be read or belongs to another journal, and writes the one
// anew that was missing or damaged. A copy under another passphrase is what a change of it left behind that was cut short: both open
// the journal until the next unlocking brings the copy to what opened it. Nothing is written in the place of a file before the key
// was tried on the pages: the other one may be the only one that fits.
func readKeyFiles(d Disk, folder, passphrase string) (*Key, error) {
	files := []keyFile{{path: filepath.Join(folder, KeyName)}, {path: filepath.Join(folder, KeyCopyName)}}
	for i := range files {
		files[i].sealed, files[i].err = readWhole(d, files[i].path, mostKeyFile)
	}
	if same := files[0].err == nil && files[1].err == nil && bytes.Equal(files[0].sealed, files[1].sealed); same {
		return openKey(files[0].sealed, passphrase)
	}
	for i, f := range files {
		if f.err != nil {
			continue
		}
		key, err := openKey(f.sealed, passphrase)
		if err == nil {
			if err = Fits(folder, key); !errors.Is(err, notes.ErrSecret) {
				if err == nil {
					healOthers(d, files, f)
				}
				return key, nil
			}
			key.Wipe()
		}
		files[i].err = err
	}
	return nil, noKeyFile(files)
}

// keyFile is one of the two copies of the key, and why it can't be opened.
type keyFile struct {
	path   string
	sealed []byte
	err    error
}

// healOthers brings the copies to the one that opened the journal. Where that can't be done now, the next unlocking tries again.
func healOthers(d Disk, files []keyFile, whole keyFile) {
	for _, f := range files {
		if f.path != whole.path {
			_ = writeWhole(d, f.path, whole.sealed)
		}
	}
}

// noKeyFile is why none of the copies opens the journal. That one of them says no counts for more than that the other is gone.
func noKeyFile(files []keyFile) error {
	missing := 0
	var why error
	for _, f := range files {
		switch {
		case errors.Is(f.err, notes.ErrSecret):
			return notes.ErrSecret
		case errors.Is(f.err, fs.ErrNotExist):
			missing++
		case f.err != nil:
			why = f.err
		}
	}
	if missing == len(files) {
		return notes.ErrNoKey
	}
	return why
}
