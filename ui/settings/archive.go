package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/widgets"
)

// Archiver is a journal that leaves, and comes, as a folder of text.
type Archiver interface {
	ExportArchive(folder string, progress archive.Progress) (archive.Exported, error)
	ImportArchive(folder string, progress archive.Progress) (archive.Imported, error)
}

// KeptFolder is the setting that says which folder is kept up to date, "" for none. It is of this computer, and in no archive.
const KeptFolder = notes.SettingKeptFolder

// errCancelled ends an export or import that the manager cancelled.
var errCancelled = errors.New("cancelled")

var anyoneCanRead = voice.T("Anyone who can open this folder can read it: it has no password.")

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
		widgets.NewPara(13, widgets.Dim(voice.T("An archive is your whole journal as text files in a folder, which Obsidian opens as a vault. "+
			"Import one to merge it into this journal: nothing is dropped."))),
		widgets.HStack(8,
			widgets.NewSmallButton("settings.archive.export", widgets.Outlined, "", voice.T("Export an archive"), func() { r.askExport(j) }),
			widgets.NewSmallButton("settings.archive.import", widgets.Outlined, "", voice.T("Import an archive"), func() { r.askImport(j) }),
			widgets.Grow()),
	}
	return append(append(rows, widgets.Gap(6)), r.keptFolder()...)
}

// keptFolder offers to keep a folder up to date.
func (r *Room) keptFolder() []fyne.CanvasObject {
	if guard, ok := r.host.(Guard); ok {
		if protected, _ := guard.Protection(); protected && r.kept == "" {
			return []fyne.CanvasObject{widgets.NewPara(13, widgets.Dim(
				voice.T("A protected journal keeps no folder up to date: anyone could read it there."))).Lead(19)}
		}
	}
	if r.kept == "" {
		return []fyne.CanvasObject{
			widgets.NewPara(13, widgets.Dim(voice.T("Handback can also keep such a folder up to date after each change."))),
			widgets.HStack(8, widgets.NewSmallButton("settings.archive.keep", widgets.Outlined, "", voice.T("Keep a folder up to date"), r.askKeep),
				widgets.Grow()),
		}
	}
	return []fyne.CanvasObject{
		widgets.NewPara(13, widgets.Dim(voice.T("This folder is kept up to date. Anyone who can open it can read it:"))),
		widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(8,
			widgets.Grow(widgets.NewPara(14, widgets.Strong(r.kept))),
			widgets.NewSmallButton("settings.archive.stop", widgets.Outlined, "", voice.T("Stop updating"), r.stopKeeping))),
	}
}

// askFolder asks for a folder and does something with it.
func (r *Room) askFolder(title, confirm, offered string, do func(folder string), says ...string) {
	field := widgets.NewTextField("archive.folder", voice.T("Folder"), voice.T("Path of the folder"))
	field.Offer(offered)
	parts := []fyne.CanvasObject{
		widgets.HMiddle(8, widgets.Grow(field),
			widgets.NewSmallButton("archive.choose", widgets.Outlined, "", voice.T("Choose folder"), func() { r.chooseFolder(field) })),
	}
	for _, text := range says {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(text)).Lead(19))
	}
	var d *widgets.Dialog
	folder := ""
	d = widgets.NewDialog(r.host.Window().Canvas(), title, confirm, func() error {
		folder = strings.TrimSpace(field.Text())
		if home, err := os.UserHomeDir(); err == nil && strings.HasPrefix(folder, "~"+string(filepath.Separator)) {
			folder = filepath.Join(home, folder[2:])
		}
		if !filepath.IsAbs(folder) {
			field.SetError(voice.T("Enter the full path of a folder."))
			d.Relayout()
			return widgets.Said(errCancelled)
		}
		return nil
	}, parts...).Wide(620)
	d.OnClose = func(confirmed bool) { // what comes next may show a dialog of its own
		if confirmed {
			do(folder)
		}
	}
	d.Show(field.Entry)
}

// chooseFolder lets the user point at the folder. Esc closes that, as it closes every other dialog.
func (r *Room) chooseFolder(field *widgets.TextField) {
	at := r.host.Window().Canvas()
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		r.host.Show(err)
		if err == nil && folder != nil {
			field.SetText(folder.Path())
		}
	}, r.host.Window())
	at.Unfocus()
	d.Show()
	d.Resize(fyne.NewSize(look.S(760), look.S(520))) // it can be sized and listened to only once it is shown
	typed := at.OnTypedKey()
	d.SetOnClosed(func() {
		at.SetOnTypedKey(typed)
		at.Focus(field.Entry)
	})
	at.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			d.Hide()
			return
		}
		typed(e)
	})
}

func offeredFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, "Handback")
}

var whatStays = voice.T("If git or a sync program keeps the folder, it also keeps what you delete later.")

func (r *Room) askExport(j Archiver) {
	r.askFolder(voice.T("Export an archive"), voice.T("Export"), offeredFolder(), func(folder string) {
		if err := r.host.Draft().Flush(); err != nil {
			r.host.Show(err)
			return
		}
		var done archive.Exported
		r.longWork(voice.T("Exporting …"), func(progress archive.Progress) (err error) {
			done, err = j.ExportArchive(folder, progress)
			return err
		}, func() {
			r.host.Say(voice.N(done.Notes, "Exported {n} note to {folder}", "Exported {n} notes to {folder}", "folder", folder))
		})
	}, anyoneCanRead, whatStays)
}

func (r *Room) askImport(j Archiver) {
	r.askFolder(voice.T("Import an archive"), voice.T("Import"), r.kept, func(folder string) {
		if err := r.host.Draft().Flush(); err != nil {
			r.host.Show(err)
			return
		}
		var done archive.Imported
		r.longWork(voice.T("Importing …"), func(progress archive.Progress) (err error) {
			done, err = j.ImportArchive(folder, progress)
			return err
		}, func() { r.imported(done) })
	}, voice.T("Of each note and person, the newest version counts. Where two versions differ, their lines are joined."))
}

// mostTold is how many notes, or files, are named.
const mostTold = 12

// imported tells what came.
func (r *Room) imported(done archive.Imported) {
	_, _ = r.host.Apply(notes.Change{}, "") // what is in view is read again; an error has been shown
	said := voice.T("Imported: {new} new notes, {changed} changed", "new", strconv.Itoa(done.New), "changed", strconv.Itoa(done.Changed))
	if len(done.Conflicts)+len(done.Skipped) == 0 {
		r.host.Say(said)
		return
	}
	r.told(done, voice.T("Archive imported"), widgets.NewPara(14, widgets.Plain(said)))
}

// told shows what was taken in, below what is said first: lines that differed, files that were left out.
func (r *Room) told(done archive.Imported, title string, parts ...fyne.CanvasObject) {
	if n := len(done.Conflicts); n > 0 {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(voice.N(n,
			"The same lines had changed in both versions of {n} note. The newer text is in the note, the other one in its earlier versions:",
			"The same lines had changed in both versions of {n} notes. The newer text is in the note, the other one in its earlier versions:"))))
		for _, c := range done.Conflicts[:min(n, mostTold)] {
			parts = append(parts, widgets.NewPara(14, widgets.Strong(c.Person), widgets.Plain(" · "+notes.SayDate(c.Date, r.host.Today()))),
				widgets.NewPara(13, widgets.Dim(c.Lost)))
		}
	}
	if n := len(done.Skipped); n > 0 {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(voice.N(n, "{n} file was left out:", "{n} files were left out:"))))
		for _, s := range done.Skipped[:min(n, mostTold)] {
			parts = append(parts, widgets.NewPara(13, widgets.Strong(s.File), widgets.Dim(" · "+s.Why)))
		}
	}
	widgets.NewDialog(r.host.Window().Canvas(), title, "", nil, parts...).Wide(620).Show(nil)
}

// lookAgain is how often it is looked how far the work is.
const lookAgain = 150 * time.Millisecond

// longWork does work off the UI goroutine, shows how far it is and lets it be cancelled, which leaves nothing behind.
func (r *Room) longWork(title string, work func(archive.Progress) error, done func()) {
	var at, of atomic.Int64
	var cancelled atomic.Bool
	says := widgets.NewPara(14, widgets.Plain(voice.T("Getting ready …")))
	d := widgets.NewDialog(r.host.Window().Canvas(), title, "", nil, says)
	d.SetCancel(voice.T("Cancel"))
	ended := false
	d.OnClose = func(finished bool) { cancelled.Store(!finished) }
	var tick func()
	stop := func() {}
	tick = func() {
		if ended {
			return
		}
		if all := of.Load(); all > 0 {
			says.SetRuns(widgets.Plain(voice.T("{done} of {all}", "done", strconv.FormatInt(at.Load(), 10), "all", strconv.FormatInt(all, 10))))
			d.Relayout()
		}
		stop = r.host.After(lookAgain, tick)
	}
	d.Show(nil)
	tick()
	r.host.Background(func() error {
		return work(func(n, all int) error {
			at.Store(int64(n))
			of.Store(int64(all))
			if cancelled.Load() {
				return errCancelled
			}
			return nil
		})
	}, func(err error) {
		ended = true
		stop()
		if !cancelled.Load() {
			d.Finish()
		}
		switch {
		case errors.Is(err, errCancelled):
			r.host.Say(voice.T("Cancelled. Nothing was changed."))
		case err != nil:
			r.host.Show(err)
		default:
			done()
		}
	})
}

func (r *Room) askKeep() {
	r.askFolder(voice.T("Keep a folder up to date"), voice.T("Keep up to date"), offeredFolder(), func(folder string) {
		_, _ = r.host.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: KeptFolder, Value: folder}}}, "") // an error has been shown
	}, anyoneCanRead, whatStays, voice.T("After each change, Handback writes what has changed there, and nothing else."))
}

func (r *Room) stopKeeping() {
	_, _ = r.host.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: KeptFolder}}},
		voice.T("The folder is no longer updated. What is there stays.")) // an error has been shown
}
