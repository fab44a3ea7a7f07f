package note

import (
	"slices"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/quietly"
	"handback/ui/room"
	"handback/ui/widgets"
)

// readQuiet reads whether to ask about the open note if questions about its person are to be held back.
func (f *filed) readQuiet() error {
	f.quiet = prompt.Quiet{}
	n, open := f.host.Draft().Note()
	p := f.host.Person(n.Person)
	if !open || room.ReadOnly(f.host) || !p.Active(f.host.Today()) || len(prompt.NewsIn(n, p, prompt.OthersThan(p.ID, f.host.People()))) == 0 {
		return nil
	}
	facts, err := f.host.Journal().PromptFacts(p.ID, f.host.Now())
	if err != nil {
		return err
	}
	f.quiet = prompt.QuietOf(facts)
	return nil
}

// asksQuiet reports whether a line of a note is one to ask about; one that is being typed is not.
func (f *filed) asksQuiet(n notes.Note) bool {
	return slices.ContainsFunc(f.quiet.Asks, func(a prompt.News) bool { return a.NoteUID == n.UID && a.Line != f.offers.typing })
}

// quietCard asks whether to hold questions back, and until when. It says no word of the line.
func (f *filed) quietCard(n notes.Note) fyne.CanvasObject {
	q, until := f.quiet, f.quiet.Offer()
	return widgets.ChipCard(
		widgets.NewPara(13, widgets.Plain(voice.T("Pause questions about {who} until {day}?",
			"who", f.host.Person(n.Person).First(), "day", notes.SayDate(until, f.host.Today())))).Lead(19),
		widgets.NewPara(12, widgets.Dim(
			voice.T("Until then, only promises and needs come up. Handback saves the date, not the reason."))).Lead(17),
		widgets.Flow(
			6,
			widgets.NewSmallButton("quiet.keep", widgets.Outlined, "check", voice.T("Yes"), func() {
				_ = quietly.Keep(f.host, n.Person, q, until) // an error has been shown
			}),
			widgets.NewSmallButton("quiet.change", widgets.Outlined, "cal", voice.T("Change date …"), func() {
				quietly.AskDay(f.host, n.Person, q, until)
			}),
			widgets.NewSmallButton("quiet.lift", widgets.Quiet, "", voice.T("No"), func() { quietly.Lift(f.host, n.Person, q) }),
		))
}
