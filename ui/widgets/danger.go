package widgets

import "fyne.io/fyne/v2"

// NewDanger makes a dialog that asks before something is lost: safe says what becomes of it if one doesn't ("Keep it",
// "Stay"), act what is done if one does. The focus begins on the safe answer, or in the field where something is to be typed before it
// is done, whose first blank would else be the answer. Return and Esc are the safe answer wherever the focus is: only a tap, or Space
// after Tab, destroys. It is the only way to ask such a thing; a test walks
// the source for others, and ui opens each of them and presses Return.
func NewDanger(at fyne.Canvas, title, safe, act string, do func() error, parts ...fyne.CanvasObject) *Dialog {
	d := &Dialog{act: do, wrong: NewPara(12), width: dialogWidth, danger: true}
	d.wrong.Hide()
	d.cancel = NewButton(DialogCancel, Primary, "", safe, d.Close)
	d.confirm = NewButton(DialogConfirm, danger, "", act, d.Confirm)
	d.build(at, title, HStack(8, d.confirm, Grow(), d.cancel), parts)
	return d
}
