//go:build journey

package journey

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

// opensMenuOf clicks on a text with the right button.
func (m *manager) opensMenuOf(text string) {
	m.Helper()
	at, err := m.app.See(text)
	m.must(err)
	m.must(m.app.RightClick(at.X, at.Y))
}

// TestFromAWordOfSpringToThePackOfTheHalfYear finds a line of last spring by a part of a word, opens it, makes the half-year's
// pack, leaves a line of it out, and has the rest on paper.
func TestFromAWordOfSpringToThePackOfTheHalfYear(t *testing.T) {
	m := newManager(t, shipped)
	file := m.smallTeam(func(today notes.Date) notes.Change {
		held := func(day notes.Date, body string) notes.Row {
			return notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: day, Body: body}
		}
		return notes.Change{Rows: []notes.Row{
			held(today.AddDays(-210), "praise: rebuilt the onboarding guide (said "+string(today.AddDays(-210))+")\n"),
			held(today, "decided Ana: retire the old scheduler\ndecided Ana: answer the vendor herself\n"+
				"todo Ana: measure the night shift (done "+string(today)+")\nprivate: tired of the vendor\n"),
		}}
	})
	m.key("ctrl+shift+f")
	m.types("board")
	m.sees("rebuilt the onboarding guide")
	m.key("Return")
	m.sees("Filed from this note", "onboarding guide")
	m.key("alt+8")
	m.sees("This half-year")
	m.sees("retire the old scheduler", "answer the vendor herself")
	m.opensMenuOf("answer the vendor herself")
	m.clicks("Leave out")
	m.storedIn(file, []string{"1"}, "select left_out from review_line")
	m.clicks("Print or save")
	m.sees("Print, copy or save")
	pack := filepath.Join(m.home, "pack.pdf")
	m.key("Tab", "Tab", "Tab", "Tab", "ctrl+a")
	m.types(pack)
	m.key("ctrl+Return")
	m.sees("Saved to")
	out, err := exec.Command("pdftotext", "-layout", pack, "-").CombinedOutput()
	m.must(err)
	read := string(out)
	for _, want := range []string{"Ana Ruiz", "Retire the old scheduler", "Measure the night shift"} {
		if !strings.Contains(read, want) {
			t.Errorf("the pack doesn't say %q: %s", want, read)
		}
	}
	for _, not := range []string{"vendor", "tired", "onboarding"} {
		if strings.Contains(read, not) {
			t.Errorf("the pack says %q: %s", not, read)
		}
	}
	m.quit()
}
