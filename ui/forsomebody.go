package ui

import (
	"cmp"
	"slices"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/switcher"
)

// forSomebody is a row of the table of what is about one person and can be begun from anywhere, for somebody who is named or
// picked in the quick switcher: a command, or what a button of one of their screens does.
type forSomebody struct {
	id     string // of the command; "" where a screen does it
	name   string // where it is no command: what its button says
	screen room.Screen
	act    string                  // what the screen does then, a room.Doer; "" is nothing more, or the command
	who    func(notes.Person) bool // whom it can be done for
	writes bool
}

// aboutSomebody lists them in the order in which they are offered: first the screens of a person, as in the table of screens.
func aboutSomebody() []forSomebody {
	var all []forSomebody
	for _, sc := range screens {
		for _, w := range sc.ways {
			if w.menu == menuPerson {
				all = append(all, forSomebody{id: w.id, screen: sc.id, who: func(p notes.Person) bool { return sc.tabOf(p.Kind) }})
			}
		}
	}
	return append(all, []forSomebody{
		{id: "note.new", screen: room.Notes, who: anybody, writes: true},
		{id: "meeting.start", screen: room.Prep, who: notes.Person.OnTeam, writes: true},
		{
			name: voice.T("Log praise"), screen: room.Praise, act: room.DoPraise,
			who: notes.Person.OnTeam, writes: true,
		},
		{
			name: voice.T("Log feedback"), screen: room.Praise, act: room.DoFeedback,
			who: notes.Person.OnTeam, writes: true,
		},
		{
			name: voice.T("Add a growth goal"), screen: room.Growth, act: room.DoGoal,
			who: notes.Person.OnTeam, writes: true,
		},
		{
			name: voice.T("Log a decision"), screen: room.Decisions, act: room.DoDecision,
			who: notes.Person.OnTeam, writes: true,
		},
		{
			name: voice.T("Pick a date for the next one-on-one"), screen: room.Prep, act: room.DoDate,
			who: notes.Person.OnTeam, writes: true,
		},
		{id: "typeback", screen: room.Prep, who: notes.Person.OnTeam, writes: true},
		{id: "note.today", screen: room.Notes, who: anybody, writes: true},
		{id: "person.edit", screen: room.Prep, who: anybody, writes: true},
		{id: "person.handover", screen: room.Prep, who: ofAReport},
		{id: "person.file", screen: room.Prep, who: anybody},
		{id: "search.here", screen: room.Notes, who: anybody},
	}...)
}

func anybody(p notes.Person) bool { return p.Kind != notes.KindMe }

func ofAReport(p notes.Person) bool { return p.Kind == notes.KindReport }

// begin goes to the person, unless they are in view already, and does it there.
func (f forSomebody) begin(s *Shell, who notes.PersonID) {
	to := room.Place{Screen: tabFor(s.Person(who).Kind, f.screen), Person: who}
	onScreen := f.act != "" || s.isScreen(f.id)
	if here := s.Place(); here.Person != who || onScreen && here.Screen != to.Screen {
		s.Go(to)
	}
	if here := s.Place(); here.Person != who || onScreen && here.Screen != to.Screen {
		return // what was open did not let go
	}
	if d, ok := s.room.(room.Doer); ok && f.act != "" {
		d.Do(f.act)
	} else if !onScreen {
		s.Run(f.id)
	}
}

// isScreen reports whether a command does no more than go to a person's screen.
func (s *Shell) isScreen(id string) bool {
	return slices.ContainsFunc(screens, func(sc screen) bool {
		return slices.ContainsFunc(sc.ways, func(w way) bool { return w.id == id && w.menu == menuPerson })
	})
}

// switcherList is what the quick switcher offers beside names: every command that can be done now, and what is about one
// person, for whoever is named or picked.
func (s *Shell) switcherList() []switcher.Command {
	about := aboutSomebody()
	offer := func(f forSomebody) switcher.Command {
		return switcher.Command{
			ID: f.id, Name: f.name, Also: alsoFound[cmp.Or(f.id, f.act)], Fits: f.who,
			For: func(who notes.PersonID) { f.begin(s, who) },
		}
	}
	var list, picked []switcher.Command
	for _, c := range s.commands {
		if c.name == "" || c.id == "switcher" {
			continue
		}
		at := slices.IndexFunc(about, func(f forSomebody) bool { return f.id == c.id })
		switch {
		case at >= 0 && (!about[at].writes || !s.readOnly()):
			f := about[at]
			f.name = c.name
			o := offer(f)
			if o.Keys = s.keysOf(c.id); c.can() {
				o.Now = true
				list = append(list, o)
			} else {
				picked = append(picked, o)
			}
		case c.can():
			list = append(list, switcher.Command{ID: c.id, Name: c.name, Also: alsoFound[c.id], Keys: s.keysOf(c.id)})
		}
	}
	for _, f := range about {
		if f.name != "" && !s.readOnly() {
			o := offer(f)
			if in := s.Person(s.Place().Person); in.ID != 0 && f.who(in) {
				o.Now, o.Detail, o.Act = true, in.First(), func() { f.begin(s, in.ID) }
			}
			picked = append(picked, o)
		}
	}
	return append(list, picked...)
}
