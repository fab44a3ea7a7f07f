package notes

import (
	"slices"
	"strings"
)

// IsPromise reports whether an item is something I said I would do: a todo of mine or ours, or a need with a date. It
// can't vanish: it is done, told why not, or still open.
func (i Item) IsPromise() bool {
	return i.Label == Todo && (i.Actor == Me || i.Actor == We) || i.Label == Need && i.Due != ""
}

// IsOwed reports whether an item is a promise that is still open: what I owe.
func (i Item) IsOwed() bool { return i.IsPromise() && !i.Closed() }

// IsOwedByMe reports whether it is I alone who owes it: what we promised together is not mine to hand back.
func (i Item) IsOwedByMe() bool { return i.IsOwed() && (i.Label == Need || i.Actor == Me) }

// GonePromises are the open promises of before that no line of after tells of any more, in no state and of no
// owner: handed over it is still there. So is a line that was edited: one with a new text in the old one's place, or with
// half of its words.
func GonePromises(before, after []Item) []Item {
	var missing []Item
	rest := slices.DeleteFunc(slices.Clone(after), func(i Item) bool { return i.Label != Todo && !i.IsPromise() })
	for _, b := range before {
		if !b.IsOwed() {
			continue
		}
		if at := slices.IndexFunc(rest, func(a Item) bool { return sameWords(a.Text) == sameWords(b.Text) }); at >= 0 {
			rest = slices.Delete(rest, at, at+1)
		} else {
			missing = append(missing, b)
		}
	}
	return slices.DeleteFunc(missing, func(b Item) bool {
		at := slices.IndexFunc(rest, func(a Item) bool {
			return a.IsPromise() && (a.Line == b.Line || alike(a.Text, b.Text))
		})
		if at >= 0 {
			rest = slices.Delete(rest, at, at+1)
		}
		return at >= 0
	})
}

// NotUnfiled leaves out of promises that are gone those whose line stands in the body as it was before a suggestion filed it:
// filing it was taken back, and nothing has vanished.
func NotUnfiled(gone []Item, body string, in Context) []Item {
	if len(gone) == 0 {
		return nil
	}
	offered := map[string]bool{}
	for _, s := range Suggestions(body, in, 0) {
		for _, one := range append(s.Lines, s) {
			for _, c := range one.Choices {
				offered[c.New] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(gone), func(i Item) bool { return offered[i.Raw] })
}

func sameWords(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// alike reports whether two texts share at least half of the words of the longer one.
func alike(a, b string) bool {
	in, of := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	shared := 0
	for _, w := range in {
		if at := slices.Index(of, w); at >= 0 {
			of = slices.Delete(of, at, at+1)
			shared++
		}
	}
	return 2*shared >= max(len(in), shared+len(of)) && shared > 0
}
