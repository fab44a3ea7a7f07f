package notes

import "testing"

func TestAPromiseThatIsGoneIsSeen(t *testing.T) {
	for name, c := range map[string]struct {
		before, after string
		gone          []string
	}{
		"deleted":                     {"todo me: answer on the budget\nb\n", "b\n", []string{"answer on the budget"}},
		"one of two deleted":          {"todo me: answer\ntodo me: call legal\n", "todo me: call legal\n", []string{"answer"}},
		"made a topic":                {"x\ntodo me: answer\n", "x\ntopic: answer\n", []string{"answer"}},
		"a need with a date deleted":  {"need: an hour by 2025-12-09\n", "", []string{"an hour"}},
		"done":                        {"todo me: answer\n", "todo me: answer (done)\n", nil},
		"told why not":                {"todo me: answer\n", "todo me: answer (told: no money)\n", nil},
		"moved to another line":       {"todo me: answer\nx\n", "x\ntodo me: answer\n", nil},
		"reworded in its place":       {"todo me: answer\n", "todo me: reply by mail\n", nil},
		"reworded and moved":          {"todo me: answer on the budget\nx\n", "x\ntodo me: answer on the whole budget\n", nil},
		"handed back is not a loss":   {"todo me: answer\n", "todo Ana: answer\n", nil},
		"theirs may go":               {"todo: draft\n", "", nil},
		"a need without a date too":   {"need: quiet\n", "", nil},
		"a closed one may go":         {"todo me: answer (done)\n", "", nil},
		"the first of two the same":   {"todo me: a b\ntodo me: a b\n", "todo me: a b\n", []string{"a b"}},
		"a new one takes no place up": {"todo me: answer\nx\ny\n", "x\ny\ntodo me: call legal\n", []string{"answer"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, i := range GonePromises(Parse(c.before, tableNotes[""]), Parse(c.after, tableNotes[""])) {
				got = append(got, i.Text)
			}
			if len(got) != len(c.gone) || len(got) == 1 && got[0] != c.gone[0] {
				t.Errorf("gone %q, want %q", got, c.gone)
			}
		})
	}
}
