package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/draft"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// topModel is what the top bar shows, but for the state of the draft, which changes more often.
type topModel struct {
	back, forward bool
	person        notes.PersonID
	name          string
	kind          notes.PersonKind
	screen        room.Screen
	narrow        bool
	iconed        bool // the switcher's box is its icon, so that the name has room
	tabs          int  // how many of the tabs there is room for
}

func (f *frame) topModel() topModel {
	p := f.s.Place()
	m := topModel{back: f.s.canMove(-1), forward: f.s.canMove(1), screen: p.Screen, narrow: f.narrow}
	if f.s.here().tabOf != nil {
		who := f.s.Person(p.Person)
		m.person, m.name, m.kind = who.ID, who.Name, who.Kind
		if f.narrow {
			m.name = who.First() // so that the tabs have room
		}
		m.tabs = f.tabsThatFit(m)
		f.giveNameRoom(&m)
	}
	m.iconed = m.iconed || f.narrow
	return m
}

// boxWidth is how wide the switcher's box is, before scaling.
const boxWidth = 168

// giveNameRoom has the switcher's box shrink to its icon where it would cut the name, and says the first name alone where
// even that is not enough: the sidebar has all of it.
func (f *frame) giveNameRoom(m *topModel) {
	width := f.root.Size().Width
	if m.narrow || width == 0 || m.kind == notes.KindMe {
		return
	}
	var tabs []string
	for _, tab := range tabsOf(m.kind) {
		tabs = append(tabs, tab.name)
	}
	button := widgets.NewButton("", widgets.Quiet, "menu", "", nil).MinSize().Width
	said := widgets.Small(draft.NotSaved.String()).MinSize().Width
	const gaps = 36 + 6 + 8 + 8 + 10*4 // of topbar
	free := width - look.S(sideWidth) - 1 - gaps - 3*button - said - widgets.TabsWidth(tabs)
	name := func() float32 { return widgets.TextIn(m.name, 15, look.C().Text, look.SemiBold).MinSize().Width + 1 }
	if m.iconed = name()+look.S(boxWidth) > free; m.iconed && name()+button > free {
		m.name = f.s.Person(m.person).First()
	}
}

// mostTabs is how many tabs stand beside everything else in the narrowest window with the largest text. Where there are
// more, they stand closer there, and back and forward give them their room; the menu and the keys have both. Those for
// which there is no room even so stand behind a button.
const mostTabs = 6

// tabsThatFit is how many of a person's tabs there is room for, beside everything else with its longest words.
func (f *frame) tabsThatFit(m topModel) int {
	tabs := tabsOf(m.kind)
	if !m.narrow || len(tabs) <= mostTabs {
		return len(tabs)
	}
	button := widgets.NewButton("", widgets.Outlined, "more", "", nil).MinSize().Width
	said := widgets.Small(draft.NotSaved.String()).MinSize().Width
	name := widgets.TextIn(m.name, 15, look.C().Text, look.SemiBold).MinSize().Width
	const gaps = 36 + 8 + 8 + 6*4 // of topbar
	free := f.root.Size().Width - look.S(discsWidth) - name - said - 2*button - gaps
	names := make([]string, len(tabs))
	for i, tab := range tabs {
		names[i] = tab.name
	}
	return widgets.TightTabsIn(free, button, names)
}

// topbar draws back, forward, the person and their tabs, the draft's state and the switcher's box.
func (f *frame) topbar(m topModel) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if !m.narrow || m.person == 0 || len(tabsOf(m.kind)) <= mostTabs {
		parts = append(parts, f.arrow("top.back", "left", voice.T("Back"), "go.back", m.back),
			f.arrow("top.forward", "right", voice.T("Forward"), "go.forward", m.forward), widgets.GapWide(6))
	}
	switch {
	case m.kind == notes.KindMe:
		parts = append(parts, widgets.TextIn(myJournal, 15, look.C().Text, look.SemiBold))
	case m.person != 0:
		parts = append(parts, widgets.Fit(widgets.TextIn(m.name, 15, look.C().Text, look.SemiBold)), widgets.GapWide(8))
		if tabs := tabsOf(m.kind); len(tabs) > 1 {
			parts = append(parts, f.tabs(m, tabs))
		}
	}
	var menu *widgets.Button
	menu = widgets.NewButton("top.menu", widgets.Quiet, "menu", "", func() { widgets.ShowMenu(menu, f.s.menu()...) })
	widgets.WithTip(menu, voice.T("Menu"), "")
	f.saved = widgets.Small("")
	f.stateText()
	parts = append(parts, widgets.Grow(), f.saved, widgets.GapWide(8), f.switcherBox(m.iconed), menu)
	line := canvas.NewRectangle(look.C().Hairline)
	bar := widgets.HStack(4, parts...)
	return widgets.Free(fyne.NewSize(100, look.S(topHeight)), func(size fyne.Size) {
		h := widgets.HeightOf(bar, size.Width-36)
		widgets.Place(bar, 12, float32(int((size.Height-h)/2)), size.Width-36, h)
		widgets.Place(line, 0, size.Height-1, size.Width, 1)
	}, line, bar)
}

// arrow is a button that goes back or forward.
func (f *frame) arrow(key, icon, name, command string, on bool) fyne.CanvasObject {
	b := widgets.NewButton(key, widgets.Quiet, icon, "", func() { f.s.Run(command) }).SetEnabled(on)
	return widgets.WithTip(b, name, f.s.keysOf(command))
}

func (f *frame) tabs(m topModel, tabs []screen) fyne.CanvasObject {
	shown, rest := slices.Clone(tabs), []screen(nil)
	if m.tabs < len(tabs) {
		shown, rest = shown[:m.tabs], shown[m.tabs:]
		if i := slices.IndexFunc(rest, func(tab screen) bool { return tab.id == m.screen }); i >= 0 {
			shown[m.tabs-1], rest[i] = rest[i], shown[m.tabs-1] // the one in view is seen
		}
	}
	names := make([]string, len(shown))
	selected := -1
	for i, tab := range shown {
		names[i] = tab.name
		if tab.id == m.screen {
			selected = i
		}
	}
	to := func(tab screen) { f.s.Go(room.Place{Screen: tab.id, Person: m.person}) }
	strip := widgets.Tabs("top.tab", names, selected, m.narrow && len(tabs) > mostTabs, func(i int) { to(shown[i]) })
	if len(rest) == 0 {
		return strip
	}
	items := make([]widgets.MenuItem, len(rest))
	for i, tab := range rest {
		items[i] = widgets.MenuItem{Text: tab.name, OnTap: func() { to(tab) }}
	}
	var more *widgets.Button
	more = widgets.NewButton("top.tab.more", widgets.Quiet, "more", "", func() { widgets.ShowMenu(more, items...) })
	return widgets.HMiddle(0, strip, widgets.WithTip(more, voice.T("More about this person"), ""))
}

// switcherBox looks like a field and opens the quick switcher.
func (f *frame) switcherBox(iconed bool) fyne.CanvasObject {
	open := func() { f.s.Run("switcher") }
	if iconed {
		return widgets.WithTip(widgets.NewButton("top.switcher", widgets.Outlined, "search", "", open), voice.T("Search"), f.s.keysOf("switcher"))
	}
	return widgets.Sized(boxWidth, 30, widgets.NewFieldButton("top.switcher", "search", voice.T("Search"), f.s.keysOf("switcher"), open))
}

// showState shows the draft's state, "Saved", "Saving …" or "Not saved", and says once why it is not saved.
func (f *frame) showState(state draft.State, err error) {
	was := f.state
	f.state = state
	f.stateText()
	if m, ok := f.s.room.(interface{ ShowState(string) }); ok {
		m.ShowState(state.String())
	}
	switch {
	case state != draft.NotSaved:
		f.untoast(f.whyNot)
		f.untoast(f.andNot)
	case was != draft.NotSaved && !f.s.stopped:
		f.s.forgetUndo()
		f.whyNot = short(err) + " " + voice.T("Your text is still here, and Handback will keep trying to save it.")
		if elsewhere(err) {
			f.offer(f.whyNot, saveCopyButton, f.s.saveCopy)
		} else {
			f.toast(f.whyNot, nil)
		}
	}
}

func (f *frame) stateText() {
	if f.saved == nil {
		return
	}
	var c color.Color = look.C().Muted
	if f.state == draft.NotSaved {
		c = look.C().Stuck
	}
	text := ""
	if _, open := f.s.draftNote(); open || f.state == draft.NotSaved {
		text = f.state.String()
	}
	if f.saved.Text == text && f.saved.Color == c {
		return
	}
	f.saved.Text, f.saved.Color = text, c
	f.saved.Refresh()
	f.top.Refresh()
}
