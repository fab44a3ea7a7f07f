//go:build journey

package journey

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3"
)

// The binaries, built by .ci/journeys: the one that ships, and one that logs every wrong thread.
const (
	shipped = "../../build/handback"
	logging = "../../build/handback-logging"
)

// wrongThread is what Fyne logs when something is done on the wrong goroutine.
const wrongThread = "Error in Fyne call thread"

// manager is somebody at the keyboard, with a home folder of their own. Whatever goes wrong ends the test.
type manager struct {
	*testing.T
	display *Display
	program string
	home    string
	app     *App
	logs    strings.Builder
	// protected has the journal be one that is to be unlocked.
	protected bool
}

// newManager sits down at a screen of 1280×800.
func newManager(t *testing.T, program string) *manager {
	t.Helper()
	t.Parallel()
	return sitDown(t, program, 1280, 800)
}

// sitDown is newManager at a screen of another size, and not beside other tests.
func sitDown(t *testing.T, program string, width, height int) *manager {
	t.Helper()
	d, err := OpenDisplay(width, height)
	if err != nil {
		t.Fatal(err)
	}
	m := &manager{T: t, display: d, program: program, home: t.TempDir()}
	m.must(os.Mkdir(filepath.Join(m.home, ".cache"), 0o700))
	t.Cleanup(func() {
		if t.Failed() {
			picture := filepath.Join("..", "..", "build", "journey", t.Name()+".png")
			t.Logf("the screen is in %s: %v; it reads:%s", picture, d.Picture(picture), d.Text())
		}
		if m.app != nil {
			m.app.Kill()
			m.left()
		}
		d.Close()
		if t.Failed() {
			t.Logf("the program printed:\n%s", m.logs.String())
		}
		if strings.Contains(m.logs.String(), wrongThread) {
			t.Errorf("something was done on the wrong goroutine:\n%s", m.logs.String())
		}
	})
	return m
}

func (m *manager) must(err error) {
	m.Helper()
	if err != nil {
		m.Fatal(err)
	}
}

// start starts the program.
func (m *manager) start(args ...string) {
	m.Helper()
	app, err := m.display.Start(Program{Path: m.program, Args: args, Env: m.env()})
	m.must(err)
	m.app = app
}

// env leads the program to the manager's home folder.
func (m *manager) env() []string {
	return []string{
		"HOME=" + m.home, "XDG_CACHE_HOME=" + m.home + "/.cache", "XDG_DATA_HOME=" + m.home + "/data", "XDG_CONFIG_HOME=" + m.home + "/config",
	}
}

// left keeps what the program printed, once it has ended.
func (m *manager) left() {
	m.logs.WriteString(m.app.Log())
	m.app = nil
}

func (m *manager) quit() { m.Helper(); m.must(m.app.Quit()); m.left() }
func (m *manager) kill() { m.Helper(); m.app.Kill(); m.left() }

func (m *manager) key(keys ...string)  { m.Helper(); m.must(m.app.Key(keys...)) }
func (m *manager) types(text string)   { m.Helper(); m.must(m.app.Type(text)) }
func (m *manager) clicks(text string)  { m.Helper(); m.must(m.app.ClickOn(text)) }
func (m *manager) presses(text string) { m.Helper(); m.must(m.app.Press(text)) }
func (m *manager) ticks(text string)   { m.Helper(); m.must(m.app.Tick(text)) }
func (m *manager) sees(texts ...string) {
	m.Helper()
	for _, text := range texts {
		_, err := m.app.See(text)
		m.must(err)
	}
}

// command does what the quick switcher offers under a name.
func (m *manager) command(name string) {
	m.Helper()
	m.key("ctrl+k")
	m.types(name)
	m.sees(name)
	m.key("Return")
}

// journalFile is the one journal in the manager's data folder.
func (m *manager) journalFile() string {
	files, _ := filepath.Glob(filepath.Join(m.home, "data", "handback", "journal*"))
	for _, file := range files {
		head := make([]byte, 15)
		if f, err := os.Open(file); err == nil {
			_, _ = f.Read(head)
			_ = f.Close()
		}
		if string(head) == "SQLite format 3" {
			return file
		}
	}
	return ""
}

// rows asks the journal file as sqlite3 would and gives the first column.
func rows(file, query string, args ...any) ([]string, error) {
	db, err := sql.Open("sqlite3", "file:"+file+"?mode=ro&_busy_timeout=2000")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	found, err := db.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var all []string
	for found.Next() {
		var s sql.NullString
		if err := found.Scan(&s); err != nil {
			return nil, err
		}
		all = append(all, s.String)
	}
	return all, found.Err()
}

// stored waits until the query on the manager's journal gives the wanted rows.
func (m *manager) stored(want []string, query string, args ...any) {
	m.Helper()
	m.storedIn(m.journalFile(), want, query, args...)
}

func (m *manager) storedIn(file string, want []string, query string, args ...any) {
	m.Helper()
	var got []string
	err := Wait("the journal to hold it", func() (bool, error) {
		var err error
		got, err = rows(file, query, args...)
		return err == nil && fmt.Sprintf("%q", got) == fmt.Sprintf("%q", want), nil
	})
	if err != nil {
		m.Fatalf("%v: %s\n got %q\nwant %q", err, query, got, want)
	}
}

// body waits until the one note of a kind has the text, byte for byte.
func (m *manager) body(kind, want string) {
	m.Helper()
	m.stored([]string{want}, "select body from note where kind = ? and deleted_at is null", kind)
}
