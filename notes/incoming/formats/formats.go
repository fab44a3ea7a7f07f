// Package formats is the table of every program that Handback reads notes of.
package formats

import (
	"io/fs"

	"handback/notes/incoming"
	"handback/notes/incoming/csvfile"
	"handback/notes/incoming/googledocs"
	"handback/notes/incoming/joplin"
	"handback/notes/incoming/logseq"
	"handback/notes/incoming/markdown"
	"handback/notes/incoming/notion"
	"handback/notes/incoming/obsidian"
	"handback/notes/incoming/plaintext"
	"handback/notes/incoming/rednotebook"
	"handback/notes/incoming/word"
)

// All are the formats, the surest guesses first where several are as sure.
var All = []incoming.Format{
	logseq.Format,
	rednotebook.Format,
	csvfile.Format,
	joplin.Format,
	notion.Format,
	word.Format,
	obsidian.Format,
	googledocs.Format,
	markdown.Format,
	plaintext.Format,
}

// Of is the format that is the surest of the tree, and false where none knows it.
func Of(tree fs.FS) (incoming.Format, bool, error) {
	var best incoming.Format
	sure := 0
	for _, f := range All {
		n, err := f.Reads(tree)
		if err != nil {
			return incoming.Format{}, false, err
		}
		if n > sure {
			best, sure = f, n
		}
	}
	return best, sure > 0, nil
}
