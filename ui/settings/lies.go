package settings

import (
	"errors"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
	"handback/ui/carrying"
	"handback/ui/look"
	"handback/ui/widgets"
)

// Lying is a journal that knows where it is, and which copies sync programs put beside it.
type Lying interface {
	WhereItLies() notes.Whereabouts
	ConflictCopies() ([]notes.ConflictCopy, error)
	// MergeCopy takes everything of a conflict copy into the journal, which is copied before, and puts the copy aside.
	MergeCopy(path string, progress archive.Progress) (archive.Imported, notes.Merged, error)
}

// Mover moves the journal that is open; the shell is one.
type Mover interface {
	CanMove() bool
	// MoveJournal closes the journal, moves it and opens it again. What goes wrong after the closing is shown by itself.
	MoveJournal(folder string) error
}

// protectCommand leads to the screen that protects the journal.
const protectCommand = "protect"

// guard is a host that knows of protected journals.
type guard interface {
	// Protection reports whether the journal is protected, and whether it could be.
	Protection() (protected, possible bool)
}

// protection is as the host says; a host that knows of none has none.
func (r *Room) protection() (protected, possible bool) {
	if g, ok := r.host.(guard); ok {
		return g.Protection()
	}
	return false, false
}

// lies says where the journal is, moves it, and tells of what else has its hands on it.
func (r *Room) lies() fyne.CanvasObject {
	keeper, ok := r.host.Journal().(Keeper)
	if !ok {
		return widgets.Gap(0)
	}
	path := keeper.Path()
	buttons := []fyne.CanvasObject{
		widgets.Grow(widgets.NewPara(14, widgets.Strong(path))),
		widgets.NewSmallButton("settings.path", widgets.Outlined, "copy", voice.T("Copy path"), func() { r.copyPath(path) }),
	}
	if m, ok := r.host.(Mover); ok && m.CanMove() {
		move := func() { r.askMove(m, path) }
		buttons = append(buttons, widgets.NewSmallButton("settings.move", widgets.Outlined, "", voice.T("Move journal"), move))
	}
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Where your journal is"), ""),
		widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(8, buttons...)),
	}
	if r.where.Sync != "" || r.where.Network {
		rows = append(rows, r.synced()...)
	}
	if len(r.conflicts) > 0 {
		rows = append(rows, r.conflictCopies()...)
	}
	how := voice.T("To make a copy, close Handback and copy the folder {folder}. "+
		"Your journal is an SQLite file, so other programs can read it too: sqlite3 {file}",
		"folder", filepath.Dir(path), "file", filepath.Base(path))
	if protected, _ := r.protection(); protected {
		how = voice.T("To make a copy, close Handback and copy the whole folder. Only your passphrase or recovery key opens it.")
	}
	return widgets.Card(4, append(rows, widgets.NewPara(13, widgets.Dim(how)).Lead(19))...)
}

// synced warns of a folder that others have too.
func (r *Room) synced() []fyne.CanvasObject {
	protected, possible := r.protection()
	rows := []fyne.CanvasObject{
		widgets.Gap(4),
		widgets.HMiddle(10, widgets.Icon("info", 18, look.C().Stuck),
			widgets.Grow(widgets.NewPara(14, widgets.Plain(r.saysSynced(protected))).Lead(21))),
	}
	switch {
	case protected:
		return rows
	case !possible:
		return append(rows, widgets.NewPara(13, widgets.Dim(voice.T("Move the journal to a folder that only this computer has."))).Lead(19))
	}
	return append(rows,
		widgets.NewPara(13, widgets.Dim(voice.T(
			"Move the journal to a folder that only this computer has, or protect it with a passphrase."))).Lead(19),
		widgets.HStack(8, widgets.NewSmallButton("settings.protect.synced", widgets.Outlined, "lock", voice.T("Protect the journal"),
			func() { r.host.Run(protectCommand) }), widgets.Grow()))
}

// saysSynced says who else has the folder, and what that means.
func (r *Room) saysSynced(protected bool) string {
	switch {
	case r.where.Sync != "" && protected:
		return voice.T("{program} syncs this folder. Nobody can read your protected journal there. "+
			"If two computers change it at once, one version can get lost.", "program", r.where.Sync)
	case r.where.Sync != "":
		return voice.T("{program} syncs this folder, so your journal is in other places too, where others may be able to read it. "+
			"If two computers change it at once, one version can get lost.", "program", r.where.Sync)
	case protected:
		return voice.T("This folder is on another computer, over a network. Nobody can read your protected journal there.")
	}
	return voice.T("This folder is on another computer, over a network. Anyone who manages that computer can read your journal there.")
}

// conflictCopies tells of copies that a sync program put beside the journal.
func (r *Room) conflictCopies() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		widgets.Gap(4),
		widgets.NewPara(14, widgets.Strong(voice.N(len(r.conflicts),
			"There's a second copy of your journal in the same folder", "There are {n} more copies of your journal in the same folder"))),
		widgets.NewPara(13, widgets.Dim(voice.T("This happens when two computers change the journal. "+
			"The copy may have notes that this one doesn't. "+
			"Combining brings them in. Your journal is backed up first, and nothing is deleted."))).Lead(19),
	}
	for i, c := range r.conflicts {
		about := widgets.NewPara(13, widgets.Strong(filepath.Base(c.Path)), widgets.Dim(r.aboutCopy(c))).Lead(19)
		line := []fyne.CanvasObject{widgets.Grow(about)}
		if c.Wrong == "" && r.mayMerge() {
			merge := func() { r.merge(c) }
			line = append(line, widgets.NewSmallButton("settings.merge."+strconv.Itoa(i), widgets.Outlined, "", voice.T("Combine"), merge))
		}
		rows = append(rows, widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8, line...)))
	}
	return rows
}

func (r *Room) mayMerge() bool {
	_, readOnly := r.host.Journal().ReadOnly()
	return !readOnly
}

// aboutCopy is what is known of a copy, behind its name.
func (r *Room) aboutCopy(c notes.ConflictCopy) string {
	if c.Wrong != "" {
		return " · " + c.Wrong
	}
	said := voice.T("last changed {day} at {time}, {notes}, {people}",
		"day", notes.SayDate(notes.DateOf(c.Saved), r.host.Today()), "time", r.host.Locale().SayTime(notes.TimeOf(c.Saved)),
		"notes", voice.N(c.Notes, "{n} note", "{n} notes"), "people", voice.N(c.People, "{n} person", "{n} people"))
	if c.By != "" {
		return " · " + voice.T("from {program}, {what}", "program", c.By, "what", said)
	}
	return " · " + said
}

// merge takes a copy in, off the UI goroutine.
func (r *Room) merge(c notes.ConflictCopy) {
	j, ok := r.host.Journal().(Lying)
	if !ok {
		return
	}
	if err := r.host.Draft().Flush(); err != nil {
		r.host.Show(err)
		return
	}
	var did archive.Imported
	var put notes.Merged
	carrying.Work(r.host, voice.T("Combining …"), func(progress archive.Progress) (err error) {
		did, put, err = j.MergeCopy(c.Path, progress)
		return err
	}, func() { r.merged(did, put) })
}

// merged tells what came, and where both copies are. A copy in which nothing is new changes nothing in the journal, and one with
// something is put aside only after that: so what is beside it is looked at anew here.
func (r *Room) merged(did archive.Imported, put notes.Merged) {
	r.host.Show(r.Reload())
	carrying.Tell(r.host, did, voice.T("Copies combined"),
		widgets.NewPara(14, widgets.Plain(voice.T("Combined. New notes: {new}. Changed: {changed}.",
			"new", strconv.Itoa(did.New), "changed", strconv.Itoa(did.Changed)))),
		widgets.NewPara(13, widgets.Dim(voice.T("The earlier version of your journal is in {file}. The copy is now called {copy}. "+
			"Delete both once you've checked.", "file", filepath.Base(put.Before), "copy", filepath.Base(put.Aside)))).Lead(19))
}

// askMove asks for the folder that the journal should go to.
func (r *Room) askMove(m Mover, path string) {
	carrying.AskFolder(r.host, voice.T("Move your journal"), voice.T("Move"), "", func(folder string) {
		if err := r.host.Draft().Flush(); err != nil {
			r.host.Show(err)
			return
		}
		r.host.Show(m.MoveJournal(folder))
	}, voice.T("Its backups and older copies move with it. The old files are deleted only after the copy has been read back and compared."),
		voice.T("It's in {folder} now.", "folder", filepath.Dir(path)))
}

// lookAround reads where the journal is and what is beside it.
func (r *Room) lookAround() error {
	j, ok := r.host.Journal().(Lying)
	if !ok {
		return nil
	}
	r.where = j.WhereItLies()
	var err error
	if r.conflicts, err = j.ConflictCopies(); errors.Is(err, notes.ErrNoAccess) {
		return nil // a folder that can't be listed has none that could be merged
	}
	return err
}
