package notes

import "testing"

func TestADismissedSuggestionDoesNotComeBack(t *testing.T) {
	const body = "Ana to draft the plan\ntodo Legal: send it\nTODO mend it"
	in := tableNotes[""]
	var off []Dismissal
	next := func(body, uid string) string {
		list := OpenSuggestions(body, in, 0, off, uid)
		if len(list) == 0 {
			return ""
		}
		return list[0].Old
	}
	dismiss := func(uid string) {
		d := OpenSuggestions(body, in, 0, off, uid)[0].Dismissal(uid)
		d.ID = int64(len(off) + 1)
		off = append(off, d)
	}
	for _, want := range []string{"Ana to draft the plan", "todo Legal: send it", "TODO mend it", ""} {
		if got := next(body, "n1"); got != want {
			t.Fatalf("after %d dismissals: %q, want %q", len(off), got, want)
		}
		if want != "" {
			dismiss("n1")
		}
	}
	for name, c := range map[string]struct{ body, uid, want string }{
		"with other blanks":      {" ana to  draft the plan", "n1", ""},
		"another line":           {"Ana to draft the roadmap", "n1", "Ana to draft the roadmap"},
		"in another note":        {"Ana to draft the plan", "n2", "Ana to draft the plan"},
		"the spelling, anywhere": {"praise LEGAL: well done", "n2", ""},
		"another unknown name":   {"praise Finance: well done", "n2", "praise Finance: well done"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := next(c.body, c.uid); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
