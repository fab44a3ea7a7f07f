// Package backups is the list of a journal's backups: each can be looked into, and put back in the place of the journal. It is shown
// with the journal open, and without one where it can't be opened.
package backups

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Keeper is what the shell does with backups. All but List replaces the room.
type Keeper interface {
	// List reads which there are, off the UI goroutine, and calls done.
	List(done func(backups.All, error))
	// LookInto opens a backup for reading, in the place of the journal.
	LookInto(b backups.Backup, secret notes.Secret, done func(error))
	// Restore puts a backup in the place of the journal, which is kept beside it.
	Restore(b backups.Backup, secret notes.Secret)
	// At is the backup in a file.
	At(path string) (backups.Backup, error)
	// DeleteOlder backs up what is there now, and deletes all other backups for good: n is how many.
	DeleteOlder(done func(n int, err error))
	// Delete deletes a backup, or another file that is listed, for good.
	Delete(b backups.Backup, done func(error))
	// Protected reports whether the journal, open or not, is a protected one.
	Protected() bool
	// Leave leads back where no journal is open; nil where one is.
	Leave() func()
}

// Room is the list.
type Room struct {
	host   room.Host
	keeper Keeper
	page   *widgets.Scroll
	all    backups.All
	read   bool
	first  fyne.Focusable
}

// New makes the room.
func New(host room.Host, keeper Keeper) *Room {
	return &Room{host: host, keeper: keeper, page: widgets.Page("backups", widgets.Gap(0))}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Reload implements room.Room.
func (r *Room) Reload() error {
	r.draw()
	r.keeper.List(func(all backups.All, err error) {
		if err != nil {
			all.Wrong = widgets.Sentence(err)
		}
		r.all, r.read = all, true
		r.draw()
		if r.host.Window().Canvas().Focused() == nil && r.first != nil {
			r.host.Window().Canvas().Focus(r.first)
		}
	})
	return nil
}

// Escape implements room.Escaper: without a journal it goes back to what was wrong with that.
func (r *Room) Escape() bool {
	leave := r.keeper.Leave()
	if leave != nil {
		leave()
	}
	return leave != nil
}

// Focus implements room.Focuser.
func (r *Room) Focus() fyne.Focusable { return r.first }

// Typed implements room.Typer: what is typed where nothing has the keyboard goes nowhere. Passphrases are asked for here, and one that
// is typed too soon would be shown by a search.
func (r *Room) Typed(rune) {}

func (r *Room) draw() {
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, widgets.VStack(16, r.parts()...))))
	})
}

func (r *Room) parts() []fyne.CanvasObject {
	r.first = nil
	buttons := []fyne.CanvasObject{
		widgets.NewButton("backups.file", widgets.Outlined, "open", voice.T("Choose another backup …"), r.askFile),
	}
	if leave := r.keeper.Leave(); leave != nil {
		back := widgets.NewButton("backups.leave", widgets.Outlined, "left", voice.T("Back"), leave)
		buttons = append(buttons, back)
		defer func() {
			if r.first == nil && r.read { // whoever comes here without a journal wants a backup, where there is one
				r.first = back
			}
		}()
	}
	parts := []fyne.CanvasObject{widgets.PageHead(voice.T("Backups"),
		voice.T("Look inside before you choose. The journal you have now is kept as a file."), buttons...)}
	if !r.read {
		return append(parts, widgets.Card(4, widgets.EmptyLine(voice.T("Looking for backups …"))))
	}
	parts = append(parts, r.own()...)
	if r.all.Wrong != "" && (r.all.Away == nil || r.all.Wrong != widgets.Sentence(r.all.Away)) { // above what there is
		parts = slices.Insert(parts, 1, fyne.CanvasObject(widgets.Card(4, widgets.HMiddle(10, widgets.Icon("info", 18, look.C().Stuck),
			widgets.Grow(widgets.NewPara(13, widgets.Plain(r.all.Wrong)).Lead(19))))))
	}
	switch second := voice.T("In the second folder"); {
	case r.all.Away != nil:
		parts = append(parts, widgets.Card(4, widgets.CardHead(second, ""),
			widgets.NewPara(13, widgets.Plain(widgets.Sentence(r.all.Away))).Lead(19)))
	case len(r.all.Second) > 0:
		parts = append(parts, r.card("second", second, r.all.Folder, r.all.Second))
	}
	if len(r.all.Aside) > 0 {
		parts = append(parts, r.card("aside", voice.T("Replaced by a backup"),
			voice.T("Each time you restore a backup, the journal you had just before is kept here."), r.all.Aside))
	}
	if len(r.all.Copies) > 0 {
		parts = append(parts, r.card("copies", voice.T("Other copies of your journal"),
			voice.T("Handback made these before it changed something. Delete them once you don't need them."), r.all.Copies))
	}
	if len(r.all.Own)+len(r.all.Second) > 0 && !r.looking() {
		parts = append(parts, widgets.HStack(8,
			widgets.NewSmallButton("backups.delete", widgets.Quiet, "trash", voice.T("Delete older backups …"), r.askDelete), widgets.Grow()))
	}
	return parts
}

// own are the backups beside the journal, or what is to be said and done where there are none.
func (r *Room) own() []fyne.CanvasObject {
	if len(r.all.Own) > 0 {
		return []fyne.CanvasObject{r.card("own", voice.T("On this computer"), "", r.all.Own)}
	}
	var empty []fyne.CanvasObject
	if r.all.Wrong == "" {
		empty = append(empty, widgets.EmptyLine(voice.T("No backups yet. Handback makes one soon after you write something.")))
	}
	if !r.looking() {
		now := widgets.NewSmallButton("backups.now", widgets.Outlined, "", voice.T("Back up now"), func() { r.host.Run("backup.now") })
		empty = append(empty, widgets.HStack(0, now, widgets.Grow()))
	}
	if len(empty) == 0 {
		return nil
	}
	return []fyne.CanvasObject{widgets.Card(4, empty...)}
}

// looking reports whether nothing of the journal can be changed now.
func (r *Room) looking() bool { return r.host.Journal() == nil || room.ReadOnly(r.host) }

func (r *Room) card(key, title, says string, all []backups.Backup) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(title, backups.SaySize(backups.SizeOf(all)))}
	if says != "" {
		rows = append(rows, widgets.NewPara(12, widgets.Dim(says)).Lead(17))
	}
	for i, b := range all {
		newest := i == 0 && b.Copy == backups.NoCopy
		rows = append(rows, r.row(key, b, !newest && !r.looking()))
	}
	return widgets.Card(0, rows...)
}

// row is a backup; the newest one of a folder can't be deleted here.
func (r *Room) row(key string, b backups.Backup, goes bool) fyne.CanvasObject {
	key = "backups." + key + "." + strconv.FormatInt(b.Number, 10)
	parts := []fyne.CanvasObject{widgets.Grow(widgets.VStack(0,
		widgets.NewElided(14, widgets.Strong(b.SayMade(r.host.Now(), r.host.Locale()))),
		widgets.NewElided(12, widgets.Dim(b.SayCounts(r.host.Today())))))}
	if b.Copy != backups.LogAlone {
		look := widgets.NewSmallButton(key+".look", widgets.Quiet, "", voice.T("Look inside"), func() { r.look(b) })
		back := widgets.NewSmallButton(key+".restore", widgets.Outlined, "restore", voice.T("Restore …"), func() { r.ask(b) })
		if r.first == nil {
			r.first = back
		}
		parts = append(parts, look, back)
	}
	switch {
	case !goes && !r.looking(): // in line with the others
		parts = append(parts, widgets.Width(24, widgets.Gap(0)))
	case goes:
		gone := widgets.NewSmallButton(key+".delete", widgets.Quiet, "trash", "", func() { r.askDeleteOne(b) })
		parts = append(parts, widgets.WithTip(gone, voice.T("Delete for good"), ""))
	}
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8, parts...))
}

// fieldPassphrase is the field for what opens a sealed backup.
var fieldPassphrase = voice.T("Passphrase or recovery key")

func passphraseField() (*widgets.SecretField, form.Fields) {
	field := widgets.NewSecretField("backups/passphrase", fieldPassphrase, "")
	return field, form.Fields{fieldPassphrase: field}
}

func (r *Room) look(b backups.Backup) {
	if !b.Sealed {
		r.keeper.LookInto(b, notes.Secret{}, func(error) {})
		return
	}
	field, fields := passphraseField()
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Open a protected backup"), voice.T("Open backup"), func() error {
		if field.Text() == "" {
			return fields.Refuse(noPassphrase)
		}
		return nil
	}, widgets.NewPara(14, widgets.Plain(sealedSays)).Lead(20), field.Content)
	d.OnClose = func(confirmed bool) {
		if confirmed {
			r.keeper.LookInto(b, notes.SecretOf(field.Text()), func(error) {})
		}
	}
	d.Show(field.Entry)
}

var (
	sealedSays = voice.T("This backup is protected. Type the passphrase that you used for your journal or backups that day. " +
		"A protected journal's recovery key works too.")
	noPassphrase = notes.Invalid{Field: fieldPassphrase, Why: voice.T("Type the passphrase you had that day, or the recovery key.")}
)

// ask asks before a backup takes the place of the journal.
func (r *Room) ask(b backups.Backup) {
	parts := []fyne.CanvasObject{
		widgets.NewPara(14, widgets.Strong(b.SayCounts(r.host.Today()))).Lead(20),
		widgets.NewPara(14, widgets.Plain(voice.T(
			"Your journal will be as it was then. The one you have now is kept as a file in the same folder, so you can go back."))).Lead(20),
	}
	if !b.Sealed && r.keeper.Protected() {
		parts = append(parts, widgets.NewPara(14, widgets.Strong(voice.T("This backup is from before you protected your journal. "+
			"Anyone with this disk can read it, and your journal too once it's restored."))).Lead(20))
	}
	at, keep := r.host.Window().Canvas(), voice.T("Keep my journal")
	title := voice.T("Restore the backup from {when}?", "when", b.SayWhen(r.host.Now(), r.host.Locale()))
	if b.Copy != backups.NoCopy {
		title = voice.T("Restore your journal from {when}?", "when", b.SayWhen(r.host.Now(), r.host.Locale()))
	}
	if !b.Sealed {
		d := widgets.NewDanger(at, title, keep, voice.T("Restore backup"), func() error { return nil }, parts...)
		d.OnClose = func(confirmed bool) { // what comes next may show a dialog of its own
			if confirmed {
				r.keeper.Restore(b, notes.Secret{})
			}
		}
		d.Show(nil)
		return
	}
	// To type what opens it is to confirm it: so the focus is there, and Return goes on.
	field, fields := passphraseField()
	parts = append(parts, widgets.NewPara(14, widgets.Plain(sealedSays)).Lead(20), field.Content)
	d := widgets.NewDialog(at, title, voice.T("Restore backup"), func() error {
		if field.Text() == "" {
			return fields.Refuse(noPassphrase)
		}
		return nil
	}, parts...)
	d.SetCancel(keep)
	d.OnClose = func(confirmed bool) {
		if confirmed {
			r.keeper.Restore(b, notes.SecretOf(field.Text()))
		}
	}
	d.Show(field.Entry)
}

// askFile asks for a backup that lies elsewhere.
func (r *Room) askFile() {
	field := widgets.NewTextField("backups/path", fieldPath, voice.T("e.g. ~/Cloud/journal-ab12cd.backups/2026-11-26-1403-000007.zip"))
	fields := form.Fields{fieldPath: field}
	var found backups.Backup
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Choose a backup"), voice.T("Use this backup"), func() (err error) {
		path := room.FromHome(strings.TrimSpace(field.Text()))
		if path == "" {
			return fields.Refuse(notes.Invalid{Field: fieldPath, Why: voice.T("Type the path of the backup file.")})
		}
		if found, err = r.keeper.At(path); err != nil {
			return fields.Refuse(notes.Invalid{Field: fieldPath, Why: widgets.Sentence(err)})
		}
		return nil
	}, field).Wide(620)
	d.OnClose = func(confirmed bool) {
		if confirmed {
			r.ask(found)
		}
	}
	d.Show(field.Entry)
}

// fieldPath is the field in which the path of a backup is typed.
var fieldPath = voice.T("Where is it?")

// askDeleteOne asks before one of the files that are listed is deleted.
func (r *Room) askDeleteOne(b backups.Backup) {
	title, says := voice.T("Delete this backup?"), voice.T("Your journal and your other backups stay. You can't undo this.")
	if b.Copy != backups.NoCopy {
		title, says = voice.T("Delete this copy of your journal?"), voice.T("Your journal and your backups stay. You can't undo this.")
	}
	d := widgets.NewDanger(r.host.Window().Canvas(), title, voice.T("Keep it"), voice.T("Delete for good"), func() error { return nil },
		widgets.NewPara(14, widgets.Strong(b.SayMade(r.host.Now(), r.host.Locale()))).Lead(20),
		widgets.NewPara(14, widgets.Plain(b.SayCounts(r.host.Today()))).Lead(20),
		widgets.NewPara(13, widgets.Dim(b.Path)).Lead(19),
		widgets.NewPara(14, widgets.Plain(says)).Lead(20))
	d.OnClose = func(confirmed bool) {
		if !confirmed {
			return
		}
		r.keeper.Delete(b, func(err error) {
			switch {
			case err != nil:
				r.host.Show(err)
			case b.Copy != backups.NoCopy:
				r.host.Say(voice.T("Copy deleted"))
			default:
				r.host.Say(voice.N(1, "{n} backup deleted", "{n} backups deleted"))
			}
			r.host.Show(r.Reload())
		})
	}
	d.Show(nil)
}

func (r *Room) askDelete() {
	n := len(r.all.Own) + len(r.all.Second)
	d := widgets.NewDanger(r.host.Window().Canvas(), voice.T("Delete older backups?"), voice.T("Keep them"), voice.T("Delete backups"),
		func() error { return nil },
		widgets.NewPara(14, widgets.Plain(voice.N(n, "What's in your journal now is backed up first. Then {n} older backup is deleted for good.",
			"What's in your journal now is backed up first. Then up to {n} older backups are deleted for good."))).Lead(20),
		widgets.NewPara(14, widgets.Plain(
			voice.T("You also won't be able to get back what you've deleted or changed since then. You can't undo this."))).Lead(20))
	d.OnClose = func(confirmed bool) {
		if !confirmed {
			return
		}
		r.keeper.DeleteOlder(func(n int, err error) {
			if err != nil {
				r.host.Show(err)
			}
			if err == nil || n > 0 {
				r.host.Say(voice.N(n, "{n} backup deleted", "{n} backups deleted"))
			}
			r.host.Show(r.Reload())
		})
	}
	d.Show(nil)
}
