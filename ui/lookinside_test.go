package ui

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

// onlyTakesOut are forms that write nothing into the journal: they look for something, or let something out.
var onlyTakesOut = regexp.MustCompile(`^(Print, copy or save|Save a copy of your journal|Export an archive|Save for your calendar|` +
	`Save my archive|Search between two dates|Choose a backup|How do I|Find in your notes)`)

// TestABackupThatIsLookedIntoOffersNothingThatWrites walks all screens of a backup: what can be tapped there opens no form for
// something that can't be saved, and is answered by no refusal.
func TestABackupThatIsLookedIntoOffersNothingThatWrites(t *testing.T) {
	aloneUnderRace(t)
	sample := sampleWindow(t)
	path, err := sample.journal.SaveCopy(filepath.Join(t.TempDir(), "own.handback"))
	if err != nil {
		t.Fatal(err)
	}
	w := emptyWindow(t, t.TempDir())
	if err := w.Start(path, false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.Run("backup.now")
	w.settle()
	w.visit(room.Place{Screen: room.Backups})
	w.tapKey("backups.own.1.look")
	if w.looked == nil {
		t.Fatal("the backup isn't shown")
	}
	const refusal = "so you can't change anything"
	setting := notes.PutSetting{Key: notes.SettingDaysOff, Value: ""}
	if _, err := w.journal.Apply(notes.Change{Rows: []notes.Row{setting}}); err == nil || !strings.Contains(err.Error(), refusal) {
		t.Fatalf("a change gives %v", err) // else what is refused below wouldn't be heard
	}
	l := &lockWalk{w: w, path: w.journal.Path(), tried: map[string]bool{}}
	tapped := 0
	wrong := func(name string) {
		t.Helper()
		switch top := w.win.Canvas().Overlays().Top(); {
		case strings.Contains(w.frame.said, refusal):
			t.Errorf("%s is refused", name)
		case top != nil && len(l.menu()) == 0 && len(w.onTopFields()) > 0:
			title, _, _ := strings.Cut(shown(top), "\n")
			if !onlyTakesOut.MatchString(title) {
				t.Errorf("%s asks: %s", name, title)
			}
		case top != nil && strings.Contains(shown(top), refusal):
			t.Errorf("%s is refused in a dialog", name)
		}
		w.frame.unsay()
	}
	for _, sc := range screens {
		if slices.Contains([]room.Screen{
			room.FirstRun, room.Problem, room.Locked, room.Protect, room.Moving, room.Import, room.Backups,
			room.Meeting,
		}, sc.id) {
			continue
		}
		for i, p := range w.placesOf(sc) {
			if i > 2 {
				break
			}
			w.closeOverlays()
			w.visit(p)
			for _, key := range controls(w.frame.root) {
				id := string(sc.id) + " " + numbers.ReplaceAllString(key, "#")
				if l.tried[id] || leavesBe.MatchString(key) || strings.HasPrefix(key, "without") || strings.HasPrefix(key, "backup.") {
					continue
				}
				l.tried[id] = true
				w.frame.unsay()
				if !l.taps(p, key) {
					continue
				}
				tapped++
				if w.looked == nil {
					t.Fatalf("%s leaves the backup", id)
				}
				wrong(id)
				for _, row := range l.menu() {
					if l.tried[id+" "+row] || leavesBe.MatchString(row) {
						continue
					}
					l.tried[id+" "+row] = true
					if l.taps(p, key) && slices.Contains(l.menu(), row) {
						o := w.find(row)
						if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
							continue
						}
						o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
						w.settle()
						if w.looked == nil {
							t.Fatalf("%s leaves the backup", row)
						}
						wrong(id + " " + row)
					}
				}
			}
		}
	}
	if tapped < 100 {
		t.Errorf("only %d controls were tapped", tapped)
	}
}
