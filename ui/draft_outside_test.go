package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/note"
	"handback/ui/room"
)

// TestTheDraftAgainstWritesFromOutside types, ticks from elsewhere, undoes and saves in random order through the
// handlers of the rooms, and holds after each step that the editor has every word, that the caret stands where it stood
// in the text, and that what is stored is what is shown.
func TestTheDraftAgainstWritesFromOutside(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			o := newOutside(t, seed)
			for step := range 50 {
				name := o.step()
				if err := o.check(); err != nil {
					t.Fatalf("step %d, %s: %v", step, name, err)
				}
			}
		})
	}
}

// outside is the note in the window and what its text and caret have to be.
type outside struct {
	*window
	rnd   *rand.Rand
	id    notes.NoteID
	text  []rune
	caret int
	typed int // numbers the words that are typed

	unticked []rune // the text before the last tick
}

const outsideBody = "# Plan\ntodo: first thing\nSome words about it.\n- [ ] second thing by 2025-12-05\ntopic: a third — with a dash\ntodo me: fourth\n\nneed: fifth\n"

func newOutside(t *testing.T, seed uint64) *outside {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), outsideBody)
	return &outside{window: w, rnd: rand.New(rand.NewPCG(seed, 1)), id: id, text: []rune(outsideBody), caret: len([]rune(outsideBody))}
}

// step does one thing at random and names it.
func (o *outside) step() string {
	switch o.rnd.IntN(9) {
	case 0, 1, 2:
		return o.typeWord()
	case 3:
		return o.moveCaret()
	case 4, 5:
		return o.tickFromOutside()
	case 6:
		return o.tickAndUndoInTheEditor()
	case 7:
		return o.tickAndTakeBack()
	}
	o.pass(time.Duration(o.rnd.IntN(1500)) * time.Millisecond)
	return "time passes"
}

func (o *outside) typeWord() string {
	o.typed++
	word := fmt.Sprintf(" wörd%d", o.typed)
	for _, r := range word {
		o.editor.Focusable().TypedRune(r)
		o.pass(30 * time.Millisecond)
	}
	o.text = append(o.text[:o.caret:o.caret], append([]rune(word), o.text[o.caret:]...)...)
	o.caret += len([]rune(word))
	return "typing" + word
}

func (o *outside) moveCaret() string {
	o.caret = o.rnd.IntN(len(o.text) + 1)
	o.editor.SetCaret(o.caret)
	return fmt.Sprint("caret to ", o.caret)
}

// someItem is an item of the text as it is now, read as another screen would have read it after the last save.
func (o *outside) someItem() (notes.Filed, bool) {
	if err := o.draft.Flush(); err != nil {
		o.t.Fatal(err)
	}
	filed, err := o.journal.FiledFrom(o.id)
	if err != nil {
		o.t.Fatal(err)
	}
	if len(filed) == 0 {
		return notes.Filed{}, false
	}
	return filed[o.rnd.IntN(len(filed))], true
}

// flip ticks an open item and unticks a closed one, as a list on another screen does, and follows it in the model.
func (o *outside) flip() (string, bool) {
	f, ok := o.someItem()
	if !ok {
		return "nothing to tick", false
	}
	in := o.Context(f.NotePerson, f.NoteDate)
	edit, err := notes.Tick(f, in, o.Today())
	if f.Closed() {
		edit, err = notes.Untick(f, in)
	}
	if err != nil {
		return "refused: " + err.Error(), false
	}
	o.typeUnsaved()
	if _, err := o.Apply(notes.Change{Edits: []notes.LineEdit{edit}}, "Done"); err != nil {
		o.t.Fatalf("%v: %+v", err, edit)
	}
	o.follow(edit)
	return fmt.Sprintf("tick %q → %q", edit.Old, edit.New), true
}

// typeUnsaved leaves a word in the editor that no save has seen, on a line of its own at the end.
func (o *outside) typeUnsaved() {
	o.caret = len(o.text)
	o.editor.SetCaret(o.caret)
	o.typed++
	word := fmt.Sprintf("unsaved%d", o.typed)
	for _, r := range word {
		o.editor.Focusable().TypedRune(r)
	}
	o.text = append(o.text, []rune(word)...)
	o.caret = len(o.text)
}

// follow makes the model's text and caret what they are after a line was rewritten.
func (o *outside) follow(edit notes.LineEdit) {
	next, _, err := notes.ApplyEdit(string(o.text), edit)
	if err != nil {
		o.t.Fatal(err)
	}
	before := o.text
	o.text, o.unticked = []rune(next), before
	if at := note.LineOffset(string(before), edit.Line); o.caret > at {
		o.caret += len(o.text) - len(before) // the typing is at the end, below the line
	}
}

func (o *outside) tickFromOutside() string {
	name, _ := o.flip()
	return name
}

// tickAndUndoInTheEditor takes a tick back with the editor's own undo: one step for a pure insertion, two otherwise.
func (o *outside) tickAndUndoInTheEditor() string {
	name, ok := o.flip()
	if !ok {
		return name
	}
	name += ", undone in the editor"
	for range 2 {
		o.editor.Undo()
		if o.editor.Text() == string(o.unticked) {
			o.text, o.caret = o.unticked, o.editor.Caret()
			return name
		}
	}
	o.t.Fatalf("%s: the editor has\n%q\nit should have\n%q", name, o.editor.Text(), string(o.unticked))
	return name
}

func (o *outside) tickAndTakeBack() string {
	name, ok := o.flip()
	if !ok {
		return name
	}
	before := len(o.text)
	o.undoLast()
	back, err := o.journal.Note(o.id)
	if err != nil {
		o.t.Fatal(err)
	}
	o.text = []rune(back.Body)
	o.caret += len(o.text) - before
	return name + ", taken back"
}

// check compares the editor with the model, and, once it is saved, the journal with the editor.
func (o *outside) check() error {
	o.settle()
	if got := o.editor.Text(); got != string(o.text) {
		return fmt.Errorf("the editor has\n%q\nit should have\n%q", got, string(o.text))
	}
	if got := o.editor.Caret(); got != o.caret {
		return fmt.Errorf("the caret stands at %d, it should at %d of %q", got, o.caret, string(o.text))
	}
	if err := o.draft.Flush(); err != nil {
		return err
	}
	if got := o.stored(o.id); got != string(o.text) {
		return fmt.Errorf("stored is\n%q\nshown is\n%q", got, string(o.text))
	}
	return nil
}

func TestATickWhileTypingInTheSameNoteKeepsBoth(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "todo: send the plan\n")
	w.editor.SetCaret(len("todo: send the plan\n"))
	for _, r := range "being typed" {
		w.editor.Focusable().TypedRune(r)
	}
	edit := notes.LineEdit{Note: id, Line: 1, Old: "todo: send the plan", New: "todo: send the plan (done 2025-12-02)"}
	if _, err := w.Apply(notes.Change{Edits: []notes.LineEdit{edit}}, "Done"); err != nil {
		t.Fatal(err)
	}
	want := "todo: send the plan (done 2025-12-02)\nbeing typed"
	if got := w.stored(id); got != want {
		t.Errorf("stored %q", got)
	}
	if got := w.editor.Text(); got != want {
		t.Errorf("shown %q", got)
	}
	w.editor.Undo()
	w.editor.Undo()
	if got := w.editor.Text(); !strings.HasPrefix(got, "todo: send the plan\n") {
		t.Errorf("undo leaves %q", got)
	}
}

func TestLeavingANoteSavesIt(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "")
	for _, r := range "kept" {
		w.editor.Focusable().TypedRune(r)
	}
	w.press(alt, fyne.KeyD)
	if w.Place().Screen != room.Today || w.stored(id) != "kept" {
		t.Errorf("at %v, stored %q", w.Place(), w.stored(id))
	}
}
