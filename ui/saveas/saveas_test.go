package saveas_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/document"
	"handback/ui/paper"
	"handback/ui/roomtest"
	"handback/ui/saveas"
	"handback/ui/widgets"
)

var pack = document.Document{
	Title: "Ana Ruiz: May to October", Whose: "Ana Ruiz", On: "2026-11-23",
	Parts: []document.Part{{Title: "Decided", Lines: []document.Line{{Text: "One queue", Rest: "12 May"}}}},
}

// bench is a journal in a window, and a folder to save in.
type bench struct {
	*roomtest.Host
	folder string
}

func open(t *testing.T) *bench {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	b := &bench{Host: roomtest.Open(t), folder: t.TempDir()}
	if _, err := b.J.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: "saveas.folder", Value: b.folder}}}); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *bench) files() (names []string) {
	b.T.Helper()
	entries, err := os.ReadDir(b.folder)
	if err != nil {
		b.T.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func (b *bench) where() string {
	b.T.Helper()
	e, ok := b.Find("saveas/where").(*widgets.Entry)
	if !ok {
		b.T.Fatal("there is no field")
	}
	return e.Text
}

// pick chooses so many to the right of what is chosen.
func (b *bench) pick(key string, right int) {
	b.T.Helper()
	b.Focus(key)
	for range right {
		b.Press(fyne.KeyRight)
	}
}

func TestADocumentIsSavedInEachForm(t *testing.T) {
	for name, c := range map[string]struct {
		right  int
		ending string
		begins string
	}{
		"PDF": {0, ".pdf", "%PDF-1."}, "a web page": {1, ".html", "<!doctype html>"}, "Markdown": {2, ".md", "# Ana Ruiz: May to October"},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			saveas.Show(b, saveas.Of(pack))
			b.Sees("Anyone who gets this file can read it")
			b.pick("saveas/format", c.right)
			b.Tap(widgets.DialogConfirm)
			want := "Ana Ruiz- May to October" + c.ending
			if got := b.files(); !slices.Equal(got, []string{want}) {
				t.Fatalf("there is %q", got)
			}
			text, _ := os.ReadFile(filepath.Join(b.folder, want))
			if !strings.HasPrefix(string(text), c.begins) {
				t.Errorf("it begins with %.40q", text)
			}
			if len(b.Said) != 1 || !strings.Contains(b.Said[0], filepath.Join(b.folder, want)) || b.Has("saveas/where") {
				t.Errorf("said %q", b.Said)
			}
		})
	}
}

func TestTheLastChoiceIsOfferedAgain(t *testing.T) {
	b := open(t)
	other := t.TempDir()
	saveas.Show(b, saveas.Of(pack))
	b.pick("saveas/size", 1)
	b.Fill("saveas/where", filepath.Join(other, "mine.pdf"))
	b.Tap(widgets.DialogConfirm)
	for key, want := range map[string]string{"saveas.folder": other, "saveas.paper": string(paper.Letter), "saveas.format": ".pdf"} {
		t.Run(key, func(t *testing.T) {
			if got, err := b.J.Setting(key); err != nil || got != want {
				t.Errorf("%q is kept (%v)", got, err)
			}
		})
	}
	made, err := os.ReadFile(filepath.Join(other, "mine.pdf"))
	if err != nil || !strings.Contains(string(made), "612.00 792.00") {
		t.Errorf("it is not on Letter: %v", err)
	}
	saveas.Show(b, saveas.Of(pack))
	if got := b.where(); got != filepath.Join(other, "Ana Ruiz- May to October.pdf") {
		t.Errorf("it would go to %s", got)
	}
}

func TestPaperIsThatOfTheCountryAtFirst(t *testing.T) {
	for name, want := range map[string]string{"en_US.UTF-8": "612.00 792.00", "de_DE.UTF-8": "595.28 841.89"} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.In = notes.LocaleOf(name)
			saveas.Show(b, saveas.Of(pack))
			b.Tap(widgets.DialogConfirm)
			made, err := os.ReadFile(filepath.Join(b.folder, "Ana Ruiz- May to October.pdf"))
			if err != nil || !strings.Contains(string(made), want) {
				t.Errorf("it is not %s (%v)", want, err)
			}
		})
	}
}

func TestAnotherFormChangesTheEndingAndNotWhatWasTyped(t *testing.T) {
	for name, c := range map[string]struct{ typed, want string }{
		"an ending of ours":    {"/tmp/packs/mine.pdf", "/tmp/packs/mine.html"},
		"one of another kind":  {"/tmp/packs/mine.txt", "/tmp/packs/mine.txt"},
		"no ending, but a dot": {"/tmp/packs/v1.2", "/tmp/packs/v1.2"},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			saveas.Show(b, saveas.Of(pack))
			b.Fill("saveas/where", c.typed)
			b.pick("saveas/format", 1)
			if got := b.where(); got != c.want {
				t.Errorf("it would go to %s", got)
			}
		})
	}
}

func TestAFileThatIsThereIsAskedAbout(t *testing.T) {
	b := open(t)
	path := filepath.Join(b.folder, "mine.md")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	saveas.Show(b, saveas.Of(pack))
	b.pick("saveas/format", 2)
	b.Fill("saveas/where", path)
	b.Tap(widgets.DialogConfirm)
	b.Sees("already a file with that name", "Replace file")
	if text, _ := os.ReadFile(path); string(text) != "old" {
		t.Fatal("it was replaced unasked")
	}
	b.Fill("saveas/where", filepath.Join(b.folder, "other.md")) // it is another file now
	b.SeesNot("Replace file")
	b.Fill("saveas/where", path)
	b.Tap(widgets.DialogConfirm)
	b.Tap(widgets.DialogConfirm)
	if text, _ := os.ReadFile(path); !strings.HasPrefix(string(text), "# Ana") {
		t.Errorf("it holds %q", text)
	}
	if got := b.files(); !slices.Equal(got, []string{"mine.md"}) {
		t.Errorf("there is %q", got)
	}
}

// broken is a journal on a disk that can't be written.
type broken struct {
	notes.Journal
	fails error
}

func (j broken) WriteFile(string, []byte, bool) (string, error) { return "", j.fails }

func TestWhatCannotBeSavedIsSaidInTheDialog(t *testing.T) {
	for name, c := range map[string]struct {
		path  string
		fails error
		says  string
	}{
		"no name":      {path: " ", says: "Enter a folder and a file name."},
		"a folder":     {path: "/", says: "is a folder"},
		"no folder":    {path: "/there is/none.pdf", says: "There's no folder /there is"},
		"a full disk":  {path: "/tmp/a.pdf", fails: notes.ErrFull, says: "The disk is full"},
		"not allowed":  {path: "/tmp/a.pdf", fails: notes.ErrNoAccess, says: "isn't allowed"},
		"without path": {path: "pack.pdf", says: ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			if c.fails != nil {
				b.J = broken{b.J, c.fails}
			}
			saveas.Show(b, saveas.Of(pack))
			b.Fill("saveas/where", c.path)
			b.Tap(widgets.DialogConfirm)
			if c.says == "" {
				if got := b.files(); !slices.Equal(got, []string{c.path}) {
					t.Errorf("there is %q", got)
				}
				return
			}
			b.Sees(c.says)
			if got := b.files(); len(got) > 0 || len(b.Said) > 0 {
				t.Errorf("there is %q, said %q", got, b.Said)
			}
			if b.where() != c.path {
				t.Errorf("the field says %q", b.where())
			}
		})
	}
}

func TestWhatAPDFCannotShowIsSaidBefore(t *testing.T) {
	d := pack
	d.Title = "Ana 🎉 س"
	b := open(t)
	saveas.Show(b, saveas.Of(d))
	b.Sees("A PDF can't show these characters: 🎉 س. A web page can.")
	b.pick("saveas/format", 1)
	b.SeesNot("can't show")
}

func TestADocumentIsCopiedAndPrinted(t *testing.T) {
	b := open(t)
	saveas.Show(b, saveas.Of(pack))
	b.Tap("saveas/copy")
	if got := fyne.CurrentApp().Clipboard().Content(); got != document.Plain(pack) {
		t.Errorf("copied %q", got)
	}
	for name, c := range map[string]struct {
		paged bool
		file  string
	}{"in the browser": {false, "page.html"}, "as its pages are": {true, "page.pdf"}} {
		t.Run(name, func(t *testing.T) {
			choice := saveas.Of(pack)
			choice.Paged = c.paged
			saveas.Show(b, choice)
			b.Tap("saveas/print")
			pages, err := filepath.Glob(filepath.Join(os.TempDir(), "handback-print-*", "*"))
			if err != nil || len(pages) != 1 || filepath.Base(pages[0]) != c.file {
				t.Errorf("printed %q, %v", pages, err)
			}
		})
	}
}

func TestOneOfSeveralDocumentsIsChosen(t *testing.T) {
	b := open(t)
	other := document.Document{Title: "To write on"}
	of := func(name string, d document.Document) saveas.Choice {
		c := saveas.Of(d)
		c.Name = name
		return c
	}
	saveas.Show(b, of("Everything", pack), of("One page", other))
	b.pick("saveas/what", 1)
	if got := b.where(); filepath.Base(got) != "To write on.pdf" {
		t.Errorf("it would go to %s", got)
	}
	b.Tap("saveas/copy")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "To write on") {
		t.Errorf("copied %q", got)
	}
}

func TestADocumentThatCannotBeMadeIsSaid(t *testing.T) {
	b := open(t)
	saveas.Show(b, saveas.Choice{Make: func(paper.Size) (document.Document, error) { return document.Document{}, notes.ErrNotFound }})
	if len(b.Shown) != 1 || !errors.Is(b.Shown[0], notes.ErrNotFound) || b.Has("saveas/where") {
		t.Errorf("shown %v", b.Shown)
	}
}

func TestAJournalToReadIsSavedFromAndKeepsNothing(t *testing.T) {
	b := open(t)
	b.Seal()
	saveas.Show(b, saveas.Of(pack))
	b.pick("saveas/size", 1)
	b.Tap(widgets.DialogConfirm)
	if len(b.files()) != 1 || len(b.Shown) > 0 {
		t.Errorf("there is %q, shown %v", b.files(), b.Shown)
	}
	if got, _ := b.J.Setting("saveas.paper"); got != "" {
		t.Errorf("%q is kept", got)
	}
}

func TestALongWriteKeepsTheDialogUntilItIsKnownHowItWent(t *testing.T) {
	for name, c := range map[string]struct {
		there bool
		says  string
	}{"it is saved": {}, "a file is there": {true, "Replace file"}} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			path := filepath.Join(b.folder, "mine.md")
			if c.there {
				if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			b.Hold = true
			saveas.Show(b, saveas.Of(pack))
			b.pick("saveas/format", 2)
			b.Fill("saveas/where", path)
			b.Tap(widgets.DialogConfirm)
			b.Sees("Saving …")
			b.Tap(widgets.DialogConfirm) // once more, in a hurry
			b.Answer(0)
			if c.there {
				b.Sees("already a file with that name", c.says)
				return
			}
			if b.Has("saveas/where") || len(b.Said) != 1 || len(b.files()) != 1 {
				t.Errorf("said %q, there is %q", b.Said, b.files())
			}
		})
	}
}

// TestWhatWasDoneOrOnlyOfferedIsNotKept ends the dialog in every way: the next one says nothing of a text from last time,
// unless one was typed that went nowhere.
func TestWhatWasDoneOrOnlyOfferedIsNotKept(t *testing.T) {
	typed := func(b *bench) { b.Fill("saveas/where", filepath.Join(b.folder, "mine.pdf")) }
	other := func(b *bench) { b.pick("saveas/size", 1); b.pick("saveas/format", 1) }
	press := func(key string) func(*bench) { return func(b *bench) { b.Tap(key) } }
	for name, c := range map[string]struct {
		before, end func(*bench)
		kept        bool
	}{
		"typed, saved":      {typed, press(widgets.DialogConfirm), false},
		"typed, copied":     {typed, press("saveas/copy"), false},
		"typed, printed":    {typed, press("saveas/print"), false},
		"chosen, saved":     {other, press(widgets.DialogConfirm), false},
		"chosen, copied":    {other, press("saveas/copy"), false},
		"chosen, cancelled": {other, press(widgets.DialogCancel), false},
		"typed, cancelled":  {typed, press(widgets.DialogCancel), true},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			forms := widgets.ReadForms("", b.Now)
			widgets.UseForms(b.Window().Canvas(), forms)
			t.Cleanup(func() { widgets.UseForms(b.Window().Canvas(), nil) })
			saveas.Show(b, saveas.Of(pack))
			c.before(b)
			c.end(b)
			if b.Has("saveas/where") {
				t.Fatal("it is still there")
			}
			if kept := forms.Text() != ""; kept != c.kept {
				t.Errorf("it keeps %q", forms.Text())
			}
			saveas.Show(b, saveas.Of(pack))
			if says := "Your text from last time is still here."; c.kept {
				b.Sees(says)
			} else {
				b.SeesNot(says)
			}
		})
	}
}
