package stepin

import (
	"handback/notes"
	"handback/notes/stepin"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

const extendOnce = "A step-in is extended once. After that ask whether the goal, the level or the clarity has to change."

// extend moves the end once, with a reason of its own. A second time it asks what it is that takes longer.
func extend(host room.Host, who notes.PersonID, s notes.SteppingIn) {
	if s.Extended != "" {
		askAgain(host, who, s)
		return
	}
	why := area("stepin.why", "Why it takes longer", "the vendor delivers a week late", "", 2)
	end := form.Day("stepin.end", "Until", stepin.NextEnd(s, host.Today()), host.Today())
	fields := form.Fields{stepin.FieldReason: why, stepin.FieldEnd: end}
	var d *widgets.Dialog
	d = widgets.NewDialog(host.Window().Canvas(), "It takes longer", "Extend it", func() error {
		c, err := stepin.Extend(s, why.Text(), end.Text(), host.Today())
		if err != nil {
			defer d.Relayout()
			return fields.Refuse(err)
		}
		_, err = host.Apply(c, "Extended")
		return err
	}, widgets.NewPara(13, widgets.Dim(extendOnce)).Lead(19), why, end)
	d.About(s.ID).Show(why.Entry)
}

// askAgain asks what a second extension would be about, and leads there.
func askAgain(host room.Host, who notes.PersonID, s notes.SteppingIn) {
	first := host.Person(who).First()
	var d *widgets.Dialog
	choice := func(key, icon, title, says string, do func()) *widgets.Row {
		return widgets.NewRow(key, widgets.RowTwoLines, widgets.HMiddle(10, widgets.Icon(icon, 18, primary()),
			widgets.Grow(widgets.VStack(1, widgets.NewPara(14, widgets.Strong(title)), widgets.NewPara(12, widgets.Dim(says)).Lead(17)))), func() {
			d.Close()
			do()
		})
	}
	growth := func() { host.Go(room.PlaceOfGoal(who, s.Goal)) }
	goal := choice("stepin.goal", "growth", "The goal", "It is too large, or no longer wanted. Change it on Growth.", growth)
	level := choice(
		"stepin.level",
		"decided",
		"The level",
		"It was set too far from where "+first+" is. Agree on another one on Growth.",
		growth,
	)
	clear := choice(
		"stepin.clarity",
		"ask",
		"The clarity",
		"Ask "+first+" what would have to be clear. It goes on the agenda.",
		func() { askClarity(host, who, s) },
	)
	back := choice("stepin.back", "back", "None of them", "Hand it back now.", func() { HandBack(host, who, s) })
	d = widgets.NewDialog(host.Window().Canvas(), "It was extended once already", "", nil,
		widgets.NewPara(13, widgets.Dim("What is it that takes longer?")).Lead(19), widgets.VStack(0, goal, level, clear, back))
	d.Show(goal)
}

func askClarity(host room.Host, who notes.PersonID, s notes.SteppingIn) {
	line, err := notes.NewLine(notes.Ask, notes.Me, []notes.PersonID{who}, stepin.ClarityQuestion(s), "", host.Context(who, host.Today()))
	if err != nil {
		host.Show(err)
		return
	}
	// An error has been shown by Apply.
	_, _ = host.Apply(notes.OnAgenda(who, line, host.Today()), "On the agenda")
}
