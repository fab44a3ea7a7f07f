//go:build journey

package journey

import (
	"bufio"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// written is a kind of files that the program may open for writing.
type written struct {
	path    *regexp.Regexp
	private bool // words of the journal may be in it
	journal bool // it is of the journal: where that is protected, none may be in it
	why     string
}

// mayBeWritten are the files that the program may open for writing, below the manager's home folder or anywhere, and why. A
// file with words of the journal may be one of those alone that say private.
var mayBeWritten = []written{
	{regexp.MustCompile(`^HOME/data/handback/journal\.handback(-wal|-shm|\.new(-wal|-shm|-journal)?)?$`), true, true, "the journal, its log and the index of that"},
	{regexp.MustCompile(`^HOME/data/handback/journal\.handback\.lock$`), false, true, "the lock, empty"},
	{regexp.MustCompile(`^HOME/data/handback/journal\.backups(/|$)`), true, true, "backups"},
	{regexp.MustCompile(`^HOME/data/handback/(journals\.json|\.handback-\d+\.part)$`), false, false, "where journals were moved, and when each was written"},
	{regexp.MustCompile(`^HOME/data/handback/running/(lock|first\.json|[\d-]+\.call|\.handback-\d+\.part)$`), false, false, "which program runs, and what later starts ask"},
	{regexp.MustCompile(`^HOME/out/(prep\.pdf|\.handback-\d+\.part)$`), true, false, "what the manager saves"},
	{regexp.MustCompile(`^HOME/tmp/handback-print-[\d-]+/page\.(html|pdf)$`), true, false, "a page on its way to the printer; it goes at the end"},
	{regexp.MustCompile(`^HOME/\.cache/handback/`), false, false, "which fonts this computer has"},
	{regexp.MustCompile(`^HOME/(\.cache|config)/(fyne|fontconfig)/`), false, false, "the toolkit's: fonts, its settings, preferences with nothing in them"},
	{regexp.MustCompile(`^HOME/\.cache/mesa_shader_cache(_db)?(/|$)`), false, false, "the graphics driver's"},
	{regexp.MustCompile(`^HOME/\.cache/font_index_v\d+\.cache(\.\w+)?$`), false, false, "the toolkit's list of fonts"},
	{regexp.MustCompile(`^/dev/|^/proc/self/|^/proc/\d+/|^/sys/|^/memfd:|^/run/user/\d+/`), false, false, "devices of the system"},
	{regexp.MustCompile(`^(pipe|socket|anon_inode):`), false, false, "between processes"},
}

// mayBeSealed are those of a protected journal, besides.
var mayBeSealed = []written{
	{
		regexp.MustCompile(`^HOME/data/handback/journal\.handback(\.changing|\.before)?(/(lock|((key|key-copy|\d{8})\.age|\d{8}\.log|recipient\.txt|scratch)(\.new)?|inbox(/.*)?))?$`),
		true, true, "the sealed pages, the key, and what is on its way there",
	},
	{regexp.MustCompile(`^HOME/data/handback/journal\.handback\.(changing|before)-(wal|shm|journal)$`), true, true, "an empty journal that is being protected"},
	{regexp.MustCompile(`^HOME/(recovery-key\.txt|\.handback-\d+\.part)$`), false, false, "the recovery key, where the manager keeps it"},
}

// words of the journal that is written: each is looked for in whatever else is written.
const (
	privateWord = "quagmirequoll"
	searchWord  = "zephyrzebra"
	nameWord    = "Xanthippe"
)

// TestAProtectedJournalWritesNoWordAtAll is TestNothingIsWrittenElsewhere with a protected one, of which no word may be in its own
// files either, also in none that is there for a moment.
func TestAProtectedJournalWritesNoWordAtAll(t *testing.T) {
	m := newManager(t, shipped)
	m.protected = true
	m.writesUnderStrace()
}

// TestNothingIsWrittenElsewhere follows the program's calls of the system while somebody writes, searches, prints, saves and
// cancels, and while it is killed: every file that is opened for writing is one of a list, none but those that are meant to
// hold them ever gets a word of the journal, nothing is left in the temporary folder, and no network is asked for.
func TestNothingIsWrittenElsewhere(t *testing.T) { newManager(t, shipped).writesUnderStrace() }

func (m *manager) writesUnderStrace() {
	m.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		m.Fatal("strace is missing; .ci/needs test installs it")
	}
	for _, folder := range []string{"tmp", "out"} {
		m.must(os.Mkdir(filepath.Join(m.home, folder), 0o700))
	}
	trace := func(n string) string { return filepath.Join(m.home, "trace."+n) }

	m.startTraced(strace, trace("1"))
	if m.protected {
		m.beginsProtected(nameWord + " Ruiz")
		m.keepsRecoveryKey()
	} else {
		m.clicks("Start my journal")
		m.sees("Your name")
		m.types("Mo Lindt\n")
		m.types(nameWord + " Ruiz")
		m.presses("Start my journal")
	}
	m.sees("Next one-on-ones")
	m.key("alt+Down", "ctrl+n")
	m.sees("Filed from this note")
	body := "todo: talk about the " + privateWord + "\nprivate: a word about " + searchWord
	saves := len(m.app.Marks("saved "))
	m.types(body)
	if m.protected {
		_, err := m.app.WaitMarkAfter("saved ", saves)
		m.must(err)
		for _, more := range []string{" and more", " and yet more"} { // each is a save of its own
			saves = len(m.app.Marks("saved "))
			m.types(more)
			_, err := m.app.WaitMarkAfter("saved ", saves)
			m.must(err)
		}
		m.sees("Saved")
	} else {
		m.body("journal", body)
	}
	m.key("ctrl+shift+f")
	m.types(searchWord)
	m.sees(searchWord)
	m.prints()

	m.kill()
	m.noWordsBut(trace("1"))

	m.startTraced(strace, trace("2"))
	if m.protected {
		m.sees("Your journal is locked")
		m.types(ownPassphrase + "\n")
		m.seesInTheEnd("Agenda")
	}
	m.sees("Agenda")
	m.quit()
	m.noWordsBut(trace("2"))
	left, err := os.ReadDir(filepath.Join(m.home, "tmp"))
	m.must(err)
	for _, e := range left {
		m.Errorf("left in the temporary folder after a crash and an ordinary end: %s", e.Name())
	}
	m.forTheUserAlone()
}

// startTraced starts the program under strace, which is a child of its own so that the program's number is known.
func (m *manager) startTraced(strace, log string) {
	m.Helper()
	program, err := filepath.Abs(m.program)
	m.must(err)
	app, err := m.display.Start(Program{
		Path: strace,
		Args: []string{
			"-D", "-f", "--seccomp-bpf", "-q", "-y", "-s", "70000", "-o", log,
			"-e", "trace=open,openat,creat,write,pwrite64,writev,pwritev,rename,renameat,renameat2,link,linkat,symlink,symlinkat,socket,connect",
			program,
		},
		Env: []string{
			"HOME=" + m.home, "XDG_CACHE_HOME=" + m.home + "/.cache", "XDG_DATA_HOME=" + m.home + "/data", "XDG_CONFIG_HOME=" + m.home + "/config",
			"TMPDIR=" + m.home + "/tmp",
		},
	})
	m.must(err)
	m.app = app
}

// prints saves the preparation as a PDF, sends it to the printer (there is no browser, which is said), and cancels.
func (m *manager) prints() {
	m.key("Escape", "alt+Down", "alt+1")
	m.sees("Agenda")
	m.key("ctrl+p")
	m.sees("Print, copy or save")
	m.key("space") // the printer's button has the keyboard
	m.sees("Print, copy or save")
	m.key("Escape")
	m.key("ctrl+p")
	m.sees("Print, copy or save")
	m.key("Tab", "Tab", "Tab", "Tab", "ctrl+a")
	m.types(filepath.Join(m.home, "out", "prep.pdf"))
	m.key("ctrl+Return")
	m.must(WaitFor(Patience, "the PDF", func() (bool, error) {
		_, err := os.Stat(filepath.Join(m.home, "out", "prep.pdf"))
		return err == nil, nil
	}))
}

var (
	opening = regexp.MustCompile(`^\d+ +(?:open|openat|creat)\(.*(?:O_WRONLY|O_RDWR|O_CREAT|creat\().* = \d+<(.*)>$`)
	writing = regexp.MustCompile(`^\d+ +(?:write|pwrite64|writev|pwritev)\(\d+<((?:[^>\\]|\\.)*)>`)
	naming  = regexp.MustCompile(`^\d+ +(?:rename|renameat|renameat2|link|linkat|symlink|symlinkat)\(.*"([^"]+)"[^"]*\) = 0$`)
	asking  = regexp.MustCompile(`^\d+ +(?:socket\(AF_INET|connect\(.*AF_INET)`)
)

// noWordsBut reads what strace wrote down.
func (m *manager) noWordsBut(log string) {
	m.Helper()
	f, err := os.Open(log)
	m.must(err)
	defer f.Close()
	lines, opened, wrote, sealed := bufio.NewReaderSize(f, 1<<20), 0, 0, 0
	told := map[string]bool{}
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			break
		}
		line = strings.TrimSuffix(line, "\n")
		if asking.MatchString(line) {
			m.Errorf("the network is asked for: %s", line)
		}
		if at := opening.FindStringSubmatch(line); at != nil {
			opened++
			m.mayWrite(at[1], told)
		}
		if at := naming.FindStringSubmatch(line); at != nil {
			m.mayWrite(at[1], told)
		}
		at := writing.FindStringSubmatch(line)
		if at != nil && strings.Contains(at[1], "journal.handback/") {
			sealed++
		}
		if at != nil && hasWord(line) {
			wrote++
			if f := m.known(at[1]); (f == nil || !m.mayHold(f)) && !told["words "+at[1]] {
				told["words "+at[1]] = true
				m.Errorf("words of the journal are written to %s", at[1])
			}
		}
	}
	m.Logf("%d files were opened for writing, words written %d times, sealed pages %d times", opened, wrote, sealed)
	if opened < 5 {
		m.Errorf("only %d files were opened for writing: nothing was followed", opened)
	}
	if log == filepath.Join(m.home, "trace.1") && (!m.protected && wrote < 2 || m.protected && sealed < 10) {
		m.Errorf("words of the journal were written %d times, sealed pages %d times: nothing was followed", wrote, sealed)
	}
	m.must(os.Remove(log)) // it has all the words
}

func hasWord(text string) bool {
	return strings.Contains(text, privateWord) || strings.Contains(text, searchWord) || strings.Contains(text, nameWord) ||
		strings.Contains(text, ownPassphrase)
}

// mayWrite complains of a file that may not be written, once.
func (m *manager) mayWrite(path string, told map[string]bool) {
	m.Helper()
	if m.known(path) == nil && !told[path] {
		told[path] = true
		m.Errorf("a file is written that is on no list: %s", path)
	}
}

// known is what the list says of a file; nil where it isn't on it.
func (m *manager) known(path string) *written {
	path = strings.TrimSuffix(path, " (deleted)")
	if rest, ok := strings.CutPrefix(path, m.home); ok {
		path = "HOME" + rest
	}
	may := mayBeWritten
	if m.protected {
		may = slices.Concat(mayBeSealed, mayBeWritten)
	}
	for i := range may {
		if may[i].path.MatchString(path) {
			return &may[i]
		}
	}
	return nil
}

// mayHold reports whether words of the journal may be in a file of the list.
func (m *manager) mayHold(f *written) bool { return f.private && !(f.journal && m.protected) }

// forTheUserAlone looks at all that the program has left: who may read it, and which files have words of the journal.
func (m *manager) forTheUserAlone() {
	m.Helper()
	m.must(filepath.WalkDir(m.home, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == m.home {
			return err
		}
		st, err := e.Info()
		if err != nil {
			return err
		}
		f := m.known(path)
		if f != nil && f.private && st.Mode().Perm()&0o077 != 0 {
			m.Errorf("%s may be read by others: %v", path, st.Mode())
		}
		if !e.Type().IsRegular() || f != nil && m.mayHold(f) {
			return nil
		}
		data, err := os.ReadFile(path)
		if err == nil && hasWord(string(data)) {
			m.Errorf("words of the journal are in %s", path)
		}
		return err
	}))
}
