package storage

import (
	"strings"

	"handback/notes"
)

// labelList is every label that files, as an IN asks for them. Asked label by label, the index item_person gives the
// lines of a person from a day on without reading the older ones.
var labelList = "('" + strings.Join(labelStrings(), "', '") + "')"

func labelStrings() []string {
	list := make([]string, len(notes.Labels))
	for i, l := range notes.Labels {
		list[i] = string(l)
	}
	return list
}
