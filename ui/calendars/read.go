package calendars

import (
	"errors"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/calendar"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// patience is how long a reading goes on before it says so and can be cancelled.
const patience = 700 * time.Millisecond

// again is how often it says how far it is.
const again = 200 * time.Millisecond

// Read reads a file or folder and shows what it means. Where watch is set, and what was found is taken, it is kept as
// the one that is read again by itself.
func Read(host room.Host, path string, watch bool) {
	in(host, path, func(c *calendar.Calendar, err error) {
		if err != nil {
			host.Show(err)
			return
		}
		p := &preview{host: host, cal: c, ticked: map[notes.PersonID]bool{}, chosen: map[string]int{}}
		if watch {
			p.watch = path
		}
		p.show()
	})
}

// in reads in the background, with a dialog to cancel where that takes long.
func in(host room.Host, path string, done func(*calendar.Calendar, error)) {
	r := &reading{}
	var c *calendar.Calendar
	var wait *widgets.Dialog
	over := false
	count := widgets.NewPara(14)
	say := func() {
		n := int(r.done.Load())
		count.SetRuns(widgets.Plain(voice.N(n, "{n} file read", "{n} files read")))
	}
	var tick func()
	tick = func() {
		if over {
			return
		}
		if wait == nil {
			wait = widgets.NewDialog(host.Window().Canvas(), voice.T("Reading your calendar"), "", nil, count)
			wait.SetCancel(voice.T("Cancel"))
			wait.OnClose = func(bool) { r.stop.Store(true) }
			wait.Show(nil)
		}
		say()
		host.After(again, tick)
	}
	stop := host.After(patience, tick)
	now := host.Now()
	host.Background(func() (err error) {
		c, err = r.read(path, now)
		return err
	}, func(err error) {
		stop()
		over = true
		cancelled := r.stop.Load()
		if wait != nil && !cancelled {
			wait.Finish()
		}
		if cancelled || errors.Is(err, errStopped) {
			return
		}
		done(c, err)
	})
}

// Quietly reads what is watched again, off the UI goroutine and without asking: what is clear is done, what isn't waits for the
// manager to read it by hand. done is told what the file was, to know the next time that it is no other.
func Quietly(host room.Host, path string, done func(error)) {
	r := &reading{}
	var c *calendar.Calendar
	now := host.Now()
	host.Background(func() (err error) {
		c, err = r.read(path, now)
		return err
	}, func(err error) {
		if err == nil {
			err = quietly(host, c)
		}
		done(err)
	})
}

func quietly(host room.Host, c *calendar.Calendar) error {
	if room.ReadOnly(host) {
		return nil
	}
	all, err := people(host)
	if err != nil {
		return err
	}
	plan := calendar.Read(c, all, host.Now(), host.Locale())
	return carryOut(host, plan, actsOf(plan, nil))
}

// actsOf are what is done: what is clear, and what the manager ticked.
func actsOf(plan calendar.Plan, ticked map[notes.PersonID]bool) []act {
	var acts []act
	for _, f := range plan.Finds {
		if f.Do != nil {
			acts = append(acts, act{f.Person, *f.Do})
		} else if f.Offer != nil && ticked[f.Person] {
			acts = append(acts, act{f.Person, *f.Offer})
		}
	}
	return acts
}

// preview is the dialog that shows what was found.
type preview struct {
	host   room.Host
	cal    *calendar.Calendar
	plan   calendar.Plan
	ticked map[notes.PersonID]bool
	chosen map[string]int // what was answered, by token: an index of options
	dialog *widgets.Dialog
	watch  string // what is read again by itself from then on, "" for nothing new
}

// show shows what a calendar means before anything is done.
func (p *preview) show() {
	all, err := people(p.host)
	if err != nil {
		p.host.Show(err)
		return
	}
	p.plan = calendar.Read(p.cal, all, p.host.Now(), p.host.Locale())
	parts := append(p.finds(), p.questions()...)
	parts = append(parts, p.skipped()...)
	confirm := voice.T("Add these one-on-ones")
	switch {
	case len(p.plan.Questions) > 0:
		confirm = voice.T("Continue")
	case len(actsOf(p.plan, nil)) == 0 && !p.offers():
		confirm = voice.T("Done")
	}
	p.dialog = widgets.NewDialog(p.host.Window().Canvas(), voice.T("One-on-ones in your calendar"), confirm, p.confirm, parts...).Wide(620)
	p.dialog.Show(nil)
}

func (p *preview) offers() bool {
	return slices.ContainsFunc(p.plan.Finds, func(f calendar.Find) bool { return f.Offer != nil })
}

func (p *preview) finds() []fyne.CanvasObject {
	if len(p.plan.Finds) == 0 {
		return []fyne.CanvasObject{widgets.NewPara(14, widgets.Dim(voice.T("No one-on-ones with your people were found.")))}
	}
	parts := []fyne.CanvasObject{widgets.NewPara(13, widgets.Dim(
		voice.T("Handback plans only the next one with each person. The one after that is planned when this one is over.")))}
	for i, f := range p.plan.Finds {
		who := p.host.Person(f.Person)
		row := []fyne.CanvasObject{
			widgets.Disc(who.Name, who.UID, 26),
			widgets.Grow(widgets.VStack(0, widgets.NewElided(14, widgets.Strong(who.Name)), widgets.NewPara(13, widgets.Plain(f.Says)).Lead(18))),
		}
		if f.Offer != nil {
			row = append(row, widgets.NewCheckbox("calendar.move."+strconv.Itoa(i), voice.T("Use the calendar's time"), false, func(on bool) {
				p.ticked[f.Person] = on
			}))
		}
		parts = append(parts, widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8, row...)))
	}
	return parts
}

// options are whom a question may be answered with: those whom it may be first.
func (p *preview) options(q calendar.Question) (names []string, ids []notes.PersonID) {
	var rest []notes.Person
	add := func(who notes.Person) { names, ids = append(names, who.Name), append(ids, who.ID) }
	for _, who := range p.host.People() {
		switch {
		case slices.Contains(q.Like, who.ID) && who.Kind != notes.KindMe:
			add(who)
		case who.Around():
			rest = append(rest, who)
		}
	}
	for _, who := range rest {
		add(who)
	}
	names, ids = append(names, voice.T("Me")), append(ids, p.host.Me().ID)
	return append(names, voice.T("Nobody in this journal")), append(ids, 0)
}

// mostAsked is how many questions are asked at once; the others come after them.
const mostAsked = 12

func (p *preview) asked() []calendar.Question {
	return p.plan.Questions[:min(len(p.plan.Questions), mostAsked)]
}

func (p *preview) questions() []fyne.CanvasObject {
	asked := p.asked()
	if len(asked) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{
		widgets.Hairline(), widgets.SmallName(voice.T("Who is this?")),
		widgets.NewPara(13, widgets.Dim(voice.T("Handback asks once and remembers your answer. Skip any you don't know."))),
	}
	for i, q := range asked {
		names, _ := p.options(q)
		says := []fyne.CanvasObject{widgets.NewElided(14, widgets.Strong(q.Says))}
		if q.Title != q.Says && q.Title != "" {
			says = append(says, widgets.NewElided(12, widgets.Dim(q.Title)))
		}
		choose := widgets.NewSelect("calendar.who."+strconv.Itoa(i), "", names, -1, func(at int) { p.chosen[q.Token] = at })
		parts = append(parts, widgets.Columns(12, []float32{1.2, 1}, widgets.VStack(0, says...), choose))
	}
	return parts
}

// mostSkipped is how many are named at first.
const mostSkipped = 6

func (p *preview) skipped() []fyne.CanvasObject {
	if len(p.plan.Skipped) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{
		widgets.Hairline(),
		widgets.SmallName(voice.N(len(p.plan.Skipped), "{n} meeting skipped", "{n} meetings skipped")),
	}
	for i, s := range p.plan.Skipped {
		if i == mostSkipped {
			parts = append(parts, widgets.NewPara(13, widgets.Dim(
				voice.T("and {n} more", "n", len(p.plan.Skipped)-mostSkipped))))
			break
		}
		title := s.Title
		if title == "" {
			title = voice.T("(no title)")
		}
		parts = append(parts, widgets.VStack(0, widgets.NewElided(13, widgets.Plain(title)), widgets.NewPara(12, widgets.Dim(s.Why)).Lead(17)))
	}
	return parts
}

// confirm keeps the answers and looks again, or carries the plan out.
func (p *preview) confirm() error {
	if len(p.plan.Questions) > 0 {
		if answered, err := p.answer(); err != nil {
			return widgets.Said(err)
		} else if answered {
			p.host.After(0, p.show)
			return nil
		}
	}
	if p.watch != "" {
		if _, err := p.host.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: calendar.KeyPath, Value: p.watch}}}, ""); err != nil {
			return err
		}
	}
	return carryOut(p.host, p.plan, actsOf(p.plan, p.ticked))
}

// answer keeps whom addresses and titles mean.
func (p *preview) answer() (any bool, err error) {
	kept := map[string]calendar.Kept{}
	me := p.host.Me()
	get := func(who notes.Person) (calendar.Kept, error) {
		key := calendar.Key(who)
		if k, ok := kept[key]; ok {
			return k, nil
		}
		text, err := p.host.Journal().Setting(key)
		return calendar.ReadKept(text), err
	}
	for _, q := range p.asked() {
		at, ok := p.chosen[q.Token]
		if !ok {
			continue
		}
		any = true
		_, ids := p.options(q)
		who, more := me, calendar.Kept{Nobody: []string{q.Token}}
		if ids[at] != 0 {
			who, more = p.host.Person(ids[at]), calendar.Kept{Means: []string{q.Token}}
		}
		k, err := get(who)
		if err != nil {
			return false, err
		}
		kept[calendar.Key(who)] = k.And(more)
	}
	if !any {
		return false, nil
	}
	var rows []notes.Row
	for key, k := range kept {
		rows = append(rows, notes.PutSetting{Key: key, Value: k.String()})
	}
	return true, p.host.Record(notes.Change{Rows: rows})
}
