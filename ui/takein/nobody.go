package takein

import (
	"errors"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/taking"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// mostGroups is how many folders and files of notes that name nobody stand on the page.
const mostGroups = 100

// asksName is the choice of somebody who isn't there yet: no note says the name.
var asksName = taking.Choice{What: taking.Same}

// ofNobody are whose notes that name nobody can be.
func (r *Room) ofNobody() (names []string, choices []taking.Choice) {
	add := func(name string, c taking.Choice) { names, choices = append(names, name), append(choices, c) }
	r.eachPerson(add)
	for _, name := range r.fresh() {
		add(name, taking.Choice{What: taking.Same, As: name})
	}
	add(voice.T("Someone new …"), asksName)
	add(voice.T("Leave out"), taking.Choice{})
	return names, choices
}

// give takes a choice. Where it is somebody who isn't there yet the name is asked first.
func (r *Room) give(c taking.Choice, took func(taking.Choice)) {
	if c != asksName {
		took(c)
		r.compare()
		return
	}
	field := widgets.NewTextField("import/name", fieldName, voice.T("e.g. Ana Lima"))
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Who are these notes about?"), voice.T("Use this name"), func() error {
		c, err := r.look.Add(field.Text(), r.host.People())
		var invalid notes.Invalid
		if errors.As(err, &invalid) {
			err = notes.Invalid{Field: fieldName, Why: invalid.Why}
		}
		if err != nil {
			return form.Fields{fieldName: field}.Refuse(err)
		}
		if _, said := r.answers.People[c.As]; c.What == taking.Same && !said {
			r.answers.People[c.As] = taking.Choice{What: taking.NewReport}
			r.added = append(r.added, c.As)
		}
		took(c)
		return nil
	}, field)
	d.OnClose = func(bool) { r.compare() }
	d.Show(field.Entry)
}

// fieldName is the field for a name, as what is wrong with it calls it.
var fieldName = voice.T("Name")

// nobody asks whose each of the notes that name nobody is, by folder and file, and one by one.
func (r *Room) nobody() []fyne.CanvasObject {
	p := r.look
	if len(p.Nobody) == 0 || len(p.Nobody) == 1 && p.Nobody[0].Notes == 1 {
		return nil
	}
	says := voice.T("Choose one by one")
	if r.oneByOne {
		says = voice.T("Choose for all of them")
	}
	rows := []fyne.CanvasObject{widgets.HStack(0, widgets.NewSmallButton("import.nobody", widgets.Quiet, "", says, func() {
		if r.oneByOne = !r.oneByOne; !r.oneByOne {
			r.answers.Nobody = map[string]taking.Choice{}
			r.compare()
			return
		}
		r.draw()
	}), widgets.Grow())}
	if !r.oneByOne {
		return rows
	}
	for i, g := range p.Nobody[:min(len(p.Nobody), mostGroups)] {
		rows = append(rows, r.group(i, g)...)
	}
	more := p.MoreNo
	for _, g := range p.Nobody[min(len(p.Nobody), mostGroups):] {
		more += g.Notes
	}
	if more > 0 {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.N(more, "What you chose above also applies to {n} more note.",
			"What you chose above also applies to {n} more notes."))))
	}
	return rows
}

// group is a folder or file of such notes, with each of them where it is unfolded.
func (r *Room) group(i int, g taking.Group) []fyne.CanvasObject {
	key := "import.nobody." + strconv.Itoa(i)
	if g.Notes == 1 {
		return []fyne.CanvasObject{r.nobodyRow(key, g.Rows[0].Origin, r.titleOf(g.Rows[0]), r.saysRow(g.Rows[0]), nil, 16)}
	}
	name := g.Path
	switch {
	case r.look.Pasted:
		name = voice.T("Pasted text")
	case g.Path == ".":
		name = r.look.Source
	}
	says := voice.T("Show notes")
	if r.unfolded[g.Path] {
		says = voice.T("Hide notes")
	}
	fold := widgets.NewSmallButton(key+".show", widgets.Quiet, "", says, func() {
		if r.unfolded == nil {
			r.unfolded = map[string]bool{}
		}
		r.unfolded[g.Path] = !r.unfolded[g.Path]
		r.draw()
	})
	rows := []fyne.CanvasObject{r.nobodyRow(key, g.Path, name, voice.N(g.Notes, "{n} note", "{n} notes"), fold, 16)}
	if !r.unfolded[g.Path] {
		return rows
	}
	for k, row := range g.Rows {
		rows = append(rows, r.nobodyRow(key+"."+strconv.Itoa(k), row.Origin, r.titleOf(row), r.saysRow(row), nil, 32))
	}
	if more := g.Notes - len(g.Rows); more > 0 {
		rows = append(rows, widgets.Pad(0, 0, 0, 32, widgets.NewPara(13, widgets.Dim(voice.N(more, "And {n} more.", "And {n} more.")))))
	}
	return rows
}

// nobodyRow asks whose what has a key in the answers is: a note, or all of a file or folder.
func (r *Room) nobodyRow(key, of, title, detail string, more fyne.CanvasObject, indent float32) fyne.CanvasObject {
	names, choices := r.ofNobody()
	names = append([]string{voice.T("As above")}, names...)
	chosen := 0
	if c, said := r.answers.Nobody[of]; said {
		chosen = 1 + slices.Index(choices, c)
	}
	pick := widgets.NewSelect(key+".who", "", names, chosen, func(k int) {
		if k == 0 {
			delete(r.answers.Nobody, of)
			r.compare()
			return
		}
		r.give(choices[k-1], func(c taking.Choice) { r.answers.Nobody[of] = c })
	})
	parts := []fyne.CanvasObject{
		widgets.Grow(widgets.VStack(0, widgets.NewElided(14, widgets.Plain(title)), widgets.NewElided(12, widgets.Dim(detail)))),
	}
	if more != nil {
		parts = append(parts, more)
	}
	parts = append(parts, widgets.Width(220, pick))
	return widgets.StillRow(widgets.RowTwoLines, widgets.Pad(0, 0, 0, indent, widgets.HMiddle(8, parts...)))
}

// titleOf is what a row is called.
func (r *Room) titleOf(row taking.Row) string {
	if row.Title != "" {
		return row.Title
	}
	return r.place(row.File, row.Line)
}

// saysRow says of which day and place a row is.
func (r *Room) saysRow(row taking.Row) string {
	day := voice.T("no date")
	if on := r.answers.DayOf(row); on != "" {
		day = notes.SayDay(on, r.host.Today())
	}
	return day + r.from(row)
}
