package review

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/handover"
	"handback/notes/review"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// mostFound is in how many notes it is looked for the person's name.
const mostFound = 400

// readHeld reads all that is held about the person.
func (r *Room) readHeld(facts notes.ReviewFacts) (err error) {
	journal := r.host.Journal()
	from, to := r.period.From, r.period.Last(r.host.Today())
	if r.ever {
		from, to = "", ""
	}
	f := review.HeldFacts{
		Person: facts.Person, Today: r.host.Today(), Context: r.host.Context,
		Goals: facts.Goals, Areas: facts.Areas, Edits: facts.Edits, Period: r.period, Ever: r.ever,
	}
	if f.Disclosed, err = journal.Disclosed(r.person, from, to); err != nil {
		return err
	}
	if f.Expectations, err = journal.Expectations(r.person); err != nil {
		return err
	}
	if f.StepIns, err = journal.StepIns(r.person); err != nil {
		return err
	}
	if f.Found, err = r.found(from, to); err != nil {
		return err
	}
	f.More = r.more
	if err = r.readBesides(&f); err != nil {
		return err
	}
	r.held = review.ShowHeld(f)
	return nil
}

// readBesides reads what is held in words and in no note that is shown.
func (r *Room) readBesides(f *review.HeldFacts) (err error) {
	journal := r.host.Journal()
	if f.Asked, err = journal.PromptHistory(r.person); err != nil {
		return err
	}
	if f.Bin, err = journal.Trash(); err != nil {
		return err
	}
	company, err := journal.CompanyGoals()
	if err != nil {
		return err
	}
	for _, g := range company {
		for _, talk := range g.Talks {
			if talk.Person == r.person {
				f.Talks = append(f.Talks, talk)
			}
		}
	}
	kept, err := journal.Setting(handover.Key(r.host.Person(r.person)))
	for _, x := range handover.ReadKept(kept).Held() {
		f.Handover = append(f.Handover, review.Extra{What: x[0], Text: x[1]})
	}
	return err
}

// found are notes of others in which a name of the person may stand.
func (r *Room) found(from, to notes.Date) ([]notes.Note, error) {
	who := r.host.Person(r.person)
	r.more = false
	var out []notes.Note
	for _, name := range review.NamesOf(who) {
		query := notes.Query{Text: `"` + name + `"`, From: from, To: to, Newest: true, Limit: mostFound, Lines: 1}
		hits, more, err := r.host.Journal().Search(query)
		if err != nil {
			return nil, err
		}
		r.more = r.more || more
		for _, hit := range hits {
			if hit.Person == r.person {
				continue
			}
			n, err := r.host.Journal().Note(hit.ID)
			if err != nil {
				return nil, err
			}
			out = append(out, n)
		}
	}
	return out, nil
}

func (r *Room) drawHeld() []fyne.CanvasObject {
	var sums []fyne.CanvasObject
	for _, says := range r.held.Says() {
		sums = append(sums, widgets.NewPara(14, widgets.Plain(says)).Lead(21))
	}
	for _, covers := range r.held.Covers() {
		sums = append(sums, widgets.NewPara(13, widgets.Dim(covers)).Lead(19))
	}
	toggle := func(on *bool) func() {
		return func() {
			*on, r.from = !*on, 0
			r.host.Show(r.Reload())
		}
	}
	choices := widgets.HStack(8,
		widgets.NewToggleChip("review.ever", "", voice.T("Show all years"), r.ever, toggle(&r.ever)),
		widgets.NewToggleChip("review.marked", "", voice.T("Show only lines that don't say what happened"), r.marked, toggle(&r.marked)),
		widgets.Grow())
	parts := []fyne.CanvasObject{widgets.VStack(6, append(sums, choices)...)}
	lines := r.held.Lines
	if r.marked {
		lines = r.held.Marked()
	}
	if len(lines) == 0 {
		parts = append(parts, widgets.Card(4, widgets.EmptyLine(r.sayNothingHeld())))
	}
	parts = append(parts, r.heldCards(lines)...)
	if card := r.besidesCard(); card != nil && r.from+most >= len(lines) {
		parts = append(parts, card)
	}
	return append(parts, r.pager(len(lines))...)
}

func (r *Room) sayNothingHeld() string {
	if r.marked {
		return voice.T("None found. Every line here says what happened, or isn't about the person.")
	}
	return voice.T("No notes in this period. What you write about {first} appears here, as they would read it.",
		"first", r.host.Person(r.person).First())
}

// heldCards are the lines that are drawn now, by note.
func (r *Room) heldCards(lines []review.HeldLine) []fyne.CanvasObject {
	var cards, rows []fyne.CanvasObject
	shown := lines[min(r.from, len(lines)):min(r.from+most, len(lines))]
	for i, l := range shown {
		if i == 0 || shown[i-1].Note.ID != l.Note.ID {
			rows = []fyne.CanvasObject{widgets.CardHead(l.Where(r.host.Today()), "")}
		}
		rows = append(rows, r.heldRow(l))
		if i == len(shown)-1 || shown[i+1].Note.ID != l.Note.ID {
			cards = append(cards, widgets.Card(2, rows...))
		}
	}
	return cards
}

// heldRow is one line; a tap leads to it, to be reworded or moved.
func (r *Room) heldRow(l review.HeldLine) fyne.CanvasObject {
	key := "held/" + strconv.FormatInt(int64(l.Note.ID), 10) + "/" + strconv.Itoa(l.Line)
	text := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(l.Text)).Lead(21)}
	if mark := l.Mark(); mark != "" {
		icon, c := "lock", look.C().Muted
		if l.Judges {
			icon, c = "info", look.C().Stuck
		}
		text = append(text, widgets.HStack(0, widgets.Chip(icon, mark, c), widgets.Grow()))
	}
	return widgets.NewRow(key, widgets.RowOneLine, widgets.VStack(3, text...), func() {
		r.host.Go(room.Place{Screen: room.Notes, Person: l.Note.Person, Note: l.Note.ID, Line: l.Line})
	})
}

// besidesCard is what is held in no note; nil where there is nothing.
func (r *Room) besidesCard() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Not from notes"), "")}
	more := 0
	for i, b := range r.held.Besides {
		if r.marked && !b.Judges {
			continue
		}
		if len(rows) > most {
			more++
			continue
		}
		what := b.What
		if b.Judges {
			what = voice.T("{what} · doesn't say what happened", "what", b.What)
		}
		content := widgets.VStack(1, widgets.NewPara(14, widgets.Plain(b.Text)).Lead(21).Most(6), widgets.NewPara(13, widgets.Dim(what)).Lead(19))
		key := "held/beside/" + strconv.Itoa(i)
		rows = append(rows, widgets.NewRow(key, widgets.RowTwoLines, content, func() { r.host.Go(r.placeOfBeside(b)) }))
	}
	if len(rows) == 1 {
		return nil
	}
	if more > 0 {
		rows = append(rows, widgets.EmptyLine(
			voice.N(more, "{n} more appears when you print or save.", "{n} more appear when you print or save.")))
	}
	return widgets.Card(2, rows...)
}

func (r *Room) placeOfBeside(b review.Beside) room.Place {
	switch b.Kind {
	case notes.KindGoal:
		return room.PlaceOfGoal(r.person, b.Goal)
	case notes.KindArea:
		return room.Place{Screen: room.Decisions, Person: r.person}
	case notes.KindStepIn:
		return room.Place{Screen: room.Prep, Person: r.person}
	case notes.KindExpectation:
		return room.Place{Screen: room.TheirPage, Person: r.person}
	}
	switch b.At {
	case review.InTrash:
		return room.Place{Screen: room.Trash}
	case review.InHandover:
		return room.Place{Screen: room.Handover, Person: r.person}
	case review.InPrep:
		return room.Place{Screen: room.Prep, Person: r.person}
	case review.InCompany:
		return room.Place{Screen: room.Team}
	}
	return r.place(r.period, asPack)
}
