package notes

import (
	_ "embed" // the cities
	"strings"
	"time"
)

//go:embed cities.txt
var cityList string

// City is a city and the time zone that its clocks keep.
type City struct {
	Name string // as people write it
	Zone string // IANA name
	fold string
}

var cities = readCities(cityList)

func readCities(list string) []City {
	var all []City
	for _, line := range strings.Split(strings.TrimSpace(list), "\n") {
		name, zone, _ := strings.Cut(line, "=")
		all = append(all, City{name, zone, foldedName(name)})
	}
	return all
}

// CitiesLike are the cities that typed begins, or a word of them, in the order of the alphabet and whole beginnings first;
// at most limit. Nothing typed is like none.
func CitiesLike(typed string, limit int) []City {
	want := foldedName(typed)
	if want == "" {
		return nil
	}
	var first, later []City
	for _, c := range cities {
		switch {
		case strings.HasPrefix(c.fold, want):
			first = append(first, c)
		case strings.Contains(c.fold, " "+want):
			later = append(later, c)
		}
	}
	first = append(first, later...)
	return first[:min(limit, len(first))]
}

// ReadZone is the IANA name of the time zone that was typed: a city, its only beginning, or the name itself. It reports
// false for what is none. Nothing typed is no zone, which is fine.
func ReadZone(typed string) (zone string, ok bool) {
	typed = Tidy(typed)
	if typed == "" {
		return "", true
	}
	like := CitiesLike(typed, 2)
	if len(like) > 0 && (len(like) == 1 || like[0].fold == foldedName(typed)) {
		return like[0].Zone, true
	}
	if typed == "Local" {
		return "", false
	}
	if _, err := time.LoadLocation(typed); err != nil {
		return "", false
	}
	return typed, true
}

// SayZone is a time zone as people write it: the city of its name, where there is one of that name.
func SayZone(zone string) string {
	name := foldedName(strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " "))
	for _, c := range cities {
		if c.Zone == zone && c.fold == name {
			return c.Name
		}
	}
	return zone
}
