package prep

import (
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// strip is the prompt with its reason. The lines that it comes from open below it.
func (p *Prep) strip() fyne.CanvasObject {
	asked := widgets.NewPara(16, tagged(asked(p.prompt.Text))...).Lead(24)
	text := []fyne.CanvasObject{asked, p.reason()}
	if p.because {
		for _, f := range p.prompt.Because {
			text = append(text, p.becauseRow(f))
		}
	}
	return widgets.SoftCard(widgets.BesideWhileWide(leastAsked, 12, widgets.VStack(3, text...), widgets.HMiddle(4, p.answers()...)))
}

// leastAsked is how wide the question is at least beside what can be done with it, before scaling.
const leastAsked = 240

// asked is the question in the weight that it is shown in.
func asked(text string) widgets.Run {
	return widgets.Run{Text: text, Color: look.C().Text, Face: look.Medium}
}

func (p *Prep) reason() fyne.CanvasObject {
	reason := widgets.NewPara(12, tagged(widgets.Dim(p.prompt.Reason))...).Lead(18)
	if len(p.prompt.Because) == 0 {
		return reason
	}
	say := voice.T("Show line")
	switch {
	case p.because:
		say = voice.T("Hide lines")
	case len(p.prompt.Because) > 1:
		say = voice.T("Show lines")
	}
	show := widgets.NewSmallButton("prompt/because", widgets.Quiet, "", say, func() {
		p.because = !p.because
		p.draw()
	})
	return widgets.HStack(8, widgets.Grow(reason), widgets.LineHeight(18, show))
}

func (p *Prep) becauseRow(f notes.Filed) fyne.CanvasObject {
	day := notes.SayDate(f.NoteDate, p.brief.Today)
	return room.NewLogRow(p.host, "prompt/"+lineKey(f), widgets.RowOneLine, f, widgets.HStack(
		10,
		widgets.Width(64, widgets.Small(day)),
		widgets.Grow(
			widgets.NewPara(
				13,
				widgets.Colored(string(f.Label)+"  ", look.C().Ink(f.Label.Kind().Colour)),
				widgets.Plain(notes.SayText(f.Text)),
			),
		),
	))
}

// answers are what the manager can do with the prompt.
func (p *Prep) answers() []fyne.CanvasObject {
	if room.ReadOnly(p.host) {
		return nil
	}
	first := p.host.Person(p.who).First()
	answer := func(make func(prompt.Prompt, notes.PromptFacts) notes.Change, say string) func() {
		return func() {
			facts, err := p.host.Journal().PromptFacts(p.who, p.host.Now()) // with the prompt as it was recorded
			if err != nil {
				p.host.Show(err)
				return
			}
			p.because, p.seen = false, ""
			p.apply(make(*p.prompt, facts), say)
		}
	}
	var buttons []fyne.CanvasObject
	if p.prompt.Agenda != "" {
		buttons = append(
			buttons,
			widgets.NewButton("prompt/ask", widgets.Outlined, "", voice.T("Ask {who}", "who", first),
				answer(prompt.Ask, voice.T("Added to the agenda"))),
		)
	} else {
		buttons = append(
			buttons,
			widgets.NewButton("prompt/done", widgets.Outlined, "", voice.T("Done"), answer(prompt.Done, voice.T("Marked as done"))),
		)
	}
	// Off rather than away where there is no other one, so that the buttons keep their place under the pointer.
	another := widgets.NewButton("prompt/another", widgets.Quiet, "", voice.T("Another question"), answer(prompt.Another, "")).
		SetEnabled(p.another)
	buttons = append(buttons, another)
	var more *widgets.Button
	more = widgets.NewButton("prompt/more", widgets.Quiet, "more", "", func() {
		widgets.ShowMenu(more,
			widgets.MenuItem{Icon: "clock", Text: voice.T("Ask me later"), OnTap: answer(prompt.Later, voice.T("Handback will ask again later"))},
			widgets.MenuItem{Icon: "x", Text: voice.T("Turn off for {who}", "who", first), OnTap: answer(
				prompt.NotForThem, voice.T("Questions like this are off for {who}", "who", first))},
		)
	})
	widgets.WithTip(more, voice.T("Ask later, or turn off for this person"), "")
	return append(buttons, more)
}

// tagged colours the #tags of a run.
func tagged(run widgets.Run) []widgets.Run {
	var runs []widgets.Run
	for _, word := range strings.SplitAfter(run.Text, " ") {
		if tag := strings.TrimRight(word, " .,;:?!)"); len(tag) > 1 && tag[0] == '#' {
			runs = append(runs, widgets.Colored(tag, look.C().Primary))
			word = word[len(tag):]
		}
		if n := len(runs); n > 0 && runs[n-1].Color == run.Color && runs[n-1].Face == run.Face {
			runs[n-1].Text += word
			continue
		}
		piece := run
		piece.Text = word
		runs = append(runs, piece)
	}
	return runs
}
