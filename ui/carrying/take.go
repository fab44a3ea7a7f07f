package carrying

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Importer is a journal that an archive comes into.
type Importer interface {
	ImportArchive(folder string, progress archive.Progress) (archive.Imported, error)
}

// TakeArchive takes in the archive in a folder, shows how far that is, tells what came and calls done.
func TakeArchive(host room.Host, j Importer, folder string, done func()) {
	if err := host.Draft().Flush(); err != nil {
		host.Show(err)
		return
	}
	var did archive.Imported
	Work(host, voice.T("Importing …"), func(progress archive.Progress) (err error) {
		did, err = j.ImportArchive(folder, progress)
		return err
	}, func() {
		said := voice.T("Imported: {what}", "what", did.Says())
		// What is in view is read again, and undo takes the archive back; an error has been shown.
		_, _ = host.Apply(notes.Change{Rows: []notes.Row{notes.TakeArchive{Archive: did.ID}}}, said)
		done()
		if len(did.Conflicts)+len(did.Skipped)+len(did.Told) > 0 {
			Tell(host, did, voice.T("Archive imported"), widgets.NewPara(14, widgets.Plain(said)))
		}
	})
}

// SayMerge is what becomes of notes that are in an archive and in the journal.
func SayMerge() string {
	return voice.T("If a note is in both, the newer lines are used. If both changed the same lines, Handback tells you, and nothing is lost.")
}

// mostTold is how many notes, or files, are named.
const mostTold = 12

// Tell shows what was taken in, below what is said first: lines that differed, files that were left out.
func Tell(host room.Host, done archive.Imported, title string, parts ...fyne.CanvasObject) {
	if n := len(done.Conflicts); n > 0 {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(voice.N(n,
			"The same lines had changed in both copies of {n} note. The note has the newer text. The older text is in its earlier versions:",
			"The same lines had changed in both copies of {n} notes. The notes have the newer text. The older text is in their earlier versions:"))))
		for _, c := range done.Conflicts[:min(n, mostTold)] {
			parts = append(parts, widgets.NewPara(14, widgets.Strong(c.Person), widgets.Plain(" · "+notes.SayDate(c.Date, host.Today()))),
				widgets.NewPara(13, widgets.Dim(c.Lost)))
		}
	}
	for _, told := range done.Told[:min(len(done.Told), mostTold)] {
		parts = append(parts, widgets.NewPara(13, widgets.Plain(told)))
	}
	if n := len(done.Skipped); n > 0 {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(voice.N(n, "{n} file was left out:", "{n} files were left out:"))))
		for _, s := range done.Skipped[:min(n, mostTold)] {
			parts = append(parts, widgets.NewPara(13, widgets.Strong(s.File), widgets.Dim(" · "+s.Why)))
		}
	}
	widgets.NewDialog(host.Window().Canvas(), title, "", nil, parts...).Wide(620).Show(nil)
}
