package stepin

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/growth"
	"handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

// beginForm asks for what a step-in needs.
type beginForm struct {
	host   room.Host
	person notes.Person
	areas  []notes.Area
	goals  []notes.Goal
	typed  stepin.Form
	known  bool // its help is settled: it is in force already

	what, reason, exit, sentence *widgets.TextField
	end                          *widgets.DateField
	level                        *widgets.Para
	dialog                       *widgets.Dialog
	fields                       form.Fields
}

func newBeginForm(host room.Host, who notes.PersonID, typed stepin.Form) (*beginForm, error) {
	f := &beginForm{host: host, person: host.Person(who), typed: typed}
	var err error
	if f.areas, err = host.Journal().Areas(who); err != nil {
		return nil, err
	}
	goals, err := host.Journal().Goals(who)
	if err != nil {
		return nil, err
	}
	f.goals, _, _ = growth.Split(goals)
	for _, g := range f.goals {
		if f.typed.Goal == 0 && g.Tag != "" && g.Tag == f.typed.Tag {
			f.typed.Goal = g.ID
		}
	}
	first := f.person.First()
	f.what = text("stepin.what", voice.T("What are you stepping in for?"), voice.T("e.g. the January rollout"), typed.What)
	f.reason = area(
		"stepin.reason",
		voice.T("What happened, and when?"),
		voice.T("e.g. the date slipped on 3 Oct and 12 Nov"),
		typed.Reason,
		2,
	)
	f.end = form.Day("stepin.end", voice.T("Until"), "", host.Today())
	f.end.SetText(typed.End)
	f.exit = text(
		"stepin.exit",
		voice.T("How will you both know {first} can take it back?", "first", first),
		voice.T("e.g. two quiet weeks in a row"),
		typed.ExitSign,
	)
	f.sentence = area("stepin.sentence", voice.T("What will you tell {first}?", "first", first), "", typed.Sentence, 2)
	f.level = widgets.NewPara(12).Lead(18)
	f.fields = form.Fields{
		stepin.FieldWhat:     f.what,
		stepin.FieldReason:   f.reason,
		stepin.FieldEnd:      f.end,
		stepin.FieldExitSign: f.exit,
		stepin.FieldSentence: f.sentence,
	}
	return f, nil
}

func text(key, label, placeholder, typed string) *widgets.TextField {
	f := widgets.NewTextField(key, label, placeholder)
	f.SetText(typed)
	return f
}

func area(key, label, placeholder, typed string, lines int) *widgets.TextField {
	f := widgets.NewTextArea(key, label, placeholder, lines)
	f.SetText(typed)
	return f
}

// Begin asks for what a step-in of one person needs, filled from the signal, and begins it.
func Begin(host room.Host, who notes.PersonID, s stepin.Signal, h notes.Help) {
	f, err := newBeginForm(host, who, stepin.FormFor(s, h, host.Today()))
	if err != nil {
		host.Show(err)
		return
	}
	f.ask(voice.T("Step in for a while"), voice.T("Step in"), voice.T("Stepped in"), f.exit, func() (notes.Change, error) {
		c, err := f.typed.Begin(who, f.areas, host.Today())
		if err != nil || s.UID == "" {
			return c, err
		}
		return c.Then(s.Taken(host.Today())), nil
	})
}

// askRest asks for the rest of a crisis, or changes what was said of a step-in.
func askRest(host room.Host, who notes.PersonID, s notes.SteppingIn) {
	f, err := newBeginForm(host, who, stepin.FormOf(s))
	if err != nil {
		host.Show(err)
		return
	}
	f.known = s.Help != ""
	title, say := voice.T("Edit the step-in"), voice.T("Step-in saved")
	if !f.known {
		title, say = voice.T("Add the details"), voice.T("Details saved")
	}
	f.ask(title, voice.T("Save"), say, f.exit, func() (notes.Change, error) { return f.typed.Rest(s, f.areas, host.Today()) })
}

func (f *beginForm) ask(title, confirm, say string, first *widgets.TextField, change func() (notes.Change, error)) {
	parts := []fyne.CanvasObject{f.what}
	if !f.known {
		parts = append(parts, f.about()...)
	}
	parts = append(parts, f.reason, f.end, f.exit, f.sentence, f.level)
	f.dialog = widgets.NewDialog(f.host.Window().Canvas(), title, confirm, func() error {
		f.read()
		c, err := change()
		if err != nil {
			defer f.dialog.Relayout()
			return f.fields.Refuse(err)
		}
		_, err = f.host.Apply(c, say)
		return err
	}, parts...).Wide(520)
	f.showLevel()
	f.dialog.About(f.person.ID).Show(first.Entry)
}

// about asks how, and for which goal.
func (f *beginForm) about() []fyne.CanvasObject {
	helps := []notes.Help{notes.HelpAgree, notes.HelpDecide}
	names, chosen := make([]string, len(helps)), 0
	for i, h := range helps {
		if names[i] = helpWords[h]; h == f.typed.Help {
			chosen = i
		}
	}
	how := widgets.NewSegmented("stepin.help", names, chosen, func(i int) {
		if f.sentence.Text() == stepin.Sentence(f.typed.Help, f.typed.What) {
			f.sentence.Offer(stepin.Sentence(helps[i], f.typed.What))
		}
		f.typed.Help = helps[i]
		f.showLevel()
	})
	parts := []fyne.CanvasObject{widgets.HStack(0, how, widgets.Grow())}
	if len(f.goals) == 0 {
		return parts
	}
	ids, titles := []notes.GoalID{0}, []string{voice.T("No goal")}
	for _, g := range f.goals {
		ids, titles = append(ids, g.ID), append(titles, g.Title)
	}
	return append(parts, form.NewChoice("stepin.goal", voice.T("Goal"), ids, titles, f.typed.Goal, f.choose).Field)
}

// choose sets the goal, whose tag names the area then.
func (f *beginForm) choose(id notes.GoalID) {
	f.typed.Goal = id
	for _, g := range f.goals {
		if g.ID == id && g.Tag != "" {
			f.typed.Tag = g.Tag
		}
	}
	f.showLevel()
}

// showLevel says what it does to the level of the area.
func (f *beginForm) showLevel() {
	says := ""
	if !f.known {
		says = stepin.SayLevelTaken(f.typed.Help, f.typed.Tag, f.areas, f.host.Today())
	}
	f.level.Hidden = says == ""
	f.level.SetRuns(widgets.Dim(says))
	if f.dialog != nil {
		f.dialog.Relayout()
	}
}

func (f *beginForm) read() {
	f.typed.What, f.typed.Reason, f.typed.End = f.what.Text(), f.reason.Text(), f.end.Text()
	f.typed.ExitSign, f.typed.Sentence = f.exit.Text(), f.sentence.Text()
}
