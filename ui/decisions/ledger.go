package decisions

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

const (
	fewLines  = 10 // lines of the ledger that are shown at first
	moreLines = 50 // how many more a tap shows
	fewAreas  = 2  // areas that have a filter of their own; the others are in a menu
)

// ledger is the card of all decisions, newest first.
func (r *Room) ledger() fyne.CanvasObject {
	count := ""
	if n := len(r.mirror.Ledger); n > 0 {
		count = strconv.Itoa(n)
	}
	parts := []fyne.CanvasObject{widgets.CardHead(voice.T("Decision log"), count, r.filters()...)}
	lines := r.filter.Of(r.mirror.Ledger)
	shown := lines[:min(r.shown, len(lines))]
	said := make([]string, len(shown))
	for i, l := range shown {
		said[i] = sayAgreed(l)
	}
	agreed := widgets.ColumnOf(agreedSize, said...)
	for i, l := range shown {
		parts = append(parts, r.line("ledger/"+strconv.Itoa(i), l, agreed))
	}
	switch left := len(lines) - r.shown; {
	case left > 0:
		older := widgets.NewSmallButton("ledger/more", widgets.Quiet, "down", voice.T("Show {n} older", "n", left), func() {
			r.shown += moreLines
			r.redraw()
		})
		parts = append(parts, widgets.HStack(0, older))
	case len(r.mirror.Ledger) == 0:
		empty := voice.T("No decisions yet. Write “{decided} {first}: …” in a note, or log one here.",
			"decided", room.Word(r.host, notes.Decided), "first", r.first())
		parts = append(parts, widgets.EmptyLine(empty))
	case len(lines) == 0:
		parts = append(parts, widgets.EmptyLine(voice.T("No decisions match this filter.")))
	}
	return widgets.Card(0, parts...)
}

func (r *Room) filters() []fyne.CanvasObject {
	tags := decisions.LedgerAreas(r.mirror.Ledger)
	if len(r.mirror.Ledger) == 0 {
		return nil
	}
	chip := func(key, text string, f decisions.LedgerFilter) fyne.CanvasObject {
		return widgets.NewToggleChip("ledger/filter/"+key, "", text, r.filter == f, func() { r.limit(f) })
	}
	chips := []fyne.CanvasObject{
		chip("all", voice.T("All"), decisions.LedgerFilter{}), chip("mine", voice.T("Mine"), decisions.LedgerFilter{Mine: true}),
	}
	var rest []widgets.MenuItem
	for i, tag := range tags {
		f := decisions.LedgerFilter{Area: tag}
		if i < fewAreas || r.filter == f {
			chips = append(chips, chip(tag, "#"+tag, f))
		} else {
			rest = append(rest, widgets.MenuItem{Text: "#" + tag, OnTap: func() { r.limit(f) }})
		}
	}
	if len(rest) > 0 {
		var more *widgets.Button
		more = widgets.NewSmallButton("ledger/filter/more", widgets.Quiet, "more", "", func() { widgets.ShowMenu(more, rest...) })
		widgets.WithTip(more, voice.T("More areas"), "")
		chips = append(chips, more)
	}
	return chips
}

func (r *Room) limit(f decisions.LedgerFilter) {
	r.filter, r.shown = f, fewLines
	r.redraw()
}

// line is one decision; a tap opens its note there. The column of what was agreed wants that width.
func (r *Room) line(key string, l decisions.LedgerLine, agreed float32) fyne.CanvasObject {
	mark := widgets.GapWide(look.S(14))
	if l.Whose != notes.NoCall {
		mark = widgets.WhoDot(dot(l.Whose), 14)
	}
	oldest := r.mirror.Ledger[len(r.mirror.Ledger)-1].NoteDate
	dates := float32(54)
	if oldest.Time().Year() != r.host.Today().Time().Year() {
		dates = 78 // the year is said too
	}
	said := strings.Join(slices.DeleteFunc([]string{l.Says, l.Looked(r.host.Today())}, func(s string) bool { return s == "" }), " · ")
	parts := []fyne.CanvasObject{
		widgets.Width(dates, room.ShortDay(l.NoteDate, r.host.Today())), mark,
		widgets.Grow(widgets.NewPara(14, widgets.Plain(l.Text)).Lead(20)), widgets.Small(said),
		widgets.Column(agreedLeast, agreed, textLeast, widgets.NewElided(agreedSize, widgets.Dim(sayAgreed(l))).Lead(18)), r.decider(key, l),
	}
	var acts func() []widgets.MenuItem
	if l.State != notes.History { // what was imported stays as it came
		acts = func() []widgets.MenuItem { return r.lineMenu(l) }
	}
	parts = append(parts, room.LogMenu(r.host, key, acts)...)
	return room.NewLogRow(r.host, key, 36, l.Filed, widgets.HMiddle(12, parts...))
}

// The column of what was agreed: its text's size, how wide it is at the least, and how much it leaves to the decision's text.
const (
	agreedSize  = 13
	agreedLeast = 176
	textLeast   = 240
)

// sayAgreed is the area of a decision with the level that was agreed there on its day.
func sayAgreed(l decisions.LedgerLine) string {
	switch {
	case l.Area == "":
		return voice.T("no area")
	case l.Agreed == notes.NoLevel:
		return voice.T("#{tag} · no level yet", "tag", l.Area)
	}
	return voice.T("#{tag} · {level}", "tag", l.Area, "level", l.Agreed)
}

// decider is who decided; where it is not said, one tap says so. The menu of the row changes it.
func (r *Room) decider(key string, l decisions.LedgerLine) fyne.CanvasObject {
	if l.Whose == notes.NoCall && l.State != notes.History && !room.ReadOnly(r.host) {
		return widgets.WithTip(widgets.NewSegmented(key+"/who", []string{voice.T("Me"), voice.T("Us"), r.first()}, -1, func(i int) {
			r.decide(l, []notes.Actor{notes.Me, notes.We, notes.Them}[i])
		}), voice.T("Who decided?"), "")
	}
	return widgets.Width(64, widgets.Right(widgets.Small(decisions.SayActor(l.Actor, r.first()))))
}

func (r *Room) decide(l decisions.LedgerLine, who notes.Actor) {
	change, err := decisions.SetDecider(l.Filed, room.ContextOf(r.host, l.Filed), who)
	r.apply(change, err, decisions.SayDecided(who, r.first()))
}

func (r *Room) lineMenu(l decisions.LedgerLine) []widgets.MenuItem {
	decided := func(who notes.Actor, text string) widgets.MenuItem {
		return widgets.MenuItem{Icon: "decided", Text: text, Chosen: l.Actor == who, OnTap: func() { r.decide(l, who) }}
	}
	items := []widgets.MenuItem{
		decided(notes.Me, voice.T("I decided")), decided(notes.We, voice.T("We decided")),
		decided(notes.Them, voice.T("{first} decided", "first", r.first())),
		decided(notes.Unsaid, voice.T("Not noted")),
	}
	items = append(items, r.outcomeItems(l)...)
	if l.Area != "" {
		return items
	}
	for _, a := range r.areas {
		items = append(items, widgets.MenuItem{Icon: "tag", Text: voice.T("File under #{tag}", "tag", a.Tag), OnTap: func() {
			change, err := decisions.TagDecision(l.Filed, room.ContextOf(r.host, l.Filed), a.Tag)
			r.apply(change, err, voice.T("Filed under #{tag}", "tag", a.Tag))
		}})
	}
	return items
}

// outcomeItems say of a decision that it held or was reversed, or take that back.
func (r *Room) outcomeItems(l decisions.LedgerLine) []widgets.MenuItem {
	item := func(icon, text string, outcome notes.State, say string) widgets.MenuItem {
		return widgets.MenuItem{Icon: icon, Text: text, OnTap: func() {
			change, err := decisions.SetOutcome(l.Filed, room.ContextOf(r.host, l.Filed), outcome, r.host.Today())
			r.apply(change, err, say)
		}}
	}
	held := item("check", voice.T("Mark as kept"), notes.Held, voice.T("Marked as kept"))
	reversed := item("restore", voice.T("Mark as reversed"), notes.Reversed, voice.T("Marked as reversed"))
	switch l.State {
	case notes.Held:
		held = item("check", voice.T("Undo “kept”"), notes.Open, voice.T("No longer marked as kept"))
	case notes.Reversed:
		reversed = item("restore", voice.T("Undo the reversal"), notes.Open, voice.T("No longer marked as reversed"))
	}
	return []widgets.MenuItem{held, reversed}
}

// log asks for a decision and writes it into today's journal note of the person.
func (r *Room) log() {
	text := widgets.NewTextField("decisions/form/text", decisions.FieldDecision, voice.T("e.g. move the rollout to January"))
	who := form.NewChoice("decisions/form/who", voice.T("Who decided?"), []notes.Actor{notes.Unsaid, notes.Me, notes.We, notes.Them},
		[]string{voice.T("not noted"), voice.T("I did"), voice.T("we did"), voice.T("{first} did", "first", r.first())}, notes.Unsaid, nil)
	tags, names := []string{""}, []string{voice.T("none")}
	for _, a := range r.areas {
		tags, names = append(tags, a.Tag), append(names, "#"+a.Tag)
	}
	area := form.NewChoice("decisions/form/area", voice.T("Area"), tags, names, "", nil)
	fields := form.Fields{decisions.FieldDecision: text}
	var d *widgets.Dialog
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Log a decision"), voice.T("Log decision"), func() error {
		change, err := decisions.DecisionForm{Text: text.Text(), Who: who.Value(), Area: area.Value()}.
			Change(r.person, r.host.Context(r.person, r.host.Today()))
		return r.commit(d, fields, change, err, voice.T("Decision logged"))
	}, text, widgets.Columns(12, []float32{1, 1}, who.Field, area.Field))
	d.Show(text.Entry)
}
