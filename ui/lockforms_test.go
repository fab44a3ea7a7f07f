package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/widgets"
)

// protectedSample is a window on a protected journal with the sample team's notes in it.
func protectedSample(t *testing.T) *window {
	t.Helper()
	sample := sampleWindow(t)
	path, err := sample.journal.SaveCopy(filepath.Join(t.TempDir(), "own.handback"))
	if err != nil {
		t.Fatal(err)
	}
	w, v, _ := safeWindow(t)
	if err := w.Start(path, false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	v.protected[path] = passphrase
	w.Shell.protected = true
	w.planIdleLock()
	return w
}

// comesAgain locks the window, and unlocks it.
func (w *window) comesAgain() {
	w.t.Helper()
	w.Run(lockID)
	w.settle()
	if w.Place().Screen != room.Locked || len(w.win.Canvas().Overlays().List()) != 0 {
		w.t.Fatalf("locked it is at %v, with %d over it", w.Place(), len(w.win.Canvas().Overlays().List()))
	}
	w.unlocks(passphrase)
}

// onTopFields are the fields of the form on top; none where there is no form.
func (w *window) onTopFields() (fields []*widgets.Entry) {
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		return nil
	}
	confirms := false
	for _, o := range test.LaidOutObjects(top) {
		if e, ok := o.(*widgets.Entry); ok && e.Visible() && !e.Password {
			fields = append(fields, e)
		}
		k, ok := o.(interface{ FocusKey() string })
		confirms = confirms || ok && k.FocusKey() == widgets.DialogConfirm && o.Visible()
	}
	if !confirms {
		return nil
	}
	return fields
}

var numbers = regexp.MustCompile(`\d+`)

// lockWalk opens every form that a place leads to, and locks the window under each.
type lockWalk struct {
	w     *window
	path  string
	tried map[string]bool
	forms map[string]bool
}

// leavesBe are controls and commands that lead out of the journal, or wait for what a test doesn't have.
var leavesBe = regexp.MustCompile(
	`^(quit|lock|screen\.blank|journal\.(sample|open|new)|protect|undo|redo|go\.import|import|backup\.|menu/Quit|find|settings\.protect|` +
		`settings\.lies|text\.|window\.|other|sample|open)`)

func (l *lockWalk) place(p room.Place) {
	l.w.visit(p)
	for _, key := range controls(l.w.frame.content) {
		id := string(p.Screen) + " " + numbers.ReplaceAllString(key, "#")
		if l.tried[id] || leavesBe.MatchString(key) || strings.HasPrefix(key, "without") {
			continue
		}
		l.tried[id] = true
		if !l.taps(p, key) {
			continue
		}
		for _, row := range l.menu() {
			if l.tried[id+" "+row] || leavesBe.MatchString(row) {
				continue
			}
			l.tried[id+" "+row] = true
			if l.taps(p, key) && slices.Contains(l.menu(), row) {
				l.w.find(row).(fyne.Tappable).Tapped(&fyne.PointEvent{})
				l.w.settle()
				l.form(id + " " + row)
			}
		}
		l.form(id)
	}
}

// menu are the lines of the menu on top.
func (l *lockWalk) menu() (rows []string) {
	if top := l.w.win.Canvas().Overlays().Top(); top != nil {
		for _, key := range controls(top) {
			if strings.HasPrefix(key, "menu/") {
				rows = append(rows, key)
			}
		}
	}
	return rows
}

// taps taps a control of a place; false where it isn't there any more.
func (l *lockWalk) taps(p room.Place, key string) bool {
	w := l.w
	l.back()
	w.visit(room.Place{Screen: room.Today})
	w.visit(p)
	for _, o := range test.LaidOutObjects(w.frame.root) {
		if k, ok := o.(interface{ FocusKey() string }); ok && k.FocusKey() == key {
			o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			w.settle()
			return true
		}
	}
	return false
}

// back brings the window back to its journal with nothing over it.
func (l *lockWalk) back() {
	w := l.w
	w.guard = 0
	w.closeOverlays()
	if w.journal != nil && w.journal.Path() == l.path {
		return
	}
	if err := w.open(l.path, false); err != nil {
		w.t.Fatal(err)
	}
	w.settle()
	if w.journal == nil {
		w.unlocks(passphrase)
	}
	w.closeOverlays()
}

// form types into the form on top, locks the window and wants it back.
func (l *lockWalk) form(name string) {
	w := l.w
	w.t.Helper()
	fields := w.onTopFields()
	if focus := w.focusNow(); len(fields) == 0 || focus == widgets.DialogCancel || typedToConfirm[focus] != nil {
		return // a warning is not asked again by itself
	}
	for _, e := range fields {
		w.win.Canvas().Focus(e)
		e.SetCaret(len([]rune(e.Text)))
		test.Type(e, "typed")
	}
	w.settle()
	if fields = w.onTopFields(); len(fields) == 0 {
		return
	}
	id := shown(w.win.Canvas().Overlays().Top())
	id, _, _ = strings.Cut(strings.TrimPrefix(id, "Your text from last time is still here.\nStart over\n"), "\n")
	first := fields[0]
	w.win.Canvas().Focus(first)
	first.SetCaret(len([]rune(first.Text)) - 2)
	key, caret, typed, says := w.focusNow(), first.Caret(), w.onTop(), shown(w.win.Canvas().Overlays().Top())
	w.comesAgain()
	now := w.onTopFields()
	switch {
	case len(now) == 0:
		w.t.Errorf("%s: the form is gone", name)
	case fmt.Sprint(w.onTop()) != fmt.Sprint(typed):
		w.t.Errorf("%s: it says %q, not %q", name, w.onTop(), typed)
	case shown(w.win.Canvas().Overlays().Top()) != says:
		w.t.Errorf("%s: shown is\n%s\nnot\n%s", name, shown(w.win.Canvas().Overlays().Top()), says)
	case w.focusNow() != key || now[0].Caret() != caret:
		w.t.Errorf("%s: the caret is at %s %d, not %s %d", name, w.focusNow(), now[0].Caret(), key, caret)
	}
	l.forms[id] = true
	w.closeOverlays()
}

// TestEveryFormIsThereAgainAfterALock walks all that can be tapped, all menus and all commands: where a form comes up it is typed
// into, and stands there after the lock with its words and the caret.
func TestEveryFormIsThereAgainAfterALock(t *testing.T) {
	aloneUnderRace(t)
	l := &lockWalk{w: protectedSample(t), tried: map[string]bool{}, forms: map[string]bool{}}
	w := l.w
	l.path = w.journal.Path()
	for _, sc := range screens {
		if slices.Contains([]room.Screen{room.FirstRun, room.Problem, room.Locked, room.Protect, room.Moving, room.Import}, sc.id) {
			continue
		}
		for i, p := range w.placesOf(sc) {
			if i < 3 {
				l.back()
				l.place(p)
			}
		}
	}
	for _, c := range w.commands {
		for _, p := range []room.Place{{Screen: room.Notes, Person: w.report()}, {Screen: room.Growth, Person: w.report()}} {
			if leavesBe.MatchString(c.id) {
				continue
			}
			l.back()
			w.visit(p)
			if c.can() {
				w.Run(c.id)
				w.settle()
				l.form("command " + c.id)
			}
		}
	}
	var names []string
	for id := range l.forms {
		names = append(names, id)
	}
	slices.Sort(names)
	t.Logf("%d forms: %s", len(names), strings.Join(names, "; "))
	if len(names) < 60 {
		t.Errorf("only %d forms came up", len(names))
	}
}

// TestAFormIsConfirmedAfterALockAsBefore: what comes of it is the same.
func TestAFormIsConfirmedAfterALockAsBefore(t *testing.T) {
	for _, a := range asked {
		t.Run(a.name, func(t *testing.T) {
			var comes [2]string
			for i := range comes {
				w, _, _ := protectedWindow(t)
				w.writeNote(w.who("Ana"), "praise: ran the review\n")
				w.typeAll(a)
				if a.name == "a copy" {
					w.fill("copy.where", filepath.Join(t.TempDir(), "copy.handback"))
				}
				if i == 1 {
					w.comesAgain()
				}
				w.taps(widgets.DialogConfirm)
				if top := w.win.Canvas().Overlays().Top(); top != nil {
					comes[i] = shown(top)
					w.closeOverlays()
				}
				comes[i] += w.inIt(t)
				if w.forms.typed == nil || len(comes[i]) == 0 {
					t.Error("nothing comes of it")
				}
			}
			if comes[0] != comes[1] {
				t.Errorf("after a lock comes\n%s\notherwise\n%s", comes[1], comes[0])
			}
		})
	}
}

// inIt is what stands in the journal of what a form may change, and what the window keeps of forms.
func (w *window) inIt(t *testing.T) string {
	t.Helper()
	w.pass(2 * time.Second)
	var b strings.Builder
	for _, p := range w.People() {
		fmt.Fprintln(&b, p.Name, p.State, p.Kind)
		heads, err := w.journal.NotesOf(p.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range heads {
			fmt.Fprintln(&b, h.Kind, h.Date, w.stored(h.ID))
		}
		goals, err := w.journal.Goals(p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range goals {
			fmt.Fprintln(&b, g.Title, g.Why)
		}
	}
	kept, err := w.journal.Setting(notes.SettingForms)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(b.String(), "forms: ", kept != "")
}

// TestTheTopicBeingWrittenIsThereAgainAfterALock is of a field that is no dialog's.
func TestTheTopicBeingWrittenIsThereAgainAfterALock(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.tapKey("topic/open")
	w.writes("the rollout")
	e := w.field("topic/text")
	e.SetCaret(4)
	w.comesAgain()
	if got := w.field("topic/text"); got.Text != "the rollout" || got.Caret() != 4 || w.focusNow() != "topic/text" {
		t.Fatalf("there stands %q, the caret is at %d of %s", got.Text, got.Caret(), w.focusNow())
	}
	w.key(fyne.KeyReturn)
	if got := w.agenda("Ana"); len(got) != 1 {
		t.Errorf("on the agenda are %v", got)
	}
	if text, err := w.journal.Setting(notes.SettingForms); text != "" || err != nil {
		t.Errorf("the journal keeps %q, %v", text, err)
	}
}

// TestALockKeepsTheCaretAndWhatOneLookedAt in a long note.
func TestALockKeepsTheCaretAndWhatOneLookedAt(t *testing.T) {
	w, _, _ := protectedWindow(t)
	var lines strings.Builder
	for i := range 120 {
		fmt.Fprintf(&lines, "line %d of a long talk\n", i)
	}
	other := w.writeNote(w.who("Ana"), "another\n")
	id := w.writeNote(w.who("Ana"), lines.String())
	for _, caret := range []int{0, 30, 1000, 2400} {
		w.editor.SetCaret(caret)
		w.settle()
		seen := w.editor.Offset()
		w.comesAgain()
		if n, _ := w.draft.Note(); n.ID != id || w.editor.Caret() != caret || w.editor.Offset() != seen || !w.editor.Focused() {
			t.Errorf("note %d (not %d) at %d (not %d), scrolled %v (not %v), focused: %v",
				n.ID, id, w.editor.Caret(), caret, w.editor.Offset(), seen, w.editor.Focused())
		}
	}
	w.editor.SetCaret(10)
	w.editor.ScrollTo(700)
	w.comesAgain()
	if w.editor.Caret() != 10 || w.editor.Offset() != 700 {
		t.Errorf("at %d, scrolled %v", w.editor.Caret(), w.editor.Offset())
	}
	if w.editor.Text() != lines.String() || w.stored(id) != lines.String() {
		t.Error("the lock changed the text")
	}
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: other})
	w.editor.SetCaret(3)
	w.comesAgain()
	if n, _ := w.draft.Note(); n.ID != other || w.editor.Caret() != 3 {
		t.Errorf("note %d (not %d) at %d", n.ID, other, w.editor.Caret())
	}
}

// TestASecretIsNoFormThatComesAgain nor is a question whether to delete something.
func TestASecretIsNoFormThatComesAgain(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.Run("protect.passphrase")
	w.settle()
	w.fill("change.current", passphrase)
	w.fill("passphrase.new", "grumpy tapeless overhead")
	w.comesAgain()
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		t.Errorf("over it lies\n%s%s", shown(top), entries(top))
	}
}

// TestAFormOfOneJournalDoesNotComeUpInAnother that was opened instead.
func TestAFormOfOneJournalDoesNotComeUpInAnother(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.typeAll(counts)
	w.Run(lockID)
	w.settle()
	w.opens(filepath.Join(t.TempDir(), "other.handback"))
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		t.Errorf("over it lies\n%s", shown(top))
	}
}

// TestAnotherLookLeavesTheKeyboardInAForm where the window is drawn anew behind it.
func TestAnotherLookLeavesTheKeyboardInAForm(t *testing.T) {
	w := newWindow(t)
	w.typeAll(counts)
	e := w.entriesOnTop()[0]
	w.win.Canvas().Focus(e)
	e.SetCaret(2)
	w.again()
	w.settle()
	if w.win.Canvas().Focused() != fyne.Focusable(e) || e.Caret() != 2 {
		t.Errorf("the keyboard is at %s, the caret at %d", w.focusNow(), e.Caret())
	}
}

// TestAnImportGoesOnAfterALock with what was chosen in it, and so it does in another look.
func TestAnImportGoesOnAfterALock(t *testing.T) {
	vault := filepath.Join(t.TempDir(), "Vault")
	for name, text := range map[string]string{
		"Ana Ruiz/2025-03-03.md":    "We talked about the zebra migration.\n",
		"Zoe Unknown/2025-03-04.md": "First talk with Zoe.\n",
		".obsidian/app.json":        "{}",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(vault, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(vault, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for how, again := range map[string]func(w *window){
		"a lock":       (*window).comesAgain,
		"another look": func(w *window) { w.lookChanged(); w.again(); w.settle() },
	} {
		t.Run(how, func(t *testing.T) {
			w, _, _ := protectedWindow(t)
			w.visit(room.Place{Screen: room.Import})
			w.field("import.path").SetText("half a pa")
			again(w)
			if got := w.field("import.path").Text; got != "half a pa" {
				t.Errorf("in the field is %q", got)
			}
			w.field("import.path").SetText(vault)
			w.taps("import.look")
			said := func() (all []string) {
				for i := range 2 {
					all = append(all, shown(w.find(fmt.Sprintf("import.who.%d", i))))
				}
				return all
			}
			first := said()
			w.tapKey("import.who.1")
			w.key(fyne.KeyDown)
			w.key(fyne.KeyReturn)
			w.settle()
			chosen := said()
			if slices.Equal(first, chosen) {
				t.Fatalf("nothing else is chosen: %q", chosen)
			}
			again(w)
			if got := said(); !slices.Equal(got, chosen) {
				t.Errorf("chosen was %q, and is %q", chosen, got)
			}
			w.taps("import.go")
			if got := w.everything(); !strings.Contains(got, "Imported 2 notes") {
				t.Errorf("shown is\n%s", got)
			}
		})
	}
}
