package team

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// asksSince is how far back questions to everybody are shown, in days.
const asksSince = 365

// ideasSince is how far back the board shows ideas that were answered, in days. One that waits is shown however old it is.
const ideasSince = 365

// answeredKept is how many lines of answered ideas the board is drawn from at least: more are found by searching.
const answeredKept = 200

// ask asks for the one question and puts it on each active report's planned note.
func (r *Room) ask() {
	question := widgets.NewTextField("sweep/question", team.FieldQuestion, voice.T("e.g. What should I stop doing?"))
	fields := form.Fields{team.FieldQuestion: question}
	says := widgets.NewPara(
		13, widgets.Dim(voice.T("It goes on the agenda for everyone's next one-on-one. Their answers appear here, side by side.")),
	).Lead(19)
	var suggested []fyne.CanvasObject
	for i, q := range team.SweepQuestions {
		content := widgets.HStack(
			10,
			widgets.Centre(18, 18, widgets.Icon("ask", 15, look.C().Muted)),
			widgets.Grow(widgets.NewPara(14, widgets.Plain(q)).Lead(20)),
		)
		suggested = append(suggested, widgets.NewRow("sweep/suggested/"+strconv.Itoa(i), 30, content, func() {
			question.SetText(q)
			r.host.Window().Canvas().Focus(question.Entry)
		}))
	}
	var d *widgets.Dialog
	looked := "" // what was refused once
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Ask everyone one question"), voice.T("Ask everyone"), func() error {
		asked := question.Text()
		err := fields.Refuse(r.askAll(asked, looked))
		if looked = asked; err != nil {
			d.Relayout()
		}
		return err
	}, says, question, widgets.VStack(0, suggested...))
	d.Show(question.Entry)
}

// askAll asks everybody; looked is a question that is asked although it may name somebody.
func (r *Room) askAll(question, looked string) error {
	in := r.host.Context(0, r.host.Today())
	plan := team.SweepPlan{
		People: r.host.People(), Asks: r.asks, Me: in.Me, Names: in.Names, Words: in.Words, Today: in.Date, LookedAt: looked,
	}
	change, asked, err := plan.Ask(question)
	if err != nil {
		return err
	}
	_, err = r.host.Apply(change, team.SayAsked(asked))
	return err
}

// plannedDays are the days of the next one-on-ones.
func (r *Room) plannedDays() (map[notes.PersonID]notes.Date, error) {
	roster, err := r.host.Journal().Roster(r.host.Now())
	days := map[notes.PersonID]notes.Date{}
	for _, line := range roster {
		if line.Planned != nil {
			days[line.Person.ID] = line.Planned.Date
		}
	}
	return days, err
}

// sweepParts are the questions that were asked of several: the newest with its answers, the others folded.
func (r *Room) sweepParts() []fyne.CanvasObject {
	if len(r.sweeps) == 0 {
		return nil
	}
	newest := r.sweeps[0]
	parts := []fyne.CanvasObject{widgets.Card(4, widgets.CardHead(voice.T("Added to everyone's agenda"), "", widgets.Small(newest.Say())),
		widgets.NewPara(15, widgets.Slanted("“"+newest.Question+"”")).Lead(22), r.answersOf(newest))}
	var folds []fyne.CanvasObject
	for _, s := range r.sweeps[1:] {
		folds = append(folds, widgets.NewFold(sweepKey(s), "ask", look.C().Ask, "“"+s.Question+"”", []widgets.Run{widgets.Dim(s.Say())},
			func() fyne.CanvasObject { return r.answersOf(s) }))
	}
	if len(folds) > 0 {
		parts = append(parts, widgets.FoldCard(folds...))
	}
	return parts
}

// answersOf is what each answered, side by side.
func (r *Room) answersOf(s team.Sweep) fyne.CanvasObject {
	const across = 3
	var rows []fyne.CanvasObject
	for from := 0; from < len(s.Answers); from += across {
		cells := make([]fyne.CanvasObject, across)
		for i := range cells {
			cells[i] = widgets.Gap(0)
			if from+i < len(s.Answers) {
				cells[i] = r.answerCell(s, s.Answers[from+i])
			}
		}
		rows = append(rows, widgets.ColumnsOrStack(narrow, 24, []float32{1, 1, 1}, cells...))
	}
	if s.CanTakeBack() && !room.ReadOnly(r.host) {
		back := widgets.NewSmallButton(sweepKey(s)+"/back", widgets.Quiet, "restore", voice.T("Withdraw the question"), func() {
			r.apply(s.TakeBack(), voice.T("Question withdrawn"))
		})
		rows = append(rows, widgets.HStack(0, back))
	}
	return widgets.VStack(2, rows...)
}

// sweepKey tells a sweep from all others of the page.
func sweepKey(s team.Sweep) string { return answerKey(s.Answers[0]) }

func answerKey(a team.SweepAnswer) string {
	return "sweep/" + strconv.FormatInt(int64(a.Item.Note), 10) + "/" + strconv.Itoa(a.Item.Line)
}

// answerCell is what one answered.
func (r *Room) answerCell(s team.Sweep, a team.SweepAnswer) fyne.CanvasObject {
	text := widgets.NewPara(14, widgets.Plain(a.Text)).Lead(20)
	if a.Text == "" {
		text = widgets.NewPara(13, widgets.Dim(a.Says)).Lead(20)
	}
	key := answerKey(a) + "/answer"
	parts := []fyne.CanvasObject{
		widgets.Disc(a.Person.Name, a.Person.UID, 24), widgets.Grow(widgets.VStack(1, widgets.SmallName(a.Person.First()), text)),
	}
	parts = append(parts, room.LogMenu(r.host, key, func() []widgets.MenuItem {
		write := widgets.MenuItem{Icon: "pen", Text: voice.T("Write the answer …"), OnTap: func() { r.writeAnswer(s, a) }}
		if a.Text != "" {
			write.Text = voice.T("Edit the answer …")
		}
		return []widgets.MenuItem{write}
	})...)
	return room.NewLogRow(r.host, key, 48, a.Item, widgets.HTop(10, parts...))
}

// writeAnswer asks for what the person said and writes it behind the question, in its note.
func (r *Room) writeAnswer(s team.Sweep, a team.SweepAnswer) {
	words := widgets.NewTextArea("sweep/words", team.FieldAnswer, voice.T("In {first}'s own words", "first", a.Person.First()), 3)
	words.SetText(a.Text)
	fields := form.Fields{team.FieldAnswer: words}
	var d *widgets.Dialog
	title := voice.T("What did {first} say?", "first", a.Person.First())
	d = widgets.NewDialog(r.host.Window().Canvas(), title, voice.T("Save the answer"), func() error {
		change, err := a.Answer(words.Text(), r.contextOf(a.Item), r.host.Today())
		if err != nil {
			err = fields.Refuse(err)
			d.Relayout()
			return err
		}
		_, err = r.host.Apply(change, voice.T("Answer saved"))
		return err
	}, widgets.NewPara(14, widgets.Slanted("“"+s.Question+"”")).Lead(20), words)
	d.About(answerKey(a)).Show(words.Entry)
}
