package storage

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// makesOfKind are what a test calls that is another one where it runs on protected journals.
var makesOfKind = []string{"madeOfKind", "optionsOf", "keyOfKind", "openAt", "protectedOnly", "childEnviron"}

// skipOfNoKind has the tests left out that come to none of these, when the tests are run on protected journals: they ran on plain ones
// already, and would do the same. It reads the sources.
func skipOfNoKind(m *testing.M) (code int, err error) {
	if *protectedFlag {
		same, err := testsOfNoKind(".")
		if err != nil {
			return 1, err
		}
		if err := flag.Set("test.skip", "^("+strings.Join(same, "|")+")$"); err != nil {
			return 1, err
		}
	}
	return m.Run(), nil
}

// testsOfNoKind are the tests in a folder that come to none of makesOfKind, by the names that their sources call or pass on.
func testsOfNoKind(folder string) (same []string, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
	if err != nil {
		return nil, err
	}
	says := mentions{}
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			says.read(d)
		}
	}
	reaches := map[string]bool{}
	for _, name := range makesOfKind {
		reaches[name] = true
	}
	for more := true; more; {
		more = false
		for name, said := range says {
			for other := range said {
				if reaches[other] && !reaches[name] {
					reaches[name], more = true, true
				}
			}
		}
	}
	for name := range says {
		if strings.HasPrefix(name, "Test") && name != "TestMain" && !reaches[name] {
			same = append(same, name)
		}
	}
	slices.Sort(same)
	return same, nil
}

// mentions are, by the name of a function, a type or a variable, the names that it calls, passes on or makes.
type mentions map[string]map[string]bool

func (m mentions) read(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil { // who makes one of a type may call each of its methods
			of := d.Recv.List[0].Type
			if star, ok := of.(*ast.StarExpr); ok {
				of = star.X
			}
			if id, ok := of.(*ast.Ident); ok {
				name = id.Name
			}
		}
		m.add(name, d.Body, false)
	case *ast.GenDecl:
		for _, s := range d.Specs {
			v, ok := s.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for _, n := range v.Names {
				m.add(n.Name, v, true)
			}
		}
	}
}

// add adds the names that are called, passed on or made in n, or all that are in it.
func (m mentions) add(name string, n ast.Node, all bool) {
	if m[name] == nil {
		m[name] = map[string]bool{}
	}
	said := func(e ast.Node) {
		if id, ok := e.(*ast.Ident); ok && id.Name != name {
			m[name][id.Name] = true
		}
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			said(n.Fun)
			for _, a := range n.Args {
				said(a)
			}
		case *ast.CompositeLit:
			said(n.Type)
		case *ast.KeyValueExpr:
			said(n.Value)
		case *ast.Ident:
			if all {
				said(n)
			}
		}
		return true
	})
}

func TestOnlyTestsThatMakeAJournalRunOnBothKinds(t *testing.T) {
	same, err := testsOfNoKind(".")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"TestAPowerCutLosesNothing": false, "TestTheClockMayBeWrong": false, "TestAJournalIsForTheUserAlone": false,
		"TestAKillLeavesTheOldFormOrTheNew": true, "TestASecondWindowFindsAProtectedJournalInUse": true,
	} {
		if slices.Contains(same, name) != want {
			t.Errorf("%s: the same on both kinds: %v", name, !want)
		}
	}
	if len(same) < 20 {
		t.Errorf("only %d tests are the same on both kinds: %v", len(same), same)
	}
}
