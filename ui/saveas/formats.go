package saveas

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/voice"
	"handback/ui/paper"
	"handback/ui/room"
)

// format is a kind of file that a document is saved as.
type format struct {
	name   string
	ending string
	write  func(document.Document, paper.Size) ([]byte, error)
}

const pdfEnding = ".pdf"

var formats = []format{
	{voice.T("PDF"), pdfEnding, paper.PDF},
	{voice.T("Web page"), ".html", func(d document.Document, _ paper.Size) ([]byte, error) { return []byte(document.HTML(d)), nil }},
	{voice.T("Markdown"), ".md", func(d document.Document, _ paper.Size) ([]byte, error) { return []byte(document.Markdown(d)), nil }},
}

func endsInFormat(path string) bool {
	return slices.ContainsFunc(formats, func(f format) bool { return strings.EqualFold(filepath.Ext(path), f.ending) })
}

var sizes = []paper.Size{paper.A4, paper.Letter}

func indexOf(s paper.Size) int { return max(0, slices.Index(sizes, s)) }

// The keys of what the journal keeps of the last time.
const (
	keyFormat = "saveas.format"
	keySize   = "saveas.paper"
	keyFolder = "saveas.folder"
)

// remembered takes up what was chosen the last time; at first a PDF on the paper of the manager's country, in the folder
// for documents.
func (f *form) remembered() {
	kept := func(key string) string {
		value, err := f.host.Journal().Setting(key)
		if err != nil {
			return "" // it is chosen anew
		}
		return value
	}
	f.format = max(0, slices.IndexFunc(formats, func(k format) bool { return k.ending == kept(keyFormat) }))
	f.size = paper.A4
	if f.host.Locale().Letter() {
		f.size = paper.Letter
	}
	if s := paper.Size(kept(keySize)); slices.Contains(sizes, s) {
		f.size = s
	}
	for _, folder := range []string{kept(keyFolder), xdg.UserDirs.Documents, xdg.Home} {
		if st, err := os.Stat(folder); err == nil && st.IsDir() {
			f.folder = folder
			return
		}
	}
}

// remember keeps what was chosen for the next time.
func (f *form) remember() {
	if room.ReadOnly(f.host) {
		return
	}
	_ = f.host.Record(notes.Change{Rows: []notes.Row{ // an error has been shown
		notes.PutSetting{Key: keyFormat, Value: formats[f.format].ending},
		notes.PutSetting{Key: keySize, Value: string(f.size)},
		notes.PutSetting{Key: keyFolder, Value: f.folder},
	}})
}

// LastFolder is where a file was saved to last, "" where none was: what was let out stays there.
func LastFolder(host room.Host) string {
	folder, err := host.Journal().Setting(keyFolder)
	if err != nil {
		return "" // it is said as well as can be
	}
	return folder
}
