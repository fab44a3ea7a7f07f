package note

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Sizes of the meeting view, before the text scale.
const (
	barHeight  = 56
	asideWidth = 384
	talkWidth  = 720
)

// Meeting is the view for the one-on-one itself, with the person looking on: agenda, editor, what they own and what I
// owe. The editor holds a projection of the note, so that nothing that is left out can be selected or undone into view.
type Meeting struct {
	host   room.Host
	place  room.Place
	root   *fyne.Container
	bar    *fyne.Container // one child
	aside  *fyne.Container // one child
	paper  *fyne.Container
	folded *notice
	editor *widgets.Editor
	add    *widgets.TextField // the topic that is being added; it lives as long as the room, so that a reload takes no word away
	saved  string
}

// NewMeeting makes the meeting view of a note.
func NewMeeting(host room.Host, place room.Place) room.Room {
	m := &Meeting{host: host, place: place}
	m.editor = wireEditor(host, m.changed)
	m.editor.Complete = func(line string) []widgets.Suggestion { return suggestions(host, line, place.Person) }
	m.add = widgets.NewTextField("meeting.topic", "", voice.T("Add a topic"))
	m.add.Entry.OnSubmitted = m.addTopic
	m.add.Entry.OnEscape = m.editor.FocusHere // what was begun stays
	widgets.KeepTyped(host.Window().Canvas(), fmt.Sprint("meeting", place.Person), m.add, func(text string) bool {
		return !host.Context(place.Person, host.Today()).Names.Mentions(text, place.Person, host.Me().ID)
	})
	m.folded = newNotice(host, func(shown *widgets.Button) {
		widgets.ShowMenu(shown, widgets.MenuItem{Icon: "eye", Text: voice.T("Show folded lines"), OnTap: func() { showFolded(host) }})
	})
	m.editor.OnRest = m.rest
	m.bar, m.aside = container.NewStack(), container.NewStack()
	m.paper = container.NewStack(m.editor)
	ground, sheet := canvas.NewRectangle(look.C().Background), canvas.NewRectangle(look.C().Surface)
	line, side := canvas.NewRectangle(look.C().Hairline), canvas.NewRectangle(look.C().Hairline)
	m.root = widgets.Free(fyne.NewSize(600, 400), func(size fyne.Size) {
		top, right := look.S(barHeight), min(look.S(asideWidth), size.Width*.42)
		left := size.Width - right
		widgets.Place(ground, 0, 0, size.Width, size.Height)
		widgets.Place(m.bar, 20, 0, size.Width-40, top)
		widgets.Place(line, 0, top, size.Width, 1)
		widgets.Place(sheet, 0, top+1, left, size.Height-top-1)
		widgets.Place(side, left, top+1, 1, size.Height-top-1)
		widgets.Place(m.aside, left+1, top+1, right-1, size.Height-top-1)
		width := min(look.S(talkWidth), left-2*(widgets.EditorGutter+20))
		x := float32(int((left - width) / 2))
		foot := look.S(34)
		widgets.Place(m.paper, x-widgets.EditorGutter-8, top+28, width+widgets.EditorGutter+8, size.Height-top-28-foot)
		widgets.Place(m.folded.box, x, size.Height-foot, width, foot)
	}, ground, sheet, line, side, m.bar, m.paper, m.folded.box, m.aside)
	return m
}

// Content implements room.Room.
func (m *Meeting) Content() fyne.CanvasObject { return m.root }

// Parts implements room.Parted: what was agreed to talk about, the note, and the bar over both.
func (m *Meeting) Parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.aside, container.NewWithoutLayout(m.paper, m.folded.box), m.bar}
}

// Focus implements room.Focuser.
func (m *Meeting) Focus() fyne.Focusable { return m.editor.Focusable() }

// Reload implements room.Room.
func (m *Meeting) Reload() error {
	if _, open := m.host.Draft().Note(); !open {
		n, err := m.host.Journal().Note(m.place.Note)
		if err != nil {
			return err
		}
		if err := openToWrite(m.host, n, true); err != nil {
			return err
		}
	}
	facts, err := m.host.Journal().Facts(m.place.Person, m.host.Now())
	if err != nil {
		return err
	}
	ticked, err := m.tickedHere()
	if err != nil {
		return err
	}
	brief := brief.Show(facts, m.host.Now().Location(), m.host.Locale()).BesideThem(m.host.Context(m.place.Person, m.host.Today()))
	n, _ := m.host.Draft().Note()
	replace(m.bar, m.drawBar(n))
	m.folded.draw()
	widgets.Keep(m.host.Window().Canvas(), m.aside, func() {
		replace(m.aside, widgets.NewScroll("meeting.aside", widgets.Pad(20, 20, 20, 20, m.drawAside(brief, ticked))))
	})
	return nil
}

// tickedHere are the agenda lines that stand in this note and are ticked, so that a tick can be seen and taken back.
func (m *Meeting) tickedHere() ([]notes.Filed, error) {
	all, err := m.host.Journal().FiledFrom(m.place.Note)
	if err != nil && !errors.Is(err, notes.ErrNotFound) {
		return nil, err
	}
	var out []notes.Filed
	for _, f := range all {
		if f.Person == m.place.Person && (f.Label == notes.Topic || f.Label == notes.Ask) && f.State != notes.Open {
			out = append(out, f)
		}
	}
	return out, nil
}

func (m *Meeting) changed() {
	m.host.Draft().Changed()
	m.folded.draw()
}

// rest is called once the caret stands where it will.
func (m *Meeting) rest() {
	m.host.Draft().Rest()
	m.folded.draw()
}

// ShowState is told by the shell whether what was typed is saved.
func (m *Meeting) ShowState(state string) {
	m.saved = state
	if n, open := m.host.Draft().Note(); open {
		replace(m.bar, m.drawBar(n))
	}
}

func (m *Meeting) drawBar(n notes.Note) fyne.CanvasObject {
	who := m.host.Person(m.place.Person)
	saved := m.saved
	if saved == "" {
		saved = voice.T("Saved")
	}
	return widgets.HMiddle(10, widgets.Disc(who.Name, who.UID, 30), widgets.Fit(widgets.TextIn(who.Name, 15, look.C().Text, look.SemiBold)),
		widgets.Fit(widgets.Muted(voice.T("One-on-one")+" · "+notes.SayFull(n.Date, m.host.Today()))), widgets.Grow(),
		widgets.Small(saved), widgets.GapWide(4),
		widgets.WithTip(widgets.NewButton("meeting.search", widgets.Quiet, "search", "", func() { Find(m.host, m.place.Person) }),
			voice.T("Search these notes"), ""),
		widgets.NewButton("meeting.their", widgets.Outlined, "page", voice.T("Their page"), func() { m.host.Run("go.theirs") }),
		widgets.NewButton("meeting.close", widgets.Primary, "", voice.T("Close one-on-one"), m.Close))
}

// Close leaves the meeting: what was in view before it was passed over, and what is not said yet is asked once.
func (m *Meeting) Close() {
	n, open := m.host.Draft().Note()
	m.host.Show(m.passOver(n))
	m.host.Go(room.Place{Screen: room.Notes, Person: m.place.Person, Note: m.place.Note})
	if open && m.host.Place().Screen == room.Notes && !room.ReadOnly(m.host) {
		m.host.Show(askClosing(m.host, n, true))
	}
}

// passOver records that the prompts in view had their one-on-one.
func (m *Meeting) passOver(n notes.Note) error {
	if room.ReadOnly(m.host) {
		return nil
	}
	facts, err := m.host.Journal().PromptFacts(m.place.Person, m.host.Now())
	if err != nil {
		return err
	}
	if change := prompt.AfterHeld(facts, n.Date); len(change.Rows) > 0 {
		_, _ = m.host.Apply(change, "") // an error has been shown
	}
	return nil
}

func (m *Meeting) drawAside(b brief.Brief, ticked []notes.Filed) fyne.CanvasObject {
	first := m.host.Person(m.place.Person).First()
	count := voice.T("{done} of {all}", "done", len(ticked), "all", len(ticked)+len(b.Agenda))
	if len(ticked)+len(b.Agenda) == 0 {
		count = ""
	}
	agenda := []fyne.CanvasObject{widgets.CardHead(voice.T("Agenda"), count)}
	for _, f := range ticked {
		agenda = append(agenda, m.lineRow("done", f, widgets.Dim(notes.SayText(f.Text)), "", true))
	}
	for _, l := range b.Agenda {
		agenda = append(agenda, m.lineRow("agenda", l.Filed, widgets.Plain(l.Text), l.Tail, false))
	}
	agenda = append(agenda, widgets.Pad(4, 0, 0, 0, m.add))
	return widgets.VStack(
		16,
		widgets.Card(2, agenda...),
		m.listCard(
			"owns",
			voice.T("{who}'s actions", "who", first),
			voice.T("Their actions"),
			voice.T("No open actions."),
			b.TheyOwn,
		),
		m.listCard("owe", voice.T("You promised {who}", "who", first), voice.T("Promises"), voice.T("No open promises."), b.IOwe),
	)
}

func (m *Meeting) listCard(key, title, fewer, empty string, lines []brief.Line) fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.CardHeadOr(title, fewer, numberOrNone(len(lines)))}
	for _, l := range lines {
		parts = append(parts, m.lineRow(key, l.Filed, widgets.Plain(l.Text), l.Tail, false))
	}
	if len(lines) == 0 {
		parts = append(parts, widgets.EmptyLine(empty))
	}
	return widgets.Card(2, parts...)
}

func (m *Meeting) lineRow(list string, f notes.Filed, text widgets.Run, tail string, on bool) fyne.CanvasObject {
	key := "meeting." + list + "." + strconv.FormatInt(int64(f.Note), 10) + "." + strconv.Itoa(f.Line)
	box := room.NewTick(m.host, key, f, on)
	return widgets.StillRow(
		widgets.RowOneLine,
		widgets.HStack(
			10,
			widgets.Width(18, box),
			widgets.Grow(widgets.NewPara(14, text).Lead(20)),
			widgets.FitWithin(tailWidth, widgets.Small(tail)),
		),
	)
}

// Leave implements room.Leaver: a topic that stands in the field when the meeting is left, or the window closed, is added
// as it was typed. What is no topic, e.g. a private line, becomes a line of the note, which folds it.
func (m *Meeting) Leave() error {
	n, open := m.host.Draft().Note()
	if !open || room.ReadOnly(m.host) || strings.TrimSpace(m.add.Text()) == "" {
		return nil
	}
	line, err := m.topicLine(n, m.add.Text())
	if err != nil {
		line = strings.TrimSpace(m.add.Text())
	}
	return m.addLine(n, line)
}

// tailWidth is how wide the remark behind a line is at most.
const tailWidth = 96

// addTopic puts what was typed on the agenda; the field stays for the next one.
func (m *Meeting) addTopic(text string) {
	n, open := m.host.Draft().Note()
	if !open || strings.TrimSpace(text) == "" {
		return
	}
	line, err := m.topicLine(n, text)
	if err != nil {
		m.host.Show(err)
		return
	}
	_ = m.addLine(n, line) // an error has been shown
}

func (m *Meeting) topicLine(n notes.Note, text string) (string, error) {
	today := m.host.Context(n.Person, m.host.Today())
	line, _, err := notes.TopicLine(text, notes.Them, today)
	if err != nil {
		return "", err
	}
	return notes.OnAnotherDay(line, today, m.host.Context(n.Person, n.Date)), nil
}

func (m *Meeting) addLine(n notes.Note, line string) error {
	_, err := m.host.Apply(
		notes.Change{Edits: []notes.LineEdit{{Op: notes.InsertLine, Note: n.ID, New: line}}},
		voice.T("Topic added"),
	)
	if err == nil {
		m.add.SetText("")
	}
	return err
}
