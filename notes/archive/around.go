package archive

import (
	"strings"

	"handback/notes/voice"
)

// ReadmeFile says what the folder is.
const ReadmeFile = "README.md"

// File is a file that is no row.
type File struct {
	Path string
	Data []byte
}

// Around are the files that say how the rows are to be shown and what the folder is: always the same bytes.
func Around() []File {
	out := []File{
		{FormatFile, []byte("{\"format\":1}\n")},
		{ReadmeFile, []byte(voice.T("# A Handback journal\n\nThis folder is a whole journal as text. Anyone who can open it can read it.\n\n" +
			"Obsidian opens it as a vault: choose “Open folder as vault”. Notes are in the folder “Notes”, one file each. " +
			"The folder “Handback” holds what has no file of its own, such as earlier versions of notes.\n\n" +
			"If git or a sync program keeps this folder, it also keeps what you delete here later.\n\n" +
			"To bring changes back, choose Settings › Your data › Import an archive in Handback.\n"))},
	}
	for _, k := range Kinds {
		if len(k.See) > 0 {
			out = append(out, File{k.Folder + ".base", base(k)})
		}
	}
	return out
}

// base is a table of Obsidian's of a kind: https://obsidian.md/help/bases/syntax.
func base(k Kind) []byte {
	var b strings.Builder
	b.WriteString("filters:\n  and:\n    - file.inFolder(\"" + k.Folder + "\")\n")
	b.WriteString("views:\n  - type: table\n    name: \"" + k.Folder + "\"\n    order:\n      - file.name\n")
	for _, see := range k.See {
		b.WriteString("      - " + see + "\n")
	}
	return []byte(b.String())
}
