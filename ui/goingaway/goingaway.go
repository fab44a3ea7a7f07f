// Package goingaway is the walk of a manager who leaves the company: packs for whoever comes next, their own notes, what stays in
// backups, and the journal itself, which is deleted. Each step can be done on another day, and none does anything by itself.
package goingaway

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/backups"
	"handback/notes/goingaway"
	"handback/notes/handover"
	"handback/notes/voice"
	"handback/ui/carrying"
	"handback/ui/form"
	pack "handback/ui/handover"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/saveas"
	"handback/ui/widgets"
)

// Destroyer closes the journal and deletes it for good. The shell does it: no room outlives its journal.
type Destroyer interface {
	DestroyJournal() error
}

// Room is the walk.
type Room struct {
	host      room.Host
	destroyer Destroyer
	page      *widgets.Scroll
	done      goingaway.Done
	packs     map[notes.PersonID]handover.Kept
	copies    []string // files beside the journal that look like copies of it
	stay      []string // those of them that don't go with it
	kept      string   // the folder that is kept up to date, "" for none
	second    string   // folder of backups
	out       []string // where the journal was written to
}

// New makes the walk.
func New(host room.Host, destroyer Destroyer) *Room {
	return &Room{host: host, destroyer: destroyer, page: widgets.Page("goingaway", widgets.Gap(0))}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Reload implements room.Room.
func (r *Room) Reload() error {
	journal := r.host.Journal()
	kept, err := journal.Setting(goingaway.Setting)
	if err != nil {
		return err
	}
	r.done, r.packs = goingaway.ReadDone(kept), map[notes.PersonID]handover.Kept{}
	for _, p := range r.reports() {
		text, err := journal.Setting(handover.Key(p))
		if err != nil {
			return err
		}
		r.packs[p.ID] = handover.ReadKept(text)
	}
	if r.copies, err = journal.Copies(); err != nil {
		return err
	}
	if keeper, ok := journal.(backups.Keeper); ok {
		all, err := keeper.AllBackups()
		if err != nil {
			return err
		}
		r.stay = all.Stay(r.copies)
	}
	if r.kept, err = journal.Setting(notes.SettingKeptFolder); err != nil {
		return err
	}
	if r.second, err = journal.Setting(backups.SettingFolder); err != nil {
		return err
	}
	if r.out, err = carrying.StillOut(r.host, append(r.copies, r.kept)...); err != nil {
		return err
	}
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, widgets.VStack(16, r.draw()...))))
	})
	return nil
}

func (r *Room) reports() []notes.Person {
	var out []notes.Person
	for _, p := range r.host.People() {
		if p.OnTeam() {
			out = append(out, p)
		}
	}
	return out
}

func (r *Room) draw() []fyne.CanvasObject {
	head := widgets.PageHead(voice.T("Leaving the company"),
		voice.T("Four steps, in your own time. Nothing is deleted until you confirm it."))
	return []fyne.CanvasObject{head, r.handOver(), r.takeAlong(), r.remains(), r.delete()}
}

// step is the card of a step, with its tick.
func (r *Room) step(step goingaway.Step, title string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	var right []fyne.CanvasObject
	switch on := r.done[step]; {
	case on != "":
		right = append(right, widgets.Chip("check", voice.T("done {day}", "day", notes.SayDate(on, r.host.Today())), look.C().Primary))
		if !room.ReadOnly(r.host) {
			right = append(right, widgets.NewSmallButton("goingaway.undone."+string(step), widgets.Quiet, "", voice.T("Mark as not done"), func() {
				r.tick(step, false)
			}))
		}
	case step != goingaway.Delete && !room.ReadOnly(r.host):
		right = append(right, widgets.NewSmallButton("goingaway.done."+string(step), widgets.Outlined, "check", voice.T("Mark as done"), func() {
			r.tick(step, true)
		}))
	}
	return widgets.Card(4, append([]fyne.CanvasObject{widgets.CardHead(title, "", right...)}, parts...)...)
}

func (r *Room) tick(step goingaway.Step, done bool) {
	say := voice.T("Marked as done")
	if !done {
		say = voice.T("Marked as not done")
	}
	_, _ = r.host.Apply(r.done.Tick(step, done, r.host.Today()), say) // an error has been shown
}

func para(says string) fyne.CanvasObject { return widgets.NewPara(14, widgets.Plain(says)).Lead(21) }

func (r *Room) handOver() fyne.CanvasObject {
	parts := []fyne.CanvasObject{para(voice.T("Make a pack for each person's next manager. Each person reads theirs first."))}
	for _, p := range r.reports() {
		state := handover.Pack{Person: p, Today: r.host.Today(), Kept: r.packs[p.ID]}.SayState()
		open := widgets.NewSmallButton("goingaway.pack."+strconv.FormatInt(int64(p.ID), 10), widgets.Outlined, "page",
			voice.T("Open handover pack"), func() { pack.Show(r.host, p.ID) })
		parts = append(parts, widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(12,
			widgets.Disc(p.Name, p.UID, 34),
			widgets.Grow(widgets.VStack(0, widgets.NewElided(14, widgets.Plain(p.Name)), widgets.NewElided(12, widgets.Dim(state)))),
			open)))
	}
	if len(r.reports()) == 0 {
		parts = append(parts, widgets.EmptyLine(voice.T("Nobody reports to you, so there's nothing to hand over.")))
	}
	return r.step(goingaway.Packs, voice.T("1. Hand over"), parts...)
}

// takeAlong saves what is the manager's own, as an archive that another journal takes in, or as a document. Notes about others
// aren't the manager's to take.
func (r *Room) takeAlong() fyne.CanvasObject {
	open := widgets.NewSmallButton("goingaway.mine", widgets.Outlined, "book", voice.T("Open my own notes"), func() {
		r.host.Go(room.Place{Screen: room.TheirFile, Person: r.host.Me().ID})
	})
	buttons := []fyne.CanvasObject{open, widgets.Grow()}
	if j, ok := r.host.Journal().(Taker); ok {
		save := widgets.NewSmallButton("goingaway.archive", widgets.Outlined, "", voice.T("Save my archive"), func() { r.askArchive(j) })
		buttons = append([]fyne.CanvasObject{save}, buttons...)
	}
	return r.step(goingaway.Mine, voice.T("2. Take what's yours"),
		para(voice.T("Your own notes, your growth goals and your templates are yours. Notes about others stay with the company or are deleted.")),
		widgets.HStack(8, buttons...))
}

// Taker is a journal of which the manager's own part leaves as a folder of text.
type Taker interface {
	ExportMine(folder string, progress archive.Progress) (goingaway.Taken, error)
}

// askArchive asks for a folder and writes what is the manager's own there.
func (r *Room) askArchive(j Taker) {
	carrying.AskFolder(r.host, voice.T("Save my archive"), voice.T("Save"), carrying.OfferedFolder(), func(folder string) {
		if err := r.host.Draft().Flush(); err != nil {
			r.host.Show(err)
			return
		}
		var taken goingaway.Taken
		carrying.Work(r.host, voice.T("Saving …"), func(progress archive.Progress) (err error) {
			taken, err = j.ExportMine(folder, progress)
			return err
		}, func() { r.tellTaken(taken, folder) })
	}, voice.T("You can import this folder into a new journal. "+
		"It has your own notes with their earlier versions, your goals and your templates."),
		voice.T("Lines that name other people stay here. "+
			"Read what you saved before you take it: it may have names of customers and projects in it."),
		carrying.AnyoneCanRead)
}

func (r *Room) tellTaken(taken goingaway.Taken, folder string) {
	says := voice.N(taken.Notes, "{n} note of yours is in this folder:", "{n} notes of yours are in this folder:")
	if taken.Notes == 0 {
		says = voice.T("You have no notes of your own. Everything else that's yours is in this folder:")
	}
	parts := []fyne.CanvasObject{
		para(says),
		widgets.NewPara(13, widgets.Strong(folder)).Lead(19),
	}
	if n := taken.Lines; n > 0 {
		parts = append(parts, para(voice.N(n, "{n} line stays here because it, or the line it belongs to, names someone else.",
			"{n} lines stay here because they, or the lines they belong to, name someone else.")))
	}
	if n := taken.Rows; n > 0 {
		parts = append(parts, para(voice.N(n, "{n} entry outside your notes stays here for the same reason.",
			"{n} entries outside your notes stay here for the same reason.")))
	}
	widgets.NewDialog(r.host.Window().Canvas(), voice.T("Archive saved"), "", nil, parts...).Wide(560).Show(nil)
}

func (r *Room) remains() fyne.CanvasObject {
	parts := []fyne.CanvasObject{para(voice.T("Handback can't reach these. Delete them where they are:"))}
	for _, says := range []string{
		voice.T("Your computer's own backups, and older versions in Dropbox, OneDrive and the like."),
		voice.T("Files that you saved, exported, printed or gave to others."),
	} {
		parts = append(parts, widgets.NewPara(14, widgets.Plain(voice.T("• {what}", "what", says))).Lead(21))
	}
	if folder := saveas.LastFolder(r.host); folder != "" {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(voice.T("You last saved a file to {folder}", "folder", folder))).Lead(19))
	}
	if len(r.out) > 0 {
		parts = append(parts, para(voice.T("You exported your journal, or saved a copy of it, here:")))
		for _, path := range r.out {
			parts = append(parts, widgets.NewPara(13, widgets.Strong(path)).Lead(19))
		}
	}
	if r.kept != "" {
		parts = append(parts, para(voice.T("The whole journal is in this folder as text. It stays when you delete the journal:")),
			widgets.NewPara(13, widgets.Strong(r.kept)).Lead(19))
	}
	if r.second != "" {
		parts = append(parts, para(voice.T("The protected backups in your second folder stay until you delete them:")),
			widgets.NewPara(13, widgets.Strong(r.second)).Lead(19))
	}
	for _, path := range r.stay {
		parts = append(parts, widgets.NewPara(13, widgets.Strong(path)).Lead(19))
	}
	return r.step(goingaway.Copies, voice.T("3. Check backups and copies"), parts...)
}

func (r *Room) delete() fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		para(voice.T("Everything goes: people, notes, goals, the trash, earlier versions, " +
			"and the backups and older copies next to the journal.")),
		para(honest),
	}
	if room.ReadOnly(r.host) {
		says := voice.T("This journal is read-only, so it can't be deleted here.")
		return r.step(goingaway.Delete, lastTitle, append(parts, widgets.NewPara(14, widgets.Dim(says)).Lead(20))...)
	}
	parts = append(parts, widgets.HStack(0,
		widgets.NewSmallButton("goingaway.delete", widgets.Outlined, "trash", voice.T("Delete this journal …"), r.ask), widgets.Grow()))
	return r.step(goingaway.Delete, lastTitle, parts...)
}

var (
	lastTitle = voice.T("4. Delete the journal")
	// honest is what a program can't promise.
	honest = voice.T("Handback overwrites the file before deleting it. SSDs and disk snapshots may keep older contents for a while.")
)

// fieldFile is the field in which the name of the file is typed.
var fieldFile = voice.T("Name of the file")

// ask asks for the name of the file and deletes it.
func (r *Room) ask() {
	keeper, ok := r.host.Journal().(interface{ Path() string })
	if !ok {
		r.host.Say(voice.T("This journal isn't saved to a file."))
		return
	}
	file := filepath.Base(keeper.Path())
	typed := widgets.NewTextField("goingaway/file", fieldFile, file)
	fields := form.Fields{fieldFile: typed}
	parts := []fyne.CanvasObject{
		para(voice.T("This file will be deleted for good, along with its backups and the copies Handback made of it. You can't undo this.")),
		widgets.NewPara(13, widgets.Strong(keeper.Path())).Lead(19),
	}
	if open := r.done.Open(); open > 0 {
		parts = append(parts, para(voice.N(open, "{n} earlier step isn't done yet.", "{n} earlier steps aren't done yet.")))
	}
	parts = append(parts, para(voice.T("Type the name of the file to confirm: {name}", "name", file)), typed)
	widgets.NewDanger(r.host.Window().Canvas(), voice.T("Delete the whole journal?"), voice.T("Keep the journal"),
		voice.T("Delete the journal"), func() error {
			if strings.TrimSpace(typed.Text()) != file {
				return fields.Refuse(notes.Invalid{Field: fieldFile, Why: voice.T("That isn't the name. Type: {name}", "name", file)})
			}
			return r.destroyer.DestroyJournal()
		}, parts...).Wide(560).Show(typed.Entry)
}
