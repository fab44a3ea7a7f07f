package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// plainFirstNames are the files that may ask for a first name which two people may share: where lines and names are
// compared, and what the person themselves reads. Whatever else shows somebody asks Person.First.
var plainFirstNames = map[string]bool{
	"notes/called.go": true, "notes/names.go": true, "notes/firstnames.go": true, "notes/people/renaming.go": true,
	"notes/people/sharing.go":  true,
	"notes/people/merging.go":  true,
	"notes/brief/theirpage.go": true, "storage/prompt_facts.go": true, "storage/savedsearches.go": true, "notes/prompt/quietly.go": true,
	"notes/review/forthem.go": true, "notes/review/words_toyou.go": true, "notes/review/words_judging.go": true, "ui/review/held.go": true,
}

func TestFirstNamesStandAloneOnlyWhereTheyAreClear(t *testing.T) {
	readsTheSource(t)
	seen := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is {
				return true
			}
			of, is := call.Fun.(*ast.SelectorExpr)
			if !is {
				return true
			}
			if of.Sel.Name == "FirstName" {
				seen++
				if !plainFirstNames[filepath.ToSlash(path)] {
					t.Errorf("%s: FirstName may mean two people; First tells them apart", files.Position(call.Pos()))
				}
			}
			if cutsName(of, call) {
				t.Errorf("%s: a first name is taken out of a name by hand; First tells two of them apart", files.Position(call.Pos()))
			}
			return true
		})
		return nil
	})
	if err != nil || seen == 0 {
		t.Errorf("%d first names were looked at, %v", seen, err)
	}
}

// cutsName reports whether a call cuts the display name of somebody into words.
func cutsName(of *ast.SelectorExpr, call *ast.CallExpr) bool {
	pkg, is := of.X.(*ast.Ident)
	if !is || pkg.Name != "strings" || len(call.Args) == 0 {
		return false
	}
	name, is := call.Args[0].(*ast.SelectorExpr)
	if !is || name.Sel.Name != "Name" {
		return false
	}
	return of.Sel.Name == "Cut" || of.Sel.Name == "Split" || of.Sel.Name == "SplitN"
}
