package archive

import (
	"strings"

	"handback/notes/voice"
)

// File is a file that is no row.
type File struct {
	Path string
	Data []byte
}

// Around are the files that say how the rows are to be shown and what the folder is: always the same bytes.
func Around() []File {
	return around(voice.T("This folder is a whole journal as text. Anyone who can open it can read it."))
}

// AroundMine are those of an archive that has of a journal what is its manager's own alone.
func AroundMine() []File {
	return around(voice.T("This folder is what you took along from your journal, as text. Anyone who can open it can read it."))
}

func around(what string) []File {
	out := []File{
		{FormatFile, []byte(formatText)},
		{attributesFile, []byte(attributesText)},
		{ReadmeFile, []byte(readme(what))},
	}
	for _, k := range Kinds {
		if len(k.See) > 0 {
			out = append(out, File{k.Folder + ".base", base(k)})
		}
	}
	return out
}

// readme says to whoever finds the folder what it is.
func readme(what string) string {
	return strings.Join([]string{
		voice.T("# A Handback journal"),
		what,
		voice.T("Obsidian opens it as a vault: choose “Open folder as vault”. The folder “Notes” has one file per note."),
		voice.T("The folder “Handback” has what is in no file of its own, such as earlier versions of notes."),
		voice.T("If git or a sync program keeps this folder, it also keeps what you delete later."),
		voice.T("To bring changes back, choose “Import an archive” in the settings of Handback."),
	}, "\n\n") + "\n"
}
