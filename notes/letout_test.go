package notes

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWhereTheJournalWasWrittenToIsKept(t *testing.T) {
	kept := ""
	for _, path := range []string{"/a", "/b c", "", "/a", "/d\n/e"} {
		kept = WithLetOut(kept, path)
	}
	if got := ReadLetOut(kept); !slices.Equal(got, []string{"/a", "/b c"}) {
		t.Errorf("%q", got)
	}
	for i := range 30 {
		kept = WithLetOut(kept, fmt.Sprintf("/%d", i))
	}
	if got := ReadLetOut(kept); len(got) != mostLetOut || got[0] != "/29" || strings.Contains(kept, "/a") {
		t.Errorf("%q", got)
	}
}
