package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// keepsTimes are the functions that keep a time as a journal keeps it, "09:00", and show it to nobody.
var keepsTimes = map[string]bool{
	"notes/brief/planning.go": true, // a note's At
	"notes/calendar/plan.go":  true, // a Time
	"storage/edits.go":        true, // a note's At
	"notes/wallclock.go":      true,
}

// TestTimesAreSaidInOneWay walks all code: a time of day that somebody reads goes through Locale.SayTime, so that it is "8:25" or
// "8:25 AM" everywhere, as their country says it.
func TestTimesAreSaidInOneWay(t *testing.T) {
	said := 0
	for _, folder := range []string{"notes", "storage", "ui"} {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			inside := map[ast.Node]bool{} // what is below a SayTime
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if calls(call) == "SayTime" {
					said++
					ast.Inspect(call, func(n ast.Node) bool {
						inside[n] = true
						return true
					})
				}
				if makesATime(call) && !inside[call] && !keepsTimes[filepath.ToSlash(path)] && !inLocale(path) {
					t.Errorf("%s: a time is said without Locale.SayTime", files.Position(call.Pos()))
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if said < 12 {
		t.Errorf("only %d times are said", said)
	}
}

func inLocale(path string) bool { return filepath.ToSlash(path) == "notes/locale.go" }

func calls(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// makesATime reports whether a call makes a text of hours and minutes for somebody: TimeOf, and Format without seconds and without
// the day, which files have in their names.
func makesATime(call *ast.CallExpr) bool {
	switch calls(call) {
	case "TimeOf":
		return true
	case "Format":
		if len(call.Args) != 1 {
			return false
		}
		lit, ok := call.Args[0].(*ast.BasicLit)
		if !ok {
			return false
		}
		layout, err := strconv.Unquote(lit.Value)
		return err == nil && !strings.Contains(layout, "2006") && (strings.Contains(layout, "15") || strings.Contains(layout, "3:04"))
	}
	return false
}
