package ui

import (
	"os"
	"sync"
	"syscall"

	"github.com/godbus/dbus/v5"

	"handback/notes/voice"
)

// SystemSession is logind, which tells when the computer goes to sleep and when the screen is locked. Where there is none,
// nothing is ever told.
func SystemSession() Session { return logind{} }

type logind struct{}

// The names of logind on the system's bus.
const (
	loginName    = "org.freedesktop.login1"
	loginPath    = dbus.ObjectPath("/org/freedesktop/login1")
	loginManager = loginName + ".Manager"
	loginSession = loginName + ".Session"
	properties   = "org.freedesktop.DBus.Properties"
	hint         = "LockedHint"
)

// Watch implements Session.
func (logind) Watch(sleep func(then func()), lock func()) (stop func()) {
	w := &logindWatch{sleep: sleep, lock: lock, over: make(chan struct{})}
	aside(w.run)
	return func() { w.once.Do(func() { close(w.over) }) }
}

// logindWatch is one connection to the system's bus.
type logindWatch struct {
	sleep func(then func())
	lock  func()
	over  chan struct{}
	once  sync.Once

	bus     *dbus.Conn
	session dbus.ObjectPath // ours; "" where it isn't known, then every session of this user counts
	mu      sync.Mutex
	delay   int // a descriptor that holds sleep up while it is open; -1 for none
}

// run listens until it is stopped, or the bus is gone.
func (w *logindWatch) run() {
	w.delay = -1
	bus, err := dbus.ConnectSystemBus()
	if err != nil {
		return // there is none, as in a container
	}
	defer func() { _ = bus.Close() }()
	w.bus = bus
	w.session = w.ours()
	for _, match := range [][]dbus.MatchOption{
		{dbus.WithMatchInterface(loginManager), dbus.WithMatchMember("PrepareForSleep")},
		{dbus.WithMatchInterface(loginSession), dbus.WithMatchMember("Lock")},
		{dbus.WithMatchInterface(properties), dbus.WithMatchMember("PropertiesChanged"), dbus.WithMatchSender(loginName)},
	} {
		if err := bus.AddMatchSignal(match...); err != nil {
			return
		}
	}
	told := make(chan *dbus.Signal, 16)
	bus.Signal(told)
	w.holdUp()
	defer w.letSleep()
	for {
		select {
		case <-w.over:
			return
		case s, ok := <-told:
			if !ok {
				return
			}
			w.hear(s)
		}
	}
}

// ours is the session that this program is in.
func (w *logindWatch) ours() (path dbus.ObjectPath) {
	manager := w.bus.Object(loginName, loginPath)
	if id := os.Getenv("XDG_SESSION_ID"); id != "" {
		if manager.Call(loginManager+".GetSession", 0, id).Store(&path) == nil {
			return path
		}
	}
	if manager.Call(loginManager+".GetSessionByPID", 0, uint32(os.Getpid())).Store(&path) == nil {
		return path
	}
	return ""
}

// hear does what a signal asks for.
func (w *logindWatch) hear(s *dbus.Signal) {
	mine := w.session == "" || s.Path == w.session
	switch s.Name {
	case loginManager + ".PrepareForSleep":
		if len(s.Body) != 1 {
			return
		}
		if begins, ok := s.Body[0].(bool); ok && begins {
			w.sleep(w.letSleep)
		} else if ok {
			w.holdUp()
		}
	case loginSession + ".Lock":
		if mine {
			w.lock()
		}
	case properties + ".PropertiesChanged":
		if mine && isLockedNow(s.Body) {
			w.lock()
		}
	}
}

// isLockedNow reports whether a change of properties says that the screen is locked.
func isLockedNow(body []any) bool {
	if len(body) < 2 || body[0] != loginSession {
		return false
	}
	changed, _ := body[1].(map[string]dbus.Variant)
	locked, _ := changed[hint].Value().(bool)
	return locked
}

// holdUp has the computer wait a moment before it sleeps, so that the journal is closed by then.
func (w *logindWatch) holdUp() {
	var fd dbus.UnixFD
	err := w.bus.Object(loginName, loginPath).Call(loginManager+".Inhibit", 0,
		"sleep", voice.T("Handback"), voice.T("Locking your journal"), "delay").Store(&fd)
	if err != nil {
		return // then it is locked as soon as it can be
	}
	w.letSleep()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.delay = int(fd)
}

// letSleep ends what holdUp began.
func (w *logindWatch) letSleep() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.delay >= 0 {
		_ = syscall.Close(w.delay)
		w.delay = -1
	}
}
