package widgets

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"handback/notes/text"
)

// Entry is the base of everything typed into. A focused Fyne entry swallows all
// shortcuts; this one passes on what it has no use for: first to OnShortcut,
// then to the window. It holds Tab where OnTab says so alone, pastes clean text, and adds
// Ctrl+Shift+Z, Ctrl+Home and Ctrl+End.
type Entry struct {
	widget.Entry
	// Key is its identity for Keep.
	Key string
	// OnShortcut gets each shortcut that the entry does not handle itself and
	// tells whether it did; nil, or false, passes it on to the window.
	OnShortcut func(fyne.Shortcut) bool
	// OnBlank is called after a blank was typed.
	OnBlank func()
	// OnEscape is called on Esc; without it Esc goes on to the window.
	OnEscape func()
	// OnKey gets each key before the entry does and tells whether it used it, e.g. Down for a list below; may be nil.
	OnKey func(*fyne.KeyEvent) bool
	// OnTab tells whether Tab is OnKey's now, e.g. to take what is offered; without it Tab always moves on.
	OnTab func() bool
	// Most is how many characters a paste may bring the entry to, 0 for any number: much more than a line takes Fyne
	// minutes to wrap. A paste that is longer is left out whole, and OnTooLong is called.
	Most      int
	OnTooLong func()
	// OnFocus is called when the entry gets the focus and when it loses it.
	OnFocus func(focused bool)

	refuses            func() bool // reports whether nothing may be changed now, and tells of it; nil for an ordinary field
	secret             bool        // see SecretField
	bare               bool        // without a frame of its own
	fills              bool        // it is a form's field
	filled             bool        // by the program, and untouched since
	offered            *string     // what the program last put here while the form was shown, see TextField.Offer
	self               fyne.Widget
	shift              bool // held down
	beyond             beyond
	history            history
	reached            int            // where the last change ended in the text before it, in runes
	writing            bool           // an act runs: edit
	waiting, impatient bool           // see AtOnce
	pad                *fyne.KeyEvent // a key of the keypad that may yet type a digit
}

// NewEntry makes an entry of one line.
func NewEntry(key string) *Entry {
	e := &Entry{Key: key}
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly // a field may be lower than the entry would like
	e.extend(e)
	return e
}

func (e *Entry) extend(self fyne.Widget) {
	e.self = self
	e.ExtendBaseWidget(self)
	if e.MultiLine {
		e.Refresh() // makes what selecting needs, also before it is shown
	}
}

// CreateRenderer belongs to Fyne.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	return &entryRenderer{e.Entry.CreateRenderer(), e}
}

// entryRenderer draws no frame where the entry is to be bare. Out of view it would still be painted, and a round frame costs as much
// as all that it goes round: with the processor alone, a tenth of a screen's painting round a long note.
type entryRenderer struct {
	fyne.WidgetRenderer
	entry *Entry
}

// Objects are Fyne's; the frame comes first.
func (r *entryRenderer) Objects() []fyne.CanvasObject {
	all := r.WidgetRenderer.Objects()
	for r.entry.bare && len(all) > 0 {
		if _, frame := all[0].(*canvas.Rectangle); !frame {
			break
		}
		all = all[1:]
	}
	return all
}

// Refresh draws the entry anew, but where AtOnce has it wait.
func (r *entryRenderer) Refresh() {
	if r.entry.waits() {
		return
	}
	r.entry.waiting = false
	r.WidgetRenderer.Refresh()
}

// FocusKey is the entry's identity for Keep.
func (e *Entry) FocusKey() string { return e.Key }

// AcceptsTab lets Tab move on, also from several lines, but where OnTab wants it.
func (e *Entry) AcceptsTab() bool { return e.OnTab != nil && e.OnTab() }

// FocusGained tells OnFocus. Where a key brings one to a field that was filled for one, its line is selected, to be
// replaced by what is typed; of several lines the caret stands at the end. A click puts the caret itself.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.rememberSecret()
	if length := utf8.RuneCountInString(e.Text); e.filled && length > 0 {
		if e.MultiLine {
			e.SetCaret(length)
		} else {
			e.selectSpan(0, length)
		}
	}
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// own makes what stands here the user's own words: they are written on at their end, and never selected to be replaced.
func (e *Entry) own() {
	e.filled = false
	e.SetCaret(utf8.RuneCountInString(e.Text))
}

// FocusLost tells OnFocus.
func (e *Entry) FocusLost() {
	e.shift, e.pad = false, nil
	e.Entry.FocusLost()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// KeyDown remembers Shift for selecting.
func (e *Entry) KeyDown(event *fyne.KeyEvent) {
	ByKeys()
	e.shift = e.shift || isShift(event.Name)
	e.Entry.KeyDown(event)
}

// KeyUp ends KeyDown.
func (e *Entry) KeyUp(event *fyne.KeyEvent) {
	e.padDone()
	e.shift = e.shift && !isShift(event.Name)
	e.Entry.KeyUp(event)
}

func isShift(name fyne.KeyName) bool {
	return name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight
}

// TypedKey types, and passes on what types nothing.
func (e *Entry) TypedKey(event *fyne.KeyEvent) {
	ByKeys()
	e.filled = false
	if e.padPressed(event) {
		return
	}
	if isMenuKey(event) {
		e.menuByKey()
		return
	}
	if e.OnKey != nil && e.OnKey(event) {
		return
	}
	switch event.Name {
	case fyne.KeyEscape:
		if e.OnEscape != nil {
			e.OnEscape()
			return
		}
		passOn(e.self, event)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine && e.OnSubmitted == nil {
			passOn(e.self, event)
			return
		}
		e.plainKey(event)
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		passOn(e.self, event)
	default:
		e.plainKey(event)
	}
}

// plainKey edits or moves the caret.
func (e *Entry) plainKey(event *fyne.KeyEvent) {
	if !e.typedEdit(event) {
		e.Entry.TypedKey(event)
	}
}

// TypedShortcut handles what belongs to typing and passes on the rest.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	e.filled = false
	e.padDone()
	switch s := shortcut.(type) {
	case *fyne.ShortcutPaste:
		if pasted := e.pasted(s); e.takes(pasted) {
			e.paste(pasted)
		} else if e.OnTooLong != nil {
			e.OnTooLong()
		}
	case *fyne.ShortcutCut:
		e.cut(shortcut)
	case *fyne.ShortcutUndo:
		e.Undo()
	case *fyne.ShortcutRedo:
		e.Redo()
	case *desktop.CustomShortcut:
		if !e.customShortcut(s) {
			e.passShortcutOn(shortcut)
		}
	default:
		e.Entry.TypedShortcut(shortcut)
	}
}

func (e *Entry) customShortcut(s *desktop.CustomShortcut) bool {
	shift := s.Modifier&fyne.KeyModifierShift != 0
	main := s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault
	switch {
	case main && shift && s.KeyName == fyne.KeyZ:
		e.Redo()
	case main && s.KeyName == fyne.KeyHome:
		e.jump(fyne.KeyPageUp, shift)
	case main && s.KeyName == fyne.KeyEnd:
		e.jump(fyne.KeyPageDown, shift)
	case movesOrDeletesWord(s):
		if s.Modifier == fyne.KeyModifierSuper { // to the start or the end of the row
			e.Entry.TypedShortcut(s)
		} else {
			e.word(s)
		}
	default:
		return false
	}
	return true
}

// pasted is the clean text of a clipboard; on one line where there is only one.
func (e *Entry) pasted(s *fyne.ShortcutPaste) string {
	clean := text.Clean(s.Clipboard.Content())
	if !e.MultiLine {
		clean = strings.ReplaceAll(clean, "\n", " ")
	}
	return clean
}

// takes tells whether there is room for a text that is pasted.
func (e *Entry) takes(pasted string) bool {
	return e.Most == 0 || utf8.RuneCountInString(e.Text)+utf8.RuneCountInString(pasted) <= e.Most
}

// movesOrDeletesWord tells whether Fyne's entry has a use for a shortcut.
func movesOrDeletesWord(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		return s.Modifier&^fyne.KeyModifierShift == wordModifier || s.Modifier == fyne.KeyModifierSuper && onMac
	case fyne.KeyBackspace, fyne.KeyDelete:
		return s.Modifier == wordModifier
	}
	return false
}

// jump goes to the start or the end, selecting if Shift is held. In an entry
// PageUp and PageDown mean that.
func (e *Entry) jump(key fyne.KeyName, selecting bool) {
	if selecting && !e.shift {
		shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
		e.Entry.KeyDown(shift)
		defer e.Entry.KeyUp(shift)
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: key})
}

// Confirms makes Ctrl+Enter in fields do what a button does, as it does in a dialog.
func Confirms(b *Button, fields ...*Entry) {
	for _, e := range fields {
		before := e.OnShortcut
		e.OnShortcut = func(shortcut fyne.Shortcut) bool {
			s, ok := shortcut.(*desktop.CustomShortcut)
			if ok && s.Modifier == fyne.KeyModifierShortcutDefault && (s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter) {
				b.do()
				return true
			}
			return before != nil && before(shortcut)
		}
	}
}

// passShortcutOn offers a shortcut to OnShortcut and then to the window. In a
// dialog Ctrl+Enter confirms, also from several lines.
func (e *Entry) passShortcutOn(shortcut fyne.Shortcut) {
	if e.OnShortcut != nil && e.OnShortcut(shortcut) {
		return
	}
	at := canvasOf(e.self)
	if at == nil {
		return
	}
	if s, ok := shortcut.(*desktop.CustomShortcut); ok && (s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter) {
		if HandleOverlayKey(at, &fyne.KeyEvent{Name: s.KeyName}) {
			return
		}
	}
	if window, ok := at.(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}
