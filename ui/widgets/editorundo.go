package widgets

import "hash/maphash"

var textSeed = maphash.MakeSeed()

func fingerprint(text string) uint64 { return maphash.String(textSeed, text) }

// Undo takes the last act back, of one's own or by Replace; or the paste that made the text so long.
func (ed *Editor) Undo() {
	if before := ed.part.before; before != nil && len(ed.entry.history.past) == 0 {
		ed.takeBack(*before)
		return
	}
	ed.travel(ed.entry.Undo, -1)
}

// Redo does again what Undo took back.
func (ed *Editor) Redo() { ed.travel(ed.entry.Redo, 1) }

func (ed *Editor) travel(step func(), way int) {
	if ed.reader.shown {
		return
	}
	ed.completion.close()
	start := ed.entry.Text
	ed.silent = true
	ed.run(step)
	ed.silent = false
	within := ed.travels // what is told may travel on
	ed.travels = way
	if ed.entry.Text != start {
		ed.tell()
	}
	ed.rest()
	ed.travels = within
}

// Strokes counts the keys that were pressed here, so that two of them tell whether one has typed between.
func (ed *Editor) Strokes() int { return ed.strokes }

func (ed *Editor) elsewhere(way int) bool { return ed.OnTravel != nil && ed.OnTravel(way) }
