package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// eachCall gives every call of a method or of a package's function in the code that ships, by its name and the file it is in.
func eachCall(t *testing.T, do func(file, name string, call *ast.CallExpr, set *token.FileSet)) {
	t.Helper()
	eachNode(t, func(file string, n ast.Node, set *token.FileSet) {
		if call, ok := n.(*ast.CallExpr); ok {
			if f, ok := call.Fun.(*ast.SelectorExpr); ok {
				do(file, f.Sel.Name, call, set)
			}
		}
	})
}

// eachNode gives every piece of the code that ships, by the file it is in.
func eachNode(t *testing.T, do func(file string, n ast.Node, set *token.FileSet)) {
	t.Helper()
	readsTheSource(t)
	set := token.NewFileSet()
	err := filepath.WalkDir(".", func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && file != "." && (strings.HasPrefix(e.Name(), ".") || slices.Contains(noCode, e.Name())) {
			return filepath.SkipDir
		}
		slashed := filepath.ToSlash(file)
		if e.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") ||
			ofTests(path.Dir(slashed)) || under(path.Dir(slashed), "storage/storagetest") || under(path.Dir(slashed), "third_party") {
			return nil
		}
		parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			do(slashed, n, set)
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// onlyIn are calls that reach outside the window, and the files that may make them. A new one is a reason to read
// docs/SECURITY.md, and to say there what is written where.
var onlyIn = map[string][]string{
	"OpenURL":                 {"ui/paper/paper.go"}, // a page to be printed; links of notes by link.go, which lets few through
	"NewHyperlink":            {},                    // Fyne's opens whatever it is given
	"NewHyperlinkWithStyle":   {},
	"NewRichTextFromMarkdown": {}, // has hyperlinks in it
	"ParseMarkdown":           {},
	"Preferences":             {"ui/forgetful.go"},    // plain JSON in the settings folder, but for this
	"Storage":                 {},                     // files in the settings folder
	"SendNotification":        {"ui/notify_other.go"}, // the system keeps them: they name nobody
	"NewClipboard":            {},
	"MkdirTemp":               {"storage/aside.go", "ui/paper/paper.go"},
	"CreateTemp":              {"storage/outbox.go", "storage/lock_windows.go"}, // beside the file's place
	"TempDir":                 {"storage/aside.go", "ui/paper/paper.go", "ui/look/beyond.go"},
	"UserCacheDir":            {"ui/look/beyond.go"},
	"UserConfigDir":           {},
	"CommandContext":          {"ui/lessmotion.go"}, // asks the desktop whether things may move
	"Command": {
		"ui/paper/open_linux.go", // xdg-open, which Fyne starts too, but doesn't hear
		"ui/notify_windows.go",   // PowerShell, which shows notifications, as Fyne starts it too
	},
	"StartProcess": {},
	"Dial":         {},
	"Listen":       {},
}

func TestWhatReachesOutsideIsInFewPlaces(t *testing.T) {
	seen := 0
	eachCall(t, func(file, name string, call *ast.CallExpr, set *token.FileSet) {
		may, watched := onlyIn[name]
		if !watched {
			return
		}
		seen++
		if !slices.Contains(may, file) {
			t.Errorf("%s: %s is called here", set.Position(call.Pos()), name)
		}
	})
	if seen < 5 {
		t.Errorf("only %d calls were looked at", seen)
	}
}

// TestWhatHappensAtOnceIsInFewPlaces holds that goroutines are started in few files: `make race` looks at the packages of these, and
// at the root, alone.
func TestWhatHappensAtOnceIsInFewPlaces(t *testing.T) {
	seen := 0
	eachNode(t, func(file string, n ast.Node, set *token.FileSet) {
		if g, ok := n.(*ast.GoStmt); ok {
			seen++
			if !slices.Contains([]string{
				"ui/background.go", "storage/archive_ahead.go", "storage/first.go", "notes/taking/asking.go", "secret.go",
			}, file) {
				t.Errorf("%s: a goroutine is started here", set.Position(g.Pos()))
			}
		}
	})
	if seen == 0 {
		t.Error("none is found")
	}
}

// TestWhatIsMadeIsForTheUserAlone reads with which permissions files and folders are made: the user's umask may take away from
// them, and adds nothing.
func TestWhatIsMadeIsForTheUserAlone(t *testing.T) {
	mode := map[string]string{"WriteFile": "0o600", "OpenFile": "0o600", "Mkdir": "0o700", "MkdirAll": "0o700"}
	seen := 0
	eachCall(t, func(file, name string, call *ast.CallExpr, set *token.FileSet) {
		if name == "Create" && isOf(call, "os") {
			t.Errorf("%s: os.Create makes a file that others may read", set.Position(call.Pos()))
		}
		want, watched := mode[name]
		if !watched || !isOf(call, "os") {
			return
		}
		seen++
		last, ok := call.Args[len(call.Args)-1].(*ast.BasicLit)
		if !ok || last.Value != want && last.Value != "0" {
			t.Errorf("%s: %s with another mode than %s", set.Position(call.Pos()), name, want)
		}
	})
	if seen < 10 {
		t.Errorf("only %d calls were looked at", seen)
	}
}

// readsTheSource skips a test with -short, as `make race` runs: nothing of the program runs in it.
func readsTheSource(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("it reads the source")
	}
}

func isOf(call *ast.CallExpr, pkg string) bool {
	f, _ := call.Fun.(*ast.SelectorExpr)
	of, ok := f.X.(*ast.Ident)
	return ok && of.Name == pkg
}

// bringsNetwork are the modules among those that we import whose packages bring Go's network packages into the program. None of
// ours asks them to open a connection; docs/SECURITY.md says what each has them for.
var bringsNetwork = map[string]string{
	"fyne.io/fyne/v2":               "reads pictures by their address, which it is never given; the desktop's settings come over D-Bus",
	"fyne.io/systray":               "D-Bus's local socket: the icon in the tray, which Fyne puts there by it, gets its name",
	"github.com/godbus/dbus/v5":     "D-Bus's local socket: the desktop tells that the screen is locked or the computer goes to sleep",
	"github.com/zalando/go-keyring": "D-Bus's local socket: the desktop keeps a password where one asks for that",
}

// TestWhoBringsTheNetwork asks the compiler which packages that we import bring "net" along, themselves or through others.
func TestWhoBringsTheNetwork(t *testing.T) {
	readsTheSource(t)
	out, err := exec.Command("go", "list", "-tags", "sqlite_fts5,no_animations,migrated_fynedo", "-deps",
		"-f", `{{.ImportPath}} {{if .Module}}{{.Module.Path}}{{else}}-{{end}}{{range .Imports}} {{.}}{{end}}`, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	imports, module := map[string][]string{}, map[string]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		module[fields[0]], imports[fields[0]] = fields[1], fields[2:]
	}
	if len(imports["net"]) == 0 || len(imports) < 200 {
		t.Fatalf("only %d packages were listed", len(imports))
	}
	reaches := map[string]bool{"net": true}
	var brings func(pkg string) bool
	brings = func(pkg string) bool {
		if is, known := reaches[pkg]; known {
			return is
		}
		reaches[pkg] = false
		for _, of := range imports[pkg] {
			if brings(of) {
				reaches[pkg] = true
			}
		}
		return reaches[pkg]
	}
	used := map[string]bool{}
	for pkg, of := range imports {
		if module[pkg] != "handback" {
			continue
		}
		for _, direct := range of {
			if m := module[direct]; m != "handback" && brings(direct) {
				used[m] = true
				if bringsNetwork[m] == "" {
					t.Errorf("%s imports %s, which brings the network along", strconv.Quote(pkg), direct)
				}
			}
		}
	}
	if !used["fyne.io/fyne/v2"] {
		t.Error("Fyne brings no network any more: nothing was asked")
	}
}
