package ui

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/theirpage"
	"handback/ui/widgets"
)

// besideAna is a random journal, open in a meeting with Ana, and what she must not read there.
type besideAna struct {
	*window
	rnd    *rand.Rand
	disk   *fullDisk
	ana    notes.PersonID
	note   notes.NoteID
	others []string // first and last names
	n      int      // words made so far
	did    string
	looked string // what the manager is looking for
}

// secret is a word that stands in lines which are not for Ana's eyes; plain one that may be seen. Each stands once.
var secret = regexp.MustCompile(`sec\d+q`)

// figures are what is said about a person in numbers or with a reason; the length of a list is none.
var figures = regexp.MustCompile(`(?i)\bbecause\b|\d ?%|\bweeks since\b|\d+ (calls|times)\b|\bnothing since\b`)

func (b *besideAna) secret() string { b.n++; return fmt.Sprintf("sec%dq", b.n) }
func (b *besideAna) plain() string  { b.n++; return fmt.Sprintf("mill%dp", b.n) }

func (b *besideAna) other() string { return b.others[2*b.rnd.IntN(len(b.others)/2)] }

// hiddenLine is a line, perhaps with more below it, that a note about Ana keeps to itself.
func (b *besideAna) hiddenLine() string {
	long := ""
	if b.rnd.IntN(3) == 0 {
		long = strings.Repeat("mill and words ", 12)
	}
	return fmt.Sprintf([]string{
		"private: %[1]s%[2]s", "private %[1]s%[2]s\n  with %[3]s\n\n  and %[4]s", "> private: %[1]s%[2]s", "  - private: %[1]s%[2]s",
		"todo %[5]s: %[1]s%[2]s", "praise %[5]s and Ana: %[1]s%[2]s", "- [ ] %[5]s: %[1]s%[2]s", "topic %[5]s: %[1]s%[2]s",
		"decided %[5]s: %[1]s%[2]s", "todo me for %[5]s: %[1]s%[2]s", "stuck %[5]s: %[1]s%[2]s",
		"private TODO %[1]s%[2]s", "private %[1]s%[2]s\n  TODO send %[3]s\n  - Ana will send %[4]s",
		"private\n  ## Next steps\n  - send %[2]s\n  - book %[3]s%[1]s%[4]s", "todo %[5]s: send %[1]s%[2]s by 4/12",
	}[b.rnd.IntN(15)], long, b.secret(), b.secret(), b.secret(), b.other())
}

func (b *besideAna) plainLine() string {
	return fmt.Sprintf([]string{
		"topic: %s", "ask: %s", "todo: %s", "todo me: %s", "todo me: %s by Friday", "decided: %s", "decided Ana: %s", "need: %s",
		"praise: %s", "idea: %s", "## %s", "%s and words", "topic: %s (done 2025-12-01)",
		"TODO send %s", "Ana will send %s", "## Next steps\n- send %s", "todo: send %s by 4/12", "TODO: send her %s",
	}[b.rnd.IntN(18)], b.plain())
}

// aboutAna is the text of a note about her.
func (b *besideAna) aboutAna() string {
	var lines []string
	for range b.rnd.IntN(9) {
		if b.rnd.IntN(2) == 0 {
			lines = append(lines, b.hiddenLine())
		} else {
			lines = append(lines, b.plainLine())
		}
	}
	return strings.Join(append(lines, ""), "\n")
}

// aboutOther is the text of a note about somebody else, in which lines name Ana.
func (b *besideAna) aboutOther() string {
	var lines []string
	for range 1 + b.rnd.IntN(6) {
		lines = append(lines, fmt.Sprintf([]string{
			"todo me for Ana: tell why %[1]s leaves, %[2]s", "topic Ana: %[1]s wants her seat, %[2]s", "praise Ana: helped %[1]s, %[2]s",
			"private: Ana and %[2]s", "%[2]s about Ana", "todo: %[2]s", "idea: %[2]s", "todo me for Ana: send %[3]s",
		}[b.rnd.IntN(8)], b.other(), b.secret(), b.plain()))
	}
	return strings.Join(lines, "\n")
}

func startBesideAna(t *testing.T, seed uint64) *besideAna {
	b := &besideAna{window: newWindow(t), rnd: rand.New(rand.NewPCG(seed, 11)), others: []string{"Ben", "Kofi"}}
	names := []string{"Quirin Zoltan", "Xanthe Ypsilon", "Wladimir Umbra", "Zuzana Vogt"}[:1+b.rnd.IntN(4)]
	for _, name := range names {
		kind := []notes.PersonKind{notes.KindReport, notes.KindOther}[b.rnd.IntN(2)]
		b.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: kind, Name: name, State: notes.StateHere, Pronoun: notes.They}}})
		b.others = append(b.others, strings.Fields(name)...)
	}
	b.ana = b.who("Ana").ID
	for i := range 2 + b.rnd.IntN(5) {
		kind := []notes.NoteKind{notes.HeldNote, notes.JournalNote}[b.rnd.IntN(2)]
		b.apply(notes.Change{Rows: []notes.Row{
			notes.NewNote{Person: b.ana, Kind: kind, Date: b.Today().AddDays(-7*i - b.rnd.IntN(6)), Body: b.aboutAna()},
			notes.NewNote{Person: b.who(b.other()).ID, Kind: notes.JournalNote, Date: b.Today().AddDays(-3 * i), Body: b.aboutOther()},
		}})
	}
	planned := notes.NewNote{Person: b.ana, Kind: notes.PlannedNote, Date: b.Today(), Body: b.aboutAna()}
	b.note = b.apply(notes.Change{Rows: []notes.Row{planned}}).Made[0]
	b.visit(room.Place{Screen: room.Prep, Person: b.ana}) // a question is put there
	before := notes.NewNote{Person: b.who(b.other()).ID, Kind: notes.JournalNote, Date: b.Today(), Body: b.aboutOther()}
	if _, err := b.Apply(notes.Change{Rows: []notes.Row{before}}, "Noted about "+b.other()+": "+b.secret()); err != nil {
		t.Fatal(err)
	}
	b.settle()
	b.disk = b.filling()
	b.Run("meeting.start")
	b.settle()
	return b
}

// TestNothingInAMeetingIsNotForThem does at random what can be done in a meeting, and after it until the manager asks for
// everything: after each step no text of the window is one that the note's projection leaves out, names somebody else or
// counts something about her. -rapid.checks says how many journals are tried.
func TestNothingInAMeetingIsNotForThem(t *testing.T) {
	aloneUnderRace(t)
	for seed := range seeds(10) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			b := startBesideAna(t, seed)
			b.check("starts")
			for range 30 {
				if step := meetingSteps[b.rnd.IntN(len(meetingSteps))]; step.beside || b.Place().Screen == room.Meeting {
					b.did += step.name + "; "
					step.do(b)
					b.settle()
					b.check(step.name)
				}
			}
			if b.Place().Screen == room.Meeting { // what is suggested as it ends
				b.write("\n" + b.hiddenLine() + "\n" + fmt.Sprintf("todo %s: send %s by 4/12\nTODO send %s\n", b.other(), b.secret(), b.plain()))
				closesIt(b)
			}
		})
	}
}

func (b *besideAna) check(step string) {
	b.t.Helper()
	place := b.Place()
	hers := place.Screen == room.Meeting || place.Screen == room.TheirPage && place.Part == theirpage.Turned || place.Screen == room.Notes
	if !hers || place.Person != b.ana || b.guard != b.ana {
		b.t.Fatalf("%s: %s leads to %+v", b.did, step, place)
	}
	caret := b.caretLine()
	for _, text := range b.texts() {
		if caret != "" && text != "" && strings.Contains(caret, text) || text == b.looked {
			continue // is being typed
		}
		for _, word := range append(secret.FindAllString(text, -1), b.namesIn(text)...) {
			if !b.visible(word) {
				b.t.Fatalf("%s: after %q it shows %q:\n%s", b.did, step, word, text)
			}
		}
		if place.Screen == room.Meeting && figures.MatchString(text) {
			b.t.Fatalf("%s: after %q it counts:\n%s", b.did, step, text)
		}
	}
}

// visible reports whether a word stands in a line of her note that its projection shows: two lines that undo joined may be
// prose in which a word is open to her.
func (b *besideAna) visible(word string) bool {
	body := b.draft.Body()
	if _, open := b.draft.Note(); !open {
		body = b.stored(b.note)
	}
	return strings.Contains(notes.Project(body, b.Context(b.ana, b.Today())).Text(), word)
}

func (b *besideAna) namesIn(text string) []string {
	var found []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !notes.IsWordRune(r) }) {
		for _, name := range b.others {
			if word == name {
				found = append(found, word)
			}
		}
	}
	return found
}

func (b *besideAna) caretLine() string {
	at := b.editor.CaretLine()
	if lines := strings.Split(b.editor.Text(), "\n"); at >= 0 && at < len(lines) {
		return lines[at]
	}
	return ""
}

// texts are all texts of the window: its title, what lies over it, and what was copied.
func (b *besideAna) texts() []string {
	at := b.win.Canvas()
	all := []string{b.win.Title(), fyne.CurrentApp().Clipboard().Content()}
	for _, root := range append([]fyne.CanvasObject{at.Content()}, at.Overlays().List()...) {
		seen(root, func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *canvas.Text:
				all = append(all, o.Text)
			case *widgets.Para:
				all = append(all, o.String())
			}
		})
	}
	if _, open := b.draft.Note(); !open {
		return all // the editor is not in view
	}
	return append(all, strings.Split(b.editor.Text(), "\n")...)
}

// seen visits an object and all within it that is not hidden.
func seen(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, child := range within {
		seen(child, visit)
	}
}

// meetingSteps are what can be done in a meeting; beside: also after it, while she may look on.
var meetingSteps = []struct {
	name   string
	beside bool
	do     func(*besideAna)
}{
	{"types a plain line", true, func(b *besideAna) { b.write("\n" + b.plainLine()) }},
	{"types a line that is not for her", true, func(b *besideAna) { b.write("\n" + b.hiddenLine()) }},
	{"Enter", true, func(b *besideAna) { b.write("\n") }},
	{"begins a name", true, func(b *besideAna) { b.write("\ntodo @") }},
	{"begins a label", true, func(b *besideAna) { b.write("\npr") }},
	{"moves", true, func(b *besideAna) {
		b.win.Canvas().Focus(b.editor.Focusable())
		b.key([]fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft}[b.rnd.IntN(3)])
	}},
	{"clicks into the text", true, func(b *besideAna) { b.editor.SetCaret(b.rnd.IntN(len([]rune(b.editor.Text())) + 1)) }},
	{"undo in the text", true, func(b *besideAna) {
		for range 1 + b.rnd.IntN(4) {
			b.editor.Undo()
		}
	}},
	{"redo in the text", true, func(b *besideAna) { b.editor.Redo() }},
	{"undo of the last act", true, func(b *besideAna) { b.Run("undo") }},
	{"time passes", true, func(b *besideAna) { b.pass(time.Duration(b.rnd.IntN(15)) * time.Second) }},
	{"ticks", false, func(b *besideAna) { b.tapOne("meeting.agenda.", "meeting.done.", "meeting.owns.", "meeting.owe.") }},
	{"looks for a word", false, func(b *besideAna) {
		b.tapOne("meeting.search")
		looked := []string{"mill", "sec", "words", "private", "Qui", "todo", "leaves", `"todo mill`, `"words private`, `"mill`}
		b.writes(looked[b.rnd.IntN(len(looked))])
		b.check("the search")
		if b.rnd.IntN(2) == 0 {
			b.tapTop("meeting.found.")
			b.check("a line that was found")
		}
		b.escapes()
	}},
	{"adds a topic", false, func(b *besideAna) {
		b.tab("meeting.topic")
		b.writes(b.plain() + "\n")
	}},
	{"Esc in a field", false, func(b *besideAna) {
		b.tab("meeting.topic")
		b.writes("half")
		b.key(fyne.KeyEscape)
	}},
	{"the menu of folded lines", true, func(b *besideAna) {
		if b.draft.Folded() > 0 {
			b.tapOne("note.folded")
			b.check("the menu")
			b.escapes()
		}
	}},
	{"the menu of the text", true, func(b *besideAna) {
		b.editor.Focusable().(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(90, 90)})
		b.check("the menu")
		b.escapes()
	}},
	{"their page", false, func(b *besideAna) {
		b.Run("go.theirs")
		b.settle()
		b.check("their page")
		b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}},
	{"keys that lead elsewhere", false, func(b *besideAna) {
		for _, name := range []fyne.KeyName{
			fyne.KeyD, fyne.KeyT, fyne.KeyJ, fyne.Key1, fyne.Key2, fyne.Key5, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyN,
		} {
			b.press(alt, name)
			b.check("Alt+" + string(name))
			b.escapes()
		}
		for _, name := range []fyne.KeyName{fyne.KeyK, fyne.KeyN, fyne.KeyF, fyne.KeyP, fyne.KeyComma} {
			b.press(ctrl, name)
			b.check("Ctrl+" + string(name))
			b.escapes()
		}
		for _, name := range []fyne.KeyName{fyne.KeyF, fyne.KeyN, fyne.KeyE} {
			b.press(ctrl|shift, name)
			b.check("Ctrl+Shift+" + string(name))
			b.escapes()
		}
	}},
	{"help", true, func(b *besideAna) {
		b.Run([]string{"help", "shortcuts"}[b.rnd.IntN(2)])
		b.settle()
		b.escapes()
	}},
	{"a full disk", true, func(b *besideAna) {
		b.disk.full = true
		b.write("\n" + b.plainLine())
		b.pass(2 * time.Second)
		b.check("not saved")
		if b.Place().Screen == room.Meeting {
			b.tapOne("meeting.agenda.", "meeting.owe.")
			b.check("a tick that fails")
		}
		b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) // can't leave
		b.settle()
		b.check("leaving that fails")
		b.disk.full = false
		b.pass(3 * time.Second)
	}},
	{"goes elsewhere", true, func(b *besideAna) {
		rooms := []room.Screen{
			room.Today, room.Team, room.Prep, room.Notes, room.Growth, room.Praise, room.Decisions, room.TheirPage, room.LookBack, room.Handover,
			room.Search, room.Trash, room.Settings, room.About,
		}
		if b.Place().Screen == room.Meeting {
			return // no way there is offered
		}
		to := room.Place{Screen: rooms[b.rnd.IntN(len(rooms))], Person: b.ana}
		if b.rnd.IntN(3) == 0 {
			to.Person = b.who(b.other()).ID
		}
		b.Go(to)
		b.settle()
		b.check(fmt.Sprintf("the way to %+v", to))
		b.escapes()
		b.turnsBack()
	}},
	{"does a command", true, func(b *besideAna) {
		for _, i := range b.rnd.Perm(len(b.commands))[:6] {
			c := b.commands[i]
			if c.id == "quit" || c.id == "journal.copy" || c.id == "look.apply" || c.id == blankID || c.id == "labels" { // whose examples name a Ben
				continue
			}
			b.did += c.id + "; "
			b.Run(c.id)
			b.settle()
			b.check(c.id)
			b.escapes()
			b.turnsBack()
		}
	}},
	{"jumps and searches", true, func(b *besideAna) {
		b.press(ctrl|[]fyne.KeyModifier{0, shift}[b.rnd.IntN(2)], []fyne.KeyName{fyne.KeyK, fyne.KeyF}[b.rnd.IntN(2)])
		if widgets.OverlayShown(b.win.Canvas()) {
			b.looked = []string{"sec", "mill", "Qui", "Ben", "private", "leaves", "about Ana"}[b.rnd.IntN(7)]
			b.writes(b.looked)
			b.pass(time.Second)
			b.check("a search by key")
			b.looked = ""
		}
		b.escapes()
	}},
	{"taps a way", true, func(b *besideAna) {
		b.tapOne("top.", "side.")
		b.check("a way in the frame")
		b.escapes()
		b.turnsBack()
	}},
	{"blanks the screen", true, func(b *besideAna) {
		b.blank()
		b.typedKey(&fyne.KeyEvent{Name: fyne.KeyA})
		b.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}},
	{"Esc", false, func(b *besideAna) { b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }},
	{"closes it", false, closesIt},
	{"copies for her", true, func(b *besideAna) {
		if b.afterMeeting() {
			b.tapOne("note.copy")
		}
	}},
	{"the tab of the notes", true, func(b *besideAna) {
		if b.afterMeeting() {
			b.Go(room.Place{Screen: room.Notes, Person: b.ana})
		}
	}},
	{"meets again", true, func(b *besideAna) {
		if b.afterMeeting() {
			b.Go(room.Place{Screen: room.Meeting, Person: b.ana, Note: b.note})
		}
	}},
}

func closesIt(b *besideAna) {
	b.Run("meeting.close")
	b.settle()
	b.check("the questions at its close")
	for range b.rnd.IntN(4) {
		b.tapTop("closing.suggest.")
		b.settle()
		b.check("a suggestion at its close")
	}
	b.escapes()
}

func (b *besideAna) write(text string) {
	b.win.Canvas().Focus(b.editor.Focusable())
	b.writes(text)
}

// turnsBack leaves their page, where that is in view.
func (b *besideAna) turnsBack() {
	if b.Place().Screen == room.TheirPage {
		b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		b.settle()
	}
}

// escapes closes what lies over the window.
func (b *besideAna) escapes() {
	b.t.Helper()
	b.window.escapes()
	if top := b.win.Canvas().Overlays().Top(); top != nil {
		b.t.Fatalf("%s: Esc leaves %T open", b.did, top)
	}
}

// escapes closes what lies over the window.
func (w *window) escapes() {
	for range 5 {
		if !widgets.OverlayShown(w.win.Canvas()) {
			return
		}
		w.key(fyne.KeyEscape)
	}
}

// tapOne taps one of the controls whose key begins so, where there is one.
func (b *besideAna) tapOne(begins ...string) { b.tapIn(b.win.Canvas().Content(), begins...) }

// tapTop taps one at random of what lies over the window.
func (b *besideAna) tapTop(begins ...string) {
	if top := b.win.Canvas().Overlays().Top(); top != nil {
		b.tapIn(top, begins...)
	}
}

func (b *besideAna) tapIn(root fyne.CanvasObject, begins ...string) {
	var found []fyne.Tappable
	for _, o := range test.LaidOutObjects(root) {
		k, ok := o.(interface{ FocusKey() string })
		if !ok {
			continue
		}
		for _, begin := range begins {
			if tap, can := o.(fyne.Tappable); can && strings.HasPrefix(k.FocusKey(), begin) {
				found = append(found, tap)
			}
		}
	}
	if len(found) > 0 {
		found[b.rnd.IntN(len(found))].Tapped(&fyne.PointEvent{})
		b.settle()
	}
}
