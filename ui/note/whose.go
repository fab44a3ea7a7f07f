package note

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/notes/whosecall"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// chipPause is after which pause in typing it is asked whose call a line is.
const chipPause = 1200 * time.Millisecond

// whose asks "Whose call is this?" beside a note: one line at a time while one writes, two where one only reads.
type whose struct {
	host    room.Host
	redraw  func()
	scene   whosecall.Scene // without the note
	planned notes.Date      // the day of the next one-on-one, "" where none is planned
	shown   []whosecall.Chip
	offered []whosecall.Chip // answered as theirs: its question is still offered; one at most
	note    notes.NoteID
	wait    func()
	held    *bool // whether questions about the person are held back, nil where that was not looked up yet
}

func newWhose(host room.Host, redraw func()) *whose { return &whose{host: host, redraw: redraw} }

// whoseModel is what the panel shows of it.
type whoseModel struct{ shown, offered []whosecall.Chip }

func (w *whose) model() whoseModel {
	return whoseModel{slices.Clone(w.shown), slices.Clone(w.offered)}
}

// read takes from the journal what the choice depends on besides the text.
func (w *whose) read(id notes.PersonID) error {
	w.held = nil
	journal, today := w.host.Journal(), w.host.Today()
	w.scene = whosecall.Scene{Person: w.host.Person(id), Today: today, Words: room.Words(w.host)}
	if w.scene.Person.Kind != notes.KindReport {
		return nil
	}
	var err error
	if w.scene.Areas, err = journal.Areas(id); err != nil {
		return err
	}
	if w.scene.StepIns, err = journal.StepIns(id); err != nil {
		return err
	}
	if w.scene.Verdicts, err = journal.Verdicts(today); err != nil {
		return err
	}
	planned, err := journal.PlannedNote(id)
	if errors.Is(err, notes.ErrNotFound) {
		w.planned = ""
		return nil
	}
	w.planned = planned.Date
	return err
}

// clear forgets the note.
func (w *whose) clear() {
	w.shown, w.offered, w.note = nil, nil, 0
	w.stop()
}

func (w *whose) stop() {
	if w.wait != nil {
		w.wait()
		w.wait = nil
	}
}

// soon asks once typing pauses.
func (w *whose) soon(n notes.Note) {
	w.stop()
	w.wait = w.host.After(chipPause, func() {
		w.wait = nil
		if now, open := w.host.Draft().Note(); open && now.ID == n.ID {
			w.seek(now)
			w.redraw()
		}
	})
}

// reread finds them after a change. Where one types that waits for the pause: a save falls into the middle of a line.
func (w *whose) reread(n notes.Note) {
	if w.wait != nil && w.note == n.ID {
		w.follow(n)
		return
	}
	w.seek(n)
}

// seek finds the lines of a note to ask about. A line that is asked about already stays.
func (w *whose) seek(n notes.Note) {
	if w.note != n.ID {
		w.offered, w.shown, w.note = nil, nil, n.ID
	}
	was := w.shown
	if room.ReadOnly(w.host) || n.Imported { // what was imported asks for nothing
		w.show(was, nil)
		return
	}
	w.scene.Note = n
	caret, most := w.host.Editor().Line()+1, 2
	if w.host.Editor().Focused() {
		most = 1
	}
	if kept := w.standing(n.Body); len(kept) > 0 {
		caret = kept[0].Line
	}
	chips := whosecall.Chips(w.scene, caret, most)
	if len(chips) > 0 && w.heldBack() {
		chips = nil
	}
	w.show(was, chips)
}

// heldBack reports whether questions about the person are held back. It is looked up where there is something to ask.
func (w *whose) heldBack() bool {
	if w.held == nil {
		f, err := w.host.Journal().PromptFacts(w.scene.Person.ID, w.host.Now())
		if err != nil {
			return false // asking once more than needed is no fault to show
		}
		held := prompt.HeldBack(f)
		w.held = &held
	}
	return *w.held
}

// follow keeps of what is asked only the lines that still stand in the text.
func (w *whose) follow(n notes.Note) { w.show(w.shown, w.standing(n.Body)) }

func (w *whose) show(was, now []whosecall.Chip) {
	w.shown = now
	if !slices.Equal(was, now) {
		w.host.Editor().MarkAgain()
	}
}

// standing are the lines that are asked about, where they stand in a text now.
func (w *whose) standing(body string) []whosecall.Chip {
	lines := strings.Split(body, "\n")
	var out []whosecall.Chip
	for _, c := range w.shown {
		if c, ok := standsAt(c, lines); ok {
			out = append(out, c)
		}
	}
	return out
}

func standsAt(c whosecall.Chip, lines []string) (whosecall.Chip, bool) {
	is := func(line string) bool { return strings.TrimSuffix(line, "\r") == c.Raw }
	if c.Line <= len(lines) && is(lines[c.Line-1]) {
		return c, true
	}
	at := slices.IndexFunc(lines, is)
	c.Line = at + 1
	return c, at >= 0
}

// mark adds to the marks of a text an underline below each clause that is asked about.
func (w *whose) mark(text string, marks []widgets.Mark) []widgets.Mark {
	for _, c := range w.standing(text) {
		from, to := c.Columns()
		m := widgets.Mark{Line: c.Line - 1, Start: from, End: to, Kind: widgets.MarkUnderline, Icon: "back", Color: look.C().Primary}
		if slices.ContainsFunc(marks, func(o widgets.Mark) bool { return o.Line == m.Line && o.Icon != "" }) {
			m.Icon = ""
		}
		marks = append(marks, m)
	}
	return marks
}

// cards are the questions as the panel shows them.
func (w *whose) cards() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range w.offered {
		out = append(out, widgets.Gap(6), w.card(c, voice.T("Hand it back"), nil, func() {
			w.offered = nil
			w.redraw()
		}))
	}
	for _, c := range w.shown {
		choice := widgets.NewSegmented(
			chipKey(c)+".call",
			[]string{voice.T("Mine"), voice.T("Shared"), voice.T("Theirs")},
			-1,
			func(i int) {
				w.answer(c, []notes.Actor{notes.Me, notes.We, notes.Them}[i])
			},
		).Waiting()
		out = append(out, widgets.Gap(6), w.card(c, voice.T("Whose call is this?"), choice, func() { w.dismiss(c) }))
	}
	return out
}

func chipKey(c whosecall.Chip) string { return "whose." + strconv.Itoa(c.Line) }

func (w *whose) card(c whosecall.Chip, title string, choice *widgets.Segmented, away func()) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		widgets.HMiddle(6, widgets.Icon("back", 15, look.C().Primary), widgets.CardTitle(title), widgets.Grow(),
			widgets.WithTip(widgets.NewSmallButton(chipKey(c)+".away", widgets.Quiet, "x", "", away), voice.T("Don't ask about this line"), "")),
		widgets.NewPara(13, widgets.Dim("“"+c.Says()+"”")).Lead(19).Most(4),
	}
	if choice != nil {
		parts = append(parts, widgets.HStack(0, choice), widgets.Gap(0))
	}
	return widgets.ChipCard(append(
		parts,
		widgets.NewPara(13, widgets.Slanted(c.Question)).Lead(19),
		widgets.HStack(
			0,
			widgets.NewSmallButton(
				chipKey(c)+".ask",
				widgets.Outlined,
				"plus",
				w.sayAsk(),
				func() { w.ask(c) },
			),
		),
	)...)
}

// sayAsk is what the button says that puts a question on the agenda.
func (w *whose) sayAsk() string {
	if w.planned == "" {
		return voice.T("Ask next time")
	}
	return voice.T("Ask on {day}", "day", notes.SayDate(w.planned, w.host.Today()))
}

// now is a chip with the note as it stands; false where its line is gone.
func (w *whose) now(c whosecall.Chip) (whosecall.Chip, bool) {
	n, open := w.host.Draft().Note()
	if !open || n.ID != w.note {
		return c, false
	}
	w.scene.Note = n
	return standsAt(c, strings.Split(n.Body, "\n"))
}

// answer says whose call a line is. Where it is theirs the question stays on offer.
func (w *whose) answer(c whosecall.Chip, actor notes.Actor) {
	w.stop() // who answers has paused
	c, stands := w.now(c)
	if !stands {
		w.redraw()
		return
	}
	change, err := w.scene.Answered(c, actor, w.host.Context(w.scene.Note.Person, w.scene.Note.Date))
	if err != nil {
		w.host.Show(err)
		w.redraw()
		return
	}
	say := voice.T("Noted as your call")
	switch actor {
	case notes.We:
		say = voice.T("Noted as a shared call")
	case notes.Them:
		say = voice.T("Noted as {who}'s call", "who", w.scene.Person.First())
		w.offered = []whosecall.Chip{c}
	}
	if _, err := w.host.Apply(change, say); err != nil {
		w.offered = nil
	}
	w.redraw()
}

// ask puts the question on the next one-on-one.
func (w *whose) ask(c whosecall.Chip) {
	w.stop()
	if _, stands := w.now(c); !stands {
		w.redraw()
		return
	}
	day := w.planned
	if day == "" {
		day = w.host.Today()
	}
	change, err := w.scene.Asked(c, w.host.Context(w.scene.Person.ID, day))
	if err != nil {
		w.host.Show(err)
		return
	}
	w.offered = nil
	_, _ = w.host.Apply(change, voice.T("Added to the agenda")) // shown already
	w.redraw()
}

// dismiss waves a question away: it is not asked again of this line.
func (w *whose) dismiss(c whosecall.Chip) {
	w.stop()
	c, _ = w.now(c)
	change := w.scene.Dismissed(c)
	say := voice.T("Handback won't ask about this line again")
	if len(change.Rows) > 1 {
		say = voice.T("Handback won't ask about this line again, or about similar ones for a month")
	}
	_, _ = w.host.Apply(change, say) // shown already
	w.redraw()
}
