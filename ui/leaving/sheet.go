package leaving

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/document"
	"handback/notes/voice"
	"handback/ui/paper"
	"handback/ui/room"
	"handback/ui/widgets"
)

// agreedSince is how far back the sheet says what was agreed, in days.
const agreedSince = 180

// Sheet shows the handover sheet of a person, to copy or to print. Lines that name somebody else wait in it until they
// were looked at.
func Sheet(host room.Host, who notes.PersonID) {
	sheet, err := gather(host, who)
	if err != nil {
		host.Show(err)
		return
	}
	var d *widgets.Dialog
	parts := []fyne.CanvasObject{
		widgets.NewPara(
			13,
			widgets.Dim(
				voice.T("For {first}'s next manager. Private lines, praise, feedback and numbers are left out.",
					"first", host.Person(who).First()),
			),
		).Lead(19),
		widgets.HStack(8,
			widgets.NewSmallButton("handover.copy", widgets.Outlined, "copy", voice.T("Copy sheet"), func() {
				fyne.CurrentApp().Clipboard().SetContent(sheet.PlainText())
				host.Say(voice.T("Sheet copied"))
			}),
			widgets.NewSmallButton("handover.print", widgets.Outlined, "print", voice.T("Print sheet"), func() {
				host.Show(paper.Print(paper.Open, document.Document{
					Title: sheet.Title, Whose: host.Person(who).Name, On: host.Today(), Parts: document.PartsOf(sheet.Parts),
				}))
			}), widgets.Grow()),
	}
	if len(sheet.Held) > 0 && !room.ReadOnly(host) {
		parts = append(parts, widgets.SmallName(voice.T("Left out for now because they mention someone else")))
		for i, h := range sheet.Held {
			show := widgets.NewSmallButton(fmt.Sprintf("handover.let.%d", i), widgets.Outlined, "eye", voice.T("Add line"), func() {
				if _, err := host.Apply(h.Let(), voice.T("Line added to the sheet")); err == nil {
					d.Close()
					Sheet(host, who)
				}
			})
			parts = append(parts, widgets.HMiddle(10, widgets.Grow(widgets.NewPara(14, widgets.Plain(h.Text)).Lead(20)), show))
		}
	}
	if len(sheet.Parts) == 0 {
		parts = append(parts, widgets.EmptyLine(voice.T("Nothing to hand over yet. Goals, agreements and open promises appear here.")))
	}
	for _, part := range sheet.Parts {
		parts = append(parts, widgets.SmallName(part.Title))
		for _, l := range part.Lines {
			parts = append(parts, widgets.NewPara(14, widgets.Plain(l.Text), widgets.Dim(l.Rest)).Lead(20))
		}
	}
	d = widgets.NewDialog(host.Window().Canvas(), sheet.Title, "", nil, parts...).Wide(680)
	d.Show(nil)
}

func gather(host room.Host, who notes.PersonID) (brief.Handover, error) {
	journal, today := host.Journal(), host.Today()
	f := brief.PageFacts{Person: host.Person(who), Today: today, Me: host.Me().ID, Names: host.Context(who, today).Names}
	facts, err := journal.Facts(who, host.Now())
	if err != nil {
		return brief.Handover{}, err
	}
	f.Areas, f.Goals, f.IOwe = facts.Areas, facts.Goals, facts.IOwe
	if f.Expectations, err = journal.Expectations(who); err != nil {
		return brief.Handover{}, err
	}
	if f.Verdicts, err = journal.Verdicts(today); err != nil {
		return brief.Handover{}, err
	}
	decided, err := journal.Decisions(who, today.AddDays(-agreedSince))
	if err != nil {
		return brief.Handover{}, err
	}
	decided = slices.DeleteFunc(decided, func(d notes.Filed) bool { return d.Person != who })
	return brief.ShowHandover(f, facts.TheyOwn, decided), nil
}
