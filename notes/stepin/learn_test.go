package stepin

import (
	"errors"
	"strings"
	"testing"

	"handback/notes"
)

func TestLearn(t *testing.T) {
	for _, c := range []struct {
		name, before, typed, want string
		none, refused             bool
	}{
		{name: "noted", typed: "  ask\nearlier ", want: "ask earlier"},
		{name: "noted otherwise", before: "ask", typed: "ask earlier", want: "ask earlier"},
		{name: "taken back", before: "ask", typed: " ", want: ""},
		{name: "as it was", before: "ask", typed: "ask", none: true},
		{name: "nothing", refused: true},
		{name: "too long", typed: strings.Repeat("a", notes.MostLine+1), refused: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Learn(notes.SteppingIn{ID: 3, HandedBack: "2026-11-20", Learned: c.before}, c.typed)
			var invalid notes.Invalid
			switch {
			case c.refused:
				if !errors.As(err, &invalid) || invalid.Field != FieldLearned {
					t.Errorf("%s: %v", c.name, err)
				}
			case c.none:
				if err != nil || !got.IsZero() {
					t.Errorf("%s: %v, %v", c.name, got, err)
				}
			default:
				if err != nil || len(got.Rows) != 1 || got.Rows[0].(notes.SteppingIn).Learned != c.want {
					t.Errorf("%s: %v, %v", c.name, got, err)
				}
			}
		})
	}
}

func TestHandedBackTheLastFirst(t *testing.T) {
	got := HandedBack([]notes.SteppingIn{
		{ID: 1}, {ID: 2, HandedBack: "2026-10-01"}, {ID: 3, HandedBack: "2026-11-20"}, {ID: 4, HandedBack: "2026-11-01"},
	})
	if len(got) != 3 || got[0].ID != 3 || got[1].ID != 4 || got[2].ID != 2 {
		t.Errorf("%v", got)
	}
}

func TestSayLed(t *testing.T) {
	for _, c := range []struct {
		s    notes.SteppingIn
		want string
	}{
		{notes.SteppingIn{Began: "2026-11-10", HandedBack: "2026-11-20", DidWell: "Kept the team informed"}, "You led from 10 Nov to 20 Nov. What went well: Kept the team informed"},
		{notes.SteppingIn{Began: "2025-11-10", HandedBack: "2025-11-10"}, "You led on 10 Nov 2025."},
	} {
		t.Run(c.want, func(t *testing.T) {
			if got := SayLed(c.s, "2026-12-02"); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
