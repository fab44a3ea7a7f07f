package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

// TestWeeksBeginWhereTheSystemSays opens February and March of 2026: the first of both is a Sunday.
func TestWeeksBeginWhereTheSystemSays(t *testing.T) {
	t.Cleanup(func() { look.UseWeek(time.Monday) })
	cases := map[time.Weekday]struct {
		names  string
		column int // of Sunday, 1 March
		rows   int // of February
	}{
		time.Monday:   {"Mo Tu We Th Fr Sa Su", 6, 5},
		time.Sunday:   {"Su Mo Tu We Th Fr Sa", 0, 4},
		time.Saturday: {"Sa Su Mo Tu We Th Fr", 1, 5},
		time.Friday:   {"Fr Sa Su Mo Tu We Th", 2, 5},
	}
	for first, c := range cases {
		t.Run(first.String(), func(t *testing.T) {
			look.UseWeek(first)
			march := newCalendar(nil, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), nil)
			show(t, march.root, 600, 600)
			names, day := columnsOf(march.root, "2026-03-01")
			if strings.Join(names, " ") != c.names || day != c.column {
				t.Errorf("over the columns stands %q; Sunday the 1st is in column %d", names, day)
			}
			feb := newCalendar(nil, time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC), nil)
			show(t, feb.root, 600, 600)
			if rows := weeksOf(feb.root); rows != c.rows {
				t.Errorf("February has %d weeks", rows)
			}
		})
	}
}

// columnsOf are the names of the columns, and the one in which a day stands.
func columnsOf(root fyne.CanvasObject, day string) (names []string, column int) {
	column = -1
	walk(root, func(o fyne.CanvasObject) bool {
		if text, ok := o.(*canvas.Text); ok && len(text.Text) == 2 && strings.Trim(text.Text, "0123456789") != "" {
			names = append(names, text.Text)
		}
		return true
	})
	driver := fyne.CurrentApp().Driver()
	for _, o := range test.LaidOutObjects(root) {
		if k, ok := o.(keyed); ok && k.FocusKey() == dayKey+day {
			from := driver.AbsolutePositionForObject(o).X - driver.AbsolutePositionForObject(root).X
			column = int(from/(root.Size().Width/7) + 0.5)
		}
	}
	return names, column
}

// weeksOf counts the rows in which days stand.
func weeksOf(root fyne.CanvasObject) int {
	rows := map[float32]bool{}
	for _, o := range test.LaidOutObjects(root) {
		if k, ok := o.(keyed); ok && strings.HasPrefix(k.FocusKey(), dayKey+"2026") {
			rows[fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y] = true
		}
	}
	return len(rows)
}
