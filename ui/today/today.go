// Package today is the first screen: the next one-on-ones, and what I owe.
package today

import (
	"fmt"
	"reflect"
	"strconv"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/prompt"
	"handback/notes/stepin"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/handback"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/schedule"
	"handback/ui/widgets"
)

// Today is the room.
type Today struct {
	host room.Host
	root *fyne.Container // one child: the page
	page brief.TodayPage

	leading []stepin.Leading // what I lead on from in front

	allOwed, allHeld bool // all of a list are shown

	reflects   bool // a month has ended, and the card asks
	reflection prompt.Reflection
	looking    prompt.Looking
	recorded   string // key of the reflection that was last recorded as shown

	rest
	soon  bool // people and promises are drawn before the rest is read
	reads int  // counts the readings: a late answer does not take a newer one's place
}

// New makes the room. With soon it draws people and promises at once, and the rest when that is read: at the start, when
// nothing of the journal is in memory yet, the window shall not wait for it.
func New(host room.Host, soon bool) *Today {
	return &Today{host: host, root: container.NewStack(), soon: soon}
}

// Content implements room.Room.
func (t *Today) Content() fyne.CanvasObject { return t.root }

// Reload implements room.Room.
func (t *Today) Reload() error {
	roster, err := t.host.Journal().Roster(t.host.Now())
	if err != nil {
		return err
	}
	owed, err := t.host.Journal().IOwe()
	if err != nil {
		return err
	}
	stepIns, err := t.host.Journal().StepIns(0)
	if err != nil {
		return err
	}
	t.leading = stepin.ShowLeading(stepIns, t.host.People(), t.host.Today())
	if err := t.readReflection(); err != nil {
		return err
	}
	t.page = brief.ShowToday(roster, owed, t.host.Now(), t.host.Locale())
	t.reads++
	if !t.soon {
		if t.rest, err = readRest(t.host.Journal(), t.host.People(), t.host.Now()); err != nil {
			return err
		}
	}
	t.draw()
	t.record()
	if t.soon {
		t.soon = false
		t.restLater()
	}
	return nil
}

// rest is what Today shows besides people and promises: it looks through years.
type rest struct {
	hold   []brief.HandBack // what I hold and they could take
	quiet  team.QuietCell   // what was noted longest ago, and of whom; of nobody where nothing is long ago
	whose  notes.Person
	reread int // how many lines an update reads otherwise that are not decided
}

// restJournal is what the rest is read from, off the UI goroutine.
type restJournal interface {
	handback.Journal
	notes.Team
	notes.Rereads
}

func readRest(journal restJournal, people []notes.Person, now time.Time) (r rest, err error) {
	if r.hold, err = handback.Queue(journal, people, notes.DateOf(now), 0); err != nil {
		return r, err
	}
	if r.quiet, r.whose, err = quietLongest(journal, people, now); err != nil {
		return r, err
	}
	lines, err := journal.Rereadings()
	r.reread = len(lines)
	return r, err
}

// restLater reads the rest off the UI goroutine and draws it once it is there.
func (t *Today) restLater() {
	journal, people, now := t.host.Journal(), t.host.People(), t.host.Now()
	read := t.reads
	var r rest
	t.host.Background(func() (err error) {
		r, err = readRest(journal, people, now)
		return err
	}, func(err error) {
		if read != t.reads || t.host.Journal() != journal {
			return // a later answer is on its way, or the journal is another one
		}
		if err != nil {
			t.host.Show(err)
			return
		}
		if !reflect.DeepEqual(r, t.rest) {
			t.rest = r
			t.draw()
		}
	})
}

// daysOff says until when the manager is off, "" where they are not.
func (t *Today) daysOff() string {
	for _, p := range t.host.People() {
		if p.Kind == notes.KindMe {
			return p.Off.Say(t.host.Today())
		}
	}
	return ""
}

func (t *Today) draw() {
	widgets.Keep(t.host.Window().Canvas(), t.root, func() {
		head := widgets.VStack(4, widgets.Title(t.page.Title), widgets.NewPara(14, widgets.Dim(t.page.Summary)))
		if say := t.daysOff(); say != "" {
			head.Add(widgets.NewPara(12, widgets.Dim(say)))
		}
		t.root.Objects = []fyne.CanvasObject{
			widgets.Page(
				"today",
				widgets.Pad(0, 0, 4, 0, head),
				widgets.ColumnsOrStack(
					760,
					16,
					[]float32{1.42, 1},
					widgets.VStack(16, t.left()...),
					widgets.VStack(16, append(t.promises(), t.reflect()...)...),
				),
			),
		}
		t.root.Refresh()
	})
}

// Typed implements room.Typer: before anybody is added it begins the list of names, later it looks for something.
func (t *Today) Typed(typed rune) {
	if unicode.IsSpace(typed) {
		return
	}
	if t.offersToAdd() {
		t.host.Run("person.add")
	} else {
		t.host.Run("switcher")
	}
	if to := t.host.Window().Canvas().Focused(); to != nil {
		to.TypedRune(typed)
	}
}

// offersToAdd reports whether the one thing to do is to add somebody.
func (t *Today) offersToAdd() bool { return len(t.page.Meetings) == 0 && !room.ReadOnly(t.host) }

func (t *Today) meetings() fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.CardHead(voice.T("Next one-on-ones"), "")}
	if len(t.page.Meetings) == 0 {
		parts = append(parts, widgets.EmptyLine(voice.T("People who report to you appear here, with their next one-on-one.")))
		if t.offersToAdd() {
			add := widgets.NewButton("add", widgets.Primary, "plus", voice.T("Add a direct report"), func() { t.host.Run("person.add") })
			parts = append(parts, widgets.HStack(0, add, widgets.Grow()))
		}
	}
	for i, m := range t.page.Meetings {
		parts = append(parts, t.meeting(m, i == 0))
	}
	return widgets.Card(2, parts...)
}

func (t *Today) meeting(m brief.MeetingLine, first bool) fyne.CanvasObject {
	key := meetingKey(m.Person.ID)
	prep := func() { t.host.Go(room.Place{Screen: room.Prep, Person: m.Person.ID}) }
	ink := look.C().Text
	if m.Next == brief.NothingNext {
		ink = look.C().Muted
	}
	parts := []fyne.CanvasObject{
		widgets.Disc(m.Person.Name, m.Person.UID, 34),
		widgets.Width(150, widgets.VStack(0,
			widgets.NewElided(14, widgets.Run{Text: m.Person.Name, Color: ink, Face: look.Medium}),
			widgets.NewElided(12, widgets.Dim(m.When)))),
		widgets.Grow(widgets.NewPara(13, widgets.Dim(m.What)).Lead(19).Most(2)),
	}
	if b := t.button(key, m, first, prep); b != nil {
		parts = append(parts, b)
	}
	return widgets.NewRow(key, widgets.RowTall, widgets.HMiddle(12, parts...), prep)
}

func meetingKey(id notes.PersonID) string { return fmt.Sprintf("meeting/%d", id) }

// promiseKey tells a line from all others; a line for two people is two.
func promiseKey(l brief.Line) string {
	return fmt.Sprintf("owe/%d:%d:%d", l.Note, l.Line, l.Person)
}

// button is what the line offers to do. One of all is primary: the very next.
func (t *Today) button(key string, m brief.MeetingLine, first bool, prep func()) fyne.CanvasObject {
	switch {
	case m.Next == brief.PrepareNext && first:
		return widgets.NewButton(key+"/do", widgets.Primary, "", voice.T("Prepare"), prep)
	case m.Next == brief.PrepareNext:
		return widgets.NewButton(key+"/do", widgets.Quiet, "", voice.T("Prepare"), prep)
	case m.Next == brief.PickADateNext && !room.ReadOnly(t.host):
		return widgets.NewButton(key+"/do", widgets.Quiet, "cal", voice.T("Pick a date"), func() {
			schedule.Pick(t.host, m.Person, m.LastHeld)
		})
	}
	return nil
}

// How many promises and how many lines of the queue the cards show at first: the oldest, and the ones that are best founded.
const owedMost, holdMost = 10, 4

// allOf is what shows a list to its end.
func allOf(key string, show func()) fyne.CanvasObject {
	return widgets.HStack(0, widgets.NewSmallButton(key, widgets.Quiet, "down", voice.T("Show all"), show))
}

// promises are the cards of the right column: what I owe, and what I hold that they could take.
func (t *Today) promises() []fyne.CanvasObject {
	cards := []fyne.CanvasObject{t.owed()}
	if len(t.hold) == 0 {
		return cards
	}
	parts := []fyne.CanvasObject{widgets.CardHead(voice.T("Yours now, could be theirs"), strconv.Itoa(len(t.hold)))}
	for i, h := range t.hold {
		if i == holdMost && !t.allHeld {
			parts = append(parts, allOf("hold.all", func() { t.allHeld = true; t.draw() }))
			break
		}
		parts = append(parts, handback.Row(t.host, h, true))
	}
	return append(cards, widgets.Card(2, parts...))
}

func (t *Today) owed() fyne.CanvasObject {
	count := ""
	if n := len(t.page.IOwe); n > 0 {
		count = strconv.Itoa(n)
	}
	parts := []fyne.CanvasObject{widgets.CardHead(voice.T("You promised"), count)}
	if count == "" {
		parts = append(parts, widgets.EmptyLine(voice.T("You have no open promises.")))
	}
	for i, line := range t.page.IOwe {
		if i == owedMost && len(t.page.IOwe) > owedMost+1 && !t.allOwed {
			parts = append(parts, allOf("owe.all", func() { t.allOwed = true; t.draw() }))
			break
		}
		parts = append(parts, t.promise(line))
	}
	return widgets.Card(2, parts...)
}

func (t *Today) promise(line brief.Line) fyne.CanvasObject {
	key := promiseKey(line)
	box := room.NewTick(t.host, key+"/done", line.Filed, false)
	text := widgets.VStack(0,
		widgets.NewPara(14, widgets.Plain(line.Text)).Lead(20).Most(2),
		widgets.Tipped(widgets.NewPara(12, widgets.Dim(line.Tail)).Lead(17).Most(1), notes.SayWhole(line.Day)))
	parts := []fyne.CanvasObject{widgets.LineHeight(20, box), widgets.Grow(text)}
	parts = append(parts, room.LogMenu(t.host, key, func() []widgets.MenuItem { return t.answers(line.Filed) })...)
	return room.NewLogRow(t.host, key, widgets.RowTwoLines, line.Filed, widgets.HTop(10, parts...))
}
