// Package note is the room in which notes are written: the person's notes by date, the editor, and what is filed from
// the open one; and the meeting view, which shows of a note what the person it is about may see.
//
// Begin with room.go (how a note is opened, drawn and left), then filed.go (the panel, live as one types) and meeting.go
// (the same note beside the person). closing.go is what is asked at the end, whose.go the question of whose call it is,
// versions.go the earlier texts. What is shown is decided in notes/note and notes/brief; what is saved, by ui/draft.
package note

import (
	"errors"
	"net/url"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/note"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/paper"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Room is the Notes screen of one person; Me's is "My notes".
type Room struct {
	host   room.Host
	person notes.PersonID
	want   room.Place // the note and line to open at the next Reload
	heads  []notes.NoteHead
	goals  []notes.Goal
	shown  int // how many notes the list shows
	drawn  listModel

	root   *fyne.Container
	list   *fyne.Container // one child
	head   *fyne.Container // one child
	paper  *fyne.Container // the editor, or what is said where no note is open
	panel  *filed
	editor *widgets.Editor
	desk   *desk
	begin  *widgets.Begin // where no note is open: what is typed begins one
}

// How many notes the list shows before "Older notes", and how many more each tap brings. A window shows a dozen.
const listFirst, listStep = 30, 60

// New makes the room for a place.
func New(host room.Host, place room.Place) room.Room {
	if place.Part == Folded {
		return newBeside(host, place)
	}
	r := &Room{host: host, person: place.Person, want: place, shown: listFirst}
	r.editor = wireEditor(host, r.changed)
	if !room.ReadOnly(host) {
		r.editor.OnSplit = r.split
	}
	r.panel = newFiled(host, r.showLine)
	r.editor.OnRest = func() {
		host.Draft().Rest()
		r.panel.rested()
	}
	r.editor.Marks = func(text string) []widgets.Mark { return r.panel.whose.mark(text, marks(host, text)) }
	r.begin = widgets.NewBegin("note.begin", r.first)
	r.begin.OnShortcut = r.editor.OnShortcut
	r.list, r.head, r.paper = container.NewStack(), container.NewStack(), container.NewStack()
	parts := r.parts()
	r.root = container.New(r.desk, parts...)
	return r
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.root }

// Parts implements room.Parted: the notes by date, the open one, and what is filed from it.
func (r *Room) Parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.list, container.NewWithoutLayout(r.paper, r.head), r.panel.box}
}

// Focus implements room.Focuser: one enters a note to write.
func (r *Room) Focus() fyne.Focusable {
	switch _, open := r.host.Draft().Note(); {
	case !open && !room.ReadOnly(r.host):
		return r.begin
	case open && r.want.Line == 0:
		return r.editor.Focusable()
	}
	return nil
}

// Typed implements room.Typer: an empty page is written on wherever it was clicked.
func (r *Room) Typed(typed rune) {
	if _, open := r.host.Draft().Note(); !open && !room.ReadOnly(r.host) {
		r.begin.TypedRune(typed)
	}
}

// first makes the first note, for what was begun to be typed where there is none, and returns what the rest goes to.
func (r *Room) first() fyne.Focusable {
	r.host.Run("note.new")
	if _, open := r.host.Draft().Note(); !open {
		return nil
	}
	r.editor.FocusHere()
	return r.editor.Focusable()
}

// Leave implements room.Leaver.
func (r *Room) Leave() error {
	r.panel.stop()
	return r.panel.putBack() // the shell closes the draft
}

// Move implements room.Mover: from note to note the room stays.
func (r *Room) Move(p room.Place) (bool, error) {
	if p.Part == Folded {
		return false, nil
	}
	if err := r.panel.putBack(); err != nil {
		return false, err
	}
	r.want = p
	if err := r.open(); err != nil {
		return false, err
	}
	return true, r.Reload()
}

// Reload implements room.Room.
func (r *Room) Reload() error {
	journal := r.host.Journal()
	heads, err := journal.NotesOf(r.person, r.shown+1) // one more tells whether there are older ones
	if err != nil {
		return err
	}
	goals, err := journal.Goals(r.person)
	if err != nil {
		return err
	}
	r.heads, r.goals = heads, goals
	if err := r.panel.whose.read(r.person); err != nil {
		return err
	}
	if _, open := r.host.Draft().Note(); !open {
		if err := r.open(); err != nil {
			return err
		}
	}
	if err := errors.Join(r.panel.readOffers(), r.panel.readTemplates(), r.panel.readQuiet()); err != nil {
		return err
	}
	r.draw()
	return nil
}

// open puts the wanted note, or the one that is most likely meant, into the editor.
func (r *Room) open() error {
	id := r.want.Note
	if id == 0 {
		id = note.ToOpen(r.heads, r.host.Today())
	}
	if id == 0 {
		return nil
	}
	if now, open := r.host.Draft().Note(); !open || now.ID != id {
		n, err := r.host.Journal().Note(id)
		if errors.Is(err, notes.ErrNotFound) {
			r.want = room.Place{}
			return nil
		}
		if err != nil {
			return err
		}
		if err := openToWrite(r.host, n, false); err != nil {
			return err
		}
	}
	if r.want.Line > 0 {
		r.editor.LeadTo(r.want.Line - 1) // the window puts the keyboard there
	}
	r.want.Note, r.want.Line = 0, 0
	return nil
}

// openToWrite opens a note with the caret on a line of its own at its end, so that what is typed at once joins no line that
// is filed. Where a line of it is wanted, the editor leads there after it.
func openToWrite(host room.Host, n notes.Note, project bool) error {
	if err := host.Draft().Open(n, host.Editor(), project); err != nil {
		return err
	}
	host.Editor().WriteOn()
	return nil
}

// showLine puts the caret on a line, counted from 1, scrolls to it and marks it.
func (r *Room) showLine(line int) {
	r.editor.LeadTo(line - 1)
	r.editor.FocusHere()
}

// changed is called at each key, and when the draft brings into the editor what was written elsewhere, which is no typing.
func (r *Room) changed() {
	was := r.host.Draft().Body()
	r.host.Draft().Changed()
	if n, open := r.host.Draft().Note(); open && n.Body != was {
		r.startByTyping(n)
		r.panel.soon(n, r.goals)
	}
}

// startByTyping makes a planned note held once somebody types in it at its time.
func (r *Room) startByTyping(n notes.Note) {
	if change, starts := brief.TypingStarts(n.NoteHead, r.host.Now()); starts {
		_, _ = r.host.Apply(change, "") // shown already
	}
}

// draw shows list, head and panel as of the last Reload.
func (r *Room) draw() {
	at := r.host.Window().Canvas()
	n, open := r.host.Draft().Note()
	if now := r.listed(n.ID); !reflect.DeepEqual(now, r.drawn) {
		r.drawn = now
		widgets.Keep(at, r.list, func() { replace(r.list, r.drawList()) })
	}
	if !open {
		replace(r.head)
		replace(r.paper, r.empty())
		r.panel.clear()
		return
	}
	widgets.Keep(at, r.head, func() { replace(r.head, r.drawHead(n)) })
	if len(r.paper.Objects) != 1 || r.paper.Objects[0] != fyne.CanvasObject(r.editor) {
		replace(r.paper, r.editor)
	}
	r.panel.whose.reread(n)
	r.panel.draw(n, r.goals)
	if size := r.root.Size(); !size.IsZero() {
		r.desk.Layout(nil, size) // another head may be higher, and the text is laid out once only
	}
}

// listModel is what the list shows; it is drawn anew only where that has changed, since each save comes here.
type listModel struct {
	open  notes.NoteID
	shown int
	heads []notes.NoteHead // without their revs
}

func (r *Room) listed(open notes.NoteID) listModel {
	m := listModel{open: open, shown: r.shown, heads: slices.Clone(r.heads)}
	for i := range m.heads {
		m.heads[i].Rev = 0
	}
	return m
}

// empty is what the room says before there is a note.
func (r *Room) empty() fyne.CanvasObject {
	who := r.host.Person(r.person)
	say := voice.T("No notes about {who} yet. "+
		"Start a line with todo:, praise: or idea:, and Handback files it for you.", "who", who.First())
	if who.Kind == notes.KindMe {
		say = voice.T("Your own notes, for team meetings and your thoughts. " +
			"Name a person in a line, and Handback files it under their name.")
	}
	if room.ReadOnly(r.host) {
		return widgets.Pad(12, 24, 24, 26, widgets.NewPara(15, widgets.Dim(say)).Lead(24))
	}
	return widgets.Pad(12, 24, 24, 26, widgets.VStack(
		14,
		r.begin,
		widgets.NewPara(15, widgets.Dim(say)).Lead(24),
		widgets.HStack(
			0,
			widgets.NewButton("note.first", widgets.Primary, "plus", voice.T("Write a note"), func() { r.host.Run("note.new") }),
		),
	))
}

func replace(in *fyne.Container, with ...fyne.CanvasObject) {
	in.Objects = with
	in.Refresh()
}

// wireEditor wires the window's editor to the room in view.
func wireEditor(host room.Host, changed func()) *widgets.Editor {
	e := host.Editor()
	e.OnChanged = func(string) { changed() }
	e.OnRest = func() { host.Draft().Rest() }
	e.OnBlur = func() { _ = host.Draft().Flush() } // the draft shows what went wrong and tries again
	e.Marks = func(text string) []widgets.Mark { return marks(host, text) }
	e.OnSplit, e.Hidden, e.Fixed = nil, notes.Hidden, room.ReadOnly(host)
	e.OnFixed = func() {
		if why, only := host.Journal().ReadOnly(); only {
			host.Say(why)
		}
	}
	e.MaySet = func(line string, start, end int, mark string) (int, int) {
		in, open := draftContext(host)
		if !open {
			return start, start
		}
		return in.MaySet(line, start, end, mark)
	}
	e.OnLink = func(u *url.URL) {
		host.Background(func() error { return openLink(paper.OpenLink, u) }, host.Show)
	}
	e.Complete = func(line string) []widgets.Suggestion { return suggestions(host, line, 0) }
	return e
}

// openLink opens a link of a note in the system's own program; the app itself connects to nothing.
func openLink(open func(*url.URL) error, u *url.URL) error {
	switch err := open(u); {
	case errors.Is(err, paper.ErrNoLink):
		return notes.Invalid{Why: voice.T("Handback opens only web pages and email addresses, so it didn't open this link.")}
	case err != nil:
		return notes.Invalid{Why: voice.T("No program on this computer can open this link. Copy it instead.")}
	}
	return nil
}

// draftContext is how lines of the open note are read.
func draftContext(host room.Host) (notes.Context, bool) {
	n, open := host.Draft().Note()
	if !open {
		return notes.Context{}, false
	}
	return room.ContextIn(host, n.NoteHead), true
}

// marks colours the labels of the open note.
func marks(host room.Host, text string) []widgets.Mark {
	in, ok := draftContext(host)
	if !ok {
		return nil
	}
	var out []widgets.Mark
	past := leftOpen(text, in)
	for _, span := range notes.MarksOf(text, in) {
		m := widgets.Mark{Line: span.Line, Start: span.From, End: span.To, Kind: widgets.MarkHeading}
		if span.Heading {
			m.End = span.From + hashes(text, span)
		} else {
			kind := span.Label.Kind()
			m.Kind, m.Icon, m.Color = widgets.MarkLabel, iconOf(span.Label, past[span.Line]), look.C().Ink(kind.Colour)
		}
		out = append(out, m)
	}
	return out
}

// leftOpen are the lines, from 0, of an imported note that were never closed.
func leftOpen(text string, in notes.Context) map[int]bool {
	past := map[int]bool{}
	if in.Imported {
		for _, it := range notes.Parse(text, in) {
			past[it.Line-1] = it.State == notes.History
		}
	}
	return past
}

// iconOf is the icon of a label. That of a todo has a tick, which would say of one that was left open that it was done.
func iconOf(l notes.Label, leftOpen bool) string {
	if l == notes.Todo && leftOpen {
		return "box"
	}
	return l.Kind().Icon
}

// hashes is how many # a heading begins with.
func hashes(text string, heading notes.LabelSpan) int {
	line := []rune(text)[note.LineOffset(text, heading.Line+1)+heading.From:]
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	return n
}

// suggestions are names and labels that go on from what stands before the caret; beside somebody who looks
// on, of names theirs alone; 0 is nobody.
func suggestions(host room.Host, line string, beside notes.PersonID) []widgets.Suggestion {
	in, ok := draftContext(host)
	if !ok {
		return nil
	}
	var out []widgets.Suggestion
	for _, c := range notes.Completions(line, in) {
		if beside != 0 && (c.Person != 0 && c.Person != beside || c.Label == notes.Private) {
			continue
		}
		out = append(out, widgets.Suggestion{Text: c.Text, Insert: c.Text, Replace: c.Replace})
	}
	return out
}
