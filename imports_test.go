package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestImportsGoOneWay reads every Go file, whatever its build tags, so that a rule holds on every system.
func TestImportsGoOneWay(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || slices.Contains([]string{"testdata", "build", "docs"}, entry.Name())) {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		files++
		checkFile(t, filepath.ToSlash(name))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 2 {
		t.Fatalf("only %d files were read", files)
	}
}

func checkFile(t *testing.T, name string) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	test := strings.HasSuffix(name, "_test.go") || under(path.Dir(name), "ui/journey") // which drives the app from outside
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if why := forbiddenImport(path.Dir(name), imported, test); why != "" {
			t.Errorf("%s imports %s: %s", set.Position(spec.Pos()), imported, why)
		}
	}
	if test || path.Dir(name) == "." {
		return
	}
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if of, ok := call.X.(*ast.Ident); ok && of.Name == "time" && slices.Contains([]string{"Now", "Since", "Until"}, call.Sel.Name) {
			t.Errorf("%s: time.%s: time is an argument or an injected clock everywhere but in main", set.Position(call.Pos()), call.Sel.Name)
		}
		return true
	})
}

// forbiddenImport says why a file in dir must not import the package, or "" where it may. Tests of a room may use what
// stands around it, a real temporary journal for one, but no network either.
func forbiddenImport(dir, imported string, test bool) string {
	room, _, _ := strings.Cut(dir, "/")
	fyne := under(imported, "fyne.io")
	switch {
	case imported == "net" || under(imported, "net/http") || under(imported, "net/rpc"):
		return "Handback never opens a network connection"
	case under(imported, "fyne.io/fyne/v2/data/binding"):
		return "rooms reload, nothing is bound"
	case test || room == ".":
		return ""
	case room != "ui" && fyne:
		return "the only Fyne is ui's"
	case room != "storage" && (imported == "database/sql" || imported == "github.com/mattn/go-sqlite3"):
		return "the only SQL is storage's"
	case room == "notes" && !pure(imported):
		return "notes is pure: no files, no processes, no clock, no other room"
	case room == "storage" && under(imported, "handback") && !under(imported, "handback/notes") && !under(imported, "handback/storage"):
		return "storage knows notes and nothing else of ours"
	case room == "ui" && under(imported, "handback") && !under(imported, "handback/notes") && !under(imported, "handback/ui"):
		return "the screens know notes and nothing else of ours"
	case (under(dir, "ui/widgets") || under(dir, "ui/look")) && under(imported, "handback") && !under(imported, "handback/ui/look") && !under(imported, "handback/ui/widgets"):
		return "widgets know Fyne and nothing of notes"
	}
	return ""
}

// pure says whether notes may import the package: itself, the standard library less what reaches outside the process,
// and golang.org/x/text for Unicode.
func pure(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	if strings.Contains(first, ".") {
		return under(imported, "golang.org/x/text")
	}
	if under(imported, "handback") {
		return under(imported, "handback/notes")
	}
	for _, outside := range []string{"os", "io/ioutil", "net", "syscall", "plugin", "log", "database/sql", "unsafe"} {
		if under(imported, outside) {
			return false
		}
	}
	return true
}

// under says whether the package is folder or lies in it.
func under(imported, folder string) bool {
	return imported == folder || strings.HasPrefix(imported, folder+"/")
}

func TestForbiddenImports(t *testing.T) {
	for _, c := range []struct {
		dir, imported string
		test, allowed bool
	}{
		{".", "handback/ui", false, true},
		{".", "handback/storage", false, true},
		{".", "net", false, false},
		{"ui/today", "handback/notes", false, true},
		{"ui/today", "handback/storage", false, false},
		{"ui/today", "handback/storage", true, true},
		{"ui/today", "database/sql", false, false},
		{"ui/today", "fyne.io/fyne/v2", false, true},
		{"ui/today", "fyne.io/fyne/v2/data/binding", false, false},
		{"ui/widgets", "handback/notes", false, false},
		{"ui/widgets", "handback/ui/look", false, true},
		{"storage", "handback/notes/prompt", false, true},
		{"storage", "handback/ui", false, false},
		{"storage", "fyne.io/fyne/v2", false, false},
		{"storage", "github.com/mattn/go-sqlite3", false, true},
		{"notes", "strings", false, true},
		{"notes", "golang.org/x/text/unicode/norm", false, true},
		{"notes", "os", false, false},
		{"notes", "os/exec", false, false},
		{"notes", "database/sql", false, false},
		{"notes", "github.com/adrg/xdg", false, false},
		{"notes/prompt", "handback/notes", false, true},
		{"notes/prompt", "handback/storage", false, false},
		{"notes", "net/http", true, false},
	} {
		if why := forbiddenImport(c.dir, c.imported, c.test); (why == "") != c.allowed {
			t.Errorf("%s imports %s (test %v): %q", c.dir, c.imported, c.test, why)
		}
	}
}
