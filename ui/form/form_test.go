package form_test

import (
	"errors"
	"testing"

	"handback/notes"
	"handback/ui/form"
	"handback/ui/widgets"
)

// said is a field that remembers what it was told.
type said struct{ text string }

func (s *said) SetError(text string) { s.text = text }

func TestAnErrorIsShownAtItsFieldAndKeepsTheForm(t *testing.T) {
	title, day := &said{"old"}, &said{"old"}
	fields := form.Fields{"Title": title, "Day": day}
	err := fields.Refuse(notes.Invalid{Field: "Day", Why: "There is no such day."})
	if !widgets.WasSaid(err) || title.text != "" || day.text != "There is no such day." {
		t.Errorf("%v: %q and %q", err, title.text, day.text)
	}
	other := errors.New("the disk is full")
	if err := fields.Refuse(other); !errors.Is(err, other) || widgets.WasSaid(err) || day.text != "" {
		t.Errorf("%v: %q", err, day.text)
	}
	if err := fields.Refuse(nil); err != nil {
		t.Error(err)
	}
}

func TestAChoiceGivesItsValue(t *testing.T) {
	levels, names := []notes.Level{notes.Tell, notes.Sell}, []string{"Tell", "Sell"}
	if got := form.NewChoice("k", "Level", levels, names, notes.Sell, nil).Value(); got != notes.Sell {
		t.Errorf("chosen: %v", got)
	}
	if got := form.NewChoice("k", "Level", levels, names, notes.Delegate, nil).Value(); got != notes.NoLevel {
		t.Errorf("none of them: %v", got)
	}
}
