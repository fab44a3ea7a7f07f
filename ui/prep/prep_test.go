package prep

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// noon is when all of these tests take place: a Tuesday.
var noon = time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)

// team is a host on a journal of the sample team.
func team(t *testing.T) *roomtest.Host {
	t.Helper()
	return roomtest.Open(t, roomtest.At(noon), roomtest.Sample)
}

func named(t *testing.T, h *roomtest.Host, first string) notes.Person {
	t.Helper()
	for _, p := range h.People() {
		if p.First() == first {
			return p
		}
	}
	t.Fatalf("nobody is called %s", first)
	return notes.Person{}
}

// prepOf shows the brief of a person of the sample team.
func prepOf(t *testing.T, h *roomtest.Host, first string) *Prep {
	t.Helper()
	place := room.Place{Screen: room.Prep, Person: named(t, h, first).ID}
	p := New(h, place).(*Prep)
	h.Enter(p, place)
	h.Window().Resize(fyne.NewSize(pageWidth, 752)) // the room's part of a window of 1280 by 800
	h.Reload()
	return p
}

// blank is a report without any note.
func blank(t *testing.T, h *roomtest.Host) *Prep {
	t.Helper()
	if _, err := h.J.Apply(notes.Change{Rows: []notes.Row{
		notes.Person{Name: "Zoe Blank", Kind: notes.KindReport, State: notes.StateNew, Since: h.Today()},
	}}); err != nil {
		t.Fatal(err)
	}
	return prepOf(t, h, "Zoe")
}

func (p *Prep) ends() float32 {
	page := p.root.Objects[0].(*widgets.Scroll)
	return widgets.HeightOf(page.Content(), pageWidth) + topBar - pageFoot
}

// press presses Space on what has the key.
func press(h *roomtest.Host, key string) {
	h.Type(key, " ")
}

// startsWith is the first key in view that begins with prefix.
func startsWith(t *testing.T, h *roomtest.Host, prefix string) string {
	t.Helper()
	for _, k := range h.Keys() {
		if strings.HasPrefix(k, prefix) {
			return k
		}
	}
	t.Fatalf("nothing begins with %q in %q", prefix, h.Keys())
	return ""
}

func planned(t *testing.T, h *roomtest.Host, who notes.PersonID) notes.Note {
	t.Helper()
	n, err := h.J.PlannedNote(who)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func quiet(t *testing.T, h *roomtest.Host) {
	t.Helper()
	for _, err := range h.Shown {
		t.Errorf("an error was shown: %v", err)
	}
}

func TestTheBriefEndsAboveTheFoldForEverybody(t *testing.T) {
	h := team(t)
	for _, who := range h.People() {
		if who.Kind != notes.KindReport {
			continue
		}
		p := prepOf(t, h, who.First())
		if end := p.ends(); end > endsAbove {
			t.Errorf("%s: it ends at %v", who.Name, end)
		}
		if text := h.Text(); !strings.Contains(text, who.Name) || !strings.Contains(text, "Agenda") {
			t.Errorf("%s: %s", who.Name, text)
		}
	}
	quiet(t, h)
}

func TestABriefOfNothingSaysSo(t *testing.T) {
	h := team(t)
	blank(t, h)
	text := h.Text()
	for _, want := range []string{
		"No date yet", "Pick a date", "Start one-on-one", "Nothing on the agenda yet.", "No open promises.", "No open actions.",
		"No one-on-one with Zoe yet.", "No open goals",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	quiet(t, h)
}

// TestABriefSaysThatNotesWereImported: who has notes from another program isn't somebody of whom nothing is known.
func TestABriefSaysThatNotesWereImported(t *testing.T) {
	h := roomtest.Open(t)
	zoe := roomtest.Person(t, h.J, "Zoe Park")
	id, err := h.J.BeginImport("Obsidian", "vault")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.J.Bring(id, []notes.Brought{{Origin: "a", Person: zoe, Date: "2026-10-06", Body: "talked"}}); err != nil {
		t.Fatal(err)
	}
	roomtest.Do(t, h.J, notes.TakeImport{Import: id})
	prepOf(t, h, "Zoe")
	h.Sees("No one-on-one with Zoe in Handback yet. The notes you imported end on 6 Oct.")
	h.Tap("since/lookback")
	if to := h.Place(); to.Screen != room.LookBack || to.Person != zoe {
		t.Errorf("it leads to %+v", to)
	}
}

func TestTickingTheAgendaByKeyboard(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	before := p.brief.Agenda
	if len(before) < 2 {
		t.Fatalf("the sample has %d topics", len(before))
	}
	note, err := h.J.Note(before[0].Note)
	if err != nil {
		t.Fatal(err)
	}
	press(h, "agenda/"+lineKey(before[0].Filed)+"/done")
	after, err := h.J.Note(note.ID)
	if err != nil {
		t.Fatal(err)
	}
	line := strings.Split(after.Body, "\n")[before[0].Line-1]
	if !strings.Contains(line, "(answered 2026-12-01)") {
		t.Errorf("the line is now %q", line)
	}
	if len(p.brief.Agenda) != len(before)-1 || !slices.Equal(h.Said, []string{"Done"}) {
		t.Errorf("%d topics are left of %d; said %q", len(p.brief.Agenda), len(before), h.Said)
	}
	if want := "agenda/" + lineKey(before[1].Filed) + "/done"; h.Focused() != want {
		t.Errorf("the focus is on %q, not on the next topic %q", h.Focused(), want)
	}
	h.TakeBack()
	back, err := h.J.Note(note.ID)
	if err != nil || back.Body != note.Body || len(p.brief.Agenda) != len(before) {
		t.Errorf("undo gives %q, %v", back.Body, err)
	}
	quiet(t, h)
}

func TestEveryTickableLineTicks(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	for {
		key := ""
		for _, k := range h.Keys() {
			if strings.HasSuffix(k, "/done") && !strings.HasPrefix(k, "prompt/") {
				key = k
				break
			}
		}
		if key == "" {
			break
		}
		said := len(h.Said)
		h.Tap(key)
		if len(h.Said) != said+1 {
			t.Fatalf("%s did nothing", key)
		}
	}
	if n := len(p.brief.Agenda) + len(p.brief.IOwe) + len(p.brief.TheyOwn); n != 0 {
		t.Errorf("%d lines are left", n)
	}
	quiet(t, h)
}

func TestALineOpensItsNote(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	line := p.brief.TheyOwn[0]
	h.Tap("own/" + lineKey(line.Filed))
	h.Tap("since/open")
	want := []room.Place{
		{Screen: room.Notes, Person: line.NotePerson, Note: line.Note, Line: line.Line},
		{Screen: room.Notes, Person: p.who, Note: p.brief.Since.Note},
	}
	if !slices.Equal(h.Places, want) {
		t.Errorf("went to %+v, want %+v", h.Places, want)
	}
}

func TestANeedIsTickedInPrep(t *testing.T) {
	h := team(t)
	p := blank(t, h)
	if _, err := h.J.Apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: p.who, Kind: notes.JournalNote, Date: h.Today(), Body: "need: a quiet desk\n",
	}}}); err != nil {
		t.Fatal(err)
	}
	h.Reload()
	h.Tap("fold/needs")
	line := p.brief.Folds[len(p.brief.Folds)-1].Lines[0]
	h.Tap("fold/needs/" + lineKey(line.Filed) + "/done")
	if n, err := h.J.Note(line.Note); err != nil || !strings.Contains(n.Body, "(met ") {
		t.Errorf("%q, %v", n.Body, err)
	}
	quiet(t, h)
}

func TestATickThatCannotBeMadeShowsWhatIsSaved(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	key := "agenda/" + lineKey(p.brief.Agenda[0].Filed) + "/done"
	h.FailWrites(notes.ErrFull)
	h.BoxGoesBack(key)
	h.FailWrites(nil)
	h.J = roomtest.Stale{Journal: h.J}
	h.Reload()
	h.BoxGoesBack(key)
}

func TestAJournalThatCanOnlyBeReadOffersNothingElse(t *testing.T) {
	h := team(t)
	h.Seal()
	prepOf(t, h, "Ana")
	for _, k := range h.Keys() {
		box, ok := h.Find(k).(fyne.Disableable)
		if strings.HasSuffix(k, "/done") && (!ok || !box.Disabled()) {
			t.Errorf("%s can be ticked", k)
		}
	}
	for _, k := range []string{"start", "date", "pick", "topic/open", "prompt/ask", "prompt/more"} {
		if h.Find(k) != nil {
			t.Errorf("%s is offered", k)
		}
	}
	quiet(t, h)
}

func TestTabGoesThroughTheBriefFromTheTop(t *testing.T) {
	h := team(t)
	prepOf(t, h, "Ana")
	var went []string
	for range h.Keys() {
		h.Window().Canvas().FocusNext()
		went = append(went, h.Focused())
	}
	shown := slices.DeleteFunc(h.Keys(), func(k string) bool { return strings.HasSuffix(k, "/fold") })
	if !slices.Equal(went[:len(shown)], shown) {
		t.Errorf("Tab goes\n%q, the page shows\n%q", went, shown)
	}
	at := -1
	for _, part := range []string{"start", "date", "prompt/", "agenda/", "topic/open", "owe/", "own/", "since/open", "fold/growth"} {
		i := slices.IndexFunc(went, func(k string) bool { return strings.HasPrefix(k, part) })
		if i <= at {
			t.Errorf("%s comes at %d, after %d", part, i, at)
		}
		at = i
	}
}

func TestWhoJoinedIsAskedWhatToCountOn(t *testing.T) {
	h := team(t)
	p := blank(t, h)
	h.Tap("counts/agree")
	h.Fill("counts.theirs", "bad news early")
	h.Tap(widgets.DialogConfirm)
	have, err := h.J.Expectations(p.who)
	if err != nil || len(have) != 1 || h.Has("counts/agree") {
		t.Errorf("got %v, %v; it is asked again: %v", have, err, h.Has("counts/agree"))
	}
	quiet(t, h)
}

func TestOfAOneOnOneWithPraiseAloneThePraiseIsCounted(t *testing.T) {
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	roomtest.Note(t, h.J, ana, "2026-11-09", "praise: you ran the demo (said)")
	place := room.Place{Screen: room.Prep, Person: ana}
	h.Enter(New(h, place), place)
	h.Sees("Last time", "9 Nov", "Filed that day: 1 praise line.")
	h.SeesNot("Nothing noted yet.")
}

func TestWhatChangedSinceTheLastOneOnOneUnfolds(t *testing.T) {
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	old := roomtest.Note(t, h.J, ana, "2026-10-01", "plans\ntodo: draft the plan (done 2026-11-16)")
	roomtest.Note(t, h.J, ana, "2026-11-09", "the rollout")
	roomtest.Do(t, h.J, notes.NewNote{Person: ana, Kind: notes.JournalNote, Date: "2026-11-18", Body: "idea: pair on call"})
	place := room.Place{Screen: room.Prep, Person: ana}
	h.Enter(New(h, place), place)
	h.Sees("Last time", "9 Nov", "Since 9 Nov", "1 done, 1 idea")
	h.SeesNot("Ana · 16 Nov")
	h.Tap("since/changed")
	h.Sees("Draft the plan", "Ana · 16 Nov", "Pair on call")
	h.Tap("since/0/0")
	want := room.Place{Screen: room.Notes, Person: ana, Note: old, Line: 2}
	if got := h.Places[len(h.Places)-1]; got != want {
		t.Errorf("it leads to %+v, not to %+v", got, want)
	}
}
