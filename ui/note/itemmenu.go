package note

import (
	"strings"

	"handback/notes"
	stepins "handback/notes/stepin"
	"handback/ui/room"
	"handback/ui/stepin"
	"handback/ui/widgets"

	"handback/notes/voice"
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
		items = append(items, widgets.MenuItem{Icon: "x", Text: "Take off #" + tag, OnTap: func() {
			edit, err := notes.RemoveTag(item, f.context(n), tag)
			f.edit(edit, err, voice.T("Taken off"))
		}})
	}
	return items
}

// stateWords are the states as a menu offers them. Those with a remark ask for it.
var stateWords = map[notes.State]struct {
	text, ask string
}{
	notes.Done:     {voice.T("Done"), ""},
	notes.Told:     {voice.T("Told why not …"), voice.T("What did you tell them?")},
	notes.Dropped:  {voice.T("Dropped …"), voice.T("Why was it dropped?")},
	notes.Reversed: {voice.T("Reversed"), ""},
	notes.Said:     {voice.T("Said it"), ""},
	notes.Rewarded: {voice.T("Rewarded …"), voice.T("How?")},
	notes.Trying:   {voice.T("Trying it"), ""},
	notes.Adopted:  {voice.T("Taken up"), ""},
	notes.Declined: {voice.T("Declined …"), voice.T("Why not?")},
	notes.Learned:  {voice.T("Learnt from it …"), voice.T("What was learnt?")},
	notes.Met:      {voice.T("Met"), ""},
	notes.Answered: {voice.T("Answered"), ""},
	notes.Cleared:  {voice.T("Cleared"), ""},
}

func stateItems(f *filed, n notes.Note, item notes.Filed) []widgets.MenuItem {
	var out []widgets.MenuItem
	if item.State != notes.Open {
		out = append(
			out,
			widgets.MenuItem{Icon: "back", Text: voice.T("Open again"), OnTap: func() { f.setState(n, item, notes.Open, "") }},
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
			f.ask(item, words.ask, voice.T("Say it"), func(remark string) error {
				edit, err := notes.SetState(item, f.context(n), state, f.host.Today(), remark)
				return f.commit(edit, err, strings.TrimSuffix(words.text, " …"))
			})
		}})
	}
	return out
}

func (f *filed) setState(n notes.Note, item notes.Filed, state notes.State, remark string) {
	edit, err := notes.SetState(item, f.context(n), state, f.host.Today(), remark)
	say := stateWords[state].text
	if state == notes.Open {
		say = voice.T("Open again")
	}
	f.edit(edit, err, say)
}

func ownerItems(f *filed, n notes.Note, item notes.Filed) []widgets.MenuItem {
	if item.Label.Kind().OwnedBy == "" {
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
		out = append(out, offer(ownerText(item.Label, who.First()), notes.Them))
	}
	if item.Actor != notes.We && who.Kind != notes.KindMe {
		out = append(out, offer(ownerText(item.Label, "we"), notes.We))
	}
	if item.Actor != notes.Me {
		out = append(out, offer(ownerText(item.Label, "me"), notes.Me))
	}
	return append(
		out,
		widgets.MenuItem{Icon: "users", Text: ownerText(item.Label, voice.T("somebody else …")), OnTap: func() { f.askOwner(n, item) }},
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
		f.host.Say(voice.T("There is nobody else yet. Add people in the sidebar."))
		return
	}
	who := widgets.NewSelect("ask.owner", voice.T("Who?"), names, 0, nil)
	d := widgets.NewDialog(f.host.Window().Canvas(), ownerText(item.Label, voice.T("somebody else")), voice.T("OK"), func() error {
		p := people[who.Chosen()]
		edit, err := notes.SetOwner(item, f.context(n), notes.Them, []notes.PersonID{p.ID})
		return f.commit(edit, err, ownerText(item.Label, p.First()))
	}, who)
	d.Show(nil)
}

func ownerText(l notes.Label, who string) string { return l.Kind().OwnedBy + " " + who }

func (f *filed) askDate(n notes.Note, item notes.Filed) {
	f.ask(item, voice.T("By when? Leave it empty for no date."), voice.T("2025-12-05, Fri, in 2 weeks"), func(text string) error {
		due, err := notes.ReadFormDate(voice.T("Date"), text, f.host.Today())
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
		return f.commit(edit, err, voice.T("Tagged"))
	})
}

// ask asks for one line; what is wrong with it is said in the dialog, which then stays.
func (f *filed) ask(item notes.Filed, question, placeholder string, done func(text string) error) {
	field := widgets.NewTextField("ask.text", "", placeholder)
	d := widgets.NewDialog(f.host.Window().Canvas(), question, voice.T("OK"), func() error { return done(field.Text()) }, field)
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
