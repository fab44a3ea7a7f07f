package saveas

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/carrying"
	"handback/ui/room"
	"handback/ui/widgets"
)

// File is a text that is saved as it is, under a name of its own.
type File struct {
	Title string
	Says  string // who can read it
	Name  string // what it is called where nothing else is typed
	// Write writes it, and calls done on the UI goroutine with where it is; ErrExists where a file is there that isn't to be replaced.
	Write func(path string, replace bool, done func(at string, err error))
	Saved func(at string)
}

// fileForm is its dialog.
type fileForm struct {
	File
	where   *widgets.TextField
	dialog  *widgets.Dialog
	folder  string
	replace string // the file that may be replaced: it was asked about
	saving  bool
}

// ShowFile asks where to save a text. Nothing of it is remembered.
func ShowFile(host room.Host, file File) {
	f := &fileForm{File: file, folder: usualFolder()}
	f.where = widgets.NewTextField("saveas/where", voice.T("Where to?"), voice.T("Folder and file name"))
	f.where.Offer(filepath.Join(f.folder, f.Name))
	f.where.Entry.OnChanged = func(string) {
		if f.replace != "" && !f.saving {
			f.replace = ""
			f.dialog.SetConfirm(saveFile)
		}
	}
	browse := widgets.NewSmallButton("saveas/folder", widgets.Outlined, "open", voice.T("Choose folder …"), func() {
		carrying.ChooseFolder(host, f.where)
	})
	f.dialog = widgets.NewDialog(host.Window().Canvas(), f.Title, saveFile, f.save,
		f.where, widgets.HStack(8, browse, widgets.Grow()), widgets.NewPara(13, widgets.Dim(f.Says)).Lead(19)).Wide(620)
	f.dialog.Show(f.where.Entry)
}

// usualFolder is where a file is saved where nothing else was said.
func usualFolder() string {
	for _, folder := range []string{xdg.UserDirs.Documents, xdg.Home} {
		if st, err := os.Stat(folder); err == nil && st.IsDir() {
			return folder
		}
	}
	return ""
}

// path is the file that is meant: in a folder it has its usual name.
func (f *fileForm) path() string {
	path := room.FromHome(strings.TrimSpace(f.where.Text()))
	if path != "" && !filepath.IsAbs(path) {
		path = filepath.Join(f.folder, path)
	}
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		path = filepath.Join(path, f.Name)
	}
	return path
}

func (f *fileForm) save() error {
	if f.saving {
		return widgets.Said(errSaving)
	}
	path := f.path()
	if path == "" {
		return notes.Invalid{Why: voice.T("Enter a folder and a file name.")}
	}
	failed, later := widgets.Said(errSaving), false
	f.saving = true
	f.Write(path, f.replace == path, func(at string, err error) {
		f.saving, f.replace = false, ""
		f.dialog.SetConfirm(saveFile)
		if errors.Is(err, notes.ErrExists) {
			f.replace = path
			f.dialog.SetConfirm(voice.T("Replace file"))
		}
		if failed = err; err == nil {
			f.dialog.OnClose = func(bool) { f.Saved(at) }
		}
		switch {
		case !later: // the dialog does it
		case err == nil:
			f.dialog.Finish()
		default:
			f.dialog.SetError(widgets.Sentence(err))
		}
	})
	later = true
	return failed
}
