package settings

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
	"handback/ui/carrying"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Archiver is a journal that leaves, and comes, as a folder of text.
type Archiver interface {
	ExportArchive(folder string, progress archive.Progress) (archive.Exported, error)
	// UpdateArchive is ExportArchive for a folder that has one: archive.ErrGone where it is gone.
	UpdateArchive(folder string, progress archive.Progress) (archive.Exported, error)
	ImportArchive(folder string, progress archive.Progress) (archive.Imported, error)
}

// KeptFolder is the setting that says which folder is kept up to date, "" for none. It is of this computer, and in no archive.
const KeptFolder = notes.SettingKeptFolder

// archive offers to take the whole journal out as text, and in.
func (r *Room) archive() []fyne.CanvasObject {
	j, ok := r.host.Journal().(Archiver)
	if !ok {
		return nil
	}
	rows := []fyne.CanvasObject{
		widgets.Gap(4),
		widgets.Hairline(),
		widgets.Gap(4),
		widgets.NewPara(14, widgets.Strong(voice.T("Archive"))),
		widgets.NewPara(13, widgets.Dim(voice.T("An archive is your whole journal as text files in a folder, which Obsidian and other "+
			"programs can open. Import one to add it to this journal. Nothing here is lost."))),
	}
	export := widgets.NewSmallButton("settings.archive.export", widgets.Outlined, "", voice.T("Export an archive"), func() { r.askExport(j) })
	if room.ReadOnly(r.host) {
		return append(rows, widgets.HStack(8, export, widgets.Grow()), widgets.Gap(6))
	}
	rows = append(rows, widgets.HStack(8, export,
		widgets.NewSmallButton("settings.archive.import", widgets.Outlined, "", voice.T("Import an archive"), func() { r.askImport(j) }),
		widgets.Grow()))
	for _, a := range r.taken {
		rows = append(rows, r.takenRow(a))
	}
	return append(append(append(rows, widgets.Gap(6)), r.keptFolder()...), widgets.Gap(6))
}

// Returner is a journal that knows which archives can be taken back.
type Returner interface {
	ArchivesTaken() ([]archive.Taken, error)
}

// readTaken reads which archives can be taken back.
func (r *Room) readTaken() (err error) {
	if j, ok := r.host.Journal().(Returner); ok {
		r.taken, err = j.ArchivesTaken()
	}
	return err
}

// takenRow is an archive that can be taken back.
func (r *Room) takenRow(a archive.Taken) fyne.CanvasObject {
	day := notes.DateOf(a.At.In(r.host.Now().Location()))
	says := voice.T("Imported {day}: {what}", "day", notes.SayDay(day, r.host.Today()),
		"what", archive.Imported{New: a.New, Changed: a.Changed}.Says())
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8,
		widgets.Grow(widgets.VStack(0, widgets.NewElided(14, widgets.Plain(a.Source)), widgets.NewElided(12, widgets.Dim(says)))),
		widgets.NewSmallButton("settings.archive.back", widgets.Outlined, "", voice.T("Undo import …"), func() { r.askBack(a) })))
}

// askBack asks before an archive is taken back.
func (r *Room) askBack(a archive.Taken) {
	confirmed := false
	var says []fyne.CanvasObject
	for _, sentence := range a.SayBack() {
		says = append(says, widgets.NewPara(14, widgets.Plain(sentence)).Lead(20))
	}
	at := r.host.Window().Canvas()
	d := widgets.NewDanger(at, voice.T("Undo this import?"), voice.T("Keep it"), voice.T("Undo import"), func() error {
		confirmed = true
		return nil
	}, says...)
	d.OnClose = func(bool) {
		if confirmed { // what comes next shows a dialog of its own
			carrying.Slowly(r.host, voice.T("Undoing …"), "",
				notes.Change{Rows: []notes.Row{notes.TakeBackArchive{Archive: a.ID}}}, func() {
					r.host.Say(voice.T("Import undone"))
					r.host.Show(r.Reload())
				})
		}
	}
	d.Show(nil)
}

// keptFolder offers to keep a folder up to date.
func (r *Room) keptFolder() []fyne.CanvasObject {
	if guard, ok := r.host.(Guard); ok {
		if protected, _ := guard.Protection(); protected && r.kept == "" {
			return []fyne.CanvasObject{widgets.NewPara(13, widgets.Dim(
				voice.T("Your journal is protected, so Handback doesn't keep a folder of it: anyone could read that."))).Lead(19)}
		}
	}
	if r.kept == "" {
		return []fyne.CanvasObject{
			widgets.NewPara(13, widgets.Dim(voice.T("Handback can also keep a folder like this up to date after each change."))),
			widgets.HStack(8, widgets.NewSmallButton("settings.archive.keep", widgets.Outlined, "", voice.T("Keep a folder up to date"), r.askKeep),
				widgets.Grow()),
		}
	}
	says := voice.T("This folder is kept up to date. Anyone who can open it can read it:")
	trouble, gone := "", false
	if f, ok := r.host.(FolderKeeper); ok {
		trouble, gone = f.FolderTrouble()
	}
	switch {
	case gone:
		says = voice.T("Handback can't find the archive that it keeps up to date here:")
	case trouble != "":
		says = voice.T("This folder isn't up to date right now. Anyone who can open it can read it:")
	}
	rows := []fyne.CanvasObject{
		widgets.NewPara(13, widgets.Dim(says)),
		widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(8,
			widgets.Grow(widgets.NewPara(14, widgets.Strong(r.kept))),
			widgets.NewSmallButton("settings.archive.stop", widgets.Outlined, "", voice.T("Stop updating"), r.stopKeeping).Ends())),
	}
	if trouble == "" {
		return rows
	}
	rows = append(rows, widgets.HMiddle(10, widgets.Icon("info", 18, look.C().Stuck),
		widgets.Grow(widgets.NewPara(13, widgets.Plain(trouble)).Lead(19))))
	j, ok := r.host.Journal().(Archiver)
	switch {
	case ok && gone:
		rows = append(rows, widgets.HStack(8,
			widgets.NewSmallButton("settings.archive.look", widgets.Outlined, "", voice.T("Look again"), r.mended),
			widgets.NewSmallButton("settings.archive.anew", widgets.Outlined, "", voice.T("Export it again"), func() { r.exportAnew(j) }),
			widgets.Grow()))
	case ok:
		rows = append(rows, widgets.HStack(8, widgets.NewSmallButton("settings.archive.changes", widgets.Outlined, "",
			voice.T("Import the changes"), func() { r.askImport(j) }), widgets.Grow()))
	}
	return rows
}

// FolderKeeper is a host that knows why the folder isn't kept up to date, "" where it is, and whether it is gone. It is told when
// what stood in the way no longer does.
type FolderKeeper interface {
	FolderTrouble() (says string, gone bool)
	FolderMended()
}

// mended has the folder written at once.
func (r *Room) mended() {
	if f, ok := r.host.(FolderKeeper); ok && r.kept != "" {
		f.FolderMended()
	}
}

// exportAnew writes the folder that is kept up to date where nothing of it is left.
func (r *Room) exportAnew(j Archiver) {
	folder := r.kept
	carrying.Work(r.host, voice.T("Exporting …"), func(progress archive.Progress) error {
		_, err := j.ExportArchive(folder, progress)
		return err
	}, func() {
		r.host.Say(voice.T("Exported to {folder}", "folder", folder))
		r.mended()
		r.host.Show(r.Reload())
	})
}

func (r *Room) askExport(j Archiver) {
	carrying.AskFolder(r.host, voice.T("Export an archive"), voice.T("Export"), carrying.OfferedFolder(), func(folder string) {
		if err := r.host.Draft().Flush(); err != nil {
			r.host.Show(err)
			return
		}
		var done archive.Exported
		carrying.Work(r.host, voice.T("Exporting …"), func(progress archive.Progress) (err error) {
			done, err = j.ExportArchive(folder, progress)
			return err
		}, func() {
			carrying.LetOut(r.host, folder)
			r.host.Say(voice.N(done.Notes, "Exported {n} note to {folder}", "Exported {n} notes to {folder}", "folder", folder))
		})
	}, carrying.AnyoneCanRead, carrying.WhatStays)
}

func (r *Room) askImport(j Archiver) {
	carrying.AskFolder(r.host, voice.T("Import an archive"), voice.T("Import"), r.kept, func(folder string) {
		carrying.TakeArchive(r.host, j, folder, r.mended)
	}, carrying.SayMerge())
}

func (r *Room) askKeep() {
	j, ok := r.host.Journal().(Archiver)
	if !ok {
		return
	}
	carrying.AskFolder(r.host, voice.T("Keep a folder up to date"), voice.T("Keep up to date"), carrying.OfferedFolder(), func(folder string) {
		if err := r.host.Draft().Flush(); err != nil {
			r.host.Show(err)
			return
		}
		// It is written at once, so that a folder that won't do is said while one still looks at it.
		carrying.Work(r.host, voice.T("Exporting …"), func(progress archive.Progress) error {
			_, err := j.ExportArchive(folder, progress)
			return err
		}, func() {
			_, _ = r.host.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: KeptFolder, Value: folder}}}, // an error has been shown
				voice.T("Handback keeps this folder up to date from now on"))
		})
	}, carrying.AnyoneCanRead, carrying.WhatStays, voice.T("After each change, Handback updates the files that changed."))
}

func (r *Room) stopKeeping() {
	out, err := r.host.Journal().Setting(notes.SettingLetOut)
	if err != nil {
		r.host.Show(err)
		return
	}
	_, _ = r.host.Apply(notes.Change{Rows: []notes.Row{
		notes.PutSetting{Key: KeptFolder}, notes.PutSetting{Key: notes.SettingLetOut, Value: notes.WithLetOut(out, r.kept)},
	}},
		voice.T("Handback no longer updates the folder. The files in it stay.")) // an error has been shown
}
