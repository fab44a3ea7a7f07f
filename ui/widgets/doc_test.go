package widgets

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// reasonsHead is the heading under which the package's comment says of each part why it is not Fyne's.
const reasonsHead = "Why not Fyne's own"

// TestEveryWidgetSaysWhyItIsNotFynes holds the list in the package's comment against what the package shows.
func TestEveryWidgetSaysWhyItIsNotFynes(t *testing.T) {
	comment, files := ownSource(t)
	_, reasons, found := strings.Cut(comment, "# "+reasonsHead)
	if !found {
		t.Fatalf("doc.go has no heading %q", reasonsHead)
	}
	named := map[string]int{}
	item := regexp.MustCompile(`(?m)^  - ([^:]+):`)
	for _, head := range item.FindAllStringSubmatch(reasons, -1) {
		for _, name := range regexp.MustCompile(`\b[A-Z]\w+`).FindAllString(head[1], -1) {
			named[name]++
		}
	}
	shown := shownNames(files)
	for _, name := range slices.Sorted(maps.Keys(shown)) {
		if named[name] != 1 {
			t.Errorf("doc.go names %s %d times under %q, not once", name, named[name], reasonsHead)
		}
	}
	for name := range named {
		t.Run(name, func(t *testing.T) {
			if !shown[name] {
				t.Errorf("doc.go names %s, which the package does not show", name)
			}
		})
	}
}

func TestShownNamesAreWidgetsAndWhatMakesThem(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "x.go", `package widgets
type A struct { control; n int }
type B struct { widget.BaseWidget }
type C struct { n int }
type D struct { n int }
type e struct { control }
func NewA() *A { return nil }
func NewE() *e { return nil }
func NewD() *D { return nil }
func Plain() Run { return Run{} }
func Thing() fyne.CanvasObject { return nil }
func Box() *fyne.Container { return nil }
func Line() *canvas.Text { return nil }
func ShowIt(items ...C) {}
func Length() float32 { return 0 }
func (*A) More() *A { return nil }
func lower() fyne.CanvasObject { return nil }
`, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	got := slices.Sorted(maps.Keys(shownNames([]*ast.File{file})))
	if want := strings.Fields("A B Box D Line NewA NewD ShowIt Thing"); !slices.Equal(got, want) {
		t.Errorf("shown: %v\nwant   %v", got, want)
	}
}

// TestTheReasonsAreOfTheFyneInUse fails when the version is raised: then the reasons are to be checked again.
func TestTheReasonsAreOfTheFyneInUse(t *testing.T) {
	comment, _ := ownSource(t)
	said := regexp.MustCompile(`Checked with Fyne (v\S+)`).FindStringSubmatch(comment)
	module, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	used := regexp.MustCompile(`(?m)^\s*(?:require )?fyne\.io/fyne/v2 (\S+)`).FindStringSubmatch(string(module))
	if said == nil || used == nil || said[1] != used[1] {
		t.Errorf("doc.go says %q and go.mod %q: check the reasons with the version in use", said, used)
	}
}

// ownSource reads this package: its comment, and its files but the tests.
func ownSource(t *testing.T) (comment string, files []*ast.File) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if name == "doc.go" {
			comment = file.Doc.Text()
		}
		files = append(files, file)
	}
	return comment, files
}

// shownNames are the exported widgets and what makes them: types that hold a base of widgets, functions that give
// something to draw or a type of the package by pointer, that type, and functions that show something.
func shownNames(files []*ast.File) map[string]bool {
	shown, types := map[string]bool{}, map[string]bool{}
	eachDecl(files, func(d ast.Decl) {
		for _, s := range specsOf(d) {
			if of, ok := s.(*ast.TypeSpec); ok && of.Name.IsExported() {
				types[of.Name.Name] = true
				if isWidget(of.Type) {
					shown[of.Name.Name] = true
				}
			}
		}
	})
	eachDecl(files, func(d ast.Decl) {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Recv != nil || !f.Name.IsExported() {
			return
		}
		gives := ""
		if f.Type.Results != nil {
			gives = written(f.Type.Results.List[0].Type)
		}
		own := strings.TrimPrefix(gives, "*")
		switch {
		case strings.HasPrefix(gives, "*") && types[own]:
			shown[own], shown[f.Name.Name] = true, true
		case gives == "fyne.CanvasObject",
			gives == "*fyne.Container",
			strings.HasPrefix(gives, "*canvas."),
			strings.HasPrefix(f.Name.Name, "Show"):
			shown[f.Name.Name] = true
		}
	})
	return shown
}

func eachDecl(files []*ast.File, visit func(ast.Decl)) {
	for _, f := range files {
		for _, d := range f.Decls {
			visit(d)
		}
	}
}

func specsOf(d ast.Decl) []ast.Spec {
	if g, ok := d.(*ast.GenDecl); ok {
		return g.Specs
	}
	return nil
}

// isWidget tells whether a struct holds a base of widgets, Fyne's or ours.
func isWidget(e ast.Expr) bool {
	s, ok := e.(*ast.StructType)
	return ok && slices.ContainsFunc(s.Fields.List, func(f *ast.Field) bool {
		return len(f.Names) == 0 && slices.Contains([]string{"control", "widget.BaseWidget", "widget.Entry", "Entry"}, written(f.Type))
	})
}

// written is a type as it stands in the source, "" where it is more than a name.
func written(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return "*" + written(e.X)
	case *ast.SelectorExpr:
		return written(e.X) + "." + e.Sel.Name
	}
	return ""
}
