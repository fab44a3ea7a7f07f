package notes

import (
	"sort"
	"strings"
	"testing"
	"time"
)

func TestEveryCityHasAZone(t *testing.T) {
	if len(cities) < 200 {
		t.Fatalf("%d cities", len(cities))
	}
	if !sort.SliceIsSorted(cities, func(a, b int) bool { return cities[a].fold < cities[b].fold }) {
		t.Error("they are not in order")
	}
	for _, c := range cities {
		t.Run(c.Name, func(t *testing.T) {
			if _, err := time.LoadLocation(c.Zone); err != nil || !strings.Contains(c.Zone, "/") {
				t.Errorf("%s: %v", c.Zone, err)
			}
			if zone, ok := ReadZone(c.Name); !ok || zone != c.Zone {
				t.Errorf("read as %s", zone)
			}
			if zone, ok := ReadZone(strings.ToUpper(Fold(c.Name))); !ok || zone != c.Zone {
				t.Errorf("without accents it is read as %s", zone)
			}
		})
	}
}

func TestAZoneIsOfferedAsItIsTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "zur": "Zürich", "lod": "Łódź", "  new y": "New York", "york": "New York", "san": "San Diego, San Francisco, San José, San Juan",
		"mun": "Munich", "nowhere": "", "\u200bwroc": "Wrocław",
	} {
		t.Run(typed, func(t *testing.T) {
			var got []string
			for _, c := range CitiesLike(typed, 4) {
				got = append(got, c.Name)
			}
			if strings.Join(got, ", ") != want {
				t.Errorf("%q, want %s", got, want)
			}
		})
	}
}

func TestAZoneIsRead(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "zurich": "Europe/Zurich", "Zürich": "Europe/Zurich", "wroc": "Europe/Warsaw", "America/New_York": "America/New_York",
		"porto": "Europe/Lisbon", "UTC": "UTC", "Santiago": "America/Santiago",
	} {
		t.Run(typed, func(t *testing.T) {
			if got, ok := ReadZone(typed); !ok || got != want {
				t.Errorf("%q %v, want %q", got, ok, want)
			}
		})
	}
	for _, typed := range []string{"Atlantis", "san", "Local", "Mars/Olympus", "../etc"} {
		t.Run(typed, func(t *testing.T) {
			if got, ok := ReadZone(typed); ok {
				t.Errorf("read as %q", got)
			}
		})
	}
	for zone, want := range map[string]string{"Europe/Zurich": "Zürich", "America/New_York": "New York", "Etc/GMT+5": "Etc/GMT+5", "": ""} {
		t.Run("said "+zone, func(t *testing.T) {
			if got := SayZone(zone); got != want {
				t.Errorf("said %q", got)
			}
		})
	}
}
