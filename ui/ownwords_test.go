package ui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

func TestWordsOfOnesOwnFileLinesAtOnceAndAfterARestart(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "own.handback")
	start := func() *window {
		w := emptyWindow(t, folder)
		if err := w.Start(path, false); err != nil {
			t.Fatal(err)
		}
		w.settle()
		return w
	}
	w := start()
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere}}})
	id := w.writeNote(w.who("Ana"), "Aufgabe: Zahlen\ntodo: ring the bank")
	labels := func(w *window) string {
		var said []string
		for _, it := range notes.Parse(w.stored(id), w.Context(w.who("Ana").ID, w.Today())) {
			said = append(said, it.Text)
		}
		facts, err := w.journal.Facts(w.who("Ana").ID, w.Now())
		if err != nil {
			t.Fatal(err)
		}
		if len(facts.TheyOwn) != len(said) {
			t.Errorf("the window reads %q, the journal has filed %d", said, len(facts.TheyOwn))
		}
		return strings.Join(said, ", ")
	}
	if got := labels(w); got != "ring the bank" {
		t.Fatalf("filed: %q", got)
	}
	w.visit(room.Place{Screen: room.Settings, Part: settings.PartWords})
	w.tapKey("settings.words.todo.edit")
	w.tapOverlay("settings.words.todo.on.todo")
	w.tab("settings.words.todo.own")
	for _, r := range "Aufgabe:" {
		w.win.Canvas().Focused().TypedRune(r)
	}
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // it says what becomes of the lines
	if got := labels(w); got != "ring the bank" {
		t.Errorf("it was done before it was said: %q", got)
	}
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.settle()
	if got := labels(w); got != "Zahlen" {
		t.Errorf("filed: %q", got)
	}
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
	w.erase("Aufgabe: Zahlen bis 2026-12-04")
	w.pass(time.Second)
	if got := labels(w); got != "Zahlen" {
		t.Errorf("typed, it is filed as %q", got)
	}
	w.stop()
	w = start()
	if got := labels(w); got != "Zahlen" {
		t.Errorf("after a restart it is filed as %q", got)
	}
	if say := w.writeHere(); !strings.Contains(say, "Aufgabe:") || strings.Contains(say, "todo") {
		t.Errorf("an empty note says %q", say)
	}
}

func TestTheOpenNoteIsColouredByWordsAndNamesAsTheyAreNow(t *testing.T) {
	for name, row := range map[string]notes.Row{
		"a word":  notes.PutSetting{Key: notes.SettingLabelWords, Value: "todo: Aufgabe"},
		"a name":  notes.Person{Kind: notes.KindReport, Name: "Chidi Eze", State: notes.StateHere},
		"neither": notes.PutSetting{Key: settingMotion, Value: "off"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			w.writeNote(w.who("Ana"), "Aufgabe: Zahlen\ntodo Chidi: ring the bank")
			asked, drawn := w.editor.Marks, -1
			w.editor.Marks = func(text string) []widgets.Mark {
				marks := asked(text)
				drawn = len(marks)
				return marks
			}
			done := w.apply(notes.Change{Rows: []notes.Row{row}})
			want := map[string]int{"neither": -1}
			if got, is := want[name]; is && drawn != got || !is && drawn != 1 {
				t.Errorf("%d labels are drawn", drawn)
			}
			w.apply(done.Undo)
			if name != "neither" && drawn != 0 {
				t.Errorf("taken back, %d labels are drawn", drawn)
			}
		})
	}
}

// TestTheFormOfWordsFitsAndIsReachedByTheKeyboard looks at the form of every label with long words in it, and at the list behind.
func TestTheFormOfWordsFitsAndIsReachedByTheKeyboard(t *testing.T) {
	aloneUnderRace(t)
	w := newWindow(t)
	long := strings.Repeat("Langwort", 3)
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{
		Key: notes.SettingLabelWords, Value: "todo: " + long + "a\ntodo: " + long + "b\nidea: " + long + "c\nidea: -idea\nstep in: -step in",
	}}})
	for _, size := range []fyne.Size{{Width: 1000, Height: 640}, {Width: 1280, Height: 800}} {
		for _, scale := range []string{"1.0", "1.5"} {
			w.lookAt(size, "light", scale)
			w.visit(room.Place{Screen: room.Settings, Part: settings.PartWords})
			w.fits("settings")
			w.formsOfWordsFit()
		}
	}
	w.Run("labels")
	w.settle()
	fitting{w: w, name: "labels"}.look(w.win.Canvas().Overlays().Top(), span{0, w.win.Canvas().Size().Width}, 0)
}

func (w *window) formsOfWordsFit() {
	w.t.Helper()
	for _, l := range notes.Labels {
		key := "settings.words." + strings.ReplaceAll(string(l), " ", "-")
		w.tapKey(key + ".edit")
		top := w.win.Canvas().Overlays().Top()
		if top == nil {
			w.t.Fatalf("no form of %s", l)
		}
		fitting{w: w, name: string(l)}.look(top, span{0, w.win.Canvas().Size().Width}, 0)
		reached := w.tabs()
		for _, control := range controls(top) {
			if !reached[control] && strings.HasPrefix(control, key) {
				w.t.Errorf("the words of %s: Tab does not reach %s", l, control)
			}
		}
		if n := len(reached); n < len(l.BuiltIn())+3 { // its field and two buttons
			w.t.Errorf("the words of %s: Tab reaches %d controls only", l, n)
		}
		widgets.HandleOverlayKey(w.win.Canvas(), &fyne.KeyEvent{Name: fyne.KeyEscape})
		w.settle()
	}
}
