package team

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// few is how many lines of a list are shown before a tap shows all of them.
const few = 3

// cut reports whether a list of n ends before its line i.
func (r *Room) cut(list string, i, n int) bool { return i == few && n > few+1 && !r.whole[list] }

// allButton shows all of a list.
func (r *Room) allButton(list string) fyne.CanvasObject {
	return widgets.HStack(0, widgets.NewSmallButton("team/"+list+"/all", widgets.Quiet, "down", voice.T("Show all"), func() {
		r.whole[list] = true
		r.host.Show(r.Reload())
	}))
}

// narrow is the width below which things side by side go under each other, before scaling.
const narrow = 640

// boardParts are the lanes of the ideas board and, folded, what was declined.
func (r *Room) boardParts() []fyne.CanvasObject {
	b := r.board
	if len(b.Waiting)+len(b.Trying)+len(b.TakenUp)+len(b.Declined) == 0 {
		return []fyne.CanvasObject{r.noIdeas()}
	}
	parts := []fyne.CanvasObject{widgets.ColumnsOrStack(narrow, 16, []float32{1, 1, 1},
		r.lane("waiting", voice.T("Waiting for an answer"), b.Waiting, voice.T("Every idea has an answer.")),
		r.lane("trying", voice.T("Trying"), b.Trying, voice.T("Nothing being tried yet.")),
		r.lane("taken", voice.T("Adopted or tried"), b.TakenUp, voice.T("Nothing adopted or tried in the last year.")),
	), r.boardActions()}
	if r.older {
		parts = append(
			parts,
			widgets.NewPara(12, widgets.Dim(voice.T("Only the newest answered ideas appear here. Search finds the rest."))),
		)
	}
	if len(b.Declined) > 0 {
		gist := []widgets.Run{widgets.Dim(team.SayDeclined(b.Declined))}
		parts = append(
			parts,
			widgets.FoldCard(widgets.NewFold("ideas/declined", "idea", look.C().Muted, voice.T("Declined"), gist, func() fyne.CanvasObject {
				var cards []fyne.CanvasObject
				for _, c := range b.Declined {
					cards = append(cards, r.idea(c))
				}
				return widgets.Pad(4, 0, 8, 0, widgets.VStack(8, cards...))
			})),
		)
	}
	return parts
}

// noIdeas says what the board is for where there is nothing on it.
func (r *Room) noIdeas() fyne.CanvasObject {
	says := voice.T("Ideas from your team appear here, with your answer and what you learned. To add one, write “{idea}: …” in a note "+
		"about someone.", "idea", room.Word(r.host, notes.Idea))
	return widgets.Card(2, widgets.CardHead(voice.T("Ideas"), ""), widgets.MaxWidth(600, widgets.NewPara(14, widgets.Dim(says)).Lead(21)))
}

func (r *Room) lane(key, title string, cards []team.IdeaCard, none string) fyne.CanvasObject {
	count := ""
	if len(cards) > 0 {
		count = strconv.Itoa(len(cards))
	}
	parts := []fyne.CanvasObject{
		widgets.LineHeight(20, widgets.HStack(7, widgets.CardTitle(title), widgets.TextIn(count, 13, look.C().Muted, look.Regular))),
	}
	for i, c := range cards {
		if r.cut(key, i, len(cards)) {
			parts = append(parts, r.allButton(key))
			break
		}
		parts = append(parts, r.idea(c))
	}
	if len(cards) == 0 {
		parts = append(parts, widgets.EmptyLine(none))
	}
	return widgets.VStack(8, parts...)
}

// ideaKey is the identity of a card: its newest line.
func ideaKey(c team.IdeaCard) string {
	return "idea/" + strconv.FormatInt(int64(c.Items[0].Note), 10) + "/" + strconv.Itoa(c.Items[0].Line)
}

// idea is one card of the board. A tap opens the note at its line.
func (r *Room) idea(c team.IdeaCard) fyne.CanvasObject {
	key := ideaKey(c)
	foot := make([]fyne.CanvasObject, 0, len(c.Authors)+2)
	for _, p := range c.Authors {
		foot = append(foot, widgets.Disc(p.Name, p.UID, 20))
	}
	says := c.SayAuthors()
	if c.Says != "" {
		says += " · " + c.Says
	}
	foot = append(foot, widgets.Grow(widgets.NewPara(12, widgets.Dim(says)).Lead(17)))
	if b := r.answerButton(key, c); b != nil {
		foot = append(foot, b)
	}
	content := widgets.VStack(4, widgets.NewPara(14, widgets.Plain(c.Text)).Lead(20), widgets.HMiddle(7, foot...))
	row := room.NewLogRow(r.host, key, 56, c.Items[0], content)
	return widgets.Over(widgets.Outline(look.C().Surface, look.C().Hairline, 8), widgets.Pad(4, 12, 4, 12, row))
}

// answerButton is Answer on an idea that waits, and the same menu behind three dots on the others.
func (r *Room) answerButton(key string, c team.IdeaCard) fyne.CanvasObject {
	if room.ReadOnly(r.host) {
		return nil
	}
	var b *widgets.Button
	kind, icon, text := widgets.Quiet, "more", ""
	if c.State == notes.Open {
		kind, icon, text = widgets.Outlined, "", voice.T("Answer")
	}
	b = widgets.NewSmallButton(key+"/answer", kind, icon, text, func() { widgets.ShowMenu(b, r.answerMenu(c)...) })
	return widgets.WithTip(b, voice.T("Change the answer"), "")
}

func (r *Room) answerMenu(c team.IdeaCard) []widgets.MenuItem {
	var items []widgets.MenuItem
	for _, a := range answers {
		items = append(items, widgets.MenuItem{Icon: a.icon, Text: a.menu, OnTap: func() { r.answer(c, a) }})
	}
	if c.State != notes.Open {
		items = append(items, widgets.MenuItem{Icon: "restore", Text: voice.T("Remove the answer"), OnTap: func() {
			change, err := c.Reopen(r.contextOf)
			r.write(change, err, voice.T("Answer removed"))
		}})
	}
	return items
}

// contextOf is how a line is read where it stands.
func (r *Room) contextOf(f notes.Filed) notes.Context { return room.ContextOf(r.host, f) }
