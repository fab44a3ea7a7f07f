package widgets

import "hash/maphash"

// undoGroups remembers which texts stood only in the middle of a Replace, so
// that undo and redo pass over them.
type undoGroups struct {
	before map[uint64]uint64 // text in the middle: text before
}

// most groups that are remembered; older ones are undone in two steps.
const mostGroups = 1000

var textSeed = maphash.MakeSeed()

func fingerprint(text string) uint64 { return maphash.String(textSeed, text) }

func (g *undoGroups) clear() { g.before = nil }

func (g *undoGroups) add(before, middle uint64) {
	if g.before == nil || len(g.before) >= mostGroups {
		g.before = map[uint64]uint64{}
	}
	g.before[middle] = before
}

// Undo takes the last edit back, of one's own or by Replace.
func (ed *Editor) Undo() { ed.travel(ed.entry.Undo) }

// Redo does again what Undo took back.
func (ed *Editor) Redo() { ed.travel(ed.entry.Redo) }

func (ed *Editor) travel(step func()) {
	if ed.reader.shown {
		return
	}
	ed.completion.close()
	start := ed.entry.Text
	ed.silent = true
	ed.run(func() {
		step()
		if _, middle := ed.groups.before[fingerprint(ed.entry.Text)]; middle && ed.entry.Text != start {
			step()
		}
	})
	ed.silent = false
	if ed.entry.Text != start {
		ed.tell()
	}
}
