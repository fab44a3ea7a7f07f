package today

import (
	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// answers are what can become of a promise: it is done, told why not, or still open. It cannot be dropped.
func (t *Today) answers(f notes.Filed) []widgets.MenuItem {
	return []widgets.MenuItem{
		{Icon: "check", Text: voice.T("Mark as done"), OnTap: func() { _ = room.Tick(t.host, f, true) }},
		{Icon: "x", Text: voice.T("Say why not …"), OnTap: func() { t.askTold(f) }},
		{Icon: "page", Text: voice.T("Open the note"), OnTap: func() { t.host.Go(room.PlaceOf(f)) }},
	}
}

func (t *Today) askTold(f notes.Filed) {
	said := widgets.NewTextField("told", voice.T("What did you tell them?"), voice.T("e.g. no money this year"))
	d := widgets.NewDialog(t.host.Window().Canvas(), voice.T("Say why not"), voice.T("Save"), func() error {
		edit, err := notes.SetState(f, room.ContextOf(t.host, f), notes.Told, t.host.Today(), said.Text())
		if err != nil {
			return err
		}
		_, err = t.host.Apply(notes.Change{Edits: []notes.LineEdit{edit}}, voice.T("Noted: you told them why not"))
		return err
	}, widgets.NewPara(14, widgets.Plain(notes.SayText(f.Text))).Lead(20), said)
	d.About(f.Note, f.Text).Show(said.Entry)
}
