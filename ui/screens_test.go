package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/theirpage"
)

// constants are the screens that package room names.
func constants(t *testing.T) []room.Screen {
	t.Helper()
	files, err := filepath.Glob("room/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var found []room.Screen
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if of, ok := spec.Type.(*ast.Ident); !ok || of.Name != "Screen" {
				return true
			}
			for _, value := range spec.Values {
				id, err := strconv.Unquote(value.(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				found = append(found, room.Screen(id))
			}
			return true
		})
	}
	return found
}

func TestEveryScreenHasOneRow(t *testing.T) {
	named := constants(t)
	if len(named) < 15 {
		t.Fatalf("package room names %q alone", named)
	}
	rows := map[room.Screen]int{}
	for _, sc := range screens {
		rows[sc.id]++
		if !slices.Contains(named, sc.id) {
			t.Errorf("package room does not name %q", sc.id)
		}
	}
	for _, id := range named {
		if rows[id] != 1 {
			t.Errorf("%q has %d rows in the table of screens", id, rows[id])
		}
	}
}

func TestEveryRowOfTheScreensIsWhole(t *testing.T) {
	for _, sc := range screens {
		t.Run(string(sc.id), func(t *testing.T) {
			if sc.make == nil {
				t.Error("nothing makes its room")
			}
			if sc.tabOf != nil && sc.name == "" {
				t.Error("a tab without a name")
			}
			for _, w := range sc.ways {
				if w.id == "" || sc.title(w) == "" {
					t.Errorf("a way without an id or a name: %+v", w)
				}
				if w.menu == menuPerson && sc.tabOf == nil {
					t.Errorf("%s stands among the tabs of a person and leads to none", w.id)
				}
			}
		})
	}
	for _, kind := range []notes.PersonKind{notes.KindReport, notes.KindOther, notes.KindMe, "of another version"} {
		if len(tabsOf(kind)) == 0 {
			t.Errorf("no screen is about a person who is %s", kind)
		}
	}
}

// sampleWindow is a window on the sample team.
func sampleWindow(t *testing.T) *window {
	t.Helper()
	w := emptyWindow(t, t.TempDir())
	if err := w.Start("", true); err != nil {
		t.Fatal(err)
	}
	w.settle()
	return w
}

// report is the first report of the team.
func (w *window) report() notes.PersonID {
	w.t.Helper()
	for _, p := range w.People() {
		if p.Kind == notes.KindReport {
			return p.ID
		}
	}
	w.t.Fatal("the team has no report")
	return 0
}

// placesOf are places of a screen: of each person where it is of a person, and turned round where it can be.
func (w *window) placesOf(sc screen) []room.Place {
	w.t.Helper()
	places := []room.Place{{Screen: sc.id}}
	if slices.Contains([]room.Screen{room.Handover, room.TheirFile, room.Erasing}, sc.id) {
		places = []room.Place{{Screen: sc.id, Person: w.report()}}
	}
	if sc.id == room.TheirFile {
		places = append(places, room.Place{Screen: sc.id, Person: w.report(), Part: "held"}, room.Place{Screen: sc.id, Person: w.Me().ID})
	}
	if sc.tabOf != nil {
		places = nil
		for _, p := range w.People() {
			places = append(places, room.Place{Screen: sc.id, Person: p.ID})
		}
	}
	if sc.id == room.Meeting {
		held, err := w.journal.NotesOf(w.report(), 0)
		if err != nil || len(held) == 0 {
			w.t.Fatalf("%d notes, %v", len(held), err)
		}
		places = []room.Place{{Screen: sc.id, Person: w.report(), Note: held[0].ID}}
	}
	if p := (room.Place{Screen: sc.id, Person: w.report(), Part: theirpage.Turned}); sc.esc == escTheirs {
		places = append(places, p)
	}
	return places
}

// elsewhere is a place of another screen, from which one came.
func (w *window) elsewhere(sc screen) room.Place {
	if sc.id == room.Team {
		return room.Place{Screen: room.Today}
	}
	return room.Place{Screen: room.Team}
}

// eachPlace goes to every place of every screen of the sample team, each time from another screen.
func eachPlace(t *testing.T, check func(t *testing.T, w *window, sc screen, p room.Place)) {
	t.Helper()
	w := sampleWindow(t)
	for _, sc := range screens {
		t.Run(string(sc.id), func(t *testing.T) {
			w.t = t
			for _, p := range w.placesOf(sc) {
				w.guard = 0 // nobody looks on any more
				w.visit(w.elsewhere(sc))
				w.visit(p)
				check(t, w, sc, p)
			}
		})
	}
}

func TestEveryScreenIsShownAsItsRowSays(t *testing.T) {
	aloneUnderRace(t)
	eachPlace(t, func(t *testing.T, w *window, sc screen, p room.Place) {
		if w.Place() != p || w.frame.said != "" {
			t.Fatalf("on the way to %+v the window is at %+v and says %q", p, w.Place(), w.frame.said)
		}
		if len(w.frame.content.Objects) != 1 || w.frame.content.Objects[0] != w.room.Content() {
			t.Errorf("at %+v the room is not in view", p)
		}
		if err := w.room.Reload(); err != nil {
			t.Errorf("at %+v: %v", p, err)
		}
		if bare := sc.bare || sc.looksOn(p); w.frame.side.Visible() == bare || w.frame.top.Visible() == bare {
			t.Errorf("at %+v sidebar and top bar are shown: %v, %v", p, w.frame.side.Visible(), w.frame.top.Visible())
		}
		want := room.Place{Screen: room.Today}
		switch {
		case sc.looksOn(p):
			want = w.elsewhere(sc)
		case sc.kept:
			want = p
		}
		w.pass(placeAfter)
		if last, err := w.lastPlace(); last != want || err != nil {
			t.Errorf("after %+v a start would show %+v, %v", p, last, err)
		}
	})
}

func TestEscOnEveryScreenDoesWhatItsRowSays(t *testing.T) {
	aloneUnderRace(t)
	eachPlace(t, func(t *testing.T, w *window, sc screen, p room.Place) {
		w.offerUndo("Done", notes.Change{})
		w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		w.settle()
		back := w.elsewhere(sc)
		want, ok := map[esc]room.Place{
			escSaid: p, escBack: back, escTheirs: p, escOwn: {Screen: room.Settings, Part: settings.PartProtect},
			escNotes: {Screen: room.Notes, Person: p.Person, Note: p.Note, Part: note.Folded},
		}[sc.esc]
		if sc.esc == escTheirs && sc.looksOn(p) {
			want = back
		}
		if !ok || w.Place() != want {
			t.Errorf("from %+v it leads to %+v, want %+v", p, w.Place(), want)
		}
		if sc.esc == escSaid && w.undo != nil {
			t.Errorf("at %+v what is said stays", p)
		}
		w.forgetUndo()
	})
}

func TestEveryTabIsInTheTopBar(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	who := w.report()
	for _, sc := range tabsOf(notes.KindReport) {
		t.Run(sc.name, func(t *testing.T) {
			w.t = t
			for _, from := range tabsOf(notes.KindReport) {
				w.visit(room.Place{Screen: from.id, Person: who})
				w.tapKey("top.tab/" + sc.name)
				if want := (room.Place{Screen: sc.id, Person: who}); w.Place() != want {
					t.Errorf("from %s it leads to %+v", from.name, w.Place())
				}
			}
		})
	}
}

func TestEveryWayLeadsThere(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	for _, sc := range screens {
		for _, way := range sc.ways {
			t.Run(way.id, func(t *testing.T) {
				w.t = t
				from := room.Place{Screen: room.Prep, Person: w.report()}
				if sc.id == room.Prep {
					from.Screen = room.Notes
				}
				w.visit(from)
				want := sc.place(w.Shell, way)
				w.Run(way.id)
				w.settle()
				if w.Place() != want || want.Screen != sc.id {
					t.Errorf("the command leads to %+v, want %+v", w.Place(), want)
				}
				for _, k := range way.keys {
					w.visit(from)
					w.press(k.Modifier, k.KeyName)
					if w.Place() != want {
						t.Errorf("%s leads to %+v", keyName(k), w.Place())
					}
				}
				if way.side.icon != "" {
					w.visit(from)
					w.tapKey("side." + strings.TrimPrefix(way.id, "go."))
					if w.Place() != want {
						t.Errorf("the sidebar leads to %+v", w.Place())
					}
				}
			})
		}
	}
}

func TestAnUnknownScreenIsSaidAndTheWindowStays(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "begun\n")
	here, in := w.Place(), w.room
	w.visit(room.Place{Screen: "look ahead", Person: here.Person})
	if w.Place() != here || w.room != in {
		t.Errorf("the window is at %+v", w.Place())
	}
	if want := "This version of Handback doesn't have that screen, so nothing was opened."; w.frame.said != want {
		t.Errorf("it says %q", w.frame.said)
	}
	w.erase("begun\nand more")
	if got := w.stored(id); got != "begun\nand more" {
		t.Errorf("the note is let go of: stored %q", got)
	}
	if last, err := w.lastPlace(); last != here || err != nil {
		t.Errorf("kept is %+v, %v", last, err)
	}
}

func TestAStartWhereTheLastScreenIsUnknownBeginsAtToday(t *testing.T) {
	for name, c := range map[string]struct{ kept, says string }{
		"of another version": {
			`{"Screen":"look ahead","Person":2}`,
			"This version of Handback doesn't have the screen you last used, so it opened Today.",
		},
		"without a name":      {`{"Screen":""}`, "This version of Handback doesn't have the screen you last used, so it opened Today."},
		"that needs no start": {`{"Screen":"first run"}`, ""},
		"of a meeting":        {`{"Screen":"meeting","Person":2}`, ""},
		"turned round":        {`{"Screen":"their page","Person":2,"Part":"turned"}`, ""},
		"of somebody gone":    {`{"Screen":"growth","Person":99}`, ""},
		"that is no place":    {`look back`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "own.handback")
			w := emptyWindow(t, t.TempDir())
			if err := w.Start(path, false); err != nil {
				t.Fatal(err)
			}
			w.apply(notes.Change{Rows: []notes.Row{
				notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere},
				notes.PutSetting{Key: settingPlace, Value: c.kept},
			}})
			if id := w.who("Ana").ID; id != 2 {
				t.Fatalf("Ana is %d", id)
			}
			w.quit()

			again := emptyWindow(t, t.TempDir())
			if err := again.Start(path, false); err != nil {
				t.Fatal(err)
			}
			if again.Place() != (room.Place{Screen: room.Today}) || again.frame.said != c.says {
				t.Errorf("it starts at %+v and says %q", again.Place(), again.frame.said)
			}
		})
	}
}
