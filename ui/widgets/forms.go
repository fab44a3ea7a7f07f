package widgets

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes/voice"
)

// Forms keeps what was typed into dialogs that were closed, or lost, before they were confirmed: it stands there again
// when the same dialog is opened next. The window's owner writes it down where it outlives the program.
type Forms struct {
	// Now is the time.
	Now func() time.Time
	// Scope is what the window is about: a dialog about one person is another one than the same about the next.
	Scope func() string
	// OnChanged is called after what is kept has changed; atOnce is true where nothing more will be typed for now.
	OnChanged func(atOnce bool)

	kept map[string]keptForm // by what the form is, see formID
}

// keptForm is what stands in the fields that were typed into.
type keptForm struct {
	At     time.Time         `json:"at"` // last changed
	Fields map[string]string `json:"fields"`
}

// What is kept is bounded: the oldest goes first.
const (
	mostForms     = 20
	mostFormsSize = 400_000 // bytes of text in all
	formsAge      = 30 * 24 * time.Hour
)

// ReadForms reads what Text wrote; what it can't read is nothing.
func ReadForms(text string, now func() time.Time) *Forms {
	f := &Forms{Now: now}
	if text != "" && json.Unmarshal([]byte(text), &f.kept) != nil || f.kept == nil {
		f.kept = map[string]keptForm{}
	}
	f.prune()
	return f
}

// Text is what is kept, to be written down; "" where nothing is.
func (f *Forms) Text() string {
	f.prune()
	if len(f.kept) == 0 {
		return ""
	}
	text, err := json.Marshal(f.kept)
	if err != nil {
		return "" // texts and times can always be written
	}
	return string(text)
}

// Forget forgets all of it, and tells nobody.
func (f *Forms) Forget() { clear(f.kept) }

// put keeps the fields of a form; none forgets it.
func (f *Forms) put(id string, fields map[string]string, atOnce bool) {
	have, known := f.kept[id]
	switch {
	case len(fields) == 0 && known:
		delete(f.kept, id)
	case len(fields) > 0 && !maps.Equal(have.Fields, fields):
		f.kept[id] = keptForm{f.Now(), fields}
	case !atOnce:
		return
	}
	if f.OnChanged != nil {
		f.OnChanged(atOnce)
	}
}

// prune forgets what is old, and the oldest of what is too much.
func (f *Forms) prune() {
	maps.DeleteFunc(f.kept, func(_ string, k keptForm) bool { return f.Now().Sub(k.At) > formsAge })
	for {
		size, oldest := 0, ""
		for id, k := range f.kept {
			for _, text := range k.Fields {
				size += len(text)
			}
			if oldest == "" || k.At.Before(f.kept[oldest].At) {
				oldest = id
			}
		}
		if len(f.kept) <= mostForms && size <= mostFormsSize {
			return
		}
		delete(f.kept, oldest)
	}
}

// formsAt are the Forms of each canvas: a dialog knows its canvas and nothing of who owns the window.
var formsAt sync.Map

// UseForms lets the dialogs of a canvas keep there what is typed into them; nil lets them keep nothing.
func UseForms(at fyne.Canvas, f *Forms) {
	if f == nil {
		formsAt.Delete(at)
		return
	}
	formsAt.Store(at, f)
}

func formsOf(at fyne.Canvas) *Forms {
	f, _ := formsAt.Load(at)
	forms, _ := f.(*Forms)
	return forms
}

// formID tells a form from all others. It is a digest, so that no name is kept in it.
func formID(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:12])
}

// KeptField is a field of a room whose text is kept as a dialog's is.
type KeptField struct {
	// Line says that what was typed last time is still here, with the way to be rid of it; it is hidden otherwise.
	Line *fyne.Container

	at    fyne.Canvas
	id    string
	field *TextField
	had   string // what stood in the field before anything was typed
}

// KeepTyped keeps what stands in a field of a room until it says again what it says now, or Forget is called. What was
// kept is put back where may, if there is one, agrees to it. About is what the field is about, e.g. whose page it is on.
func KeepTyped(at fyne.Canvas, about string, field *TextField, may func(text string) bool) *KeptField {
	e := field.Entry
	k := &KeptField{at: at, id: formID("field", about, e.Key, e.Text), field: field, had: e.Text}
	k.Line = stillHere(func() { field.SetText(k.had) })
	forms := formsOf(at)
	if forms == nil {
		return k
	}
	if text, kept := forms.kept[k.id].Fields[e.Key]; kept && (may == nil || may(text)) {
		e.SetText(text)
		e.own()
		k.Line.Show()
	}
	changed := e.OnChanged
	e.OnChanged = func(text string) {
		if changed != nil {
			changed(text)
		}
		if text == k.had {
			k.Forget()
			return
		}
		k.put(map[string]string{e.Key: text}, false)
	}
	return k
}

// Forget forgets what was typed: it is where it belongs.
func (k *KeptField) Forget() {
	k.Line.Hide()
	k.put(nil, true)
}

// put keeps the fields in the canvas's Forms of now: a field may outlive those that it was made with.
func (k *KeptField) put(fields map[string]string, atOnce bool) {
	if forms := formsOf(k.at); forms != nil {
		forms.put(k.id, fields, atOnce)
	}
}

// typing is what is typed and chosen in a dialog that is shown.
type typing struct {
	on    bool // the dialog is shown
	forms *Forms
	id    string
	now   map[string]input  // the fields that are or were there, by their keys: some are made again with each choice
	had   map[string]string // what stood in each before anything was typed
	kept  map[string]string // what was kept of the last time and has no field yet: some are shown only where asked for
	line  *fyne.Container   // says that it is still here
	busy  bool              // the fields are being filled
}

// About says which of several things a dialog is about where its title, its fields and what stands in them don't.
func (d *Dialog) About(things ...any) *Dialog {
	d.about = fmt.Sprint(things...)
	return d
}

// beginTyping puts back what was typed the last time, and returns the first field that has it; nil where none has.
func (d *Dialog) beginTyping() *Entry {
	if d.act == nil || d.danger {
		return nil
	}
	d.typing.on, d.typing.now, d.typing.had = true, map[string]input{}, map[string]string{}
	forms := formsOf(d.sheet.at)
	if d.typing.forms = forms; forms == nil {
		return d.watchTyping()
	}
	parts := []string{"dialog", d.title, d.about}
	if forms.Scope != nil {
		parts = append(parts, forms.Scope())
	}
	days := map[*Entry]bool{} // a day that is offered is another one tomorrow
	walk(d.scroll.content, func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *DateField:
			days[o.Field.Entry] = true
		case *Entry:
			if parts = append(parts, o.Key); !days[o] {
				parts = append(parts, o.Text)
			}
		}
		return true
	})
	d.typing.id = formID(parts...)
	d.typing.kept = maps.Clone(forms.kept[d.typing.id].Fields)
	return d.watchTyping()
}

// mostFillings is how many times a field that was filled may bring others, which are filled then.
const mostFillings = 6

// watchTyping watches the fields that are there now, and fills those of which something was kept. It returns the first
// that is typed into of these.
func (d *Dialog) watchTyping() (first *Entry) {
	t := &d.typing
	if !t.on || t.busy {
		return nil
	}
	t.busy = true
	filled := false
	for range mostFillings {
		fresh := d.freshInputs()
		for _, in := range fresh {
			value, kept := t.kept[in.key]
			if !kept || value == in.value() {
				continue
			}
			in.set(value)
			filled = true
			if e, is := in.object.(*Entry); is {
				e.own()
				if first == nil {
					first = e
				}
			}
		}
		if len(fresh) == 0 {
			break
		}
	}
	t.busy = false
	for key := range t.now {
		delete(t.kept, key)
	}
	if filled {
		t.line.Show()
	}
	return first
}

// freshInputs begins to watch the fields that came since, and returns them.
func (d *Dialog) freshInputs() (fresh []input) {
	t := &d.typing
	walk(d.scroll.content, func(o fyne.CanvasObject) bool {
		in, is := inputOf(o)
		if !is || t.now[in.key].object == o {
			return true
		}
		if _, known := t.had[in.key]; !known {
			t.had[in.key] = in.value()
		}
		t.now[in.key] = in
		in.listen(d.beforeChange, d.afterChange)
		fresh = append(fresh, in)
		return true
	})
	return fresh
}

// beforeChange takes back what was said to be wrong: it was about what stood there.
func (d *Dialog) beforeChange() {
	if !d.typing.busy && !d.wrong.Hidden {
		d.SetError("")
	}
}

func (d *Dialog) afterChange() {
	if d.typing.busy {
		return
	}
	d.keepTyped(false)
	if d.refused {
		d.Relayout() // what is wrong with a field may have gone
	}
}

// keepTyped keeps what differs from what stood in the fields at first. Where nothing was typed or ticked there is nothing to
// keep: a choice is made again in no time.
func (d *Dialog) keepTyped(atOnce bool) {
	t := &d.typing
	if t.forms == nil {
		return
	}
	fields, own := map[string]string{}, len(t.kept) > 0
	maps.Copy(fields, t.kept)
	for key, had := range t.had {
		if in := t.now[key]; in.value() != had {
			fields[key] = in.value()
			own = own || in.typed()
		}
	}
	if !own {
		fields = nil
	}
	t.forms.put(t.id, fields, atOnce)
}

// endTyping keeps what was typed, or forgets it where it was confirmed: it is where it belongs.
func (d *Dialog) endTyping(confirmed bool) {
	if confirmed && d.typing.forms != nil {
		d.typing.forms.put(d.typing.id, nil, true)
	} else {
		d.keepTyped(true)
	}
	d.typing.forms, d.typing.on = nil, false
}

// startOver brings back what stood in the fields before anything was typed.
func (d *Dialog) startOver() {
	t := &d.typing
	t.kept, t.busy = nil, true
	for range mostFillings { // a choice may make the fields below it again
		for key, had := range t.had {
			if in := t.now[key]; in.value() != had {
				in.set(had)
			}
		}
		if len(d.freshInputs()) == 0 {
			break
		}
	}
	t.busy = false
	t.line.Hide()
	d.keepTyped(true)
	d.Relayout()
	d.sheet.focus(d.first)
}

// DialogStartOver is the key of the button that takes away what was typed the last time.
const DialogStartOver = "dialog/startover"

// stillHere is the line that says so, with the way to be rid of it; hidden at first.
func stillHere(startOver func()) *fyne.Container {
	line := HMiddle(10, Grow(NewPara(12, Dim(voice.T("Your text from last time is still here.")))),
		NewSmallButton(DialogStartOver, Quiet, "", voice.T("Start again"), startOver))
	line.Hide()
	return line
}
