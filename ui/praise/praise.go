// Package praise is Person · Praise: the log of praise with its three parts, said or not said yet, the year at a glance,
// and feedback beside it, flagged until it is said.
package praise

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/praise"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Room is the screen of one person.
type Room struct {
	host   room.Host
	person notes.PersonID
	root   *fyne.Container

	praise, feedback []praise.Entry      // of what is not shown some or none
	counts           map[notes.Label]int // of all
	year             praise.YearStrip
	whole            map[notes.Label]bool // logs that are shown to their end
	ever             bool                 // what is older than the year is shown too
	older            bool                 // there is something older that is not shown
}

// New makes the screen of the person of the place.
func New(host room.Host, place room.Place) room.Room {
	return &Room{host: host, person: place.Person, root: container.NewStack(), whole: map[notes.Label]bool{}}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.root }

// Do implements room.Doer.
func (r *Room) Do(act string) {
	switch act {
	case room.DoPraise:
		r.log(notes.Praise)
	case room.DoFeedback:
		r.log(notes.Feedback)
	}
}

// Reload implements room.Room.
func (r *Room) Reload() error {
	today := r.host.Today()
	year := today.AddDays(-7 * praise.YearWeeks)
	marks, err := r.read(year)
	if err != nil {
		return err
	}
	held, err := r.host.Journal().HeldDates(r.person, year)
	if err != nil {
		return err
	}
	r.counts = map[notes.Label]int{}
	for _, m := range marks {
		if m.Actor != notes.Me {
			r.counts[m.Label]++
		}
	}
	r.year = praise.ShowYear(marks, held, today)
	widgets.Keep(r.host.Window().Canvas(), r.root, r.draw)
	return nil
}

// read reads what is shown of the log from a day on, and what is older and not said yet, or all of it where that was asked
// for; marks are all that the cards count.
func (r *Room) read(since notes.Date) (marks []notes.Filed, err error) {
	journal := r.host.Journal()
	if r.ever {
		since = ""
	}
	if marks, err = journal.PraiseMarks(r.person, since); err != nil {
		return nil, err
	}
	log, err := journal.NewestPraise(r.person, since, few+1)
	if len(r.whole) > 0 {
		log, err = journal.PraiseLog(r.person, since)
	}
	if err != nil {
		return nil, err
	}
	r.older = false
	if !r.ever {
		var unsaid []notes.Filed
		if unsaid, r.older, err = journal.OlderPraise(r.person, since); err != nil {
			return nil, err
		}
		log, marks = append(log, unsaid...), append(marks, unsaid...)
	}
	r.praise, r.feedback = praise.ShowLog(log, r.host.Today())
	return marks, nil
}

func (r *Room) draw() {
	feedback := widgets.NewButton("praise/feedback", widgets.Outlined, "plus", voice.T("Log feedback"), func() { r.log(notes.Feedback) })
	logPraise := widgets.NewButton("praise/log", widgets.Primary, "plus", voice.T("Log praise"), func() { r.log(notes.Praise) })
	buttons := []fyne.CanvasObject{feedback, logPraise}
	if room.ReadOnly(r.host) {
		buttons = nil
	}
	parts := []fyne.CanvasObject{widgets.PageHead(voice.T("Praise"), praise.Remark(r.host.Person(r.person)), buttons...)}
	if len(r.praise)+len(r.feedback) == 0 && !r.older {
		parts = append(parts, r.empty())
	} else {
		parts = append(parts, r.strip(), widgets.ColumnsOrStack(
			640,
			16,
			[]float32{1.6, 1},
			r.logCard(notes.Praise, voice.T("Praise"), r.praise, voice.T("No praise noted yet.")),
			r.logCard(
				notes.Feedback,
				voice.T("Feedback"),
				r.feedback,
				voice.T("No feedback noted yet. Feedback stays flagged here until you've given it."),
			),
		))
	}
	if r.older {
		parts = append(
			parts,
			widgets.HStack(0, widgets.NewButton("praise/older", widgets.Quiet, "down", voice.T("Show praise older than a year"), r.showOlder)),
		)
	}
	r.root.Objects = []fyne.CanvasObject{widgets.Page("praise", parts...)}
	r.root.Refresh()
}

// showOlder shows both logs to their end.
func (r *Room) showOlder() {
	r.ever = true
	r.whole[notes.Praise], r.whole[notes.Feedback] = true, true
	r.host.Show(r.Reload())
}

// empty says what the screen is for where nothing was logged.
func (r *Room) empty() fyne.CanvasObject {
	p := r.host.Person(r.person)
	says := voice.T("What has {first} done lately that made a difference? Log it while it's fresh, and say it when you next talk.",
		"first", p.First())
	parts := []fyne.CanvasObject{widgets.Gap(2), widgets.MaxWidth(600, widgets.NewPara(14, widgets.Dim(says)).Lead(21))}
	if !room.ReadOnly(r.host) {
		start := widgets.NewButton("praise/first", widgets.Outlined, "plus", voice.T("Log praise"), func() { r.log(notes.Praise) })
		parts = append(parts, widgets.Gap(10), widgets.HStack(0, start))
	}
	return widgets.Card(4, parts...)
}

// strip is the year at a glance, with the sentence that says the same.
func (r *Room) strip() fyne.CanvasObject {
	p := look.C()
	rows := []widgets.YearRow{
		{Name: voice.T("Praise"), Color: p.Praise, Weeks: marks(r.year.Praise)},
		{Name: voice.T("Feedback"), Color: p.Need, Weeks: marks(r.year.Feedback)},
		{Name: voice.T("One-on-ones"), Color: look.Mix(p.Surface, p.Muted, .6), Weeks: marks(r.year.OneOnOnes)},
	}
	months := make([]widgets.YearMonth, len(r.year.Months))
	for i, m := range r.year.Months {
		months[i] = widgets.YearMonth{Week: m.Week, Name: m.Name}
	}
	return widgets.Card(8, widgets.CardHead(voice.T("Month by month"), "", widgets.Small(r.year.Summary)),
		widgets.YearStrip(praise.YearWeeks, rows, months), widgets.Gap(0))
}

func marks(cells [praise.YearWeeks]praise.StripCell) []widgets.WeekMark {
	out := make([]widgets.WeekMark, len(cells))
	for i, cell := range cells {
		switch cell {
		case praise.StripFilled:
			out[i] = widgets.WeekFilled
		case praise.StripUnsaid:
			out[i] = widgets.WeekOutlined
		}
	}
	return out
}
