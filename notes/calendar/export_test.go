package calendar

import (
	"maps"
	"slices"
)

// WindowsZones are the names that the table has.
func WindowsZones() []string { return slices.Sorted(maps.Keys(windows)) }
