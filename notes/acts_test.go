package notes

import (
	"errors"
	"strings"
	"testing"
)

// actOn applies an act to the only item of a line of Ana's note.
func actOn(t *testing.T, line string, act func(Filed, Context) (LineEdit, error)) (string, error) {
	t.Helper()
	in := tableNotes[""]
	items := Parse(line, in)
	if len(items) != 1 {
		t.Fatalf("%q files %d items", line, len(items))
	}
	e, err := act(Filed{Item: items[0]}, in)
	return e.New, err
}

func TestActsMakeTheSmallestEdit(t *testing.T) {
	tick := func(f Filed, in Context) (LineEdit, error) { return Tick(f, in, "2026-11-25") }
	state := func(s State, remark string) func(Filed, Context) (LineEdit, error) {
		return func(f Filed, in Context) (LineEdit, error) { return SetState(f, in, s, "2026-11-25", remark) }
	}
	due := func(d Date) func(Filed, Context) (LineEdit, error) {
		return func(f Filed, in Context) (LineEdit, error) { return SetDue(f, in, d) }
	}
	owner := func(a Actor, who ...PersonID) func(Filed, Context) (LineEdit, error) {
		return func(f Filed, in Context) (LineEdit, error) { return SetOwner(f, in, a, who) }
	}
	addTag := func(tag string) func(Filed, Context) (LineEdit, error) {
		return func(f Filed, in Context) (LineEdit, error) { return AddTag(f, in, tag) }
	}
	dropTag := func(tag string) func(Filed, Context) (LineEdit, error) {
		return func(f Filed, in Context) (LineEdit, error) { return RemoveTag(f, in, tag) }
	}
	text := func(s string) func(Filed, Context) (LineEdit, error) {
		return func(f Filed, in Context) (LineEdit, error) { return SetText(f, in, s) }
	}
	for _, c := range []struct {
		name, line string
		act        func(Filed, Context) (LineEdit, error)
		want       string
	}{
		{"tick", "todo: x", tick, "todo: x (done 2026-11-25)"},
		{"tick keeps what stands before", "  * **Todo Ben:**  x by Fri #a", tick, "  * **Todo Ben:**  x by Fri #a (done 2026-11-25)"},
		{"tick keeps blanks at the end", "todo: x  ", tick, "todo: x (done 2026-11-25)  "},
		{"tick a box", "- [ ] x", tick, "- [x] x (done 2026-11-25)"},
		{"tick a short box", "-[]todo: x", tick, "-[x]todo: x (done 2026-11-25)"},
		{"tick where a state was", "todo: x (told: no) #a", tick, "todo: x (done 2026-11-25) #a"},
		{"tick text that ends like a state", `todo: x (done\)`, tick, "todo: x (done) (done 2026-11-25)"},
		{"tick praise", "kudos - x", tick, "kudos - x (said 2026-11-25)"},
		{"tick a need", "needs: x by Fri.", tick, "needs: x by Fri. (met 2026-11-25)"},
		{"tick a topic", "topic: x?", tick, "topic: x? (answered 2026-11-25)"},
		{"untick", "todo: x (done 2026-11-25: y)", Untick, "todo: x"},
		{"untick in the middle", "todo: x (done) by Fri #a", Untick, "todo: x by Fri #a"},
		{"untick a box", "- [X] x (done 2026-11-25)", Untick, "- [ ] x"},
		{"untick a box alone", "- [x] x", Untick, "- [ ] x"},
		{"untick done", "Done: x", Untick, "Todo: x"},
		{"untick text that ends like a state", "todo: x (done) (done 2026-11-25)", Untick, `todo: x (done\)`},
		{"untick what is open", "todo: x", Untick, "todo: x"},
		{"told", "- [x] x", state(Told, "no (really) no)"), `- [ ] x (told 2026-11-25: no \(really\) no\))`},
		{"rewarded", "praise: x (said)", state(Rewarded, "a book"), "praise: x (rewarded 2026-11-25: a book)"},
		{"a remark on two lines", "idea: x", state(Declined, "no\nnever"), "idea: x (declined 2026-11-25: no never)"},
		{"due", "todo: x", due("2026-12-04"), "todo: x by 2026-12-04"},
		{"due before a state", "todo: x (done)", due("2026-12-04"), "todo: x by 2026-12-04 (done)"},
		{"due changed in its place", "todo: x (due Fri). #a", due("2026-12-04"), "todo: x (due 2026-12-04). #a"},
		{"due taken away", "todo: x (by Fri) #a", due(""), "todo: x #a"},
		{"due again after text like it", `todo: x \by Fri`, due("2026-12-04"), "todo: x by Fri by 2026-12-04"},
		{"owner", "todo: x", owner(Them, 3), "todo Ben: x"},
		{"owner me", "Action item: x by Fri", owner(Me, 2), "Action item me: x by Fri"},
		{"owner back to whose note it is", "todo Ben - x", owner(Them, 2), "todo - x"},
		{"owner changed", "- **todo (Ben)**: x", owner(Them, 3, 4), "- **todo Ben and Chidi**: x"},
		{"owner after the colon", "todo: Ben: x", owner(We, 2), "todo: we: x"},
		{"owner of a box", "- [ ] x", owner(Me, 2), "- [ ] me: x"},
		{"owner gone from after the colon", "todo: Ben: x", owner(Them, 2), "todo: x"},
		{"owner me for somebody", "todo: x", owner(Me, 3), "todo me for Ben: x"},
		{"owner me cannot drop it", "todo: x (dropped: y)", owner(Me, 2), "todo me: x"},
		{"tag", "todo: x by Fri", addTag("Ops"), "todo: x #Ops by Fri"},
		{"tag it has", "todo: x #ops", addTag("#Ops"), "todo: x #ops"},
		{"tag taken away at the end", "todo: x #a #b (done)", dropTag("a"), "todo: x #b (done)"},
		{"tag taken away inside", "todo: fix #ops alerts", dropTag("Ops"), "todo: fix ops alerts"},
		{"tag that is the whole text", "todo: #ops", dropTag("ops"), "todo: ops"},
		{"text", "todo me: x by Fri (done)", text("y #a"), "todo me: y #a by Fri (done)"},
		{"text like a tail", "todo: x", text("y by Friday"), `todo: y \by Friday`},
		{"text like a name", "praise: x", text("Ben:\n great"), `praise: \Ben:  great`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := actOn(t, c.line, c.act)
			if err != nil || got != c.want {
				t.Errorf("%s: %q became %q, want %q (%v)", c.name, c.line, got, c.want, err)
			}
		})
	}
}

func TestActsRefuseWhatCannotBeSaid(t *testing.T) {
	for _, c := range []struct {
		name, line, why string
		act             func(Filed, Context) (LineEdit, error)
	}{
		{"drop my promise", "todo me: x", "can't drop a promise", func(f Filed, in Context) (LineEdit, error) {
			return SetState(f, in, Dropped, "2026-11-25", "")
		}},
		{"tick an idea", "idea: x", "Choose what happened with it", func(f Filed, in Context) (LineEdit, error) { return Tick(f, in, "2026-11-25") }},
		{"praise is never due", "praise: x", "Only a todo, need or decided line", func(f Filed, in Context) (LineEdit, error) { return SetDue(f, in, "2026-11-25") }},
		{"an impossible day", "todo: x", "isn't a date", func(f Filed, in Context) (LineEdit, error) { return SetDue(f, in, "2026-02-30") }},
		{"no text", "todo: x", "Write what", func(f Filed, in Context) (LineEdit, error) { return SetText(f, in, " \n ") }},
		{"a tag of two words", "todo: x", "one word", func(f Filed, in Context) (LineEdit, error) { return AddTag(f, in, "a b") }},
		{"somebody unknown", "todo: x", "doesn't work in a line", func(f Filed, in Context) (LineEdit, error) { return SetOwner(f, in, Them, []PersonID{99}) }},
		{"nobody", "decided: x", "can't be named", func(f Filed, in Context) (LineEdit, error) { return SetOwner(f, in, Unsaid, []PersonID{3}) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := actOn(t, c.line, c.act)
			var invalid Invalid
			if !errors.As(err, &invalid) || !strings.Contains(invalid.Why, c.why) {
				t.Errorf("%s: %v", c.name, err)
			}
		})
	}
	if _, err := Rewrite("just prose", tableNotes[""], Item{}); err == nil {
		t.Error("prose was rewritten")
	}
}

func TestFormsWriteCanonicalLines(t *testing.T) {
	in, mine := tableNotes[""], tableNotes["in my own note"]
	for _, c := range []struct {
		label  Label
		actor  Actor
		people []PersonID
		text   string
		due    Date
		in     Context
		want   string
	}{
		{Praise, Them, []PersonID{2}, PraiseText("ran it", "asked\nfirst", "calm"), "", in, "praise: ran it — asked first — calm"},
		{Praise, Them, []PersonID{2, 3}, "ran it", "", mine, "praise Ana and Ben: ran it"},
		{Topic, Them, []PersonID{2}, "the demo", "", in, "topic: the demo"},
		{Ask, Me, []PersonID{2}, "what next? #growth", "", in, "ask: what next? #growth"},
		{Todo, Me, []PersonID{2}, "call by Friday", "2026-12-04", in, "todo me: call by Friday by 2026-12-04"},
		{Todo, Me, []PersonID{3}, "call", "", mine, "todo me for Ben: call"},
		{Need, Them, []PersonID{2}, "a laptop", "2026-12-04", in, "need: a laptop by 2026-12-04"},
		{Todo, Them, []PersonID{12}, "x", "", tableNotes["two Anas, Chidi's note"], "todo Ana Kim: x"},
	} {
		t.Run(string(c.label), func(t *testing.T) {
			got, err := NewLine(c.label, c.actor, c.people, c.text, c.due, c.in)
			if err != nil || got != c.want {
				t.Errorf("%q, want %q (%v)", got, c.want, err)
			}
		})
	}
	for _, l := range []Label{Private, "nonsense"} {
		if _, err := NewLine(l, Them, []PersonID{2}, "x", "", in); err == nil {
			t.Errorf("a line of %s was made", l)
		}
	}
}

func TestPraiseHasThreeParts(t *testing.T) {
	for _, c := range [][4]string{
		{"a", "b", "c", "a — b — c"},
		{"a", "", "", "a"},
		{"a", "b", "", "a — b"},
		{"a — x", "b", "c — d — e", "a – x — b — c — d — e"},
		{" a\nb ", "", "", "a b"},
		{"", "", "", ""},
	} {
		if got := PraiseText(c[0], c[1], c[2]); got != c[3] {
			t.Errorf("%q, want %q", got, c[3])
		}
	}
	for text, want := range map[string][3]string{
		"a — b — c — d": {"a", "b", "c — d"},
		"a - b":         {"a - b", "", ""},
		"":              {"", "", ""},
	} {
		t.Run(text, func(t *testing.T) {
			h, d, c := PraiseParts(text)
			if got := [3]string{h, d, c}; got != want {
				t.Errorf("%q is %q", text, got)
			}
		})
	}
}
