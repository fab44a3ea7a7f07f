// Package saveas is the dialog by which anything leaves the journal: to the clipboard, to the printer, or into a file
// that others can read.
package saveas

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/paper"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Choice is a document that can be saved.
type Choice struct {
	Name string // where there are several to choose from
	// Make makes it; one that is laid out for a sheet of paper asks for which.
	Make func(paper.Size) (document.Document, error)
	// Paged is whether its pages are laid out to be written on: it is printed as they are.
	Paged bool
}

// Of is the choice of one document.
func Of(d document.Document) Choice {
	return Choice{Make: func(paper.Size) (document.Document, error) { return d, nil }}
}

// form is the dialog while it is shown.
type form struct {
	host    room.Host
	choices []Choice

	dialog  *widgets.Dialog
	what    int // of choices
	format  int // of formats
	size    paper.Size
	folder  string
	named   string // what the field says while nothing was typed
	where   *widgets.TextField
	sizes   *widgets.Segmented
	missing *widgets.Para
	print   *widgets.Button
	replace string // the file that may be replaced: it was asked about
	saving  bool
}

// Show offers to copy, print or save one of the documents.
func Show(host room.Host, choices ...Choice) {
	f := &form{host: host, choices: choices}
	f.remembered()
	f.build()
	if err := f.chosen(); err != nil {
		host.Show(err)
		return
	}
	f.dialog.Show(f.print)
}

func (f *form) build() {
	f.where = widgets.NewTextField("saveas/where", voice.T("Where to?"), voice.T("Folder and file name"))
	f.where.Entry.OnChanged = func(string) { f.retyped() }
	f.missing = widgets.NewPara(13)
	f.missing.Hide()
	f.sizes = widgets.NewSegmented("saveas/size", []string{voice.T("A4"), voice.T("US Letter")}, indexOf(f.size), func(i int) {
		f.size = sizes[i]
		f.show(f.chosen())
	})
	names := make([]string, len(formats))
	for i, kind := range formats {
		names[i] = kind.name
	}
	kinds := widgets.NewSegmented("saveas/format", names, f.format, func(i int) {
		f.format = i
		f.show(f.chosen())
	})
	f.print = widgets.NewSmallButton("saveas/print", widgets.Outlined, "print", voice.T("Print"), f.toPrinter)
	parts := []fyne.CanvasObject{
		widgets.HStack(
			8,
			f.print,
			widgets.NewSmallButton("saveas/copy", widgets.Outlined, "copy", voice.T("Copy text"), f.toClipboard),
			widgets.Grow(),
		),
		widgets.Hairline(),
		widgets.VStack(4, widgets.SmallName(voice.T("Save as")), widgets.HStack(12, kinds, f.sizes, widgets.Grow())),
		f.where,
		f.missing,
		widgets.NewPara(13, widgets.Dim(voice.T("Anyone who gets this file can read it: it has no password."))).Lead(19),
	}
	if len(f.choices) > 1 {
		parts = append([]fyne.CanvasObject{f.chooser()}, parts...)
	}
	f.dialog = widgets.NewDialog(f.host.Window().Canvas(), voice.T("Print, copy or save"), saveFile, f.save, parts...).Wide(620)
}

var saveFile = voice.T("Save file")

func (f *form) chooser() fyne.CanvasObject {
	names := make([]string, len(f.choices))
	for i, c := range f.choices {
		names[i] = c.Name
	}
	what := widgets.NewSegmented("saveas/what", names, f.what, func(i int) {
		f.what = i
		f.show(f.chosen())
	})
	return widgets.Pad(3, 0, 0, 0, widgets.HStack(8, what, widgets.Grow())) // room for the ring round it
}

// made is the document that is chosen.
func (f *form) made() (document.Document, error) { return f.choices[f.what].Make(f.size) }

// chosen shows what the choice means: the name of its file, and what a PDF of it can't show.
func (f *form) chosen() error {
	d, err := f.made()
	if err != nil {
		return err
	}
	kind := formats[f.format]
	f.sizes.Hidden = kind.ending != pdfEnding
	switch text := f.where.Text(); {
	case text == f.named: // nothing was typed
		f.named = filepath.Join(f.folder, document.FileName(d)+kind.ending)
		f.where.Offer(f.named)
	case endsInFormat(text):
		f.where.SetText(strings.TrimSuffix(text, filepath.Ext(text)) + kind.ending)
	}
	says, err := f.undrawn(d)
	if err != nil {
		return err
	}
	f.missing.Hidden = says == ""
	f.missing.SetRuns(widgets.Run{Text: says, Color: look.C().Stuck, Face: look.Medium})
	f.dialog.Relayout()
	return nil
}

// mostNamed is how many characters that can't be shown are named.
const mostNamed = 12

// undrawn says what a PDF of a document can't show; "" where it is no PDF or shows everything.
func (f *form) undrawn(d document.Document) (string, error) {
	if formats[f.format].ending != pdfEnding {
		return "", nil
	}
	missing, err := paper.Undrawn(d)
	if err != nil || len(missing) == 0 {
		return "", err
	}
	some := make([]string, 0, mostNamed)
	for _, r := range missing[:min(len(missing), mostNamed)] {
		some = append(some, string(r))
	}
	if more := len(missing) - len(some); more > 0 {
		return voice.T("A PDF can't show these characters: {some} and {n} more. A web page can.", "some", strings.Join(some, " "), "n", more), nil
	}
	return voice.T("A PDF can't show these characters: {some}. A web page can.", "some", strings.Join(some, " ")), nil
}

// retyped takes back the offer to replace a file: it is another one now.
func (f *form) retyped() {
	if f.replace != "" && !f.saving {
		f.replace = ""
		f.dialog.SetConfirm(saveFile)
	}
}

func (f *form) show(err error) {
	if err != nil {
		f.dialog.SetError(widgets.Sentence(err))
	}
}

func (f *form) toClipboard() {
	d, err := f.made()
	if err != nil {
		f.show(err)
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(document.Plain(d))
	f.dialog.Finish()
	f.host.Say(voice.T("Text copied"))
}

func (f *form) toPrinter() {
	d, err := f.made()
	if err != nil {
		f.show(err)
		return
	}
	paged, size := f.choices[f.what].Paged, f.size
	f.host.Background(func() error {
		if paged {
			return paper.PrintPages(paper.Open, d, size)
		}
		return paper.Print(paper.Open, d)
	}, func(err error) {
		if err == nil {
			f.remember()
		}
		f.end(err)
	})
}

var errSaving = errors.New("saveas: still at it")

// save writes the file. One that is there is replaced where the button, which says so, is pressed once more. A long
// document or a slow disk takes a while; the dialog stays until it is known how it went.
func (f *form) save() error {
	if f.saving {
		return widgets.Said(errSaving)
	}
	path := room.FromHome(strings.TrimSpace(f.where.Text()))
	if path == "" {
		return notes.Invalid{Why: voice.T("Enter a folder and a file name.")}
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(f.folder, path)
	}
	d, err := f.made()
	if err != nil {
		return err
	}
	at, failed := "", widgets.Said(errSaving)
	journal, write, size, replace := f.host.Journal(), formats[f.format].write, f.size, f.replace == path
	f.saving = true
	f.dialog.SetConfirm(voice.T("Saving …"))
	later := false
	f.host.Background(func() error {
		data, err := write(d, size)
		if err == nil {
			at, err = journal.WriteFile(path, data, replace)
		}
		return err
	}, func(err error) {
		failed = f.written(path, at, err)
		if later {
			f.end(failed)
		}
	})
	later = true
	return failed
}

// written says how it went, and offers to replace a file that is there.
func (f *form) written(path, at string, err error) error {
	f.saving, f.replace = false, ""
	f.dialog.SetConfirm(saveFile)
	if errors.Is(err, notes.ErrExists) {
		f.replace = path
		f.dialog.SetConfirm(voice.T("Replace file"))
	}
	if err != nil {
		return err
	}
	f.folder = filepath.Dir(at)
	f.remember()
	f.host.Say(voice.T("Saved to {path}", "path", at))
	return nil
}

// end ends the dialog once the file is written; where it was not, it says why.
func (f *form) end(err error) {
	if err != nil {
		f.show(err)
		return
	}
	f.dialog.Finish()
}
