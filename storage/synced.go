package storage

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"handback/notes"
)

// syncMark is one way to know that a sync program keeps a folder, or one around it. A folder's own name says nothing: anybody may
// call one "Dropbox".
type syncMark struct {
	program string
	// inside is what the program puts into the folder that it keeps, by a pattern of names.
	inside string
	// in says that the mark lies in this folder of the user's, which the system gives to sync programs and to nothing else.
	in string
	// listed are the folders that a settings file of the program names.
	listed func(home string) []string
}

// syncMarks are how each program is known. Where several keep one folder the first counts.
var syncMarks = []syncMark{
	{program: "Dropbox", listed: dropboxFolders},
	{program: "Dropbox", inside: ".dropbox.cache"},
	{program: "Dropbox", inside: ".dropbox"},
	{program: "OneDrive", inside: ".849C9593-D756-4E56-8D6E-42412F2A707B"},
	{program: "OneDrive", listed: variables("OneDrive", "OneDriveConsumer", "OneDriveCommercial")},
	{program: "OneDrive", listed: oneDriveFolders},
	{program: "Google Drive", inside: ".tmp.drivedownload"},
	{program: "Google Drive", inside: ".tmp.driveupload"},
	{program: "Google Drive", inside: ".shortcut-targets-by-id"},
	{program: "iCloud", in: "Library/Mobile Documents"},
	{program: "iCloud", in: "iCloudDrive"},
	{program: "Nextcloud", inside: ".nextcloudsync.log"},
	{program: "Nextcloud", inside: ".sync_????????????.db"},
	{program: "ownCloud", inside: ".owncloudsync.log"},
	{program: "Nextcloud", inside: "._sync_????????????.db"},
	{program: "Syncthing", inside: ".stfolder"},
	{program: "Resilio Sync", inside: ".sync/ID"},
	{program: "MEGA", inside: ".megaignore"},
	{program: "MEGA", inside: ".debris"},
	{program: "Tresorit", inside: ".tresorit"},
	{program: "OneDrive", in: "Library/CloudStorage/OneDrive*"},
	{program: "Google Drive", in: "Library/CloudStorage/GoogleDrive*"},
	{program: "Dropbox", in: "Library/CloudStorage/Dropbox*"},
	{program: "Box", in: "Library/CloudStorage/Box*"},
	{program: "pCloud", in: "Library/CloudStorage/pCloud*"},
}

// mountMark is a kind of disk that isn't in this computer.
type mountMark struct {
	kind, source string // as the system lists them; a source of "" is any
	program      string // the sync program whose disk it is; "" is another computer's
}

// mountMarks are the kinds of disks that are known to be elsewhere.
var mountMarks = []mountMark{
	{kind: "fuse", source: "pCloud.fs", program: "pCloud"},
	{kind: "fuse.pcloud", program: "pCloud"},
	{kind: "fuse.gvfsd-fuse"},
	{kind: "fuse.rclone"},
	{kind: "fuse.sshfs"},
	{kind: "fuse.google-drive-ocamlfuse", program: "Google Drive"},
	{kind: "fuse.onedriver", program: "OneDrive"},
	{kind: "fuse.davfs2"},
	{kind: "fuse.s3fs"},
	{kind: "nfs"},
	{kind: "nfs4"},
	{kind: "cifs"},
	{kind: "smb3"},
	{kind: "smbfs"},
	{kind: "afpfs"},
	{kind: "webdav"},
	{kind: "davfs"},
	{kind: "afs"},
	{kind: "ceph"},
	{kind: "fuse.glusterfs"},
	{kind: "ncpfs"},
}

// WhereItLies looks which sync program keeps the folder that the file at path is in, and whether that is on another computer.
func WhereItLies(path string) notes.Whereabouts {
	home, _ := os.UserHomeDir() // without one the programs' own lists are not looked at
	w := syncedBy(filepath.Dir(path), home)
	if m, ok := mountOf(filepath.Dir(path)); ok {
		of := elsewhere(m)
		w.Network = of.Network
		if w.Sync == "" {
			w.Sync, w.Mark = of.Sync, of.Mark
		}
	}
	if runtime.GOOS == "windows" && strings.HasPrefix(path, `\\`) {
		w.Network = true
	}
	return w
}

// elsewhere is what the kind of a disk says of where it is.
func elsewhere(m mount) notes.Whereabouts {
	for _, mark := range mountMarks {
		switch {
		case mark.kind != m.kind || mark.source != "" && mark.source != m.source:
			continue
		case mark.program == "":
			return notes.Whereabouts{Network: true}
		}
		return notes.Whereabouts{Sync: mark.program, Mark: m.at}
	}
	return notes.Whereabouts{}
}

// WhereItLies is the journal's own.
func (j *Journal) WhereItLies() notes.Whereabouts { return WhereItLies(j.path) }

// syncedBy goes up from a folder and looks for the marks of each program.
func syncedBy(folder, home string) notes.Whereabouts {
	real, err := filepath.EvalSymlinks(folder)
	if err != nil {
		real = folder
	}
	for _, m := range syncMarks {
		if at := m.found(real, home); at != "" {
			return notes.Whereabouts{Sync: m.program, Mark: at}
		}
	}
	return notes.Whereabouts{}
}

// found is what the program is known by, "" where it isn't.
func (m syncMark) found(folder, home string) string {
	for at := folder; ; at = filepath.Dir(at) {
		if mark := m.at(at, home); mark != "" {
			return mark
		}
		if filepath.Dir(at) == at {
			break
		}
	}
	if m.listed == nil || home == "" {
		return ""
	}
	for _, listed := range m.listed(home) {
		if real, err := filepath.EvalSymlinks(listed); err == nil && inFolderOf(folder, real) {
			return listed
		}
	}
	return ""
}

// at is the mark of a program that keeps this very folder.
func (m syncMark) at(folder, home string) string {
	switch {
	case m.inside != "" && folder != home: // a home folder has settings of programs in it, which are no marks
		if found, err := filepath.Glob(filepath.Join(escaped(folder), filepath.FromSlash(m.inside))); err == nil && len(found) > 0 {
			return found[0]
		}
	case m.in != "" && home != "":
		if ok, err := filepath.Match(filepath.Join(escaped(home), filepath.FromSlash(m.in)), folder); err == nil && ok {
			return folder
		}
	}
	return ""
}

// escaped is a path as a part of a pattern.
func escaped(path string) string {
	if runtime.GOOS == "windows" { // where nothing can be escaped, and no name has a star
		return path
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

func inFolderOf(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, strings.TrimSuffix(folder, string(filepath.Separator))+string(filepath.Separator))
}

// dropboxFolders are those that Dropbox's own list names, one an account.
func dropboxFolders(home string) []string {
	var folders []string
	for _, list := range []string{
		filepath.Join(home, ".dropbox", "info.json"), filepath.Join(os.Getenv("APPDATA"), "Dropbox", "info.json"),
		filepath.Join(os.Getenv("LOCALAPPDATA"), "Dropbox", "info.json"),
	} {
		data, err := os.ReadFile(list)
		if err != nil {
			continue
		}
		var accounts map[string]struct {
			Path string `json:"path"`
		}
		if json.Unmarshal(data, &accounts) != nil {
			continue
		}
		for _, a := range accounts {
			if filepath.IsAbs(a.Path) {
				folders = append(folders, a.Path)
			}
		}
	}
	return folders
}

// oneDriveFolders are those of OneDrive's client for Linux: the one that its settings name, else the usual one, where it keeps a
// list of what is in it.
func oneDriveFolders(home string) []string {
	settings := filepath.Join(home, ".config", "onedrive")
	if !exists(filepath.Join(settings, "items.sqlite3")) {
		return nil
	}
	folder := filepath.Join(home, "OneDrive")
	data, _ := os.ReadFile(filepath.Join(settings, "config")) // without one everything is as usual
	for line := range strings.Lines(string(data)) {
		if name, value, ok := strings.Cut(line, "="); ok && strings.TrimSpace(name) == "sync_dir" {
			folder = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	if rest, ok := strings.CutPrefix(folder, "~/"); ok {
		folder = filepath.Join(home, rest)
	}
	return []string{folder}
}

// variables are the folders that variables of the environment name.
func variables(names ...string) func(string) []string {
	return func(string) (folders []string) {
		for _, name := range names {
			if folder := os.Getenv(name); filepath.IsAbs(folder) {
				folders = append(folders, folder)
			}
		}
		return folders
	}
}

// mount is a disk as the system lists it.
type mount struct{ at, kind, source string }

// mountIn is the mount of a path in a list as /proc/self/mountinfo has it: the last one of those around it that are deepest.
func mountIn(list, path string) (mount, bool) {
	var found mount
	for line := range strings.Lines(list) {
		before, after, ok := strings.Cut(line, " - ")
		fields, kinds := strings.Fields(before), strings.Fields(after)
		if !ok || len(fields) < 5 || len(kinds) < 2 {
			continue
		}
		at := unescaped(fields[4])
		if inFolderOf(path, at) && len(at) >= len(found.at) {
			found = mount{at: at, kind: kinds[0], source: unescaped(kinds[1])}
		}
	}
	return found, found.at != ""
}

// unescaped is a name of mountinfo with its blanks.
func unescaped(name string) string {
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(name)
}
