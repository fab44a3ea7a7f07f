package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// part is a part of the window that F6 goes to; within it the arrows move.
type part struct {
	name string // for where the keyboard was in it last
	of   fyne.CanvasObject
}

// The parts of the window. A room has up to three: its list, its text, its panel.
const (
	sidePart = "side"
	topPart  = "top"
	listPart = "list"
	textPart = "text"
	sidePane = "panel"
)

// parts are the parts of the window as it is now, in the order of F6: from the sidebar one key leads into the room.
func (s *Shell) parts() []part {
	var all []part
	bare := s.frame.bare()
	if !bare {
		all = append(all, part{sidePart, s.frame.side})
	}
	all = append(all, s.roomParts()...)
	if !bare {
		all = append(all, part{topPart, s.frame.top})
	}
	if s.looked != nil {
		all = append(all, part{"backup", s.frame.banner})
	}
	if s.frame.said != "" {
		all = append(all, part{"toast", s.frame.bar})
	}
	return all
}

// roomParts are those of the room in view: its own, or all of it as one.
func (s *Shell) roomParts() []part {
	if r, ok := s.room.(room.Parted); ok {
		var all []part
		for i, of := range r.Parts() {
			all = append(all, part{[]string{listPart, textPart, sidePane}[min(i, 2)], of})
		}
		return all
	}
	return []part{{listPart, s.frame.content}}
}

// partAt is the index of the part that has the keyboard, -1 where none has.
func (s *Shell) partAt(all []part) int {
	for i, p := range all {
		if widgets.HasFocus(s.win.Canvas(), p.of) {
			return i
		}
	}
	return -1
}

// nextPart gives the keyboard to the next part (1) or the one before (-1) that takes it. Where it is nowhere it goes into
// the room.
func (s *Shell) nextPart(by int) {
	all := s.parts()
	at := s.partAt(all)
	if at < 0 {
		at = 0
		if by > 0 && s.frame.bare() {
			at = -1
		}
	}
	for range all {
		at = (at + by + len(all)) % len(all)
		if s.enterPart(all[at]) {
			return
		}
	}
}

// goPart gives the keyboard to a part by its name.
func (s *Shell) goPart(name string) {
	for _, p := range s.parts() {
		if p.name == name && s.enterPart(p) {
			return
		}
	}
}

// enterPart gives the keyboard to a part, where it was there last, and remembers where it was in the part that it leaves.
func (s *Shell) enterPart(to part) bool {
	all := s.parts()
	key := s.stops[to.name]
	if at := s.partAt(all); at >= 0 {
		s.stops[all[at].name] = widgets.KeyOfFocus(s.win.Canvas())
	}
	return widgets.EnterPart(s.win.Canvas(), to.of, key)
}

// hasPart reports whether the window has a part by this name now.
func (s *Shell) hasPart(name string) bool {
	for _, p := range s.parts() {
		if p.name == name {
			return true
		}
	}
	return false
}

// moveInPart moves the keyboard by an arrow within its part. From the sidebar Right leads
// into the room.
func (s *Shell) moveInPart(arrow fyne.KeyName) {
	switch arrow {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
	default:
		return
	}
	all := s.parts()
	at := s.partAt(all)
	if at < 0 {
		return
	}
	aside := all[at].name == sidePart
	if !widgets.MoveInPart(s.win.Canvas(), all[at].of, arrow, !aside) && aside && arrow == fyne.KeyRight {
		s.goPart(listPart)
	}
}

// held tells whether Shift is held: with it alone Fyne makes no shortcut of a key.
func held() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers() & fyne.KeyModifierShift
	}
	return 0
}

// partCommands are the commands that go from part to part.
func (s *Shell) partCommands() []command {
	is := func(name string) func() bool { return func() bool { return s.journal != nil && s.hasPart(name) } }
	to := func(name string) func() { return func() { s.goPart(name) } }
	return []command{
		{"part.next", voice.T("Next pane"), key(0, fyne.KeyF6), nil, func() { s.nextPart(1) }},
		{"part.previous", voice.T("Previous pane"), key(shift, fyne.KeyF6), nil, func() { s.nextPart(-1) }},
		{"part.side", voice.T("Go to the sidebar"), key(ctrl, fyne.Key1), is(sidePart), to(sidePart)},
		{"part.list", voice.T("Go to the list"), key(ctrl, fyne.Key2), is(listPart), to(listPart)},
		{"part.text", voice.T("Go to the text"), key(ctrl, fyne.Key3), is(textPart), to(textPart)},
		{"part.panel", voice.T("Go to the panel"), key(ctrl, fyne.Key4), is(sidePane), to(sidePane)},
	}
}
