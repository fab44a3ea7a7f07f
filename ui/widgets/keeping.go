package widgets

import (
	"strings"
	"time"
)

// The times after which what is typed is kept: those of a note.
const (
	keepAfter   = 400 * time.Millisecond // after the last key
	keepAtLeast = 900 * time.Millisecond // after the first key that isn't kept yet
	keepAgain   = time.Second            // after a try that failed
)

// Keeping keeps a line on the disk while it is typed into a field: after a rest, and once a second for a hand that doesn't rest. A try that
// fails is said below the field, and made again.
type Keeping struct {
	// Keep keeps a line in the place of what was kept before; an empty line drops that.
	Keep func(line string) error
	// After runs something later on the UI goroutine.
	After func(d time.Duration, f func()) (stop func())
	// Told is called where the field says something else than before.
	Told func()

	field     *TextField
	kept      string
	failed    bool
	stopPause func()
	stopLeast func()
}

// Of is the field whose line is kept; what stands there is, or isn't any more.
func (k *Keeping) Of(field *TextField) { k.field = field }

// Begins says that what stands in the field is kept already.
func (k *Keeping) Begins() { k.kept = k.line() }

func (k *Keeping) line() string { return strings.TrimSpace(k.field.Text()) }

// Typed is called at each change of the field.
func (k *Keeping) Typed() {
	if k.line() == k.kept {
		k.Rest()
		return
	}
	if k.stopPause != nil {
		k.stopPause()
	}
	k.stopPause = k.After(keepAfter, k.try)
	if k.stopLeast == nil {
		k.stopLeast = k.After(keepAtLeast, k.try)
	}
}

// Rest plans nothing any more.
func (k *Keeping) Rest() {
	for _, stop := range []*func(){&k.stopPause, &k.stopLeast} {
		if *stop != nil {
			(*stop)()
			*stop = nil
		}
	}
}

// Now keeps what stands there; an error says why it can't be.
func (k *Keeping) Now() error {
	k.Rest()
	line := k.line()
	if line == k.kept {
		return nil
	}
	if err := k.Keep(line); err != nil {
		return err
	}
	k.kept = line
	return nil
}

// Done says that what was kept is no draft any more: nothing is kept of what is typed next. The field is emptied.
func (k *Keeping) Done() {
	k.kept = ""
	k.field.SetText("")
	k.Rest()
}

func (k *Keeping) try() {
	err := k.Now()
	switch {
	case err != nil:
		k.stopPause = k.After(keepAgain, k.try)
		k.field.SetError(Sentence(err))
	case k.failed:
		k.field.SetError("")
	}
	if told := k.failed || err != nil; told {
		k.failed = err != nil
		k.Told()
	}
}
