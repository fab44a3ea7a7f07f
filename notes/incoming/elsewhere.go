package incoming

import "handback/notes/voice"

// Elsewhere is a program whose own files Handback doesn't read, and how its notes get here all the same.
type Elsewhere struct {
	Program string // as it calls itself
	How     string // what to do there, and what to choose here then
}

// Elsewheres are the programs that the import page tells the way from, by name, and last what is true of any. What stands here was
// looked up in the program's own help, or in that of the program that takes its files; docs/IMPORT-SOURCES.md says where. A program
// whose way nobody could look up isn't here.
func Elsewheres() []Elsewhere {
	return []Elsewhere{
		{"Airtable", voice.T("Bring it into Obsidian with its Importer plugin. Then choose that Obsidian folder here.")},
		{
			"Apple Journal",
			voice.T("Export it as HTML and bring it into Obsidian with its Importer plugin. Then choose that Obsidian folder here."),
		},
		{
			"Apple Notes",
			voice.T("On macOS 26 or later, export notes as Markdown. On earlier versions, use Obsidian's Importer " +
				"plugin and choose that folder here."),
		},
		{"Bear", voice.T("Choose “Export notes” in the File menu and pick Markdown. Then choose the folder with the files here.")},
		{"Craft", voice.T("Choose “Export as” in a document's share menu and pick Markdown. Then choose the folder with the files here.")},
		{"Evernote", voice.T("Export a notebook as an .enex file and import it into Joplin or Obsidian. Then bring it here from there.")},
		{"Google Docs", voice.T("Choose File, Download, Microsoft Word (.docx). Then choose that file here.")},
		{
			"Google Keep",
			voice.T("Export Keep at takeout.google.com and use Obsidian's Importer plugin. Then choose that Obsidian folder here."),
		},
		{"Microsoft OneNote", voice.T("Bring your notebooks into Obsidian with its Importer plugin. Then choose that Obsidian folder here.")},
		{"Roam Research", voice.T("Choose “Export All” in the … menu and pick Markdown. Then choose the .zip here.")},
		{
			"Standard Notes",
			voice.T("Turn on plaintext backups under Preferences, Backups, in the desktop app. Then choose the backup folder here."),
		},
		{"Todoist", voice.T("Export each project as a CSV file. Then choose the file here and check which column is which.")},
		{"Tomboy, Gnote", voice.T("Bring the notes into Obsidian with its Importer plugin. Then choose that Obsidian folder here.")},
		{
			voice.T("Fellow, Lattice, 15Five and other web apps"),
			voice.T("Ask your admin for an export as CSV or Word. If there isn't one, copy each person's notes into a text file."),
		},
		{
			voice.T("Any other program"),
			voice.T("Put the notes about one person into a text file named after them. Give each day a line with its date, such as 2026-11-27."),
		},
	}
}
