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

// noCode are folders that hold no code of ours.
var noCode = []string{"testdata", "build", "docs"}

// TestImportsGoOneWay reads every Go file, whatever its build tags, so that a rule holds on every system.
func TestImportsGoOneWay(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || slices.Contains(noCode, entry.Name())) {
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
	test := strings.HasSuffix(name, "_test.go") || ofTests(path.Dir(name))
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
			t.Errorf(
				"%s: time.%s: time is an argument or an injected clock everywhere but in main",
				set.Position(call.Pos()),
				call.Sel.Name,
			)
		}
		return true
	})
}

// features are what each folder of notes may import of the others. The root imports none of them, so that who reads it
// needs to know no feature; a new folder begins with an empty list.
var features = map[string][]string{
	"archive":   nil,
	"backups":   nil,
	"brief":     {"decisions", "document", "stepin"},
	"calendar":  nil,
	"decisions": {"growth"},
	"document":  nil, // what a feature makes to leave the journal
	"erasing":   nil,
	"goingaway": nil,
	"growth":    nil,
	"health":    nil,
	"incoming":  nil,
	"handover":  {"brief", "document"},
	"lookback":  {"note"},
	"note":      nil,
	"notestest": nil,
	"people":    nil,
	"praise":    nil,
	"prompt":    {"decisions", "stepin", "whosecall"},
	"reminders": nil,
	"rereading": nil,
	"review":    {"document"},
	"sample":    nil,
	"search":    nil,
	"stepin":    nil,
	"taking":    {"incoming"},
	"team":      nil,
	"text":      nil, // below the root: everything may use it
	"theirfile": {"calendar", "document"},
	"trash":     nil,
	"voice":     nil, // below the root: everything may use it
	"whosecall": nil,

	"passphrase": nil,
}

// importRule forbids the files of some folders to import some packages.
type importRule struct {
	tests   bool // it holds for tests too: those of a room may use what stands around it, but no network either
	files   func(dir string) bool
	imports func(imported, dir string) bool
	why     string
}

var importRules = []importRule{
	{true, anywhere, oneOf("net", "net/http", "net/rpc"), "Handback never opens a network connection"},
	{true, anywhere, oneOf("fyne.io/fyne/v2/data/binding"), "rooms reload, nothing is bound"},
	{false, outside("ui"), oneOf("fyne.io"), "the only Fyne is ui's"},
	{false, outside("storage"), oneOf("database/sql", "github.com/mattn/go-sqlite3"), "the only SQL is storage's"},
	{false, inside("notes"), impure, "notes is pure: no files, no processes, no clock, no other room"},
	{false, inside("notes"), otherFeature, "a feature imports only those that features lists for it, and the root none"},
	{false, inside("notes/text"), ours("handback/notes/text"), "text is what everything else may use"},
	{false, inside("notes/voice"), ours("handback/notes/voice"), "voice is what everything else may use"},
	{false, inside("storage"), ours("handback/notes", "handback/storage"), "storage knows notes and nothing else of ours"},
	{false, inside("ui"), ours("handback/notes", "handback/ui"), "the screens know notes and nothing else of ours"},
	{
		false, inside("ui/widgets"), ours("handback/ui/look", "handback/ui/widgets", "handback/notes/text", "handback/notes/voice"),
		"widgets know Fyne, plain text, and nothing of notes",
	},
	{false, inside("ui/look"), ours("handback/ui/look"), "the look knows Fyne and nothing of notes"},
	{false, anywhere, oneOf("handback/ui/roomtest"), "only tests use it"},
}

// ofTests reports whether a folder is there for tests alone: ui/journey drives the app from outside, ui/roomtest is the shell around
// a room, on a real journal, and incomingtest keeps what a reader made of the files of testdata.
func ofTests(dir string) bool {
	return under(dir, "ui/journey") || under(dir, "ui/roomtest") || under(dir, "notes/incoming/incomingtest")
}

// forbiddenImport says why a file in dir must not import the package, or "" where it may. The root, main, may import all
// but what nothing may.
func forbiddenImport(dir, imported string, test bool) string {
	for _, r := range importRules {
		if r.tests || !test && dir != "." {
			if r.files(dir) && r.imports(imported, dir) {
				return r.why
			}
		}
	}
	return ""
}

func anywhere(string) bool { return true }

func inside(folder string) func(dir string) bool {
	return func(dir string) bool { return under(dir, folder) }
}

func outside(folder string) func(dir string) bool {
	return func(dir string) bool { return !under(dir, folder) }
}

func oneOf(folders ...string) func(imported, dir string) bool {
	return func(imported, _ string) bool {
		return slices.ContainsFunc(folders, func(f string) bool { return imported == f || f != "net" && under(imported, f) })
	}
}

// ours are the packages of Handback but those in the folders.
func ours(folders ...string) func(imported, dir string) bool {
	return func(imported, dir string) bool {
		return under(imported, "handback") && !oneOf(folders...)(imported, dir)
	}
}

// otherFeature reports whether a folder of notes imports a feature that is not listed for it.
func otherFeature(imported, dir string) bool {
	feature, ok := strings.CutPrefix(imported, "handback/notes/")
	if !ok || feature == "text" || feature == "voice" {
		return false
	}
	feature, _, _ = strings.Cut(feature, "/") // a folder below a feature is of it
	own, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(dir, "notes"), "/"), "/")
	return feature != own && !slices.Contains(features[own], feature)
}

// pureLibraries are what notes may import besides itself and the standard library: they turn bytes into values.
var pureLibraries = []string{
	"golang.org/x/text",              // Unicode and encodings
	"golang.org/x/net/html",          // pages of the web, as Google Docs exports them
	"go.yaml.in/yaml/v3",             // front matter
	"github.com/teambition/rrule-go", // recurrences
}

// impure reports whether notes may not import the package: it may import itself, pureLibraries, and the standard library less
// what reaches outside the process.
func impure(imported, dir string) bool {
	first, _, _ := strings.Cut(imported, "/")
	switch {
	case strings.Contains(first, "."):
		return !oneOf(pureLibraries...)(imported, "")
	case under(imported, "handback"):
		return !under(imported, "handback/notes")
	}
	return oneOf("os", "io/ioutil", "syscall", "plugin", "log", "database/sql", "unsafe")(imported, dir) || under(imported, "net")
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
		{"ui/today", "handback/ui/roomtest", false, false},
		{"ui/today", "handback/ui/roomtest", true, true},
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
		{"notes/prompt", "handback/notes/decisions", false, true},
		{"notes/decisions", "handback/notes/prompt", false, false},
		{"notes/decisions", "handback/notes/prompt", true, true},
		{"notes", "handback/notes/growth", false, false},
		{"notes/new", "handback/notes/growth", false, false},
		{"notes/incoming/formats", "handback/notes/incoming/logseq", false, true},
		{"notes/incoming/logseq", "handback/notes/growth", false, false},
		{"ui/look", "handback/ui/widgets", false, false},
		{"notes", "net/http", true, false},
	} {
		t.Run(c.dir+" imports "+c.imported, func(t *testing.T) {
			if why := forbiddenImport(c.dir, c.imported, c.test); (why == "") != c.allowed {
				t.Errorf("test %v: %q", c.test, why)
			}
		})
	}
}

// TestEveryFeatureIsListed keeps features true of the folders there are, and free of circles.
func TestEveryFeatureIsListed(t *testing.T) {
	folders, err := filepath.Glob("notes/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, f := range folders {
		there[path.Base(path.Dir(filepath.ToSlash(f)))] = true
	}
	for name := range there {
		t.Run(name, func(t *testing.T) {
			if _, ok := features[name]; !ok {
				t.Errorf("notes/%s is not among features", name)
			}
		})
	}
	for name, of := range features {
		t.Run(name, func(t *testing.T) {
			if !there[name] {
				t.Errorf("there is no folder notes/%s", name)
			}
			for _, other := range of {
				if _, ok := features[other]; !ok || reaches(other, name) {
					t.Errorf("notes/%s and notes/%s import each other, or there is none such", name, other)
				}
			}
		})
	}
}

// reaches reports whether a feature imports another, through others or not.
func reaches(from, to string) bool {
	return from == to || slices.ContainsFunc(features[from], func(f string) bool { return reaches(f, to) })
}
