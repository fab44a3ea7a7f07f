package notes

import (
	"slices"
	"strings"
	"testing"
)

// eachLabel runs a test for every row of LabelKinds.
func eachLabel(t *testing.T, f func(t *testing.T, k LabelKind)) {
	for _, k := range LabelKinds {
		t.Run(string(k.Label), func(t *testing.T) { f(t, k) })
	}
}

func TestEveryLabelHasAWholeRow(t *testing.T) {
	taken := map[string]Label{}
	eachLabel(t, func(t *testing.T, k LabelKind) {
		for what, said := range map[string]string{
			"label": string(k.Label), "icon": k.Icon, "colour": k.Colour, "listed": k.Listed, "help": k.Help, "example": k.Example,
		} {
			if said == "" {
				t.Errorf("its row has no %s", what)
			}
		}
		for _, w := range k.Words() {
			if of := taken[w]; of != "" || w != strings.ToLower(w) {
				t.Errorf("%q is a word for %q too, or not in small letters", w, of)
			}
			taken[w] = k.Label
		}
		for _, w := range slices.Concat(k.Dashed, k.Offered) {
			if !slices.Contains(k.Words(), w) {
				t.Errorf("%q is no word for it", w)
			}
		}
		for _, s := range slices.Concat(k.Mine, k.StillOpen, []State{k.Tick}) {
			if s != Open && !slices.Contains(k.States, s) {
				t.Errorf("%q is none of its states", s)
			}
		}
		if under := k.Under.Kind(); k.Under != "" && (under.Label == "" || under.Under != "") {
			t.Errorf("%q is no label with a heading of its own", k.Under)
		}
		if k.Boxed && k.Tick == Open {
			t.Error("it has a box, but a tick says nothing")
		}
	})
}

func TestEveryLabelIsReadByEachOfItsWords(t *testing.T) {
	in := tableNotes[""]
	eachLabel(t, func(t *testing.T, k LabelKind) {
		for _, w := range k.Words() {
			items := Parse(w+": x", in)
			switch {
			case k.Hidden:
				if len(items) != 0 || !IsPrivate(w+": x") {
					t.Errorf("%q is filed or shown: %v", w, items)
				}
				continue
			case len(items) != 1 || items[0].Label != k.Label || items[0].Closed() != (w == k.DoneWord):
				t.Errorf("%q is read as %v", w, items)
			}
			if filed := len(Parse(w+" - x", in)) > 0; filed != slices.Contains(k.Dashed, w) {
				t.Errorf("a dash after %q: filed %v", w, filed)
			}
			if h, ok := NextHint(w+" send x", in, 1); ok != slices.Contains(k.Offered, w) {
				t.Errorf("%q without a colon: %v", w, h)
			}
			if h, ok := NextHint(strings.ToUpper(w)+" send x", in, 1); !ok || !strings.Contains(h.Say, string(k.Label)) {
				t.Errorf("%q in capitals without a colon: %v", w, h)
			}
			if filed := len(Parse(w+" for Ben: x", in)) > 0; filed != k.For {
				t.Errorf("%q for Ben: filed %v", w, filed)
			}
		}
	})
}

func TestEveryLabelKnowsItsDateItsStatesAndItsTick(t *testing.T) {
	in := tableNotes[""]
	eachLabel(t, func(t *testing.T, k LabelKind) {
		if k.Hidden {
			if _, err := NewLine(k.Label, Them, nil, "x", "", in); err == nil {
				t.Error("a form can write a line of it")
			}
			return
		}
		item := Parse(string(k.Label)+": x", in)[0]
		if item.Pending() == k.OnRecord {
			t.Errorf("an open line is pending: %v", item.Pending())
		}
		_, err := SetDue(Filed{Item: item, Note: 7}, in, "2026-12-04")
		if due := Parse(string(k.Label)+": x by 4 Dec", in)[0].Due; (due != "") != k.Due || (err == nil) != k.Due {
			t.Errorf("a date: %q, %v", due, err)
		}
		_, refused := NewLine(Praise, Them, []PersonID{in.Person}, "x", "2026-12-04", in)
		if k.Due && (refused == nil || !strings.Contains(strings.ReplaceAll(refused.Error(), ",", " "), " "+string(k.Label)+" ")) {
			t.Errorf("the labels that can have a date: %v", refused)
		}
		for _, s := range k.States {
			got := Parse(string(k.Label)+" Ana: x ("+string(s)+")", in)
			if len(got) != 1 || got[0].State != s || got[0].Closed() == slices.Contains(k.StillOpen, s) {
				t.Errorf("(%s) is read as %+v", s, got)
			}
			mine := Parse(string(k.Label)+" me: x ("+string(s)+")", in)
			if known := slices.Contains(StatesOf(k.Label, Me), s); len(mine) != 1 || (mine[0].State == s) != known {
				t.Errorf("(%s) of mine is read as %+v", s, mine)
			}
		}
		edit, err := Tick(Filed{Item: item, Note: 7}, in, "2026-11-25")
		if k.Tick == Open {
			if err == nil {
				t.Errorf("a tick makes it %q", edit.New)
			}
		} else if got := Parse(edit.New, in); len(got) != 1 || got[0].State != k.Tick {
			t.Errorf("a tick makes it %q (%v)", edit.New, err)
		}
	})
}

func TestEveryLabelIsOfferedAsOneTypes(t *testing.T) {
	eachLabel(t, func(t *testing.T, k LabelKind) {
		list := Completions(string(k.Label[:2]), tableNotes[""])
		if !slices.ContainsFunc(list, func(c Completion) bool { return c.Label == k.Label && c.Text == string(k.Label) }) {
			t.Errorf("%q is completed to %v", k.Label[:2], list)
		}
	})
}

func TestEveryLabelIsExplainedInTheDocument(t *testing.T) {
	eachLabel(t, func(t *testing.T, k LabelKind) {
		for _, w := range append([]string{string(k.Label)}, k.Also...) {
			if !slices.ContainsFunc(labelRows.rows, func(r labelRow) bool { return strings.HasPrefix(r.line, w+":") }) {
				t.Errorf("labelRows has no line that begins %q", w+":")
			}
		}
		for _, table := range []string{labelsTable(), readmeTable()} {
			for _, s := range k.States {
				if !strings.Contains(lineOf(table, k.Label), string(s)) {
					t.Errorf("%q says nothing of %s", lineOf(table, k.Label), s)
				}
			}
		}
	})
}

// lineOf is the line of a table that begins with a label.
func lineOf(table string, l Label) string {
	for _, line := range strings.Split(table, "\n") {
		if first, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " |"); strings.Trim(first, "`") == string(l) {
			return line
		}
	}
	return ""
}

func TestWhatIsSaidOfAnOpenLine(t *testing.T) {
	for l, want := range map[Label]string{
		Todo: "open, due Fri 4 Dec", Need: "open, due Fri 4 Dec", Decided: "Ana decided, revisit Fri 4 Dec", Praise: "not said yet", Feedback: "not said yet",
		Idea: "open", Ask: "open", Topic: "open", Stuck: "open", StepIn: "",
	} {
		item := Item{Label: l, Actor: Them, Due: "2026-12-04"}
		if got := item.SayState("Ana", "2026-11-23"); got != want {
			t.Errorf("%s: %q, not %q", l, got, want)
		}
	}
}

func TestALabelThatIsNotKnownFilesNothingAndIsDrawn(t *testing.T) {
	if k := Label("later").Kind(); k.Icon == "" || k.Colour == "" || !k.Hidden || k.Tick != Open {
		t.Errorf("%+v", k)
	}
}
