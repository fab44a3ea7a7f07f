package room_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestARowOfAFiledLineOpensTheSameWayEverywhere reads the rooms: a row that leads to a filed line is a NewLogRow, and no
// row opens a menu of what leads there. The lines in the dialog of a hand-back close it first.
func TestARowOfAFiledLineOpensTheSameWayEverywhere(t *testing.T) {
	logRows := 0
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		dir := filepath.Base(filepath.Dir(name))
		if dir == "room" || dir == "handback" {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			switch called(call) {
			case "NewLogRow":
				logRows++
			case "NewRow":
				if names(call.Args[len(call.Args)-1])["PlaceOf"] {
					t.Errorf("%s: this row is a room.NewLogRow", set.Position(call.Pos()))
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if logRows < 10 {
		t.Errorf("only %d rows of filed lines were found", logRows)
	}
}

func called(call *ast.CallExpr) string {
	if s, ok := call.Fun.(*ast.SelectorExpr); ok {
		return s.Sel.Name
	}
	return ""
}

// names are the functions that an expression calls of other packages or values.
func names(e ast.Expr) map[string]bool {
	all := map[string]bool{}
	ast.Inspect(e, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			all[called(call)] = true
		}
		return true
	})
	return all
}
