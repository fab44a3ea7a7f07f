package ui

import (
	"handback/ui/about"
	"handback/ui/decisions"
	"handback/ui/firstrun"
	"handback/ui/growth"
	"handback/ui/note"
	"handback/ui/praise"
	"handback/ui/prep"
	"handback/ui/room"
	"handback/ui/search"
	"handback/ui/settings"
	"handback/ui/team"
	"handback/ui/theirpage"
	"handback/ui/today"
	"handback/ui/trash"
)

// makers make the room of each screen. Today, the first run and About are made by makeRoom: they need more of the shell.
var makers = map[room.Screen]func(room.Host, room.Place) room.Room{
	room.Team:      team.New,
	room.Prep:      prep.New,
	room.Notes:     note.New,
	room.Meeting:   note.NewMeeting,
	room.Growth:    growth.New,
	room.Praise:    praise.New,
	room.Decisions: decisions.New,
	room.TheirPage: theirpage.New,
	room.Search:    search.New,
	room.Settings:  settings.New,
	room.Trash:     trash.New,
}

func (s *Shell) makeRoom(p room.Place) room.Room {
	switch p.Screen {
	case room.Today:
		return today.New(s, !s.shown)
	case room.About:
		return about.New(s, s.Version)
	}
	if make, ok := makers[p.Screen]; ok {
		return make(s, p)
	}
	if p.Screen == room.Problem {
		return s.problemPage(p.Text)
	}
	return firstrun.New(s, begin{s})
}
