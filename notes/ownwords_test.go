package notes

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyWords are words for labels as a manager may have them.
func anyWords() *rapid.Generator[*LabelWords] {
	return rapid.Custom(func(t *rapid.T) *LabelWords {
		own := map[string]Label{}
		for _, word := range []string{"Aufgabe", "tâche", "à faire", "отлично", "Ängste", "to-do-list", "follow up call", "action group", "x/y"} {
			if rapid.Bool().Draw(t, word) {
				own[word] = rapid.SampledFrom(Labels).Draw(t, "label of "+word)
			}
		}
		var off []string
		for _, l := range Labels {
			for _, word := range l.BuiltIn() {
				if rapid.Bool().Draw(t, "off "+word) {
					off = append(off, word)
				}
			}
		}
		return NewLabelWords(own, off)
	})
}

func TestWhatIsWrittenReadsBackWhateverWordsAreOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyNote().Draw(t, "in")
		in.Words = anyWords().Draw(t, "words")
		for _, l := range Labels {
			it := anyItem(in).Draw(t, "item")
			if it.Label = l; in.checkSayable(it) != nil {
				it = Item{Label: l, Actor: in.actor(l, who{}), People: []PersonID{in.Person}, Text: it.Text, Tags: it.Tags}
			}
			got := Parse(Format(it, in), in)
			if len(got) != 1 || !sameItem(got[0], in.asRead(it)) {
				t.Fatalf("%+v\n is written %q\n and reads %+v", in.asRead(it), Format(it, in), got)
			}
		}
	})
}

func TestOneWordOfALabelIsEnoughToWriteIt(t *testing.T) {
	for _, l := range Labels {
		words := append(slices.Clone(l.kind().Also), string(l))
		for _, left := range words {
			t.Run(string(l)+" as "+left, func(t *testing.T) {
				in := tableNotes[""]
				in.Words = NewLabelWords(nil, slices.DeleteFunc(l.BuiltIn(), func(w string) bool { return w == left }))
				line, err := NewLine(l, in.actor(l, who{}), []PersonID{in.Person}, "call HR", "", in)
				if err != nil || !strings.HasPrefix(line, left) {
					t.Fatalf("%q, %v", line, err)
				}
				if in.Words.For(l) != left || !slices.Equal(in.Words.On(l), []string{left}) {
					t.Errorf("it is written %q of %q", in.Words.For(l), in.Words.On(l))
				}
			})
		}
		t.Run(string(l)+" with all of them off", func(t *testing.T) {
			if w := NewLabelWords(nil, l.BuiltIn()); w.For(l) != string(l) || w.IsOff(string(l)) {
				t.Errorf("it is written %q, which is off", w.For(l))
			}
		})
	}
}

func TestWordsAreKeptAsTheyWereGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := anyWords().Draw(t, "words")
		again := ReadLabelWords(w.String())
		if again.String() != w.String() || len(WordsBetween(w, again)) > 0 {
			t.Fatalf("%q became %q", w.String(), again.String())
		}
		for _, l := range Labels {
			if again.For(l) != w.For(l) || !slices.Equal(again.On(l), w.On(l)) {
				t.Fatalf("%s: %q, and %q once it was kept", l, w.On(l), again.On(l))
			}
		}
	})
	for _, broken := range []string{"", "todo", "todo: ", "todo: -", "nothing: word", "private: geheim", "todo: a:b", ": ", "\n\n"} {
		if w := ReadLabelWords(broken); w.String() != "" || w.For(Todo) != "todo" {
			t.Errorf("%q is read as %q", broken, w.String())
		}
	}
}

func TestAWordThatCannotBeOneIsRefusedWithItsReason(t *testing.T) {
	have := labelWordsOf([]ownWord{{"Frage", Ask}}, nil)
	allBut := func(l Label, keep ...string) map[string]bool {
		off := map[string]bool{}
		for _, word := range l.BuiltIn() {
			off[word] = !slices.Contains(keep, word)
		}
		return off
	}
	for name, c := range map[string]struct {
		form WordsForm
		why  string
	}{
		"a colon inside":                {WordsForm{Label: Todo, Own: "a:b"}, "no colon"},
		"a bracket":                     {WordsForm{Label: Todo, Own: "(x)"}, "no colons, brackets"},
		"too long":                      {WordsForm{Label: Todo, Own: strings.Repeat("x", 31)}, "too long"},
		"private":                       {WordsForm{Label: Todo, Own: "private list"}, "means something else"},
		"a built-in word":               {WordsForm{Label: Todo, Own: "Topic"}, "already a word for topic: “Topic”"},
		"built in here":                 {WordsForm{Label: Todo, Own: "TASK"}, "You don't need to add it"},
		"built in here, but off":        {WordsForm{Label: Todo, Own: "task", Off: map[string]bool{"task": true}}, "Turn it on above"},
		"of another label":              {WordsForm{Label: Todo, Own: "FRAGE"}, "already a word for ask: “FRAGE”"},
		"twice":                         {WordsForm{Label: Todo, Own: "Aufgabe, aufgabe:"}, "twice"},
		"a first name":                  {WordsForm{Label: Todo, Own: "ben"}, "“ben” is someone's name"},
		"a whole name":                  {WordsForm{Label: Todo, Own: "für Ana Ruiz"}, "“Ana” is someone's name"},
		"a nickname":                    {WordsForm{Label: Todo, Own: "Benny"}, "someone's name"},
		"me":                            {WordsForm{Label: Todo, Own: "me"}, "means something else"},
		"a label with me":               {WordsForm{Label: Idea, Own: "todo me"}, "already means something"},
		"a pronoun":                     {WordsForm{Label: Idea, Own: "her"}, "already means something"},
		"a label with for":              {WordsForm{Label: Idea, Own: "praise for"}, "already means something"},
		"none left":                     {WordsForm{Label: Todo, Off: allBut(Todo)}, "Keep at least one word turned on"},
		"only done left":                {WordsForm{Label: Todo, Off: allBut(Todo, "done", "ai")}, "Keep at least one word turned on"},
		"the only word":                 {WordsForm{Label: Idea, Off: allBut(Idea)}, "Keep at least one word turned on"},
		"the only word, but one of own": {WordsForm{Label: Idea, Own: "Einfall", Off: allBut(Idea)}, ""},
		"one left":                      {WordsForm{Label: Todo, Off: allBut(Todo, "task")}, ""},
		"several, with colons":          {WordsForm{Label: Todo, Own: " Aufgabe: , à  faire：,, "}, ""},
		"kept, with one more":           {WordsForm{Label: Ask, Own: "Frage, Rückfrage"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			change, err := c.form.Change(have, tableTeam)
			var said Invalid
			switch {
			case c.why == "" && err == nil && len(change.Rows) == 1:
			case c.why != "" && errors.As(err, &said) && said.Field == FieldOwnWords && strings.Contains(said.Why, c.why):
			default:
				t.Errorf("%+v, %v; want %q", change, err, c.why)
			}
		})
	}
}

func TestAFormThatChangesNothingMakesNoChange(t *testing.T) {
	have := labelWordsOf([]ownWord{{"Frage", Ask}}, []string{"q"})
	for _, l := range Labels {
		if c, err := WordsFormOf(have, l).Change(have, tableTeam); err != nil || !c.IsZero() {
			t.Errorf("%s: %+v, %v", l, c, err)
		}
	}
}

func TestTheFormSaysWhatTheAppWillWrite(t *testing.T) {
	for name, c := range map[string]struct {
		own  string
		off  []string
		want string
	}{
		"its own word":      {"Aufgabe", nil, ""},
		"the first of mine": {"Aufgabe:, à faire", []string{"todo"}, "it will write: “Aufgabe”"},
		"a built-in one":    {"", []string{"todo", "to do"}, "it will write: “to-do”"},
		"none is left":      {"", Todo.BuiltIn(), ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := WordsForm{Label: Todo, Own: c.own, Off: map[string]bool{}}
			for _, word := range c.off {
				f.Off[word] = true
			}
			if got := f.SayWritten(); !strings.HasSuffix(got, c.want) || (got == "") != (c.want == "") {
				t.Errorf("it says %q, not %q", got, c.want)
			}
		})
	}
}

func TestTheFormLeavesOtherLabelsAlone(t *testing.T) {
	have := labelWordsOf([]ownWord{{"Frage", Ask}, {"Aufgabe", Todo}}, []string{"todo", "win"})
	f := WordsFormOf(have, Todo)
	if f.Own != "Aufgabe" || !f.Off["todo"] || f.Off["task"] {
		t.Fatalf("the form is %+v", f)
	}
	f.Own, f.Off["todo"], f.Off["task"] = "à faire", false, true
	change, err := f.Change(have, tableTeam)
	if err != nil {
		t.Fatal(err)
	}
	kept, _ := change.Rows[0].(PutSetting)
	if want := "todo: à faire\ntodo: -task\npraise: -win\nask: Frage"; kept.Key != SettingLabelWords || kept.Value != want {
		t.Errorf("%q is kept as %q, not %q", kept.Key, kept.Value, want)
	}
	between := WordsBetween(have, ReadLabelWords(kept.Value))
	slices.Sort(between)
	if want := []string{"Aufgabe", "task", "todo", "à faire"}; !slices.Equal(between, want) {
		t.Errorf("what changed is %q, not %q", between, want)
	}
}

func TestWhatTheAppWritesIsSaidInWordsThatAreOn(t *testing.T) {
	in := tableNotes[ownWordsNote]
	t.Run("a topic typed with a name", func(t *testing.T) {
		off := in
		off.Words = NewLabelWords(nil, []string{"topic"})
		line, label, err := TopicLine("Ana: pay", Them, off)
		if err != nil || label != Topic || line != "discuss: Ana: pay" {
			t.Errorf("%q, %s, %v", line, label, err)
		}
	})
	t.Run("another label", func(t *testing.T) {
		for line, want := range map[string]string{
			"Idea: call HR": "Aufgabe: call HR", "IDEA: call HR": "AUFGABE: call HR", "idea: call HR": "Aufgabe: call HR",
		} {
			it := in.mustRead(t, line)
			it.Label = Todo
			if got, err := Rewrite(line, in, it); err != nil || got != want {
				t.Errorf("%q became %q, %v", line, got, err)
			}
		}
	})
	t.Run("reopened", func(t *testing.T) {
		it := in.mustRead(t, "done: call HR")
		it.State, it.StateDate = Open, ""
		if got, err := Rewrite("done: call HR", in, it); err != nil || got != "Aufgabe: call HR" {
			t.Errorf("it became %q, %v", got, err)
		}
	})
	t.Run("what is due is offered", func(t *testing.T) {
		h, ok := NextHint("the slides by EOD", in, 1)
		if !ok || h.New != "Aufgabe: the slides by today" {
			t.Errorf("%+v", h)
		}
	})
	t.Run("an answer in a template", func(t *testing.T) {
		_, err := PutTemplate(Template{Name: "x", Body: "Aufgabe: plan"}, nil, in.Words)
		_, fine := PutTemplate(Template{Name: "x", Body: "todo: plan"}, nil, in.Words)
		if err == nil || fine != nil {
			t.Errorf("%v, %v", err, fine)
		}
	})
	t.Run("prose", func(t *testing.T) {
		if got := FirstProse("Aufgabe: plan\nAna was in good spirits.", 40, in.Words); got != "Ana was in good spirits." {
			t.Errorf("%q", got)
		}
	})
}

func (in Context) mustRead(t *testing.T, line string) Item {
	t.Helper()
	r, ok := in.read(line)
	if !ok {
		t.Fatalf("%q files nothing", line)
	}
	return r.item
}

func TestWordsOfTheManagersOwnAreCompleted(t *testing.T) {
	in := tableNotes[ownWordsNote]
	for typed, want := range map[string][]string{
		"Au": {"Aufgabe"}, "- au": {"Aufgabe"}, "AUF": {"AUFGABE"}, "à": nil, "à f": {"à faire"}, "À F": {"À FAIRE"},
		"to": {"topic"}, "fo": {"follow up call"}, "St": {"Stuck", "Step in"}, "Aufgabe": nil,
	} {
		t.Run(typed, func(t *testing.T) {
			var got []string
			for _, c := range Completions(typed, in) {
				got = append(got, c.Text)
				runes := []rune(typed)
				whole := string(runes[:len(runes)-c.Replace]) + c.Text + ": call HR"
				if items := Parse(whole, in); len(items) != 1 || items[0].Label != c.Label {
					t.Errorf("%q files %+v", whole, items)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q, not %q", got, want)
			}
		})
	}
}

func TestWhatBecomesOfLinesIsSaid(t *testing.T) {
	for want, r := range map[string]Refiled{
		"": {},
		"1 line you wrote will no longer be filed. Its text stays.":                                        {Unfiled: 1},
		"3 lines you wrote will now be filed.":                                                             {Filed: 3},
		"2 lines you wrote will no longer be filed. Their text stays. 1 line you wrote will now be filed.": {Unfiled: 2, Filed: 1},
	} {
		if got := strings.Join(SayRefiled(r), " "); got != want {
			t.Errorf("%+v is said %q", r, got)
		}
	}
}
