package takein

import (
	"os"
	"path/filepath"

	"handback/notes/voice"
	"handback/ui/carrying"
	"handback/ui/widgets"
)

// archiveIn is the folder of the archive at a path: the path itself, or the one folder in it that has one. "" where there is none, as in
// a zip.
func archiveIn(path string) string {
	mark := filepath.Join("Handback", "archive.json")
	if _, err := os.Stat(filepath.Join(path, mark)); err == nil {
		return path
	}
	inside, err := os.ReadDir(path)
	if err != nil {
		return ""
	}
	found := ""
	for _, d := range inside {
		folder := filepath.Join(path, d.Name())
		if _, err := os.Stat(filepath.Join(folder, mark)); err == nil {
			if found != "" {
				return ""
			}
			found = folder
		}
	}
	return found
}

// askArchive asks whether an archive that Handback wrote is to be imported, and reports whether there is one to ask about.
func (r *Room) askArchive(path string) bool {
	j, ok := r.host.Journal().(carrying.Importer)
	folder := archiveIn(path)
	if !ok || folder == "" {
		return false
	}
	confirmed := false
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Import this archive?"), voice.T("Import"), func() error {
		confirmed = true
		return nil
	}, widgets.NewPara(14, widgets.Plain(voice.T("Handback made this folder. People, notes, goals and settings come with it."))).Lead(20),
		widgets.NewPara(13, widgets.Dim(carrying.SayMerge())).Lead(19))
	d.OnClose = func(bool) {
		if confirmed { // what comes next shows a dialog of its own
			carrying.TakeArchive(r.host, j, folder, func() {
				r.typed = ""
				r.host.Show(r.Reload())
			})
		}
	}
	d.Show(nil)
	return true
}
