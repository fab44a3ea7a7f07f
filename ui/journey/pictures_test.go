//go:build journey

package journey

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPictures draws every screen of the sample team into the folder HANDBACK_PICTURES, light and dark.
func TestPictures(t *testing.T) {
	folder := os.Getenv("HANDBACK_PICTURES")
	if folder == "" {
		t.Skip("make pictures draws them")
	}
	for _, look := range []string{"light", "dark"} {
		t.Run(look, func(t *testing.T) {
			p := &painter{newManager(t, shipped), folder, look}
			if look == "light" { // as the first run begins
				p.firstRun()
			}
			p.sampleTeam()
		})
	}
}

// painter goes from screen to screen.
type painter struct {
	*manager
	folder, look string
}

// draw saves what is on the screen once all of the texts are there and nothing moves any more.
func (p *painter) draw(name string, texts ...string) {
	p.Helper()
	p.sees(texts...)
	p.must(p.app.Still())
	p.must(p.display.Picture(filepath.Join(p.folder, name+"-"+p.look+".png")))
}

func (p *painter) firstRun() {
	p.start()
	p.draw("first-run", "Explore with a sample team")
	p.quit()
}

func (p *painter) sampleTeam() {
	p.start("-sample")
	p.key("F1")
	p.types("dark")
	p.clicks("Change how it looks")
	p.clicks(map[string]string{"light": "Light", "dark": "Dark"}[p.look])
	p.key("alt+d")
	p.draw("today", "You promised")
	p.key("alt+t")
	p.draw("team")
	p.key("alt+d", "alt+Down")
	p.key("alt+1")
	p.draw("prep", "Agenda")
	p.key("alt+2")
	p.draw("notes", "Filed from this note")
	p.key("alt+3")
	p.draw("growth")
	p.key("alt+4")
	p.draw("praise")
	p.key("alt+5")
	p.draw("decisions", "Whose call", "Who decided")
	p.key("alt+8")
	p.draw("review", "Lines that name") // a button is not to be read off the dark one
	p.key("alt+7")
	p.draw("look-back")
	p.command("Handover pack")
	p.draw("hand-over-pack", "Who decides what")
	p.key("Escape")
	p.key("ctrl+k")
	p.draw("switcher")
	p.key("Escape", "ctrl+shift+f")
	p.types("review")
	p.draw("search")
	p.key("alt+j")
	p.draw("my-journal")
	p.key("ctrl+comma")
	p.draw("settings")
	p.command("Trash")
	p.draw("trash")
	p.command("About Handback")
	p.draw("about")
	p.key("ctrl+slash")
	p.draw("shortcuts")
	p.key("Escape", "F1")
	p.draw("help")
	p.key("Escape")
	p.command("All labels")
	p.draw("labels")
	p.key("Escape", "ctrl+shift+n")
	p.draw("add-people")
	p.key("Escape", "alt+d", "alt+Down", "alt+1", "ctrl+shift+e")
	p.draw("crisis")
	p.key("Escape", "alt+6")
	p.draw("their-page")
	if p.look == "light" { // nor is this one
		p.clicks("Show to Ana")
		p.draw("their-page-turned")
		p.key("Escape")
		p.sweep()
	}
	p.key("alt+d")
	p.clicks("Hand back")
	p.draw("hand-back", "goes on")
	p.key("Escape", "alt+Down", "alt+1", "ctrl+shift+e")
	p.types("the payment system is down\n")
	p.draw("stepping-in", "Hand it back")
	p.key("alt+d", "alt+Down", "alt+1", "ctrl+shift+o") // last: after it all is folded that is not for her
	p.draw("meeting")
	p.types("decided: book the mill house")
	p.key("Return")
	p.key("ctrl+shift+o")
	p.draw("closing", "Close the one")
	p.quit()
}

// sweep asks everybody one question.
func (p *painter) sweep() {
	p.Helper()
	p.key("alt+t")
	p.must(p.app.Still())
	add, err := p.app.look("Add a goal", p.app.FindButton)
	p.must(err)
	p.must(p.app.Click(add.Left-askLeft, add.Y))
	p.draw("sweep-ask", "It goes on the agenda")
	p.types("What should we stop doing?\n")
	for range 30 { // down to the answers
		_, seen, err := p.display.Find("Added to everyone's agenda")
		p.must(err)
		if seen {
			break
		}
		p.must(p.app.Wheel(700, 600, 10))
		p.must(p.app.Still())
	}
	p.draw("sweep", "Added to everyone's agenda")
}
