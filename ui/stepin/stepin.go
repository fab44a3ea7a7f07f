// Package stepin is where the manager steps in, and out again: the banner while a step-in is in force, the signals with
// the smaller helps first, and the dialogs. Rooms of one person show the banner and the signals; the meeting view and
// their page never do.
package stepin

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// between stands between two things that are said in one line.
const between = "  ·  "

// Part is what a room shows of stepping in about one person.
type Part struct {
	host    room.Host
	who     notes.PersonID
	inForce []notes.SteppingIn
	signals []stepin.Signal
}

// Read reads the step-ins in force about a person.
func Read(host room.Host, who notes.PersonID) (Part, error) {
	all, err := host.Journal().StepIns(who)
	return Part{host: host, who: who, inForce: stepin.InForce(all, host.Today())}, err
}

// OfFacts is Read from what was read already, with the signals.
func OfFacts(host room.Host, f notes.PromptFacts) (Part, error) {
	verdicts, err := host.Journal().Verdicts(f.Today)
	if err != nil {
		return Part{}, err
	}
	return Part{
		host: host, who: f.Person.ID, inForce: stepin.InForce(f.StepIns, f.Today),
		signals: stepin.ShowSignals(f, prompt.HeldBack(f), verdicts, host.Context),
	}, nil
}

// Banners are the step-ins in force, one strip each; none where none is.
func (p Part) Banners() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, s := range p.inForce {
		out = append(out, p.banner(s))
	}
	return out
}

func (p Part) banner(s notes.SteppingIn) fyne.CanvasObject {
	says, detail := stepin.SayInForce(s, p.host.Today())
	if others := len(s.People) - 1; others > 0 {
		detail = voice.T("Involves {count} people", "count", notes.SayCount(others+1)) + between + detail
	}
	text := widgets.VStack(2, widgets.NewPara(14, widgets.Strong(says)).Lead(21), widgets.NewPara(12, widgets.Dim(detail)).Lead(18).Most(2))
	parts := []fyne.CanvasObject{widgets.Icon("flag", 18, look.C().Primary), widgets.Grow(text)}
	return widgets.SoftCard(widgets.HMiddle(12, append(parts, p.bannerButtons(s)...)...))
}

func (p Part) bannerButtons(s notes.SteppingIn) []fyne.CanvasObject {
	if room.ReadOnly(p.host) {
		return nil
	}
	key := func(part string) string { return fmt.Sprintf("stepin/%d/%s", s.ID, part) }
	var buttons []fyne.CanvasObject
	if stepin.AsksRest(s, p.host.Today()) {
		buttons = append(
			buttons,
			widgets.NewButton(key("rest"), widgets.Outlined, "", voice.T("Add the details"), func() { askRest(p.host, p.who, s) }),
		)
	}
	back := widgets.NewButton(key("back"), widgets.Outlined, "back", voice.T("Hand it back"), func() { HandBack(p.host, p.who, s) })
	var more *widgets.Button
	more = widgets.NewButton(key("more"), widgets.Quiet, "more", "", func() { widgets.ShowMenu(more, p.menu(s)...) })
	widgets.WithTip(more, voice.T("Change or end it"), "")
	return append(buttons, back, more)
}

func (p Part) menu(s notes.SteppingIn) []widgets.MenuItem {
	mark, seen := voice.T("Mark as ready to hand back"), voice.T("Ready to hand back")
	if s.ExitSeen != "" {
		mark, seen = voice.T("Mark as not ready to hand back"), voice.T("Not ready to hand back yet")
	}
	items := []widgets.MenuItem{
		{Icon: "check", Text: mark, OnTap: func() {
			// An error has been shown by Apply.
			_, _ = p.host.Apply(stepin.SeeExit(s, p.host.Today()), seen)
		}},
		{Icon: "clock", Text: voice.T("Extend …"), OnTap: func() { extend(p.host, p.who, s) }},
	}
	change := voice.T("Edit …")
	if s.Help == "" {
		change = voice.T("Add the details …")
	}
	return append(items, widgets.MenuItem{Icon: "pen", Text: change, OnTap: func() { askRest(p.host, p.who, s) }})
}

// Signals are the signals in one line that opens in place; nil where there are none.
func (p Part) Signals() fyne.CanvasObject {
	if len(p.signals) == 0 {
		return nil
	}
	gist := p.signals[0].What + between + p.signals[0].Facts[0]
	if len(p.signals) > 1 {
		what := make([]string, len(p.signals))
		for i, s := range p.signals {
			what[i] = s.What
		}
		gist = strings.Join(what, between)
	}
	return widgets.NewFold(
		"stepin/signals",
		"flag",
		look.C().Primary,
		voice.T("Step in?"),
		[]widgets.Run{widgets.Dim(gist)},
		func() fyne.CanvasObject {
			var rows []fyne.CanvasObject
			for i, s := range p.signals {
				if i > 0 {
					rows = append(rows, widgets.Hairline())
				}
				rows = append(rows, p.signal(fmt.Sprintf("stepin/signal/%d", i), s))
			}
			return widgets.VStack(8, rows...)
		},
	)
}

func (p Part) signal(key string, s stepin.Signal) fyne.CanvasObject {
	facts := []widgets.Run{widgets.Plain(strings.Join(s.Facts, " "))}
	if s.Goal != 0 { // otherwise its lines stand below
		facts = append([]widgets.Run{widgets.Strong(s.What + ".  ")}, facts...)
	}
	rows := []fyne.CanvasObject{widgets.NewPara(14, facts...).Lead(20)}
	for i, l := range s.Lines {
		rows = append(rows, room.NewLogRow(p.host, fmt.Sprintf("%s/line/%d", key, i), widgets.RowOneLine, l, widgets.HStack(
			10,
			widgets.Width(64, room.ShortDay(l.NoteDate, p.host.Today())),
			widgets.Grow(
				widgets.NewPara(
					13,
					widgets.Colored(string(l.Label)+"  ", look.C().Ink(l.Label.Kind().Colour)),
					widgets.Plain(notes.SayText(l.Text)),
				),
			),
		)))
	}
	rows = append(
		rows,
		widgets.NewPara(
			13,
			widgets.Dim(voice.T("What have they tried, and have they asked for help? Start with the least help that would work:")),
		).Lead(20),
	)
	if !room.ReadOnly(p.host) {
		rows = append(rows, p.helps(key, s))
	}
	return widgets.Pad(4, 0, 8, 0, widgets.VStack(4, rows...))
}

// helpWords are the helps as buttons say them.
var helpWords = map[notes.Help]string{
	notes.HelpAdvise:   voice.T("Offer advice"),
	notes.HelpRehearse: voice.T("Rehearse together"),
	notes.HelpMakeRoom: voice.T("Help them be heard"),
	notes.HelpBeside:   voice.T("Sit in with them"),
	notes.HelpAgree:    voice.T("Decide together"),
	notes.HelpDecide:   voice.T("Decide this one yourself"),
}

// helps are the ways to help, smallest first. Those before Agree put a question on the agenda; Agree and Decide ask for
// what a step-in needs.
func (p Part) helps(key string, s stepin.Signal) fyne.CanvasObject {
	var small, large []fyne.CanvasObject
	for i, h := range notes.Helps {
		button := widgets.NewSmallButton(fmt.Sprintf("%s/help/%d", key, i), widgets.Outlined, "", helpWords[h], func() { p.help(s, h) })
		if h.TakesOver() {
			large = append(large, button)
		} else {
			small = append(small, button)
		}
	}
	not := widgets.NewSmallButton(key+"/not", widgets.Quiet, "", voice.T("Skip for now"), func() {
		// An error has been shown by Apply.
		_, _ = p.host.Apply(s.NotNeeded(p.host.Today()), voice.T("Skipped for now"))
	})
	large = append(large, widgets.Grow(), not)
	return widgets.VStack(6, widgets.HStack(8, append(small, widgets.Grow())...), widgets.HStack(8, large...))
}

func (p Part) help(s stepin.Signal, h notes.Help) {
	if h.TakesOver() {
		Begin(p.host, p.who, s, h)
		return
	}
	today := p.host.Today()
	c, err := s.Answer(h, p.who, p.host.Context(p.who, today), today)
	if err != nil {
		p.host.Show(err)
		return
	}
	// An error has been shown by Apply.
	_, _ = p.host.Apply(c, voice.T("Added to the agenda"))
}
