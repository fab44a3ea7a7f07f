// Package theirpage is the page that the manager may turn round: what the person decides, where they are going, what is
// owed to them. It shows nothing that was not made to be read by them.
package theirpage

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/document"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/saveas"
	"handback/ui/widgets"
)

// Turned is the Part of the place at which the page takes the whole window, for the person to read.
const Turned = "turned"

// ideasSince is how far back answered ideas are shown, in days.
const ideasSince = 180

// Room is their page of one person.
type Room struct {
	host   room.Host
	place  room.Place
	root   *fyne.Container
	page   brief.TheirPage
	counts []notes.Expectation
}

// New makes the room.
func New(host room.Host, place room.Place) room.Room {
	return &Room{host: host, place: place, root: container.NewStack()}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.root }

// Reload implements room.Room.
func (r *Room) Reload() error {
	facts, err := r.facts()
	if err != nil {
		return err
	}
	r.page, r.counts = brief.ShowTheirPage(facts), facts.Expectations
	widgets.Keep(r.host.Window().Canvas(), r.root, func() {
		r.root.Objects = []fyne.CanvasObject{r.draw()}
		r.root.Refresh()
	})
	return nil
}

func (r *Room) facts() (brief.PageFacts, error) {
	journal, who, today := r.host.Journal(), r.place.Person, r.host.Today()
	f := brief.PageFacts{Person: r.host.Person(who), Today: today, Me: r.host.Me().ID, Names: r.host.Context(who, today).Names}
	brief, err := journal.Facts(who, r.host.Now())
	if err != nil {
		return f, err
	}
	f.Areas, f.Goals, f.IOwe = brief.Areas, brief.Goals, brief.IOwe
	if f.Ideas, err = journal.IdeasOf(who, today.AddDays(-ideasSince)); err != nil {
		return f, err
	}
	if f.Expectations, err = journal.Expectations(who); err != nil {
		return f, err
	}
	f.Verdicts, err = journal.Verdicts(today)
	return f, err
}

func (r *Room) draw() fyne.CanvasObject {
	if r.place.Part == Turned {
		back := widgets.NewButton("their.back", widgets.Quiet, "x", voice.T("Close this view"), r.turnBack) // Esc does it too
		ground := canvas.NewRectangle(look.C().Background)
		return widgets.Over(ground, widgets.NewScroll("their.turned", widgets.Pad(24, 32, 24, 32,
			widgets.CentredMaxWidth(1120, widgets.VStack(12, r.sheet(), widgets.HStack(0, widgets.Grow(), back))))))
	}
	first := r.page.Title
	parts := []fyne.CanvasObject{widgets.PageHead(voice.T("Their page"),
		voice.T("Written for {first} to read. It doesn't name anyone else.", "first", first),
		widgets.NewButton("their.copy", widgets.Quiet, "copy", voice.T("Copy page"), r.copy),
		widgets.NewButton("their.print", widgets.Quiet, "print", voice.T("Print or save"), r.Print),
		widgets.NewButton("their.turn", widgets.Primary, "eye", voice.T("Show to {first}", "first", first), r.turn))}
	if len(r.page.Held) > 0 {
		parts = append(parts, r.heldBack())
	}
	parts = append(parts, r.sheet(), r.countsCard())
	return widgets.Page("their", parts...)
}

func (r *Room) sheet() fyne.CanvasObject {
	p := look.C()
	head := widgets.HMiddle(14, widgets.Disc(r.page.Person.Name, r.page.Person.UID, 44),
		widgets.VStack(0, widgets.TextIn(r.page.Title, 28, p.Text, look.Display), widgets.Small(r.page.Day)), widgets.Grow())
	left, right := sides(r.page.Left, r.page.Right)
	var body fyne.CanvasObject = widgets.ColumnsOrStack(720, 44, []float32{1, 1}, column(left), column(right))
	if len(r.page.Left)+len(r.page.Right) == 0 {
		body = widgets.NewPara(
			16,
			widgets.Dim(r.sayEmpty()),
		).Lead(25)
	}
	return widgets.Over(widgets.CardGround(p.Surface, p.Hairline, 12), widgets.Pad(36, 44, 36, 44, widgets.VStack(26, head, body)))
}

// sayEmpty is what a page without lines says: turned round, it speaks to the person who reads it.
func (r *Room) sayEmpty() string {
	if r.place.Part == Turned {
		return voice.T("Nothing here yet. What you decide, where you're headed and what I've promised you will appear here.")
	}
	return voice.T("Nothing here yet. Write down what {first} decides, their goals and your promises to them, and it appears here.",
		"first", r.page.Title)
}

// sides are the parts of the two columns: where one would be empty, half of the other's go there.
func sides(left, right []notes.PagePart) (first, second []notes.PagePart) {
	all := slices.Concat(left, right)
	if len(all) < 2 || len(left) > 0 && len(right) > 0 {
		return left, right
	}
	half := (len(all) + 1) / 2
	return all[:half], all[half:]
}

func column(parts []notes.PagePart) fyne.CanvasObject {
	p := look.C()
	blocks := make([]fyne.CanvasObject, len(parts))
	for i, part := range parts {
		rows := []fyne.CanvasObject{
			widgets.HStack(9, widgets.Icon(part.Icon, 17, p.Primary), widgets.TextIn(part.Title, 16, p.Text, look.SemiBold)),
		}
		for _, l := range part.Lines {
			dot := widgets.Centre(17, 25, widgets.Sized(5, 5, canvas.NewCircle(p.Faint)))
			rows = append(
				rows,
				widgets.HTop(11, dot, widgets.Grow(widgets.NewPara(16, widgets.Plain(l.Text), widgets.Dim(l.Rest)).Lead(25))),
			)
		}
		blocks[i] = widgets.VStack(4, rows...)
	}
	return widgets.VStack(24, blocks...)
}

// heldBack lists the lines that name somebody else; each waits until it was looked at.
func (r *Room) heldBack() fyne.CanvasObject {
	title := voice.N(len(r.page.Held), "{n} line names someone else", "{n} lines name someone else")
	rows := []fyne.CanvasObject{widgets.CardHead(title, "", widgets.Small(voice.T("hidden until you've checked it")))}
	for i, h := range r.page.Held {
		parts := []fyne.CanvasObject{
			widgets.Icon(h.Item.Label.Kind().Icon, 16, look.C().Muted),
			widgets.Grow(widgets.NewPara(14, widgets.Plain(h.Text)).Lead(20)),
		}
		if !room.ReadOnly(r.host) {
			parts = append(parts, widgets.NewSmallButton("their.let."+strconv.Itoa(i), widgets.Outlined, "eye", voice.T("Show line"), func() {
				_, _ = r.host.Apply(h.Let(), voice.T("Line added to their page")) // an error has been shown
			}))
		}
		rows = append(rows, widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(10, parts...)))
	}
	return widgets.Card(2, rows...)
}

func (r *Room) turn() {
	r.host.Go(room.Place{Screen: room.TheirPage, Person: r.place.Person, Part: Turned})
}

func (r *Room) turnBack() { r.host.Run("go.back") }

func (r *Room) copy() {
	fyne.CurrentApp().Clipboard().SetContent(r.page.PlainText())
	r.host.Say(voice.T("Page copied"))
}

// Print implements room.Printer: the page, to be printed or saved.
func (r *Room) Print() {
	saveas.Show(r.host, saveas.Of(document.Document{
		Title: r.page.Title + ", " + r.page.Day, Whose: r.page.Person.Name, On: r.host.Today(),
		Parts: document.PartsOf(slices.Concat(r.page.Left, r.page.Right)),
	}))
}
