package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEachSyncProgramIsKnownByItsMark lays each mark that is a file into a folder of any name, and looks from deep within.
func TestEachSyncProgramIsKnownByItsMark(t *testing.T) {
	for _, m := range syncMarks {
		name, root := m.program+" by "+m.inside+m.in, t.TempDir()
		home := filepath.Join(root, "home")
		top := filepath.Join(home, "anything")
		switch {
		case m.inside != "":
			mark := filepath.Join(top, filepath.FromSlash(strings.ReplaceAll(m.inside, "?", "a")))
			if err := errors.Join(os.MkdirAll(filepath.Dir(mark), 0o700), os.WriteFile(mark, nil, 0o600)); err != nil {
				t.Fatal(err)
			}
		case m.in != "":
			top = filepath.Join(home, filepath.FromSlash(strings.ReplaceAll(m.in, "*", "-ana@example.org")))
		default:
			continue
		}
		t.Run(name, func(t *testing.T) {
			deep := filepath.Join(top, "work", "notes")
			if err := os.MkdirAll(deep, 0o700); err != nil {
				t.Fatal(err)
			}
			for _, folder := range []string{top, deep} {
				if w := syncedBy(folder, home); w.Sync != m.program || w.Mark == "" {
					t.Errorf("%s is kept by %q, known by %q", folder, w.Sync, w.Mark)
				}
			}
			if w := syncedBy(home, home); w.Sync != "" {
				t.Errorf("the folder around it is kept by %q", w.Sync)
			}
		})
	}
}

func TestTheListsOfSyncProgramsAreRead(t *testing.T) {
	for _, c := range []struct {
		name, program string
		lay           map[string]string // files below the home folder
		at            string
	}{
		{"Dropbox", "Dropbox", map[string]string{".dropbox/info.json": `{"personal": {"path": "HOME/Box of drops", "host": 1}}`}, "Box of drops/x"},
		{"Dropbox at work", "Dropbox", map[string]string{".dropbox/info.json": `{"business": {"path": "HOME/Work"}}`}, "Work"},
		{"Dropbox, beside its folder", "", map[string]string{".dropbox/info.json": `{"personal": {"path": "HOME/Work"}}`}, "Workshop"},
		{"Dropbox, a list that can't be read", "", map[string]string{".dropbox/info.json": `{"personal": 7`}, "Work"},
		{"OneDrive for Linux", "OneDrive", map[string]string{".config/onedrive/items.sqlite3": ""}, "OneDrive/notes"},
		{
			"OneDrive for Linux, another folder", "OneDrive",
			map[string]string{".config/onedrive/items.sqlite3": "", ".config/onedrive/config": "skip_dir = \"x\"\nsync_dir = \"~/Cloud\"\n"},
			"Cloud",
		},
		{"a folder that is only called so", "", nil, "Dropbox/notes"},
		{"OneDrive that was never set up", "", nil, "OneDrive/notes"},
		{"the program's settings in the home folder", "", map[string]string{".dropbox/x": "", ".tresorit": "", ".sync/ID": ""}, "notes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			home := t.TempDir()
			at := filepath.Join(home, filepath.FromSlash(c.at))
			if err := os.MkdirAll(at, 0o700); err != nil {
				t.Fatal(err)
			}
			for name, text := range c.lay {
				file := filepath.Join(home, filepath.FromSlash(name))
				text = strings.ReplaceAll(text, "HOME", filepath.ToSlash(home))
				if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, []byte(text), 0o600)); err != nil {
					t.Fatal(err)
				}
			}
			if w := syncedBy(at, home); w.Sync != c.program {
				t.Errorf("it is kept by %q, known by %q", w.Sync, w.Mark)
			}
		})
	}
}

func TestAFolderThatALinkLeadsToIsLookedAt(t *testing.T) {
	home := t.TempDir()
	real := filepath.Join(home, "real")
	if err := errors.Join(os.MkdirAll(filepath.Join(real, ".stfolder"), 0o700), os.Symlink(real, filepath.Join(home, "link"))); err != nil {
		t.Skip(err)
	}
	if w := syncedBy(filepath.Join(home, "link"), home); w.Sync != "Syncthing" {
		t.Errorf("%+v", w)
	}
}

const mounts = `22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 0:26 / /home/ana/NAS\040share rw,nosuid shared:2 - cifs //nas/share rw,vers=3.0
31 22 0:27 / /home/ana/pCloudDrive rw,nosuid - fuse pCloud.fs rw,user_id=1000
32 22 0:28 / /mnt/nfs rw - nfs4 server:/export rw
33 22 0:29 / /home/ana/other rw - fuse something rw
34 22 0:30 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
35 22 0:31 / /mnt/nfs/local rw - ext4 /dev/sdb1 rw
a line that is none
`

func TestDisksElsewhereAreKnown(t *testing.T) {
	for _, c := range []struct {
		path, sync string
		network    bool
	}{
		{"/home/ana/notes", "", false},
		{"/home/ana/NAS share/notes", "", true},
		{"/home/ana/NAS shared", "", false},
		{"/home/ana/pCloudDrive", "pCloud", false},
		{"/mnt/nfs/journal", "", true},
		{"/mnt/nfs/local/journal", "", false},
		{"/home/ana/other", "", false},
		{"/run/user/1000/gvfs/smb-share:server=nas", "", true},
	} {
		t.Run(c.path, func(t *testing.T) {
			m, ok := mountIn(mounts, c.path)
			if !ok {
				t.Fatal("it is on no disk")
			}
			if w := elsewhere(m); w.Sync != c.sync || w.Network != c.network {
				t.Errorf("%+v of %+v", w, m)
			}
		})
	}
}
