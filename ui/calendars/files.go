// Package calendars reads one-on-ones from the calendar file or folder that the manager chose, shows what was found before
// anything is planned, and writes planned one-on-ones for a calendar program.
package calendars

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"handback/notes"
	"handback/notes/calendar"
	"handback/notes/voice"
)

// ending is how the files of calendars end.
const ending = ".ics"

// IsCalendar reports whether a file is one by its name.
func IsCalendar(path string) bool { return strings.EqualFold(filepath.Ext(path), ending) }

// errStopped is returned where reading was cancelled.
var errStopped = errors.New("calendars: stopped")

// reading is a reading in the background, as far as it came.
type reading struct {
	stop atomic.Bool
	done atomic.Int64 // files
}

// read reads a file, or every calendar file of a folder and those in it. Links aren't followed out of it.
func (r *reading) read(path string, now time.Time) (*calendar.Calendar, error) {
	c, err := r.readFiles(path)
	if err == nil && !c.Prepare(now, r.stop.Load) {
		err = errStopped
	}
	return c, err
}

func (r *reading) readFiles(path string) (*calendar.Calendar, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, sayFile(err)
	}
	c := &calendar.Calendar{}
	if !st.IsDir() {
		return c, r.add(c, path, st.Size())
	}
	files := 0
	err = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case r.stop.Load():
			return errStopped
		case err != nil && name == path:
			return err
		case err != nil: // a part of it that can't be read is said, not the end
			c.Skipped = append(c.Skipped, calendar.Skip{Title: filepath.Base(name), Why: sayFile(err).Error()})
			return nil
		case !entry.Type().IsRegular() || !IsCalendar(name):
			return nil
		}
		if files++; files > calendar.MaxFiles {
			return calendar.ErrTooBig
		}
		return r.addOf(c, name, entry)
	})
	if err == nil && files == 0 {
		return nil, notes.Invalid{Why: voice.T("There are no calendar files in that folder. They end in .ics.")}
	}
	return c, sayFile(err)
}

// addOf reads one file of a folder. One that can't be read is said, and isn't the end.
func (r *reading) addOf(c *calendar.Calendar, name string, entry fs.DirEntry) error {
	info, err := entry.Info()
	if err == nil {
		err = r.add(c, name, info.Size())
	}
	if err != nil && !errors.Is(err, errStopped) {
		c.Skipped = append(c.Skipped, calendar.Skip{Title: filepath.Base(name), Why: sayFile(err).Error()})
		return nil
	}
	return err
}

func (r *reading) add(c *calendar.Calendar, path string, size int64) error {
	if r.stop.Load() {
		return errStopped
	}
	if size > calendar.MaxFile {
		return sayFile(calendar.ErrTooBig)
	}
	data, err := os.ReadFile(path)
	if err == nil {
		err = c.Add(data)
	}
	r.done.Add(1)
	return sayFile(err)
}

// sayFile is an error of the disk, or of what was read, as a sentence.
func sayFile(err error) error {
	var invalid notes.Invalid
	switch {
	case err == nil || errors.Is(err, errStopped) || errors.As(err, &invalid):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return notes.Invalid{Why: voice.T("There's nothing there. Check the path, or choose it again.")}
	case errors.Is(err, fs.ErrPermission):
		return notes.Invalid{Why: voice.T("You don't have permission to read that. Choose another file or folder.")}
	}
	if says := calendar.Say(err); says != "" {
		return notes.Invalid{Why: says}
	}
	return notes.Invalid{Why: voice.T("Handback can't read it. Check that the disk is connected, and try again.")}
}

// Stamp tells whether a file or folder is the one that was read the last time: the newest change, and how many files and bytes.
func Stamp(path string) (string, error) {
	newest, files, bytes := int64(0), int64(0), int64(0)
	err := filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !entry.Type().IsRegular() || name != path && !IsCalendar(name) {
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		newest, bytes = max(newest, info.ModTime().UnixNano()), bytes+info.Size()
		if files++; files > calendar.MaxFiles {
			return calendar.ErrTooBig
		}
		return nil
	})
	return fmt.Sprint(newest, files, bytes), err
}
