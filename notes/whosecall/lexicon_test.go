package whosecall

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestEveryVerbOfThePatternsIsKnown finds verbs that a pattern names and the table lacks: such a pattern never fits.
func TestEveryVerbOfThePatternsIsKnown(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	lemma := regexp.MustCompile(`(?:^|[\s|])=([a-z-]+)`)
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(gotoken.NewFileSet(), f.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			if name, ok := call.Fun.(*ast.Ident); !ok || name.Name != "compileAll" {
				return true
			}
			lit, ok := call.Args[0].(*ast.BasicLit)
			if !ok {
				return true
			}
			text, _ := strconv.Unquote(lit.Value)
			for _, m := range lemma.FindAllStringSubmatch(text, -1) {
				if v, _ := verbOf(m[1]); v == nil || v.lemma != m[1] {
					t.Errorf("%s: no verb %q", f.Name(), m[1])
				}
			}
			return true
		})
	}
}
