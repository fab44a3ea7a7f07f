package decisions_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/widgets"
)

func TestLimitsThatWereBegunAreThereAgain(t *testing.T) {
	b := open(t)
	at, typed := b.Window().Canvas(), widgets.ReadForms("", b.Now)
	widgets.UseForms(at, typed)
	t.Cleanup(func() { widgets.UseForms(at, nil) })
	b.area("releases")
	b.enter()
	b.Tap("area/1/limits")
	b.Fill("area/limits/text", "no release on a Friday")
	b.Press(fyne.KeyEscape)
	b.SeesNot("no release on a Friday")
	b.Tap("area/1/limits")
	b.Sees("no release on a Friday", "Start again")
	b.Tap(widgets.DialogStartOver)
	b.SeesNot("no release on a Friday")
	b.Fill("area/limits/text", "tests are green")
	b.Press(fyne.KeyEscape)
	b.Tap("area/1/limits")
	b.Tap("area/limits/save")
	if got := b.areaOf("releases").Limits; got != "tests are green" || typed.Text() != "" {
		t.Errorf("limits: %q, still kept: %q", got, typed.Text())
	}
}
