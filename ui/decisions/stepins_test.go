package decisions_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/stepin"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

func TestWhatWasLearntFromAStepInIsWrittenDown(t *testing.T) {
	b := open(t)
	roomtest.Do(t, b.J, notes.SteppingIn{
		People: []notes.PersonID{b.ana}, What: "the launch", Help: notes.HelpDecide, Reason: "the date", Began: "2026-11-01",
		Ends: "2026-11-15", ExitSign: "green", Sentence: "I decide until then", HandedBack: "2026-11-12", DidWell: "Kept calm",
	}, notes.SteppingIn{
		People: []notes.PersonID{b.ana}, What: "the audit", Help: notes.HelpDecide, Reason: "the date", Began: "2026-11-20",
		Ends: "2026-12-04", ExitSign: "signed", Sentence: "I decide until then",
	})
	b.enter()
	b.Sees("Step-ins", "The launch", "You led from 1 Nov to 12 Nov. What went well: Kept calm")
	b.SeesNot("The audit")
	b.Tap("stepin/1/learnt")
	b.Tap(widgets.DialogConfirm)
	b.Sees("Say in one line what you both learned")
	b.Type("stepin/form/learnt", "ask a week earlier")
	b.Tap(widgets.DialogConfirm)
	b.Sees("Learned:", "ask a week earlier")
	b.SeesNot("Note what you learned …")
	all, err := b.J.StepIns(b.ana)
	if err != nil {
		t.Fatal(err)
	}
	if back := stepin.HandedBack(all); len(back) != 1 || back[0].Learned != "ask a week earlier" || back[0].DidWell != "Kept calm" {
		t.Errorf("stored: %+v", back)
	}
	b.Choose("stepin/1/more", "Edit what you learned …")
	b.Sees("What you learned", "Save")
	b.Press(fyne.KeyEscape)
}
