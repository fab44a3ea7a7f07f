package review

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/review"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

func (r *Room) drawPack() []fyne.CanvasObject {
	left := []fyne.CanvasObject{}
	for _, card := range []fyne.CanvasObject{r.meterCard(), r.othersCard()} {
		if card != nil {
			left = append(left, card)
		}
	}
	if r.pack.Lines == 0 {
		left = append(left, r.empty())
	}
	left = append(left, r.parts()...)
	if card := r.outCard(); card != nil {
		left = append(left, card)
	}
	if card := r.goneCard(); card != nil {
		left = append(left, card)
	}
	return []fyne.CanvasObject{
		widgets.ColumnsOrStack(760, 16, []float32{1.8, 1}, widgets.VStack(16, left...), widgets.VStack(0, r.ownCard())),
	}
}

// meterCard says how evenly the notes cover the period, and what stays out; nil where there is nothing to say.
func (r *Room) meterCard() fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, says := range append(append([]string{}, r.pack.Meter...), r.pack.Was...) {
		parts = append(parts, widgets.NewPara(14, widgets.Plain(says)).Lead(21))
	}
	for _, says := range r.pack.Flags() {
		parts = append(parts, widgets.NewPara(14, widgets.Dim(says)).Lead(21))
	}
	if len(r.pack.Flags()) > 0 {
		parts = append(parts, widgets.Gap(4), widgets.HStack(0, widgets.NewSmallButton("review.unsaid", widgets.Outlined, "clock",
			voice.T("See praise and feedback you haven't given"), func() {
				r.host.Go(room.Place{Screen: room.Praise, Person: r.person})
			}), widgets.Grow()))
	}
	if len(parts) == 0 {
		return nil
	}
	return widgets.Card(2, parts...)
}

// othersCard says which lines name somebody else, since whoever reads the pack reads that too; nil where none does.
func (r *Room) othersCard() fyne.CanvasObject {
	others := r.pack.NamingOthers()
	if len(others) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Lines that name someone else"), strconv.Itoa(len(others)), r.leaveAllOut(others)...),
		widgets.NewPara(13, widgets.Dim(
			voice.T("Anyone who reads this review sees these names too. Leave out what they shouldn't see."))).Lead(19),
	}
	for i, l := range others[:min(len(others), most)] {
		text := widgets.NewPara(14, widgets.Plain(l.Says)).Lead(21).Most(3)
		parts := []fyne.CanvasObject{widgets.Grow(text)}
		if !room.ReadOnly(r.host) {
			parts = append(parts, widgets.NewSmallButton("review.others."+strconv.Itoa(i), widgets.Quiet, "x", voice.T("Leave out"), func() {
				r.apply(r.pack.LeaveOut(l), voice.T("Left out"))
			}))
		}
		rows = append(rows, widgets.StillRow(widgets.RowOneLine, widgets.HTop(12, parts...)))
	}
	return widgets.Card(2, rows...)
}

// leaveAllOut leaves all of several such lines out.
func (r *Room) leaveAllOut(others []review.Line) []fyne.CanvasObject {
	if len(others) < 2 || room.ReadOnly(r.host) {
		return nil
	}
	return []fyne.CanvasObject{widgets.NewSmallButton("review.others.all", widgets.Outlined, "x", voice.T("Leave them all out"), func() {
		r.apply(r.pack.LeaveOutAll(others), voice.T("Left out"))
	})}
}

// empty says what the screen is for where nothing was noted in the period, and offers the next step.
func (r *Room) empty() fyne.CanvasObject {
	first := r.host.Person(r.person).First()
	says := voice.T("Nothing to show for this period yet. What {first} decides, does and is praised for appears here, with its date.",
		"first", first)
	if len(r.pack.Out) > 0 {
		says = voice.T("You left out every line of this period. Put back the ones you need.")
	}
	next := widgets.NewButton("review.longer", widgets.Outlined, "cal", voice.T("Show all notes about {first}", "first", first),
		func() { r.choose(review.Since) })
	if r.period.Kind == review.Since {
		next = widgets.NewButton("review.write", widgets.Outlined, "plus", voice.T("Write a note"), func() { r.host.Run("note.new") })
	}
	parts := []fyne.CanvasObject{widgets.NewPara(14, widgets.Dim(says)).Lead(21)}
	if len(r.pack.Out) == 0 && (r.period.Kind != review.Since || !room.ReadOnly(r.host)) {
		parts = append(parts, widgets.Gap(8), widgets.HStack(0, next, widgets.Grow()))
	}
	return widgets.Card(4, parts...)
}

// most is how many lines are drawn at once: a row costs as much as a paragraph of a page.
const most = 100

// parts are the cards of the lines that are drawn now.
func (r *Room) parts() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	at := 0
	for _, part := range r.pack.Parts {
		from, to := max(r.from-at, 0), min(r.from+most-at, len(part.Lines))
		at += len(part.Lines)
		if from >= to {
			continue
		}
		rows := []fyne.CanvasObject{widgets.CardHead(part.Title, strconv.Itoa(len(part.Lines)))}
		for _, l := range part.Lines[from:to] {
			rows = append(rows, r.row(l, r.menu(l)))
		}
		cards = append(cards, widgets.Card(2, rows...))
	}
	return append(cards, r.pager(r.pack.Lines)...)
}

// pager leads through a list that is drawn in pieces.
func (r *Room) pager(all int) []fyne.CanvasObject {
	if all <= most {
		return nil
	}
	to := min(r.from+most, all)
	turn := func(by int) func() {
		return func() {
			r.from = min(max(r.from+by, 0), (all-1)/most*most)
			r.host.Show(r.Reload())
		}
	}
	return []fyne.CanvasObject{widgets.HMiddle(
		12,
		widgets.NewSmallButton("review.previous", widgets.Outlined, "left", voice.T("Show previous lines"), turn(-most)).SetEnabled(r.from > 0),
		widgets.NewSmallButton("review.next", widgets.Outlined, "right", voice.T("Show next lines"), turn(most)).SetEnabled(to < all),
		widgets.Small(voice.T("Lines {from} to {to} of {all}", "from", r.from+1, "to", to, "all", all)),
		widgets.Grow(),
	)}
}

func keyOf(l review.Line) string {
	if l.HasNote() {
		return "review/" + strconv.FormatInt(int64(l.Note), 10) + "/" + strconv.Itoa(l.Filed.Line)
	}
	return "review/" + l.UID + "/" + string(l.Day)
}

// row is one line of the pack. A tap opens the note at it, or the goal or area that it comes from.
func (r *Room) row(l review.Line, menu func() []widgets.MenuItem) fyne.CanvasObject {
	key := keyOf(l)
	text := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(l.Says)).Lead(21)}
	if l.Rest != "" {
		text = append(text, widgets.NewPara(13, widgets.Dim(l.Rest)).Lead(19))
	}
	if l.Comment != "" {
		text = append(text, widgets.NewPara(13, widgets.Strong(l.Comment)).Lead(19))
	}
	if l.Others && !l.Out {
		text = append(text, widgets.HStack(0, widgets.Chip("users", voice.T("names someone else"), look.C().Stuck), widgets.Grow()))
	}
	date := widgets.LineHeight(21, room.SmallDayWithin(76, notes.SayDate(l.Day, r.host.Today()), l.Day))
	parts := []fyne.CanvasObject{widgets.Width(78, date), widgets.Grow(widgets.VStack(1, text...))}
	content := widgets.HTop(12, append(parts, room.LogMenu(r.host, key, menu)...)...)
	if l.HasNote() {
		return room.NewLogRow(r.host, key, widgets.RowOneLine, l.Filed, content)
	}
	return widgets.NewRow(key, widgets.RowOneLine, content, func() { r.host.Go(r.placeOf(l)) })
}

func (r *Room) placeOf(l review.Line) room.Place {
	if l.Area != "" {
		return room.Place{Screen: room.Decisions, Person: r.person}
	}
	return room.PlaceOfGoal(r.person, l.Goal)
}

// menu is what can be done with a line.
func (r *Room) menu(l review.Line) func() []widgets.MenuItem {
	return func() []widgets.MenuItem {
		comment := voice.T("Add a comment …")
		if l.Comment != "" {
			comment = voice.T("Edit the comment …")
		}
		items := []widgets.MenuItem{
			{Icon: "pen", Text: comment, OnTap: func() { r.comment(l) }},
			{Icon: "x", Text: voice.T("Leave out"), OnTap: func() { r.apply(r.pack.LeaveOut(l), voice.T("Left out")) }},
		}
		for i, move := range []struct {
			icon, text string
			to         review.Where
		}{
			{"up", voice.T("Move up"), review.Up},
			{"down", voice.T("Move down"), review.Down},
			{"", voice.T("Move to the top"), review.Top},
			{"", voice.T("Move to the bottom"), review.Bottom},
		} {
			change, moves := r.pack.Move(l, move.to)
			items = append(items, widgets.MenuItem{
				Icon: move.icon, Text: move.text, Off: !moves, Divided: i == 0, OnTap: func() { r.apply(change, voice.T("Moved")) },
			})
		}
		return items
	}
}

// apply commits; what went wrong has been shown.
func (r *Room) apply(c notes.Change, say string) { _, _ = r.host.Apply(c, say) }

// comment asks for the comment on a line.
func (r *Room) comment(l review.Line) {
	field := widgets.NewTextField("review.comment", review.FieldComment, voice.T("e.g. this set the pattern for the later releases"))
	field.SetText(l.Comment)
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Comment on this line"), voice.T("Save"), func() error {
		change, err := r.pack.Say(l, field.Text())
		if err != nil {
			field.SetError(err.Error())
			return err
		}
		say := voice.T("Comment saved")
		if notes.Tidy(field.Text()) == "" {
			say = voice.T("Comment removed")
		}
		_, err = r.host.Apply(change, say)
		return err
	}, widgets.NewPara(14, widgets.Dim(l.Says)).Most(4), field)
	d.About(l.UID, " ", l.Key).Show(field.Entry)
}

// outCard lists what was left out, to be put back.
func (r *Room) outCard() fyne.CanvasObject {
	if len(r.pack.Out) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Left out"), strconv.Itoa(len(r.pack.Out)))}
	for _, l := range r.pack.Out[:min(len(r.pack.Out), most)] {
		rows = append(rows, r.row(l, func() []widgets.MenuItem {
			return []widgets.MenuItem{{Icon: "restore", Text: voice.T("Put back"), OnTap: func() {
				r.apply(r.pack.PutBack(l), voice.T("Put back"))
			}}}
		}))
	}
	return widgets.Card(2, rows...)
}

// goneCard lists comments and left-out lines whose words were changed since, so that nothing goes without a word.
func (r *Room) goneCard() fyne.CanvasObject {
	if len(r.pack.Gone) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Lines that were reworded"), strconv.Itoa(len(r.pack.Gone))),
		widgets.NewPara(13, widgets.Dim(voice.T("New lines are in the pack unedited. Your earlier changes here don't apply to them."))).Lead(19),
	}
	for i, e := range r.pack.Gone[:min(len(r.pack.Gone), most)] {
		was := voice.T("You left this out: {line}", "line", e.Line)
		if e.Comment != "" {
			was = voice.T("Your comment: {comment}", "comment", e.Comment)
		}
		parts := []fyne.CanvasObject{widgets.Grow(widgets.VStack(1, widgets.NewPara(14, widgets.Plain(was)).Lead(21),
			widgets.NewPara(13, widgets.Dim(e.Line)).Lead(19)))}
		if !room.ReadOnly(r.host) {
			parts = append(parts, widgets.NewSmallButton("review.gone."+strconv.Itoa(i), widgets.Quiet, "x", voice.T("Remove it"), func() {
				r.apply(review.Forget(e), voice.T("Removed"))
			}))
		}
		rows = append(rows, widgets.StillRow(widgets.RowOneLine, widgets.HTop(12, parts...)))
	}
	return widgets.Card(2, rows...)
}
