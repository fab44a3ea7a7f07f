package note_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes"
)

func TestAnEmptyOneOnOneStartsFromATemplate(t *testing.T) {
	b := open(t)
	all, err := b.J.Templates()
	if err != nil || len(all) != 3 {
		t.Fatalf("%+v, %v", all, err)
	}
	key := func(i int) string { return fmt.Sprintf("filed.template.%d", all[i].ID) }
	id := b.add(notes.PlannedNote, b.Today(), "")
	b.enter(id)
	b.Sees("Start from a template", all[0].Name, all[2].Name)
	b.Tap(key(0))
	b.written(all[0].Body)
	b.stored(id, all[0].Body)
	at := b.Window().Canvas()
	if at.Focused() != b.Editor().Focusable() {
		t.Errorf("what is typed next goes to %q", b.Focused())
	}
	for _, r := range "Fine." {
		at.Focused().TypedRune(r)
	}
	if _, after, _ := strings.Cut(b.Editor().Text(), "this week?\n"); !strings.HasPrefix(after, "Fine.\n") {
		t.Errorf("one begins to write at %q", b.Editor().Text())
	}
	for range "Fine." {
		b.Press(fyne.KeyBackspace)
	}
	b.pause()
	b.Sees("Nothing written yet", all[1].Name)
	b.SeesNot("words")
	if b.Has(key(0)) {
		t.Error("the one that stands there is offered again")
	}
	b.Tap(key(1))
	b.stored(id, all[1].Body)
	b.TakeBack()
	b.stored(id, all[0].Body)
	if items, err := b.J.FiledFrom(id); err != nil || len(items) != 0 {
		t.Errorf("filed: %+v, %v", items, err)
	}
	b.Editor().SetCaret(len([]rune(all[0].Body)))
	b.Write("\nAll is well.")
	b.pause()
	if b.Has(key(1)) {
		t.Error("a note that is written in is still offered a template")
	}
	b.Reload()
	b.SeesNot("Nothing written yet")
	b.Sees("3 words", "All is well.")
	b.quiet()
}

func TestAJournalNoteIsOfferedNoTemplate(t *testing.T) {
	b := open(t)
	b.reading("")
	b.SeesNot("Start from a template")
	b.quiet()
}

func TestASuggestionShowsItsLineAndIsDismissedForGood(t *testing.T) {
	b := open(t)
	id := b.reading("Some words.\nAna to draft the plan\ntodo Legal: send it")
	b.Sees("Ana to draft the plan", "Draft the plan · Ana")
	b.Tap("suggest.2.line")
	if b.Editor().Line() != 1 {
		t.Errorf("a tap leads to line %d", b.Editor().Line())
	}
	b.Tap("suggest.2.away")
	b.SeesNot("Draft the plan · Ana")
	b.Sees("todo Legal: send it", "obody is called Legal")
	b.Tap("suggest.3.away")
	b.said("Suggestions about “Legal” turned off")
	b.SeesNot("Suggestions")
	b.Leave()
	b.enter(id)
	b.SeesNot("Suggestions")
	b.reading("praise Legal: well done\nAna to draft the plan")
	b.Sees("Suggestions 1", "Draft the plan · Ana")
	b.enter(id)
	b.TakeBack()
	b.Sees("obody is called Legal")
	b.Press(fyne.KeyEscape)
	b.quiet()
}

// TestBoldKeepsWhatALineFiles sets the whole of a note in bold.
func TestBoldKeepsWhatALineFiles(t *testing.T) {
	b := open(t)
	id := b.reading("todo Ana: draft the plan by Fri\n- [ ] call Ben #hiring\nprivate: pay")
	b.Editor().Select(0, len([]rune(b.Editor().Text())))
	b.Window().Canvas().Focused().(fyne.Shortcutable).TypedShortcut(boldKeys)
	b.pause()
	b.stored(id, "todo Ana: **draft the plan** by Fri\n- [ ] **call Ben #hiring**\nprivate: **pay**")
	b.Sees("Filed from this note 2", "Draft the plan", "by Fri 27 Nov", "Call Ben")
	if body := b.read(id).Body; !notes.Hidden(body)[strings.Count(body, "\n")] {
		t.Error("what was private is no more")
	}
	b.Editor().Undo()
	b.pause()
	b.stored(id, "todo Ana: draft the plan by Fri\n- [ ] call Ben #hiring\nprivate: pay")
	b.quiet()
}

var boldKeys = &desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: fyne.KeyModifierShortcutDefault}
