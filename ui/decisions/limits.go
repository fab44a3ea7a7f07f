package decisions

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/growth"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// limitsEdit is what must stay true in an area, while it is edited in place. Its field outlives the trees that it is
// drawn in.
type limitsEdit struct {
	area  notes.AreaID
	field *widgets.TextField
	kept  *widgets.KeptField
}

func (r *Room) editLimits(a notes.Area) {
	if r.Leave() != nil { // another one is open and can't be saved
		return
	}
	e := &limitsEdit{area: a.ID, field: newLimitsField("area/limits/text", a.Limits)}
	e.kept = widgets.KeepTyped(r.host.Window().Canvas(), fmt.Sprint("limits", a.ID), e.field, nil)
	e.field.Entry.OnEscape = r.endLimits
	r.limits = e
	r.redraw()
	r.host.Window().Canvas().Focus(e.field.Entry)
	e.field.Entry.SetCaret(len([]rune(e.field.Text())))
}

func newLimitsField(key, limits string) *widgets.TextField {
	f := widgets.NewTextArea(key, growth.FieldLimits, voice.T("e.g. stays within budget"), 2)
	f.SetText(limits)
	return f
}

func (e *limitsEdit) content(r *Room) fyne.CanvasObject {
	save := widgets.NewSmallButton("area/limits/save", widgets.Outlined, "", voice.T("Save"), func() { _ = r.Leave() })
	cancel := widgets.NewSmallButton("area/limits/cancel", widgets.Quiet, "", voice.T("Cancel"), r.endLimits)
	return widgets.Pad(0, 0, 8, 0, widgets.VStack(6, e.kept.Line, e.field, widgets.HStack(8, save, cancel)))
}

// endLimits ends the edit and keeps what was there.
func (r *Room) endLimits() {
	r.limits = nil
	r.redraw()
}

// Leave implements room.Leaver: what was typed in place is saved.
func (r *Room) Leave() error {
	e := r.limits
	if e == nil {
		return nil
	}
	at := slices.IndexFunc(r.areas, func(a notes.Area) bool { return a.ID == e.area })
	if at < 0 { // it was deleted meanwhile
		r.endLimits()
		return nil
	}
	change, err := decisions.SetLimits(r.areas[at], e.field.Text())
	if refused := (form.Fields{growth.FieldLimits: e.field}).Refuse(err); refused != nil {
		r.redraw()
		return err
	}
	if !change.IsZero() {
		if _, err := r.host.Apply(change, voice.T("Saved")); err != nil {
			return err
		}
	}
	e.kept.Forget()
	r.endLimits()
	return nil
}
