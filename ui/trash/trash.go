// Package trash is the screen of what was deleted: it comes back from here, or goes for good.
package trash

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/trash"
	"handback/notes/voice"
	"handback/ui/erasing"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Room is the Trash screen.
type Room struct {
	host room.Host
	page *widgets.Scroll
}

// New makes the screen.
func New(host room.Host, _ room.Place) room.Room {
	return &Room{host: host, page: widgets.Page("trash", widgets.Gap(0))}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Reload implements room.Room.
func (r *Room) Reload() error {
	trashed, err := r.host.Journal().Trash()
	if err != nil {
		return err
	}
	widgets.Keep(r.host.Window().Canvas(), r.page, func() { r.draw(trashed) })
	return nil
}

func (r *Room) draw(trashed []notes.Trashed) {
	var empty []fyne.CanvasObject
	if len(trashed) > 0 {
		empty = append(empty,
			widgets.NewButton("trash.empty", widgets.Outlined, "trash", voice.T("Empty trash …"), func() { r.askEmpty(trashed) }))
	}
	head := widgets.PageHead(voice.T("Trash"), voice.T("What you delete stays here until you restore it or empty the trash."), empty...)
	parts := []fyne.CanvasObject{head}
	if len(trashed) == 0 {
		parts = append(
			parts,
			widgets.Card(4, widgets.EmptyLine(voice.T("The trash is empty. Notes, goals and people you delete come here first."))),
		)
	}
	for _, group := range trash.Show(trashed) {
		rows := []fyne.CanvasObject{widgets.CardHead(group.Title, strconv.Itoa(len(group.Things)))}
		for _, t := range group.Things {
			rows = append(rows, r.row(t))
		}
		parts = append(parts, widgets.Card(0, rows...))
	}
	r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, widgets.VStack(16, parts...))))
}

func (r *Room) row(t notes.Trashed) fyne.CanvasObject {
	key := "trash." + string(t.Kind) + "." + strconv.FormatInt(t.ID, 10)
	detail := voice.T("deleted {day}", "day", notes.SayDay(notes.DateOf(t.Deleted.In(r.host.Now().Location())), r.host.Today()))
	if p := r.host.Person(t.Person); p.ID != 0 && t.Kind != notes.KindPerson {
		detail = p.Name + "  ·  " + detail
	}
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8,
		widgets.Grow(widgets.VStack(0, widgets.NewElided(14, widgets.Plain(trash.Title(t))), widgets.NewElided(12, widgets.Dim(detail)))),
		widgets.NewSmallButton(key+".restore", widgets.Outlined, "restore", voice.T("Restore"), func() { r.restore(t) }),
		widgets.NewSmallButton(key+".purge", widgets.Quiet, "", voice.T("Delete for good …"), func() { r.askPurge(t) }),
	))
}

func (r *Room) restore(t notes.Trashed) {
	c := notes.Change{Rows: []notes.Row{notes.Restore{Kind: t.Kind, ID: t.ID}}}
	_, _ = r.host.Apply(c, voice.T("Restored: “{title}”", "title", notes.UpperFirst(trash.Title(t)))) // an error has been shown
}

func (r *Room) askPurge(t notes.Trashed) {
	title := voice.T("Delete for good? “{title}”", "title", notes.UpperFirst(trash.Title(t)))
	change := notes.Change{Rows: []notes.Row{notes.Purge{Kind: t.Kind, ID: t.ID}}}
	if t.Kind != notes.KindPerson {
		r.ask(title, voice.T("Delete for good"), trash.PurgeAsks(t.Kind), change)
		return
	}
	var d *widgets.Dialog
	through := widgets.NewSmallButton("trash/lines", widgets.Outlined, "right", voice.T("Go through these lines"), func() {
		d.Close()
		erasing.Show(r.host, notes.PersonID(t.ID))
	})
	lines := widgets.HStack(0, through, widgets.Grow())
	through.Hide()
	lines.Hide()
	named := widgets.NewPara(14, widgets.Dim(voice.T("Looking through your other notes …"))).Lead(20)
	d = r.ask(title, voice.T("Delete for good"), trash.PurgeAsks(t.Kind), change, named, lines)
	r.named([]notes.Trashed{t}, func(found []notes.Mention, err error) {
		says := trash.SayNamed(found)
		if err != nil {
			says = widgets.Sentence(err)
		}
		through.Hidden, lines.Hidden = len(found) == 0, len(found) == 0
		named.SetRuns(widgets.Plain(says))
		d.Relayout()
	})
}

// named finds the lines elsewhere that name people in the trash, each line once.
func (r *Room) named(trashed []notes.Trashed, then func([]notes.Mention, error)) {
	journal := r.host.Journal()
	var found []notes.Mention
	r.host.Background(func() error {
		for _, t := range trashed {
			if t.Kind != notes.KindPerson {
				continue
			}
			lines, err := journal.Mentions(notes.PersonID(t.ID))
			if err != nil {
				return err
			}
			found = append(found, lines...)
		}
		return nil
	}, func(err error) { then(found, err) })
}

func (r *Room) askEmpty(trashed []notes.Trashed) {
	named := widgets.NewPara(14).Lead(20)
	named.Hide()
	d := r.ask(
		voice.T("Empty the trash?"),
		voice.T("Delete everything"),
		voice.T("Everything listed here will be deleted, along with anything that belongs to it. You can't undo this."),
		trash.PurgeAll(trashed), named,
	)
	r.named(trashed, func(found []notes.Mention, err error) {
		says := trash.SayNamedPeople(trashed, found)
		if err != nil {
			says = widgets.Sentence(err)
		}
		named.Hidden = says == ""
		named.SetRuns(widgets.Plain(says))
		d.Relayout()
	})
}

// ask asks before something is deleted for good, and says which backups still have it.
func (r *Room) ask(title, confirm, why string, c notes.Change, more ...fyne.CanvasObject) *widgets.Dialog {
	parts := append([]fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(why))}, more...)
	keeper, ok := r.host.Journal().(backups.Keeper)
	stays := widgets.NewPara(13).Lead(19)
	if ok {
		parts = append(parts, stays)
	}
	d := widgets.NewDanger(r.host.Window().Canvas(), title, voice.T("Keep it"), confirm, func() error {
		_, err := r.host.Apply(c, "")
		return err
	}, parts...)
	d.Show(nil)
	if !ok {
		return d
	}
	var all backups.All
	r.host.Background(func() (err error) {
		all, err = keeper.AllBackups()
		return err
	}, func(err error) {
		says := strings.Join(all.SayStays(r.host.Now()), "\n")
		if err != nil {
			says = widgets.Sentence(err)
		}
		stays.SetRuns(widgets.Dim(says))
		d.Relayout()
	})
	return d
}
