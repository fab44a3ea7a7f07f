package ui

import (
	"go/ast"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/notes/stepin"
	"handback/ui/people"
	"handback/ui/room"
	"handback/ui/schedule"
	stepinroom "handback/ui/stepin"
	"handback/ui/theirpage"
	"handback/ui/widgets"
)

// askedAt is a way to a form.
type askedAt struct {
	name   string
	screen room.Screen
	open   func(*window)
}

func tapping(key string) func(*window) { return func(w *window) { w.tapKey(key) } }

var asked = []askedAt{
	{"adding people", room.Today, func(w *window) { people.ShowAdd(w.Shell) }},
	{"a person", room.Notes, func(w *window) { people.ShowEdit(w.Shell, w.who("Ana").ID) }},
	{"what we count on each other for", room.TheirPage, func(w *window) { theirpage.EditCounts(w.Shell, w.who("Ana"), nil) }},
	{"the next one-on-one", room.Prep, func(w *window) { schedule.Pick(w.Shell, w.who("Ana"), "") }},
	{"stepping in", room.Today, func(w *window) {
		stepinroom.Begin(w.Shell, w.who("Ana").ID, stepin.Signal{What: "the rollout"}, notes.HelpAgree)
	}},
	{"a crisis", room.Today, func(w *window) { stepinroom.Crisis(w.Shell, w.who("Ana").ID) }},
	{"a copy", room.Today, func(w *window) { w.saveCopy() }},
	{"praise", room.Praise, tapping("praise/log")},
	{"feedback", room.Praise, tapping("praise/feedback")},
	{"a goal", room.Growth, tapping("growth/add")},
	{"a decision", room.Decisions, tapping("decisions/log")},
	{"an area", room.Decisions, tapping("decisions/first")},
	{"a goal of the organisation", room.Team, tapping("team/add")},
	{"a question to everyone", room.Team, tapping("team/ask")},
}

// onTop are the texts of the fields of the dialog on top, by their keys.
func (w *window) onTop() map[string]string {
	w.t.Helper()
	texts := map[string]string{}
	for _, e := range w.entriesOnTop() {
		texts[e.Key] = e.Text
	}
	if len(texts) == 0 {
		w.t.Fatal("there is no field to type into")
	}
	return texts
}

func (w *window) entriesOnTop() (entries []*widgets.Entry) {
	w.t.Helper()
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		w.t.Fatal("nothing asks")
	}
	for _, o := range test.LaidOutObjects(top) {
		if e, ok := o.(*widgets.Entry); ok && e.Visible() {
			entries = append(entries, e)
		}
	}
	return entries
}

// ask opens a form where it is asked for.
func (w *window) ask(a askedAt) {
	w.t.Helper()
	w.visit(room.Place{Screen: a.screen, Person: w.who("Ana").ID})
	a.open(w)
	w.settle()
}

// typeAll types into each field of the form on top, and returns what stands there then.
func (w *window) typeAll(a askedAt) map[string]string {
	w.t.Helper()
	w.ask(a)
	for _, e := range w.entriesOnTop() {
		w.win.Canvas().Focus(e)
		e.SetCaret(len([]rune(e.Text)))
		test.Type(e, "typed")
	}
	w.settle()
	return w.onTop()
}

// saysStillHere reports whether the form on top offers to start over.
func (w *window) saysStillHere() bool {
	for range 40 {
		if keyOf(w.win.Canvas().Focused()) == widgets.DialogStartOver {
			return true
		}
		w.win.Canvas().FocusNext()
	}
	return false
}

func (w *window) isThere(a askedAt, when string, want map[string]string) {
	w.t.Helper()
	w.ask(a)
	got := w.onTop()
	for key, text := range want {
		if got[key] != text {
			w.t.Errorf("%s: %s says %q, not %q", when, key, got[key], text)
		}
	}
	if !w.saysStillHere() {
		w.t.Errorf("%s: it does not say so", when)
	}
	w.key(fyne.KeyEscape)
}

func (w *window) isNotThere(a askedAt, when string) {
	w.t.Helper()
	w.ask(a)
	for key, text := range w.onTop() {
		if strings.Contains(text, "typed") {
			w.t.Errorf("%s: %s says %q", when, key, text)
		}
	}
	if w.saysStillHere() {
		w.t.Errorf("%s: it says that something is still here", when)
	}
	w.key(fyne.KeyEscape)
}

func (w *window) opens(path string) {
	w.t.Helper()
	if err := w.open(path, true); err != nil {
		w.t.Fatal(err)
	}
	w.settle()
	if len(w.People()) < 3 {
		w.apply(notes.Change{Rows: []notes.Row{
			notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere},
			notes.Person{Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere},
		}})
	}
}

func TestWhatIsTypedIntoAFormSurvivesEscAndTheJournalsClosing(t *testing.T) {
	for _, a := range asked {
		t.Run(a.name, func(t *testing.T) {
			w := newWindow(t)
			own := w.journal.Path()
			typed := w.typeAll(a)
			w.key(fyne.KeyEscape)
			w.isThere(a, "after Esc", typed)
			w.opens(filepath.Join(t.TempDir(), "other.handback"))
			w.isNotThere(a, "in another journal")
			w.opens(own)
			w.isThere(a, "opened again", typed)
			w.ask(a)
			w.tapOverlay(widgets.DialogStartOver)
			w.key(fyne.KeyEscape)
			w.isNotThere(a, "begun anew")
		})
	}
}

var counts = asked[2]

func TestWhatIsTypedIntoAFormSurvivesACrash(t *testing.T) {
	w := newWindow(t)
	typed := w.typeAll(counts)
	w.pass(formsAfter)
	// what is in the file while the window is open is what a crash leaves
	left, err := w.journal.SaveCopy(filepath.Join(t.TempDir(), "left.handback"))
	if err != nil {
		t.Fatal(err)
	}
	again := emptyWindow(t, t.TempDir())
	again.opens(left)
	again.isThere(counts, "after a crash", typed)
}

func TestAFormThatIsConfirmedIsForgotten(t *testing.T) {
	w := newWindow(t)
	w.typeAll(counts)
	w.key(fyne.KeyEscape)
	w.ask(counts)
	w.tapOverlay(widgets.DialogConfirm)
	w.isNotThere(counts, "confirmed")
	if text, err := w.journal.Setting(notes.SettingForms); text != "" || err != nil {
		t.Errorf("the journal keeps %q, %v", text, err)
	}
}

func TestAReadOnlyJournalKeepsFormsInMemoryOnly(t *testing.T) {
	w := newWindow(t)
	w.journal = sealed{w.journal}
	typed := w.typeAll(counts)
	w.key(fyne.KeyEscape)
	w.pass(time.Minute)
	if text, err := w.journal.Setting(notes.SettingForms); text != "" || err != nil {
		t.Errorf("the journal keeps %q, %v", text, err)
	}
	w.isThere(counts, "after Esc", typed)
}

func TestADiskThatIsFullIsSaidOnceAndKeepsForms(t *testing.T) {
	w := newWindow(t)
	disk := w.filling()
	disk.full = true
	w.typeAll(counts)
	w.pass(time.Second)
	if !strings.Contains(shown(w.win.Canvas().Overlays().Top()), "The disk is full") {
		t.Error("the form does not say that it can't be kept")
	}
	w.Say("")
	test.Type(w.win.Canvas().Focused(), "more")
	typed := w.onTop()
	w.pass(time.Minute)
	w.key(fyne.KeyEscape)
	if w.frame.said != "" {
		t.Errorf("it is said again: %q", w.frame.said)
	}
	disk.full = false
	w.isThere(counts, "after Esc", typed)
	if text, err := w.journal.Setting(notes.SettingForms); text == "" || err != nil {
		t.Errorf("the journal keeps %q, %v", text, err)
	}
}

func TestWhoIsDeletedForGoodTakesFormsAlong(t *testing.T) {
	w := newWindow(t)
	w.typeAll(counts)
	w.key(fyne.KeyEscape)
	w.apply(notes.Change{Rows: []notes.Row{notes.Purge{Kind: notes.KindPerson, ID: int64(w.who("Ben").ID)}}})
	if text, err := w.journal.Setting(notes.SettingForms); text != "" || err != nil {
		t.Errorf("the journal keeps %q, %v", text, err)
	}
	w.isNotThere(counts, "after that")
}

func TestAFormOfOnePersonIsNotAnothers(t *testing.T) {
	w := newWindow(t)
	w.typeAll(askedAt{"a decision", room.Decisions, tapping("decisions/log")})
	w.key(fyne.KeyEscape)
	w.visit(room.Place{Screen: room.Decisions, Person: w.who("Ben").ID})
	w.tapKey("decisions/log")
	for key, text := range w.onTop() {
		if text != "" {
			t.Errorf("%s says %q", key, text)
		}
	}
}

func TestATopicThatIsBegunIsThereAgain(t *testing.T) {
	w := newWindow(t)
	own, ana := w.journal.Path(), w.who("Ana").ID
	open := func() string {
		w.visit(room.Place{Screen: room.Prep, Person: ana})
		w.tapKey("topic/open")
		w.tab("topic/text")
		return w.win.Canvas().Focused().(*widgets.Entry).Text
	}
	if got := open(); got != "" {
		t.Fatalf("it says %q", got)
	}
	w.types("the rollout")
	w.key(fyne.KeyEscape)
	if got := open(); got != "the rollout" {
		t.Errorf("after Esc it says %q", got)
	}
	w.opens(filepath.Join(t.TempDir(), "other.handback"))
	w.opens(own)
	if got := open(); got != "the rollout" {
		t.Errorf("opened again it says %q", got)
	}
	w.key(fyne.KeyReturn)
	w.visit(room.Place{Screen: room.Team})
	if got := open(); got != "" {
		t.Errorf("on the agenda, and it says %q", got)
	}
}

func TestAHalfTypedTopicIsAddedWhenTheMeetingIsLeft(t *testing.T) {
	var own string
	for name, leave := range map[string]func(*window){
		"Esc":        func(w *window) { w.key(fyne.KeyEscape); w.win.Canvas().Unfocus(); w.key(fyne.KeyEscape) },
		"closing it": func(w *window) { w.Run("meeting.close") },
		"their page": func(w *window) { w.Run("go.theirs") },
		"the end":    func(w *window) { w.opens(filepath.Join(filepath.Dir(own), "other.handback")); w.opens(own) },
	} {
		for typed, line := range map[string]string{
			"the rollout":    "topic: the rollout",
			"what Ben asked": "topic: what Ben asked",
			"private: pay":   "private: pay",
		} {
			t.Run(name+" "+typed, func(t *testing.T) {
				w, id := meet(t, "words\n")
				w.tab("meeting.topic")
				w.types(typed)
				own = w.journal.Path()
				leave(w)
				w.settle()
				if got := strings.TrimPrefix(w.stored(id), "words\n"); strings.TrimSpace(got) != line {
					t.Errorf("the note gets %q, want %q", got, line)
				}
			})
		}
	}
}

// TestEveryFieldIsKept reads the source: fields stand in dialogs of NewDialog, which keep by themselves what is typed, or
// their room keeps it, or it is said here why not.
func TestEveryFieldIsKept(t *testing.T) {
	elsewhere := map[string]string{
		"form":      "makes fields for others",
		"firstrun":  "no journal is open that could keep it",
		"locked":    "no journal is open that could keep it: what was begun is sealed when one unlocks or quits",
		"oneline":   "the line is kept beside the journal from the first pause on",
		"goingaway": "its field confirms: what was kept would have confirmed already",
	}
	fields, kept := map[string]bool{}, map[string]bool{}
	eachSource(t, func(file string, source *ast.File) {
		at := path.Dir(file)
		if at == "widgets" || at == "roomtest" {
			return
		}
		ast.Inspect(source, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			switch name := nameOf(call.Fun); name {
			case "widgets.NewTextField", "widgets.NewTextArea", "widgets.NewDateField":
				fields[file] = true
			case "widgets.NewDialog", "widgets.KeepTyped":
				kept[at] = true
			case "widget.NewEntry", "widget.NewMultiLineEntry", "widget.NewForm", "dialog.NewForm", "dialog.ShowForm":
				t.Errorf("%s makes a field by %s, whose text nobody keeps", file, name)
			}
			return true
		})
	})
	for file := range fields {
		if at := path.Dir(file); !kept[at] && elsewhere[at] == "" {
			t.Errorf("%s makes fields whose text is not kept", file)
		}
	}
}
