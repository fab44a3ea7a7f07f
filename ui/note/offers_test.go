package note_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// namesakes adds two people called Chris and one called Nadia.
func (b *bench) namesakes() {
	b.T.Helper()
	for _, name := range []string{"Chris Baker", "Chris Dale", "Nadia Roth"} {
		roomtest.Do(b.T, b.J, notes.Person{Kind: notes.KindReport, Name: name, State: notes.StateHere, Since: "2026-01-01"})
	}
}

// buttonTexts are the words of the answers to the suggestion for a line.
func (b *bench) buttonTexts(key string) string {
	var texts []string
	for i := range 9 {
		if one, ok := b.Find(key + "." + string(rune('0'+i))).(*widgets.Button); ok {
			texts = append(texts, one.Text())
		}
	}
	return strings.Join(texts, " | ")
}

func TestEveryQuestionIsAnsweredByTapAndByKey(t *testing.T) {
	for _, c := range []struct {
		name, body, sees, buttons, tap, want string
	}{
		{"file", "TODO send the notes", "Suggestions 1", "File it", "suggest.1.0", "todo: send the notes"},
		{
			"which of two", "todo Chris: send it", "Not filed: two people are called Chris", "Chris Baker | Chris Dale", "suggest.1.1",
			"todo Chris Dale: send it",
		},
		{
			"a name nearly right", "todo Nadja: send it", "Nobody is called Nadja. Did you mean Nadia?", "Nadia", "suggest.1.0",
			"todo Nadia: send it",
		},
		{"mine", "TODO: send her the contract", "Is this yours to do?", "Me | Ana", "suggest.1.0", "todo me: send her the contract"},
		{"theirs", "TODO: send her the contract", "Is this yours to do?", "Me | Ana", "suggest.1.1", "todo Ana: send her the contract"},
		{
			"one of two days", "todo: send it by 4/12", "Which day is that?", "Fri 4 Dec | Mon 12 Apr 2027", "suggest.1.0",
			"todo: send it by 2026-12-04",
		},
		{
			"this year or next", "todo: send it by 5 Nov", "Which day is that?", "Thu 5 Nov | Fri 5 Nov 2027", "suggest.1.1",
			"todo: send it by 2027-11-05",
		},
		{
			"a section", "## Action items\n- send the poll\n- book the room\n", "• Send the poll · Ana • Book the room · Ana", "File 2 lines",
			"suggest.1.0", "## Action items\n- todo: send the poll\n- todo: book the room\n",
		},
	} {
		for by, answer := range map[string]func(b *bench){
			"tap":    func(b *bench) { b.Tap(c.tap) },
			"Space":  func(b *bench) { b.Focus(c.tap); b.Window().Canvas().Focused().TypedRune(' ') },
			"Return": func(b *bench) { b.Focus(c.tap); b.Press(fyne.KeyReturn) },
		} {
			t.Run(c.name+", by "+by, func(t *testing.T) {
				b := open(t)
				b.namesakes()
				id := b.reading(c.body)
				b.Sees(c.sees)
				if got := b.buttonTexts("suggest.1"); got != c.buttons {
					t.Errorf("the answers are %q, want %q", got, c.buttons)
				}
				answer(b)
				b.stored(id, c.want)
				b.written(c.want)
				b.SeesNot("Suggestions")
				b.TakeBack()
				b.stored(id, c.body)
				b.quiet()
			})
		}
	}
}

func TestThreeSuggestionsAreShownAndTheRestUnfolds(t *testing.T) {
	b := open(t)
	id := b.reading("TODO one is\nTODO two is\nTODO three is\nTODO four is\nTODO five is\n")
	b.Sees("Suggestions 5", "2 more", "File all 5")
	if !b.Has("suggest.3.0") || b.Has("suggest.4.0") {
		t.Error("not the first three are shown")
	}
	b.Tap("suggest.more")
	b.SeesNot("2 more")
	if !b.Has("suggest.4.0") || !b.Has("suggest.5.0") {
		t.Error("the rest is not shown")
	}
	b.Tap("suggest.all")
	b.said("Filed 5 lines")
	b.stored(id, "todo: one is\ntodo: two is\ntodo: three is\ntodo: four is\ntodo: five is\n")
	b.TakeBack()
	b.stored(id, "TODO one is\nTODO two is\nTODO three is\nTODO four is\nTODO five is\n")
	b.quiet()
}

// TestTakingFilingBackLeavesNoPromise: what was a promise for a moment only is not asked about, and not put back.
func TestTakingFilingBackLeavesNoPromise(t *testing.T) {
	const body = "I will call the agency\nGood week so far.\nI'll fix the bed rail\n- I will email payroll\n"
	for _, c := range []struct {
		name string
		back func(*bench)
	}{
		{"all at once", (*bench).TakeBack},
		{"in the editor", func(b *bench) { b.Editor().Undo() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			id := b.reading(body)
			caret := strings.Index(body, "week")
			b.Editor().SetCaret(caret)
			b.pause()
			b.Tap("suggest.all")
			b.said("Filed 3 lines")
			if rest := b.Editor().Text()[b.Editor().Caret():]; !strings.HasPrefix(rest, "week so far.\n") {
				t.Errorf("the caret stands before %q", rest)
			}
			c.back(b)
			if at := b.Editor().Caret(); at != caret {
				t.Errorf("taken back, the caret stands at %d, not at %d", at, caret)
			}
			b.pause()
			b.written(body)
			b.SeesNot("You promised")
			b.Sees("Suggestions 3")
			b.Leave()
			b.stored(id, body)
			b.quiet()
		})
	}
}

func TestFileAllLeavesWhatHasSeveralAnswersAndSectionsOutOfView(t *testing.T) {
	b := open(t)
	b.namesakes()
	const body = "TODO one is\nTODO two is\ntodo Chris: send it\n\n## Decisions\n- use Kafka\n"
	id := b.reading(body)
	b.Sees("File all 2", "1 more")
	b.Tap("suggest.more")
	b.Sees("File all 3", "• Use Kafka")
	b.Tap("suggest.all")
	b.said("Filed 3 lines")
	b.stored(id, "todo: one is\ntodo: two is\ntodo Chris: send it\n\n## Decisions\n- decided: use Kafka\n")
	b.Sees("Suggestions 1")
	if b.Has("suggest.all") {
		t.Error("one that has two answers is offered to be filed with all")
	}
	b.quiet()
}

func TestTheLineThatIsTypedIsLeftAloneUntilTheCaretLeavesIt(t *testing.T) {
	b := open(t)
	b.reading("TODO one is\n")
	b.Write("TODO two is")
	b.pause()
	b.Sees("Suggestions 1")
	b.Press(fyne.KeyUp)
	b.pause()
	b.Sees("Suggestions 1", "TODO two is") // now the first is written on
	if b.Has("suggest.1.0") || !b.Has("suggest.2.0") {
		t.Error("the line of the caret is suggested")
	}
	b.Window().Canvas().Unfocus()
	b.pause()
	b.Sees("Suggestions 2")
	b.quiet()
}

func TestASuggestionStaysDismissedWhereTheJournalIsReadAgain(t *testing.T) {
	for _, c := range []struct{ name, body, key, other string }{
		{"a line", "TODO send the notes", "suggest.1.away", ""},
		{"a section", "## Action items\n- send the poll\n", "suggest.1.away", ""},
		{"a spelling", "todo Nadja: send it", "suggest.1.away", "praise nadja: well done"},
		{"which of two", "todo Chris: send it", "suggest.1.away", ""},
		{"a day", "todo: send it by 4/12", "suggest.1.away", ""},
		{"whose it is", "TODO: send her the contract", "suggest.1.away", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			b.namesakes()
			id := b.reading(c.body)
			b.Sees("Suggestions 1")
			b.Focus(c.key)
			b.Press(fyne.KeyReturn)
			b.SeesNot("Suggestions")
			b.stored(id, c.body)
			b.Leave()
			b.enter(id)
			b.SeesNot("Suggestions")
			if c.other != "" {
				b.reading(c.other)
				b.SeesNot("Suggestions")
			}
			b.quiet()
		})
	}
}

func TestWhatIsDoneHereAndOpenElsewhereIsOfferedToBeTicked(t *testing.T) {
	for _, c := range []struct {
		name, before, line, want string
		offered                  bool
	}{
		{"the same words", "todo: send the draft\n", "done: Send draft!", "todo: send the draft (done 2026-11-23)\n", true},
		{"a ticked box", "- [ ] send the draft\n", "- [x] send the draft", "- [x] send the draft (done 2026-11-23)\n", true},
		{"other words", "todo: send the draft\n", "done: sent the draft", "", false},
		{"two of these words", "todo: send the draft\ntodo me: send the draft\n", "done: send the draft", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			old := b.add(notes.HeldNote, "2026-11-09", c.before)
			id := b.reading(c.line)
			b.stored(old, c.before) // nothing happens by itself
			if !c.offered {
				b.SeesNot("Mark it as done too")
				return
			}
			b.Sees("Still open since 9 Nov. Mark it as done too?")
			b.Tap("suggest.1.tick")
			b.stored(old, c.want)
			b.stored(id, c.line)
			b.SeesNot("Mark it as done too")
			b.TakeBack()
			b.stored(old, c.before)
			b.Tap("suggest.1.away")
			b.SeesNot("Mark it as done too")
			b.enter(id)
			b.SeesNot("Mark it as done too")
			b.quiet()
		})
	}
}

func TestSuggestionsAreOfferedOnceWhereAOneOnOneIsClosed(t *testing.T) {
	b := open(t)
	id := b.closing("TODO send the notes\nAna to draft the plan\nprivate TODO ask about pay\nTODO Ben: call him\nBen to call HR\n")
	b.Sees("Close the one-on-one", "Suggestions 2", "TODO send the notes", "Ana to draft the plan", "File all 2")
	b.SeesNot("pay", "HR")
	if i := slices.IndexFunc(b.Keys(), func(k string) bool { return strings.HasPrefix(k, "closing.suggest") }); i < 0 {
		t.Error("no key leads to it")
	}
	b.Tap("closing.suggest.all")
	b.SeesNot("Suggestions")
	b.Sees("Close the one-on-one", "Filed 2 lines")
	b.Tap("closing.suggest.undo")
	b.Sees("Suggestions 2", "File all 2")
	b.SeesNot("Filed 2 lines")
	b.stored(id, "TODO send the notes\nAna to draft the plan\nprivate TODO ask about pay\nTODO Ben: call him\nBen to call HR\n")
	b.Tap("closing.suggest.all")
	b.Tap(widgets.DialogConfirm)
	b.stored(id, "todo: send the notes\ntodo Ana: draft the plan\nprivate TODO ask about pay\nTODO Ben: call him\nBen to call HR\n")
	b.quiet()
}

func TestTheSuggestionsOfAClosingAreSkippedInOneKey(t *testing.T) {
	b := open(t)
	const body = "TODO send the notes\n"
	id := b.closing(body)
	b.Sees("Suggestions 1")
	if at := b.Focused(); strings.HasPrefix(at, "closing.suggest") {
		t.Errorf("the keyboard begins at %q, where Return files", at)
	}
	b.Press(fyne.KeyEscape)
	b.stored(id, body)
	b.SeesNot("Close the one-on-one")
	b.enter(id)
	if b.Has("head.close") {
		t.Error("it is offered again")
	}
}
