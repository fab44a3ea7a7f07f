package note

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// keptPromises are the open promises that the open note has told of. A promise can't vanish: where its line goes, the
// panel asks what became of it, and where nobody says so the line is put back when the note is left.
type keptPromises struct {
	note  notes.NoteID
	items []notes.Item // as the text told of them last
}

// see takes in what is filed from the note now and returns the promises that are gone.
func (k *keptPromises) see(n notes.Note, items []notes.Item, in notes.Context) []notes.Item {
	if k.note != n.ID {
		*k = keptPromises{note: n.ID}
	}
	gone := notes.NotUnfiled(notes.GonePromises(k.items, items), n.Body, in)
	k.items = append([]notes.Item(nil), gone...)
	for _, i := range items {
		if i.IsOwed() {
			k.items = append(k.items, i)
		}
	}
	return gone
}

// forget lets one go.
func (k *keptPromises) forget(gone notes.Item) {
	for at, i := range k.items {
		if i.Line == gone.Line && i.Raw == gone.Raw {
			k.items = append(k.items[:at:at], k.items[at+1:]...)
			return
		}
	}
}

// goneCard asks what became of a promise whose line is gone.
func (f *filed) goneCard(n notes.Note, gone notes.Item) fyne.CanvasObject {
	key := "filed.gone." + strconv.Itoa(gone.Line)
	answer := func(name, text string, act func()) fyne.CanvasObject {
		return widgets.NewSmallButton(key+"."+name, widgets.Outlined, "", text, act)
	}
	return widgets.ChipCard(
		widgets.NewPara(13, widgets.Strong(voice.T("You promised:")+" "), widgets.Plain(notes.SayText(gone.Text))).Lead(19),
		widgets.NewPara(12, widgets.Dim(voice.T("That line is gone. What happened with your promise?"))).Lead(17),
		widgets.HStack(6, answer("done", voice.T("Done"), func() { f.bringBack(n, gone, notes.Done, "") }),
			answer("told", voice.T("Told them why not"), func() { f.askTold(n, gone) })),
		widgets.HStack(6, answer("open", voice.T("Still open"), func() { f.bringBack(n, gone, notes.Open, "") }),
			widgets.NewSmallButton(key+".none", widgets.Quiet, "", voice.T("It wasn't a promise"), func() {
				f.kept.forget(gone)
				f.redraw()
			})))
}

func (f *filed) askTold(n notes.Note, gone notes.Item) {
	f.ask(
		notes.Filed{Item: gone, Note: n.ID},
		voice.T("What did you tell them?"),
		voice.T("e.g. no money this year"),
		func(remark string) error {
			return f.restore(n, gone, notes.Told, remark)
		},
	)
}

func (f *filed) bringBack(n notes.Note, gone notes.Item, state notes.State, remark string) {
	if err := f.restore(n, gone, state, remark); err != nil {
		f.host.Show(err)
	}
}

// restore writes the line at the end of the note again, with what became of it.
func (f *filed) restore(n notes.Note, gone notes.Item, state notes.State, remark string) error {
	if gone.Label == notes.Need && state == notes.Done {
		state = notes.Met
	}
	back := []notes.LineEdit{{Op: notes.InsertLine, Note: n.ID, New: gone.Raw}}
	if state != notes.Open {
		edit, err := notes.SetState(fileOf(n, gone), f.context(n), state, f.host.Today(), strings.TrimSpace(remark))
		if err != nil {
			return err
		}
		back[0].New = edit.New
	}
	_, err := f.host.Apply(notes.Change{Edits: back}, "")
	if err == nil {
		f.kept.forget(gone)
	}
	return err
}

// putBack writes the lines of promises again of which nobody has said what became of them, when the note is left. One
// that stands in another note by now was moved there.
func (f *filed) putBack() error {
	n, open := f.host.Draft().Note()
	if !open || room.ReadOnly(f.host) {
		return nil
	}
	gone := f.kept.see(n, notes.Parse(n.Body, f.context(n)), f.context(n))
	if len(gone) == 0 {
		return nil
	}
	elsewhere, err := f.host.Journal().IOwe()
	if err != nil {
		return err
	}
	var back notes.Change
	for _, i := range gone {
		if !standsIn(elsewhere, i, n.ID) {
			back.Edits = append(back.Edits, notes.LineEdit{Op: notes.InsertLine, Note: n.ID, New: i.Raw})
		}
	}
	if len(back.Edits) > 0 {
		if _, err := f.host.Apply(
			back,
			voice.T("Your promise is back in the note. Go there to say what happened with it."),
		); err != nil {
			return err
		}
	}
	f.kept = keptPromises{}
	return nil
}

func standsIn(owed []notes.Filed, gone notes.Item, not notes.NoteID) bool {
	for _, o := range owed {
		if o.Note != not && len(notes.GonePromises([]notes.Item{gone}, []notes.Item{o.Item})) == 0 {
			return true
		}
	}
	return false
}
