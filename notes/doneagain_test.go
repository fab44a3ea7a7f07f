package notes

import "testing"

func TestWhatIsToldAsDoneIsFoundWhereItIsOpen(t *testing.T) {
	const here, before, after = NoteID(7), NoteID(3), NoteID(9)
	open := func(text string) Filed {
		return Filed{Item: Item{Label: Todo, Line: 4, Text: text, Raw: "todo: " + text}, Note: before, NoteDate: "2026-11-09"}
	}
	ours := func(line int, text string) Filed {
		f := open(text)
		f.Note, f.NoteDate, f.Line = here, tableNotes[""].Date, line
		return f
	}
	newer := open("send the draft")
	newer.Note, newer.NoteDate = after, "2027-01-01"
	need := open("send the draft")
	need.Label = Need
	for _, c := range []struct {
		name, body string
		open       []Filed
		want       NoteID // 0 for nothing
	}{
		{"the same", "done: send the draft", []Filed{open("send the draft")}, before},
		{"case and punctuation", "done: SEND, the draft!", []Filed{open("Send the draft.")}, before},
		{"fillers", "done: already send draft", []Filed{open("please send the draft")}, before},
		{"tags", "done: send the draft #platform", []Filed{open("send the draft #hiring")}, before},
		{"bold", "done: send the **draft**", []Filed{open("send the draft")}, before},
		{"accents", "done: send the résumé", []Filed{open("send the resume")}, before},
		{"a ticked box", "- [x] send the draft", []Filed{open("send the draft")}, before},
		{"mine or theirs", "done me: send the draft", []Filed{open("send the draft")}, before},
		{"above in the same note", "todo: send the draft\ndone: send the draft", []Filed{ours(1, "send the draft")}, here},
		{"twice in one row", "done: send the draft", []Filed{open("send the draft"), open("send the draft")}, before},

		{"another form of the verb", "done: sent the draft", []Filed{open("send the draft")}, 0},
		{"one word more", "done: send the draft plan", []Filed{open("send the draft")}, 0},
		{"another order", "done: draft the send", []Filed{open("send the draft")}, 0},
		{"another number", "done: send draft 2", []Filed{open("send draft 3")}, 0},
		{"only fillers", "done: the", []Filed{open("a")}, 0},
		{"open below in the same note", "done: send the draft\ntodo: send the draft", []Filed{ours(2, "send the draft")}, 0},
		{"changed above meanwhile", "todo: send the plan\ndone: send the draft", []Filed{ours(1, "send the draft")}, 0},
		{"this line itself, just ticked", "- [x] send the draft", []Filed{ours(1, "send the draft")}, 0},
		{"in a newer note", "done: send the draft", []Filed{newer}, 0},
		{"a need", "done: send the draft", []Filed{need}, 0},
		{"not done", "todo: send the draft", []Filed{open("send the draft")}, 0},
		{"dropped", "todo: send the draft (dropped 2026-11-20)", []Filed{open("send the draft")}, 0},
		{"several of these words", "done: send the draft", []Filed{open("send the draft"), ours(1, "send the draft")}, before},
		{"several in other notes", "done: send the draft", []Filed{open("send the draft"), func() Filed {
			f := open("send the draft")
			f.Line = 5
			return f
		}()}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := tableNotes[""]
			n := Note{NoteHead: NoteHead{ID: here, UID: "n", Date: in.Date}, Body: c.body}
			found := DoneAgain(n, Parse(c.body, in), c.open, nil)
			if c.want == 0 {
				if len(found) > 0 {
					t.Fatalf("it finds %+v", found)
				}
				return
			}
			if len(found) != 1 || found[0].Open.Note != c.want {
				t.Fatalf("it finds %+v", found)
			}
			if again := DoneAgain(n, Parse(c.body, in), c.open, []Dismissal{found[0].Dismissal("n")}); len(again) > 0 {
				t.Errorf("dismissed, and found again: %+v", again)
			}
		})
	}
}

func TestBesideThemNothingThatNamesSomebodyElseIsSuggested(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       int
	}{
		{"a line in view", "TODO send the notes", 1},
		{"theirs", "Ana to draft the plan", 1},
		{"a section", "## Action items\n- send the poll\n- book the room", 1},
		{"a day", "todo: send it by 4/12", 1},
		{"private", "private TODO send the notes", 0},
		{"below private", "private pay\n  TODO send the notes", 0},
		{"somebody else's, once it is filed", "Ben to call HR", 0},
		{"a name that nobody has", "todo Legal: send it", 0},
		{"a section, all of it somebody else's", "## Action items (Ben)\n- send the poll", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := tableNotes[""]
			list := OpenSuggestions(c.body, in, 0, nil, "n")
			if got := BesideThem(c.body, in, list); len(got) != c.want {
				t.Errorf("%+v", got)
			}
		})
	}
}
