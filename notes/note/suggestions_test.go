package note

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestTheListOfSuggestions(t *testing.T) {
	const section = "## Next steps\n- send the poll\n- book the room\n\n"
	for _, c := range []struct {
		name, body string
		whole      bool
		shown      string // their titles
		more, all  int
	}{
		{"none", "words", false, "", 0, 0},
		{"one", "TODO send it", false, "TODO send it", 0, 0},
		{"two", "TODO send it\n* TODO mend it", false, "TODO send it | TODO mend it", 0, 2},
		{"one and one with two answers", "TODO send it\ntodo: mend it by 4/12", false, "TODO send it | todo: mend it by 4/12", 0, 0},
		{"a section and a line", section + "para\n\n# Else\nTODO send it", false, "Next steps | TODO send it", 0, 3},
		{"three", "TODO a is\nTODO b is\nTODO c is", false, "TODO a is | TODO b is | TODO c is", 0, 3},
		{"four", "TODO a is\nTODO b is\nTODO c is\nTODO d is", false, "TODO a is | TODO b is | TODO c is", 1, 4},
		{"four, unfolded", "TODO a is\nTODO b is\nTODO c is\nTODO d is", true, "TODO a is | TODO b is | TODO c is | TODO d is", 0, 4},
		{"a section out of view", "TODO a is\nTODO b is\nTODO c is\n\n" + section, false, "TODO a is | TODO b is | TODO c is", 1, 3},
		{"a section unfolded", "TODO a is\nTODO b is\nTODO c is\n\n" + section, true, "TODO a is | TODO b is | TODO c is | Next steps", 0, 5},
		{"a box", "- [ ] call the venue by 4/12", false, "call the venue by 4/12", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := notes.OpenSuggestions(c.body, filedIn, 0, nil, "n")
			o := ShowOffers(list, nil, notes.NoteHead{Person: 2}, filedPeople, filedToday, c.whole)
			var titles []string
			for _, line := range o.Lines {
				titles = append(titles, line.Title())
			}
			if got := strings.Join(titles, " | "); got != c.shown || o.More != c.more || notes.LinesOfAll(o.All) != c.all {
				t.Errorf("%q, %d more, %d to file; want %q, %d, %d", got, o.More, notes.LinesOfAll(o.All), c.shown, c.more, c.all)
			}
		})
	}
}
