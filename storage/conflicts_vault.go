package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/storage/sealed"
)

// Of a protected journal a sync program copies single files, in its folder. All copies there together are what the other computer had:
// each in the place of the file that it is of, with those of ours that are no newer.
type vaultCopy struct {
	of     map[string]string // by the name of a file of the journal: the newest copy of it
	all    []string          // the names of all copies
	newest string            // the name of the one by which they are called
	by     string
	saved  time.Time
}

// copyInVault is what sync programs put into the folder of a protected journal; nil where they put nothing there.
func copyInVault(folder string) (*vaultCopy, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, translate(err)
	}
	c := &vaultCopy{of: map[string]string{}}
	when := map[string]time.Time{}
	for _, e := range entries {
		own, program := pagesOf(e.Name())
		st, err := e.Info()
		if own == "" || !e.Type().IsRegular() || err != nil {
			continue
		}
		c.all = append(c.all, e.Name())
		if at := st.ModTime(); c.of[own] == "" || at.After(when[own]) {
			c.of[own], when[own] = e.Name(), at
			if c.newest == "" || at.After(c.saved) {
				c.newest, c.by, c.saved = e.Name(), program, at
			}
		}
	}
	if c.newest == "" {
		return nil, nil
	}
	return c, nil
}

// pagesOf is of which file of a protected journal one is called to be a copy, "" where of none.
func pagesOf(name string) (own, program string) {
	digits := name[:len(name)-len(strings.TrimLeft(name, "0123456789"))]
	for _, end := range []string{".age", ".log"} {
		if !sealed.IsPages(digits + end) {
			return "", ""
		}
		if program, ok := conflictOf(name, digits+end); ok {
			return digits + end, program
		}
	}
	return "", ""
}

// conflictsInVault is ConflictCopies of a protected journal.
func (j *Journal) conflictsInVault(uid string) ([]notes.ConflictCopy, error) {
	if !IsProtected(j.path) {
		return nil, nil
	}
	c, err := copyInVault(j.path)
	if err != nil || c == nil {
		return nil, err
	}
	found := notes.ConflictCopy{Path: filepath.Join(j.path, c.newest), By: c.by, Saved: c.saved.In(j.now().Location())}
	other, err := j.openVaultCopy(c)
	if err != nil {
		found.Wrong = whyNoCopy(err)
		return []notes.ConflictCopy{found}, nil
	}
	of, err := other.c.aboutCopy(&found, j.now().Location())
	if err = errors.Join(err, other.Close()); err != nil {
		found.Wrong = whyNoCopy(err)
	} else if of != uid {
		return nil, nil
	}
	return []notes.ConflictCopy{found}, nil
}

// openVaultCopy opens what the other computer had, by way of a private folder of sealed files.
func (j *Journal) openVaultCopy(c *vaultCopy) (*Journal, error) {
	folder, drop, err := privateFolder()
	if err != nil {
		return nil, err
	}
	other := &Journal{path: filepath.Join(folder, "copy"), now: j.now, mayWait: true, clean: drop}
	other.why = voice.T("This is a copy of your journal, so it's read-only.")
	if err := other.fillVaultCopy(j, c); err != nil {
		return nil, errors.Join(err, other.close())
	}
	return other, nil
}

func (j *Journal) fillVaultCopy(of *Journal, c *vaultCopy) error {
	if err := os.Mkdir(j.path, 0o700); err != nil {
		return err
	}
	last := ""
	for own, copied := range c.of {
		last = max(last, strings.TrimSuffix(own, filepath.Ext(own)))
		if err := copyFile(filepath.Join(of.path, copied), filepath.Join(j.path, own)); err != nil {
			return err
		}
	}
	entries, err := os.ReadDir(of.path)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if !sealed.IsPages(name) || c.of[name] != "" || strings.TrimSuffix(name, filepath.Ext(name)) > last {
			continue
		}
		if err := copyFile(filepath.Join(of.path, name), filepath.Join(j.path, name)); err != nil {
			return err
		}
	}
	of.mu.Lock()
	k := of.key
	of.mu.Unlock()
	if k == nil {
		return notes.ErrClosed
	}
	if j.vault, err = sealed.Open(j.path, k, sealed.Options{ReadOnly: true, Private: true}); err != nil {
		return explainVault(j.path, err)
	}
	j.mode = protected(j.vault)
	newer, err := j.openPrivate()
	if err == nil && newer {
		err = newerCopy()
	}
	return err
}

// putVaultCopyAside gives the copies in the folder of a protected journal names by which nobody takes them for any.
func (j *Journal) putVaultCopyAside(c *vaultCopy, day notes.Date) error {
	var errs []error
	for _, name := range c.all {
		path := filepath.Join(j.path, name)
		errs = append(errs, os.Rename(path, freeNameIn(path+mergedMark+string(day), "")))
	}
	return errors.Join(append(errs, syncFolder(j.path))...)
}
