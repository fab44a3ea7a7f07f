package praise

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/praise"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// few is how many entries a log shows before a tap shows all of it. What is not said yet is always shown.
const few = 8

// logCard is the log of praise or of feedback.
func (r *Room) logCard(label notes.Label, title string, entries []praise.Entry, none string) fyne.CanvasObject {
	var head []fyne.CanvasObject
	all := r.counts[label]
	if all > few+1 {
		icon, text := "down", voice.T("Show all")
		if r.whole[label] {
			icon, text = "up", voice.T("Show the newest")
		}
		head = append(head, widgets.NewSmallButton(listKey(label, "all"), widgets.Quiet, icon, text, func() {
			if r.whole[label] {
				delete(r.whole, label)
			} else {
				r.whole[label] = true
			}
			r.host.Show(r.Reload())
		}))
	}
	count := ""
	if all > 0 {
		count = strconv.Itoa(all)
	}
	switch {
	case r.older && count != "":
		count = voice.T("{n} in the last year", "n", all)
	case r.older:
		none = voice.T("None in the last year.")
	}
	parts := []fyne.CanvasObject{widgets.CardHead(title, count, head...)}
	for i, e := range entries {
		if i < few || all <= few+1 || r.whole[label] || e.Unsaid {
			parts = append(parts, r.entry(listKey(label, strconv.Itoa(i)), e))
		}
	}
	if len(entries) == 0 {
		parts = append(parts, widgets.EmptyLine(none))
	}
	return widgets.Card(2, parts...)
}

func listKey(label notes.Label, part string) string { return "praise/" + string(label) + "/" + part }

// entry is one line of a log. A tap opens the note there.
func (r *Room) entry(key string, e praise.Entry) fyne.CanvasObject {
	date := notes.SayDate(e.NoteDate, r.host.Today())
	text := []fyne.CanvasObject{widgets.NewPara(14, widgets.Strong(e.Happened)).Lead(21)}
	if e.Rest != "" {
		text = append(text, widgets.NewPara(14, widgets.Dim(e.Rest)).Lead(21))
	}
	var parts []fyne.CanvasObject
	if e.Label == notes.Praise {
		parts = append(parts, widgets.Width(58, small(date)))
	} else {
		text = append(text, r.feedbackDate(date, e))
	}
	parts = append(parts, widgets.Grow(widgets.VStack(0, text...)), r.state(key, e))
	parts = append(parts, room.LogMenu(r.host, key, func() []widgets.MenuItem { return r.menu(e) })...)
	return room.NewLogRow(r.host, key, 64, e.Filed, widgets.HTop(12, parts...))
}

// small stands beside the first line of an entry, on its baseline.
func small(text string) fyne.CanvasObject { return widgets.NewLine(12, widgets.Dim(text)).Lead(22) }

// feedbackDate ends an entry of feedback, with a flag where it is not said yet.
func (r *Room) feedbackDate(date string, e praise.Entry) fyne.CanvasObject {
	if !e.Unsaid {
		return widgets.NewPara(12, widgets.Dim(date)).Lead(18)
	}
	return widgets.Pad(3, 0, 0, 0, widgets.HMiddle(8, widgets.Small(date), widgets.Chip("clock", voice.T("not said yet"), look.C().Ask)))
}

// state says that an entry was said, or offers one tap to say so.
func (r *Room) state(key string, e praise.Entry) fyne.CanvasObject {
	if !e.Unsaid {
		return small(e.Status)
	}
	switch {
	case !room.ReadOnly(r.host):
		return widgets.NewSmallButton(key+"/said", widgets.Outlined, "check", voice.T("Mark as said"), func() { r.setState(e, notes.Said) })
	case e.Label == notes.Praise:
		return small(voice.T("not said yet"))
	}
	return small("")
}

func (r *Room) menu(e praise.Entry) []widgets.MenuItem {
	items := []widgets.MenuItem{{Icon: "pen", Text: voice.T("Edit …"), OnTap: func() { r.edit(e) }}}
	if e.Unsaid {
		items = append(items, widgets.MenuItem{Icon: "check", Text: voice.T("Mark as said"), OnTap: func() { r.setState(e, notes.Said) }})
	} else {
		items = append(items, widgets.MenuItem{Icon: "restore", Text: voice.T("Mark as not said yet"), OnTap: func() {
			r.setState(e, notes.Open)
		}})
	}
	if e.Label == notes.Praise {
		items = append(items, widgets.MenuItem{Icon: "gift", Text: voice.T("Add a reward …"), OnTap: func() { r.reward(e) }})
	}
	return items
}

func (r *Room) setState(e praise.Entry, state notes.State) {
	change, err := r.stateChange(e, state, "")
	if err != nil {
		r.host.Show(err)
		return
	}
	say := voice.T("Marked as said")
	if state == notes.Open {
		say = voice.T("Marked as not said yet")
	}
	_, _ = r.host.Apply(change, say) // an error has been shown
}

func (r *Room) stateChange(e praise.Entry, state notes.State, remark string) (notes.Change, error) {
	edit, err := notes.SetState(e.Filed, room.ContextOf(r.host, e.Filed), state, r.host.Today(), remark)
	return notes.Change{Edits: []notes.LineEdit{edit}}, err
}
