package ui

import (
	"bufio"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// busSettings are those of a private bus: everybody may do everything on it.
const busSettings = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>custom</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`

// privateBus starts a bus that is the system's for this test, and returns its address.
func privateBus(t *testing.T) string {
	t.Helper()
	settings := t.TempDir() + "/bus.conf"
	if err := os.WriteFile(settings, []byte(busSettings), 0o600); err != nil {
		t.Fatal(err)
	}
	daemon := exec.Command("dbus-daemon", "--config-file="+settings, "--nofork", "--print-address")
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = daemon.Process.Kill(); _ = daemon.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", strings.TrimSpace(address))
	return strings.TrimSpace(address)
}

// mocked is a logind of the test's own.
type mocked struct {
	bus    *dbus.Conn
	delays atomic.Int32  // that were asked for
	held   chan *os.File // the other end of each: at its end the program let the computer sleep
}

const ourSession = dbus.ObjectPath("/org/freedesktop/login1/session/_37")

// GetSession answers as logind does.
func (m *mocked) GetSession(string) (dbus.ObjectPath, *dbus.Error) { return ourSession, nil }

// GetSessionByPID answers as logind does.
func (m *mocked) GetSessionByPID(uint32) (dbus.ObjectPath, *dbus.Error) { return ourSession, nil }

// Inhibit answers as logind does: with the end of a pipe.
func (m *mocked) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	read, write, err := os.Pipe()
	if err != nil || what != "sleep" || mode != "delay" || who == "" || why == "" {
		return 0, dbus.MakeFailedError(os.ErrInvalid)
	}
	fd, err := syscall.Dup(int(write.Fd()))
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	ours := opened(write)
	go func() {
		for range time.Tick(5 * time.Millisecond) { // until the other side has its own
			if opened(write) > ours {
				break
			}
		}
		_ = write.Close()
		_ = syscall.Close(fd)
		m.delays.Add(1)
		m.held <- read
	}()
	return dbus.UnixFD(fd), nil
}

// opened counts how often this process has the same end of a pipe open.
func opened(end *os.File) (n int) {
	var of, is syscall.Stat_t
	if syscall.Fstat(int(end.Fd()), &of) != nil {
		return 0
	}
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	for _, e := range entries {
		fd, err := strconv.Atoi(e.Name())
		if err == nil && syscall.Fstat(fd, &is) == nil && is.Ino == of.Ino && is.Dev == of.Dev {
			n++
		}
	}
	return n
}

func mockLogind(t *testing.T) *mocked {
	t.Helper()
	bus, err := dbus.Connect(privateBus(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Close() })
	m := &mocked{bus: bus, held: make(chan *os.File, 8)}
	if err := bus.Export(m, loginPath, loginManager); err != nil {
		t.Fatal(err)
	}
	if reply, err := bus.RequestName(loginName, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	return m
}

// await waits for something that another goroutine tells.
func await[T any](t *testing.T, what string, from <-chan T) (told T) {
	t.Helper()
	select {
	case told = <-from:
	case <-time.After(10 * time.Second):
		t.Fatal("waited in vain for " + what)
	}
	return told
}

// watched is a watch that has begun, and what it tells.
func watched(t *testing.T, m *mocked) (held *os.File, sleeps chan func(), locks chan bool) {
	t.Helper()
	sleeps, locks = make(chan func(), 8), make(chan bool, 8)
	stop := SystemSession().Watch(func(then func()) { sleeps <- then }, func() { locks <- true })
	t.Cleanup(stop)
	return await(t, "the wish to hold up sleep", m.held), sleeps, locks
}

func (m *mocked) tell(t *testing.T, path dbus.ObjectPath, name string, body ...any) {
	t.Helper()
	if err := m.bus.Emit(path, name, body...); err != nil {
		t.Fatal(err)
	}
}

func TestSleepWaitsUntilTheJournalIsClosed(t *testing.T) {
	m := mockLogind(t)
	held, sleeps, _ := watched(t, m)
	m.tell(t, loginPath, loginManager+".PrepareForSleep", true)
	then := await(t, "sleep", sleeps)
	let := make(chan error, 1)
	go func() {
		_, err := held.Read(make([]byte, 1)) // ends when no copy of the other end is open any more
		let <- err
	}()
	select {
	case err := <-let:
		t.Fatal(err, "the computer may sleep before the journal is closed")
	case <-time.After(500 * time.Millisecond): // that nothing happens is the test
	}
	then()
	if err := await(t, "leave to sleep", let); err == nil {
		t.Error("something was written")
	}
	m.tell(t, loginPath, loginManager+".PrepareForSleep", false)
	await(t, "the next wish to hold up sleep", m.held)
	if n := m.delays.Load(); n != 2 {
		t.Errorf("asked %d times", n)
	}
}

func TestALockedScreenIsTold(t *testing.T) {
	m := mockLogind(t)
	_, _, locks := watched(t, m)
	lockedHint := func(on bool) []any {
		return []any{loginSession, map[string]dbus.Variant{hint: dbus.MakeVariant(on)}, []string{}}
	}
	m.tell(t, ourSession+"1", loginSession+".Lock")                                 // somebody else's
	m.tell(t, ourSession, properties+".PropertiesChanged", lockedHint(false)...)    // unlocked
	m.tell(t, ourSession+"1", properties+".PropertiesChanged", lockedHint(true)...) // somebody else's
	for name, tell := range map[string]func(){
		"by its lock":     func() { m.tell(t, ourSession, loginSession+".Lock") },
		"by its property": func() { m.tell(t, ourSession, properties+".PropertiesChanged", lockedHint(true)...) },
	} {
		t.Run(name, func(t *testing.T) {
			tell()
			await(t, "the lock", locks)
			if len(locks) > 0 {
				t.Error("it was told more than once, or of another session")
			}
		})
	}
}

func TestWithoutABusNothingIsTold(t *testing.T) {
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path="+t.TempDir()+"/none")
	SystemSession().Watch(func(func()) { t.Error("sleep") }, func() { t.Error("lock") })()
}
