package stepin

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

func primary() color.NRGBA { return look.C().Primary }

// HandBack asks what is given back with a step-in, what went well and what to look back on, and closes it.
func HandBack(host room.Host, who notes.PersonID, s notes.SteppingIn) {
	r, err := gather(host, who, s)
	if err != nil {
		host.Show(err)
		return
	}
	first := r.Person.First()
	parts := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(handedTo(r, host))).Lead(20)}
	keep := map[int]bool{}
	if len(r.Actions) > 0 {
		parts = append(parts, widgets.SmallName(voice.T("Actions going back to {first}", "first", first)))
	}
	for i, f := range r.Actions {
		parts = append(
			parts,
			widgets.NewCheckbox(fmt.Sprintf("stepin.action.%d", i), notes.SayText(f.Text), true, func(on bool) { keep[i] = !on }),
		)
	}
	well := text("stepin.well", voice.T("What did {first} do well?", "first", first), voice.T("e.g. kept the team informed each evening"), "")
	debrief := area("stepin.debrief", voice.T("A question for looking back together (goes on the agenda)"), "", stepin.Debrief(s), 3)
	fields := form.Fields{stepin.FieldDidWell: well}
	var d *widgets.Dialog
	d = widgets.NewDialog(host.Window().Canvas(), voice.T("Hand it back"), voice.T("Hand it back"), func() error {
		now := r
		now.Actions, now.DidWell, now.Debrief = nil, well.Text(), debrief.Text()
		for i, f := range r.Actions {
			if !keep[i] {
				now.Actions = append(now.Actions, f)
			}
		}
		c, err := now.Change(host.Context, host.Today())
		if err != nil {
			defer d.Relayout()
			return fields.Refuse(err)
		}
		_, err = host.Apply(c, voice.T("Handed back"))
		return err
	}, append(parts, well, debrief)...).Wide(520)
	d.About(who, " ", s.ID).Show(well.Entry)
}

// gather reads what handing back needs.
func gather(host room.Host, who notes.PersonID, s notes.SteppingIn) (stepin.Return, error) {
	r := stepin.Return{StepIn: s, Person: host.Person(who)}
	for _, id := range s.People {
		if p := host.Person(id); p.ID != 0 {
			r.People = append(r.People, p)
		}
	}
	journal := host.Journal()
	var err error
	if r.Areas, err = journal.Areas(who); err != nil {
		return r, err
	}
	goals, err := journal.Goals(who)
	if err != nil {
		return r, err
	}
	open, err := journal.OpenActions()
	r.Actions = stepin.ActionsOn(s, open, goals)
	return r, err
}

// handedTo says to whom it goes back, and at which level.
func handedTo(r stepin.Return, host room.Host) string {
	what, first := notes.UpperFirst(r.StepIn.What), r.Person.First()
	says := voice.T("Going back to {first} today: “{what}”.", "first", first, "what", what)
	if n := len(r.People) - 1; n > 0 {
		says = voice.T("Going back to {first} and {count} more today: “{what}”.", "first", first, "count", notes.SayCount(n), "what", what)
	}
	if level := stepin.SayGivenBack(r.StepIn, r.Areas, host.Today()); level != "" {
		says += " " + level
	}
	return says
}
