package settings

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// data brings everything in and takes it out.
func (r *Room) data() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Your data"), "")}
	keeper, ok := r.host.Journal().(Keeper)
	if !ok {
		return widgets.Card(4, append(rows, widgets.EmptyLine(voice.T("This journal isn't saved to a file.")))...)
	}
	rebuild := voice.T("Rebuild lists and search")
	if r.rebuilding {
		rebuild = voice.T("Rebuilding …")
	}
	if room.ReadOnly(r.host) {
		return widgets.Card(4, append(rows, r.archive()...)...)
	}
	rows = append(rows,
		r.bring(),
		widgets.Hairline(),
		widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(
			8,
			widgets.Grow(
				widgets.NewPara(
					13,
					widgets.Dim(
						voice.T(
							"If a list or search looks wrong, rebuild both from your notes. Your notes won't change.",
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
	rows = append(rows, r.archive()...)
	rows = append(rows, widgets.Hairline(), widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8,
		widgets.Grow(widgets.NewPara(13, widgets.Dim(
			voice.T("When you leave the company: hand over, take your own notes, and delete the rest.")))),
		widgets.NewSmallButton("settings.away", widgets.Outlined, "right", voice.T("Prepare to leave …"), func() { r.host.Run("go.away") }))))
	return widgets.Card(4, rows...)
}

func (r *Room) copyPath(path string) {
	fyne.CurrentApp().Clipboard().SetContent(path)
	r.host.Say(voice.T("Path copied"))
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
		r.host.Say(voice.T("Lists and search rebuilt"))
	})
}
