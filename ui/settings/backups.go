package settings

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/voice"
	"handback/ui/carrying"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/protect"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Backer is a journal that is backed up.
type Backer interface {
	// OwnBackups are those beside the journal, newest first.
	OwnBackups() ([]backups.Backup, error)
	// NewBackupKey makes what seals backups in the second folder; it takes a second.
	NewBackupKey(passphrase string) (string, error)
	// UseSecondFolder marks a folder as the one that sealed backups go to.
	UseSecondFolder(folder string) (mark string, err error)
	// SecondBackups returns an error where that folder takes none now: backups.ErrOtherFolder where another is in its place.
	SecondBackups() (folder string, all []backups.Backup, err error)
}

// BackupTeller is a host that knows why the last backup couldn't be made, "" where it was.
type BackupTeller interface{ BackupTrouble() string }

// BackupPlanner is a host that knows whether the journal is backed up at all: the sample team isn't.
type BackupPlanner interface{ BacksUp() bool }

// backing is what the screen shows of backups.
type backing struct {
	most   int64
	folder string // the second one
	away   error  // why nothing can go there now
	wrong  error  // why the backups can't be listed
	all    []backups.Backup
	read   bool
	sought int // times that they were looked for
}

// readBackups reads how they are made; which there are is looked for off the UI goroutine.
func (r *Room) readBackups() error {
	j := r.host.Journal()
	most, err := j.Setting(backups.SettingMost)
	if err != nil {
		return err
	}
	r.backups.most = backups.MostOf(most)
	if r.backups.folder, err = j.Setting(backups.SettingFolder); err != nil {
		return err
	}
	backer, ok := j.(Backer)
	if !ok {
		return nil
	}
	r.backups.sought++
	sought := r.backups.sought
	var all []backups.Backup
	var away, wrong error
	r.host.Background(func() error {
		all, wrong = backer.OwnBackups()
		_, _, away = backer.SecondBackups()
		return nil
	}, func(error) {
		if sought != r.backups.sought || r.host.Journal() != j {
			return // a later answer is on its way
		}
		now, was := &r.backups, r.backups
		now.all, now.away, now.wrong, now.read = all, away, wrong, true
		if !was.read || !slices.Equal(all, was.all) || sayWrong(away) != sayWrong(was.away) || sayWrong(wrong) != sayWrong(was.wrong) {
			r.draw()
		}
	})
	return nil
}

func (r *Room) backupCard() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Backups"), "")}
	if _, ok := r.host.Journal().(Backer); !ok {
		return widgets.Card(4, append(rows, widgets.EmptyLine(voice.T("This journal isn't saved to a file.")))...)
	}
	if planner, ok := r.host.(BackupPlanner); ok && !planner.BacksUp() {
		says := voice.T("The sample team isn't backed up. Your own journal is, once you start it.")
		return widgets.Card(4, append(rows, widgets.EmptyLine(says))...)
	}
	rows = append(rows,
		widgets.NewPara(13, widgets.Dim(voice.T("Handback backs up your journal automatically after changes, at most once an hour. "+
			"It keeps one for each of the last 24 hours, 14 days and 12 months in which you wrote something. "+
			"The last 12 that you made yourself are kept too."))).Lead(19),
		widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(8,
			widgets.Grow(widgets.NewElided(14, widgets.Strong(r.sayBackups()))),
			widgets.NewSmallButton("settings.backups.see", widgets.Outlined, "", voice.T("See backups"), func() { r.host.Run("go.backups") }))))
	if room.ReadOnly(r.host) {
		return widgets.Card(4, rows...)
	}
	wrong := sayWrong(r.backups.wrong)
	if teller, ok := r.host.(BackupTeller); ok && wrong == "" && teller.BackupTrouble() != sayWrong(r.backups.away) {
		wrong = teller.BackupTrouble()
	}
	if wrong != "" {
		rows = append(rows, trouble(wrong))
	}
	rows = append(rows, widgets.Hairline(), r.backupSizes(), widgets.Hairline())
	return widgets.Card(4, append(rows, r.secondFolder()...)...)
}

func (r *Room) sayBackups() string {
	all := r.backups.all
	switch {
	case !r.backups.read:
		return voice.T("Looking for backups …")
	case r.backups.wrong != nil:
		return voice.T("Handback can't see your backups.")
	case len(all) == 0:
		return voice.T("No backups yet. Handback makes one soon after you write something.")
	}
	return voice.N(len(all), "{n} backup, {size}, made {when}", "{n} backups, {size}, the last one {when}",
		"size", backups.SaySize(backups.SizeOf(all)), "when", all[0].SayWhen(r.host.Now(), r.host.Locale()))
}

// backupSizes chooses how much room backups may take.
func (r *Room) backupSizes() fyne.CanvasObject {
	names := make([]string, len(backups.Sizes))
	for i, n := range backups.Sizes {
		names[i] = backups.SaySize(n)
	}
	choice := widgets.NewSegmented("settings.backups.most", names, slices.Index(backups.Sizes, r.backups.most), func(i int) {
		r.putBackup(backups.SettingMost, strconv.FormatInt(backups.Sizes[i], 10))
	})
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8,
		widgets.Grow(widgets.NewPara(13, widgets.Dim(
			voice.T("They can take up this much space. The oldest are deleted first. The newest one stays.")))),
		choice))
}

func (r *Room) putBackup(pairs ...string) {
	var c notes.Change
	for i := 0; i+1 < len(pairs); i += 2 {
		c.Rows = append(c.Rows, notes.PutSetting{Key: pairs[i], Value: pairs[i+1]})
	}
	_, _ = r.host.Apply(c, "") // an error has been shown
}

// secondFolder offers sealed backups in another folder.
func (r *Room) secondFolder() []fyne.CanvasObject {
	protected, _ := r.protection()
	if r.backups.folder == "" {
		says := voice.T("Handback can put protected backups in a second folder too, such as a synced one. " +
			"Only the passphrase that you choose opens them.")
		if protected {
			says = voice.T("Handback can put its protected backups in a second folder too, such as a synced one. " +
				"Each opens with the passphrase your journal has that day, or with its recovery key.")
		}
		return []fyne.CanvasObject{
			widgets.NewPara(13, widgets.Dim(says)).Lead(19),
			widgets.HStack(8,
				widgets.NewSmallButton("settings.backups.second", widgets.Outlined, "", voice.T("Choose a second folder"), r.askSecond).
					SetEnabled(!room.ReadOnly(r.host)),
				widgets.Grow()),
		}
	}
	says := voice.T("Protected backups go to this folder too. Only the passphrase that you chose for them opens them:")
	if protected {
		says = voice.T("Protected backups go to this folder too. Only your passphrase or your recovery key opens them:")
	}
	rows := []fyne.CanvasObject{
		widgets.NewPara(13, widgets.Dim(says)),
		widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(8,
			widgets.Grow(widgets.NewPara(14, widgets.Strong(r.backups.folder))),
			widgets.NewSmallButton("settings.backups.stop", widgets.Outlined, "", voice.T("Stop using this folder"), func() {
				r.putBackup(backups.SettingFolder, "", backups.SettingKey, "", backups.SettingMark, "")
				r.host.Say(voice.T("No more backups go there. The ones already there stay."))
			}).Ends())),
	}
	return append(rows, r.secondIsAway()...)
}

// sayWrong is what is wrong in a sentence, "" where nothing is.
func sayWrong(err error) string {
	if err == nil {
		return ""
	}
	return widgets.Sentence(err)
}

// secondIsAway says why nothing can go to the second folder now, and what can be done.
func (r *Room) secondIsAway() []fyne.CanvasObject {
	if r.backups.away == nil {
		return nil
	}
	buttons := []fyne.CanvasObject{
		widgets.NewSmallButton("settings.backups.look", widgets.Outlined, "", voice.T("Look again"), func() { r.host.Run("backup.now") }),
	}
	if errors.Is(r.backups.away, backups.ErrOtherFolder) {
		buttons = append(buttons,
			widgets.NewSmallButton("settings.backups.again", widgets.Outlined, "", voice.T("Use this folder again"), func() { r.useAgain() }))
	}
	return []fyne.CanvasObject{
		trouble(sayWrong(r.backups.away)),
		widgets.HStack(8, append(buttons, widgets.Grow())...),
	}
}

// trouble is a line that says what doesn't work now.
func trouble(says string) fyne.CanvasObject {
	return widgets.HMiddle(10, widgets.Icon("info", 18, look.C().Stuck), widgets.Grow(widgets.NewPara(13, widgets.Plain(says)).Lead(19)))
}

// useAgain takes the folder that is at the path of the second one now for it.
func (r *Room) useAgain() {
	if backer, ok := r.host.Journal().(Backer); ok {
		r.mark(backer, r.backups.folder, func() (string, error) { return r.host.Journal().Setting(backups.SettingKey) })
	}
}

// fieldFolder is the field for the second folder.
var fieldFolder = voice.T("Folder")

// askSecond asks for the second folder, and for a passphrase of its backups: those of a protected journal have its own.
func (r *Room) askSecond() {
	folder := widgets.NewTextField("backups.folder", fieldFolder, voice.T("Path of the folder"))
	fields := form.Fields{fieldFolder: folder}
	at := r.host.Window().Canvas()
	var d *widgets.Dialog
	parts := []fyne.CanvasObject{widgets.HMiddle(8, widgets.Grow(folder),
		widgets.NewSmallButton("backups.choose", widgets.Outlined, "", voice.T("Choose folder"),
			func() { carrying.ChooseFolder(r.host, folder) }))}
	var choose *protect.Chooser
	if protected, _ := r.protection(); !protected {
		choose = protect.NewChooser(voice.T("Nobody can open these backups without it, and nobody can reset it."),
			protect.OwnNames(r.host.People()), func() {
				if d != nil {
					d.Relayout()
				}
			})
		parts = append(parts, choose.Content, widgets.NewPara(13, widgets.Dim(
			voice.T("Write the passphrase down and keep it safe."))).Lead(19))
	}
	chosen, weak := "", false
	d = widgets.NewDialog(at, voice.T("Back up to a second folder"), voice.T("Use this folder"), func() (err error) {
		if err := fields.Refuse(checkFolder(room.FromHome(strings.TrimSpace(folder.Text())))); err != nil || choose == nil {
			return err
		}
		chosen, err = choose.Chosen()
		weak = err == nil && choose.Weak()
		return err
	}, parts...).Wide(620)
	d.OnClose = func(confirmed bool) {
		to := room.FromHome(strings.TrimSpace(folder.Text()))
		use := func() { r.useSecond(to, chosen) }
		if choose != nil {
			choose.Wipe()
		}
		switch {
		case confirmed && weak:
			protect.AskWeak(at, use, r.askSecond)
		case confirmed:
			use()
		}
	}
	d.Show(folder.Entry)
}

// checkFolder says what is wrong with a second folder.
func checkFolder(folder string) error {
	switch st, err := os.Stat(folder); {
	case !filepath.IsAbs(folder):
		return notes.Invalid{Field: fieldFolder, Why: voice.T("Enter the full path of a folder.")}
	case err != nil || !st.IsDir():
		return notes.Invalid{Field: fieldFolder, Why: voice.T("That folder doesn't exist. Check the path, or choose one.")}
	}
	return nil
}

// useSecond has backups go to a second folder too, sealed by a passphrase, or "" where they are sealed already.
func (r *Room) useSecond(folder, phrase string) {
	backer, ok := r.host.Journal().(Backer)
	if !ok {
		return
	}
	r.mark(backer, folder, func() (string, error) {
		if phrase == "" {
			return "", nil
		}
		return backer.NewBackupKey(phrase)
	})
}

// mark has backups go to a folder from now on, sealed by a key.
func (r *Room) mark(backer Backer, folder string, seals func() (key string, err error)) {
	journal, key, mark := r.host.Journal(), "", ""
	r.host.Background(func() (err error) {
		if key, err = seals(); err == nil {
			mark, err = backer.UseSecondFolder(folder)
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			r.host.Show(err)
		case r.host.Journal() == journal:
			r.putBackup(backups.SettingFolder, folder, backups.SettingKey, key, backups.SettingMark, mark)
			r.host.Run("backup.now")
		}
	})
}
