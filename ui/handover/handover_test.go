package handover_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/handover"
	"handback/ui/room"
	"handback/ui/roomtest"
)

const anaNote = `private: she has an offer from elsewhere
todo me: budget answer
todo Ana: draft the plan by 2026-12-04
todo Ana: a talk with Ben Ode
idea: drop the Monday mail
decided we: releases on Tuesdays
decided: not said
need: quiet mornings
praise: ran the review
feedback: interrupted twice
`

func team(t *testing.T) (h *roomtest.Host, ana notes.PersonID) {
	t.Helper()
	h = roomtest.Open(t)
	ana = roomtest.Person(t, h.J, "Ana Ruiz")
	roomtest.Person(t, h.J, "Ben Ode")
	roomtest.Do(
		t,
		h.J,
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-16", Body: anaNote},
		notes.Goal{Person: ana, Title: "Lead platform", Tag: "platform", State: notes.GoalOpen},
		notes.Area{Person: ana, Tag: "platform", Limits: "the budget"},
		notes.AreaLevel{Person: ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: "2026-01-05", Level: notes.Advise}},
		notes.Expectation{Person: ana, Theirs: true, Text: "Bad news early", Agreed: "2026-01-05"},
	)
	return h, ana
}

func enter(h *roomtest.Host, ana notes.PersonID) {
	h.T.Helper()
	p := room.Place{Screen: room.Handover, Person: ana}
	h.Enter(handover.New(h, p), p)
}

func copied(h *roomtest.Host) string {
	h.T.Helper()
	h.Tap("handover.copy")
	return fyne.CurrentApp().Clipboard().Content()
}

func quiet(t *testing.T, h *roomtest.Host) {
	t.Helper()
	for _, err := range h.Shown {
		t.Errorf("an error was shown: %v", err)
	}
}

func TestThePackHoldsNothingPrivateAndNobodyElse(t *testing.T) {
	h, ana := team(t)
	enter(h, ana)
	h.Sees("Lead platform", ", by 4 Dec", "Budget answer", ": Ana's call (Advise) · limits: the budget",
		"Releases on Tuesdays", "Bad news early", "Drop the Monday mail", "Quiet mornings", "Left out for now", "Ana hasn't read it yet.")
	sheet := copied(h)
	for _, never := range []string{"offer", "Ben", "review", "interrupted", "not said"} {
		if strings.Contains(sheet, never) {
			t.Errorf("%q stands on\n%s", never, sheet)
		}
	}
	h.Tap("handover.let.0")
	if sheet = copied(h); !strings.Contains(sheet, "A talk with Ben Ode") {
		t.Errorf("what was looked at is missing:\n%s", sheet)
	}
	quiet(t, h)
}

func TestThePersonReadsAndAmendsThePackFirst(t *testing.T) {
	h, ana := team(t)
	enter(h, ana)
	h.Tap("handover.line.areas.0")
	h.Fill("handover/text", "  ")
	h.Tap("dialog/confirm")
	h.Sees("Write something, or leave the line out.")
	h.Fill("handover/text", "The platform is hers to decide")
	h.Fill("handover/said", "and the vendors?")
	h.Tap("dialog/confirm")
	h.Sees("The platform is hers to decide", "Ana says: and the vendors?", "your wording")
	h.Tap("handover.line.promised.0")
	h.Tap("handover/out")
	h.Tap("dialog/confirm")
	h.Sees("left out")
	h.Tap("handover.add.helps")
	h.Fill("handover/text", "I work best before noon")
	h.Tap("dialog/confirm")
	h.Tap("handover.to")
	h.Type("handover/to", "Kim Sato")
	h.Tap("dialog/confirm")
	sheet := copied(h)
	for _, want := range []string{"The platform is hers to decide", "and the vendors?", "before noon", "For Kim Sato.", "Ana hasn't read it yet."} {
		if !strings.Contains(sheet, want) {
			t.Errorf("%q is not in\n%s", want, sheet)
		}
	}
	if strings.Contains(sheet, "Budget answer") {
		t.Errorf("what was left out is in\n%s", sheet)
	}
	enter(h, ana) // it is kept
	h.Sees("The platform is hers to decide", "I work best before noon", "It goes to Kim Sato.")
	h.Tap("handover.line.helps.2")
	h.Tap("handover/remove")
	h.SeesNot("I work best before noon")
	h.TakeBack()
	h.Sees("I work best before noon")
	quiet(t, h)
}

func TestWhatTheNotesSayAfterItWasAgreedIsMarked(t *testing.T) {
	h, ana := team(t)
	enter(h, ana)
	roomtest.Do(t, h.J, notes.PutSetting{Key: "handover." + h.Person(ana).UID, Value: `{"state":"reading","on":"2026-11-20"}`})
	h.Reload()
	h.Sees("Given to Ana to read on 20 Nov.", "new since Ana read it")
	h.Tap("handover.settle")
	h.Sees("Agreed with Ana on 23 Nov.")
	h.SeesNot("new since Ana read it")
	roomtest.Note(t, h.J, ana, "2026-11-23", "todo Ana: one thing more")
	h.Reload()
	h.Sees("Your notes have changed since", "One thing more", "new since Ana read it")
	h.Tap("handover.over")
	h.Sees("Ana hasn't read it yet.")
	h.SeesNot("new since Ana read it")
	h.TakeBack()
	h.Sees("Your notes have changed since")
	quiet(t, h)
}

func TestAnEmptyPackSaysWhatItIsFor(t *testing.T) {
	h := roomtest.Open(t)
	kim := roomtest.Person(t, h.J, "Kim Sato")
	enter(h, kim)
	h.Sees("Nothing to hand over yet.")
	h.Seal()
	h.Reload()
	if h.Has("handover.add.helps") || h.Has("handover.give") || !h.Has("handover.copy") {
		t.Errorf("of a journal that can only be read there are %q", h.Keys())
	}
}

func TestThePackAndTheAgendaAreSavedAsFiles(t *testing.T) {
	for _, c := range []struct{ by, want string }{
		{"handover.print", "Handover: Ana Ruiz"},
		{"handover.agenda", "Handing over: Ana"},
	} {
		t.Run(c.by, func(t *testing.T) {
			h, ana := team(t)
			roomtest.Do(t, h.J, notes.PutSetting{Key: "saveas.format", Value: ".md"})
			enter(h, ana)
			h.Tap(c.by)
			path := filepath.Join(t.TempDir(), "out.md")
			h.Fill("saveas/where", path)
			h.Tap("dialog/confirm")
			text, err := os.ReadFile(path)
			if err != nil || !strings.Contains(string(text), c.want) || strings.Contains(string(text), "offer") {
				t.Errorf("written is\n%s\n%v", text, err)
			}
			quiet(t, h)
		})
	}
}

func TestGivingThePackMarksItAndOffersToGiveItOut(t *testing.T) {
	h, ana := team(t)
	enter(h, ana)
	h.Tap("handover.give")
	h.Sees("Handover pack", "Agenda for the handover meeting")
	if !h.Has("saveas/where") {
		t.Error("nothing is given out")
	}
	h.Tap("saveas/copy")
	text := fyne.CurrentApp().Clipboard().Content()
	if !strings.Contains(text, "Given to Ana to read on") || strings.Contains(text, "hasn't read it yet") {
		t.Errorf("given out is\n%s", text)
	}
	quiet(t, h)
}
