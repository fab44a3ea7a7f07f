package widgets

// Texts keeps what can be undone of texts that an Editor has let go of, as long as the program runs.
type Texts struct {
	kept  map[string]keptText
	order []string // keys, the oldest first
}

type keptText struct {
	text    string
	entry   string // what stood in the entry: the text and a spare line, where one was shown
	history history
	spare   map[uint64]bool
}

// mostTexts is how many are kept; the oldest goes first.
const mostTexts = 40

// NewTexts keeps nothing yet.
func NewTexts() *Texts { return &Texts{kept: map[string]keptText{}} }

func (t *Texts) keep(key string, k keptText) {
	t.forget(key)
	t.kept[key], t.order = k, append(t.order, key)
	if len(t.order) > mostTexts {
		t.forget(t.order[0])
	}
}

func (t *Texts) forget(key string) {
	if _, known := t.kept[key]; !known {
		return
	}
	delete(t.kept, key)
	for i, k := range t.order {
		if k == key {
			t.order = append(t.order[:i:i], t.order[i+1:]...)
			return
		}
	}
}

// Keep keeps under a key what can be undone of the text that stands here.
func (ed *Editor) Keep(key string) {
	ed.find.forget()
	if h := ed.entry.history; ed.reader.shown || ed.part.on || len(h.past)+len(h.future) == 0 {
		ed.Texts.forget(key)
		return
	}
	ed.Texts.keep(key, keptText{ed.Text(), ed.entry.Text, ed.entry.history, ed.spare.texts})
}

// Open loads a text as SetText does, and with it what can be undone of it, where that was kept under this key. Where the
// text was changed elsewhere meanwhile, that is one more act to undo if rebase is true; else nothing can be undone.
func (ed *Editor) Open(key, text string, rebase bool) {
	ed.SetText(text)
	k, known := ed.Texts.kept[key]
	if !known || ed.reader.shown || k.text != text && !rebase {
		return
	}
	if k.text == text && k.entry != text {
		ed.load(k.entry) // with its spare line, which the acts were done around
		ed.spare.texts = k.spare
		ed.spare.add(k.entry)
	}
	ed.entry.history, ed.spare.texts = k.history, k.spare
	if k.text != text {
		old, now := []rune(k.entry), []rune(text)
		start, end, newEnd := difference(old, now)
		ed.entry.history.add(deed{at: start, was: old[start:end], now: now[start:newEnd], from: start, to: start})
	}
}

// Prune forgets what would bring a line back, by undo or by doing again, that may not be shown.
func (ed *Editor) Prune(shows func(line string) bool) {
	if !ed.reader.shown {
		ed.entry.history.prune([]rune(ed.entry.Text), shows)
	}
}
