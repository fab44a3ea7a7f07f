package notes

import "testing"

func TestALineThatNearlyFilesGetsAHint(t *testing.T) {
	for _, c := range []struct{ line, say, fix, in string }{
		{"TODO send the notes", "file as todo?", "todo: send the notes", ""},
		{"- todo send the notes", "file as todo?", "- todo: send the notes", ""},
		{"Action item Ben send the notes", "file as todo?", "todo Ben: send the notes", ""},
		{"DECIDED Kafka", "file as decided?", "decided: Kafka", ""},
		{"kudos to Ana for the demo", "file as praise?", "praise to Ana: the demo", ""},
		{"Kudos for the demo", "file as praise?", "praise: for the demo", ""},
		{"Ana to draft the plan", "file as todo?", "todo Ana: draft the plan", ""},
		{"  - Ben to call HR by Friday", "file as todo?", "  - todo Ben: call HR by Friday", ""},
		{"slides due by EOD", "file as todo?", "todo: slides by today", ""},
		{"slides by EOD.", "file as todo?", "todo: slides by today", ""},
		{"slides due Friday", "file as todo?", "todo: slides due Friday", ""},
		{"slides due by 4 Dec", "file as todo?", "todo: slides by 4 Dec", ""},
		{"todo: slides by EOD", "due today?", "todo: slides by today", ""},
		{"todo Legal: send it", "not filed: nobody is called Legal", "", ""},
		{"praise Ana and Legal: great", "not filed: nobody is called Legal", "", ""},
		{"- todo @legal: send it", "not filed: nobody is called legal", "", ""},
		{"todo for Legal Team: send it", "not filed: nobody is called Legal Team", "", ""},
		{"todo me for Legal: send it", "not filed: nobody is called Legal", "", ""},
		{"todo Ana: send it", "not filed: two people are called Ana", "", "two Anas, Chidi's note"},

		{"## Agenda\n- [ ] the rota by 4/12", "", "", ""},
		{"**Ben**\n- [ ] the rota by 4/12", "", "", ""},
		{"todo: send it", "", "", ""},
		{"Todo list for Friday: milk", "", "", ""},
		{"todo list for Friday", "", "", ""},
		{"todo Friday: milk", "", "", ""},
		{"Need to talk about pay", "file as topic?", "topic: Need to talk about pay", ""},
		{"Ask her about it", "file as ask?", "ask: about it", ""},
		{"I to draft", "", "", ""},
		{"Ana went to Bern", "", "", ""},
		{"We shipped by Friday", "", "", ""},
		{"# TODO", "", "", ""},
		{"# TODO send it", "", "", ""},
		{"> TODO send it", "", "", ""},
		{`\TODO send it`, "", "", ""},
		{"private TODO send it", "", "", ""},
		{"todo Ana: ", "", "", ""},
		{"todo (Ben: x", "", "", ""},
		{"", "", "", ""},
	} {
		t.Run(c.line, func(t *testing.T) {
			h, ok := NextHint(c.line, tableNotes[c.in], 1)
			if ok != (c.say != "") || h.Say != c.say || h.New != c.fix {
				t.Errorf("%q: %+v, want %q %q", c.line, h, c.say, c.fix)
			}
		})
	}
}

func TestNamesAndLabelsAreOfferedAsOneTypes(t *testing.T) {
	all := []string{"Sam", "Ana", "Ben", "Chidi", "Zoë", "O'Neil", "Mary-Jane", "To"}
	for _, c := range []struct {
		typed   string
		want    []string
		replace int
	}{
		{"to", []string{"todo", "topic"}, 2},
		{"- Pr", []string{"Praise", "Private"}, 2},
		{"step", []string{"step in"}, 4},
		{"**id", []string{"idea"}, 2},
		{"t", nil, 0},
		{"today we", nil, 0},
		{"todo", nil, 0},
		{"todo ", nil, 0},
		{"todo B", []string{"Ben"}, 1},
		{"todo b", []string{"Ben"}, 1},
		{"todo oko", nil, 0},
		{"todo benny", []string{"Ben"}, 5},
		{"todo la", nil, 0}, // Lars has left
		{"todo zo", []string{"Zoë"}, 2},
		{"todo Ana", nil, 0},
		{"todo @", all, 0},
		{"todo @c", []string{"Chidi"}, 1},
		{"todo Ben, ", all, 0},
		{"todo Ben and c", []string{"Chidi"}, 1},
		{"todo me for b", []string{"Ben"}, 1},
		{"praise to b", []string{"Ben"}, 1},
		{"todo (b", []string{"Ben"}, 1},
		{"todo: @b", []string{"Ben"}, 1},
		{"todo: b", nil, 0},
		{"todo Ben: b", nil, 0},
		{"todo list for b", nil, 0},
		{"- [ ] b", nil, 0},
		{"- [ ] @b", []string{"Ben"}, 1},
		{"with b", nil, 0},
		{"@b", nil, 0},
		{"", nil, 0},
	} {
		t.Run(c.typed, func(t *testing.T) {
			got := Completions(c.typed, tableNotes[""])
			if len(got) != len(c.want) {
				t.Errorf("%q offers %+v, want %q", c.typed, got, c.want)
				return
			}
			for i, g := range got {
				if g.Text != c.want[i] || g.Replace != c.replace || (g.Person == 0) == (g.Label == "") {
					t.Errorf("%q offers %+v, want %q for %d", c.typed, g, c.want[i], c.replace)
				}
			}
		})
	}
}
