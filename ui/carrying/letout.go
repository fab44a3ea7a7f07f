package carrying

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"handback/notes"
	"handback/ui/room"
)

// LetOut remembers where the journal was written to, as text or as a copy: leaving the company and deleting somebody name it.
func LetOut(host room.Host, path string) {
	if room.ReadOnly(host) {
		return
	}
	kept, err := host.Journal().Setting(notes.SettingLetOut)
	if err != nil {
		host.Show(err)
		return
	}
	_ = host.Record(notes.Change{Rows: []notes.Row{ // an error has been shown
		notes.PutSetting{Key: notes.SettingLetOut, Value: notes.WithLetOut(kept, path)},
	}})
}

// StillOut are the places to which the journal was written, but for some and for what is certainly gone.
func StillOut(host room.Host, but ...string) ([]string, error) {
	kept, err := host.Journal().Setting(notes.SettingLetOut)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, path := range notes.ReadLetOut(kept) {
		named := false
		for _, other := range but {
			named = named || filepath.Clean(other) == filepath.Clean(path)
		}
		if !named && !isGone(path) {
			out = append(out, path)
		}
	}
	return out, nil
}

// isGone reports whether nothing is at a path any more. Of a disk that isn't connected nobody knows.
func isGone(path string) bool {
	_, err := os.Lstat(path)
	_, around := os.Lstat(filepath.Dir(path))
	return errors.Is(err, fs.ErrNotExist) && around == nil
}
