package firstrun

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/people"
	"handback/ui/room"
	"handback/ui/widgets"
)

// startPage asks for the manager's name and the names of their people; nothing else.
func (r *Room) startPage() fyne.CanvasObject {
	r.name = widgets.NewTextField("firstrun.name", voice.T("Your name"), voice.T("e.g. Robin Vogt"))
	box := people.NewBox(nil)
	r.box = box
	r.name.SetText(r.typed.Name)
	box.SetExisting(r.me())
	box.Fill(r.typed.Names, r.typed.Rhythm)
	wrong := widgets.NewPara(13)
	wrong.Hide()
	begin := widgets.NewButton("firstrun.begin", widgets.Primary, "", voice.T("Start my journal"), func() {
		err := r.start(box)
		wrong.Hidden = err == nil || widgets.WasSaid(err)
		if !wrong.Hidden {
			wrong.SetRuns(widgets.Run{Text: widgets.Sentence(err), Color: look.C().Stuck, Face: look.Medium})
		}
		r.relayout()
	})
	r.name.Entry.OnChanged = func(string) {
		r.name.SetError("")
		box.SetExisting(r.me())
	}
	box.OnChanged = func() {
		wrong.Hide() // it was about other names
		r.relayout()
	}
	r.name.Entry.OnSubmitted = func(string) { r.host.Window().Canvas().Focus(box.Field.Entry) }
	r.name.Entry.OnEscape, box.Field.Entry.OnEscape = r.back, r.back
	widgets.Confirms(begin, r.name.Entry, box.Field.Entry)
	title, says := voice.T("Start my journal"), voice.T("You can add more people later. Your journal is one file on this computer.")
	if r.typed.Bringing {
		title = voice.T("Import my notes")
		says = voice.T("First, start your own journal. You don't have to add people yet: next, you choose who your notes are about.")
		begin.SetText(voice.T("Continue"))
	}
	return widgets.Card(14,
		widgets.CardHead(title, ""),
		r.name,
		box.Content,
		widgets.NewPara(12, widgets.Dim(says)).Lead(18),
		r.protection(),
		wrong,
		r.buttons(begin),
	)
}

// protection offers to protect the journal with a passphrase.
func (r *Room) protection() fyne.CanvasObject {
	r.protect = nil
	if !r.begin.Protectable() {
		return widgets.Gap(0)
	}
	r.protect = widgets.NewCheckbox("firstrun.protect", voice.T("Protect it with a passphrase"), r.typed.Protect, nil)
	return widgets.VStack(2, r.protect, widgets.NewPara(12, widgets.Dim(
		voice.T("Then nobody can read it without the passphrase, even if they have your computer. "+
			"You can also do this later, in Settings."))).Lead(18))
}

// buttons leads back, or on.
func (r *Room) buttons(on fyne.CanvasObject) fyne.CanvasObject {
	return widgets.HStack(8, widgets.Grow(),
		widgets.NewButton("firstrun.back", widgets.Outlined, "", voice.T("Back"), r.back), on)
}

func (r *Room) back() {
	r.remember()
	r.to(choose)
}

// remember keeps what was typed.
func (r *Room) remember() {
	switch r.step {
	case start:
		r.typed.Name, r.typed.Names, r.typed.Rhythm = r.name.Text(), r.box.Field.Text(), r.box.Rhythm()
		r.typed.Protect = r.protect != nil && r.protect.On()
	case open:
		r.typed.Path = r.path.Text()
	}
}

func (r *Room) relayout() { r.page.Refresh() }

// me is the manager as far as the name is typed, so that nobody else is given it.
func (r *Room) me() []notes.Person {
	if name := notes.Tidy(r.name.Text()); name != "" {
		return []notes.Person{{ID: -1, Kind: notes.KindMe, Name: name}}
	}
	return nil
}

// start checks what was typed and starts the journal. What is wrong with the name is said at its field.
func (r *Room) start(box *people.Box) error {
	name := notes.Tidy(r.name.Text())
	if err := notes.CheckAlias(name, 0, nil); err != nil {
		r.name.SetError(widgets.Sentence(err))
		r.host.Window().Canvas().Focus(r.name.Entry)
		return widgets.Said(err)
	}
	if err := box.Check(); err != nil && box.Typed() {
		return err
	}
	then := room.Place{Screen: room.Today}
	if r.typed.Bringing {
		then.Screen = room.Import
	}
	if r.protect != nil && r.protect.On() {
		r.remember() // it may be called off
		r.begin.Protect(name, box.People(r.host.Today()), then)
		return nil
	}
	if err := r.begin.Start(name, box.People(r.host.Today())); err != nil {
		return err
	}
	bringing := r.typed.Bringing
	*r.typed = Typed{}
	if bringing {
		r.host.Go(then)
	}
	return nil
}
