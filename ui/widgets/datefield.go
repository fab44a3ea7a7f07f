package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"handback/notes/voice"
)

// DateField is a field for a date in words, which the room reads ("Fri", "in 2
// weeks", "2025-12-05"), with a calendar to pick one from by mouse or arrows.
// Alt+Down and F4 open it; Tab goes from the field to what comes after it.
type DateField struct {
	widget.BaseWidget
	// Field is what is typed into.
	Field    *TextField
	calendar *calendarButton
	frame    *fyne.Container
	day      func(text string) time.Time
}

// NewDateField makes a field. day says which day the calendar opens at for what
// stands in the field (today, where it is none). A picked day is written as ISO.
func NewDateField(key, label, placeholder string, day func(text string) time.Time) *DateField {
	d := &DateField{Field: NewTextField(key, "", placeholder), day: day}
	d.calendar = WithTip(newCalendarButton(key+"/calendar", d.pick), voice.T("Pick a day"), "")
	d.Field.Entry.OnKey = func(event *fyne.KeyEvent) bool {
		if event.Name == fyne.KeyF4 {
			d.pick()
		}
		return event.Name == fyne.KeyF4
	}
	d.Field.Entry.OnShortcut = func(shortcut fyne.Shortcut) bool {
		pressed, is := shortcut.(*desktop.CustomShortcut)
		down := is && pressed.KeyName == fyne.KeyDown && pressed.Modifier == fyne.KeyModifierAlt
		if down {
			d.pick()
		}
		return down
	}
	row := HTop(4, Grow(d.Field), Centre(fieldHeight, fieldHeight, d.calendar))
	d.frame = VStack(4, SmallName(label), row)
	if label == "" {
		d.frame = VStack(0, row)
	}
	d.ExtendBaseWidget(d)
	return d
}

// Means has the field say below itself how it understands what is typed; "" where that goes without saying.
func (d *DateField) Means(says func(text string) string) {
	tell := func() {
		if d.Field.frame.setMeant(says(d.Field.Text())) {
			fitAround(d.Field)
		}
	}
	d.Field.Entry.OnChanged = around(d.Field.Entry.OnChanged, func() {}, tell)
}

// Text is what stands in the field.
func (d *DateField) Text() string { return d.Field.Text() }

// SetText replaces it.
func (d *DateField) SetText(text string) { d.Field.SetText(text) }

// SetError shows what is wrong below the field; "" that nothing is.
func (d *DateField) SetError(text string) { d.Field.SetError(text) }

func (d *DateField) pick() {
	if at := canvasOf(d.calendar); at != nil {
		at.Focus(d.Field.Entry) // where the keyboard is again once a day was picked
	}
	showCalendar(d.calendar, d.day(d.Field.Text()), func(picked time.Time) { d.SetText(picked.Format(time.DateOnly)) })
}

func (d *DateField) children() []fyne.CanvasObject { return []fyne.CanvasObject{d.frame} }

// HeightForWidth counts the error's lines.
func (d *DateField) HeightForWidth(width float32) float32 { return HeightOf(d.frame, width) }

// CreateRenderer belongs to Fyne.
func (d *DateField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.frame) }
