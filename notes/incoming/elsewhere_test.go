package incoming

import (
	"slices"
	"strings"
	"testing"
)

func TestElsewheres(t *testing.T) {
	all := Elsewheres()
	named := all[:len(all)-2] // the last two are of more than one program
	byName := func(a, b Elsewhere) int {
		return strings.Compare(strings.ToLower(a.Program), strings.ToLower(b.Program))
	}
	if !slices.IsSortedFunc(named, byName) {
		t.Error("the programs aren't sorted by name")
	}
	for _, e := range all {
		t.Run(e.Program, func(t *testing.T) {
			if n := strings.Count(e.How, ". ") + 1; e.Program == "" || n > 2 || !strings.HasSuffix(e.How, ".") {
				t.Errorf("%d sentences: %q", n, e.How)
			}
			for _, sentence := range strings.Split(e.How, ". ") {
				if n := len(strings.Fields(sentence)); n > 20 {
					t.Errorf("%d words: %q", n, sentence)
				}
			}
		})
	}
}
