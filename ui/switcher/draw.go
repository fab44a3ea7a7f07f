package switcher

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/search"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

const panelWidth = 560

func (s *Switcher) build() {
	p := look.C()
	s.entry = widgets.NewEntry("switcher")
	s.entry.SetPlaceHolder(voice.T("Jump to a person, goal, note or command"))
	s.entry.Most = longestText
	s.entry.OnTooLong = func() { s.host.Say(voice.T("That's too long. Type a shorter name.")) }
	s.entry.OnChanged = s.typed
	s.entry.OnKey = s.key
	s.list = widgets.VStack(0)
	field := widgets.LineHeight(48, widgets.HMiddle(10,
		widgets.Icon("search", 16, p.Muted), widgets.Grow(widgets.Bare(s.entry)), widgets.KeyHint(voice.T("Esc"))))
	s.panel = widgets.NewPanel(s.host.Window().Canvas(), panelWidth, field, s.list)
}

func (s *Switcher) draw() {
	s.rows = nil
	s.list.Objects = nil
	for i, l := range s.lines {
		if s.found > 0 && i == len(s.lines)-1-s.found {
			s.list.Objects = append(s.list.Objects, widgets.Pad(8, 0, 2, 0, widgets.SmallName(voice.T("In your notes"))))
		}
		row := widgets.NewRow("switcher."+strconv.Itoa(i), rowHeight, s.content(l), func() { s.do(i) }).Select(i == s.selected)
		s.rows = append(s.rows, row)
		s.list.Objects = append(s.list.Objects, row)
	}
	if len(s.lines) == 0 {
		s.list.Objects = append(s.list.Objects, widgets.EmptyLine(voice.T("No match. Try another name.")))
	}
	s.list.Refresh()
	s.panel.Relayout()
}

const rowHeight = 36

func (s *Switcher) content(l line) fyne.CanvasObject {
	p := look.C()
	var sign fyne.CanvasObject
	if l.disc.Name != "" {
		sign = widgets.Disc(l.disc.Name, l.disc.UID, 22)
	} else {
		sign = widgets.Centre(22, 22, widgets.Icon(l.icon, 16, p.Muted))
	}
	runs := l.runs
	if runs == nil {
		runs = []widgets.Run{widgets.Plain(l.text)}
	}
	parts := []fyne.CanvasObject{sign, widgets.Grow(widgets.NewElided(14, runs...))}
	if l.detail != "" {
		parts = append(parts, widgets.Small(l.detail))
	}
	if l.keys != "" {
		parts = append(parts, widgets.KeyHint(l.keys))
	}
	return widgets.HMiddle(10, parts...)
}

// hit is a line for a text hit.
func (s *Switcher) hit(h notes.Hit) line {
	found := h.Lines[0]
	l := line{icon: "page", note: h.ID, act: func() { s.host.Go(room.PlaceOfHit(h, found)) }}
	if found.Item != nil {
		l.icon = found.Item.Label.Kind().Icon
	}
	for _, r := range search.Text(found, h.Title) {
		run := widgets.Plain(r.Text)
		if r.Match {
			run = widgets.Run{Text: r.Text, Color: look.C().Primary, Face: look.SemiBold}
		}
		l.runs = append(l.runs, run)
	}
	p := s.host.Person(h.Person)
	l.detail = p.First() + " · " + notes.SayDate(h.Date, s.host.Today())
	return l
}
