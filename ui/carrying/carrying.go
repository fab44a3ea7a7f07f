// Package carrying is what the screens share from which a journal leaves as a folder of text, or comes from one: the question for
// the folder, and the dialog that shows how far the work is.
package carrying

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
	"handback/ui/room"
	"handback/ui/widgets"
)

// errCancelled ends an export or import that the manager cancelled.
var errCancelled = errors.New("cancelled")

// AnyoneCanRead and WhatStays are said wherever a folder of text is written.
var (
	AnyoneCanRead = voice.T("Anyone who can open this folder can read it: it has no password.")
	WhatStays     = voice.T("Dropbox, OneDrive and the like also keep what you delete later.")
)

// AskFolder asks for a folder and does something with it.
func AskFolder(host room.Host, title, confirm, offered string, do func(folder string), says ...string) {
	field := widgets.NewTextField("archive.folder", voice.T("Folder"), voice.T("Path of the folder"))
	field.Offer(offered)
	parts := []fyne.CanvasObject{
		widgets.HMiddle(8, widgets.Grow(field),
			widgets.NewSmallButton("archive.choose", widgets.Outlined, "", voice.T("Choose folder"), func() { ChooseFolder(host, field) })),
	}
	for _, text := range says {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(text)).Lead(19))
	}
	var d *widgets.Dialog
	folder := ""
	d = widgets.NewDialog(host.Window().Canvas(), title, confirm, func() error {
		folder = strings.TrimSpace(field.Text())
		if home, err := os.UserHomeDir(); err == nil && strings.HasPrefix(folder, "~"+string(filepath.Separator)) {
			folder = filepath.Join(home, folder[2:])
		}
		if !filepath.IsAbs(folder) {
			field.SetError(voice.T("Enter the full path of a folder."))
			d.Relayout()
			return widgets.Said(errCancelled)
		}
		if found, err := os.Stat(folder); err == nil && !found.IsDir() {
			field.SetError(voice.T("{folder} is a file. Choose a folder.", "folder", folder))
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

// ChooseFolder lets the user point at the folder.
func ChooseFolder(host room.Host, field *widgets.TextField) {
	at := host.Window().Canvas()
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		host.Show(err)
		if err == nil && folder != nil {
			field.SetText(folder.Path())
		}
	}, host.Window())
	widgets.ShowFileDialog(at, d, func() { at.Focus(field.Entry) })
}

// OfferedFolder is where an archive would lie if nothing else was said.
func OfferedFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, "Handback")
}

// lookAgain is how often it is looked how far the work is.
const lookAgain = 150 * time.Millisecond

// Work does work off the UI goroutine, shows how far it is and lets it be cancelled, which leaves nothing behind.
func Work(host room.Host, title string, work func(archive.Progress) error, done func()) {
	var at, of atomic.Int64
	var cancelled atomic.Bool
	says := widgets.NewPara(14, widgets.Plain(voice.T("Getting ready …")))
	d := widgets.NewDialog(host.Window().Canvas(), title, "", nil, says)
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
		stop = host.After(lookAgain, tick)
	}
	d.Show(nil)
	tick()
	host.Background(func() error {
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
			host.Say(voice.T("Cancelled. Nothing was changed."))
		case err != nil:
			host.Show(err)
		default:
			done()
		}
	})
}

// Slowly commits a change that takes long, off the UI goroutine, and covers the window meanwhile: it would wait for the journal.
func Slowly(host room.Host, title, say string, change notes.Change, done func()) {
	says := widgets.NewPara(14, widgets.Plain(voice.T("This may take a moment.")))
	d := widgets.NewDialog(host.Window().Canvas(), title, "", nil, says).Busy()
	d.Show(nil)
	host.ApplySlowly(change, say, func(_ notes.Applied, err error) {
		d.Finish()
		if err == nil {
			done()
		}
	})
}
