package storage

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// PlacesFile is the name of the file in which this computer remembers where journals were moved, and when each was written
// last. It holds paths, random ids and times, and nothing of what is in a journal.
const PlacesFile = "journals.json"

// Places is what this computer remembers of its journals, in a file in the folder of the user's data. A file that is missing or
// can't be read is as one that remembers nothing.
type Places struct{ file string }

// PlacesIn are the places that are remembered in a folder.
func PlacesIn(folder string) Places { return Places{filepath.Join(folder, PlacesFile)} }

// remembered is what the file says.
type remembered struct {
	Moves []relocation     `json:"moves,omitempty"`
	Tray  bool             `json:"tray,omitempty"`  // an icon is wanted in the tray
	Theme string           `json:"theme,omitempty"` // of the last journal that was open, as its setting says it
	Scale string           `json:"scale,omitempty"` // of its text
	Left  map[string]int64 `json:"left,omitempty"`  // when a journal was written last, by the uid of its manager, in milliseconds
}

// relocation is a journal on its way from one place to another, or one that went it.
type relocation struct {
	From  string    `json:"from"`
	To    string    `json:"to"`
	Phase movePhase `json:"phase"`
}

type movePhase string

const (
	phaseCopying movePhase = "copying" // from is the journal; what is staged beside to is nothing yet
	phaseCopied  movePhase = "copied"  // what is staged was compared: to is the journal, and from may go
	phaseMoved   movePhase = "moved"   // from is gone
)

// mostMoves is how many moves are remembered: shortcuts to a place that a journal left long ago may still be about.
const mostMoves = 20

func (p Places) read() (r remembered) {
	r.Left = map[string]int64{}
	data, err := os.ReadFile(p.file)
	if err != nil || json.Unmarshal(data, &r) != nil {
		return remembered{Left: map[string]int64{}}
	}
	if r.Left == nil {
		r.Left = map[string]int64{}
	}
	return r
}

func (p Places) write(r remembered) error {
	if n := len(r.Moves); n > mostMoves {
		r.Moves = r.Moves[n-mostMoves:]
	}
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if err := makeFolder(filepath.Dir(p.file)); err != nil {
		return err
	}
	return writeWhole(p.file, append(data, '\n'))
}

// Tray reports whether an icon in the tray is wanted on this computer.
func (p Places) Tray() bool { return p.read().Tray }

// SetTray remembers whether it is.
func (p Places) SetTray(on bool) error {
	r := p.read()
	r.Tray = on
	return p.write(r)
}

// Look is the theme and the text size that the journal had which was open last: one that is locked can't be asked.
func (p Places) Look() (theme, scale string) {
	r := p.read()
	return r.Theme, r.Scale
}

// SetLook remembers them.
func (p Places) SetLook(theme, scale string) error {
	r := p.read()
	if r.Theme == theme && r.Scale == scale {
		return nil
	}
	r.Theme, r.Scale = theme, scale
	return p.write(r)
}

// note puts a move into the file, in the place of an earlier one from or to the same place.
func (p Places) note(m relocation) error {
	r := p.read()
	r.Moves = slices.DeleteFunc(r.Moves, func(o relocation) bool {
		return o.From == m.From || o.From == m.To // what came back is there again
	})
	r.Moves = append(r.Moves, m)
	return p.write(r)
}

func (p Places) forget(m relocation) error {
	r := p.read()
	r.Moves = slices.DeleteFunc(r.Moves, func(o relocation) bool { return o.From == m.From && o.To == m.To })
	return p.write(r)
}

// Now is where the journal is that is asked for by the path: there, or where it was moved. A move that a crash broke off is
// finished, or taken back, first: there is a whole journal at one of the two places at every moment.
func (p Places) Now(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path, nil //nolint:nilerr // opening says what is wrong with it
	}
	if err := p.resume(); err != nil {
		return path, err
	}
	moves := p.read().Moves
	for range moves {
		next := slices.IndexFunc(moves, func(m relocation) bool { return m.From == abs && m.Phase != phaseCopying })
		if next < 0 || exists(abs) {
			break
		}
		abs = moves[next].To
	}
	if exists(abs) || len(moves) == 0 {
		return abs, nil
	}
	if slices.ContainsFunc(moves, func(m relocation) bool { return m.To == abs && m.Phase != phaseCopying }) {
		return abs, say(notes.ErrNoJournal, nil, voice.T(
			"Your journal was moved to {path}, and it's no longer there. If it's on another disk, connect that disk and try again.", "path", abs))
	}
	return abs, nil
}

// resume ends what a crash broke off. What is on a disk that isn't there waits for it.
func (p Places) resume() error {
	for _, m := range p.read().Moves {
		if m.Phase == phaseMoved {
			continue
		}
		if err := (&mover{places: p, move: m, resumed: true}).resume(); err != nil {
			return explain(m.From, err)
		}
	}
	return nil
}

func (m *mover) resume() error {
	if !exists(filepath.Dir(m.move.To)) {
		return nil
	}
	if !exists(filepath.Dir(m.move.From)) {
		if m.move.Phase == phaseCopying {
			return nil
		}
		_, err := m.putInPlace()
		return err
	}
	held, err := m.hold()
	if errors.Is(err, notes.ErrInUse) {
		return nil // it is under way in another window
	}
	if err != nil {
		return err
	}
	if m.move.Phase == phaseCopying {
		err = m.abandon()
	} else {
		err = m.finish()
	}
	return errors.Join(err, m.letGo(held))
}

// Written is a journal that knows when it was written last.
type Written interface {
	WrittenLast() (uid string, at time.Time, err error)
}

// Seen is told each time when a journal is opened, and Leaves when it is closed; Seen returns a sentence where what lies there
// now was written earlier than what was left: a sync program or a hand put an older copy in its place.
func (p Places) Seen(j Written, in notes.Locale) (older string) {
	uid, at, err := j.WrittenLast()
	if err != nil || uid == "" {
		return ""
	}
	left, known := p.read().Left[uid]
	if !known || at.UnixMilli() >= left {
		return ""
	}
	last := time.UnixMilli(left).In(at.Location())
	if notes.DateOf(at) == notes.DateOf(last) {
		return voice.T("This is an older copy of your journal, written on {day} at {time}. The one you used last was written at {last}. "+
			"A sync program or a backup may have put it here.",
			"day", notes.SayWhole(notes.DateOf(at)), "time", in.SayTime(notes.TimeOf(at)), "last", in.SayTime(notes.TimeOf(last)))
	}
	return voice.T("This is an older copy of your journal, written on {day}. The one you used last was written on {last}. "+
		"A sync program or a backup may have put it here.",
		"day", notes.SayWhole(notes.DateOf(at)), "last", notes.SayWhole(notes.DateOf(last)))
}

// Leaves remembers when a journal was written last.
func (p Places) Leaves(j Written) error {
	uid, at, err := j.WrittenLast()
	if err != nil || uid == "" {
		return err
	}
	r := p.read()
	if r.Left[uid] == at.UnixMilli() {
		return nil
	}
	r.Left[uid] = at.UnixMilli()
	return p.write(r)
}

// WrittenLast is the random id of the journal, which its copies share, and when something in it was written last.
func (j *Journal) WrittenLast() (uid string, at time.Time, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return "", time.Time{}, notes.ErrClosed
	}
	return j.c.writtenLast(j.now().Location())
}

// writtenLast reads the settings: where the window is goes into them at each end.
func (c *conn) writtenLast(zone *time.Location) (uid string, at time.Time, err error) {
	var ms int64
	err = c.row(`SELECT (SELECT uid FROM person WHERE kind = 'me' ORDER BY id LIMIT 1), max(
		(SELECT coalesce(max(updated_at), 0) FROM setting), (SELECT coalesce(max(updated_at), 0) FROM person),
		(SELECT coalesce(max(at), 0) FROM tombstone))`, nil, &uid, &ms)
	return uid, time.UnixMilli(ms).In(zone), err
}
