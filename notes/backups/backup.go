package backups

import (
	"cmp"
	"errors"
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
	Copy     Copy // what it is where it is no backup but a file that Handback kept beside the journal; Made is when it was written last
}

// Copy is why a file with a journal in it was kept beside the journal.
type Copy int

// The reasons.
const (
	NoCopy       Copy = iota // it is a backup
	Replaced                 // a backup was put in its place
	BeforeUpdate             // the journal before it was brought to a newer schema
	BeforeMerge              // the journal before a conflict copy was merged
	Merged                   // that conflict copy
	Recovered                // the journal as it was before a doubtful or damaged log was taken
	LogAlone                 // the log of an earlier journal, which nothing opens by itself
)

// All are the backups of a journal and what else was kept of it, each newest first.
type All struct {
	Own    []Backup // beside the journal
	Second []Backup // in the second folder
	Folder string   // where those lie, "" for nowhere
	Away   error    // why that folder can't be read now, nil where it can or there is none
	Aside  []Backup // the journals that restores put aside
	Copies []Backup // what else Handback kept beside the journal
	Wrong  string   // why the last backup couldn't be made, "" where it was
}

// Keeper is a journal that knows its backups.
type Keeper interface {
	AllBackups() (All, error)
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

// ErrOtherFolder is that another folder is in the place of the second one: its disk isn't connected, or somebody emptied it.
var ErrOtherFolder = errors.New("backups: another folder is in the place of the second one")

// The settings of backups. They are of this computer, and in no archive.
const (
	Settings      = "backup."
	SettingMost   = Settings + "most"   // bytes
	SettingFolder = Settings + "folder" // the second folder, "" for none
	SettingMark   = Settings + "mark"   // what marks the second folder as the one that was chosen
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
	case b.Copy != NoCopy:
		return b.sayCopy(b.SayWhen(now, in))
	case b.ByHand:
		return voice.T("{when}, made by you", "when", when)
	}
	return when
}

// sayCopy says which journal it is, written last at a time.
func (b Backup) sayCopy(when string) string {
	switch b.Copy {
	case BeforeUpdate:
		return voice.T("Your journal before an update, from {when}", "when", when)
	case BeforeMerge:
		return voice.T("Your journal before you combined it with a copy, from {when}", "when", when)
	case Merged:
		return voice.T("A copy that you combined with your journal, from {when}", "when", when)
	case Recovered:
		return voice.T("Your journal before its last changes were recovered, from {when}", "when", when)
	case LogAlone:
		return voice.T("The last changes to an earlier journal, from {when}", "when", when)
	}
	return voice.T("Your journal, as it was until {when}", "when", when)
}

// SayCounts is what is in it, in words.
func (b Backup) SayCounts(today notes.Date) string {
	if b.Copy == LogAlone {
		return voice.T("Handback can't show what's in it.")
	}
	if !b.Counted {
		return voice.T("Look inside to see what's in it.")
	}
	people, count := voice.N(b.People, "{n} person", "{n} people"), voice.N(b.Notes, "{n} note", "{n} notes")
	if b.LastNote == "" {
		return voice.T("{people}, {notes}", "people", people, "notes", count)
	}
	return voice.T("{people}, {notes}, the last one from {day}", "people", people, "notes", count, "day", notes.SayDate(b.LastNote, today))
}

// SayLeft is SayStays for what was deleted just now.
func (a All) SayLeft(now time.Time) (says []string) {
	made := slices.Concat(a.Own, a.Second)
	if len(made) > 0 {
		says = append(says, voice.N(len(made),
			"{n} backup, from {day}, still has the notes. To delete it too, choose “Delete older backups” in Backups.",
			"{n} backups, the oldest from {day}, still have the notes. To delete them too, choose “Delete older backups” in Backups.",
			"day", notes.SayDate(Oldest(made, now.Location()), notes.DateOf(now))))
	}
	return append(says, a.sayCopiesAndAway()...)
}

// Strange are those of some files beside the journal that aren't listed here: Handback can't know whose they are.
func (a All) Strange(files []string) (strange []string) {
	for _, file := range files {
		if !slices.ContainsFunc(slices.Concat(a.Aside, a.Copies), func(b Backup) bool { return b.Path == file }) {
			strange = append(strange, file)
		}
	}
	return strange
}

// Stay are those of some files beside the journal that aren't deleted with it.
func (a All) Stay(files []string) []string {
	with := a
	with.Copies = slices.DeleteFunc(slices.Clone(a.Copies), func(b Backup) bool { return b.Copy == LogAlone })
	return with.Strange(files)
}

// SayStays says which backups and copies still have what is deleted now: none where there are none.
func (a All) SayStays(now time.Time) (says []string) {
	made := slices.Concat(a.Own, a.Second)
	if len(made) > 0 {
		says = append(says, voice.N(len(made),
			"{n} backup, from {day}, still has it. To delete it as well, go to Backups afterwards and choose “Delete older backups”.",
			"{n} backups, the oldest from {day}, still have it. "+
				"To delete them as well, go to Backups afterwards and choose “Delete older backups”.",
			"day", notes.SayDate(Oldest(made, now.Location()), notes.DateOf(now))))
	}
	return append(says, a.sayCopiesAndAway()...)
}

func (a All) sayCopiesAndAway() (says []string) {
	if n := len(a.Aside) + len(a.Copies); n > 0 {
		says = append(says, voice.N(n, "{n} older copy of your journal may still have it. You can delete it in Backups.",
			"{n} older copies of your journal may still have it. You can delete them in Backups."))
	}
	if a.Away != nil {
		says = append(says, voice.T("Your second folder can't be read now. Backups there still have it: {folder}", "folder", a.Folder))
	}
	return says
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
