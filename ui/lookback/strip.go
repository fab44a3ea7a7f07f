package lookback

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes/lookback"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// strip is one year's months to jump by, with the year before them, which opens a menu of all.
type strip struct {
	root  *fyne.Container
	cells [12]*widgets.MonthCell
	jump  func(lookback.Month)
	years []lookback.Year
	year  int // that is shown
	on    time.Month
}

func newStrip() *strip { return &strip{root: widgets.VStack(0)} }

// show draws the months of a year; the month in view is on.
func (s *strip) show(years []lookback.Year, year int, on time.Month) {
	s.years, s.year, s.on = years, year, on
	s.root.Objects = nil
	if len(years) == 0 {
		s.root.Refresh()
		return
	}
	at, most := 0, 1
	for i, y := range years {
		if y.Year == year {
			at = i
		}
		for _, n := range y.Months {
			most = max(most, n)
		}
	}
	shown := years[at]
	cells, shares := make([]fyne.CanvasObject, 12), make([]float32, 12)
	for i, n := range shown.Months {
		m := time.Month(i + 1)
		cell := widgets.NewMonthCell("lookback.month."+strconv.Itoa(i+1), m.String()[:3], float32(n)/float32(most), func() {
			s.jump(lookback.Month{Year: shown.Year, Month: m})
		})
		title := time.Date(shown.Year, m, 1, 0, 0, 0, 0, time.UTC).Format("January 2006")
		widgets.WithPrivateTip(cell, voice.N(n, "{month}: {n} line", "{month}: {n} lines", "month", title))
		cell.Set(shown.Year == year && m == on)
		s.cells[i], cells[i], shares[i] = cell, cell, 1
	}
	s.root.Objects = []fyne.CanvasObject{widgets.HMiddle(8, s.yearButton(at), widgets.Grow(widgets.Columns(2, shares, cells...)))}
	s.root.Refresh()
}

// yearButton opens the menu of years; where there is one alone it only names it.
func (s *strip) yearButton(at int) fyne.CanvasObject {
	name := strconv.Itoa(s.years[at].Year)
	if len(s.years) == 1 {
		return widgets.SmallName(name)
	}
	var b *widgets.Button
	b = widgets.NewSmallButton("lookback.year", widgets.Outlined, "cal", name, func() { widgets.ShowMenu(b, s.menu()...) })
	return b
}

func (s *strip) menu() []widgets.MenuItem {
	items := make([]widgets.MenuItem, len(s.years))
	for i, y := range s.years {
		last := time.December
		for last > time.January && y.Months[last-1] == 0 {
			last--
		}
		items[i] = widgets.MenuItem{
			Text: voice.N(y.All, "{year}: {n} line", "{year}: {n} lines", "year", y.Year), Chosen: y.Year == s.year, Off: y.All == 0,
			OnTap: func() { s.jump(lookback.Month{Year: y.Year, Month: last}) },
		}
	}
	return items
}

// inView marks the month that is in view.
func (s *strip) inView(m lookback.Month) {
	switch {
	case len(s.years) == 0 || m.Year == s.year && m.Month == s.on:
		return
	case m.Year != s.year:
		s.show(s.years, m.Year, m.Month)
		return
	}
	s.cells[s.on-1].Set(false)
	s.on = m.Month
	s.cells[s.on-1].Set(true)
}
