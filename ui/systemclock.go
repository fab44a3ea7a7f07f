package ui

import (
	"bytes"
	"os"
	"strings"
	"sync/atomic"
	"time"
)

// SystemClock is the time in the zone that the system is set to now. Go itself reads the system's zone once, at the start
// of the program.
//
// A change is noticed where the system keeps its zone in a file: on Linux and macOS, unless the program was started with
// a zone of its own (TZ). On Windows the zone stays that of the start.
type SystemClock struct {
	now  func() time.Time
	file string // "" where no change can be noticed
	data []byte // of the file, as last read
	zone atomic.Pointer[time.Location]
}

// zoneFile is where Linux and macOS keep the zone.
const zoneFile = "/etc/localtime"

// zoneVar is where the environment says the zone.
const zoneVar = "TZ"

// NewSystemClock makes the clock; now is the time in the zone of the program's start, env looks up the environment.
func NewSystemClock(now func() time.Time, env func(key string) (string, bool)) *SystemClock {
	file := zoneFile
	if tz, set := env(zoneVar); set && strings.TrimPrefix(tz, ":") != zoneFile {
		file = ""
	}
	return newSystemClock(now, file)
}

func newSystemClock(now func() time.Time, file string) *SystemClock {
	c := &SystemClock{now: now, file: file}
	if file != "" {
		c.data, _ = os.ReadFile(file) // where there is none, one that comes is a change
	}
	return c
}

// Now is the time in the zone that was found by the last Look. It may be called from any goroutine.
func (c *SystemClock) Now() time.Time {
	if zone := c.zone.Load(); zone != nil {
		return c.now().In(zone)
	}
	return c.now()
}

// Look looks whether the system is in another zone now. It is for one goroutine. A zone that cannot be read is none.
func (c *SystemClock) Look() {
	if c.file == "" {
		return
	}
	data, err := os.ReadFile(c.file)
	if err != nil || bytes.Equal(data, c.data) {
		return
	}
	zone, err := time.LoadLocationFromTZData(zoneName(c.file), data)
	if err != nil {
		return // it is being written: the next look finds it
	}
	c.data = data
	c.zone.Store(zone)
}

// zoneName is the name of the zone that a file links to, "Local" where it is no link.
func zoneName(file string) string {
	to, err := os.Readlink(file)
	if err != nil {
		return time.Local.String()
	}
	if _, name, ok := strings.Cut(to, "zoneinfo/"); ok {
		return name
	}
	return time.Local.String()
}
