package settings

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"handback/ui/widgets"

	"handback/notes/voice"
)

// data says where everything lies and how to take it out.
func (r *Room) data() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Your data"), "")}
	keeper, ok := r.host.Journal().(Keeper)
	if !ok {
		return widgets.Card(4, append(rows, widgets.EmptyLine(voice.T("This journal lies in no file.")))...)
	}
	path := keeper.Path()
	rebuild := voice.T("Rebuild the index")
	if r.rebuilding {
		rebuild = voice.T("Reading every note …")
	}
	rows = append(rows,
		widgets.NewPara(14, widgets.Plain(voice.T("Everything is in this one file:"))),
		widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(8,
			widgets.Grow(widgets.NewPara(14, widgets.Strong(path))),
			widgets.NewSmallButton("settings.path", widgets.Outlined, "copy", voice.T("Copy the path"), func() { r.copyPath(path) }))),
		widgets.NewPara(13, widgets.Dim("To take it out or keep a copy, close Handback and copy the folder "+filepath.Dir(path)+". "+
			"The notes are plain text in an SQLite file: “sqlite3 "+filepath.Base(path)+"” reads them without Handback, and the views "+
			"action, decision, praise, feedback, idea, need, agenda and stuck list what was filed.")),
		widgets.Gap(4),
		widgets.Hairline(),
		widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(
			8,
			widgets.Grow(
				widgets.NewPara(
					13,
					widgets.Dim(
						voice.T(
							"Lists and search are read from your notes. Should one ever look wrong, this reads every note again; no note changes.",
						),
					),
				),
			),
			widgets.NewSmallButton(
				"settings.rebuild",
				widgets.Outlined,
				"turn",
				rebuild,
				func() { r.rebuild(keeper) },
			).SetEnabled(
				!r.rebuilding,
			),
		)),
	)
	return widgets.Card(4, rows...)
}

func (r *Room) copyPath(path string) {
	fyne.CurrentApp().Clipboard().SetContent(path)
	r.host.Say(voice.T("Copied"))
}

func (r *Room) rebuild(keeper Keeper) {
	if err := r.host.Draft().Flush(); err != nil {
		r.host.Show(err)
		return
	}
	r.rebuilding = true
	r.draw()
	r.host.Background(keeper.Rebuild, func(err error) {
		r.rebuilding = false
		r.draw()
		if err != nil {
			r.host.Show(err)
			return
		}
		r.host.Say(voice.T("Every note was read again"))
	})
}
