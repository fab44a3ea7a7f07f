package people

import (
	"crypto/rand"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/people"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// rhythms are those offered to everybody who is added at once; all else is in the person's own form.
var rhythms = []struct {
	name   string
	rhythm notes.Rhythm
}{
	{voice.T("Not sure yet"), notes.Rhythm{}},
	{voice.T("Weekly"), notes.Rhythm{Every: 1, Unit: notes.Weeks}},
	{voice.T("Every two weeks"), notes.Rhythm{Every: 2, Unit: notes.Weeks}},
	{voice.T("Monthly"), notes.Rhythm{Every: 1, Unit: notes.Months}},
}

// Box is where people are named, one a line, with a preview of who will be added.
type Box struct {
	Field   *widgets.TextField
	Content fyne.CanvasObject
	// OnChanged is called after the names changed and their preview was drawn.
	OnChanged func()

	existing  []notes.Person
	newcomers []people.Newcomer
	uids      []string // by which they will be known: in the preview they have the colour that they'll keep
	preview   *fyne.Container
	rhythm    *widgets.Segmented
}

// NewBox makes a box beside the people that exist.
func NewBox(existing []notes.Person) *Box {
	b := &Box{existing: existing}
	b.Field = widgets.NewTextArea("people.names", voice.T("Your direct reports, one name per line"), voice.T("Ana Ruiz\nBen Kofi"), 6)
	b.Field.Entry.OnChanged = func(string) { b.read() }
	names := make([]string, len(rhythms))
	for i, r := range rhythms {
		names[i] = r.name
	}
	b.rhythm = widgets.NewSegmented("people.rhythm", names, 0, nil)
	b.preview = widgets.VStack(0)
	b.Content = widgets.VStack(12,
		b.Field,
		b.preview,
		widgets.VStack(4, widgets.SmallName(voice.T("How often do you meet?")), widgets.HStack(0, b.rhythm, widgets.Grow())),
	)
	b.read()
	return b
}

// SetExisting changes the people that exist, e.g. when the manager's own name was typed.
func (b *Box) SetExisting(existing []notes.Person) {
	b.existing = existing
	b.read()
}

func (b *Box) read() {
	b.newcomers = people.ReadNewcomers(b.Field.Text(), b.existing)
	for i := range b.newcomers {
		if i == len(b.uids) {
			b.uids = append(b.uids, strings.ToLower(rand.Text()))
		}
		b.newcomers[i].UID = b.uids[i]
	}
	b.preview.Objects = []fyne.CanvasObject{preview(b.newcomers)}
	if shared := people.SayShared(people.NewReports(b.newcomers, notes.Rhythm{}, b.existing, ""), b.existing); shared != "" {
		b.preview.Objects = append(b.preview.Objects, widgets.Pad(8, 0, 0, 0, widgets.NewPara(12, widgets.Dim(shared))))
	}
	b.preview.Refresh()
	if b.OnChanged != nil {
		b.OnChanged()
	}
}

// Rhythm is which of the rhythms that are offered is chosen.
func (b *Box) Rhythm() int { return max(0, b.rhythm.Chosen()) }

// Fill puts into the box what was typed into another one, and chosen there.
func (b *Box) Fill(names string, rhythm int) {
	b.rhythm.Set(rhythm)
	b.Field.SetText(names)
}

// Count is how many people would be added.
func (b *Box) Count() int { return count(b.newcomers) }

// Typed reports whether there is any name in the box.
func (b *Box) Typed() bool { return len(b.newcomers) > 0 }

// People are those who would be added.
func (b *Box) People(today notes.Date) []notes.Person {
	return people.NewReports(b.newcomers, rhythms[b.Rhythm()].rhythm, b.existing, today)
}

// Check returns Invalid where some name cannot be added, or there is none.
func (b *Box) Check() error {
	if b.Count() < len(b.newcomers) {
		return notes.Invalid{Field: people.FieldName, Why: voice.T("Some names can't be added yet. Fix or remove those lines.")}
	}
	if len(b.newcomers) == 0 {
		return notes.Invalid{Field: people.FieldName, Why: voice.T("Enter at least one name.")}
	}
	return nil
}

// ShowAdd asks for the names of people and adds them as reports.
func ShowAdd(host room.Host) {
	box := NewBox(host.People())
	d := widgets.NewDialog(host.Window().Canvas(), voice.T("Add people"), sayAdd(0), func() error {
		if err := box.Check(); err != nil {
			return err
		}
		added := box.People(host.Today())
		_, err := host.Apply(people.Add(added, host.People()), sayAdded(added))
		return err
	}, box.Content)
	box.OnChanged = func() {
		d.SetConfirm(sayAdd(box.Count()))
		d.SetError("")
	}
	d.Show(box.Field.Entry)
}

func sayAdded(added []notes.Person) string {
	if len(added) == 1 {
		return voice.T("Added {name}", "name", added[0].Name)
	}
	return voice.T("Added {n} people", "n", len(added))
}
