package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"handback/notes"
)

// inFolderNow are the names in a folder.
func inFolderNow(t *testing.T, folder string) []string {
	t.Helper()
	var names []string
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(folder)) {
		names = append(names, e.Name())
	}
	return names
}

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	const data, old = "# Ana\n", "what was there"
	for name, c := range map[string]struct {
		make    func(t *testing.T, folder string) // what is there before
		path    string                            // in the folder
		replace bool
		refused string // what it says, "" where it is written
		is      error
	}{
		"a new file":              {path: "pack.md"},
		"a name of many letters":  {path: "Ana Ruiz – März 2026 – обзор.md"},
		"one that is there":       {path: "pack.md", make: file("pack.md", old), refused: "Replace it", is: notes.ErrExists},
		"one that is replaced":    {path: "pack.md", make: file("pack.md", old), replace: true},
		"replaced where none is":  {path: "pack.md", replace: true},
		"a folder":                {path: "packs", make: folder("packs"), replace: true, refused: "is a folder"},
		"a folder by its sign":    {path: "packs/", refused: "is a folder"},
		"no folder":               {path: "packs/ana.md", refused: "no folder"},
		"a file for a folder":     {path: "pack.md/ana.md", make: file("pack.md", old), refused: "no folder"},
		"too long a name":         {path: strings.Repeat("a", 300), refused: "can't have a file with that name"},
		"a journal":               {path: "j.handback", make: file("j.handback", magic+old), replace: true, refused: "is a journal"},
		"a journal, not replaced": {path: "j.handback", make: file("j.handback", magic+old), refused: "is a journal"},
		"the log of a journal": {
			path: "j.handback-wal", make: both(file("j.handback", magic+old), file("j.handback-wal", old)), replace: true, refused: "uses the name",
		},
		"through a link": {path: "link.md", make: both(file("pack.md", old), link("pack.md", "link.md")), replace: true},
		"a pipe":         {path: "pipe", make: pipe("pipe"), replace: true, refused: "ordinary file"},
	} {
		t.Run(name, func(t *testing.T) {
			j, folder := openNew(t), must[string](t)(filepath.EvalSymlinks(t.TempDir()))
			if c.make != nil {
				c.make(t, folder)
			}
			before := inFolderNow(t, folder)
			at, err := j.WriteFile(folder+"/"+c.path, []byte(data), c.replace)
			if c.refused != "" {
				if err == nil || !strings.Contains(err.Error(), c.refused) || !strings.HasSuffix(err.Error(), ".") {
					t.Errorf("it says %v", err)
				}
				if c.is != nil && !errors.Is(err, c.is) {
					t.Errorf("%v is no %v", err, c.is)
				}
				if after := inFolderNow(t, folder); !slices.Equal(after, before) {
					t.Errorf("before there were %q, now %q", before, after)
				}
				for _, kept := range before {
					if c.path == "pipe" { // which nobody fills
						continue
					}
					if got, err := os.ReadFile(filepath.Join(folder, kept)); err == nil && !strings.Contains(string(got), old) {
						t.Errorf("%s holds %q", kept, got)
					}
				}
				return
			}
			try(t, err)
			if got := must[[]byte](t)(os.ReadFile(at)); string(got) != data {
				t.Errorf("%s holds %q", at, got)
			}
			if mode := must[os.FileInfo](t)(os.Stat(at)).Mode().Perm(); mode != 0o600 {
				t.Errorf("its mode is %v", mode)
			}
			if i := slices.IndexFunc(inFolderNow(t, folder), func(n string) bool { return strings.HasSuffix(n, ".part") }); i >= 0 {
				t.Error("a part of it is left")
			}
		})
	}
}

func file(name, text string) func(*testing.T, string) {
	return func(t *testing.T, folder string) {
		try(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
}

func folder(name string) func(*testing.T, string) {
	return func(t *testing.T, in string) { try(t, os.Mkdir(filepath.Join(in, name), 0o700)) }
}

func link(to, name string) func(*testing.T, string) {
	return func(t *testing.T, folder string) {
		try(t, os.Symlink(filepath.Join(folder, to), filepath.Join(folder, name)))
	}
}

func both(one, other func(*testing.T, string)) func(*testing.T, string) {
	return func(t *testing.T, folder string) {
		one(t, folder)
		other(t, folder)
	}
}

func TestAFileInALinkStaysALink(t *testing.T) {
	j, at := openNew(t), t.TempDir()
	both(file("pack.md", "old"), link("pack.md", "link.md"))(t, at)
	got := must[string](t)(j.WriteFile(filepath.Join(at, "link.md"), []byte("new"), true))
	if filepath.Base(got) != "pack.md" {
		t.Errorf("it was written to %s", got)
	}
	if to := must[string](t)(os.Readlink(filepath.Join(at, "link.md"))); filepath.Base(to) != "pack.md" {
		t.Errorf("the link leads to %s", to)
	}
}

func TestNoFileWhereNoneCanBeWritten(t *testing.T) {
	for name, c := range map[string]struct {
		make func(t *testing.T) (path string)
		is   error
		says string
	}{
		"on a full disk": {func(t *testing.T) string {
			folder := tinyDisk(t, "1m")
			fillDisk(t, filepath.Join(folder, "ballast"))
			return filepath.Join(folder, "pack.pdf")
		}, notes.ErrFull, "no space left"},
		"over a file on a full disk": {func(t *testing.T) string {
			folder := tinyDisk(t, "1m")
			file("pack.pdf", "old")(t, folder)
			fillDisk(t, filepath.Join(folder, "ballast"))
			return filepath.Join(folder, "pack.pdf")
		}, notes.ErrFull, "no space left"},
		"on a disk to read": {func(t *testing.T) string {
			folder := tinyDisk(t, "1m")
			try(t, syscall.Mount("", folder, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
			return filepath.Join(folder, "pack.pdf")
		}, notes.ErrNoAccess, "don't have permission"},
		"in a folder of somebody else": {func(t *testing.T) string {
			if os.Getuid() == 0 {
				t.Skip("root may write everything")
			}
			folder := t.TempDir()
			t.Cleanup(func() { _ = os.Chmod(folder, 0o700) }) //nolint:gosec // a folder
			try(t, os.Chmod(folder, 0o500))
			return filepath.Join(folder, "pack.pdf")
		}, notes.ErrNoAccess, "don't have permission"},
		"over a file that is held elsewhere": {func(t *testing.T) string {
			folder := tinyDisk(t, "1m")
			both(file("pack.pdf", "old"), file("other", "old"))(t, folder)
			path := filepath.Join(folder, "pack.pdf")
			if err := syscall.Mount(filepath.Join(folder, "other"), path, "", syscall.MS_BIND, ""); err != nil {
				t.Skip(err)
			}
			t.Cleanup(func() { try(t, syscall.Unmount(path, syscall.MNT_DETACH)) })
			return path
		}, notes.ErrInUse, "open in another program"},
	} {
		t.Run(name, func(t *testing.T) {
			j, path := openNew(t), c.make(t)
			before := inFolderNow(t, filepath.Dir(path))
			old, _ := os.ReadFile(path)
			_, err := j.WriteFile(path, make([]byte, 300<<10), true)
			if !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("it says %v", err)
			}
			saysWhatToDo(t, err, filepath.Dir(path))
			if after := inFolderNow(t, filepath.Dir(path)); !slices.Equal(after, before) {
				t.Errorf("before there were %q, now %q", before, after)
			}
			if now, _ := os.ReadFile(path); string(now) != string(old) {
				t.Errorf("the file that was there holds %d bytes", len(now))
			}
		})
	}
}

func pipe(name string) func(*testing.T, string) {
	return func(t *testing.T, folder string) { try(t, syscall.Mkfifo(filepath.Join(folder, name), 0o600)) }
}

func openNew(t *testing.T) *Journal {
	t.Helper()
	j, _ := newJournal(t)
	return j
}

// What is written beside a journal must not bear a name that the next opening takes for its own.
func TestNoFileUnderANameThatBelongsToAJournal(t *testing.T) {
	for _, base := range []string{"j.handback", "other.handback"} {
		for _, name := range []string{
			base + "-journal", base + "-wal", base + "-shm", base + "-WAL", base + ".lock", base + ".new", base + ".making", base + ".making-wal",
			strings.TrimSuffix(base, ".handback") + ".before-update-3.handback",
			strings.TrimSuffix(base, ".handback") + ".before-update-3.handback-journal",
		} {
			t.Run(name, func(t *testing.T) {
				in := must[string](t)(filepath.EvalSymlinks(t.TempDir()))
				j := must[*Journal](t)(Open(filepath.Join(in, "j.handback"), Options{Now: newClock().now, Create: true}))
				defer func() { try(t, j.Close()) }()
				file("other.handback", magic)(t, in)
				for what, write := range map[string]func() (string, error){
					"a file": func() (string, error) { return j.WriteFile(filepath.Join(in, name), []byte("# Ana"), true) },
					"a copy": func() (string, error) { return j.SaveCopy(filepath.Join(in, name)) },
				} {
					_, err := write()
					if err == nil || !strings.Contains(err.Error(), "uses the name") || !strings.HasSuffix(err.Error(), ".") {
						t.Errorf("of %s it says %v", what, err)
					}
				}
			})
		}
	}
	j := openNew(t)
	at := t.TempDir()
	file("notes.md", "no journal")(t, at)
	for _, name := range []string{"notes.md.new", "notes.md-journal", "pack.before-update-3.md", "a-journal"} {
		if _, err := j.WriteFile(filepath.Join(at, name), []byte("# Ana"), false); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNoFileInThePlaceOfAJournalThatWasMovedAway(t *testing.T) {
	j := openNew(t)
	try(t, os.Rename(j.path, j.path+".away"))
	if at, err := j.WriteFile(j.path, []byte("# Ana"), true); err == nil || !strings.Contains(err.Error(), "is a journal") {
		t.Errorf("it was written to %q, %v", at, err)
	}
	if at, err := j.WriteFile(j.path+"-journal", []byte("# Ana"), true); err == nil {
		t.Errorf("it was written to %q", at)
	}
}
