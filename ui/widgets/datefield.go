package widgets

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// DateField is a field for a date in words, which the room reads ("Fri", "in 2
// weeks", "2025-12-05"), with a calendar to pick one from.
type DateField struct {
	widget.BaseWidget
	// Field is what is typed into.
	Field    *TextField
	calendar *Button
	frame    *fyne.Container
	day      func(text string) time.Time
}

// NewDateField makes a field. day says which day the calendar opens at for what
// stands in the field (today, where it is none). A picked day is written as ISO.
func NewDateField(key, label, placeholder string, day func(text string) time.Time) *DateField {
	d := &DateField{Field: NewTextField(key, "", placeholder), day: day}
	d.calendar = NewButton(key+"/calendar", Quiet, "cal", "", d.pick)
	row := HTop(4, Grow(d.Field), Centre(fieldHeight, fieldHeight, d.calendar))
	d.frame = VStack(4, SmallName(label), row)
	if label == "" {
		d.frame = VStack(0, row)
	}
	d.ExtendBaseWidget(d)
	return d
}

// Text is what stands in the field.
func (d *DateField) Text() string { return d.Field.Text() }

// SetText replaces it.
func (d *DateField) SetText(text string) { d.Field.SetText(text) }

// SetError shows what is wrong below the field; "" that nothing is.
func (d *DateField) SetError(text string) { d.Field.SetError(text) }

func (d *DateField) pick() {
	at := canvasOf(d)
	if at == nil {
		return
	}
	var s *sheet
	calendar := widget.NewCalendar(d.day(d.Field.Text()), func(picked time.Time) {
		s.hide()
		d.SetText(picked.Format(time.DateOnly))
	})
	card := Over(newBlocker(), Outline(look.C().Surface, look.C().ButtonLine, cardRadius), container.NewPadded(calendar))
	s = newSheet(at, color.Transparent, card)
	s.onMiss = s.hide
	s.arrange = func(window fyne.Size) { besides(d.calendar, card, window) }
	s.key = func(event *fyne.KeyEvent) bool {
		if event.Name != fyne.KeyEscape {
			return false
		}
		s.hide()
		return true
	}
	s.show(nil)
}

func (d *DateField) children() []fyne.CanvasObject { return []fyne.CanvasObject{d.frame} }

// HeightForWidth counts the error's lines.
func (d *DateField) HeightForWidth(width float32) float32 { return HeightOf(d.frame, width) }

// CreateRenderer belongs to Fyne.
func (d *DateField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.frame) }
