package handover

import (
	"handback/notes/document"
	"handback/ui/paper"
)

func plain(d document.Document) string { return document.Plain(d) }

func (r *Room) agenda() document.Document { return r.pack.Agenda(r.host.Me().First()) }

// giveOut prints the pack, and talk with its own button.
func (r *Room) giveOut(pack, _ document.Document) { r.host.Show(paper.Print(paper.Open, pack)) }

func (r *Room) printAgenda() { r.host.Show(paper.Print(paper.Open, r.agenda())) }
