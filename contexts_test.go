package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestEveryReadingOfLinesKnowsTheManagersWords holds that whatever reads or writes a line is told the words for labels: a
// notes.Context that is made without them reads a note otherwise than it was filed, and writes words that are switched off.
func TestEveryReadingOfLinesKnowsTheManagersWords(t *testing.T) {
	made := 0
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || slices.Contains(noCode, entry.Name())) {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		made += contextsIn(t, filepath.ToSlash(name))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if made < 4 {
		t.Errorf("only %d places were found that make a notes.Context", made)
	}
}

// contextsIn looks at each notes.Context that a file makes with somebody in it, and counts them.
func contextsIn(t *testing.T, name string) (made int) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || !isContext(lit.Type, path.Dir(name)) {
			return true
		}
		var given []string
		for _, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				if key, ok := kv.Key.(*ast.Ident); ok {
					given = append(given, key.Name)
				}
			}
		}
		if !slices.Contains(given, "Names") {
			return true // it reads no line of a note
		}
		if made++; !slices.Contains(given, "Words") {
			t.Errorf("%s makes a notes.Context without Words", set.Position(lit.Pos()))
		}
		return true
	})
	return made
}

// isContext reports whether the type of a literal is notes.Context, from a folder.
func isContext(of ast.Expr, folder string) bool {
	switch of := of.(type) {
	case *ast.SelectorExpr:
		pkg, ok := of.X.(*ast.Ident)
		return ok && pkg.Name == "notes" && of.Sel.Name == "Context"
	case *ast.Ident:
		return folder == "notes" && of.Name == "Context"
	}
	return false
}
