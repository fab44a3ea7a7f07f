// Package ui is the window: the shell with its sidebar, navigation and the one path of a change, and the rooms that it
// shows. It alone knows Fyne.
//
// Begin with package room (what a room and the shell know of each other), then screens.go and commands.go (the two
// tables that sidebar, top bar, menu and keys are read from), change.go (the path of a change, and undo), go.go (how the
// window gets from place to place) and open.go (journals). The frame around the rooms is frame.go, sidebar.go, topbar.go.
// Of the rooms ui/trash is the smallest and ui/note the largest.
package ui

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/draft"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Opened is an open journal. Storage has it; the window knows no more of it.
type Opened interface {
	notes.Journal
	// IdleSome does some of the housekeeping that waits for a quiet moment, and reports whether there is more.
	IdleSome() (more bool, err error)
	// CheckSome checks some of what is on the disk, and reports whether there is more to check today; Found is what it found, and
	// what was found when the journal was opened.
	CheckSome() (more bool, err error)
	Found() []notes.Found
	// CheckAnew begins today's checks again, Keep takes what was found for what was saved, and SaveReadable reads what can be
	// read into a new journal.
	CheckAnew() error
	Keep(notes.Found) error
	SaveReadable() (notes.Salvaged, error)
	// Rest gives back the memory that speeds up the next reading.
	Rest() error
	// Rebuild files every note anew.
	Rebuild() error
	// Path is the journal's file.
	Path() string
	// InPlace returns notes.ErrMoved, as a sentence, where that is no longer the file that is open.
	InPlace() error
	// SetAside is where the log of an earlier journal was put that lay where this one was made; "" where there was none.
	SetAside() string
	// SaveCopy writes everything to a new file and returns where it is; GoOnIn does so and goes on in it.
	SaveCopy(path string) (at string, err error)
	GoOnIn(path string) (at string, err error)
	Close() error
}

// Journals opens journals.
type Journals interface {
	// Open opens the journal at path. It makes one where there is none and create is true.
	Open(path string, create bool) (Opened, error)
	// Default is where the user's own journal lies; Exists whether there is one.
	Default() string
	Exists(path string) bool
	// Salvage reads what can be read of the damaged journal at path into a new one beside it.
	Salvage(path string) (notes.Salvaged, error)
	// Mend makes lists and search anew in the closed journal at path, where only they are damaged.
	Mend(path string) (notes.Found, error)
	// Destroy deletes a closed journal for good, and returns which copies of it stay beside it.
	Destroy(path string) (left []string, err error)
	BackupKeeper
	// Sample opens a journal of its own with the sample team in it, dated relative to today.
	Sample() (Opened, error)
}

// Config is what main gives the window.
type Config struct {
	App      fyne.App
	Journals Journals
	Now      func() time.Time
	Version  string
	// Locale is how the manager's country says times and begins weeks.
	Locale notes.Locale
	// LookAtZone is called before the clock is looked at, so that Now follows the system into another zone; may be nil.
	LookAtZone func()
	// LessMotion asks whether the system wants less motion; it may take a while. Nil lets nothing move.
	LessMotion func() bool
	// Mark is told of moments that measurements wait for: "useful-frame", "saved note=3 rev=7"; may be nil.
	Mark func(string)
	// Clock runs things later; nil is the real one.
	Clock Clock
	// Vault keeps protected journals; nil protects none.
	Vault Vault
	// Session tells when the computer sleeps and the screen is locked; nil tells nothing.
	Session Session
	// Calls are what later starts ask for; nil where there are none.
	Calls Calls
	// Computer is what is chosen for this computer; nil offers nothing of it.
	Computer Computer
	// Hidden starts in the tray, where there is one.
	Hidden bool
	// Line begins with the small window for a line, or says why there is none.
	Line bool
	// Lines keeps lines beside a journal that are not filed yet; nil offers no small window for one.
	Lines Lines
}

// Clock runs things later on the UI goroutine. Tests put their own in its place.
type Clock interface {
	After(d time.Duration, f func()) (stop func())
	Background(work func() error, done func(error))
	// Promptly is Background for what is mostly done at once: then done is called before it returns.
	Promptly(work func() error, done func(error))
	Soon(f func())
	Stop()
}

// Shell is the window around the rooms. It implements room.Host and is for the UI goroutine alone.
type Shell struct {
	Config
	unsaid
	asides   *asides
	win      fyne.Window
	journal  Opened    // nil before one is open
	sample   bool      // the journal is the sample team's
	groups   []group   // the table of commands, as the menu divides it
	commands []command // all of them

	people    []notes.Person
	names     *notes.Names
	roster    []notes.RosterLine
	undecided notes.Undecided   // lines that are read as before an update
	words     *notes.LabelWords // for labels; nil where there are only the built-in ones

	draft   *draft.Draft
	editor  *widgets.Editor
	texts   *widgets.Texts // what can be undone of the journal's notes
	forms   forms
	trail   *trail
	room    room.Room
	entered room.Place // the place whose room was made last
	frame   *frame
	stops   map[string]string // by part of the window: the key of what had the keyboard there last
	bubble  fyne.CanvasObject // of the tooltips
	guard   notes.PersonID    // who may look on since their one-on-one; 0 is nobody
	told    int               // how much of what was found in the journal was told
	waiting bool              // a reload is on its way
	covered *widgets.Blank    // nil where the window shows what it has
	lockState
	line   lineWindow
	uncall func() // ends the watch of later starts; nil where there is none
	tray   tray
	// reminder stops the timer of the next reminder.
	reminder   func()
	stale      bool   // a reload waits until it does
	undo       *offer // the toast's
	turnedLast turn   // the zero turn once something else was said
	acts       acts
	wrong      string    // why no journal is open
	trip       *transfer // the journal is on its way to another folder
	damaged    bool      // that is for damage, so that some of it may still be read
	noFont     noFont
	sayings    int  // how often something was said
	taken      bool // another window has the journal that can't be opened
	lockDue    bool // it was asked for while there was nothing to lock yet
	emptied    bool // that nothing at all is left of it
	shown      bool // the window has its size: it is the user's now
	stopped    bool
	ending     sync.Mutex // held while it stops
	asking     bool       // whether to close without saving
	idle       func()     // stops the timer of the next housekeeping

	calendar      func() // stops the timer of the next look at the calendar that is watched
	calendarRead  string // what it was when it was read
	folderDue     func() // stops the timer of the next writing of the folder that is kept up to date
	keepingFolder bool
	folderAgain   bool   // something changed meanwhile
	folderWrong   string // why it couldn't be written the last time
	folderGone    bool   // nothing of it was there
	backing       backingUp
	looked        *lookedInto    // nil where the journal is the manager's own
	wanted        string         // where a backup was restored to that isn't open yet; "" is nowhere
	chosen        *prompt.Chosen // of the journal's facts
	unkept        *room.Place    // where the window is, as long as that is not kept
	rest          func()         // stops the timer of the next rest
	look          func()         // stops the timer of the next look at the clock
	moves         bool           // the system lets menus, folds and toasts move
	dial          dial           // what the clock showed at the last one
}

// New builds the shell in a window of its own. Nothing is shown before Start.
func New(c Config) *Shell {
	if c.Clock == nil {
		c.Clock = newBackground(c.App.Quit)
	}
	c.App.SetIcon(look.AppIcon) // FyneApp.toml's is only in what Fyne's own packager builds
	s := &Shell{Config: c, trail: newTrail(), texts: widgets.NewTexts(), stops: map[string]string{}, chosen: &prompt.Chosen{}}
	s.win = c.App.NewWindow(title)
	s.asides = &asides{Clock: c.Clock, top: func() fyne.CanvasObject { return s.win.Canvas().Overlays().Top() }}
	s.Clock = s.asides
	s.win.SetPadded(false)
	s.hands.Moved = s.touch
	s.groups = s.commandTable()
	for _, g := range s.groups {
		s.commands = append(s.commands, slices.Concat(g.parts...)...)
	}
	tips := &widgets.Tips{After: s.After, Private: func() bool { return s.looksOn() || s.afterMeeting() }}
	s.bubble = widgets.UseTips(s.win.Canvas(), tips)
	s.frame = newFrame(s)
	s.win.SetContent(s.frame.root)
	s.draft = draft.New(draft.Config{
		Store:    store{s},
		Context:  s.Context,
		After:    s.Clock.After,
		OnState:  s.frame.showState,
		OnUnkept: s.Show,
		OnSaved:  s.saved,
		OnMerged: func(lost string) {
			if lost != "" {
				s.Say(voice.T("This note was also changed elsewhere. Your text was kept, and the other text is in the note's earlier versions."))
			}
		},
	})
	s.bindShortcuts()
	s.bindDrops()
	s.nativeMenu()
	s.win.SetCloseIntercept(s.closeWindow)
	c.App.Lifecycle().SetOnStopped(ending(s.Clock, s.stop)) // SIGTERM passes the close intercept by
	s.followTheme()
	s.watchFonts()
	look.UseWeek(c.Locale.FirstDay())
	return s
}

// editorAfter is how long after the start the editor is made. Its faces take a tenth of a second to read, which neither
// the first screen nor the first note shall wait for, and within which nobody clicks.
const editorAfter = 300 * time.Millisecond

// Start opens the journal at path (the default one where it is empty) and shows the window's first screen: the last
// one of that journal, the first run where there is no default journal yet, or what is wrong where it can't be opened.
func (s *Shell) Start(path string, sample bool) error {
	keepNothing(s.App)
	if path == "" && s.Journals.Exists(s.Journals.Default()) {
		path = s.Journals.Default()
	}
	missing := s.missing(path)
	switch {
	case missing != nil && !sample:
		s.cannotOpen(s.Journals.Default(), missing)
	case sample:
		if err := s.openSample(); err != nil {
			return err
		}
	case path != "":
		if err := s.open(path, true); err != nil {
			s.cannotOpen(path, err)
		}
	default:
		s.firstRun()
	}
	s.startTray()
	s.showUnlessHidden(s.Hidden)
	s.shown = true
	s.followDay()
	s.askMotion()
	s.watchSession()
	s.watchCalls()
	if s.Line {
		s.writeLine()
	}
	s.Clock.After(editorAfter, func() { s.Editor() })
	return nil
}

// Loop shows the window until it is closed. It returns at the end of the app.
func (s *Shell) Loop() {
	widgets.UseClicks(s.Config.Now)
	defer onLostDisplay(s.stop)()
	s.App.Run()
	s.stop() // Fyne now and then drops what is to be done at its end: what was typed last is saved in any case
}

// savedMark is what Mark is told of a save.
const savedMark = "saved note=%d rev=%d"

// saved is called after each save of the draft.
func (s *Shell) saved(n notes.Note) {
	if s.Mark != nil {
		s.Mark(fmt.Sprintf(savedMark, n.ID, n.Rev))
	}
	s.changed()
}

// Window implements room.Host.
func (s *Shell) Window() fyne.Window { return s.win }

// Journal implements room.Host.
func (s *Shell) Journal() notes.Journal { return s.journal }

// Now implements room.Host.
func (s *Shell) Now() time.Time { return s.Config.Now() }

// Today implements room.Host.
func (s *Shell) Today() notes.Date { return notes.DateOf(s.Now()) }

// Locale implements room.Host.
func (s *Shell) Locale() notes.Locale { return s.Config.Locale }

// People implements room.Host.
func (s *Shell) People() []notes.Person { return s.people }

// Person implements room.Host.
func (s *Shell) Person(id notes.PersonID) notes.Person {
	for _, p := range s.people {
		if p.ID == id {
			return p
		}
	}
	return notes.Person{}
}

// Me implements room.Host.
func (s *Shell) Me() notes.Person {
	for _, p := range s.people {
		if p.Kind == notes.KindMe {
			return p
		}
	}
	return notes.Person{}
}

// Context implements room.Host.
func (s *Shell) Context(person notes.PersonID, date notes.Date) notes.Context {
	return notes.Context{
		Date: date, Person: person, Me: s.Me().ID, Names: s.names, Words: s.words,
		Earlier: s.undecided[notes.DayOf{Person: person, Date: date}],
	}
}

// Draft implements room.Host.
func (s *Shell) Draft() room.Draft { return s.draft }

// Editor implements room.Host.
func (s *Shell) Editor() *widgets.Editor {
	if s.editor == nil {
		s.editor = widgets.NewEditor("note.editor", s.writeHere())
		s.editor.OnShortcut, s.editor.OnTravel = s.shortcut, s.travels
		s.editor.Texts, s.editor.After = s.texts, s.After
	}
	return s.editor
}

// After implements room.Host.
func (s *Shell) After(d time.Duration, f func()) (stop func()) {
	ours, f := s.ofJournal(), s.byItself(true, f)
	return s.Clock.After(d, func() { ours(f) })
}

// Background implements room.Host.
func (s *Shell) Background(work func() error, done func(error)) {
	ours, before := s.ofJournal(), s.itself || !s.looksOn()
	s.Clock.Background(work, func(err error) { ours(s.byItself(before, func() { done(err) })) })
}

// Promptly implements room.Host.
func (s *Shell) Promptly(work func() error, done func(error)) {
	ours := s.ofJournal()
	s.Clock.Promptly(work, func(err error) { ours(func() { done(err) }) })
}

func (s *Shell) readOnly() bool {
	if s.journal == nil {
		return false
	}
	_, ro := s.journal.ReadOnly()
	return ro
}
