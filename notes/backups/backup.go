package backups

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// Backup is one backup, as a list shows it.
type Backup struct {
	Path string
	// Number counts up with each backup of a folder, so that their order is known whatever the clock said.
	Number   int64
	Made     time.Time
	People   int
	Notes    int
	Goals    int
	LastNote notes.Date // the day of the newest note; "" where there is none
	Size     int64
	Counted  bool // People, Notes, Goals and LastNote are known
	Sealed   bool // it opens with a passphrase alone
	ByHand   bool // the manager asked for it
	Aside    bool // it is no backup but the journal in whose place one was put; Made is when it was written last
}

// Keeper is a journal that knows its backups.
type Keeper interface {
	// OwnBackups are those beside the journal, newest first.
	OwnBackups() ([]Backup, error)
	// SecondBackups are those in the second folder, and where that is: "" where there is none.
	SecondBackups() (folder string, all []Backup, err error)
}

// Done is what a run has done.
type Done struct {
	Made   *Backup  // nil where nothing had changed
	Sealed *Backup  // the one in the second folder
	Gone   []Backup // that were let go for want of room, not for age
	Most   int64    // bytes that all together may take
	// Second is why nothing was written to the second folder; nil where it was, or there is none.
	Second error
}

// The settings of backups. They are of this computer, and in no archive.
const (
	Settings      = "backup."
	SettingMost   = Settings + "most"   // bytes
	SettingFolder = Settings + "folder" // the second folder, "" for none
	SettingKey    = Settings + "key"    // what seals for it: the public key, a blank, and the private one, sealed by the passphrase
)

// UsualMost is how many bytes backups may take where nothing else was said.
const UsualMost = 1 << 30

// Sizes are the caps that Settings offers.
var Sizes = []int64{256 << 20, 512 << 20, UsualMost, 2 << 30, 5 << 30}

// MostOf reads the cap of a setting.
func MostOf(setting string) int64 {
	if n, err := strconv.ParseInt(setting, 10, 64); err == nil && n > 0 {
		return n
	}
	return UsualMost
}

// SortNewestFirst orders backups.
func SortNewestFirst(all []Backup) {
	slices.SortFunc(all, func(a, b Backup) int { return cmp.Compare(b.Number, a.Number) })
}

// SizeOf is what they take together, in bytes.
func SizeOf(all []Backup) (n int64) {
	for _, b := range all {
		n += b.Size
	}
	return n
}

// SayWhen is when a backup was made: "today 14:03", "3 Nov 14:03".
func (b Backup) SayWhen(now time.Time, in notes.Locale) string {
	at := b.Made.In(now.Location())
	return notes.SayDay(notes.DateOf(at), notes.DateOf(now)) + " " + in.SayTime(notes.TimeOf(at))
}

// SayMade is SayWhen of a list, with what else is to be said of it.
func (b Backup) SayMade(now time.Time, in notes.Locale) string {
	when := notes.UpperFirst(b.SayWhen(now, in))
	switch {
	case b.Aside:
		return voice.T("Your journal, as it was until {when}", "when", b.SayWhen(now, in))
	case b.ByHand:
		return voice.T("{when}, made by you", "when", when)
	}
	return when
}

// SayCounts is what is in it, in words.
func (b Backup) SayCounts(today notes.Date) string {
	if !b.Counted {
		return voice.T("Look inside to see what's in it.")
	}
	people, count := voice.N(b.People, "{n} person", "{n} people"), voice.N(b.Notes, "{n} note", "{n} notes")
	if b.LastNote == "" {
		return voice.T("{people}, {notes}", "people", people, "notes", count)
	}
	return voice.T("{people}, {notes}, the last one from {day}", "people", people, "notes", count, "day", notes.SayDate(b.LastNote, today))
}

// SayStays says that backups still have what is deleted now, "" where there are none.
func SayStays(all []Backup, now time.Time) string {
	if len(all) == 0 {
		return ""
	}
	return voice.N(len(all),
		"{n} backup, from {day}, still has it. It will be deleted in time. To delete it now, choose “Delete older backups” in Backups.",
		"{n} backups, the oldest from {day}, still have it. They will be deleted in time. "+
			"To delete them now, choose “Delete older backups” in Backups.",
		"day", notes.SayDate(Oldest(all, now.Location()), notes.DateOf(now)))
}

// SaySize is a number of bytes in words.
func SaySize(n int64) string {
	if n >= 1<<30 {
		tenths := (n*10 + 1<<29) >> 30
		said := strconv.FormatInt(tenths/10, 10)
		if tenths%10 != 0 {
			said = strconv.FormatFloat(float64(tenths)/10, 'f', 1, 64)
		}
		return voice.T("{n} GB", "n", said)
	}
	return voice.T("{n} MB", "n", strconv.FormatInt(max(1, (n+1<<19)>>20), 10))
}
