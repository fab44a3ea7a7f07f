//go:build journey && wine

package journey

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"handback/notes"
	"handback/notes/reminders"
	"handback/storage"
)

// The program for Windows under Wine, as .ci/packages built it and installed it into a Windows of the test's own (WINEPREFIX):
// what is done there is done by the keyboard, and read from the disk.

const (
	programFiles = `\Programs\Handback`
	startMenu    = `\AppData\Roaming\Microsoft\Windows\Start Menu\Programs`
	programName  = `HKCU\Software\Classes\AppUserModelId\io.github.handback`
	runKey       = `HKCU\Software\Microsoft\Windows\CurrentVersion\Run`
)

// windows is a manager at a Windows.
type windows struct {
	*manager
	drive string // the disk C: as Linux sees it
	user  string // the user's folder on it, as Windows does
	data  string // %LOCALAPPDATA%
}

func newWindows(t *testing.T) windows {
	t.Helper()
	for _, name := range []string{"WINEPREFIX", "HANDBACK_SETUP", "HANDBACK_ZIP", "HANDBACK_VERSION"} {
		if os.Getenv(name) == "" {
			t.Fatalf("%s is not set: run .ci/packages windows -look", name)
		}
	}
	t.Cleanup(func() { // when the screen is closed
		_ = exec.Command("wineserver64", "-k").Run()
		_ = exec.Command("wineserver64", "-w").Run()
	})
	// Wine leaves room for a frame at the left and above a window that is 1280×800. One after the other: to one user of Windows a
	// second start belongs to the first.
	w := windows{manager: sitDown(t, "wine64", 1300, 840), drive: filepath.Join(os.Getenv("WINEPREFIX"), "drive_c")}
	w.staysOn()
	w.user, w.data = w.variable("USERPROFILE"), w.variable("LOCALAPPDATA")
	if !strings.HasPrefix(w.user, `C:\users\`) || !strings.HasPrefix(w.data, w.user+`\`) {
		t.Fatalf("the user's folder is %q, and that of their data %q", w.user, w.data)
	}
	if name := filepath.Base(w.linux(w.user)); !strings.Contains(name, " ") || !strings.Contains(name, "ü") {
		t.Fatalf("the user is called %q: a name with blanks and umlauts is to be tried", name)
	}
	return w
}

// staysOn keeps Windows running until the test is over: with the last program it ends, and starts anew with the next one, for seconds.
func (w windows) staysOn() {
	w.Helper()
	says, err := os.Create(filepath.Join(w.home, "says")) // and no pipe, which all that it starts would hold
	w.must(err)
	waits := w.command("cmd")
	waits.Stdout = says
	_, err = waits.StdinPipe()
	w.must(err)
	w.must(waits.Start())
	w.must(Wait("Windows", func() (bool, error) {
		st, err := os.Stat(says.Name())
		return err == nil && st.Size() > 0, err
	}))
	w.does("rundll32", "user32.dll,GetDesktopWindow") // the desktop's program stays on, too: not one that the program has started
}

// variable is what a variable of the environment says, which a console would write in its own few letters.
func (w windows) variable(name string) string {
	w.Helper()
	return strings.TrimSpace(fromWide(w.does("cmd", "/u", "/c", "echo %"+name+"%")))
}

// fromWide reads what Windows writes in letters of two bytes.
func fromWide(text string) string {
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16([]byte(text[2*i:]))
	}
	return string(utf16.Decode(units))
}

// local is a path below the user's local data, as Windows has it.
func (w windows) local(path string) string { return w.data + path }

// linux is a path of Windows as Linux has it.
func (w windows) linux(path string) string {
	return filepath.Join(w.drive, strings.ReplaceAll(strings.TrimPrefix(path, `C:\`), `\`, "/"))
}

// command is a Windows program that shows no window.
func (w windows) command(args ...string) *exec.Cmd {
	c := exec.Command("wine64", args...)
	c.Env = w.display.Env("XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=")
	return c
}

// does runs a Windows program that shows no window, and gives what it prints.
func (w windows) does(args ...string) string {
	w.Helper()
	out, err := w.tries(args...)
	if err != nil {
		w.Fatalf("%q: %v: %s", args, err, out)
	}
	return out
}

// tries is does where it may fail. What is printed goes into a file: Windows itself, if it is started meanwhile, would hold a pipe.
func (w windows) tries(args ...string) (string, error) {
	w.Helper()
	to, err := os.CreateTemp(w.home, "printed-")
	w.must(err)
	defer to.Close()
	c := w.command(args...)
	c.Stdout, c.Stderr = to, to
	err = c.Run()
	out, readErr := os.ReadFile(to.Name())
	w.must(readErr)
	return string(out), err
}

// registry is what is below a key of the registry, and reports false where there is nothing.
func (w windows) registry(key string, more ...string) (said string, there bool) {
	w.Helper()
	out, err := w.tries(append([]string{"reg", "query", key}, more...)...)
	said, _ = charmap.CodePage437.NewDecoder().String(out) // a console's letters
	return said, err == nil
}

// starts starts the program with a window.
func (w windows) starts(exe string, args ...string) {
	w.Helper()
	app, err := w.display.Start(Program{
		Path: "wine64", Args: append([]string{exe}, args...), Env: []string{"XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME="},
	})
	w.must(err)
	w.app = app
}

func (w windows) there(path string, want bool) {
	w.Helper()
	if _, err := os.Stat(w.linux(path)); (err == nil) != want {
		w.Errorf("%s: %v, and it should be there: %v", path, err, want)
	}
}

// noteOf waits until the one note of a kind in a journal has a text, byte for byte.
func (w windows) noteOf(journal, kind, want string) {
	w.Helper()
	w.storedIn(w.linux(journal), []string{want}, "select body from note where kind = ? and deleted_at is null", kind)
}

// TestWindowsFromSetupToUninstalling installs, writes a note with every label, ends, is killed, and finds the same text each time.
func TestWindowsFromSetupToUninstalling(t *testing.T) {
	w := newWindows(t)
	for _, kind := range notes.LabelKinds {
		if !strings.Contains(everyLabel, "\n"+string(kind.Label)) {
			t.Errorf("the note lacks the label %q", kind.Label)
		}
	}
	exe := w.local(programFiles + `\handback.exe`)
	w.does(os.Getenv("HANDBACK_SETUP"), "/S")
	w.installed(exe)
	journal := w.local(`\handback\journal.handback`)
	w.there(journal, false)
	w.starts(exe)
	w.sees("Explore with a sample team")
	w.clicks("Start my journal")
	w.sees("Your name")
	w.types("Mo Lindt\n")
	w.types("Ana Ruiz\nBen Kofi")
	w.sees("Kofi")
	w.presses("Start my journal")
	w.sees("Next one-on-ones")
	w.onlyTheUsers(w.local(`\handback`))
	w.key("alt+Down", "ctrl+n")
	w.sees("Filed from this note")
	w.types(everyLabel)
	w.noteOf(journal, "journal", everyLabel)
	w.sees("Filed from this note 12")
	w.refusesASecond(exe, journal)
	w.quit()
	w.noteOf(journal, "journal", everyLabel)

	w.starts(exe)
	w.sees("Filed from this note 12")
	w.key("ctrl+End")
	const more = "praise: kept calm when the line went down" // on a line of its own, which a note that is gone on with has
	w.types(more)
	w.noteOf(journal, "journal", everyLabel+"\n"+more) // it is saved, and the program goes on
	w.kill()
	w.starts(exe)
	w.sees("kept calm")
	w.opensByADoubleClick()
	w.startsAtLogin(exe)
	w.quit()
	w.noteOf(journal, "journal", everyLabel+"\n"+more)

	w.uninstalled(exe)
	w.there(journal, true)
}

// opensByADoubleClick opens another journal as Explorer does it, and the window that is there shows it. Wine 8 itself looks for who opens
// a file among what is installed for all users alone.
func (w windows) opensByADoubleClick() {
	w.Helper()
	other := w.user + `\Documents & more\журнал 日本\Müllers journal.handback`
	noteWith(w.T, w.linux(other), "topic: which journal this is")
	said, _ := w.registry(`HKCU\Software\Classes\Handback.Journal\shell\open\command`, "/ve")
	_, command, _ := strings.Cut(said, "REG_SZ")
	program, file, _ := strings.Cut(strings.TrimSpace(command), " \"")
	w.does(strings.Trim(program, `"`), strings.Replace(strings.Trim(file, `"`), "%1", other, 1))
	w.sees("Ana Ruiz")
	w.key("alt+d", "alt+Down", "alt+2")
	w.sees("which journal this is")
	if got := w.manager.windows(); got != "Handback" {
		w.Errorf("windows: %s", got)
	}
}

// startsAtLogin chooses in Settings that it starts with the login, and holds what Windows has of it.
func (w windows) startsAtLogin(exe string) {
	w.Helper()
	if said, there := w.registry(runKey, "/v", "Handback"); there {
		w.Errorf("it starts at login, and nobody asked for it: %s", said)
	}
	w.key("ctrl+comma")
	w.clicks("Reminders and tray")
	w.ticks("Start Handback when")
	w.must(Wait("the start at login", func() (bool, error) {
		_, there := w.registry(runKey, "/v", "Handback")
		return there, nil
	}))
	if said, _ := w.registry(runKey, "/v", "Handback"); !strings.Contains(said, fmt.Sprintf(`"%s" -hidden`, exe)) {
		w.Errorf("the login starts %s", said)
	}
}

// installed holds what the installer leaves: the program with its version, the menu's entry, and whom a journal is opened by.
func (w windows) installed(exe string) {
	w.Helper()
	var files []string
	entries, err := os.ReadDir(w.linux(w.local(programFiles)))
	w.must(err)
	for _, e := range entries {
		files = append(files, e.Name())
	}
	if want := []string{"LICENCES.txt", "README.md", "handback.exe", "uninstall.exe"}; !slices.Equal(files, want) {
		w.Errorf("installed are %q, not %q", files, want)
	}
	w.there(w.user+startMenu+`\Handback.lnk`, true)
	w.there(w.user+startMenu+`\Write a line in Handback.lnk`, true)
	if said := strings.TrimSpace(w.does(exe, "-version")); said != "Handback "+os.Getenv("HANDBACK_VERSION") {
		w.Errorf("installed is %q", said)
	}
	for key, want := range map[string]string{
		`HKCU\Software\Classes\.handback`:                                   "Handback.Journal",
		`HKCU\Software\Classes\Handback.Journal\shell\open\command`:         fmt.Sprintf(`"%s" "%%1"`, exe),
		`HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Handback`: "uninstall.exe",
		`HKCU\Software\Classes\.age\OpenWithProgids`:                        "Handback.Key",
		`HKCU\Software\Classes\Handback.Key\shell\open\command`:             exe,
		programName: "Handback",
		`HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Handback\`: os.Getenv("HANDBACK_VERSION"),
	} {
		if said, _ := w.registry(strings.TrimSuffix(key, `\`), "/s"); !strings.Contains(said, want) {
			w.Errorf("%s lacks %s: %s", key, want, said)
		}
	}
}

// uninstalled uninstalls, and holds that nothing of the program is left.
func (w windows) uninstalled(exe string) {
	w.Helper()
	w.does(w.local(programFiles+`\uninstall.exe`), "/S")
	const entry = `HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Handback`
	w.must(Wait("the uninstaller", func() (bool, error) { // it goes on in a copy of itself, and takes the entry away last
		_, there := w.registry(entry)
		return !there, nil
	}))
	w.there(w.local(programFiles), false)
	w.there(exe, false)
	w.there(w.user+startMenu+`\Handback.lnk`, false)
	w.there(w.user+startMenu+`\Write a line in Handback.lnk`, false)
	for _, key := range []string{
		`\Classes\.handback`, `\Classes\Handback.Journal`, `\Classes\Handback.Key`, `\Classes\.age`, `\Classes\AppUserModelId\io.github.handback`,
	} {
		if said, there := w.registry(`HKCU\Software` + key); there {
			w.Errorf("%s is still there: %s", key, said)
		}
	}
	if said, there := w.registry(runKey, "/v", "Handback"); there {
		w.Errorf("a program that is gone starts at login: %s", said)
	}
}

// refusesASecond holds that a second program gets nothing of a journal that is open, and says so.
func (w windows) refusesASecond(exe, journal string) {
	w.Helper()
	to := w.local(`\Temp\second`)
	out, err := w.tries(exe, "-journal", journal, "-export", to)
	if err == nil || !strings.Contains(out, "already open") {
		w.Errorf("a second program: %v: %s", err, out)
	}
	w.there(to+`\people`, false)
}

// onlyTheUsers holds that a folder is for the user alone. Wine keeps the rights of Windows in those of the file below.
func (w windows) onlyTheUsers(folder string) {
	w.Helper()
	st, err := os.Stat(w.linux(folder))
	w.must(err)
	if st.Mode().Perm()&0o007 != 0 { // the group is that of the administrators, who may
		w.Errorf("%s has the rights %s", folder, st.Mode())
	}
}

// TestWindowsPathsAndMoving takes the zip's program to a journal whose path has blanks, umlauts and another script in it, named as
// Explorer does, and holds the text that it exports.
func TestWindowsPathsAndMoving(t *testing.T) {
	w := newWindows(t)
	home := w.user + `\Jörg Müller & Söhne`
	folder := home + `\журнал 日本`
	w.unzips(home)
	exe, journal := home+`\handback.exe`, folder+`\my journal.handback`
	w.starts(exe, "-journal", journal)
	w.sees("direct report")
	w.onlyTheUsers(folder)
	w.quit()
	text := everyLabel + "\nidea: Grüße über die Straße – „ça“, журнал, 日本, 👍" // as it is pasted
	noteWith(t, w.linux(journal), text)
	w.starts(exe, journal)
	w.sees("Next one-on-ones")
	w.openNote()
	w.key("ctrl+End")
	w.types("!") // a note that is gone on with has a line of its own for that
	w.noteOf(journal, "planned", text+"\n!")
	w.quit()
	out := home + `\export`
	w.does(exe, "-journal", journal, "-export", out)
	found := false
	w.must(filepath.WalkDir(w.linux(out), func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		file, err := os.ReadFile(path)
		found = found || strings.Contains(string(file), text+"\n!")
		return err
	}))
	if !found {
		t.Errorf("no file of the export has the text")
	}
}

// unzips puts what the zip holds into a new folder.
func (w windows) unzips(folder string) {
	w.Helper()
	w.must(os.MkdirAll(w.linux(folder), 0o755))
	if out, err := exec.Command("unzip", "-q", "-j", os.Getenv("HANDBACK_ZIP"), "-d", w.linux(folder)).CombinedOutput(); err != nil {
		w.Fatalf("unzip: %v: %s", err, out)
	}
}

// TestWindowsIsAtHand starts as a login does, into the tray, writes a line into the small window that a later start asks for, and
// has another one show the whole window.
func TestWindowsIsAtHand(t *testing.T) {
	w := newWindows(t)
	home := w.user + `\at hand`
	w.unzips(home)
	exe, journal, data := home+`\handback.exe`, home+`\own.handback`, w.linux(w.local(`\handback`))
	noteWith(t, w.linux(journal), everyLabel)
	w.must(os.MkdirAll(data, 0o700))
	w.must(os.RemoveAll(filepath.Join(data, "running")))
	chosen := filepath.Join(data, "journals.json")
	w.must(os.WriteFile(chosen, []byte(`{"tray": true}`), 0o600))
	t.Cleanup(func() { _ = os.Remove(chosen) })
	app, err := w.display.fork(Program{
		Path: "wine64", Args: []string{exe, "-journal", journal, "-hidden"},
		Env: []string{"XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME="},
	})
	w.must(err)
	w.app = app
	w.must(Wait("the program to be the first one", func() (bool, error) {
		_, err := os.Stat(filepath.Join(data, "running", "first.json"))
		return err == nil, nil
	}))
	w.does(exe, "-capture")
	_, err = app.WaitMark("line-frame")
	w.must(err)
	w.waitsFor("the small window alone", func() bool { return w.windows() == "Write a line" })
	w.sees("Start with a name")
	w.types("Ana: praise: from anywhere\n")
	w.noteOf(journal, "journal", "praise: from anywhere")
	w.waitsFor("the small window to go", func() bool { return w.windows() == "" })
	w.does(exe)
	w.waitsFor("the whole window", func() bool { return w.windows() == "Handback" })
	w.kill()
}

// TestWindowsIsReminded waits for the reminder of a one-on-one that begins soon, and reads what Windows is asked to show: the words,
// nobody's name, and the name under which Windows knows what the program is called, also where no installer has said it.
func TestWindowsIsReminded(t *testing.T) {
	w := newWindows(t)
	home := w.user + `\reminded`
	w.unzips(home)
	journal, says := home+`\own.handback`, home+`\says`
	begins := time.Now().Add(9*time.Minute + 30*time.Second)
	w.plans(journal, begins)
	_, _ = w.tries("reg", "delete", programName, "/f") // who unpacks the zip has no installer that says it
	app, err := w.display.Start(Program{
		Path: "wine64", Args: []string{home + `\handback.exe`, "-journal", journal},
		Env: []string{"XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "SAYS=" + says},
	})
	w.must(err)
	w.app = app
	var called string
	w.waitsFor("the reminder", func() bool {
		data, _ := os.ReadFile(w.linux(says))
		called = fromWide(string(data))
		return strings.HasSuffix(strings.TrimSpace(called), `.Show($toast)"`)
	})
	var words []string
	for _, m := range regexp.MustCompile(`words '([^']*)'`).FindAllStringSubmatch(called, -1) {
		text, err := base64.StdEncoding.DecodeString(m[1])
		w.must(err)
		words = append(words, string(text))
	}
	if len(words) != 2 || words[0] != "Handback" || !strings.HasPrefix(words[1], "A one-on-one starts in ") {
		t.Errorf("it says %q: %s", words, called)
	}
	if !strings.Contains(called, "CreateToastNotifier('io.github.handback')") {
		t.Errorf("it is from another program: %s", called)
	}
	if said, _ := w.registry(programName, "/v", "DisplayName"); !strings.Contains(said, "Handback") {
		t.Errorf("Windows doesn't know what the program is called: %s", said)
	}
	w.quit()
}

// plans makes a journal with a one-on-one with Ana that begins at a time, and asks for a reminder.
func (w windows) plans(journal string, begins time.Time) {
	w.Helper()
	j, err := storage.Open(w.linux(journal), storage.Options{Now: time.Now, Create: true})
	w.must(err)
	who, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere}}})
	w.must(err)
	_, err = j.Apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{
			Person: notes.PersonID(who.IDs[0]), Kind: notes.PlannedNote, Date: notes.DateOf(begins), At: begins.Format("15:04"), Body: everyLabel,
		},
		notes.PutSetting{Key: reminders.KeyWants, Value: reminders.Wants{Before: 15}.String()},
	}})
	w.must(errors.Join(err, j.Close()))
}
