package note

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/note"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// The Parts of a place in Notes. After a meeting the person may still look on: the note shows folded, and nothing but it,
// until the manager asks for all of it: the window folds every way to it till then.
const (
	Folded = "folded"
	Whole  = "whole" // asks for all of it; the window takes it for no Part
)

// beside is the Notes screen after a meeting.
type beside struct {
	host   room.Host
	place  room.Place
	root   *fyne.Container
	head   *fyne.Container // one child
	paper  *fyne.Container // the editor, where a note is open
	folded *notice
	editor *widgets.Editor
}

func newBeside(host room.Host, place room.Place) room.Room {
	b := &beside{host: host, place: place, head: container.NewStack(), paper: container.NewStack()}
	b.editor = wireEditor(host, b.changed)
	b.editor.OnRest = b.rest
	b.editor.Complete = func(line string) []widgets.Suggestion { return suggestions(host, line, place.Person) }
	b.folded = newNotice(host, func(shown *widgets.Button) {
		widgets.ShowMenu(shown, widgets.MenuItem{Icon: "eye", Text: voice.T("Show folded lines"), OnTap: func() { showFolded(host) }})
	})
	sheet := canvas.NewRectangle(look.C().Surface)
	b.root = widgets.Free(fyne.NewSize(480, 300), func(size fyne.Size) {
		foot := look.S(34)
		widgets.Place(sheet, 0, 0, size.Width, size.Height)
		placePaper(b.head, b.paper, 0, 18, fyne.NewSize(size.Width, size.Height-foot))
		at := b.paper.Position()
		widgets.Place(b.folded.box, at.X+widgets.EditorGutter+8, size.Height-foot, b.paper.Size().Width, foot)
	}, sheet, b.head, b.paper, b.folded.box)
	return b
}

// Content implements room.Room.
func (b *beside) Content() fyne.CanvasObject { return b.root }

// Focus implements room.Focuser.
func (b *beside) Focus() fyne.Focusable {
	if _, open := b.host.Draft().Note(); open {
		return b.editor.Focusable()
	}
	return nil
}

// Reload implements room.Room.
func (b *beside) Reload() error {
	if _, open := b.host.Draft().Note(); !open {
		if err := b.open(); err != nil {
			return err
		}
	}
	n, open := b.host.Draft().Note()
	widgets.Keep(b.host.Window().Canvas(), b.head, func() { replace(b.head, b.drawHead(n, open)) })
	switch {
	case !open:
		replace(b.paper)
	case len(b.paper.Objects) == 0:
		replace(b.paper, b.editor)
	}
	if size := b.root.Size(); size.Width > 0 {
		b.root.Layout.Layout(b.root.Objects, size) // another head may be higher
	}
	b.folded.draw()
	return nil
}

// open puts the place's note, or the one that the screen would choose, into the editor.
func (b *beside) open() error {
	id := b.place.Note
	if id == 0 {
		heads, err := b.host.Journal().NotesOf(b.place.Person, listFirst)
		if err != nil {
			return err
		}
		if id = note.ToOpen(heads, b.host.Today()); id == 0 {
			return nil
		}
	}
	n, err := b.host.Journal().Note(id)
	if errors.Is(err, notes.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := openToWrite(b.host, n, true); err != nil {
		return err
	}
	if line, shown := b.host.Draft().Shows(b.place.Line); shown {
		b.editor.LeadTo(line - 1)
	}
	return nil
}

func (b *beside) changed() {
	b.host.Draft().Changed()
	b.folded.draw()
}

func (b *beside) rest() {
	b.host.Draft().Rest()
	b.folded.draw()
}

func (b *beside) drawHead(n notes.Note, open bool) fyne.CanvasObject {
	all := widgets.NewButton("note.whole", widgets.Outlined, "eye", voice.T("Show everything"), func() {
		b.host.Go(room.Place{Screen: room.Notes, Person: b.place.Person, Note: n.ID, Part: Whole})
	})
	if !open {
		return widgets.HMiddle(8, widgets.Grow(), all)
	}
	who := b.host.Person(n.Person)
	n.Body = b.editor.Text() // what is left out is not counted
	var parts []fyne.CanvasObject
	if n.Kind == notes.HeldNote && who.Kind == notes.KindReport {
		parts = append(parts, copyButton(b.host, n, who, true))
	}
	return widgets.BesideOrUnder(8, drawDay(b.host, n), widgets.HMiddle(8, append(parts, all)...))
}
