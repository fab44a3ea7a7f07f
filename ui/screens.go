package ui

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/about"
	"handback/ui/decisions"
	"handback/ui/erasing"
	"handback/ui/firstrun"
	"handback/ui/growth"
	"handback/ui/handover"
	"handback/ui/health"
	"handback/ui/lookback"
	"handback/ui/note"
	"handback/ui/praise"
	"handback/ui/prep"
	"handback/ui/rereading"
	"handback/ui/review"
	"handback/ui/room"
	"handback/ui/search"
	"handback/ui/settings"
	"handback/ui/takein"
	"handback/ui/team"
	"handback/ui/theirfile"
	"handback/ui/theirpage"
	"handback/ui/today"
	"handback/ui/trash"
)

// screen is a row of the table of screens. Whatever differs by screen stands in its row: the sidebar, the top bar, the
// table of commands, Esc and the place that is kept for the next start all read it there.
type screen struct {
	id    room.Screen
	name  string // of its tab and of the ways to it that have none of their own
	make  func(*Shell, room.Place) room.Room
	tabOf func(notes.PersonKind) bool // whose tab it is; nil is nobody's
	ways  []way

	bare   bool                  // it takes the whole window
	theirs func(room.Place) bool // where the person looks on: bare, hardly a way out, no start shows it; nil is nowhere
	kept   bool                  // a start shows it again where it was in view last; otherwise Today
	once   bool                  // back knows the last of several in a row alone
	esc    esc
}

// way is a command that goes to a screen.
type way struct {
	id   string
	name string // "" is the screen's
	keys []desktop.CustomShortcut
	menu section
	when func(*Shell) bool       // nil is wherever the person does not look on
	to   func(*Shell) room.Place // the place but for its screen; nil is the one about nobody
	side side
}

// side is the row of a way in the sidebar.
type side struct {
	icon string // "" where it has no row
	foot bool   // below the people
	tail func(sideModel) string
}

// section is a part of the menu made of ways. What stands between them, commandTable says.
type section int

const (
	menuTop section = iota + 1
	menuPerson
	menuSearch
	menuJournal
	menuLeaving
	menuAbout
	menuSettings
)

// esc is what the key does on a screen.
type esc int

const (
	escSaid   esc = iota // takes away the offer to undo
	escBack              // goes back one place
	escNotes             // goes to the person's notes, with the same note open
	escOwn               // goes where the room leads, a room.Escaper
	escTheirs            // goes back one place where the person looks on, otherwise nothing
)

// myJournal is what the notes about Me are called.
var myJournal = voice.T("My notes")

// screens is the table of screens. It is filled in by init, since its rows name acts of the shell, which look up rows.
var screens []screen

func init() { screens = screenTable() }

// screenTable lists all screens, in the order of the tabs, the sidebar and each section of the menu. To add a screen, name
// it in package room (its id is kept in journals, so that it stays for good) and give it a row: what makes the room, tabOf
// where it is a tab of a person, and a way, with an icon where the sidebar shows it. Nothing else has to know of it.
func screenTable() []screen { return append(tabScreens(), otherScreens()...) }

// tabScreens are those above a person's notes, and the tabs of a person.
func tabScreens() []screen {
	return []screen{
		{id: room.Today, name: voice.T("Today"), make: todayAtOnce, kept: true, ways: []way{
			{id: "go.today", keys: key(alt, fyne.KeyD), menu: menuTop, side: side{icon: "sun", tail: sideModel.meetings}},
		}},
		{id: room.Team, name: voice.T("Team"), make: hosted(team.New), kept: true, ways: []way{
			{id: "go.team", keys: key(alt, fyne.KeyT), menu: menuTop, side: side{icon: "users"}},
		}},
		{id: room.Prep, name: voice.T("Prep"), make: hosted(prep.New), tabOf: reports, kept: true, ways: []way{
			{id: "go.prep", keys: key(alt, fyne.Key1), menu: menuPerson, when: (*Shell).freeAtReport, to: inView},
		}},
		{id: room.Notes, name: voice.T("Notes"), make: hosted(note.New), tabOf: everyone, kept: true, ways: []way{
			{id: "go.journal", name: myJournal, keys: key(alt, fyne.KeyJ), menu: menuTop, to: ofMe, side: side{icon: "book", foot: true}},
			{id: "go.notes", keys: key(alt, fyne.Key2), menu: menuPerson, when: (*Shell).freeAtReport, to: inView},
		}},
		{id: room.Growth, name: voice.T("Growth"), make: hosted(growth.New), tabOf: reports, kept: true, ways: []way{
			{id: "go.growth", keys: key(alt, fyne.Key3), menu: menuPerson, when: (*Shell).freeAtReport, to: inView},
		}},
		{id: room.Praise, name: voice.T("Praise"), make: hosted(praise.New), tabOf: reports, kept: true, ways: []way{
			{id: "go.praise", keys: key(alt, fyne.Key4), menu: menuPerson, when: (*Shell).freeAtReport, to: inView},
		}},
		{id: room.Decisions, name: voice.T("Decisions"), make: hosted(decisions.New), tabOf: reports, kept: true, ways: []way{
			{id: "go.decisions", keys: key(alt, fyne.Key5), menu: menuPerson, when: (*Shell).freeAtReport, to: inView},
		}},
		{
			id:     room.TheirPage,
			name:   voice.T("Their page"),
			make:   hosted(theirpage.New),
			tabOf:  reports,
			kept:   true,
			theirs: turned,
			esc:    escTheirs,
			ways:   []way{{id: "go.theirs", keys: key(alt, fyne.Key6), menu: menuPerson, when: (*Shell).atReport, to: turnedInMeeting}},
		},
		{id: room.LookBack, name: voice.T("Look back"), make: hosted(lookback.New), tabOf: reports, kept: true, ways: []way{
			{id: "go.lookback", keys: key(alt, fyne.Key7), menu: menuPerson, when: (*Shell).freeAtReport, to: inView},
		}},
		{
			id: room.Review, name: voice.T("Review"), make: hosted(review.New), tabOf: reports, kept: true, theirs: turned, esc: escTheirs,
			ways: []way{{id: "go.review", keys: key(alt, fyne.Key8), menu: menuPerson, when: (*Shell).freeAtReport, to: inView}},
		},
	}
}

// otherScreens are all that are no tab.
func otherScreens() []screen {
	return []screen{
		{id: room.Handover, name: voice.T("Handover pack"), make: hosted(handover.New), esc: escBack},   // person.handover leads there
		{id: room.TheirFile, name: voice.T("Their file"), make: hosted(theirfile.New), esc: escBack},    // person.file leads there
		{id: room.Erasing, name: voice.T("Delete everything"), make: hosted(erasing.New), esc: escBack}, // a person's form and Today lead there
		{id: room.Meeting, make: hosted(note.NewMeeting), theirs: wholly, esc: escNotes},                // meeting.start makes its note
		{id: room.Search, make: hosted(search.New), kept: true, once: true, esc: escBack, ways: []way{
			{
				id: "search.here", name: voice.T("Search this person's notes"), keys: key(alt, fyne.KeyF), menu: menuSearch,
				when: (*Shell).searchable, to: inView,
			},
			{id: "search.all", name: voice.T("Search everything"), keys: key(ctrl|shift, fyne.KeyF), menu: menuSearch, when: (*Shell).searchable},
		}},
		{id: room.Trash, name: voice.T("Trash"), make: hosted(trash.New), kept: true, esc: escBack, ways: []way{
			{id: "go.trash", menu: menuJournal},
		}},
		{id: room.Backups, name: voice.T("Backups"), make: backupsOf, esc: escBack, ways: []way{
			{id: "go.backups", menu: menuJournal},
		}},
		{id: room.GoingAway, name: voice.T("Leaving the company"), make: leaveCompany, esc: escBack, ways: []way{
			{id: "go.away", menu: menuLeaving},
		}},
		{id: room.Import, name: voice.T("Import notes"), make: hosted(takein.New), once: true, esc: escBack, ways: []way{
			{id: "import", name: voice.T("Import notes …"), menu: menuJournal, when: (*Shell).mayWrite},
		}},
		{
			id: room.Rereading, name: voice.T("Lines that Handback now reads differently"), make: hosted(rereading.New),
			esc: escBack,
		}, // Today leads there
		{id: room.Health, name: voice.T("Journal check"), make: hosted(health.New), esc: escBack, ways: []way{
			{id: "go.health", menu: menuJournal},
		}},
		{id: room.Settings, name: voice.T("Settings"), make: hosted(settings.New), kept: true, esc: escBack, ways: []way{
			{id: "go.settings", keys: key(ctrl, fyne.KeyComma), menu: menuSettings, side: side{icon: "gear", foot: true}},
		}},
		{id: room.About, name: voice.T("About Handback"), make: aboutVersion, esc: escBack, ways: []way{{id: "go.about", menu: menuAbout}}},
		{id: room.FirstRun, make: waysToBegin, bare: true},
		{id: room.Problem, make: (*Shell).problemPage, bare: true},
		{id: room.Locked, make: (*Shell).lockedPage, bare: true},
		{id: room.Protect, make: (*Shell).protectPage, bare: true, esc: escOwn}, // the command "protect" leads there
		{id: room.Moving, make: (*Shell).movingPage, bare: true},
	}
}

// hosted is the constructor of a room that needs no more of the shell than any room does.
func hosted(make func(room.Host, room.Place) room.Room) func(*Shell, room.Place) room.Room {
	return func(s *Shell, p room.Place) room.Room { return make(s, p) }
}

// todayAtOnce draws the first screen of a start before all of it is read.
func todayAtOnce(s *Shell, _ room.Place) room.Room { return today.New(s, !s.shown) }

func aboutVersion(s *Shell, _ room.Place) room.Room { return about.New(s, s.Version) }

func waysToBegin(s *Shell, _ room.Place) room.Room { return firstrun.New(s, begin{s}) }

func reports(kind notes.PersonKind) bool { return kind == notes.KindReport }

func everyone(notes.PersonKind) bool { return true }

func inView(s *Shell) room.Place { return room.Place{Person: s.Place().Person} }

func ofMe(s *Shell) room.Place { return room.Place{Person: s.Me().ID} }

// turnedInMeeting is about the person in view; from a meeting their page is shown turned round.
func turnedInMeeting(s *Shell) room.Place {
	p := inView(s)
	if s.inMeeting() {
		p.Part = theirpage.Turned
	}
	return p
}

func wholly(room.Place) bool { return true }

// turned reports whether the place is a page turned round: the person reads along, as in a meeting.
func turned(p room.Place) bool {
	return p.Part == theirpage.Turned || p.Screen == room.Review && review.IsTurned(p)
}

// screenOf is the row of a screen. An id that has none comes from another version's journal or from a mistake of ours;
// the error says so to the user.
func screenOf(id room.Screen) (screen, error) {
	for _, sc := range screens {
		if sc.id == id {
			return sc, nil
		}
	}
	return screen{}, notes.Invalid{Why: voice.T("This version of Handback doesn't have that screen, so nothing was opened.")}
}

// looksOn reports whether the person looks on at the place.
func (sc screen) looksOn(p room.Place) bool { return sc.theirs != nil && sc.theirs(p) }

// place is where the way to the screen leads now.
func (sc screen) place(s *Shell, w way) room.Place {
	p := room.Place{}
	if w.to != nil {
		p = w.to(s)
	}
	p.Screen = sc.id
	return p
}

// title is the name of the way to the screen.
func (sc screen) title(w way) string { return cmp.Or(w.name, sc.name) }

// tabsOf are the tabs of a kind of person, in their order.
func tabsOf(kind notes.PersonKind) []screen {
	return slices.DeleteFunc(slices.Clone(screens), func(sc screen) bool { return sc.tabOf == nil || !sc.tabOf(kind) })
}

// tabFor is the wanted screen where it is a tab of this kind of person, otherwise their first one.
func tabFor(kind notes.PersonKind, wanted room.Screen) room.Screen {
	tabs := tabsOf(kind)
	if slices.ContainsFunc(tabs, func(sc screen) bool { return sc.id == wanted }) {
		return wanted
	}
	return tabs[0].id
}

// goTo are the commands that go to screens and stand in a section of the menu.
func (s *Shell) goTo(menu section) []command {
	var list []command
	for _, sc := range screens {
		for _, w := range sc.ways {
			if w.menu == menu {
				when := s.free
				if w.when != nil {
					when = func() bool { return w.when(s) }
				}
				list = append(list, command{w.id, sc.title(w), w.keys, when, func() { s.Go(sc.place(s, w)) }})
			}
		}
	}
	return list
}

// here is the row of the screen in view; before the first one nothing is drawn but the room.
func (s *Shell) here() screen {
	sc, err := screenOf(s.Place().Screen)
	if err != nil {
		return screen{bare: true}
	}
	return sc
}

// looksOn reports whether the person looks on now.
func (s *Shell) looksOn() bool { return s.here().looksOn(s.Place()) }

func (s *Shell) inMeeting() bool { return s.Place().Screen == room.Meeting }

// free reports whether the window may go anywhere in the journal: not while the person looks on.
func (s *Shell) free() bool { return s.journal != nil && !s.looksOn() }

// searchable reports whether something can be looked for: in a meeting, what is safe there.
func (s *Shell) searchable() bool { return s.free() || s.journal != nil && s.inMeeting() }

// atReport reports whether the place in view is about a report, who may look on in a meeting.
func (s *Shell) atReport() bool {
	p := s.Place()
	return s.journal != nil && !turned(p) && s.Person(p.Person).Kind == notes.KindReport
}

func (s *Shell) freeAtReport() bool { return s.free() && s.atReport() }
