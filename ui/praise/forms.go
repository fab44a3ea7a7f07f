package praise

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/praise"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

// parts are the three fields of praise and feedback.
type parts struct {
	happened, did, changed *widgets.TextField
	fields                 form.Fields
}

func (r *Room) newParts(happened, did, changed string) parts {
	who := r.host.Person(r.person).First()
	field := func(key, label, placeholder, text string) *widgets.TextField {
		f := widgets.NewTextField("praise/form/"+key, label, placeholder)
		f.SetText(text)
		return f
	}
	p := parts{
		happened: field("happened", praise.FieldHappened, voice.T("e.g. the incident review on Thursday"), happened),
		did:      field("did", voice.T("What did {first} do?", "first", who), voice.T("e.g. let the juniors speak first"), did),
		changed:  field("changed", praise.FieldChanged, voice.T("e.g. two of the fixes came from them"), changed),
	}
	p.fields = form.Fields{praise.FieldHappened: p.happened, praise.FieldDid: p.did, praise.FieldChanged: p.changed}
	return p
}

func (p parts) form(label notes.Label, said bool) praise.Form {
	return praise.Form{
		Label: label, Happened: p.happened.Text(), Did: p.did.Text(), Changed: p.changed.Text(), Said: said,
	}
}

func (p parts) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.happened, p.did, p.changed}
}

// ask shows the form; change makes the Change from it.
func (r *Room) ask(title, confirm, say string, p parts, change func() (notes.Change, error), more ...fyne.CanvasObject) {
	var d *widgets.Dialog
	d = widgets.NewDialog(r.host.Window().Canvas(), title, confirm, func() error {
		c, err := change()
		if err != nil {
			err = p.fields.Refuse(err)
			d.Relayout()
			return err
		}
		_, err = r.host.Apply(c, say)
		return err
	}, append(p.objects(), more...)...)
	d.Show(p.happened.Entry)
}

// log asks for praise or feedback and writes it into today's journal note of the person.
func (r *Room) log(label notes.Label) {
	first := r.host.Person(r.person).First()
	title, say := voice.T("Praise for {first}", "first", first), voice.T("Praise logged")
	if label == notes.Feedback {
		title, say = voice.T("Feedback for {first}", "first", first), voice.T("Feedback logged")
	}
	p := r.newParts("", "", "")
	said := widgets.NewCheckbox("praise/form/said", voice.T("I've already said it"), false, nil)
	r.ask(title, voice.T("Log it"), say, p, func() (notes.Change, error) {
		return p.form(label, said.On()).Change(r.person, r.host.Context(r.person, r.host.Today()))
	}, said)
}

// edit rewrites the three parts of an entry in its line.
func (r *Room) edit(e praise.Entry) {
	p := r.newParts(notes.PraiseParts(e.Text))
	r.ask(voice.T("Edit"), voice.T("Save"), voice.T("Saved"), p, func() (notes.Change, error) {
		return p.form(e.Label, false).Rewrite(e.Filed, room.ContextOf(r.host, e.Filed))
	})
}

// reward asks how praise was rewarded.
func (r *Room) reward(e praise.Entry) {
	how := widgets.NewTextField("praise/form/how", voice.T("Reward"), voice.T("e.g. a book voucher or a day off"))
	if e.State == notes.Rewarded {
		how.SetText(e.Remark)
	}
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Add a reward"), voice.T("Save"), func() error {
		change, err := r.stateChange(e, notes.Rewarded, notes.Tidy(how.Text()))
		if err != nil {
			return err
		}
		_, err = r.host.Apply(change, voice.T("Reward added"))
		return err
	}, widgets.NewPara(14, widgets.Dim(e.Happened)), how)
	d.About(e.Note, e.Text).Show(how.Entry)
}
