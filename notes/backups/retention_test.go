package backups

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// run makes backups at these moments one after the other, letting go of what is not kept after each, as storage does. It returns
// those that are there at the end.
func run(made []time.Time, zone *time.Location) (left []int) {
	for i := range made {
		left = append(left, i)
		times := make([]time.Time, len(left))
		for k, at := range left {
			times[k] = made[at]
		}
		keep := Keep(times, zone)
		var next []int
		for k, at := range left {
			if keep[k] {
				next = append(next, at)
			}
		}
		left = next
	}
	return left
}

func berlin(t interface{ Fatal(...any) }) *time.Location {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func TestAYearOfWorkLeavesHoursDaysAndMonths(t *testing.T) {
	zone := berlin(t)
	var made []time.Time
	for day := range 365 {
		for hour := 9; hour < 18; hour++ {
			made = append(made, time.Date(2025, 12, 1+day, hour, 20, 0, 0, zone))
		}
	}
	left := run(made, zone)
	hours, days, months := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, i := range left {
		hours[made[i].Format("2006-01-02 15")], days[made[i].Format(time.DateOnly)], months[made[i].Format("2006-01")] = true, true, true
	}
	if len(months) != 12 || len(days) < 14+10 || len(hours) < 24 || len(left) > Hours+Days+Months {
		t.Errorf("%d backups of %d hours, %d days, %d months are left", len(left), len(hours), len(days), len(months))
	}
	for back := range 14 {
		if day := made[len(made)-1].AddDate(0, 0, -back).Format(time.DateOnly); !days[day] {
			t.Errorf("none is left of %s", day)
		}
	}
}

func TestTheHourThatComesTwiceKeepsBoth(t *testing.T) {
	zone := berlin(t)
	first := time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC) // 2:30, before the clocks go back
	made := []time.Time{first, first.Add(time.Hour)}        // 2:30 again
	if made[0].In(zone).Hour() != made[1].In(zone).Hour() {
		t.Fatal("the clocks don't go back in this night")
	}
	if left := run(made, zone); !slices.Equal(left, []int{0, 1}) {
		t.Errorf("left are %v", left)
	}
}

func TestAClockTenYearsAheadCostsNoOldBackup(t *testing.T) {
	zone := berlin(t)
	var made []time.Time
	for month := range 8 {
		made = append(made, time.Date(2026, time.Month(1+month), 10, 9, 0, 0, 0, zone))
	}
	before := run(made, zone)
	made = append(made, time.Date(2036, 9, 1, 9, 0, 0, 0, zone), time.Date(2026, 9, 2, 9, 0, 0, 0, zone))
	after := run(made, zone)
	for _, i := range before {
		if !slices.Contains(after, i) {
			t.Errorf("that of %s is gone", made[i].Format(time.DateOnly))
		}
	}
}

func genTimes(t *rapid.T) []time.Time {
	at := time.Date(2026, 3, 28, 12, 0, 0, 0, time.UTC)
	steps := rapid.SliceOfN(rapid.OneOf(
		rapid.Int64Range(1, 3*3600), rapid.Int64Range(1, 40*86400), rapid.Int64Range(-11*365*86400, 11*365*86400),
	), 1, 120).Draw(t, "seconds between")
	made := make([]time.Time, len(steps))
	for i, s := range steps {
		at = at.Add(time.Duration(s) * time.Second)
		made[i] = at
	}
	return made
}

func TestRetentionHoldsWhateverTheClockDoes(t *testing.T) {
	zone := berlin(t)
	rapid.Check(t, func(t *rapid.T) {
		made := genTimes(t)
		left := run(made, zone)
		if len(left) == 0 || left[len(left)-1] != len(made)-1 {
			t.Fatalf("the newest of %d is gone: %v", len(made), left)
		}
		if len(left) > Hours+Days+Months {
			t.Fatalf("%d are left", len(left))
		}
		all := Keep(made, zone)
		for i, kept := range all {
			if kept != slices.Contains(left, i) {
				t.Fatalf("number %d: %v at once, but one by one left are %v", i, kept, left)
			}
		}
	})
}

func TestOneMoreBackupCostsNoMoreThanThreeOlderOnes(t *testing.T) {
	zone := berlin(t)
	rapid.Check(t, func(t *rapid.T) {
		made := genTimes(t)
		before, gone := Keep(made[:len(made)-1], zone), 0
		for i, kept := range Keep(made, zone)[:len(made)-1] {
			if before[i] && !kept {
				gone++
			}
		}
		if gone > 3 {
			t.Fatalf("one backup at %s costs %d older ones", made[len(made)-1], gone)
		}
	})
}

func TestFittingLetsGoOfTheOldestOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.Int64Range(0, 1000), 1, 60).Draw(t, "sizes")
		keep := make([]bool, len(sizes))
		for i := range keep {
			keep[i] = i == len(keep)-1 || rapid.Bool().Draw(t, "kept")
		}
		most := rapid.Int64Range(0, 20000).Draw(t, "most")
		fits := Fit(sizes, keep, most)
		total, gap := int64(0), false
		for i := len(sizes) - 1; i >= 0; i-- {
			switch {
			case fits[i] && !keep[i]:
				t.Fatalf("number %d was not kept", i)
			case fits[i] && gap:
				t.Fatalf("number %d stays and a newer one went", i)
			case fits[i]:
				total += sizes[i]
			case keep[i]:
				gap = true
			}
		}
		if !fits[len(fits)-1] {
			t.Fatal("the newest is gone")
		}
		if total > most && total != sizes[len(sizes)-1] {
			t.Fatalf("%d bytes are more than %d", total, most)
		}
	})
}

func TestWhenTheNextOneIsDue(t *testing.T) {
	now := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		last time.Time
		want time.Duration
	}{
		{"none yet", time.Time{}, 0},
		{"half an hour ago", now.Add(-30 * time.Minute), 30 * time.Minute},
		{"long ago", now.AddDate(-1, 0, 0), 0},
		{"in the future", now.AddDate(10, 0, 0), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Due(c.last, now); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestSizesInWords(t *testing.T) {
	for _, c := range []struct {
		n    int64
		want string
	}{{0, "1 MB"}, {300 << 20, "300 MB"}, {1 << 30, "1 GB"}, {3 << 29, "1.5 GB"}, {5 << 30, "5 GB"}} {
		t.Run(c.want, func(t *testing.T) {
			if got := SaySize(c.n); got != c.want {
				t.Errorf("%d: %q, want %q", c.n, got, c.want)
			}
		})
	}
}
