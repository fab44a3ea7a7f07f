package ui

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

// danger is one way to a dialog that destroys something.
type danger struct {
	site string // the function that makes the dialog
	name string
	open func(w *window)
}

// dangers are all of them. TestEveryDangerIsAskedInOneWay finds what is missing here.
var dangers = []danger{
	{"protect/page.go AskWeak", "take a passphrase that is easy to guess", func(w *window) { w.protects("dragon", "/old/copy.handback") }},
	{"protect/recovery.go without", "do without a recovery key", func(w *window) {
		w.protects(passphrase)
		w.tapKey("recovery.without")
	}},
	{"protect/copies.go deleteCopies", "delete the plain copies", func(w *window) {
		w.protects(passphrase, "/old/copy.handback")
		w.tapKey("recovery.without")
		w.tapOverlay(widgets.DialogConfirm)
		w.tapKey("copies.delete")
	}},
	{"people/edit.go askDelete", "move a person to the trash", func(w *window) {
		w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
		w.Run("person.edit")
		w.tapOverlay("person.delete")
	}},
	{"people/merge.go confirmMerge", "merge two people", func(w *window) {
		w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
		w.Run("person.edit")
		w.tapOverlay("person.merge")
		w.tapOverlay("merge.with")
		w.key(fyne.KeyDown)
		w.key(fyne.KeyReturn)
		w.tapOverlay(widgets.DialogConfirm)
	}},
	{"settings/archive.go askBack", "take back an archive", func(w *window) {
		folder := w.t.TempDir()
		if _, err := w.journal.(settings.Archiver).ExportArchive(folder, nil); err != nil {
			w.t.Fatal(err)
		}
		if _, err := w.journal.(settings.Archiver).ImportArchive(folder, nil); err != nil {
			w.t.Fatal(err)
		}
		w.visit(room.Place{Screen: room.Settings})
		w.tapKey("settings.archive.back")
	}},
	{"erasing/erasing.go ask", "erase a person", func(w *window) {
		w.visit(room.Place{Screen: room.Erasing, Person: w.who("Ana").ID})
		w.tapKey("erasing.erase")
		w.field("erasing/name").SetText(w.who("Ana").Name)
		w.tab(widgets.DialogCancel)
	}},
	{"backups/backups.go ask", "restore a backup", func(w *window) {
		w.Run("backup.now")
		w.settle()
		w.visit(room.Place{Screen: room.Backups})
		w.tapKey("backups.own.1.restore")
	}},
	{"backups/backups.go askDeleteOne", "delete one backup", func(w *window) {
		w.Run("backup.now")
		w.settle()
		w.pass(time.Minute)
		w.apply(notes.Change{Rows: []notes.Row{notes.CompanyGoal{Title: "Faster releases"}}})
		w.Run("backup.now")
		w.settle()
		w.visit(room.Place{Screen: room.Backups})
		w.tapKey("backups.own.1.delete")
	}},
	{"backups/backups.go askDelete", "delete older backups", func(w *window) {
		w.Run("backup.now")
		w.settle()
		w.visit(room.Place{Screen: room.Backups})
		w.apply(notes.Change{Rows: []notes.Row{notes.CompanyGoal{Title: "Faster releases"}}})
		w.tapKey("backups.delete")
	}},
	{"goingaway/goingaway.go ask", "delete the journal", func(w *window) {
		w.visit(room.Place{Screen: room.GoingAway})
		w.tapKey("goingaway.delete")
		w.field("goingaway/file").SetText(filepath.Base(w.journal.Path()))
		w.tab(widgets.DialogCancel)
	}},
	{"takein/choose.go askBack", "take an import back", func(w *window) {
		id, err := w.journal.BeginImport("Obsidian", "Vault")
		if err == nil {
			_, err = w.journal.Bring(id, []notes.Brought{{Origin: "a", Person: w.who("Ana").ID, Date: "2025-03-01", Body: "an old note"}})
		}
		if err == nil {
			_, err = w.journal.Apply(notes.Change{Rows: []notes.Row{notes.TakeImport{Import: id}}})
		}
		if err != nil {
			w.t.Fatal(err)
		}
		w.visit(room.Place{Screen: room.Import})
		w.tapKey("import." + strconv.FormatInt(int64(id), 10) + ".back")
	}},
	{"trash/trash.go ask", "delete for good", func(w *window) {
		w.visit(room.Place{Screen: room.Trash})
		w.tapKey("trash.note.1.purge")
	}},
	{"trash/trash.go ask", "empty the trash", func(w *window) {
		w.visit(room.Place{Screen: room.Trash})
		w.tapKey("trash.empty")
	}},
	{"beside.go askWhole", "show everything after a one-on-one", func(w *window) {
		w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
		w.Run("meeting.start")
		w.settle()
		w.Run("meeting.close")
		w.settle()
		w.key(fyne.KeyEscape)
		w.press(alt, fyne.Key1)
	}},
	{"say.go confirmQuit", "close without saving", func(w *window) {
		disk := w.filling()
		w.writeNote(w.who("Ben"), "begun\n")
		disk.full = true
		w.editor.FocusHere()
		for _, r := range "last words " {
			w.win.Canvas().Focused().TypedRune(r)
		}
		w.quit()
	}},
}

// dangerWindow has a note in the trash and opens a danger.
func dangerWindow(t *testing.T, d danger) *window {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "thrown away\n")
	w.visit(room.Place{Screen: room.Today})
	w.apply(notes.Change{Rows: []notes.Row{notes.Delete{Kind: notes.KindNote, ID: int64(id)}}})
	d.open(w)
	if w.win.Canvas().Overlays().Top() == nil {
		t.Fatal("it opens no dialog")
	}
	return w
}

// kept is everything that such a dialog could destroy.
func (w *window) kept() string {
	if w.stopped {
		return "closed without saving"
	}
	if w.journal == nil {
		return "no journal"
	}
	trashed, err := w.journal.Trash()
	if err != nil {
		w.t.Fatal(err)
	}
	imports, err := w.journal.Imports()
	if err != nil {
		w.t.Fatal(err)
	}
	archives := 0
	if j, ok := w.journal.(settings.Returner); ok {
		taken, err := j.ArchivesTaken()
		if err != nil {
			w.t.Fatal(err)
		}
		archives = len(taken)
	}
	stem := strings.TrimSuffix(w.journal.Path(), ".handback")
	replaced, _ := filepath.Glob(stem + ".replaced-*")
	files, _ := filepath.Glob(stem + ".backups/*.handback")
	files = append(files, replaced...)
	for i, file := range files {
		files[i] = filepath.Base(file)
	}
	return fmt.Sprint(len(w.People()), len(trashed), len(imports), w.draft.Body(), w.guard, w.protected, w.Place().Screen, archives, files)
}

func TestReturnNeverDestroys(t *testing.T) {
	aloneUnderRace(t)
	for _, d := range dangers {
		t.Run(d.name, func(t *testing.T) {
			w := dangerWindow(t, d)
			before := w.kept()
			if got := keyOf(w.win.Canvas().Focused()); got != widgets.DialogCancel {
				t.Errorf("the focus begins on %q", got)
			}
			for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape} {
				for stop := range stopsIn(w.win.Canvas().Overlays().Top()) {
					w = dangerWindow(t, d)
					for range stop {
						w.win.Canvas().FocusNext()
					}
					at := keyOf(w.win.Canvas().Focused())
					w.key(key)
					if w.kept() != before || w.win.Canvas().Overlays().Top() != nil {
						t.Errorf("%s on %s leaves the dialog open, or destroys: %s, was %s", key, at, w.kept(), before)
					}
				}
			}
			w = dangerWindow(t, d)
			w.win.Canvas().Focused().TypedRune(' ')
			if w.kept() != before {
				t.Error("Space on the safe answer destroys")
			}
			w = dangerWindow(t, d)
			w.tapOverlay(widgets.DialogConfirm)
			if w.kept() == before {
				t.Error("what it is about is not done")
			}
		})
	}
}

// stopsIn counts what Tab reaches in a dialog.
func stopsIn(dialog fyne.CanvasObject) int {
	n := 0
	for _, o := range test.LaidOutObjects(dialog) {
		if _, ok := o.(fyne.Focusable); ok {
			n++
		}
	}
	return n
}

func keyOf(f fyne.Focusable) string {
	if k, ok := f.(interface{ FocusKey() string }); ok {
		return k.FocusKey()
	}
	return ""
}

func TestWhoStaysWritesOnWhereTheyWere(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape} {
		w := newWindow(t)
		disk := w.filling()
		id := w.writeNote(w.who("Ana"), "begun and ended\n")
		disk.full = true
		w.editor.FocusHere()
		w.editor.SetCaret(len("begun "))
		w.win.Canvas().Focused().TypedRune('x')
		w.quit()
		w.quit() // the window manager asks again
		w.key(key)
		if w.win.Canvas().Overlays().Top() != nil {
			t.Fatalf("%s: it is asked twice", key)
		}
		if !w.editor.Focused() {
			t.Fatalf("%s: the focus is on %q", key, keyOf(w.win.Canvas().Focused()))
		}
		w.win.Canvas().Focused().TypedRune('y')
		disk.full = false
		w.pass(2 * time.Second)
		if got := w.stored(id); got != "begun xyand ended\n" {
			t.Errorf("%s: stored %q", key, got)
		}
	}
}

// destroying are the verbs of what cannot be taken back, or takes much with it.
var destroying = []string{
	"delete", "discard", "purge", "empty the", "erase", "remove", "forget", "merge", "overwrite", "replace all",
	"close without", "move to the trash", "leave without",
}

// TestEveryDangerIsAskedInOneWay reads the source: no dialog but NewDanger's does what destroys, what destroys stands in
// a file that asks, and each place that asks is walked by TestReturnNeverDestroys.
func TestEveryDangerIsAskedInOneWay(t *testing.T) {
	asked := map[string]bool{}
	eachSource(t, func(path string, file *ast.File) {
		asks, acts := false, false
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					switch nameOf(n.Fun) {
					case "widgets.NewDanger":
						asks = true
						asked[path+" "+f.Name.Name] = true
					case "widgets.NewDialog":
						checkConfirm(t, path, file, n)
					case "trash.PurgeAll", "s.abandon":
						acts = true
					}
				case *ast.CompositeLit:
					acts = acts || nameOf(n.Type) == "notes.Purge"
				}
				return true
			})
		}
		if acts && !asks {
			t.Errorf("%s destroys and never asks by widgets.NewDanger", path)
		}
	})
	for _, d := range dangers {
		if !asked[d.site] {
			t.Errorf("%s asks nothing any more", d.site)
		}
	}
	for site := range asked {
		if !slices.ContainsFunc(dangers, func(d danger) bool { return d.site == site }) {
			t.Errorf("%s is not among the dangers that TestReturnNeverDestroys walks", site)
		}
	}
}

// checkConfirm refuses a dialog whose primary button destroys. Where the button's text is no literal, no text of the file
// may be one that destroys but a menu's, and one that ends in … because it asks.
func checkConfirm(t *testing.T, path string, file *ast.File, dialog *ast.CallExpr) {
	t.Helper()
	if text, ok := saidBy(dialog.Args[2]); ok {
		if destroys(text) {
			t.Errorf("%s: a dialog's primary button says %q; ask by widgets.NewDanger", path, text)
		}
		return
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if el := n.Elts; nameOf(n.Type) == "widgets.MenuItem" || len(el) > 0 && isField(el[0], "Icon") {
				return false
			}
		case *ast.CallExpr:
			return nameOf(n.Fun) != "widgets.NewDanger"
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil && destroys(text) && !strings.HasSuffix(text, "…") {
				t.Errorf("%s: %q stands beside a dialog whose primary button is chosen elsewhere", path, text)
			}
		}
		return true
	})
}

// saidBy is the text of a call of voice.T.
func saidBy(e ast.Expr) (string, bool) {
	call, ok := e.(*ast.CallExpr)
	if !ok || nameOf(call.Fun) != "voice.T" {
		return "", false
	}
	lit, ok := call.Args[0].(*ast.BasicLit)
	if !ok {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

func isField(e ast.Expr, name string) bool {
	kv, ok := e.(*ast.KeyValueExpr)
	return ok && nameOf(kv.Key) == name
}

func destroys(text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(destroying, func(verb string) bool { return strings.HasPrefix(text, verb) })
}

// nameOf is a name as it stands in the source: "widgets.NewDialog", "s.abandon".
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return nameOf(e.X) + "." + e.Sel.Name
	}
	return ""
}

// eachSource parses every file of ui that is in the program.
func eachSource(t *testing.T, visit func(path string, file *ast.File)) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err == nil {
			files++
			visit(filepath.ToSlash(path), file)
		}
		return err
	})
	if err != nil || files < 50 {
		t.Fatalf("%d files read, %v", files, err)
	}
}

// typedToConfirm are the fields in which something is typed before it is lost, and how they come up.
var typedToConfirm = map[string]func(w *window){
	"erasing/name": func(w *window) {
		w.visit(room.Place{Screen: room.Erasing, Person: w.who("Ana").ID})
		w.tapKey("erasing.erase")
	},
	"goingaway/file": func(w *window) {
		w.visit(room.Place{Screen: room.GoingAway})
		w.tapKey("goingaway.delete")
	},
}

// TestWhatIsTypedToConfirmIsTypedAtOnce types what a dialog asks for without a click before it: a blank in it is no answer.
func TestWhatIsTypedToConfirmIsTypedAtOnce(t *testing.T) {
	for key, open := range typedToConfirm {
		t.Run(key, func(t *testing.T) {
			w := dangerWindow(t, danger{open: open})
			for _, r := range "Ana Ruiz" {
				w.win.Canvas().Focused().TypedRune(r)
			}
			if w.win.Canvas().Overlays().Top() == nil {
				t.Fatal("typing has closed the dialog")
			}
			if got := w.field(key).Text; got != "Ana Ruiz" {
				t.Errorf("what was typed is %q", got)
			}
		})
	}
}
