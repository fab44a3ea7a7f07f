package handover

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Without is k without the lines of what is no longer in the journal. There reports whether something with a uid is; what
// the manager added stands in no note and stays.
func (k Kept) Without(there func(uid string) bool) Kept {
	k.Lines = slices.DeleteFunc(slices.Clone(k.Lines), func(l KeptLine) bool {
		uid := about(l.Key)
		return uid != "" && !there(uid)
	})
	return k
}

// about is the uid of what a line is about; "" of one that the manager added.
func about(key string) string {
	of, rest, _ := strings.Cut(key, ":")
	if of == added {
		return ""
	}
	uid, _, _ := strings.Cut(rest, ":")
	uid, _, _ = strings.Cut(uid, "#")
	return uid
}

// Unsaid is k without what says something that may be said no longer, e.g. a name. A line that was left out stays left out.
func (k Kept) Unsaid(says func(text string) bool) Kept {
	lines := k.Lines
	k.Lines = nil
	for _, l := range lines {
		for _, text := range []*string{&l.Was, &l.Text, &l.Said} {
			if says(*text) {
				*text = ""
			}
		}
		if l.Part == "" || l.Text != "" { // an added line is nothing without its text
			k.Lines = append(k.Lines, l)
		}
	}
	if says(k.To) {
		k.To = ""
	}
	return k
}

// And is k with what was made of the pack of another entry for the same person: what k says comes first. Where both were
// begun, and one of them was read, neither was read as it is now.
func (k Kept) And(other Kept) Kept {
	switch {
	case len(k.Lines) == 0 && k.State == Draft:
		k.State, k.On = other.State, other.On
	case len(other.Lines) == 0 && other.State == Draft:
	case k.State != Draft || other.State != Draft:
		k.State, k.On = Amended, max(k.On, other.On)
	}
	k.To = cmp.Or(k.To, other.To)
	k.Lines = slices.Clone(k.Lines)
	for _, l := range other.Lines {
		if about(l.Key) == "" {
			l.Key = k.nextAdded()
		} else if have, there := k.line(l.Key); there {
			have.Was, have.Text, have.Said = cmp.Or(have.Was, l.Was), cmp.Or(have.Text, l.Text), cmp.Or(have.Said, l.Said)
			have.Out = have.Out || l.Out
			l = have
		}
		k = k.with(l)
	}
	return k
}

// nextAdded is the key of the next line that is added.
func (k Kept) nextAdded() string {
	n := 1
	for _, l := range k.Lines {
		var m int
		if _, err := fmt.Sscanf(l.Key, added+":%d", &m); err == nil {
			n = max(n, m+1)
		}
	}
	return fmt.Sprint(added, ":", n)
}

// added begins the key of a line that the manager added.
const added = "added"
