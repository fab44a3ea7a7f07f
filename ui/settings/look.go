package settings

import (
	"image/color"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/ui/look"
	"handback/ui/widgets"

	"handback/notes/voice"
)

func mutedInk() color.NRGBA { return look.C().Muted }

// themes and scales are what can be chosen, as kept and as shown. The first scale is in force where none is kept, and of
// the themes the one that look.ModeOf says.
var (
	themes = []choice{
		{string(look.ModeSystem), voice.T("As the system")},
		{string(look.ModeLight), voice.T("Light")},
		{string(look.ModeDark), voice.T("Dark")},
	}
	motions = []choice{{"", voice.T("As the system")}, {"off", voice.T("Off")}}
	scales  = []choice{{"1.0", voice.T("Normal")}, {"1.15", voice.T("Large")}, {"1.3", voice.T("Larger")}, {"1.5", voice.T("Largest")}}
)

type choice struct{ kept, name string }

func (r *Room) look() fyne.CanvasObject {
	mode := look.ModeOf(r.theme)
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("How it looks"), ""),
		r.choose(voice.T("Colours"), "settings.theme", keyTheme, string(mode), themes),
	}
	if mode == look.ModeSystem {
		rows = append(rows, widgets.Pad(0, 0, 4, 0, widgets.NewPara(13, widgets.Dim(systemNow()))))
	}
	return widgets.Card(4, append(
		rows,
		r.choose(voice.T("Text"), "settings.scale", keyScale, r.scale, scales),
		r.choose(voice.T("Motion"), "settings.motion", keyMotion, r.motion, motions),
	)...)
}

// systemNow says which colours the system asks for, and so are in force.
func systemNow() string {
	if look.C().Dark {
		return voice.T("Your system is set to dark right now.")
	}
	return voice.T("Your system is set to light right now.")
}

func (r *Room) choose(name, widgetKey, key, kept string, choices []choice) fyne.CanvasObject {
	names, chosen := make([]string, len(choices)), 0
	for i, c := range choices {
		names[i] = c.name
		if c.kept == kept {
			chosen = i
		}
	}
	return widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(12, widgets.Width(120, widgets.Text(name)),
		widgets.NewSegmented(widgetKey, names, chosen, func(i int) { r.put(key, choices[i].kept) })))
}

// prompts lists the kinds of questions that are not asked about somebody, each to be asked again.
func (r *Room) prompts() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Questions you turned off"), "")}
	for _, m := range r.mutes {
		p := r.host.Person(m.Person)
		if !m.Muted || p.ID == 0 {
			continue
		}
		rows = append(rows, widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(
			10,
			widgets.Disc(p.Name, p.UID, 22),
			widgets.Grow(widgets.NewElided(14, widgets.Plain(p.Name), widgets.Dim("  ·  about "+kindAbout(m.Kind)))),
			widgets.NewSmallButton(
				personKey(p, "ask."+string(m.Kind)),
				widgets.Outlined,
				"",
				voice.T("Ask again"),
				func() { r.askAgain(m) },
			),
		)))
	}
	if len(rows) == 1 {
		rows = append(rows, widgets.EmptyLine(voice.T("None. “Not for this person” beside a question brings its kind here.")))
	}
	return widgets.Card(2, rows...)
}

// kindAbout is what the questions of a kind are about.
func kindAbout(k notes.PromptKind) string {
	about := map[notes.PromptKind]string{
		prompt.Review:    "step-ins that should end",
		prompt.MyPromise: "promises of mine that are overdue",
		prompt.Upward:    "problems they brought up to me",
		prompt.StepBack:  "stepping back again",
		prompt.Stalled:   "goals that stand still",
		prompt.HandBack:  "decisions to hand back",
		prompt.Praise:    "praise",
		prompt.Context:   "what their decisions and goals are for",
		prompt.Growth:    "what they want to grow into",
		prompt.Ideas:     "their ideas",
		prompt.Connect:   "who could help them with a goal",
		prompt.Encourage: "what they are stuck on",
		prompt.Support:   "what they need",
		prompt.Reflect:   "calls that I took myself",
	}[k]
	if about == "" {
		return string(k)
	}
	return about
}

func (r *Room) askAgain(m notes.PromptMute) {
	_, _ = r.host.Apply(prompt.Unmute(m), voice.T("Asked again")) // an error has been shown
}
