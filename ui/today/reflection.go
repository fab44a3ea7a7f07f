package today

import (
	"slices"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// readReflection finds the question of a month's end, where there is one, and keeps that it was shown.
func (t *Today) readReflection() error {
	me := t.host.Me().ID
	history, err := t.host.Journal().PromptHistory(me)
	if err != nil {
		return err
	}
	t.looking = prompt.Looking{Me: me, Today: t.host.Today(), History: history}
	t.reflection, t.reflects = prompt.MonthsEnd(t.looking)
	leads := slices.ContainsFunc(t.host.People(), func(p notes.Person) bool { return p.Active(t.looking.Today) })
	t.reflects = t.reflects && leads // who leads nobody yet has nothing to look back on
	return nil
}

// record keeps in the history that the reflection was shown, once.
func (t *Today) record() {
	if !t.reflects || room.ReadOnly(t.host) || t.recorded == t.reflection.Key {
		return
	}
	t.recorded = t.reflection.Key
	shown := t.reflection.Shown(t.looking)
	if shown.IsZero() || t.host.Record(shown) != nil {
		return // an error has been shown
	}
	t.host.Show(t.readReflection()) // what is answered is what was recorded
}

// reflect is the card of a month's end: one question about the manager, and nobody else. There may be none.
func (t *Today) reflect() []fyne.CanvasObject {
	if !t.reflects {
		return nil
	}
	parts := []fyne.CanvasObject{
		widgets.NewPara(13, widgets.Colored(voice.T("Looking back on {month}", "month", t.reflection.Month), look.C().Primary)),
		widgets.NewPara(16, widgets.Plain(t.reflection.Text)).Lead(24),
	}
	if !room.ReadOnly(t.host) {
		parts = append(parts, widgets.Pad(4, 0, 0, 0, widgets.HStack(4,
			widgets.NewButton("reflect/write", widgets.Outlined, "pen", voice.T("Write a few lines"), t.lookBack),
			widgets.NewButton("reflect/not", widgets.Quiet, "", voice.T("Skip this month"), func() {
				_, _ = t.host.Apply(t.reflection.NotThisMonth(t.looking), voice.T("Handback will ask again next month"))
			}),
			widgets.Grow(),
		)))
	}
	return []fyne.CanvasObject{widgets.SoftCard(parts...)}
}

// lookBack opens today's note of the manager's own journal, and makes it where there is none.
func (t *Today) lookBack() {
	heads, err := t.host.Journal().NotesOf(t.looking.Me, 0)
	if err != nil {
		t.host.Show(err)
		return
	}
	id, change := brief.JournalNoteFor(t.looking.Me, heads, t.host.Now())
	applied, err := t.host.Apply(change.Then(t.reflection.Written(t.looking)), "")
	if err != nil {
		return
	}
	if id == 0 {
		id = applied.Made[0]
	}
	t.host.Go(room.Place{Screen: room.Notes, Person: t.looking.Me, Note: id})
}
