package notes

import (
	"testing"
	"time"
)

func TestATimeIsToldOnTheManagersClocks(t *testing.T) {
	for name, c := range map[string]struct{ at, zone, want string }{
		"of one's own":       {"15:00", "", "15:00"},
		"of another zone":    {"15:00", "Europe/Berlin", "14:00"},
		"on another day":     {"00:30", "Europe/Berlin", "00:30"},
		"without a time":     {"", "Europe/Berlin", ""},
		"in an unknown zone": {"15:00", "Nowhere/Land", "15:00"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := AtHere(NoteHead{Date: "2026-11-26", At: c.at, Zone: c.zone}, time.UTC); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
