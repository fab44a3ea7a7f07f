// Package paper puts a document on paper. Fyne has no printing, so a page is written as HTML into a private folder and
// opened in the system's browser, whose print dialog does the rest; or it is laid out here, as a PDF. Paper lies about:
// nothing private is ever printed, neither on what was made to be shown nor on the manager's own brief.
package paper

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/voice"
)

// prefix begins the names of the folders that pages are printed from; the number of the process follows.
const prefix = "handback-print-"

// Print opens a document in the browser to be printed. The file is readable by the user alone; Clean removes it.
func Print(open func(*url.URL) error, d document.Document) error {
	err := put(open, "page.html", []byte(document.HTMLToPrint(d)))
	if errors.Is(err, errNotOpened) {
		return notes.Invalid{
			Why: voice.T(
				"Printing needs a web browser, but Handback couldn't open one. Install one or set a default.",
			),
		}
	}
	return err
}

// PrintPages opens a document in the program for PDFs, laid out as it is to be printed. The file is as Print's.
func PrintPages(open func(*url.URL) error, d document.Document, size Size) error {
	pages, err := PDF(d, size)
	if err != nil {
		return err
	}
	err = put(open, "page.pdf", pages)
	if errors.Is(err, errNotOpened) {
		return notes.Invalid{Why: voice.T("Handback couldn't open a program for PDFs. Save the file and print it from there.")}
	}
	return err
}

var errNotOpened = errors.New("paper: no program to open it")

// put writes a file for the user alone into a folder of its own, and opens it.
func put(open func(*url.URL) error, name string, data []byte) error {
	if err := Clean(); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", prefix+strconv.Itoa(os.Getpid())+"-")
	if err != nil {
		return err
	}
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err
	}
	if err := open(addressOf(path)); err != nil {
		return errNotOpened
	}
	return nil
}

// addressOf is a file as a browser wants it: the drive of a Windows path is no host.
func addressOf(path string) *url.URL {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	return &url.URL{Scheme: "file", Path: slashed}
}

// Open opens a URL with the system's program for it, and fails where there is none. It may take a moment.
func Open(u *url.URL) error {
	if opens, err := openAndWait(u); opens {
		return err
	}
	return fyne.CurrentApp().OpenURL(u)
}

// Clean removes what this program has printed, and what those left behind that are gone.
func Clean() error {
	old, err := filepath.Glob(filepath.Join(os.TempDir(), prefix+"*"))
	if err != nil {
		return err
	}
	for _, folder := range old {
		if ofAnother(filepath.Base(folder)) {
			continue
		}
		if err := remove(folder); err != nil && !os.IsPermission(err) && !shown(err) { // another user's stays
			return err
		}
	}
	return nil
}

// remove removes a folder with what was printed in it. The pages go one by one: os.RemoveAll fails at that on some versions of Windows
// (golang/go#78969), and an empty folder is removed anywhere.
func remove(folder string) error {
	pages, err := os.ReadDir(folder)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for _, page := range pages {
		_ = os.Remove(filepath.Join(folder, page.Name())) // what stays is told of below
	}
	return os.RemoveAll(folder)
}

// ofAnother reports whether a folder was made by another program that still runs.
func ofAnother(name string) bool {
	number, _, _ := strings.Cut(strings.TrimPrefix(name, prefix), "-")
	pid, err := strconv.Atoi(number)
	return err == nil && pid != os.Getpid() && runs(pid)
}
