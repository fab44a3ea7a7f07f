package ui

import (
	"fmt"
	"time"

	"handback/notes"
	"handback/notes/prompt"
	"handback/ui/widgets"
)

// forms is what was typed into forms of the open journal and not confirmed. It is kept in the journal, as private as the
// rest of it.
type forms struct {
	typed   *widgets.Forms
	written string // as the journal has it
	stop    func() // stops the timer of the next writing; nil where none is planned
	failed  bool   // it could not be written, and that was said
}

// formsAfter is how long after typing begins it is written; meanwhile all that is typed goes with it.
const formsAfter = time.Second

// useForms reads what was typed into the forms of the journal that has been opened.
func (s *Shell) useForms() error {
	text, err := s.journal.Setting(notes.SettingForms)
	typed := widgets.ReadForms(text, s.Now)
	s.forms = forms{typed: typed, written: text}
	typed.Scope = func() string { return fmt.Sprint(s.Place().Person, s.looksOn()) }
	typed.OnChanged = func(atOnce bool) {
		if s.forms.typed == typed { // a dialog may outlive its journal
			s.keepForms(atOnce)
		}
	}
	widgets.UseForms(s.win.Canvas(), typed)
	return err
}

// keepForms writes what was typed, now or soon.
func (s *Shell) keepForms(atOnce bool) {
	if s.journal == nil || s.readOnly() {
		return
	}
	if atOnce {
		s.writeForms()
		return
	}
	if s.forms.stop == nil {
		s.forms.stop = s.Clock.After(formsAfter, s.writeForms)
	}
}

// writeForms writes what was typed into the journal. Where that fails it is said once: what was typed is still here.
func (s *Shell) writeForms() {
	if s.forms.stop != nil {
		s.forms.stop()
		s.forms.stop = nil
	}
	text := s.forms.typed.Text()
	if text == s.forms.written || s.journal == nil || s.readOnly() {
		return
	}
	_, err := s.journal.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: notes.SettingForms, Value: text}}})
	if err != nil {
		if !s.forms.failed && !widgets.SayOfForm(s.win.Canvas(), sentence(err)) {
			s.Show(err)
		}
		s.forms.failed = true
		return
	}
	s.forms.written, s.forms.failed = text, false
}

// closeForms writes what was typed before the journal is closed, and lets go of it.
func (s *Shell) closeForms() {
	if s.forms.typed == nil {
		return
	}
	s.writeForms()
	s.forms = forms{}
	widgets.UseForms(s.win.Canvas(), nil)
}

// purgeForms forgets all of it where something was deleted for good, as the journal has: it may repeat its words. Where somebody
// was erased nothing is taken back any more either, whatever it was about.
func (s *Shell) purgeForms(change notes.Change) {
	purged, erased := false, false
	for _, r := range change.Rows {
		switch r.(type) {
		case notes.Purge:
			purged = true
		case notes.Erase:
			purged, erased = true, true
		}
	}
	if purged && s.forms.typed != nil {
		s.forms.typed.Forget()
		s.forms.written = ""
	}
	if erased {
		s.forgetUndo()
		s.acts = acts{}
		s.chosen = &prompt.Chosen{}
		if _, open := s.draft.Note(); !open {
			s.forgetTexts()
		}
	}
}
