// Package settings is the Settings screen: people, words for labels, how it looks, which questions are asked, and the data.
package settings

import (
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

// Part is a part of the screen: as a Place names it, and as it is headed.
type Part struct{ Part, Title string }

// Parts are all of them, in the order of the screen.
func Parts() []Part {
	return []Part{
		{PartPeople, voice.T("People")},
		{PartDaysOff, voice.T("Your days off")},
		{PartCalendar, voice.T("Calendar")},
		{PartAtHand, voice.T("Reminders and tray")},
		{PartTemplates, voice.T("Templates for one-on-ones")},
		{PartWords, voice.T("Your words for labels")},
		{PartLook, voice.T("Appearance")},
		{PartPrompts, voice.T("Questions you turned off")},
		{PartProtect, voice.T("Protection")},
		{PartBackups, voice.T("Backups")},
		{PartWhere, voice.T("Where your journal is")},
		{PartData, voice.T("Your data")},
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
	return &Room{host: host, part: place.Part, page: widgets.Page("settings", widgets.Gap(0))}
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
		var shown []Part
		for _, p := range Parts() {
			if card := r.parts[p.Part]; card != nil {
				cards, shown = append(cards, card), append(shown, p)
			}
		}
		head := widgets.PageHead(voice.T("Settings"), voice.T("Everything is kept in your journal, on this computer."))
		r.body = widgets.VStack(16, cards...)
		r.beside = widgets.ColumnsOrStack(listWide+24+bodyLeast, 24, []float32{listWide, 1}, r.contents(shown), r.body)
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(listWide+24+820, widgets.VStack(16, head, r.beside))))
	})
	if r.parts[r.part] != nil && r.page.Size().Height > 0 {
		r.show(r.part)
		r.part = ""
	}
}

// show scrolls to a part, less what is left free above the page; the driver knows no place before it has drawn.
func (r *Room) show(part string) {
	r.page.ScrollTo(r.beside.Position().Y + r.body.Position().Y + r.parts[part].Position().Y)
}

// The list of contents: how wide it is beside the page, and how wide the page has to be then, before scaling.
const (
	listWide  = 200
	bodyLeast = 560
)

// contents lead to the parts: one below the other beside the page, in rows above it. From there the keyboard goes on in the
// part.
func (r *Room) contents(parts []Part) fyne.CanvasObject {
	var names []string
	for _, p := range parts {
		names = append(names, p.Title)
	}
	var list *widgets.Contents
	list = widgets.NewContents("settings.contents", listWide, names, func(i int) {
		part := parts[i].Part
		r.show(part)
		if stops := widgets.Stops(r.parts[part]); len(stops) > 0 && !list.Pointed() {
			r.host.Window().Canvas().Focus(stops[0])
		}
	})
	return list
}

// put keeps settings and makes the window look like them.
func (r *Room) put(key, value string) {
	if _, err := r.host.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: key, Value: value}}}, ""); err == nil {
		r.host.Run("look.apply")
	}
}
