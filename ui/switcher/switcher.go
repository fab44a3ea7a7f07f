// Package switcher is the quick switcher: a box over the window that jumps to people, goals, tags and notes, does
// commands, and shows the first hits of a search below. All of it from the keyboard.
package switcher

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/people"
	"handback/notes/search"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Command is a command of the window, as the switcher offers it.
type Command struct {
	ID   string
	Name string
	Keys string // its shortcut as shown, may be empty
	// Where it leads; of a command of the table this is nil.
	Act func()
	// Icon and Detail of what is no command, may be empty.
	Icon, Detail string
	// Also are other words than its name's that it is looked for by.
	Also string
	// Of what is about one person: how it is done for somebody, and whom that can be. Now is whether it can be done without asking
	// who it's for.
	For  func(notes.PersonID)
	Fits func(notes.Person) bool
	Now  bool
}

// Finder finds by other words than names what one may want to do: "dark" the appearance.
type Finder func(typed string) []Command

const (
	mostLines = 9 // choices by name
	mostHits  = 4 // of the search
	mostFound = 4 // by other words
	// leastWord is from how many letters other words are looked for.
	leastWord = 3
	// shownQuery is how much of a saved search is shown beside its name, in runes.
	shownQuery = 40
	// longestText is how much of what is typed is looked for as text, in runes.
	longestText = 200
)

// line is one choice.
type line struct {
	icon   string
	disc   notes.Person // whose disc stands there instead of an icon; the zero Person is nobody's
	text   string
	runs   []widgets.Run // instead of text
	detail string
	keys   string
	note   notes.NoteID // that it leads to; 0 where it leads elsewhere
	act    func()
	stays  bool // the act goes on in the box
}

// says is what stands on the line, but for its detail.
func (l line) says() string {
	said := l.text
	for _, r := range l.runs {
		said += r.Text
	}
	return notes.Fold(said)
}

// likeOther reports whether a line can't be told from another: they say the same, of one note or with the same detail.
func (l line) likeOther(o line) bool {
	return l.says() == o.says() && (l.note != 0 && l.note == o.note || l.detail == o.detail)
}

// Switcher is the box while it is shown.
type Switcher struct {
	host       room.Host
	panel      *widgets.Panel
	entry      *widgets.Entry
	list       *fyne.Container
	choices    []line    // everything that can be jumped to by name
	names      []string  // their texts, to be matched
	about      []Command // what is about one person
	others     []Command // what isn't, and is found by other words than its name's too
	asked      *Command  // it is asked who this is for
	finder     Finder
	lines      []line // what is listed
	rows       []*widgets.Row
	selected   int
	generation int
	hits       []notes.Hit
	found      int // how many of them are listed: one that can't be told from another line is not
}

// Show opens the switcher over the window. Choosing goes to a place or runs a command of the window. The finder may be nil.
func Show(host room.Host, commands []Command, finder Finder) {
	targets, err := host.Journal().Targets()
	if err != nil {
		host.Show(err)
		return
	}
	saved, err := host.Journal().SavedSearches()
	if err != nil {
		host.Show(err)
		return
	}
	s := &Switcher{host: host, finder: finder}
	s.collect(targets, saved, commands)
	s.build()
	s.typed("")
	s.panel.Show(s.entry)
}

// collect lists everything that has a name: people first, since they are looked for most, and me after the commands.
func (s *Switcher) collect(targets []notes.Target, saved []notes.SavedSearch, commands []Command) {
	byKind := map[notes.Kind][]line{}
	var me []line
	for _, t := range targets {
		if t.Kind == notes.KindPerson && notes.PersonID(t.ID) == s.host.Me().ID {
			me = append(me, s.target(t))
			continue
		}
		byKind[t.Kind] = append(byKind[t.Kind], s.target(t))
	}
	all := byKind[notes.KindPerson]
	for _, q := range saved {
		place := room.Place{Screen: room.Search, Text: q.Query}
		l := line{icon: "search", text: q.Name, detail: notes.Shorten(q.Query, shownQuery), act: s.goTo(place)}
		if notes.Fold(q.Name) == notes.Fold(q.Query) {
			l.detail = "" // it says that already
		}
		all = append(all, l)
	}
	for _, c := range commands {
		all = append(all, s.command(c))
		switch {
		case c.For != nil:
			s.about = append(s.about, c)
		case c.Also != "":
			s.others = append(s.others, c)
		}
	}
	for _, t := range targets { // whoever asks for it is answered in a minute
		if who := notes.PersonID(t.ID); t.Kind == notes.KindPerson && who != s.host.Me().ID {
			all = append(all, line{
				icon: "page", text: voice.T("Their file: {name}", "name", s.host.Person(who).Name),
				act: s.goTo(room.Place{Screen: room.TheirFile, Person: who}),
			})
		}
	}
	all = append(all, me...)
	for _, kind := range []notes.Kind{notes.KindGoal, notes.KindCompanyGoal, notes.KindTag, notes.KindNote} {
		all = append(all, byKind[kind]...)
	}
	s.choices = all
	for _, c := range all {
		s.names = append(s.names, c.text)
	}
}

func (s *Switcher) command(c Command) line {
	l := line{icon: c.Icon, text: c.Name, detail: c.Detail, keys: c.Keys, act: c.Act}
	if l.icon == "" {
		l.icon = "right"
	}
	switch {
	case l.act != nil:
	case c.For != nil && !c.Now:
		l.detail, l.stays, l.act = voice.T("pick a person"), true, func() { s.askWho(c) }
	default:
		l.act = func() { s.host.Run(c.ID) }
	}
	return l
}

func (s *Switcher) target(t notes.Target) line {
	l := line{text: t.Text, detail: search.SayTarget(t, s.host.Today())}
	switch t.Kind {
	case notes.KindPerson:
		l.disc, l.act = s.host.Person(notes.PersonID(t.ID)), s.goTo(s.personPlace(notes.PersonID(t.ID)))
	case notes.KindGoal:
		l.icon, l.act = "growth", s.goTo(room.PlaceOfGoal(t.Person, notes.GoalID(t.ID)))
	case notes.KindCompanyGoal:
		l.icon, l.act = "goal", s.goTo(room.Place{Screen: room.Team})
	case notes.KindNote:
		l.note = notes.NoteID(t.ID)
		l.icon, l.act = "page", s.goTo(room.Place{Screen: room.Notes, Person: t.Person, Note: l.note})
	default: // a tag
		l.icon, l.act = "tag", s.goTo(room.Place{Screen: room.Search, Person: t.Person, Text: t.Text})
	}
	return l
}

// personPlace is the screen that a person is shown on first: the brief of a report, the notes of anybody else.
func (s *Switcher) personPlace(id notes.PersonID) room.Place {
	if s.host.Person(id).Kind == notes.KindReport {
		return room.Place{Screen: room.Prep, Person: id}
	}
	return room.Place{Screen: room.Notes, Person: id}
}

func (s *Switcher) goTo(p room.Place) func() { return func() { s.host.Go(p) } }

// typed lists what matches, at once; the first text hits follow when they are found.
func (s *Switcher) typed(text string) {
	s.generation++
	s.hits, s.selected = nil, 0
	s.lay(text)
	if notes.Tidy(text) == "" || s.asked != nil {
		return
	}
	generation, journal := s.generation, s.host.Journal()
	query, ok := search.Read(people.FirstRunes(text, longestText), s.host.Context(0, s.host.Today())).Query()
	if !ok { // a filter that is still being typed, or that the Search screen says what is wrong with
		return
	}
	query.Limit, query.Lines = mostHits, 1
	var hits []notes.Hit
	s.host.Promptly(func() (err error) {
		hits, _, err = journal.Search(query)
		return err
	}, func(err error) {
		if generation != s.generation {
			return
		}
		if err != nil {
			s.host.Show(err)
		}
		s.hits = hits
		s.lay(text)
	})
}

// lay draws the list for what is typed.
func (s *Switcher) lay(text string) {
	if s.asked != nil {
		s.layPeople(text)
		return
	}
	s.lines = s.named(text)
	meant := len(s.lines)
	for _, i := range search.BestMatches(text, s.names, mostLines) {
		if c := s.choices[i]; c.note == 0 || !slices.ContainsFunc(s.lines, c.likeOther) {
			s.lines = append(s.lines, c)
		}
	}
	s.findMore(text, meant)
	s.found = 0
	for _, h := range s.hits {
		if l := s.hit(h); !slices.ContainsFunc(s.lines, l.likeOther) {
			s.lines = append(s.lines, l)
			s.found++
		}
	}
	if notes.Tidy(text) != "" {
		s.lines = append(s.lines, line{icon: "search", text: voice.T("Show all results"), act: func() {
			s.host.Go(room.Place{Screen: room.Search, Text: text})
		}})
	}
	s.selected = min(s.selected, len(s.lines)-1)
	s.draw()
}

// findMore adds what is found by other words: behind what is called so, before what only has the letters in it somewhere. The
// first lines, so many as are meant, stay the first.
func (s *Switcher) findMore(text string, meant int) {
	if utf8.RuneCountInString(notes.Tidy(text)) < leastWord {
		return
	}
	var more []line
	for _, l := range s.byOtherWords(text) {
		if !slices.ContainsFunc(s.lines, l.likeOther) {
			more = append(more, l)
		}
	}
	already := len(more)
	for _, c := range s.answers(text) {
		if l := s.command(c); len(more) < mostFound+already && !slices.ContainsFunc(s.lines, l.likeOther) {
			more = append(more, l)
		}
	}
	at := meant
	for at < len(s.lines) && search.HoldsWords(text, s.lines[at].says()) {
		at++
	}
	s.lines = slices.Insert(s.lines, at, more...)
}

// key moves the choice; Enter does it.
func (s *Switcher) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		s.choose(s.selected + 1)
	case fyne.KeyUp:
		s.choose(s.selected - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.do(s.selected)
	case fyne.KeyEscape:
		s.close()
	default:
		return false
	}
	return true
}

func (s *Switcher) choose(i int) {
	if i < 0 || i >= len(s.rows) {
		return
	}
	s.rows[s.selected].Select(false)
	s.selected = i
	s.rows[i].Select(true)
	widgets.Reveal(s.rows[i])
}

func (s *Switcher) close() {
	s.generation++ // a late answer draws nothing
	s.panel.Close()
}

// do closes the switcher and does a choice.
func (s *Switcher) do(i int) {
	if i < 0 || i >= len(s.lines) {
		return
	}
	l := s.lines[i]
	if !l.stays {
		s.close()
	}
	l.act()
}
