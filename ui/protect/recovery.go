package protect

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/saveas"
	"handback/ui/widgets"
)

// recovery is the step that shows the recovery key.
type recovery struct {
	text   string // the key, in groups
	asked  int    // which of the groups is typed back, counted from 0
	saved  string // the file where it was saved; "" where it wasn't
	copied bool
	field  *widgets.TextField
	busy   bool
}

// begin keeps the key while it is shown.
func (r *recovery) begin(text string) {
	*r = recovery{text: text}
	r.asked = askedGroup(r.groups())
}

// askedGroup is a group that tells something: neither the first, which all keys have, nor the last.
func askedGroup(groups []string) int { return len(groups) * 2 / 3 }

func (r *recovery) groups() []string { return strings.Fields(r.text) }

// forget wipes the key, also from the clipboard where it was put there.
func (r *recovery) forget() {
	r.unclip()
	if r.field != nil {
		r.field.SetText("")
	}
	*r = recovery{}
}

// unclip takes the key out of the clipboard where it was put there.
func (r *recovery) unclip() {
	if clip := fyne.CurrentApp().Clipboard(); r.copied && clip.Content() == r.text {
		clip.SetContent("")
	}
	r.copied = false
}

// HideSecrets takes the key out of the clipboard: the window is covered, or ends.
func (p *Page) HideSecrets() { p.recovery.unclip() }

// clipFor is how long the key stays in the clipboard.
const clipFor = time.Minute

// recoveryPage shows the key, lets it be saved, and asks for a part of it.
func (p *Page) recoveryPage() []fyne.CanvasObject {
	r := &p.recovery
	c := look.C()
	group := r.asked + 1
	r.field = widgets.NewTextField("recovery.part", voice.T("Type group {n} of your recovery key", "n", group), "")
	r.field.Entry.OnSubmitted = func(string) { p.confirmRecovery() }
	p.first = r.field.Entry
	rows := []fyne.CanvasObject{
		heading(voice.T("Your recovery key")),
		text(voice.T(
			"If you forget your passphrase, only this key opens your journal. Write it down or save it, away from this computer. It's shown once.")),
		widgets.Over(widgets.Outline(c.Background, c.Hairline, 8), widgets.Pad(12, 14, 12, 14, numbered(r.groups()))),
		widgets.HStack(8, widgets.NewSmallButton("recovery.copy", widgets.Outlined, "copy", voice.T("Copy key"), p.copyRecovery),
			widgets.NewSmallButton("recovery.save", widgets.Outlined, "save", voice.T("Save to file …"), p.saveRecovery), widgets.Grow()),
	}
	if r.saved != "" {
		rows = append(rows, small(voice.T("Saved to {path}. Anyone with this file can open your journal.", "path", r.saved)))
	}
	rows = append(rows, widgets.Hairline(), r.field)
	rows = append(rows, p.trouble()...)
	return append(rows, widgets.HStack(8,
		widgets.NewButton("recovery.without", widgets.Quiet, "", voice.T("Go on without it"), p.without), widgets.Grow(),
		widgets.NewButton("recovery.confirm", widgets.Primary, "", voice.T("Check and continue"), p.confirmRecovery)))
}

// groupsOfRow is how many groups stand in a row, below what all keys begin with.
const groupsOfRow = 5

// numbered are the groups with their numbers, a few in a row.
func numbered(groups []string) fyne.CanvasObject {
	group := func(i int) fyne.CanvasObject {
		return widgets.HStack(6, widgets.TextIn(voice.T("{n}.", "n", i+1), 12, look.C().Muted, look.Regular),
			widgets.TextIn(groups[i], 15, look.C().Text, look.Medium))
	}
	rows := []fyne.CanvasObject{group(0)}
	for start := 1; start < len(groups); start += groupsOfRow {
		row := make([]fyne.CanvasObject, groupsOfRow)
		for i := range row {
			row[i] = widgets.Grow(widgets.Gap(0))
			if start+i < len(groups) {
				row[i] = widgets.Grow(group(start + i))
			}
		}
		rows = append(rows, widgets.HStack(8, row...))
	}
	return widgets.VStack(6, rows...)
}

func (p *Page) copyRecovery() {
	fyne.CurrentApp().Clipboard().SetContent(p.recovery.text)
	p.recovery.copied = true
	p.ways.After(clipFor, p.HideSecrets)
	p.host.Say(voice.T("Recovery key copied. Handback clears the clipboard after a minute."))
}

// saveRecovery asks where to, and writes the key there.
func (p *Page) saveRecovery() {
	saveas.ShowFile(p.host, saveas.File{
		Title: voice.T("Save your recovery key"),
		Says:  voice.T("Anyone with this file can open your journal. Keep it somewhere other than this computer, such as on a USB stick."),
		Name:  voice.T("Handback recovery key") + ".txt",
		Write: func(path string, replace bool, done func(string, error)) {
			p.ways.Save(path, recoveryFile(p.recovery.text), replace, done)
		},
		Saved: p.savedRecovery,
	})
}

// savedRecovery says where it is, and goes on with the part that is typed back.
func (p *Page) savedRecovery(at string) {
	r := &p.recovery
	if p.step != recovering {
		return
	}
	r.saved = at
	typed := r.field.Text()
	p.draw()
	r.field.SetText(typed)
	p.host.Window().Canvas().Focus(r.field.Entry)
}

// recoveryFile is what the file says: the key, and what it is for.
func recoveryFile(text string) string {
	what := voice.T("Recovery key for a Handback journal. Anyone who has this key can open the journal: " +
		"keep it somewhere safe, away from your computer.")
	return what + "\n\n" + text + "\n"
}

// confirmRecovery holds what was typed back against the key, and tries the whole key on the journal.
func (p *Page) confirmRecovery() {
	r := &p.recovery
	if r.busy {
		return
	}
	if !sameGroup(r.field.Text(), r.groups()[r.asked]) {
		r.field.SetError(voice.T("That isn't group {n}. Check what you wrote down.", "n", r.asked+1))
		p.relayout()
		p.host.Window().Canvas().Focus(r.field.Entry)
		return
	}
	r.busy = true
	p.ways.Try(r.text, func(err error) {
		r.busy = false
		if err != nil {
			p.wrong = voice.T("The recovery key doesn't open the new journal: {why}", "why", widgets.Sentence(err))
			p.draw()
			return
		}
		p.recovered()
	})
}

func sameGroup(typed, group string) bool {
	return strings.EqualFold(strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return -1
		}
		return r
	}, typed), strings.ReplaceAll(group, "-", ""))
}

// without asks whether to go on without the key.
func (p *Page) without() {
	d := widgets.NewDanger(p.host.Window().Canvas(), voice.T("Go on without a recovery key?"), voice.T("Save it"), voice.T("Go on without it"),
		func() error { return nil }, text(
			voice.T("If you forget your passphrase, your journal is lost. Nobody can reset it.")))
	d.OnClose = func(confirmed bool) {
		if confirmed {
			p.recovered()
		}
	}
	d.Show(nil)
}

// recovered goes on to the plain copies, where there are some.
func (p *Page) recovered() {
	p.forget()
	p.ways.Recovered()
	p.to(copies)
	if len(p.left) == 0 {
		p.ways.Leave()
	}
}
