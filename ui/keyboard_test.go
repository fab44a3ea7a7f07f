package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"handback/ui/room"
	"handback/ui/widgets"
)

// controls are the keys of all that can be tapped in a part of the window and is not off.
func controls(in fyne.CanvasObject) (keys []string) {
	for _, o := range test.LaidOutObjects(in) {
		_, taps := o.(fyne.Tappable)
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() || !taps || !o.Visible() {
			continue
		}
		k, ok := o.(interface{ FocusKey() string })
		switch name := fmt.Sprintf("%T", o); {
		case ok && k.FocusKey() != "":
			keys = append(keys, k.FocusKey())
		case strings.HasSuffix(name, "scrollBar"): // the keyboard scrolls to what it goes to
		default:
			keys = append(keys, "without a key: "+name)
		}
	}
	return keys
}

// focusNow is the key of what has the keyboard.
func (w *window) focusNow() string { return widgets.KeyOfFocus(w.win.Canvas()) }

// tabs presses Tab until it comes round, and returns what it stopped at.
func (w *window) tabs() map[string]bool {
	w.t.Helper()
	w.win.Canvas().Unfocus()
	seen := map[string]bool{}
	var first fyne.Focusable
	for range 2000 {
		w.win.Canvas().FocusNext()
		now := w.win.Canvas().Focused()
		if now == nil {
			break
		}
		if now == first {
			return seen
		}
		if first == nil {
			first = now
		}
		seen[w.focusNow()] = true
	}
	if len(seen) > 0 {
		w.t.Errorf("Tab does not come round after %d controls", len(seen))
	}
	return seen
}

// byF6 presses F6 until it comes round, and returns where it stopped.
func (w *window) byF6() []string {
	w.win.Canvas().Unfocus()
	var stops []string
	for range 12 {
		w.key(fyne.KeyF6)
		if key := w.focusNow(); slices.Contains(stops, key) {
			break
		} else if key != "" {
			stops = append(stops, key)
		}
	}
	return stops
}

// byArrows are all controls that the arrows lead to from those on which F6 stops. A text keeps its arrows: Tab and F6 lead
// out of it.
func (w *window) byArrows(from []string) map[string]bool {
	w.t.Helper()
	seen := map[string]bool{}
	for queue := slices.Clone(from); len(queue) > 0; queue = queue[1:] {
		key := queue[0]
		if seen[key] {
			continue
		}
		seen[key] = true
		for _, arrow := range []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft} {
			at := w.focusable(key)
			w.win.Canvas().Focus(at)
			if _, typed := at.(interface{ SelectedText() string }); !typed {
				w.moveInPart(arrow) // the key itself would choose, where it is a choice
			} else if key != "note.editor" && (arrow == fyne.KeyUp || arrow == fyne.KeyDown) {
				w.key(arrow)
			}
			if !seen[w.focusNow()] {
				queue = append(queue, w.focusNow())
			}
		}
	}
	return seen
}

func (w *window) focusable(key string) fyne.Focusable {
	w.t.Helper()
	for _, p := range w.parts() {
		for _, stop := range widgets.Stops(p.of) {
			if k, ok := stop.(interface{ FocusKey() string }); ok && k.FocusKey() == key {
				return stop
			}
		}
	}
	w.t.Fatalf("nothing takes the keyboard by the name %q", key)
	return nil
}

// samples is a control of each screen that stands for the others, by the beginning of its key. Where a room has none, as an
// empty trash, the sidebar's leads out of it.
var samples = map[room.Screen]string{
	room.Today: "meeting/", room.Team: "team/add", room.Prep: "topic/open", room.Notes: "list.note.", room.Growth: "growth/add",
	room.Praise: "praise/log", room.Decisions: "decisions/log", room.TheirPage: "their.turn",
	room.LookBack: "lookback.kind.", room.Meeting: "meeting.their",
	room.Search: "search.person", room.Settings: "settings.add",
	room.Review: "review.period", room.FirstRun: "firstrun.start", room.Problem: "problem.other",
	room.Locked: "locked.way", room.Protect: "passphrase.offer", room.Moving: "firstrun.begin",
}

// act goes to the control by the keyboard and presses Space. It reports whether anything came of it.
func (w *window) act(prefix string) bool {
	w.t.Helper()
	w.win.Canvas().Unfocus()
	w.key(fyne.KeyF6)
	for range 300 {
		if strings.HasPrefix(w.focusNow(), prefix) {
			break
		}
		w.win.Canvas().FocusNext()
	}
	if !strings.HasPrefix(w.focusNow(), prefix) {
		w.t.Errorf("no key leads to %s", prefix)
		return false
	}
	is := func() string {
		root := w.win.Canvas().Content()
		if top := w.win.Canvas().Overlays().Top(); top != nil {
			root = top
		}
		return fmt.Sprint(w.Place(), w.focusNow(), shown(root))
	}
	before := is()
	w.win.Canvas().Focused().TypedRune(' ')
	w.settle()
	return is() != before
}

// unreached are the controls of the parts of the window to which neither Tab nor, where nothing there keeps them for its
// text, F6 and the arrows lead.
func (w *window) unreached() (byTab, byArrows []string) {
	w.t.Helper()
	tabs, stops := w.tabs(), w.byF6()
	arrows := w.byArrows(stops)
	all := []fyne.CanvasObject{w.frame.content}
	if !w.frame.bare() {
		all = append(all, w.frame.side, w.frame.top)
	}
	var text []string
	for _, p := range w.parts() {
		keys := controls(p.of)
		if slices.ContainsFunc(keys, func(k string) bool { return slices.Contains([]string{"note.editor", "search.text", "people.names"}, k) }) {
			text = append(text, keys...)
		}
	}
	for _, in := range all {
		for _, key := range controls(in) {
			if !tabs[key] {
				byTab = append(byTab, key)
			}
			if !arrows[key] && !slices.Contains(text, key) {
				byArrows = append(byArrows, key)
			}
		}
	}
	return byTab, byArrows
}

func TestEveryRoomIsWalkedByKeyboardAlone(t *testing.T) {
	aloneUnderRace(t)
	eachPlace(t, func(t *testing.T, w *window, sc screen, p room.Place) {
		tab, arrow := w.unreached()
		if len(tab) > 0 || len(arrow) > 0 {
			t.Errorf("at %+v Tab does not lead to %q, F6 and the arrows not to %q", p, tab, arrow)
		}
		want := 0
		for _, part := range w.parts() {
			if len(widgets.Stops(part.of)) > 0 {
				want++
			}
		}
		if stops := w.byF6(); len(stops) != want || want == 0 {
			t.Errorf("at %+v F6 stops at %q, of %d parts", p, stops, want)
		}
		prefix, ok := samples[sc.id]
		if w.looksOn() && sc.id == room.TheirPage {
			prefix = "their.back"
		}
		if w.looksOn() && sc.id == room.Review {
			prefix = "review.back"
		}
		if !ok {
			prefix = "side.today" // a way out of it
		}
		if !w.act(prefix) {
			t.Errorf("at %+v nothing comes of %s", p, prefix)
		}
		for range 3 { // what was opened
			if w.win.Canvas().Overlays().Top() != nil {
				w.key(fyne.KeyEscape)
			}
		}
	})
}

// mouseOnly is what no key reaches.
type mouseOnly struct{ widget.Label }

func (*mouseOnly) Tapped(*fyne.PointEvent) {}

func TestAControlThatNoKeyReachesIsFound(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	w.visit(room.Place{Screen: room.Team})
	if tab, arrow := w.unreached(); len(tab)+len(arrow) > 0 {
		t.Fatalf("%q, %q", tab, arrow)
	}
	m := &mouseOnly{}
	m.ExtendBaseWidget(m)
	w.frame.content.Objects = append(w.frame.content.Objects, m)
	w.frame.content.Refresh()
	if tab, _ := w.unreached(); len(tab) != 1 || !strings.Contains(tab[0], "mouseOnly") {
		t.Errorf("found is %q", tab)
	}
}

func TestOneKeyLeadsFromPartToPart(t *testing.T) {
	w := sampleWindow(t)
	who := w.report()
	w.visit(room.Place{Screen: room.Notes, Person: who})
	in := func() string {
		if at := w.partAt(w.parts()); at >= 0 {
			return w.parts()[at].name
		}
		return ""
	}
	if in() != textPart {
		t.Fatalf("the keyboard is in %q", in())
	}
	for _, step := range []struct {
		mod  fyne.KeyModifier
		name fyne.KeyName
		want string
	}{
		{ctrl, fyne.Key1, sidePart},
		{ctrl, fyne.Key2, listPart},
		{ctrl, fyne.Key3, textPart},
		{ctrl, fyne.Key4, sidePane},
		{0, fyne.KeyF6, topPart},
		{0, fyne.KeyF6, sidePart},
		{0, fyne.KeyF6, listPart},
		{0, fyne.KeyF6, textPart},
		{0, fyne.KeyF6, sidePane},
		{shift, fyne.KeyF6, textPart},
		{shift, fyne.KeyF6, listPart},
	} {
		if step.mod == 0 {
			w.key(step.name)
		} else {
			w.press(step.mod, step.name)
		}
		if in() != step.want {
			t.Fatalf("%s leads to %q, not to %q", keyName(desktop.CustomShortcut{KeyName: step.name, Modifier: step.mod}), in(), step.want)
		}
	}
	w.key(fyne.KeyDown)
	row := w.focusNow()
	w.press(ctrl, fyne.Key1)
	w.press(ctrl, fyne.Key2)
	if w.focusNow() != row || !strings.HasPrefix(row, "list.note.") {
		t.Errorf("back in the list it is at %s, it was at %s", w.focusNow(), row)
	}
}

func TestFromTodayOneKeyLeadsToItsContent(t *testing.T) {
	for name, go1 := range map[string]func(*window){
		"F6":     func(w *window) { w.key(fyne.KeyF6) },
		"Right":  func(w *window) { w.key(fyne.KeyRight) },
		"Ctrl+2": func(w *window) { w.press(ctrl, fyne.Key2) },
	} {
		t.Run(name, func(t *testing.T) {
			w := sampleWindow(t)
			w.visit(room.Place{Screen: room.Today})
			w.win.Canvas().Focus(w.focusable("side.today"))
			if go1(w); !widgets.HasFocus(w.win.Canvas(), w.frame.content) {
				t.Errorf("the keyboard is at %s", w.focusNow())
			}
			w.key(fyne.KeyDown)
			if !widgets.HasFocus(w.win.Canvas(), w.frame.content) {
				t.Errorf("an arrow leads out of it, to %s", w.focusNow())
			}
		})
	}
}

// TestAKeyThatLeadsElsewhereKeepsItsPlace: from a person in the sidebar the next key goes on to the one below, not to the top of the
// window; where the screen has a place to type, that has the keyboard. The mouse leaves it nowhere, so that nothing is tapped by a key.
func TestAKeyThatLeadsElsewhereKeepsItsPlace(t *testing.T) {
	w := sampleWindow(t)
	w.visit(room.Place{Screen: room.Today})
	var people []string
	for _, key := range controls(w.frame.side) {
		if strings.HasPrefix(key, "side.person.") {
			people = append(people, key)
		}
	}
	if len(people) < 2 {
		t.Fatalf("in the sidebar are %q", controls(w.frame.side))
	}
	widgets.ByKeys()
	w.win.Canvas().Focus(w.focusable(people[0]))
	w.key(fyne.KeyReturn)
	if w.Place().Screen != room.Prep || w.focusNow() != people[0] || !widgets.Ringed(w.win.Canvas().Focused()) {
		t.Errorf("on %s the keyboard is at %q", w.Place().Screen, w.focusNow())
	}
	w.win.Canvas().FocusNext()
	if w.focusNow() != people[1] {
		t.Errorf("the next Tab leads to %q", w.focusNow())
	}
	w.visit(room.Place{Screen: room.Today})
	click := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	w.find(people[0]).(desktop.Mouseable).MouseDown(click)
	w.find(people[0]).(desktop.Mouseable).MouseUp(click)
	w.taps(people[0])
	if w.Place().Screen != room.Prep || w.win.Canvas().Focused() != nil {
		t.Errorf("after a click on %s the keyboard is at %q", w.Place().Screen, w.focusNow())
	}
	widgets.ByKeys()
	w.win.Canvas().Focus(w.focusable(people[0]))
	w.visit(room.Place{Screen: room.Notes, Person: w.report()})
	if _, is := w.win.Canvas().Focused().(interface{ SelectedText() string }); !is {
		t.Errorf("on Notes the keyboard is at %q", w.focusNow())
	}
}
