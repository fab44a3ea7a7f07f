package note

import (
	"handback/notes"
	stepins "handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/stepin"
	"handback/ui/widgets"
)

// itemMenu is what can be done with a filed line: another state, owner or date, a tag, its place in the text. Each
// rewrites that one line.
func itemMenu(f *filed, n notes.Note, item notes.Filed) []widgets.MenuItem {
	items := []widgets.MenuItem{{Icon: "pen", Text: voice.T("Show in the note"), OnTap: func() { f.show(item.Line) }}}
	if room.ReadOnly(f.host) {
		return items
	}
	items = append(items, stateItems(f, n, item)...)
	items = append(items, ownerItems(f, n, item)...)
	if item.Label.Kind().Due {
		items = append(items, widgets.MenuItem{Icon: "cal", Text: voice.T("Change the date …"), OnTap: func() { f.askDate(n, item) }})
	}
	if who := f.host.Person(item.Person); item.Label == notes.StepIn && who.OnTeam() {
		items = append(items, widgets.MenuItem{Icon: "flag", Text: voice.T("Start a step-in …"), OnTap: func() {
			stepin.Begin(f.host, who.ID, stepins.SignalOf(item, f.host.Today()), notes.HelpAgree)
		}})
	}
	items = append(items, widgets.MenuItem{Icon: "growth", Text: voice.T("Add a tag …"), OnTap: func() { f.askTag(n, item) }})
	for _, tag := range item.Tags {
		items = append(items, widgets.MenuItem{Icon: "x", Text: voice.T("Remove #{tag}", "tag", tag), OnTap: func() {
			edit, err := notes.RemoveTag(item, f.context(n), tag)
			f.edit(edit, err, voice.T("Removed #{tag}", "tag", tag))
		}})
	}
	return items
}

// stateWords are the states as a menu offers them, as a toast says them, and the remark that some ask for.
var stateWords = map[notes.State]struct {
	text, said, ask string
}{
	notes.Done:     {voice.T("Mark as done"), voice.T("Marked as done"), ""},
	notes.Told:     {voice.T("Say why not …"), voice.T("Noted: you told them why not"), voice.T("What did you tell them?")},
	notes.Dropped:  {voice.T("Drop it …"), voice.T("Dropped"), voice.T("Why was it dropped?")},
	notes.Held:     {voice.T("Mark as kept"), voice.T("Marked as kept"), ""},
	notes.Reversed: {voice.T("Mark as reversed"), voice.T("Marked as reversed"), ""},
	notes.Said:     {voice.T("Mark as said"), voice.T("Marked as said"), ""},
	notes.Rewarded: {voice.T("Add a reward …"), voice.T("Reward added"), voice.T("What was the reward?")},
	notes.Trying:   {voice.T("Try it"), voice.T("Marked as being tried"), ""},
	notes.Adopted:  {voice.T("Adopt it"), voice.T("Marked as adopted"), ""},
	notes.Declined: {voice.T("Decline it …"), voice.T("Marked as declined"), voice.T("Why not?")},
	notes.Learned:  {voice.T("Note what you learned …"), voice.T("Noted what you learned"), voice.T("What did you learn?")},
	notes.Met:      {voice.T("Mark need as met"), voice.T("Need marked as met"), ""},
	notes.Answered: {voice.T("Mark as answered"), voice.T("Marked as answered"), ""},
	notes.Cleared:  {voice.T("Mark as no longer stuck"), voice.T("Marked as no longer stuck"), ""},
}

func stateItems(f *filed, n notes.Note, item notes.Filed) []widgets.MenuItem {
	var out []widgets.MenuItem
	if item.State != notes.Open {
		out = append(
			out,
			widgets.MenuItem{Icon: "restore", Text: voice.T("Reopen"), OnTap: func() { f.setState(n, item, notes.Open, "") }},
		)
	}
	for _, state := range notes.StatesOf(item.Label, item.Actor) {
		if state == item.State {
			continue
		}
		words := stateWords[state]
		out = append(out, widgets.MenuItem{Icon: "check", Text: words.text, OnTap: func() {
			if words.ask == "" {
				f.setState(n, item, state, "")
				return
			}
			f.ask(item, words.ask, voice.T("in a few words"), func(remark string) error {
				edit, err := notes.SetState(item, f.context(n), state, f.host.Today(), remark)
				return f.commit(edit, err, words.said)
			})
		}})
	}
	return out
}

func (f *filed) setState(n notes.Note, item notes.Filed, state notes.State, remark string) {
	edit, err := notes.SetState(item, f.context(n), state, f.host.Today(), remark)
	say := stateWords[state].said
	if state == notes.Open {
		say = voice.T("Reopened")
	}
	f.edit(edit, err, say)
}

func ownerItems(f *filed, n notes.Note, item notes.Filed) []widgets.MenuItem {
	if !item.Label.Kind().Owned {
		return nil
	}
	who := f.host.Person(n.Person)
	offer := func(text string, actor notes.Actor) widgets.MenuItem {
		return widgets.MenuItem{Icon: "users", Text: text, OnTap: func() {
			edit, err := notes.SetOwner(item, f.context(n), actor, item.People)
			f.edit(edit, err, text)
		}}
	}
	var out []widgets.MenuItem
	if item.Actor != notes.Them && who.Kind != notes.KindMe {
		out = append(out, offer(ownedBy(item.Label, who.First()), notes.Them))
	}
	if item.Actor != notes.We && who.Kind != notes.KindMe {
		out = append(out, offer(shared(item.Label), notes.We))
	}
	if item.Actor != notes.Me {
		out = append(out, offer(yours(item.Label), notes.Me))
	}
	return append(
		out,
		widgets.MenuItem{Icon: "users", Text: bySomeoneElse(item.Label), OnTap: func() { f.askOwner(n, item) }},
	)
}

// askOwner asks who else it is; the line then names that person.
func (f *filed) askOwner(n notes.Note, item notes.Filed) {
	var people []notes.Person
	var names []string
	for _, p := range f.host.People() {
		if p.Around() && p.ID != n.Person {
			people, names = append(people, p), append(names, p.Name)
		}
	}
	if len(people) == 0 {
		f.host.Say(voice.T("There's no one else yet. Add people in the sidebar."))
		return
	}
	who := widgets.NewSelect("ask.owner", voice.T("Person"), names, 0, nil)
	d := widgets.NewDialog(f.host.Window().Canvas(), whoAsks(item.Label), voice.T("Save"), func() error {
		p := people[who.Chosen()]
		edit, err := notes.SetOwner(item, f.context(n), notes.Them, []notes.PersonID{p.ID})
		return f.commit(edit, err, ownedBy(item.Label, p.First()))
	}, who)
	d.Show(nil)
}

func ownedBy(l notes.Label, who string) string {
	if l == notes.Decided {
		return voice.T("Decided by {who}", "who", who)
	}
	return voice.T("Owned by {who}", "who", who)
}

func shared(l notes.Label) string {
	if l == notes.Decided {
		return voice.T("Decided together")
	}
	return voice.T("Shared")
}

func yours(l notes.Label) string {
	if l == notes.Decided {
		return voice.T("Decided by you")
	}
	return voice.T("Owned by you")
}

func bySomeoneElse(l notes.Label) string {
	if l == notes.Decided {
		return voice.T("Decided by someone else …")
	}
	return voice.T("Owned by someone else …")
}

func whoAsks(l notes.Label) string {
	if l == notes.Decided {
		return voice.T("Who decided?")
	}
	return voice.T("Who owns it?")
}

func (f *filed) askDate(n notes.Note, item notes.Filed) {
	question := voice.T("By when? Leave it empty for no date.")
	if item.Label.Kind().Again {
		question = voice.T("When will you look at it again? Leave it empty for no date.")
	}
	f.ask(item, question, voice.T("e.g. 4 Dec, Fri or in 2 weeks"), func(text string) error {
		due, err := notes.ReadComingDate(voice.T("Date"), text, f.host.Today())
		if err != nil {
			return err
		}
		edit, err := notes.SetDue(item, f.context(n), due)
		return f.commit(edit, err, voice.T("Date changed"))
	})
}

func (f *filed) askTag(n notes.Note, item notes.Filed) {
	f.ask(item, voice.T("Which tag?"), "platform", func(text string) error {
		edit, err := notes.AddTag(item, f.context(n), text)
		return f.commit(edit, err, voice.T("Tag added"))
	})
}

// ask asks for one line; what is wrong with it is said in the dialog, which then stays.
func (f *filed) ask(item notes.Filed, question, placeholder string, done func(text string) error) {
	field := widgets.NewTextField("ask.text", "", placeholder)
	d := widgets.NewDialog(f.host.Window().Canvas(), question, voice.T("Save"), func() error { return done(field.Text()) }, field)
	d.About(item.Note, item.Text).Show(field.Entry)
}

// commit is edit for a dialog: it returns what is wrong.
func (f *filed) commit(e notes.LineEdit, err error, say string) error {
	if err != nil {
		return err
	}
	_, err = f.host.Apply(notes.Change{Edits: []notes.LineEdit{e}}, say)
	return err
}
