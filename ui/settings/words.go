package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/widgets"
)

var aboutWords = voice.T(
	"A line that starts with one of these words is filed. Add your own, or turn off a word you use for something else.")

// labelWords lists the labels with the words that file a line under each.
func (r *Room) labelWords() fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Your words for labels"), ""),
		widgets.NewPara(13, widgets.Dim(aboutWords)),
	}
	for _, l := range notes.Labels {
		kind := l.Kind()
		ink := look.C().Ink(kind.Colour)
		rows = append(rows, widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(
			10,
			widgets.Icon(kind.Icon, 16, ink),
			widgets.Width(72, widgets.TextIn(string(l), 14, ink, look.Medium)),
			widgets.Grow(widgets.NewElided(13, widgets.Plain(strings.Join(r.words.On(l), ", ")))),
			widgets.NewSmallButton(wordsKey(l, "edit"), widgets.Outlined, "", voice.T("Edit"), func() { r.editWords(l) }),
		)))
	}
	return widgets.Card(2, rows...)
}

// wordsKey is the key of a part of a label's words.
func wordsKey(l notes.Label, what string) string {
	return "settings.words." + strings.ReplaceAll(string(l), " ", "-") + "." + what
}

// wordsEditor is the form of one label's words.
type wordsEditor struct {
	room   *Room
	typed  notes.WordsForm
	own    *widgets.TextField
	fields form.Fields
	dialog *widgets.Dialog
	said   *fyne.Container // what is said below the field
	warned string          // of the lines that saving files or unfiles
}

// editWords shows the form of a label's words.
func (r *Room) editWords(l notes.Label) {
	e := &wordsEditor{room: r, typed: notes.WordsFormOf(r.words, l)}
	e.own = widgets.NewTextField(wordsKey(l, "own"), notes.FieldOwnWords, voice.T("e.g. action"))
	e.own.SetText(e.typed.Own)
	e.own.Entry.OnChanged = func(string) {
		e.changed()
	}
	e.said = widgets.VStack(6)
	e.fields = form.Fields{notes.FieldOwnWords: e.own}
	e.dialog = widgets.NewDialog(
		r.host.Window().Canvas(),
		voice.T("Words for {label}", "label", string(l)),
		voice.T("Save"),
		e.save,
		widgets.TextIn(voice.T("Built-in words"), 13, look.C().Muted, look.Medium),
		e.builtIn(),
		e.own,
		e.said,
	)
	e.tell()
	e.dialog.Wide(560).Show(e.own.Entry)
}

// builtIn is a box for each built-in word, in three columns.
func (e *wordsEditor) builtIn() fyne.CanvasObject {
	l := e.typed.Label
	named := l.Kind().Named
	var columns [3][]fyne.CanvasObject
	words := l.BuiltIn()
	for i, word := range words {
		text := word
		for _, n := range named {
			if n == word {
				text = voice.T("{word} (with a name)", "word", strings.ToUpper(word))
			}
		}
		box := widgets.NewCheckbox(wordsKey(l, "on."+strings.ReplaceAll(word, " ", "_")), text, !e.typed.Off[word], func(on bool) {
			e.typed.Off[word] = !on
			e.changed()
		})
		at := i * len(columns) / max(len(words), len(columns))
		columns[at] = append(columns[at], box)
	}
	return widgets.Columns(12, []float32{1, 1, 1},
		widgets.VStack(6, columns[0]...), widgets.VStack(6, columns[1]...), widgets.VStack(6, columns[2]...))
}

func (e *wordsEditor) save() error {
	change, err := e.typed.Change(e.room.words, e.room.host.People())
	if err != nil {
		e.said.Objects = nil // of words that can't be
		return e.fields.Refuse(err)
	}
	if change.IsZero() {
		return nil
	}
	if err := e.warn(change); err != nil {
		return err
	}
	_, err = e.room.host.Apply(change, voice.T("Words for {label} saved", "label", string(e.typed.Label)))
	return err
}

// warn says once what saving makes of the lines that are written already; saving again goes on.
func (e *wordsEditor) warn(change notes.Change) error {
	lines, err := e.room.host.Journal().WouldRefile(change)
	if err != nil {
		return err
	}
	said := notes.SayRefiled(lines)
	say := strings.Join(said, " ")
	if say == e.warned {
		return nil
	}
	e.warned = say
	ink, confirm := look.C().Text, voice.T("Save and file")
	if lines.Unfiled+lines.Changed > 0 {
		ink, confirm = look.C().Stuck, voice.T("Save anyway")
	}
	paras := make([]fyne.CanvasObject, len(said))
	for i, s := range said {
		paras[i] = widgets.NewPara(13, widgets.Colored(s, ink))
	}
	e.tell(paras...)
	e.dialog.SetConfirm(confirm)
	return widgets.Said(notes.Invalid{Why: say})
}

// changed forgets what was said of the words as they were.
func (e *wordsEditor) changed() {
	e.typed.Own = e.own.Text()
	e.own.SetError("")
	if e.warned != "" {
		e.warned = ""
		e.dialog.SetConfirm(voice.T("Save"))
	}
	e.tell()
}

// tell shows below the field what the app will write, and what else there is to say.
func (e *wordsEditor) tell(more ...fyne.CanvasObject) {
	e.said.Objects = more
	if say := e.typed.SayWritten(); say != "" {
		e.said.Objects = append([]fyne.CanvasObject{widgets.NewPara(12, widgets.Dim(say))}, more...)
	}
	e.said.Refresh()
	e.dialog.Relayout()
}
