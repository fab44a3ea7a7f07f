package settings

import (
	"image/color"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/widgets"
)

func mutedInk() color.NRGBA { return look.C().Muted }

// themes and scales are what can be chosen, as kept and as shown. The first scale is in force where none is kept, and of
// the themes the one that look.ModeOf says.
var (
	themes = []choice{
		{string(look.ModeSystem), voice.T("Same as system")},
		{string(look.ModeLight), voice.T("Light")},
		{string(look.ModeDark), voice.T("Dark")},
	}
	motions = []choice{{"", voice.T("Same as system")}, {"off", voice.T("Off")}}
	scales  = []choice{{"1.0", voice.T("Normal")}, {"1.15", voice.T("Large")}, {"1.3", voice.T("Larger")}, {"1.5", voice.T("Largest")}}
)

type choice struct{ kept, name string }

func (r *Room) look() fyne.CanvasObject {
	mode := look.ModeOf(r.theme)
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Appearance"), ""),
		r.choose(voice.T("Theme"), "settings.theme", keyTheme, string(mode), themes),
	}
	if mode == look.ModeSystem {
		rows = append(rows, widgets.Pad(0, 0, 4, 0, widgets.NewPara(13, widgets.Dim(systemNow()))))
	}
	return widgets.Card(4, append(
		rows,
		r.choose(voice.T("Text size"), "settings.scale", keyScale, r.scale, scales),
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
			widgets.Grow(widgets.NewElided(14, widgets.Plain(p.Name), widgets.Dim("  ·  "+kindAbout(m.Kind)))),
			widgets.NewSmallButton(
				personKey(p, "ask."+string(m.Kind)),
				widgets.Outlined,
				"",
				voice.T("Turn back on"),
				func() { r.askAgain(m) },
			),
		)))
	}
	if len(rows) == 1 {
		rows = append(rows, widgets.EmptyLine(voice.T("None. Questions you turn off for someone appear here.")))
	}
	return widgets.Card(2, rows...)
}

// kindAbout is what the questions of a kind are about.
func kindAbout(k notes.PromptKind) string {
	about := map[notes.PromptKind]string{
		prompt.Review:       voice.T("step-ins that should end"),
		prompt.MyPromise:    voice.T("your overdue promises"),
		prompt.Upward:       voice.T("problems they raised with you"),
		prompt.StepBack:     voice.T("stepping back from a step-in"),
		prompt.Back:         voice.T("coming back after an absence"),
		prompt.StuckOutside: voice.T("what's waiting on someone else"),
		prompt.DatePassed:   voice.T("target dates that have passed"),
		prompt.Stalled:      voice.T("goals that aren't moving"),
		prompt.NewHere:      voice.T("their first weeks here"),
		prompt.GoalReached:  voice.T("goals they reached"),
		prompt.Opportunity:  voice.T("opportunities that led nowhere"),
		prompt.Reward:       voice.T("rewards for what they keep doing well"),
		prompt.HandBack:     voice.T("decisions to hand back"),
		prompt.Praise:       voice.T("praise"),
		prompt.Context:      voice.T("why their decisions and goals matter"),
		prompt.Growth:       voice.T("what they want to grow into"),
		prompt.Ideas:        voice.T("their ideas"),
		prompt.Connect:      voice.T("who could help with a goal"),
		prompt.Encourage:    voice.T("what they're stuck on"),
		prompt.Support:      voice.T("what they need"),
		prompt.Reflect:      voice.T("decisions you made yourself"),
		prompt.Revisit:      voice.T("decisions to revisit"),
		prompt.CalledOff:    voice.T("one-on-ones you called off"),
		prompt.TopicWaiting: voice.T("topics that keep being put off"),
		prompt.Feedback:     voice.T("feedback you haven't given yet"),
		prompt.Overload:     voice.T("having too much to do"),
		prompt.IdeaUnheard:  voice.T("ideas that go unheard"),
		prompt.DoesItHold:   voice.T("what you handed back"),
		prompt.IdeaOnTrial:  voice.T("ideas being tried"),
		prompt.TalkThrough:  voice.T("company goals to talk through"),
	}[k]
	if about == "" {
		return string(k)
	}
	return about
}

func (r *Room) askAgain(m notes.PromptMute) {
	_, _ = r.host.Apply(prompt.Unmute(m), voice.T("These questions are back on")) // an error has been shown
}
