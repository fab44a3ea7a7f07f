package notes

import (
	"fmt"
	"strings"
	"testing"
)

// TestBoxesThatNameNobody holds what of an imported note can still be brought forward though it is nobody's todo.
func TestBoxesThatNameNobody(t *testing.T) {
	in := tableNotes["imported"]
	for _, c := range []struct{ name, body, want string }{
		{"a box", "- [ ] ship it", "1 ship it"},
		{"a day", "- [ ] ship it by 2026-12-01", "1 ship it by 2026-12-01"},
		{"her", "- [ ] find her a mentee by 2026-12-01", "1 find her a mentee by 2026-12-01"},
		{"somebody whom nobody knows", "- [ ] Jonas: finish it", "1 Jonas: finish it"},
		{"of another", "- [ ] Ben: ship it", ""},
		{"with a label", "- [ ] todo: ship it\n- [ ] idea: a wiki", ""},
		{"ticked", "- [x] ship it", ""},
		{"done in words", "- [ ] ship it (done)", ""},
		{"private", "private: pay\n  - [ ] ask HR\n- [ ] private: more", ""},
		{"in code and quoted", "```\n- [ ] x\n```\n> - [ ] y", ""},
		{"who is there", "- [ ] Ben\n- [ ] Chidi", ""},
		{"escaped", "- [ ] \\ship it", ""},
		{"nothing", "- [ ] \n- [ ] n/a\nprose", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, it := range OpenBoxes(c.body, in) {
				if it.Actor != Unsaid || len(it.People) > 0 || it.State != History {
					t.Errorf("%+v is somebody's", it)
				}
				got = append(got, fmt.Sprint(it.Line, " ", it.Text, formatDue(it.Due)))
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("%q, want %q", s, c.want)
			}
		})
	}
}
