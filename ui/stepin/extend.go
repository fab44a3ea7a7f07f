package stepin

import (
	"handback/notes"
	"handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

// extend moves the end once, with a reason of its own. A second time it asks what it is that takes longer.
func extend(host room.Host, who notes.PersonID, s notes.SteppingIn) {
	if s.Extended != "" {
		askAgain(host, who, s)
		return
	}
	why := area("stepin.why", voice.T("Why is it taking longer?"), voice.T("e.g. the supplier delivers a week late"), "", 2)
	end := form.Day("stepin.end", voice.T("Until"), stepin.NextEnd(s, host.Today()), host.Today())
	fields := form.Fields{stepin.FieldReason: why, stepin.FieldEnd: end}
	once := voice.T("You can extend a step-in once. After that, change the goal or the level, or make things clearer.")
	var d *widgets.Dialog
	d = widgets.NewDialog(host.Window().Canvas(), voice.T("Extend the step-in"), voice.T("Extend"), func() error {
		c, err := stepin.Extend(s, why.Text(), end.Text(), host.Today())
		if err != nil {
			defer d.Relayout()
			return fields.Refuse(err)
		}
		_, err = host.Apply(c, voice.T("Step-in extended"))
		return err
	}, widgets.NewPara(13, widgets.Dim(once)).Lead(19), why, end)
	d.About(s.ID).Show(why.Entry)
}

// askAgain asks what a second extension would be about, and leads there.
func askAgain(host room.Host, who notes.PersonID, s notes.SteppingIn) {
	first := host.Person(who).First()
	var d *widgets.Dialog
	choice := func(key, icon, title, says string, do func()) *widgets.Row {
		return widgets.NewRow(key, widgets.RowTwoLines, widgets.HMiddle(
			10,
			widgets.Icon(icon, 18, primary()),
			widgets.Grow(
				widgets.VStack(1, widgets.NewPara(14, widgets.Strong(title)), widgets.NewPara(12, widgets.Dim(says)).Lead(17)),
			),
		), func() {
			d.Close()
			do()
		})
	}
	growth := func() { host.Go(room.PlaceOfGoal(who, s.Goal)) }
	goal := choice(
		"stepin.goal",
		"growth",
		voice.T("Change the goal"),
		voice.T("It's too big, or no longer wanted. Change it on the Growth page."),
		growth,
	)
	level := choice(
		"stepin.level",
		"decided",
		voice.T("Change the level"),
		voice.T("It was set too high for now. Agree on a new one on the Growth page."),
		growth,
	)
	clear := choice(
		"stepin.clarity",
		"ask",
		voice.T("Make it clearer"),
		voice.T("Ask {first} what needs to be clearer. The question goes on the agenda.", "first", first),
		func() { askClarity(host, who, s) },
	)
	back := choice(
		"stepin.back",
		"back",
		voice.T("Hand it back"),
		voice.T("None of these. Hand it back today."),
		func() { HandBack(host, who, s) },
	)
	d = widgets.NewDialog(host.Window().Canvas(), voice.T("You've already extended it once"), "", nil,
		widgets.NewPara(13, widgets.Dim(voice.T("What's taking longer?"))).Lead(19), widgets.VStack(0, goal, level, clear, back))
	d.Show(goal)
}

func askClarity(host room.Host, who notes.PersonID, s notes.SteppingIn) {
	line, err := notes.NewLine(notes.Ask, notes.Me, []notes.PersonID{who}, stepin.ClarityQuestion(s), "", host.Context(who, host.Today()))
	if err != nil {
		host.Show(err)
		return
	}
	// An error has been shown by Apply.
	_, _ = host.Apply(notes.OnAgenda(who, line, host.Today()), voice.T("Added to the agenda"))
}
