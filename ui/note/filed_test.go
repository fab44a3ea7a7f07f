package note_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

func TestWhatIsTypedIsFiledInThePanelAtOnce(t *testing.T) {
	b := open(t)
	id := b.reading("")
	b.Sees("Start a line with a label")
	b.Write("She was early.\ntodo: draft the plan by Fri\npraise: ran the review\ndecided Ana: keep the tool")
	b.pause()
	b.Sees("Filed from this note 3", "Draft the plan", "Ana · by Fri 27 Nov", "Ran the review", "not said yet", "Keep the tool")
	b.SeesNot("Start a line with a label")
	items, err := b.J.FiledFrom(id)
	if err != nil || len(items) != 3 || items[0].Text != "draft the plan" || items[0].Due != "2026-11-27" {
		t.Errorf("filed: %+v, %v", items, err)
	}
	for range "decided Ana: keep the tool" {
		b.Press(fyne.KeyBackspace)
	}
	b.pause()
	b.Sees("Filed from this note 2")
	b.SeesNot("Keep the tool")
	b.quiet()
}

func TestATickRewritesTheLineAndIsTakenBack(t *testing.T) {
	for _, c := range []struct {
		name string
		back func(b *bench)
	}{
		{"beside the note", (*bench).TakeBack},
		{"in the editor", func(b *bench) { b.Editor().Undo(); b.pause() }},
		{"by the box itself", func(b *bench) { b.Tap("filed.2.tick") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			id := b.reading("Some words.\ntodo: draft the plan\n")
			b.Editor().SetCaret(4)
			b.Tap("filed.2.tick")
			b.said("Done")
			b.written("Some words.\ntodo: draft the plan (done 2026-11-23)\n")
			b.stored(id, "Some words.\ntodo: draft the plan (done 2026-11-23)\n")
			if box := b.Find("filed.2.tick").(*widgets.Checkbox); !box.On() || b.Editor().Caret() != 4 {
				t.Errorf("the box is ticked: %v; the caret is at %d", box.On(), b.Editor().Caret())
			}
			c.back(b)
			b.written("Some words.\ntodo: draft the plan\n")
			b.stored(id, "Some words.\ntodo: draft the plan\n")
			if b.Find("filed.2.tick").(*widgets.Checkbox).On() {
				t.Error("the box is still ticked")
			}
			b.quiet()
		})
	}
}

func TestATickKeepsWhatIsNotSavedYet(t *testing.T) {
	b := open(t)
	id := b.reading("todo: draft the plan\n")
	b.Write("and more")
	b.Tap("filed.1.tick")
	b.written("todo: draft the plan (done 2026-11-23)\nand more")
	b.stored(id, "todo: draft the plan (done 2026-11-23)\nand more")
	b.quiet()
}

func TestATickThatFailsIsShownOnceAndLeavesTheLine(t *testing.T) {
	b := open(t)
	id := b.reading("todo: draft the plan\n")
	b.FailWrites(notes.ErrFull)
	b.Tap("filed.1.tick")
	if len(b.Shown) != 1 {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Press(fyne.KeyEscape)
	b.FailWrites(nil)
	b.Reload()
	b.written("todo: draft the plan\n")
	b.stored(id, "todo: draft the plan\n")
	if b.Find("filed.1.tick").(*widgets.Checkbox).On() {
		t.Error("the box is ticked though nothing was saved")
	}
}

func TestALineThatNearlyFilesIsFiledInOneTap(t *testing.T) {
	b := open(t)
	id := b.reading("")
	b.Write("Ana to draft the plan")
	b.pause()
	b.SeesNot("Suggestions") // it is being typed
	b.Write("\n")
	b.pause()
	b.Sees("Suggestions 1", "Ana to draft the plan", "Draft the plan · Ana")
	b.stored(id, "Ana to draft the plan\n")
	b.Tap("suggest.1.0")
	b.stored(id, "todo Ana: draft the plan\n")
	b.SeesNot("Suggestions")
	b.TakeBack()
	b.stored(id, "Ana to draft the plan\n")
	b.quiet()
}

func TestALineCountsForTheOneGoalInOneTap(t *testing.T) {
	b := open(t)
	roomtest.Do(t, b.J, notes.Goal{Person: b.ana, Title: "Lead platform", Tag: "platform", State: notes.GoalOpen, Start: "2026-11-01"})
	id := b.reading("praise: ran the review\n")
	b.Sees("Count it towards: Lead platform")
	b.Tap("filed.1.goal")
	b.stored(id, "praise: ran the review #platform\n")
	b.SeesNot("Count it towards: Lead platform")
	b.quiet()
}

func TestTheMenuOfALineRewritesIt(t *testing.T) {
	for _, c := range []struct{ line, choose, answer, want string }{
		{"todo: write it down", "Mark as done", "", "todo: write it down (done 2026-11-23)"},
		{"todo: write it down", "Drop it …", "no need", "todo: write it down (dropped 2026-11-23: no need)"},
		{"todo me: ask HR", "Say why not …", "no money", "todo me: ask HR (told 2026-11-23: no money)"},
		{"todo: write it down (done 2026-11-20)", "Reopen", "", "todo: write it down"},
		{"todo: write it down", "Owned by you", "", "todo me: write it down"},
		{"todo me: ask HR", "Owned by Ana", "", "todo: ask HR"},
		{"decided me: use Kafka", "Decided together", "", "decided we: use Kafka"},
		{"todo: write it down", "Change the date …", "fri", "todo: write it down by 2026-11-27"},
		{"todo: write it down by 2026-11-27", "Change the date …", "", "todo: write it down"},
		{"todo: write it down", "Change the date …", "12 Nov", "todo: write it down by 2026-11-12"}, // not next year's
		{"todo: write it down", "Add a tag …", "platform", "todo: write it down #platform"},
		{"todo: write it down #platform", "Remove #platform", "", "todo: write it down"},
		{"praise: ran the review", "Mark as said", "", "praise: ran the review (said 2026-11-23)"},
		{"idea: drop the mail", "Decline it …", "they read it", "idea: drop the mail (declined 2026-11-23: they read it)"},
	} {
		t.Run(c.line+", "+c.choose, func(t *testing.T) {
			b := open(t)
			id := b.reading(c.line + "\n")
			b.Choose("filed.1", c.choose)
			if b.Has("ask.text") {
				b.Fill("ask.text", c.answer)
				b.Tap(widgets.DialogConfirm)
			}
			b.stored(id, c.want+"\n")
			b.written(c.want + "\n")
			b.TakeBack()
			b.stored(id, c.line+"\n")
			b.quiet()
		})
	}
}

func TestALineIsGivenToSomebodyElse(t *testing.T) {
	b := open(t)
	id := b.reading("todo: write it down\n")
	b.Choose("filed.1", "Owned by someone else …")
	b.Tap(widgets.DialogConfirm)
	b.stored(id, "todo Ben: write it down\n")
	b.Sees("Ben")
	b.quiet()
}

func TestADateThatIsNoneKeepsTheDialog(t *testing.T) {
	b := open(t)
	id := b.reading("todo: write it down\n")
	b.Choose("filed.1", "Change the date …")
	b.Fill("ask.text", "someday soon")
	b.Tap(widgets.DialogConfirm)
	if !b.Has("ask.text") {
		t.Error("the dialog is gone")
	}
	b.Sees("someday soon")
	b.stored(id, "todo: write it down\n")
	b.quiet()
}

func TestALineIsShownInTheNote(t *testing.T) {
	b := open(t)
	b.reading("one\ntwo\ntodo: write it down\n")
	b.Choose("filed.3", "Show in the note")
	if b.Editor().Line() != 2 || b.Focused() != "note.editor" {
		t.Errorf("the caret is on line %d, the keyboard at %q", b.Editor().Line()+1, b.Focused())
	}
}

func TestAPromiseWhoseLineIsGoneIsAskedAbout(t *testing.T) {
	for _, c := range []struct{ name, key, answer, want string }{
		{"done", "filed.gone.1.done", "", "words\ntodo me: ask HR (done 2026-11-23)"},
		{"told why not", "filed.gone.1.told", "no money", "words\ntodo me: ask HR (told 2026-11-23: no money)"},
		{"still open", "filed.gone.1.open", "", "words\ntodo me: ask HR"},
		{"no promise", "filed.gone.1.none", "", "words"},
		{"nobody says", "", "", "words\ntodo me: ask HR"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			id := b.reading("todo me: ask HR\nwords")
			b.Editor().Replace(0, len("todo me: ask HR\n"), "")
			b.pause()
			b.Sees("You promised:", "What happened with your promise?")
			if c.key != "" {
				b.Tap(c.key)
				if b.Has("ask.text") {
					b.Fill("ask.text", c.answer)
					b.Tap(widgets.DialogConfirm)
				}
				b.SeesNot("What happened with your promise?")
			}
			b.Leave()
			b.stored(id, c.want)
			b.quiet()
		})
	}
}

func TestAPromiseThatCannotBePutBackKeepsTheNoteOpen(t *testing.T) {
	b := open(t)
	other := b.add(notes.HeldNote, "2026-11-09", "What was said then.\n")
	id := b.reading("todo me: ask HR\nwords")
	b.Editor().Replace(0, len("todo me: ask HR\n"), "")
	b.pause()
	b.FailWrites(notes.ErrFull)
	b.Tap(listKey(other))
	b.written("words")
	if len(b.Shown) != 1 {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Press(fyne.KeyEscape)
	b.FailWrites(nil)
	b.Tap(listKey(other))
	b.written("What was said then.\n")
	b.stored(id, "words\ntodo me: ask HR")
}

func TestManyLinesAreFiledInTheOrderOfTheHeadings(t *testing.T) {
	b := open(t)
	b.reading("praise: a\ntodo: b\ndecided we: c\nidea: d\n")
	var rows []string
	for _, key := range b.Keys() {
		if n := strings.TrimPrefix(key, "filed."); n != key && !strings.Contains(n, ".") {
			rows = append(rows, n)
		}
	}
	if fmt.Sprint(rows) != "[3 2 1 4]" {
		t.Errorf("the lines stand in the order %v", rows)
	}
}
