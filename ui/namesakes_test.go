package ui

import (
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/room"
)

// texts is all that stands in the window.
func (w *window) texts() string {
	var said []string
	for _, o := range append([]fyne.CanvasObject{w.win.Content()}, w.win.Canvas().Overlays().List()...) {
		for _, in := range test.LaidOutObjects(o) {
			if text, is := in.(*canvas.Text); is && text.Visible() {
				said = append(said, strings.TrimSpace(text.Text))
			}
		}
	}
	return strings.Join(said, " ")
}

// bare finds a first name with nothing after it that tells two people apart.
var bare = regexp.MustCompile(`\bQuill\b( [BD]\.| Brown| Davis)?`)

func TestNoScreenShowsTheBareFirstNameOfTwo(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	var c notes.Change
	for _, p := range w.People() {
		if p.OnTeam() && len(c.Rows) < 2 {
			p.Aliases = append(p.Aliases, p.Name, p.FirstName())
			p.Name = []string{"Quill Brown", "Quill Davis"}[len(c.Rows)]
			c.Rows = append(c.Rows, p)
		}
	}
	w.apply(c)
	shown := map[string]int{}
	for _, sc := range screens {
		t.Run(string(sc.id), func(t *testing.T) {
			w.t = t
			for _, p := range w.placesOf(sc) {
				w.visit(p)
				in := w.texts()
				for _, at := range bare.FindAllStringIndex(in, -1) {
					said := in[at[0]:at[1]]
					shown[said]++
					if said == "Quill" && sc.id != room.TheirPage && !w.looksOn() {
						t.Errorf("at %+v: …%s…", p, in[max(0, at[0]-60):min(len(in), at[1]+60)])
					}
				}
			}
		})
	}
	if shown["Quill B."] == 0 || shown["Quill D."] == 0 {
		t.Errorf("they are shown as %v", shown)
	}
}
