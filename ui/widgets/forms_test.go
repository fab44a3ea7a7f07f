package widgets

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// formsDay is when the tests of forms take place.
var formsDay = time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)

// praiseForm is a dialog with fields, about somebody.
type praiseForm struct {
	*Dialog
	what *TextField
	when *DateField
	more *TextField // shown where it is asked for
	rows *fyne.Container
}

func openPraise(at fyne.Canvas, about, what, when string) *praiseForm {
	f := &praiseForm{what: NewTextArea("what", "What", "", 2), more: NewTextField("more", "More", ""), rows: VStack(4)}
	f.when = NewDateField("when", "When", "", func(string) time.Time { return formsDay })
	f.what.SetText(what)
	f.when.SetText(when)
	f.Dialog = NewDialog(at, "Praise", "Log it", func() error { return nil }, f.what, f.when, f.rows).About(about)
	f.Show(f.what.Entry)
	return f
}

func (f *praiseForm) showMore() {
	f.rows.Objects = []fyne.CanvasObject{f.more}
	f.Relayout()
}

func useForms(at fyne.Canvas, text string, now *time.Time) *Forms {
	f := ReadForms(text, func() time.Time { return *now })
	UseForms(at, f)
	return f
}

func TestWhatIsTypedIntoADialogIsThereAgain(t *testing.T) {
	now := formsDay
	at := show(t, VStack(0), 800, 600)
	forms := useForms(at, "", &now)
	f := openPraise(at, "Ana", "", "2026-11-23")
	f.what.Entry.TypedRune('x')
	if forms.Text() == "" {
		t.Error("a crash now would lose it")
	}
	f.showMore()
	f.more.SetText("why")
	f.what.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})

	forms = useForms(at, forms.Text(), &now) // another start of the program, on another day
	f = openPraise(at, "Ana", "", "2026-11-24")
	if f.what.Text() != "x" || f.when.Text() != "2026-11-24" || !f.typing.line.Visible() {
		t.Errorf("reopened: %q on %q, said: %v", f.what.Text(), f.when.Text(), f.typing.line.Visible())
	}
	f.Close() // what has no field yet is kept all the same
	f = openPraise(at, "Ana", "", "2026-11-24")
	if f.showMore(); f.more.Text() != "why" {
		t.Errorf("a field that is asked for says %q", f.more.Text())
	}
	for name, other := range map[string]*praiseForm{
		"somebody else":      openPraise(at, "Ben", "", ""),
		"what stood changed": openPraise(at, "Ana", "rewritten meanwhile", ""),
	} {
		t.Run(name, func(t *testing.T) {
			if got := other.what.Text(); got == "x" || other.typing.line.Visible() {
				t.Errorf("it says %q", got)
			}
		})
		other.Close()
	}
	f.Confirm()
	if forms.Text() != "" {
		t.Errorf("confirmed, and kept: %s", forms.Text())
	}
}

func TestStartOverBringsBackWhatStoodThere(t *testing.T) {
	now := formsDay
	at := show(t, VStack(0), 800, 600)
	forms := useForms(at, "", &now)
	f := openPraise(at, "Ana", "before", "")
	f.what.SetText("after")
	f.Close()
	f = openPraise(at, "Ana", "before", "")
	f.startOver()
	if f.what.Text() != "before" || f.typing.line.Visible() || forms.Text() != "" || at.Focused() != fyne.Focusable(f.what.Entry) {
		t.Errorf("%q, kept %q, focus on %v", f.what.Text(), forms.Text(), at.Focused())
	}
	f.what.SetText("again")
	f.what.SetText("before")
	if f.Close(); forms.Text() != "" {
		t.Errorf("nothing was typed, and kept: %q", forms.Text())
	}
}

func TestADialogThatKeepsNothing(t *testing.T) {
	now := formsDay
	at := show(t, VStack(0), 800, 600)
	forms := useForms(at, "", &now)
	for name, ask := range map[string]func(*TextField) *Dialog{
		"that only tells": func(f *TextField) *Dialog { return NewDialog(at, "Find", "", nil, f) },
		"that destroys":   func(f *TextField) *Dialog { return NewDanger(at, "Delete?", "Keep", "Delete", nil, f) },
	} {
		t.Run(name, func(t *testing.T) {
			field := NewTextField("f", "", "")
			d := ask(field)
			d.Show(nil)
			field.SetText("words")
			if d.Close(); forms.Text() != "" {
				t.Errorf("kept: %s", forms.Text())
			}
		})
	}
}

func TestKeptFormsAreBounded(t *testing.T) {
	now := formsDay
	for name, c := range map[string]struct {
		forms, size int
		pass        time.Duration
		kept        int
	}{
		"few":      {3, 10, 0, 3},
		"many":     {30, 10, 0, mostForms},
		"large":    {10, 100_000, 0, 3}, // a fourth would be too much
		"a month":  {3, 10, 29 * 24 * time.Hour, 3},
		"too long": {3, 10, 31 * 24 * time.Hour, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f := ReadForms("", func() time.Time { return now })
			for i := range c.forms {
				now = now.Add(time.Minute)
				f.put(fmt.Sprint(i), map[string]string{"k": strings.Repeat("x", c.size+1)}, false)
			}
			now = now.Add(c.pass)
			again := ReadForms(f.Text(), f.Now)
			if len(again.kept) != c.kept {
				t.Errorf("%d are kept, not %d", len(again.kept), c.kept)
			}
			if _, last := again.kept[fmt.Sprint(c.forms-1)]; last != (c.kept > 0) {
				t.Errorf("the last one is kept: %v", last)
			}
		})
	}
	if f := ReadForms("no forms", func() time.Time { return now }); f.Text() != "" {
		t.Errorf("read %q", f.Text())
	}
}

func TestAFieldOfARoomIsKept(t *testing.T) {
	now := formsDay
	at := show(t, VStack(0), 800, 600)
	forms := useForms(at, "", &now)
	open := func(about, had string, may func(string) bool) (*TextField, *KeptField) {
		f := NewTextField("limits", "", "")
		f.SetText(had)
		return f, KeepTyped(at, about, f, may)
	}
	field, _ := open("#hiring", "old", nil)
	field.SetText("new")
	for name, c := range map[string]struct {
		about, had string
		may        bool
		want       string
	}{
		"the same":           {"#hiring", "old", true, "new"},
		"about another":      {"#budget", "old", true, "old"},
		"what stood changed": {"#hiring", "other", true, "other"},
		"not to be seen":     {"#hiring", "old", false, "old"},
	} {
		t.Run(name, func(t *testing.T) {
			f, kept := open(c.about, c.had, func(string) bool { return c.may })
			if f.Text() != c.want || kept.Line.Visible() != (c.want == "new") {
				t.Errorf("it says %q, and that it is still here: %v", f.Text(), kept.Line.Visible())
			}
		})
	}
	if field, _ = open("#hiring", "old", nil); field.Text() != "new" {
		t.Fatalf("it says %q", field.Text())
	}
	if field.SetText("old"); forms.Text() != "" {
		t.Errorf("it is as it was, and kept: %s", forms.Text())
	}
}

// TestAFormKeepsOnlyWhatIsTheUsersOwn fills a form in several ways and closes it.
func TestAFormKeepsOnlyWhatIsTheUsersOwn(t *testing.T) {
	for name, c := range map[string]struct {
		fill func(text *TextField, choice *Segmented, box *Checkbox)
		end  func(*Dialog)
		kept bool
	}{
		"nothing":            {func(*TextField, *Segmented, *Checkbox) {}, (*Dialog).Close, false},
		"a choice":           {func(_ *TextField, s *Segmented, _ *Checkbox) { s.choose(1) }, (*Dialog).Close, false},
		"what it offers":     {func(f *TextField, s *Segmented, _ *Checkbox) { s.choose(1); f.Offer("notes.html") }, (*Dialog).Close, false},
		"typed over that":    {func(f *TextField, _ *Segmented, _ *Checkbox) { f.Offer("notes.html"); f.Entry.TypedRune('x') }, (*Dialog).Close, true},
		"a text":             {func(f *TextField, _ *Segmented, _ *Checkbox) { f.Entry.TypedRune('x') }, (*Dialog).Close, true},
		"a tick":             {func(_ *TextField, _ *Segmented, b *Checkbox) { b.toggle() }, (*Dialog).Close, true},
		"a text, and done":   {func(f *TextField, _ *Segmented, _ *Checkbox) { f.Entry.TypedRune('x') }, (*Dialog).Confirm, false},
		"done by its button": {func(f *TextField, _ *Segmented, _ *Checkbox) { f.Entry.TypedRune('x') }, (*Dialog).Finish, false},
	} {
		t.Run(name, func(t *testing.T) {
			now := formsDay
			at := show(t, VStack(0), 800, 600)
			forms := useForms(at, "", &now)
			text, box := NewTextField("where", "Where", ""), NewCheckbox("box", "", false, nil)
			text.SetText("notes.pdf")
			choice := NewSegmented("kind", []string{"PDF", "Web page"}, 0, nil)
			d := NewDialog(at, "Save", "Save", func() error { return nil }, text, choice, box)
			d.Show(nil)
			c.fill(text, choice, box)
			c.end(d)
			if kept := forms.Text() != ""; kept != c.kept {
				t.Errorf("it keeps %q", forms.Text())
			}
		})
	}
}

func TestADayThatWasKeptIsReplacedByTyping(t *testing.T) {
	for _, c := range []struct {
		name        string
		open        func(at fyne.Canvas) *Entry
		typed, want string
	}{
		{"the day of a form with others", func(at fyne.Canvas) *Entry {
			day, more := NewDateField("day", "Day", "", func(string) time.Time { return formsDay }), NewTextField("at", "Time", "")
			NewDialog(at, "Move it", "Move", func() error { return nil }, day, more).Show(day.Field.Entry)
			return day.Field.Entry
		}, "12 March", "x"},
		{"the one line of a form", func(at fyne.Canvas) *Entry {
			line := NewTextField("tag", "Tag", "")
			NewDialog(at, "Tag it", "Tag", func() error { return nil }, line).Show(line.Entry)
			return line.Entry
		}, "pay", "x"},
		{"what is longer", func(at fyne.Canvas) *Entry {
			text := NewTextArea("text", "Text", "", 3)
			NewDialog(at, "Write it", "Write", func() error { return nil }, text).Show(text.Entry)
			return text.Entry
		}, "a b", "a bx"},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := formsDay
			at := show(t, VStack(0), 800, 600)
			useForms(at, "", &now)
			first := c.open(at)
			first.SetText(c.typed)
			first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			again := c.open(at)
			if again.Text != c.typed {
				t.Fatalf("kept %q", again.Text)
			}
			again.TypedRune('x')
			if got := again.Text; got != c.want {
				t.Errorf("typing on %q makes %q, want %q", c.typed, got, c.want)
			}
		})
	}
}
