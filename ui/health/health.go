// Package health is the screen of what was found wrong with the journal: what is still good, and what can be done.
package health

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/health"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Checker is what a journal on a disk knows of its own soundness.
type Checker interface {
	// Found is what was found so far.
	Found() []notes.Found
	// CheckAnew begins the checks of today again; CheckSome does a portion of them, and reports whether there is more.
	CheckAnew() error
	CheckSome() (more bool, err error)
	// Rebuild makes lists and search anew.
	Rebuild() error
	// SaveReadable reads what can be read into a new journal beside this one.
	SaveReadable() (notes.Salvaged, error)
	// Keep takes what is there for what was saved.
	Keep(notes.Found) error
}

// Room is the screen.
type Room struct {
	host room.Host
	page *widgets.Scroll
	busy string // what is being done; "" is nothing
	said *notes.Salvaged
}

// New makes the screen.
func New(host room.Host, _ room.Place) room.Room {
	return &Room{host: host, page: widgets.Page("health", widgets.Gap(0))}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Reload implements room.Room.
func (r *Room) Reload() error {
	r.draw()
	return nil
}

func (r *Room) draw() {
	checker, ok := r.host.Journal().(Checker)
	var found []notes.Found
	if ok {
		found = checker.Found()
	}
	if inbox, ok := r.host.Journal().(interface{ Unread() []notes.Found }); ok {
		found = append(slices.Clone(found), inbox.Unread()...)
	}
	p := health.Show(found)
	parts := []fyne.CanvasObject{widgets.PageHead(voice.T("Journal check"),
		voice.T("Once a day, while you're not typing, Handback checks that everything is as you saved it."))}
	if ok {
		parts = append(parts, r.head(checker, p))
	}
	if r.said != nil {
		parts = append(parts, widgets.Card(4, widgets.CardHead(voice.T("New journal with everything that could be read"), ""),
			widgets.NewPara(14, widgets.Plain(voice.T("It has {notes} and {people}. Open it from the menu and look through it.",
				"notes", voice.N(r.said.Notes, "{n} note", "{n} notes"), "people", voice.N(r.said.People, "{n} person", "{n} people")))),
			widgets.NewPara(13, widgets.Dim(r.said.Path))))
	}
	for _, part := range p.Parts {
		parts = append(parts, r.part(checker, part))
	}
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, widgets.VStack(16, parts...))))
	})
}

func (r *Room) head(checker Checker, p health.Page) fyne.CanvasObject {
	word := voice.T("Check now")
	if r.busy != "" {
		word = r.busy
	}
	return widgets.Card(4, widgets.HMiddle(8, widgets.Grow(widgets.NewPara(14, widgets.Plain(p.Good))),
		widgets.NewSmallButton("health.check", widgets.Outlined, "", word, func() { r.check(checker) }).
			SetEnabled(r.busy == "" && !room.ReadOnly(r.host))),
		widgets.HMiddle(8, widgets.Grow(widgets.NewPara(13, widgets.Dim(
			voice.T("If something looks wrong, put everything that can be read into a new journal in the same folder. This one stays as it is.")))),
			widgets.NewSmallButton("health.salvage", widgets.Outlined, "", voice.T("Save what can be read"), func() { r.salvage(checker) }).
				SetEnabled(r.busy == "")))
}

func (r *Room) part(checker Checker, p health.Part) fyne.CanvasObject {
	key := "health." + string(p.Kind)
	rows := []fyne.CanvasObject{widgets.CardHead(p.Title, ""), widgets.NewPara(14, widgets.Plain(p.Says)).Lead(21)}
	for _, row := range p.Rows {
		rows = append(rows, widgets.NewRow(key+"."+strconv.FormatInt(int64(row.Note), 10), widgets.RowOneLine,
			widgets.Pad(4, 0, 4, 0, widgets.NewPara(14, widgets.Plain(row.Says))), func() { r.open(row.Note) }))
	}
	if p.Path != "" {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(p.Path)).Lead(19))
	}
	if button := r.way(checker, key, p); button != nil {
		rows = append(rows, widgets.Gap(2), widgets.HStack(8, button, widgets.Grow()))
	}
	return widgets.Card(4, rows...)
}

// way is the button of what can be done; nil for nothing.
func (r *Room) way(checker Checker, key string, p health.Part) fyne.CanvasObject {
	button := func(text string, do func()) fyne.CanvasObject {
		return widgets.NewSmallButton(key, widgets.Outlined, "", text, do).SetEnabled(r.busy == "")
	}
	switch {
	case room.ReadOnly(r.host):
		return nil
	case p.Way == health.Rebuild:
		return button(voice.T("Rebuild lists and search"), func() {
			r.do(voice.T("Rebuilding …"), checker.Rebuild, voice.T("Lists and search rebuilt"))
		})
	case p.Way == health.Keep:
		return button(voice.T("Keep as it is"), func() {
			r.do(voice.T("Saving …"), func() error {
				for _, f := range p.Found {
					if err := checker.Keep(f); err != nil {
						return err
					}
				}
				return nil
			}, "")
		})
	}
	return nil
}

// do does something that may take long, and shows what is found then.
func (r *Room) do(busy string, work func() error, say string) {
	if err := r.host.Draft().Flush(); err != nil {
		r.host.Show(err)
		return
	}
	r.busy = busy
	r.draw()
	r.host.Background(work, func(err error) {
		r.busy = ""
		r.draw()
		if err != nil {
			r.host.Show(err)
		} else if say != "" {
			r.host.Say(say)
		}
	})
}

func (r *Room) check(checker Checker) {
	r.do(voice.T("Checking …"), func() error {
		err := checker.CheckAnew()
		for more := err == nil; more; {
			more, err = checker.CheckSome()
		}
		return err
	}, "")
}

func (r *Room) salvage(checker Checker) {
	r.do(voice.T("Reading …"), func() error {
		found, err := checker.SaveReadable()
		if err == nil {
			r.said = &found
		}
		return err
	}, "")
}

// open shows a note.
func (r *Room) open(id notes.NoteID) {
	n, err := r.host.Journal().Note(id)
	if err != nil {
		r.host.Show(err)
		return
	}
	r.host.Go(room.Place{Screen: room.Notes, Person: n.Person, Note: id})
}
