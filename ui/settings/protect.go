package settings

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// Guard is a window that knows of protected journals.
type Guard interface {
	// Protection reports whether the journal that is open is protected, and whether it could be.
	Protection() (protected, possible bool)
	// HasKeychain makes the question whether the system's keychain keeps the key. It may take a while.
	HasKeychain() func() bool
	// PlainCopies makes the question whether copies of the protected journal lie beside it that anybody can read. It may take a while.
	PlainCopies() func() bool
}

// KeyLockAfter is the setting of how many minutes nobody must have touched keyboard or pointer before a protected journal is
// locked; 0 is never.
const KeyLockAfter = "lock.after"

// KeyUnseen is the setting that says of a protected journal that nobody has seen its recovery key yet.
const KeyUnseen = "lock.unseen"

// NoRecovery says what to do then.
var NoRecovery = voice.T("You haven't saved a recovery key for this journal. To get one, turn protection off and on again in Settings.")

// lockChoices are the minutes that are offered.
var lockChoices = []int{1, 5, 10, 30, 60, 0}

// usualLockAfter is how many minutes it is where nothing was chosen.
const usualLockAfter = 10

// ReadLockAfter reads that setting.
func ReadLockAfter(text string) int {
	if n, err := strconv.Atoi(text); err == nil && slices.Contains(lockChoices, n) {
		return n
	}
	return usualLockAfter
}

// protect offers to protect the journal, or what belongs to one that is; nil where neither can be.
func (r *Room) protect() fyne.CanvasObject {
	guard, ok := r.host.(Guard)
	if !ok {
		return nil
	}
	protected, possible := guard.Protection()
	switch {
	case protected:
		return r.protected()
	case possible:
		return widgets.Card(4, widgets.CardHead(voice.T("Protection"), ""), r.way(
			voice.T("Anyone who can read this disk can read your journal. Protect it, and it opens only with your passphrase."),
			"protect", voice.T("Protect this journal")))
	}
	return nil
}

// way is a line that says what for, with the button that does it.
func (r *Room) way(what, command, act string) fyne.CanvasObject {
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8, widgets.Grow(widgets.NewPara(13, widgets.Dim(what)).Lead(19)),
		widgets.NewSmallButton("settings."+command, widgets.Outlined, "", act, func() { r.host.Run(command) })))
}

// protected are the settings of a protected journal.
func (r *Room) protected() fyne.CanvasObject {
	names := make([]string, len(lockChoices))
	for i, n := range lockChoices {
		names[i] = voice.N(n, "After {n} minute", "After {n} minutes")
		if n == 0 {
			names[i] = voice.T("Never")
		}
	}
	after := widgets.NewSelect("settings.lock.after", voice.T("Lock when you're away"), names,
		slices.Index(lockChoices, r.lockAfter), r.setLockAfter)
	keychain := voice.T("Keep the key")
	says := voice.T("Handback can open this journal without asking when it starts: the system keychain keeps the key.")
	if r.keychain {
		keychain = voice.T("Don't keep the key")
		says = voice.T("Handback opens this journal without asking when it starts: the system keychain keeps the key.")
	}
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Protection"), ""),
		widgets.NewPara(14, widgets.Plain(
			voice.T("This journal is protected: on this disk it's encrypted, and only your passphrase or recovery key opens it."))).Lead(21),
	}
	if r.unseen {
		rows = append(rows, widgets.NewPara(14, widgets.Strong(NoRecovery)).Lead(21))
	}
	if r.plainCopies {
		says := voice.T("Older copies that anyone can read are still on this disk.")
		rows = append(rows, r.way(says, "protect.copies", voice.T("See the copies")), widgets.Hairline())
	}
	return widgets.Card(4, append(
		rows,
		widgets.Gap(4),
		widgets.HStack(8, after, widgets.Grow()),
		r.way(voice.T("It also locks when the computer sleeps and when you lock the screen, if the system tells Handback."),
			"lock", voice.T("Lock now")),
		widgets.Hairline(),
		r.way(voice.T("Older backups keep the passphrase they were made with."), "protect.passphrase", voice.T("Change passphrase")),
		widgets.Hairline(),
		r.way(says, "protect.keychain", keychain),
		widgets.Hairline(),
		r.way(voice.T("Without protection, the journal is a plain file that other programs can read."),
			"protect.off", voice.T("Turn protection off")),
	)...)
}

func (r *Room) setLockAfter(i int) {
	row := notes.PutSetting{Key: KeyLockAfter, Value: strconv.Itoa(lockChoices[i])}
	if _, err := r.host.Apply(notes.Change{Rows: []notes.Row{row}}, ""); err == nil {
		r.host.Run("lock.apply")
	}
}

// askGuard asks whether the system's keychain keeps the key and whether plain copies are left, which may take a while, and draws the
// answers.
func (r *Room) askGuard() {
	guard, ok := r.host.(Guard)
	if !ok {
		return
	}
	if protected, _ := guard.Protection(); !protected {
		return
	}
	askKey, askCopies := guard.HasKeychain(), guard.PlainCopies()
	var keychain, copies bool
	r.host.Background(func() error { keychain, copies = askKey(), askCopies(); return nil }, func(error) {
		if keychain != r.keychain || copies != r.plainCopies {
			r.keychain, r.plainCopies = keychain, copies
			r.draw()
		}
	})
}
