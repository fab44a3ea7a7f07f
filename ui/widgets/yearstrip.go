package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// WeekMark is what a YearStrip shows of a week.
type WeekMark int

// The marks of a week.
const (
	WeekEmpty    WeekMark = iota
	WeekFilled            // it happened, it was said
	WeekOutlined          // noted, not said yet
)

// YearRow is one kind of thing over the year.
type YearRow struct {
	Name  string
	Color color.NRGBA
	Weeks []WeekMark // the oldest first, as many as the strip has
}

// YearMonth is the short name of a month, at the week in which it begins.
type YearMonth struct {
	Week int
	Name string
}

const (
	yearCell, yearGap = 13, 4
	yearNameWidth     = 96
)

// YearStrip shows weeks side by side (53 for a year), one row a kind of thing,
// with the months below. A text line beside it has to say the same.
func YearStrip(weeks int, rows []YearRow, months []YearMonth) fyne.CanvasObject {
	lines := make([]fyne.CanvasObject, 0, len(rows)+1)
	for _, row := range rows {
		lines = append(lines, HStack(0, Width(yearNameWidth, Small(row.Name)), Grow(yearCells(weeks, row))))
	}
	lines = append(lines, HStack(0, Width(yearNameWidth, space(1, 1)), Grow(yearMonths(weeks, months))))
	return VStack(6, lines...)
}

// yearCells is a row as one picture: as 53 rectangles it would take most of the time in which the page is painted.
func yearCells(weeks int, row YearRow) fyne.CanvasObject {
	p := look.C()
	empty := yearMark{ground: look.Mix(p.Hover, p.Hairline, .35)}
	marks := map[WeekMark]yearMark{
		WeekEmpty: empty, WeekFilled: {ground: row.Color}, WeekOutlined: {ground: p.Surface, line: row.Color},
	}
	all := make([]yearMark, weeks)
	for i := range all {
		all[i] = empty
		if i < len(row.Weeks) {
			all[i] = marks[row.Weeks[i]]
		}
	}
	picture := canvas.NewRaster(func(w, h int) image.Image { return yearPicture(w, h, all) })
	return Free(fyne.NewSize(float32(weeks)*6, look.S(yearCell)), func(size fyne.Size) {
		place(picture, 0, 0, size.Width, size.Height)
	}, picture)
}

func yearMonths(weeks int, months []YearMonth) fyne.CanvasObject {
	texts := make([]fyne.CanvasObject, len(months))
	for i, month := range months {
		texts[i] = TextIn(month.Name, 11, look.C().Muted, look.Regular)
	}
	return Free(fyne.NewSize(100, look.S(16)), func(size fyne.Size) {
		step, free := size.Width/float32(weeks), float32(0)
		for i, month := range months {
			text := texts[i].(*canvas.Text)
			least := text.MinSize()
			x := round(float32(month.Week) * step)
			text.Hidden = x < free || x+least.Width > size.Width // no name over another
			place(text, x, 0, least.Width, least.Height)
			if !text.Hidden {
				free = x + least.Width + 4
			}
		}
	}, texts...)
}
