package storage

// walk goes through the notes that match, from the newest to the oldest.
type walk struct {
	search
	match, wider, pairs string // as those of search
	asks                string // which of them the index is asked now
	from, before        int64  // search_ids yet to be looked at
	atMost              int    // notes that are looked at; 0 for all
	done                bool   // there are no more
}

func (s search) walk(match, wider, pairs string) *walk {
	w := &walk{search: s, match: match, wider: wider, pairs: pairs, asks: match}
	if wider != "" {
		w.asks = wider
	}
	w.from, w.before = s.span()
	return w
}

// spill is how far the search_id of a note may lie behind its day, where a day has more notes than places.
const spill = 31 * placesADay

// span is the range of search_ids of the days looked at; the days themselves are compared too.
func (s search) span() (from, to int64) {
	from, to = 0, 1<<62
	if s.From.Valid() {
		from = searchFrom(s.From)
	}
	if s.To.Valid() {
		to = searchFrom(s.To) + placesADay + spill
	}
	return from, to
}

// mostAtOnce is for how many notes of a page there is room before they are read.
const mostAtOnce = 64

// page is the next size notes, fewer where there are no more.
func (w *walk) page(size int) (page []found, err error) {
	page = make([]found, 0, min(size, mostAtOnce))
	for err == nil && len(page) < size && !w.done {
		page, err = w.read(page, size)
	}
	return page, err
}

// wideTrial is how many notes that a wider question finds are let pass. Where of more of them fewer than one in
// frequentShare says what is looked for, it is sooner to ask precisely.
const wideTrial = 10

// read adds notes to a page until it has size of them, there are no more, or it is time to ask precisely.
func (w *walk) read(page []found, size int) ([]found, error) {
	query, args := w.query()
	wide := w.wider != "" && w.asks == w.wider
	var f found // for one after the other, so that what does not match takes no room
	dest := f.dest()
	read, said := 0, 0
	w.done = true // unless it is left early
	err := w.c.each(query, args, func(sc scanner) (more bool, err error) {
		if err := sc.Scan(dest...); err != nil {
			return false, err
		}
		w.before = f.place
		read++
		if w.find.mark(&f.text) {
			said++
			page = append(page, f)
		}
		if w.atMost > 0 {
			if w.atMost--; w.atMost == 0 {
				return false, nil
			}
		}
		if wide && read >= wideTrial && said*frequentShare < read {
			w.asks, w.done = w.match, false
		}
		if len(page) >= size {
			w.done = false
		}
		return w.done, nil
	})
	return page, err
}

const foundColumns = "SELECT " + headColumns + ", n.search_id, n.body "

// dest is where foundColumns are read to.
func (f *found) dest() []any { return headDest(&f.NoteHead, &f.place, &f.text.body) }

// query reads the notes of the days asked for, newest first.
func (w *walk) query() (string, []any) {
	if w.pairs != "" {
		return foundColumns + `FROM search_pair s CROSS JOIN note n ON n.search_id = s.rowid WHERE search_pair MATCH ?1
			AND s.rowid >= ?2 AND s.rowid < ?3 AND (?4 = '' OR n.date >= ?4) AND (?5 = '' OR n.date <= ?5)
			ORDER BY s.rowid DESC`, []any{w.pairs, w.from, w.before, w.From, w.To}
	}
	if w.asks == "" {
		return foundColumns + `FROM note n WHERE n.search_id >= ?1 AND n.search_id < ?2
			AND (?3 = '' OR n.date >= ?3) AND (?4 = '' OR n.date <= ?4) ORDER BY n.search_id DESC`,
			[]any{w.from, w.before, w.From, w.To}
	}
	return foundColumns + `FROM search s JOIN note n ON n.search_id = s.rowid WHERE search MATCH ?1
		AND s.rowid >= ?2 AND s.rowid < ?3 AND (?4 = '' OR n.date >= ?4) AND (?5 = '' OR n.date <= ?5)
		ORDER BY s.rowid DESC`, []any{w.asks, w.from, w.before, w.From, w.To}
}
