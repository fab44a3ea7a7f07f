package settings

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	roster "handback/notes/people"
	"handback/notes/voice"
	"handback/ui/people"
	"handback/ui/widgets"
)

// people lists me, then everybody in sidebar order, then those who left, folded.
func (r *Room) people() fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		widgets.CardHead(
			voice.T("People"),
			"",
			widgets.NewSmallButton("settings.add", widgets.Quiet, "plus", voice.T("Add a direct report"), func() { people.ShowAdd(r.host) }),
		),
	}
	var here, left []notes.Person
	for _, p := range r.host.People() {
		switch {
		case p.Kind == notes.KindMe:
			rows = append(rows, r.person(p, voice.T("you")))
		case p.State == notes.StateLeft:
			left = append(left, p)
		default:
			here = append(here, p)
		}
	}
	for i, p := range here {
		rows = append(rows, r.person(p, r.about(p), r.move(p, "up", -1, i > 0), r.move(p, "down", 1, i < len(here)-1)))
	}
	if len(here) == 0 {
		rows = append(rows, widgets.EmptyLine(voice.T("Nobody yet. Add your people: names are enough to start.")))
	}
	if len(left) > 0 {
		rows = append(rows, r.leftFold(left))
	}
	return widgets.Card(0, rows...)
}

func (r *Room) leftFold(left []notes.Person) fyne.CanvasObject {
	names := make([]string, len(left))
	for i, p := range left {
		names[i] = p.Name
	}
	return widgets.NewFold(
		"settings.left",
		"archive",
		mutedInk(),
		voice.T("Left the team"),
		[]widgets.Run{widgets.Dim(strings.Join(names, ", "))},
		func() fyne.CanvasObject {
			rows := make([]fyne.CanvasObject, len(left))
			for i, p := range left {
				rows[i] = r.person(p, r.about(p))
			}
			return widgets.VStack(0, rows...)
		},
	)
}

// about is what a person's row says besides the name.
func (r *Room) about(p notes.Person) string {
	return strings.Join(roster.About(p, r.host.Today()), "  ·  ")
}

func (r *Room) person(p notes.Person, about string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		widgets.Disc(p.Name, p.UID, 26),
		widgets.Grow(widgets.VStack(0, widgets.NewElided(14, widgets.Strong(p.Name)), widgets.NewElided(12, widgets.Dim(about)))),
	}
	parts = append(parts, buttons...)
	parts = append(
		parts,
		widgets.NewSmallButton(personKey(p, "edit"), widgets.Outlined, "", voice.T("Edit person"), func() { people.ShowEdit(r.host, p.ID) }),
	)
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8, parts...))
}

func (r *Room) move(p notes.Person, way string, by int, can bool) fyne.CanvasObject {
	says := map[string]string{"up": voice.T("Move up"), "down": voice.T("Move down")}[way]
	return widgets.WithTip(widgets.NewSmallButton(personKey(p, way), widgets.Quiet, way, "", func() {
		if c, ok := roster.Move(r.host.People(), p.ID, by); ok {
			_, _ = r.host.Apply(c, "") // an error has been shown
		}
	}).SetEnabled(can), says, "")
}

func personKey(p notes.Person, what string) string {
	return "settings.person." + strconv.FormatInt(int64(p.ID), 10) + "." + what
}
