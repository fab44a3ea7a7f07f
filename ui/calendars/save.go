package calendars

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"handback/notes"
	"handback/notes/calendar"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// keyFolder keeps where the last file was saved. The dialog for documents keeps the same.
const keyFolder = "saveas.folder"

// Save offers to write planned one-on-ones into a file for a calendar program: one person's, or with 0 everybody's.
func Save(host room.Host, who notes.PersonID) {
	all, err := planned(host, who)
	if err != nil {
		host.Show(err)
		return
	}
	if len(all) == 0 {
		host.Say(voice.T("No one-on-one is planned yet."))
		return
	}
	f := &saving{host: host, all: all}
	f.build()
}

func planned(host room.Host, who notes.PersonID) ([]calendar.Planned, error) {
	var all []calendar.Planned
	for _, p := range host.People() {
		if !p.Around() || who != 0 && p.ID != who {
			continue
		}
		note, err := host.Journal().PlannedNote(p.ID)
		if errors.Is(err, notes.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, calendar.Planned{Note: note, Who: p.First()})
	}
	return all, nil
}

// saving is the dialog.
type saving struct {
	host    room.Host
	all     []calendar.Planned
	named   bool
	where   *widgets.TextField
	dialog  *widgets.Dialog
	replace string
	busy    bool
}

func (f *saving) build() {
	f.where = widgets.NewTextField("calendar.save.where", voice.T("Where to?"), voice.T("Folder and file name"))
	f.where.SetText(filepath.Join(f.folder(), voice.T("One-on-ones")+ending))
	f.where.Entry.OnChanged = func(string) {
		if f.replace != "" && !f.busy {
			f.replace = ""
			f.dialog.SetConfirm(saveFile)
		}
	}
	names := widgets.NewCheckbox("calendar.save.names", voice.T("Say who it's with"), false, func(on bool) { f.named = on })
	f.dialog = widgets.NewDialog(f.host.Window().Canvas(), voice.T("Save for your calendar"), saveFile, f.save,
		widgets.NewPara(14, widgets.Plain(voice.N(len(f.all), "{n} planned one-on-one, with a reminder 15 minutes before.",
			"{n} planned one-on-ones, with a reminder 15 minutes before."))),
		f.where, names,
		widgets.NewPara(13, widgets.Dim(voice.T("Anyone who sees your calendar sees the days and times. "+
			"Names are left out unless you tick the box. Nothing from your notes is in it."))).Lead(19),
	).Wide(560)
	f.dialog.Show(nil)
}

var saveFile = voice.T("Save file")

func (f *saving) folder() string {
	kept, err := f.host.Journal().Setting(keyFolder)
	if err != nil {
		kept = "" // it is chosen anew
	}
	for _, folder := range []string{kept, xdg.UserDirs.Documents, xdg.Home} {
		if st, err := os.Stat(folder); err == nil && st.IsDir() {
			return folder
		}
	}
	return ""
}

var errSaving = errors.New("calendars: still at it")

func (f *saving) save() error {
	if f.busy {
		return widgets.Said(errSaving)
	}
	path := room.FromHome(strings.TrimSpace(f.where.Text()))
	if path == "" {
		return notes.Invalid{Why: voice.T("Enter a folder and a file name.")}
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(f.folder(), path)
	}
	if !IsCalendar(path) {
		path += ending
	}
	all := make([]calendar.Planned, len(f.all))
	for i, p := range f.all {
		if !f.named {
			p.Who = ""
		}
		all[i] = p
	}
	data := calendar.Write(all, f.host.Now())
	at, failed, later := "", widgets.Said(errSaving), false
	journal, replace := f.host.Journal(), f.replace == path
	f.busy = true
	f.host.Background(func() (err error) {
		at, err = journal.WriteFile(path, data, replace)
		return err
	}, func(err error) {
		failed = f.saved(path, at, err)
		switch {
		case !later:
		case failed == nil:
			f.dialog.Finish()
		default:
			f.dialog.SetError(widgets.Sentence(failed))
		}
	})
	later = true
	return failed
}

// saved says how it went, and offers to replace a file that is there.
func (f *saving) saved(path, at string, err error) error {
	f.busy, f.replace = false, ""
	f.dialog.SetConfirm(saveFile)
	if errors.Is(err, notes.ErrExists) {
		f.replace = path
		f.dialog.SetConfirm(voice.T("Replace file"))
	}
	if err == nil {
		f.host.Say(voice.T("Saved to {path}", "path", at))
	}
	return err
}
