package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"handback/ui/room"
	"handback/ui/widgets"
)

func TestEveryCommandHasAnIDOfItsOwnAndEveryWayIsOne(t *testing.T) {
	w := sampleWindow(t)
	seen := map[string]int{}
	for _, c := range w.commands {
		seen[c.id]++
		if c.id == "" || c.run == nil || seen[c.id] > 1 {
			t.Errorf("%q is %d commands, or does nothing", c.id, seen[c.id])
		}
	}
	for _, sc := range screens {
		for _, way := range sc.ways {
			if seen[way.id] != 1 {
				t.Errorf("%s is in the table of commands %d times", way.id, seen[way.id])
			}
		}
	}
}

// A shortcut may belong to two commands, as that which starts and closes a one-on-one does, but not at the same place.
func TestNoShortcutMeansTwoThings(t *testing.T) {
	aloneUnderRace(t)
	eachPlace(t, func(t *testing.T, w *window, _ screen, p room.Place) {
		taken := map[desktop.CustomShortcut]string{}
		for _, c := range w.commands {
			for _, k := range c.keys {
				if !c.can() {
					continue
				}
				if other, is := taken[k]; is {
					t.Errorf("at %+v %s is both %s and %s", p, keyName(k), other, c.id)
				}
				taken[k] = c.id
			}
		}
	})
}

func TestEveryCommandIsInTheMenuTheSwitcherAndTheShortcuts(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	w.visit(room.Place{Screen: room.Prep, Person: w.report()})
	w.Run("shortcuts")
	listed := shown(w.win.Canvas().Overlays().Top())
	w.tapOverlay("dialog/cancel")
	for _, c := range w.commands {
		t.Run(c.id, func(t *testing.T) {
			w.t = t
			if c.name == "" {
				if len(c.keys) > 0 {
					t.Error("a command with a shortcut has no name")
				}
				return
			}
			if len(c.keys) > 0 && (!strings.Contains(listed, c.name) || !strings.Contains(listed, w.keysOf(c.id))) {
				t.Errorf("%q is not among the shortcuts", c.name)
			}
			inMenu := false
			for _, item := range w.allOfMenu() {
				inMenu = inMenu || item.Text == c.name && item.Shortcut == w.keysOf(c.id)
			}
			if inMenu != c.can() {
				t.Errorf("%q is in the menu: %v, can be done: %v", c.name, inMenu, c.can())
			}
			if c.id == "switcher" || !c.can() {
				return
			}
			w.Run("switcher")
			test.Type(w.win.Canvas().Focused(), c.name)
			if text := shown(w.win.Canvas().Overlays().Top()); !strings.Contains(text, c.name) {
				t.Errorf("%q is not in the switcher: %s", c.name, text)
			}
			w.key(fyne.KeyEscape)
		})
	}
}

// allOfMenu are the lines of the menu, and of those that open from it.
func (w *window) allOfMenu() (all []widgets.MenuItem) {
	for _, item := range w.menu() {
		if len(item.Sub) == 0 {
			all = append(all, item)
		}
		all = append(all, item.Sub...)
	}
	return all
}

// TestTheMenuIsReadAtAGlance: whoever is in a hurry finds a thing, wherever they are, and without scrolling in a small window.
func TestTheMenuIsReadAtAGlance(t *testing.T) {
	aloneUnderRace(t)
	eachPlace(t, func(t *testing.T, w *window, _ screen, p room.Place) {
		const glance, fits = 18, 24 // lines of 28 in 640
		if n := len(w.menu()); n > glance {
			t.Errorf("at %+v the menu has %d lines", p, n)
		}
		for _, item := range w.menu() {
			if len(item.Sub) == 1 || len(item.Sub) > fits {
				t.Errorf("at %+v %q opens %d lines", p, item.Text, len(item.Sub))
			}
		}
	})
}

// TestNothingStandsTwiceInTheSwitcher: two lines that say the same can't be told apart.
func TestNothingStandsTwiceInTheSwitcher(t *testing.T) {
	aloneUnderRace(t)
	eachPlace(t, func(t *testing.T, w *window, _ screen, p room.Place) {
		seen := map[string]bool{}
		for _, c := range w.allOfSwitcher() {
			if seen[c.Name] {
				t.Errorf("at %+v %q stands there twice", p, c.Name)
			}
			seen[c.Name] = true
		}
	})
}

// TestTheMenuBarHasEveryCommand, on macOS: once each, and the one that quits in the first menu.
func TestTheMenuBarHasEveryCommand(t *testing.T) {
	w := sampleWindow(t)
	seen := map[string]int{}
	for i, menu := range w.menuBar().Items {
		for _, item := range menu.Items {
			seen[item.Label]++
			if item.IsQuit != (i == 0 && item.Label == "Quit") {
				t.Errorf("%q of %q quits: %v", item.Label, menu.Label, item.IsQuit)
			}
		}
	}
	for _, c := range w.commands {
		if c.name != "" && seen[c.name] != 1 {
			t.Errorf("%q is in the menu bar %d times", c.name, seen[c.name])
		}
	}
}

// TestEveryCommandThatARoomRunsIsInTheTable reads what is run by its id, in all rooms.
func TestEveryCommandThatARoomRunsIsInTheTable(t *testing.T) {
	var ids []string
	for _, c := range sampleWindow(t).commands {
		ids = append(ids, c.id)
	}
	ran := 0
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			do, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || do.Sel.Name != "Run" {
				return true
			}
			if id, ok := call.Args[0].(*ast.BasicLit); ok {
				ran++
				if said, err := strconv.Unquote(id.Value); err != nil || !slices.Contains(ids, said) {
					t.Errorf("%s: there is no command %s", set.Position(call.Pos()), id.Value)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || ran < 10 {
		t.Errorf("%d commands are run by rooms, %v", ran, err)
	}
}
