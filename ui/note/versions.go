package note

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// versions shows the earlier texts of a note, day by day, with what has changed since. One is brought back, undoably, in the place
// of the present text, which is kept among them.
func (r *Room) versions(n notes.Note) {
	if err := r.host.Draft().Flush(); err != nil {
		r.host.Show(err)
		return
	}
	list, err := r.host.Journal().Revisions(n.ID)
	if err != nil {
		r.host.Show(err)
		return
	}
	now := r.host.Draft().Body()
	list = slices.DeleteFunc(list, func(rev notes.Revision) bool { return rev.Body == now }) // bringing it back would change nothing
	var d *widgets.Dialog
	parts := []fyne.CanvasObject{
		widgets.NewPara(
			13,
			widgets.Dim(
				voice.T("Versions are saved every 5 minutes while you write. The last 30 days are kept in full, then one per day."),
			),
		).Lead(19),
	}
	if len(list) == 0 {
		parts = append(parts, widgets.EmptyLine(voice.T("No earlier versions of this note yet.")))
	}
	var chosen func() // done once the dialog is gone: it may show one of its own
	day := notes.Date("")
	for i, rev := range list {
		at := notes.DateOf(rev.At.In(r.host.Now().Location()))
		if at != day {
			day = at
			parts = append(parts, widgets.Pad(6, 0, 0, 0, widgets.CardTitle(notes.UpperFirst(notes.SayDay(day, r.host.Today())))))
		}
		key := "version." + strconv.Itoa(i)
		choose := func(do func()) func() { return func() { chosen = do; d.Close() } }
		parts = append(parts, r.version(n, key, rev, now,
			choose(func() { r.compare(n, rev, now) }), choose(func() { r.bringBack(n, rev.Body) })))
	}
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Earlier versions"), "", nil, parts...).Wide(560)
	d.OnClose = func(bool) {
		if chosen != nil {
			chosen()
		}
	}
	d.Show(nil)
}

// version is the row of one.
func (r *Room) version(n notes.Note, key string, rev notes.Revision, now string, compare, back func()) fyne.CanvasObject {
	when := rev.At.In(r.host.Now().Location())
	went, came := notes.LinesChanged(rev.Body, now)
	about := notes.TitleOf(rev.Body, room.ContextIn(r.host, n.NoteHead))
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8,
		widgets.Grow(widgets.VStack(0,
			widgets.NewElided(14, widgets.Strong(r.host.Locale().SayTime(notes.TimeOf(when))), widgets.Dim("  "+about)),
			widgets.NewElided(12, widgets.Dim(sayDifferences(went, came))).Lead(17))),
		widgets.NewSmallButton(key+".compare", widgets.Quiet, "", voice.T("See changes"), compare),
		widgets.NewSmallButton(key, widgets.Outlined, "restore", voice.T("Restore"), back).SetEnabled(!room.ReadOnly(r.host))))
}

// sayDifferences says how many lines only the version has, and how many only the present text.
func sayDifferences(went, came int) string {
	switch {
	case came == 0:
		return voice.N(went, "{n} line changed or removed since", "{n} lines changed or removed since")
	case went == 0:
		return voice.N(came, "{n} line added since", "{n} lines added since")
	}
	return voice.T("{gone}, {new}", "gone", voice.N(went, "{n} line changed or removed since", "{n} lines changed or removed since"),
		"new", voice.N(came, "{n} line new or changed", "{n} lines new or changed"))
}

// bringBack puts an earlier text in the place of the present one.
func (r *Room) bringBack(n notes.Note, text string) {
	if _, err := r.host.Apply(notes.Change{Rows: []notes.Row{notes.KeepRevision{Note: n.ID}}}, ""); err != nil {
		return // it has been shown
	}
	r.editor.Replace(0, len([]rune(r.editor.Text())), text)
	r.host.Draft().Changed()
	r.host.Show(r.host.Draft().Flush())
}

// compare shows what was changed since a version. Its other way leads back to the list.
func (r *Room) compare(n notes.Note, rev notes.Revision, now string) {
	when := rev.At.In(r.host.Now().Location())
	title := voice.T("Changes since {day} {time}", "day", notes.SayDay(notes.DateOf(when), r.host.Today()),
		"time", r.host.Locale().SayTime(notes.TimeOf(when)))
	parts := []fyne.CanvasObject{
		widgets.NewPara(13, widgets.Dim(
			voice.T("Lines with − were in that version. Lines with + are in the note now. Changed words stand out."))).
			Lead(19),
	}
	parts = append(parts, differences(notes.Differences(rev.Body, now))...)
	confirm := voice.T("Restore this version")
	if room.ReadOnly(r.host) {
		confirm = ""
	}
	d := widgets.NewDialog(r.host.Window().Canvas(), title, confirm, func() error { return nil }, parts...).Wide(680)
	if confirm != "" {
		d.SetCancel(voice.T("Back"))
	}
	d.OnClose = func(confirmed bool) {
		if confirmed {
			r.bringBack(n, rev.Body)
			return
		}
		r.versions(n)
	}
	d.Show(nil)
}

// How many lines that stayed are shown round those that changed, and how many lines at most.
const (
	linesAround = 2
	mostLines   = 400
)

// differences draws them, a line each: with a sign before it, and what differs in it in another weight and colour.
func differences(all []notes.Difference) (rows []fyne.CanvasObject) {
	for i, d := range all {
		if len(rows) > mostLines {
			return append(rows, widgets.EmptyLine(voice.T("This isn't all of it. Restore the version to see the rest.")))
		}
		if d.Same > 0 {
			rows = append(rows, unchanged(d.Lines, i > 0, i < len(all)-1)...)
			continue
		}
		if d.Was != nil {
			rows = append(rows, lineWith("−", look.C().Stuck, d.Was))
		}
		if d.Now != nil {
			rows = append(rows, lineWith("+", look.C().Primary, d.Now))
		}
	}
	return rows
}

// unchanged are lines that stayed: those next to a change, and how many there are between.
func unchanged(lines []string, after, before bool) (rows []fyne.CanvasObject) {
	first, last := 0, 0
	if after {
		first = min(linesAround, len(lines))
	}
	if before {
		last = min(linesAround, len(lines)-first)
	}
	plain := func(line string) fyne.CanvasObject {
		return lineWith("", look.C().Muted, []notes.DiffRun{{Text: line}})
	}
	for _, line := range lines[:first] {
		rows = append(rows, plain(line))
	}
	if between := len(lines) - first - last; between > 0 {
		rows = append(rows, widgets.NewPara(12, widgets.Dim(
			voice.N(between, "… {n} unchanged line", "… {n} unchanged lines"))))
	}
	for _, line := range lines[len(lines)-last:] {
		rows = append(rows, plain(line))
	}
	return rows
}

// lineWith is a line with a sign before it; what differs in it has a weight of its own.
func lineWith(sign string, ink color.Color, runs []notes.DiffRun) fyne.CanvasObject {
	var text []widgets.Run
	for _, d := range runs {
		switch {
		case d.Differs:
			text = append(text, widgets.Run{Text: d.Text, Color: ink, Face: look.SemiBold})
		case sign == "":
			text = append(text, widgets.Dim(d.Text))
		default:
			text = append(text, widgets.Plain(d.Text))
		}
	}
	mark := widgets.TextIn(sign, 14, look.C().Text, look.SemiBold)
	return widgets.HStack(6, widgets.Width(14, mark), widgets.Grow(widgets.NewPara(14, text...).Lead(20)))
}
