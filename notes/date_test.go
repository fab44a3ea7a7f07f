package notes

import (
	"testing"
	"time"
)

func TestADayIsReadAsTheStandardLibraryReadsIt(t *testing.T) {
	for _, s := range []string{
		"2026-11-26", "2024-02-29", "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "0000-01-01",
		"9999-12-31", "2026-1-05", "2026/11/26", "2026-11-2x", "-026-11-26", "", "2026-11-26 ", "２026-1-26",
	} {
		t.Run(s, func(t *testing.T) {
			want, err := time.Parse(time.DateOnly, s)
			if got := Date(s); got.Valid() != (err == nil) || err == nil && !got.Time().Equal(want) || err != nil && !got.Time().IsZero() {
				t.Errorf("%q: %v, want %v (%v)", s, got.Time(), want, err)
			}
		})
	}
	for day := range 800 {
		at := time.Date(1999, time.December, day, 12, 0, 0, 0, time.UTC)
		if got := DateOf(at); string(got) != at.Format(time.DateOnly) || !got.Time().Equal(at.Truncate(24*time.Hour)) {
			t.Fatalf("%v is %q", at, got)
		}
	}
}
