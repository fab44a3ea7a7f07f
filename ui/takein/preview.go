package takein

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/csvfile"
	"handback/notes/taking"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// mostShown is how many of the found names, and of what is skipped, stand on the page.
const mostShown = 60

// fewRows is how many of the notes stand on the page at first.
const fewRows = 12

func (r *Room) options() incoming.Options {
	return incoming.Options{Today: r.host.Today(), DayFirst: r.dayFirst, Columns: r.columns}
}

// previewPage shows what would come in, and asks what can't be known.
func (r *Room) previewPage() []fyne.CanvasObject {
	p := r.look
	title := voice.T("Import from {source}", "source", p.Source)
	if p.Pasted {
		title = voice.T("Import pasted text")
	}
	parts := []fyne.CanvasObject{
		widgets.PageHead(title, voice.T("Nothing has changed yet. Check who's who, then import."),
			widgets.NewButton("import.cancel", widgets.Outlined, "", voice.T("Cancel"), r.back)),
		r.summary(),
	}
	if p.Notes == 0 {
		return append(parts, r.skipped()...)
	}
	if p.Table != nil {
		parts = append(parts, r.columnCard())
	}
	if p.Orders || p.Undated > 0 {
		parts = append(parts, r.dates())
	}
	parts = append(parts, r.who(), r.rows())
	return append(parts, r.skipped()...)
}

func (r *Room) summary() fyne.CanvasObject {
	p := r.look
	says := voice.N(p.Notes, "{n} note from {program}.", "{n} notes from {program}.", "program", p.Program)
	if p.From != "" {
		says = voice.N(p.Notes, "{n} note from {program}: {days}.", "{n} notes from {program}: {days}.", "program", p.Program,
			"days", r.saysDays(p.From, p.To))
	}
	if p.Notes == 0 {
		return widgets.Card(8, widgets.NewPara(15, widgets.Strong(voice.T("There are no notes in here that Handback can read."))))
	}
	n := 0
	var lines []string
	if c := r.counts; c != nil {
		n, lines = c.Taken(), saysCounts(*c)
		if c.LeftOut > 0 {
			lines = append(lines, voice.N(c.LeftOut, "{n} note is left out, because it has no date or nobody is chosen for it. Change that below.",
				"{n} notes are left out, because they have no date or nobody is chosen for them. Change that below."))
		}
	}
	// The button stands above what comes and goes, so that it stays where it is.
	rows := []fyne.CanvasObject{
		widgets.HMiddle(8, widgets.Grow(widgets.NewPara(15, widgets.Strong(says))),
			widgets.NewButton("import.go", widgets.Primary, "", voice.N(n, "Import {n} note", "Import {n} notes"), r.bring).SetEnabled(n > 0)),
		widgets.NewPara(13, widgets.Dim(voice.T("Tasks, tags and links stay in the text. Old tasks don't count until you carry them over."))),
	}
	for _, line := range lines {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(line)))
	}
	return widgets.Card(8, rows...)
}

// saysCounts says what becomes of the notes, a line for each kind that there is.
func saysCounts(c taking.Counts) []string {
	var lines []string
	add := func(n int, say string) {
		if n > 0 {
			lines = append(lines, say)
		}
	}
	add(c.Changed, voice.N(c.Changed, "{n} note changed since you last imported it: the new text takes its place.",
		"{n} notes changed since you last imported them: the new text takes their place."))
	add(c.Same, voice.N(c.Same, "{n} note is here already.", "{n} notes are here already."))
	add(c.Kept, voice.N(c.Kept, "{n} note changed, but you changed it here too: yours stays.",
		"{n} notes changed, but you changed them here too: yours stay."))
	add(c.Deleted, voice.N(c.Deleted,
		"{n} note is left out, because you deleted it here.", "{n} notes are left out, because you deleted them here."))
	return lines
}

// who asks whom the names mean.
func (r *Room) who() fyne.CanvasObject {
	p := r.look
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Who they're about"), strconv.Itoa(len(p.Names)))}
	shown := min(len(p.Names), mostShown*(1+r.more))
	for i, n := range p.Names[:shown] {
		rows = append(rows, r.nameRow(i, n))
		if n.Text == "" {
			rows = append(rows, r.nobody()...)
		}
	}
	if more := len(p.Names) - shown; more > 0 {
		next := min(more, mostShown)
		rows = append(rows, widgets.HStack(0, widgets.NewSmallButton("import.names.more", widgets.Quiet, "",
			voice.N(next, "Show {n} more name", "Show {n} more names"), func() { r.more++; r.draw() }), widgets.Grow()))
	}
	if p.MoreOf > 0 {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.N(p.MoreOf, "{n} note that names other people is left out.",
			"{n} notes that name other people are left out."))))
	}
	return widgets.Card(0, rows...)
}

func (r *Room) nameRow(i int, n taking.Name) fyne.CanvasObject {
	name := n.Text
	if name == "" {
		name = voice.T("Nobody named")
	}
	names, choices := r.choices(n)
	chosen := 0
	if n.Text == "" {
		names, choices = r.ofNobody()
	}
	for k, c := range choices {
		if c == r.answers.People[n.Text] {
			chosen = k
		}
	}
	detail := voice.N(n.Notes, "{n} note", "{n} notes")
	if n.From != "" {
		detail += " · " + r.saysDays(n.From, n.To)
	}
	if n.Added {
		detail = voice.T("You added this name.")
	}
	if c := r.answers.People[n.Text]; c.What == taking.Skip && len(n.Could) > 0 {
		detail = voice.T("Could be {names}. Choose one.", "names", strings.Join(n.Could, voice.T(" or ")))
	}
	var parts []fyne.CanvasObject
	if c := r.answers.People[n.Text]; n.Likely && c == n.Guess {
		detail = voice.T("Looks like {name} · {detail}", "name", r.saysWho(c), "detail", detail)
		parts = append(parts, widgets.NewSmallButton("import.other."+strconv.Itoa(i), widgets.Quiet, "", voice.T("Someone else"), func() {
			r.answers.People[n.Text] = r.somebodyElse(n)
			r.compare()
		}))
	}
	pick := widgets.NewSelect("import.who."+strconv.Itoa(i), "", names, chosen, func(k int) {
		r.give(choices[k], func(c taking.Choice) { r.answers.People[n.Text] = c })
	})
	says := widgets.Grow(widgets.VStack(0, widgets.NewElided(14, widgets.Plain(name)), widgets.NewElided(12, widgets.Dim(detail))))
	parts = append(append([]fyne.CanvasObject{says}, parts...), widgets.Width(260, pick))
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8, parts...))
}

// saysWho is who a choice means.
func (r *Room) saysWho(c taking.Choice) string {
	if c.What == taking.Existing {
		return r.host.Person(c.Person).Name
	}
	return c.As
}

// somebodyElse is the choice of a name that isn't whom it looks like: somebody new, where it can be a name, or nobody yet.
func (r *Room) somebodyElse(n taking.Name) taking.Choice {
	if notes.CheckName(taking.AsNew(n.Text), notes.Person{}, r.host.People()) != nil {
		return taking.Choice{}
	}
	return taking.Choice{What: taking.NewReport}
}

// saysDays is from when to when, or the one day.
func (r *Room) saysDays(from, to notes.Date) string {
	if from == to {
		return notes.SayDay(from, r.host.Today())
	}
	return voice.T("{from} to {to}", "from", notes.SayDay(from, r.host.Today()), "to", notes.SayDay(to, r.host.Today()))
}

// choices are what a name can mean, and how that is called.
func (r *Room) choices(n taking.Name) (names []string, choices []taking.Choice) {
	add := func(name string, c taking.Choice) { names, choices = append(names, name), append(choices, c) }
	if n.Text != "" && notes.CheckName(taking.AsNew(n.Text), notes.Person{}, r.host.People()) == nil {
		add(voice.T("Add as a direct report"), taking.Choice{What: taking.NewReport})
		add(voice.T("Add, but not as a direct report"), taking.Choice{What: taking.NewOther})
	}
	r.eachPerson(add)
	for _, other := range r.fresh() {
		if other != n.Text {
			add(voice.T("Same as {name}", "name", other), taking.Choice{What: taking.Same, As: other})
		}
	}
	add(voice.T("Leave out"), taking.Choice{})
	return names, choices
}

// eachPerson gives the people of the journal as choices.
func (r *Room) eachPerson(add func(string, taking.Choice)) {
	for _, p := range r.host.People() {
		name := p.Name
		if p.Kind == notes.KindMe {
			name = voice.T("My notes")
		}
		add(name, taking.Choice{What: taking.Existing, Person: p.ID})
	}
}

// fresh are the names of those who would be new.
func (r *Room) fresh() (names []string) {
	for i, n := range r.look.Names {
		c := r.answers.People[n.Text]
		if n.Text != "" && (i < mostShown || n.Added) && (c.What == taking.NewReport || c.What == taking.NewOther) {
			names = append(names, n.Text)
		}
	}
	return names
}

// dates asks what the files don't say of days.
func (r *Room) dates() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Dates"), "")}
	if r.look.Orders {
		chosen := -1
		if r.dayFirst != nil {
			chosen = 1
			if *r.dayFirst {
				chosen = 0
			}
		}
		rows = append(rows, widgets.NewPara(14, widgets.Plain(voice.T("Some dates can be read in two ways. What does 4/12 mean?"))),
			widgets.HStack(0, widgets.NewSegmented("import.order", []string{voice.T("4 December"), voice.T("April 12")}, chosen, func(i int) {
				dayFirst := i == 0
				r.dayFirst = &dayFirst
				r.lookAt(false)
			}).Waiting(), widgets.Grow()))
	}
	if r.look.Undated > 0 {
		rows = append(rows, r.undated()...)
	}
	return widgets.Card(8, rows...)
}

// columnCard asks what the columns of a table hold.
func (r *Room) columnCard() fyne.CanvasObject {
	t := r.look.Table
	labels := map[string]string{
		csvfile.Person: voice.T("Person"), csvfile.Date: voice.T("Date"), csvfile.Title: voice.T("Title"), csvfile.Body: voice.T("Text"),
		csvfile.Tags: voice.T("Tags"), csvfile.Task: voice.T("Task"), csvfile.Due: voice.T("Due date"),
	}
	options := []string{voice.T("No column")}
	for i, head := range t.Head {
		name := head
		if name == "" {
			name = voice.T("Column {n}", "n", i+1)
		}
		if len(t.Example) > 0 && i < len(t.Example[0]) && t.Example[0][i] != "" {
			name += "  (" + short(t.Example[0][i]) + ")"
		}
		options = append(options, name)
	}
	now := r.columns
	if now == nil {
		now = t.Guess
	}
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Columns"), "")}
	for _, name := range csvfile.Names {
		chosen := 0
		if i, ok := now[name]; ok {
			chosen = i + 1
		}
		rows = append(rows, widgets.HMiddle(8, widgets.Grow(widgets.Text(labels[name])),
			widgets.Width(360, widgets.NewSelect("import.column."+name, "", options, chosen, func(i int) { r.mapColumn(now, name, i-1) }))))
	}
	return widgets.Card(6, rows...)
}

// mapColumn says in which column something is, -1 for none, and reads again.
func (r *Room) mapColumn(now map[string]int, name string, column int) {
	columns := map[string]int{}
	for k, v := range now {
		if k != name && v != column {
			columns[k] = v
		}
	}
	if column >= 0 {
		columns[name] = column
	}
	r.columns = columns
	r.lookAt(false)
}

func short(s string) string {
	const most = 24
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + " …"
	}
	return s
}

// rows shows the first of the notes.
func (r *Room) rows() fyne.CanvasObject {
	p := r.look
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("What you'll get"), "")}
	shown := min(len(p.Rows), fewRows)
	if r.allRows {
		shown = len(p.Rows)
	}
	for _, row := range p.Rows[:shown] {
		where, day := r.whoIs(row), voice.T("no date")
		if on := r.answers.DayOf(row); on != "" {
			day = notes.SayDay(on, r.host.Today())
		} else {
			where = ""
		}
		if where == "" {
			where = voice.T("Left out")
		} else if stands := r.saysStanding(row); stands != "" {
			day += "  ·  " + stands
		}
		rows = append(rows, widgets.StillRow(widgets.RowTwoLines, widgets.VStack(0,
			widgets.NewElided(14, widgets.Plain(row.Title)),
			widgets.NewElided(12, widgets.Dim(where+"  ·  "+day+r.from(row))))))
	}
	if more := len(p.Rows) - shown; more > 0 {
		rows = append(rows, widgets.HStack(0, widgets.NewSmallButton("import.rows.more", widgets.Quiet, "",
			voice.N(more, "Show {n} more", "Show {n} more"), func() { r.allRows = true; r.draw() }), widgets.Grow()))
	} else if more := p.Notes - shown; more > 0 {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.N(more, "and {n} more", "and {n} more"))))
	}
	return widgets.Card(0, rows...)
}

// saysStanding says how a row stands to what is here, "" where it is new.
func (r *Room) saysStanding(row taking.Row) string {
	switch r.stands[row.Origin] {
	case notes.BroughtChanged:
		return voice.T("replaces the text you imported before")
	case notes.BroughtSame:
		return voice.T("left out: it's here already")
	case notes.BroughtKept:
		return voice.T("left out: you changed it here, so your version stays")
	case notes.BroughtDeleted:
		return voice.T("left out: you deleted it here")
	}
	return ""
}

// from says from where a row is, where that isn't plain.
func (r *Room) from(row taking.Row) string {
	if r.look.Pasted {
		return ""
	}
	return "  ·  " + place(row.File, row.Line)
}

// whoIs is in whose notes a row would stand, "" for nobody's.
func (r *Room) whoIs(row taking.Row) string {
	as, c := r.answers.Whose(row)
	switch c.What {
	case taking.Existing:
		if p := r.host.Person(c.Person); p.Kind != notes.KindMe {
			return p.Name
		}
		return voice.T("My notes")
	case taking.NewReport, taking.NewOther:
		return taking.AsNew(as)
	}
	return ""
}

// place is where in the source something stands. A pasted text has no name.
func (r *Room) place(file string, line int) string {
	switch {
	case !r.look.Pasted:
		return place(file, line)
	case line > 1:
		return voice.T("Line {line}", "line", line)
	}
	return voice.T("Pasted text")
}

func place(file string, line int) string {
	if line > 1 {
		return voice.T("{file}, line {line}", "file", file, "line", line)
	}
	return file
}

// skipped says what isn't taken, and why.
func (r *Room) skipped() []fyne.CanvasObject {
	p := r.look
	if p.Skips == 0 && len(p.Loose) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("What's left out"), strconv.Itoa(p.Skips+len(p.Loose)+p.Looser))}
	for _, s := range p.Skipped[:min(len(p.Skipped), mostShown)] {
		rows = append(rows, widgets.StillRow(widgets.RowTwoLines, widgets.VStack(0,
			widgets.NewElided(14, widgets.Plain(r.place(s.File, s.Line))), widgets.NewElided(12, widgets.Dim(s.Why)))))
	}
	if more := p.Skips - min(len(p.Skipped), mostShown); more > 0 {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.N(more, "and {n} more", "and {n} more"))))
	}
	for _, thing := range p.Loose {
		rows = append(rows, widgets.StillRow(widgets.RowTwoLines, widgets.VStack(0,
			widgets.NewElided(14, widgets.Plain(r.place(thing.File, 0))), widgets.NewElided(12, widgets.Dim(thing.Text)))))
	}
	if p.Looser > 0 {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.N(p.Looser, "and {n} more detail", "and {n} more details"))))
	}
	return []fyne.CanvasObject{widgets.Card(0, rows...)}
}
