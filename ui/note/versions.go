package note

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// versions shows the earlier texts of a note and brings one back, undoably, in the place of the present one, which is
// kept among them.
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
	for i, rev := range list {
		text := rev.Body
		when := rev.At.In(r.host.Now().Location())
		back := widgets.NewSmallButton("version."+strconv.Itoa(i), widgets.Outlined, "back", voice.T("Restore"), func() {
			d.Close()
			if _, err := r.host.Apply(notes.Change{Rows: []notes.Row{notes.KeepRevision{Note: n.ID}}}, ""); err != nil {
				return // it has been shown
			}
			r.editor.Replace(0, len([]rune(r.editor.Text())), text)
			r.host.Draft().Changed()
			r.host.Show(r.host.Draft().Flush())
		}).SetEnabled(!room.ReadOnly(r.host))
		parts = append(parts, widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(10,
			widgets.Grow(widgets.VStack(0,
				widgets.Name(notes.SayDay(notes.DateOf(when), r.host.Today())+" "+r.host.Locale().SayTime(notes.TimeOf(when))),
				widgets.NewElided(12, widgets.Dim(notes.TitleOf(text, room.ContextIn(r.host, n.NoteHead)))).Lead(17))), back)))
	}
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Earlier versions"), "", nil, parts...)
	d.Show(nil)
}
