// Package settings is the Settings screen: people, words for labels, how it looks, which questions are asked, and the data.
package settings

import (
	"cmp"
	"maps"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/calendar"
	"handback/notes/reminders"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// The keys under which the journal keeps how the window looks. The shell reads them on the command "look.apply".
const (
	keyTheme  = "look.theme"
	keyScale  = "look.scale"
	keyMotion = "look.motion"
)

// The parts of the screen, as a Place names them.
const (
	PartPeople  = "people"
	PartLook    = "look"
	PartPrompts = "questions"
	PartData    = "data"
	// PartBackups is how backups are made.
	PartBackups = "backups"
	// PartTemplates are the texts to begin a one-on-one with.
	PartTemplates = "templates"
	PartDaysOff   = "daysoff"
	// PartWords are the words for labels.
	PartWords = "words"
	// PartCalendar is where one-on-ones come from a calendar.
	PartCalendar = "calendar"
	// PartProtect is where the journal gets a passphrase.
	PartProtect = "protect"
	// PartWhere is where the journal is.
	PartWhere = "where"
)

// Part is a part of the screen: as a Place names it, as it is headed, and as it is found where something else has that name.
type Part struct{ Part, Title, Found string }

// Name is what a part is found by.
func (p Part) Name() string { return cmp.Or(p.Found, p.Title) }

// Parts are all of them, in the order of the screen.
func Parts() []Part {
	return []Part{
		{Part: PartPeople, Title: voice.T("People")},
		{Part: PartDaysOff, Title: voice.T("Your days off")},
		{Part: PartCalendar, Title: voice.T("Calendar")},
		{Part: PartAtHand, Title: voice.T("Reminders and tray")},
		{Part: PartTemplates, Title: voice.T("Templates for one-on-ones")},
		{Part: PartWords, Title: voice.T("Your words for labels")},
		{Part: PartLook, Title: voice.T("Appearance")},
		{Part: PartPrompts, Title: voice.T("Questions you turned off")},
		{Part: PartProtect, Title: voice.T("Protection")},
		{Part: PartBackups, Title: voice.T("Backups"), Found: voice.T("How backups are made")},
		{Part: PartWhere, Title: voice.T("Where your journal is")},
		{Part: PartData, Title: voice.T("Your data")},
	}
}

// Keeper is what a journal on a disk knows beside what it holds.
type Keeper interface {
	// Path is the journal's file.
	Path() string
	// Rebuild files every note anew.
	Rebuild() error
}

// Room is the Settings screen.
type Room struct {
	taken        []archive.Taken // archives that can be taken back
	host         room.Host
	page         *widgets.Scroll
	part         string // to be brought into view once drawn
	parts        map[string]fyne.CanvasObject
	body, beside *fyne.Container // what holds them, and that with the list of contents
	shown        []Part          // those that are on the page, in its order
	list         *widgets.Contents
	led          led // where the list of contents led last

	theme, scale, motion string
	off                  notes.DaysOff
	mutes                []notes.PromptMute
	formed               []notes.Template
	words                *notes.LabelWords
	rebuilding           bool
	kept                 string // the folder that is kept up to date
	calendarPath         string
	lockAfter            int  // minutes; 0 is never
	unseen               bool // nobody has seen the recovery key
	keychain             bool // the system's keychain keeps the key
	plainCopies          bool // some that anybody can read lie beside the protected journal
	backups              backing
	where                notes.Whereabouts
	conflicts            []notes.ConflictCopy
	reminders            reminders.Wants
	noTray               bool // the desktop was asked, and shows none
}

// New makes the screen.
func New(host room.Host, place room.Place) room.Room {
	r := &Room{host: host, part: place.Part, page: widgets.Page("settings", widgets.Gap(0))}
	r.page.OnPut = r.follow
	return r
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Typed implements room.Typer: what is typed where nothing has the keyboard goes nowhere. Passphrases are asked for here, and one that
// is typed too soon would be shown by a search.
func (r *Room) Typed(rune) {}

// readSettings reads what was set.
func (r *Room) readSettings() error {
	for _, s := range []struct {
		key  string
		read func(value string)
	}{
		{keyTheme, func(v string) { r.theme = v }},
		{keyScale, func(v string) { r.scale = v }},
		{keyMotion, func(v string) { r.motion = v }},
		{KeptFolder, func(v string) { r.kept = v }},
		{notes.SettingDaysOff, func(v string) { r.off = notes.ReadDaysOff(v) }},
		{notes.SettingLabelWords, func(v string) { r.words = notes.ReadLabelWords(v) }},
		{calendar.KeyPath, func(v string) { r.calendarPath = v }},
		{reminders.KeyWants, func(v string) { r.reminders = reminders.Read(v) }},
		{KeyUnseen, func(v string) { r.unseen = v != "" }},
		{KeyLockAfter, func(v string) { r.lockAfter = ReadLockAfter(v) }},
	} {
		value, err := r.host.Journal().Setting(s.key)
		if err != nil {
			return err
		}
		s.read(value)
	}
	return nil
}

// Reload implements room.Room.
func (r *Room) Reload() (err error) {
	if err := r.readSettings(); err != nil {
		return err
	}
	if err := r.readTaken(); err != nil {
		return err
	}
	j := r.host.Journal()
	if r.mutes, err = j.Mutes(); err != nil {
		return err
	}
	if r.formed, err = j.Templates(); err != nil {
		return err
	}
	r.askGuard()
	r.askTray()
	if err := r.readBackups(); err != nil {
		return err
	}
	if err := r.lookAround(); err != nil {
		return err
	}
	r.draw()
	return nil
}

func (r *Room) draw() {
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.parts = map[string]fyne.CanvasObject{
			PartPeople: r.people(), PartLook: r.look(), PartPrompts: r.prompts(), PartData: r.data(),
			PartBackups:   r.backupCard(),
			PartTemplates: r.templates(), PartDaysOff: r.daysOff(), PartWords: r.labelWords(), PartCalendar: r.calendar(),
			PartWhere: r.lies(), PartAtHand: r.atHand(),
		}
		if protect := r.protect(); protect != nil {
			r.parts[PartProtect] = protect
		}
		if room.ReadOnly(r.host) { // nothing can be chosen; what leads somewhere, or lets something out, stays
			maps.DeleteFunc(r.parts, func(part string, _ fyne.CanvasObject) bool {
				return part != PartBackups && part != PartWhere && part != PartData
			})
		}
		cards := []fyne.CanvasObject{}
		r.shown = nil
		for _, p := range Parts() {
			if card := r.parts[p.Part]; card != nil {
				cards, r.shown = append(cards, card), append(r.shown, p)
			}
		}
		head := widgets.PageHead(voice.T("Settings"), voice.T("Everything is kept in your journal, on this computer."))
		r.body = widgets.VStack(16, cards...)
		r.beside = widgets.ColumnsOrStack(listWide+24+bodyLeast, 24, []float32{listWide, 1}, r.contents(), r.body)
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(listWide+24+820, widgets.VStack(16, head, r.beside))))
	})
	if r.parts[r.part] != nil && r.page.Size().Height > 0 {
		r.show(r.part)
		r.part = ""
	}
}

// show scrolls to a part, less what is left free above the page; the driver knows no place before it has drawn.
func (r *Room) show(part string) { r.page.ScrollTo(r.top(part)) }

// top is where a part begins on the page.
func (r *Room) top(part string) float32 {
	return r.beside.Position().Y + r.body.Position().Y + r.parts[part].Position().Y
}

// led is a part that one was led to, and how far the page was scrolled then.
type led struct {
	part string
	at   float32
}

// follow marks in the list of contents which part is in view: the one that one was led to, since the last ones may be too short
// to be scrolled to the top, else the one that stands at the top of the view, at the end the last one.
func (r *Room) follow() {
	if r.list == nil || len(r.shown) == 0 {
		return
	}
	offset, view, here := r.page.Offset(), r.page.Size().Height, 0
	for i, p := range r.shown {
		if r.top(p.Part) <= offset+32 {
			here = i
		}
		if r.led == (led{p.Part, offset}) {
			here = i
			break
		}
	}
	if r.led.at != offset && offset > 0 && r.page.AtEnd() {
		here = len(r.shown) - 1
	}
	r.list.Follow(here, offset-r.beside.Position().Y, view)
}

// The list of contents: how wide it is beside the page, and how wide the page has to be then, before scaling.
const (
	listWide  = 200
	bodyLeast = 560
)

// contents lead to the parts: one below the other beside the page, in rows above it. From there the keyboard goes on in the
// part.
func (r *Room) contents() fyne.CanvasObject {
	var names []string
	for _, p := range r.shown {
		names = append(names, p.Title)
	}
	r.list = widgets.NewContents("settings.contents", listWide, names, func(i int) {
		part := r.shown[i].Part
		r.show(part)
		r.led = led{part, r.page.Offset()}
		r.follow()
		if stops := widgets.Stops(r.parts[part]); len(stops) > 0 && !r.list.Pointed() {
			r.host.Window().Canvas().Focus(stops[0])
		}
	})
	return r.list
}

// put keeps settings and makes the window look like them.
func (r *Room) put(key, value string) {
	if _, err := r.host.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: key, Value: value}}}, ""); err == nil {
		r.host.Run("look.apply")
	}
}
