package note_test

import (
	"testing"

	"handback/notes"
	"handback/notes/prompt"
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// news is a note with a line of Ana's own news, and something that waits for a question.
const news = "Her father died on Sunday.\nstuck: the rota system\n"

// silence is the one about Ana, as it is kept.
func (b *bench) silence() prompt.Quiet {
	b.T.Helper()
	f, err := b.J.PromptFacts(b.ana, b.Now())
	if err != nil {
		b.T.Fatal(err)
	}
	return prompt.QuietOf(f)
}

func TestThePanelAsksOnceWhetherToKeepQuiet(t *testing.T) {
	const asks = "Pause questions about Ana until 7 Dec?"
	for _, c := range []struct {
		name   string
		answer func(*bench)
		until  notes.Date
		says   string
	}{
		{"yes", func(b *bench) { b.Tap("quiet.keep") }, "2026-12-07", "Questions about Ana paused until 7 Dec"},
		{"no", func(b *bench) { b.Tap("quiet.lift") }, "", "Questions about Ana are back on"},
		{"another day", func(b *bench) {
			b.Tap("quiet.change")
			b.Fill("quiet.day", "20 Nov 2026")
			b.Tap(widgets.DialogConfirm)
			b.Sees("Pick a day after today.")
			b.Fill("quiet.day", "15 Jan")
			b.Tap(widgets.DialogConfirm)
		}, "2027-01-15", "Questions about Ana paused until 15 Jan 2027"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			id := b.reading(news)
			b.Sees(asks)
			c.answer(b)
			b.said(c.says)
			b.SeesNot("Pause questions about")
			if q := b.silence(); q.Until != c.until || len(q.Asks) > 0 {
				t.Errorf("%+v", q)
			}
			b.enter(id)
			b.SeesNot("Pause questions about")
			b.TakeBack()
			b.Sees(asks)
			b.quiet()
		})
	}
}

func TestThePanelAsksAboutNobodyElsesNews(t *testing.T) {
	for name, body := range map[string]string{
		"of the work": "a patient died on her shift\n", "of Ben": "Ben's mother died\n", "none": "we talked\n",
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.reading(body)
			b.SeesNot("Pause questions")
		})
	}
	t.Run("an older note", func(t *testing.T) {
		b := open(t)
		b.enter(b.add(notes.HeldNote, b.Today().AddDays(-15), news))
		b.SeesNot("Pause questions")
	})
	t.Run("somebody who is no report", func(t *testing.T) {
		b := open(t)
		p := b.Person(b.ana)
		p.Kind = notes.KindOther
		roomtest.Do(t, b.J, p)
		b.reading(news)
		b.SeesNot("Pause questions")
	})
}

func TestALineIsAskedAboutOnceItIsLeft(t *testing.T) {
	b := open(t)
	b.reading("we talked\n")
	b.Write("her father died")
	b.pause()
	b.SeesNot("Pause questions")
	b.Write("\n")
	b.pause()
	b.Sees("Pause questions about Ana")
	b.quiet()
}

// Neither the meeting nor the note that is folded after it says a word of a silence, asked about or agreed.
func TestNobodyWhoLooksOnSeesOfASilence(t *testing.T) {
	for name, agreed := range map[string]bool{"asked about": false, "agreed": true} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			id, _ := b.meet(news)
			if agreed {
				change, err := b.silence().Keep(b.Person(b.ana), "2026-12-09")
				if err != nil {
					t.Fatal(err)
				}
				roomtest.Do(t, b.J, change.Rows...)
			}
			b.Reload()
			b.pause()
			b.SeesNot("quiet", "Quiet", "9 Dec")
			place := room.Place{Screen: room.Notes, Person: b.ana, Note: id, Part: note.Folded}
			b.Enter(note.New(b, place), place)
			b.pause()
			b.SeesNot("quiet", "Quiet", "9 Dec")
			b.quiet()
		})
	}
}
