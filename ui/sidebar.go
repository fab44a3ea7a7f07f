package ui

import (
	"reflect"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// sideModel is what the sidebar shows.
type sideModel struct {
	place    room.Place
	narrow   bool
	sample   bool
	readOnly bool
	found    bool // something wrong with the journal
	today    int  // one-on-ones today and promises of mine past their date
	people   []sidePerson
}

type sidePerson struct {
	id   notes.PersonID
	name string
	tail string
	day  notes.Date // that tail says; "" for none
	dot  bool
}

// meetings is what stands beside Today.
func (m sideModel) meetings() string {
	if m.today == 0 {
		return ""
	}
	return strconv.Itoa(m.today)
}

func (m sideModel) differs(o sideModel) bool { return !reflect.DeepEqual(m, o) }

func (f *frame) sideModel() sideModel {
	s := f.s
	m := sideModel{
		place: room.Place{Screen: s.Place().Screen, Person: s.Place().Person}, narrow: f.narrow, sample: s.sample,
		readOnly: s.readOnly(),
	}
	m.found = s.told > 0 && s.free() && !s.afterMeeting()
	for _, line := range s.roster {
		if line.Person.Kind == notes.KindMe {
			continue
		}
		if s.afterMeeting() { // nobody else, and nothing about the one who may look on
			if line.Person.ID == m.place.Person {
				m.people = append(m.people, sidePerson{id: line.Person.ID, name: line.Person.First()})
			}
			continue
		}
		next := brief.ShowSidebar(line, s.Now())
		m.people = append(m.people, sidePerson{line.Person.ID, line.Person.First(), next.Tail, next.Day, next.Dot})
		if next.Today {
			m.today++
		}
	}
	return m
}

// sidebar draws the team: where the window can go, and a dot only for a promise of mine that is overdue or a meeting
// today.
func (f *frame) sidebar(m sideModel) fyne.CanvasObject {
	parts := f.sideWays(m, false)
	people := []fyne.CanvasObject{}
	isTab := f.s.here().tabOf != nil // a search is no person's
	for _, who := range m.people {
		id := who.id
		selected := m.place.Person == id && isTab
		people = append(people, f.sideRow(sideLine{
			key: "side.person." + strconv.FormatInt(int64(id), 10), selected: selected, person: true,
			lead: widgets.Disc(f.s.Person(id).Name, f.s.Person(id).UID, 24), name: who.name, tail: who.tail, day: who.day, dot: who.dot,
			do: func() { f.s.goPerson(id) },
		}))
	}
	if !m.readOnly {
		people = append(people, f.sideRow(f.runs("person.add", sideLine{
			key: "side.add", lead: widgets.Icon("plus", 16, look.C().Muted), name: voice.T("Add a direct report"),
		})))
	}
	if m.narrow {
		parts = append(parts, widgets.Gap(10), widgets.Hairline(), widgets.Gap(6))
	} else {
		parts = append(parts, widgets.Gap(14), widgets.Pad(0, 0, 4, 0, widgets.SmallName(voice.T("Direct reports"))))
	}
	foot := f.sideWays(m, true)
	if m.found {
		foot = append([]fyne.CanvasObject{f.foundNote(m.narrow)}, foot...)
	}
	if m.sample {
		foot = append([]fyne.CanvasObject{f.sampleNote(m.narrow)}, foot...)
	}
	list := widgets.NewScroll("side.people", widgets.Pad(0, 8, 0, 8, widgets.VStack(2, people...)))
	ground := canvas.NewRectangle(look.C().Sidebar)
	return widgets.Over(ground, widgets.Pad(14, 8, 12, 8, widgets.VStack(2,
		widgets.Pad(0, 8, 0, 8, widgets.VStack(2, parts...)),
		widgets.Grow(list),
		widgets.Pad(8, 8, 0, 8, widgets.VStack(2, foot...)))))
}

// sideWays are the rows that go to a screen: those above the people or those below.
func (f *frame) sideWays(m sideModel, foot bool) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, sc := range screens {
		for _, w := range sc.ways {
			if w.side.icon == "" || w.side.foot != foot {
				continue
			}
			to, tail := sc.place(f.s, w), ""
			same := to.Person != 0 && m.place.Person == to.Person
			chosen := m.place.Screen == to.Screen && (to.Person == 0 || same)
			if w.side.tail != nil {
				tail = w.side.tail(m)
			}
			key := "side." + strings.TrimPrefix(w.id, "go.")
			rows = append(rows, f.sideRow(f.runs(w.id, sideLine{
				key: key, selected: chosen, lead: f.sideIcon(w.side.icon, chosen || same), name: sc.title(w), tail: tail,
			})))
		}
	}
	return rows
}

func (f *frame) sideIcon(name string, selected bool) fyne.CanvasObject {
	c := look.C().Muted
	if selected {
		c = look.C().Text
	}
	return widgets.Icon(name, 18, c)
}

// sideLine is a row of the sidebar.
type sideLine struct {
	key, name, keys, tail string
	day                   notes.Date // that tail says
	lead                  fyne.CanvasObject
	selected, dot, person bool
	do                    func()
}

// runs makes a row run a command.
func (f *frame) runs(command string, l sideLine) sideLine {
	l.keys, l.do = f.s.keysOf(command), func() { f.s.Run(command) }
	return l
}

func (f *frame) sideRow(l sideLine) fyne.CanvasObject {
	lead := widgets.Centre(24, 24, l.lead)
	if f.narrow {
		row := widgets.NewRow(l.key, widgets.RowOneLine, widgets.HStack(0, lead), l.do).SelectOn(look.C().SidebarChosen(), l.selected)
		return l.tip(row)
	}
	label := widgets.Text(l.name)
	if l.selected {
		label = widgets.Name(l.name)
	}
	var mark fyne.CanvasObject = widgets.GapWide(6)
	if l.dot {
		mark = widgets.Sized(6, 6, canvas.NewCircle(look.C().Primary))
	}
	return widgets.NewRow(
		l.key,
		widgets.RowOneLine,
		widgets.HStack(
			10,
			lead,
			widgets.Fit(label),
			widgets.Grow(),
			widgets.HStack(6, room.SmallDay(l.tail, l.day), mark),
		),
		l.do,
	).SelectOn(look.C().SidebarChosen(), l.selected)
}

// tip says beside a disc or an icon what the row says in a wide window.
func (l sideLine) tip(row *widgets.Row) *widgets.Row {
	says := l.name
	if l.tail != "" {
		says += " · " + l.tail
	}
	if l.person {
		return widgets.WithPrivateTip(row, says)
	}
	return widgets.WithTip(row, says, l.keys)
}

// sampleNote says that what is in view is made up, and leads out of it.
func (f *frame) sampleNote(narrow bool) fyne.CanvasObject {
	begin := widgets.NewSmallButton("side.begin", widgets.Outlined, "pen", voice.T("Start my journal"), f.s.leaveSample)
	if narrow {
		begin := widgets.NewSmallButton("side.begin", widgets.Outlined, "pen", "", f.s.leaveSample)
		return widgets.WithTip(begin, voice.T("Start my journal"), "")
	}
	return widgets.VStack(
		6,
		widgets.NewPara(12, widgets.Dim(voice.T(
			"This is a sample team. Nothing here is real, and it's kept separate from your notes."))).Lead(17),
		widgets.HStack(0, begin),
		widgets.Gap(6),
	)
}

// foundNote leads to what was found wrong with the journal.
func (f *frame) foundNote(narrow bool) fyne.CanvasObject {
	look := func() { f.s.Go(room.Place{Screen: room.Health}) }
	says := voice.T("Something in your journal doesn't match what you saved.")
	if narrow {
		return widgets.WithTip(widgets.NewSmallButton("side.found", widgets.Outlined, "info", "", look), says, "")
	}
	return widgets.VStack(
		6,
		widgets.NewPara(12, widgets.Dim(says)).Lead(17),
		widgets.HStack(0, widgets.NewSmallButton("side.found", widgets.Outlined, "info", voice.T("See what was found"), look)),
		widgets.Gap(6),
	)
}

// goPerson shows a person: on the same tab where a person is in view, otherwise the brief.
func (s *Shell) goPerson(id notes.PersonID) {
	wanted := s.Place().Screen
	if s.Place().Person == s.Me().ID {
		wanted = ""
	}
	s.Go(room.Place{Screen: tabFor(s.Person(id).Kind, wanted), Person: id})
}
