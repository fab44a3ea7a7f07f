package room

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/widgets"
)

// ShortDay is a day as lists say it, "4 Dec", with the whole of it in its tooltip.
func ShortDay(d, today notes.Date) fyne.CanvasObject { return SmallDay(notes.SayDate(d, today), d) }

// SmallDay is what a list says of a day, "Fri" or "5 wks", with the whole day in its tooltip.
func SmallDay(said string, d notes.Date) fyne.CanvasObject {
	text := widgets.Small(said)
	if !d.Valid() || said == "" {
		return text
	}
	return widgets.Tipped(text, notes.SayWhole(d))
}

// SmallDayWithin is SmallDay for what is at most that wide, before scaling: it is cut where it is wider.
func SmallDayWithin(most float32, said string, d notes.Date) fyne.CanvasObject {
	text := widgets.FitWithin(most, widgets.Small(said))
	if !d.Valid() || said == "" {
		return text
	}
	return widgets.Tipped(text, notes.SayWhole(d))
}
