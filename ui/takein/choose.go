package takein

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/carrying"
	"handback/ui/room"
	"handback/ui/widgets"
)

// choosePage asks for the folder or file.
func (r *Room) choosePage() []fyne.CanvasObject {
	r.path = widgets.NewTextField("import.path", voice.T("Where are your notes?"), voice.T("e.g. ~/Documents/Vault"))
	r.path.SetText(r.typed)
	r.path.Entry.OnChanged = func(s string) {
		r.typed = s
		r.path.SetError("")
	}
	r.path.Entry.OnSubmitted = func(string) { r.chosen() }
	parts := []fyne.CanvasObject{
		widgets.PageHead(voice.T("Import notes"),
			voice.T("Import your notes from another program. You'll see everything before anything changes.")),
		widgets.Card(
			12,
			r.path,
			widgets.HStack(
				8,
				widgets.NewSmallButton("import.folder", widgets.Outlined, "open", voice.T("Choose a folder …"), func() { r.pick(true) }),
				widgets.NewSmallButton("import.file", widgets.Outlined, "open", voice.T("Choose a file …"), func() { r.pick(false) }),
				widgets.NewSmallButton("import.paste", widgets.Outlined, "copy", voice.T("Paste text"), r.paste),
				widgets.Grow(),
				widgets.NewButton("import.look", widgets.Primary, "", voice.T("Show preview"), r.chosen),
			),
			widgets.NewPara(13, widgets.Dim(voice.T("You can also drop a folder or file on this window. "+
				"Or copy text in another program, and paste it here."))),
		),
		r.programs(), elsewhere(),
	}
	if len(r.imports) > 0 {
		parts = append(parts, r.earlier())
	}
	return parts
}

// programs says what can be read.
func (r *Room) programs() fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("What Handback reads"), ""),
		widgets.NewPara(14, widgets.Plain(voice.T("Notes from Obsidian, Notion, Word, Google Docs, Joplin, Logseq and RedNotebook, "+
			"and any Markdown, CSV or text files. Choose a folder, a file or a zip."))).Lead(20),
		widgets.NewPara(13, widgets.Dim(voice.T("Imported notes are kept as history. You'll find them in search, Look back and reviews. "+
			"They aren't counted, and you get no reminders about them."))).Lead(19),
	}
	return widgets.Card(8, rows...)
}

// earlier lists what was imported before.
func (r *Room) earlier() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Imported so far"), strconv.Itoa(len(r.imports)))}
	for _, m := range r.imports {
		rows = append(rows, r.importRow(m))
	}
	return widgets.Card(0, rows...)
}

func (r *Room) importRow(m notes.Import) fyne.CanvasObject {
	key := "import." + strconv.FormatInt(int64(m.ID), 10)
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8,
		widgets.Grow(widgets.VStack(0,
			widgets.NewElided(14, widgets.Plain(voice.T("{source} from {program}", "source", m.Source, "program", m.Program))),
			widgets.NewElided(12, widgets.Dim(r.saysImport(m))))),
		widgets.NewSmallButton(key+".forward", widgets.Quiet, "", voice.T("Carry over …"), func() { r.forward(m.ID) }),
		widgets.NewSmallButton(key+".back", widgets.Outlined, "", voice.T("Undo import …"), func() { r.askBack(m) }),
	))
}

// saysImport is what a row says of an import.
func (r *Room) saysImport(m notes.Import) string {
	parts := []string{voice.N(m.Notes, "{n} note", "{n} notes")}
	if m.People > 0 {
		parts = append(parts, voice.N(m.People, "{n} person", "{n} people"))
	}
	if m.From != "" {
		parts = append(parts, r.saysDays(m.From, m.To))
	}
	day := notes.DateOf(m.At.In(r.host.Now().Location()))
	parts = append(parts, voice.T("imported {day}", "day", notes.SayDay(day, r.host.Today())))
	return strings.Join(parts, "  ·  ")
}

// pastedText is the source of an import that was pasted.
var pastedText = voice.T("Pasted text")

// askBack asks before an import is taken back.
func (r *Room) askBack(m notes.Import) {
	var runs []fyne.CanvasObject
	add := func(n int, sentence string) {
		if n > 0 {
			runs = append(runs, widgets.NewPara(14, widgets.Plain(sentence)).Lead(20))
		}
	}
	add(m.Notes-m.Changed, voice.N(m.Notes-m.Changed,
		"{n} imported note is removed from your journal.", "{n} imported notes are removed from your journal."))
	add(m.Older, voice.N(m.Older, "{n} note that you imported earlier goes back to its older text.",
		"{n} notes that you imported earlier go back to their older text."))
	add(m.People, voice.N(m.People, "{n} person added by the import is removed too, unless you've added something about them.",
		"{n} people added by the import are removed too, unless you've added something about them."))
	add(m.Changed, voice.N(m.Changed, "{n} note stays, because you've changed or deleted it since.",
		"{n} notes stay, because you've changed or deleted them since."))
	forward, err := r.host.Journal().BroughtForward(m.ID)
	r.host.Show(err)
	if forward {
		add(1, voice.T("What you carried over stays."))
	}
	if m.Source != pastedText {
		add(1, voice.T("The files that you imported stay where they are."))
	}
	confirmed := false
	at := r.host.Window().Canvas()
	d := widgets.NewDanger(at, voice.T("Undo this import?"), voice.T("Keep it"), voice.T("Undo import"), func() error {
		confirmed = true
		return nil
	}, runs...)
	d.OnClose = func(bool) {
		if confirmed { // what comes next shows a dialog of its own
			change := notes.Change{Rows: []notes.Row{notes.TakeBackImport{Import: m.ID}}}
			done := voice.N(m.Notes-m.Changed, "Import undone: {n} note removed", "Import undone: {n} notes removed")
			carrying.Slowly(r.host, voice.T("Undoing …"), done, change,
				func() { r.host.Show(r.Reload()) })
		}
	}
	d.Show(nil)
}

// chosen reads what the field says.
func (r *Room) chosen() {
	path := strings.TrimSpace(r.path.Text())
	if path == "" {
		r.path.SetError(voice.T("Type a path, or choose a folder or file."))
		r.page.Refresh()
		return
	}
	r.read(path)
}

// pick lets the manager point at it.
func (r *Room) pick(folder bool) {
	at := r.host.Window().Canvas()
	focused := at.Focused()
	var d *dialog.FileDialog
	if folder {
		d = dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
			if err == nil && dir != nil {
				r.read(dir.Path())
			}
			r.pickFailed(err)
		}, r.host.Window())
	} else {
		d = dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			if err == nil && file != nil {
				path := file.URI().Path()
				r.host.Show(file.Close())
				r.read(path)
			}
			r.pickFailed(err)
		}, r.host.Window())
	}
	widgets.ShowFileDialog(at, d, func() {
		if r.work == nil && r.step == choose { // none was chosen: they are where they were
			at.Focus(focused)
		}
	})
}

func (r *Room) pickFailed(err error) {
	if err != nil {
		r.fail(err)
	}
}

// Show goes to the screen, and reads what lies at a path where there is one.
func Show(host room.Host, path string) { host.Go(room.Place{Screen: room.Import, Text: path}) }
