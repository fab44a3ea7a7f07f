package ui

import (
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// TestOnlyWhatIsReadAgainLooksLikeIt reads the source: the two arrows that go round mean that something is made anew.
func TestOnlyWhatIsReadAgainLooksLikeIt(t *testing.T) {
	anew := []string{"settings.rebuild"}
	read := 0
	eachSource(t, func(file string, source *ast.File) {
		ast.Inspect(source, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is {
				return true
			}
			var words []string
			for _, arg := range call.Args {
				if lit, is := arg.(*ast.BasicLit); is {
					words = append(words, strings.Trim(lit.Value, `"`))
				}
			}
			if slices.Contains(words, "turn") && !strings.HasPrefix(file, "look/") {
				read++
				if !slices.Contains(anew, words[0]) {
					t.Errorf("%s: %s carries it", file, words[0])
				}
			}
			return true
		})
	})
	if read == 0 {
		t.Error("nothing was read")
	}
}
