package archive

// Field is one property of a row, as text.
type Field struct {
	Name   string
	Text   string
	Number bool // written without quotes
	List   bool // of several values; only Items counts
	Items  []string
}

// Row is one row of a journal. A field that is left out is empty.
type Row struct {
	Fields []Field
	Body   string // the text below the front matter; a line of JSON has none
	File   string // where it was read, and in which line of it, for what is said about it
	Line   int
	Listed bool // it is one line among others, of those that nobody changes by hand, and no file of its own
}

// Get is the text of a field; false where the row has none of that name.
func (r *Row) Get(name string) (string, bool) {
	for i := range r.Fields {
		if r.Fields[i].Name == name && !r.Fields[i].List {
			return r.Fields[i].Text, true
		}
	}
	return "", false
}

// GetList are the values of a field: those of a list, or the one that it has. False where the row has none of that name.
func (r *Row) GetList(name string) ([]string, bool) {
	for i := range r.Fields {
		switch f := &r.Fields[i]; {
		case f.Name != name:
		case f.List:
			return f.Items, true
		case f.Text == "":
			return nil, true
		default:
			return []string{f.Text}, true
		}
	}
	return nil, false
}

// Kind is a table of which each row has a file of its own.
type Kind struct {
	Table  string
	Folder string
	Body   string   // the column that is the text below the front matter, "" where none is
	Name   string   // the column by which its files are called
	See    []string // what Obsidian's table of it shows
}

// Notes is the table whose files are called by their person and date, and may lie anywhere in the folder.
const Notes = "note"

// Trash is the folder of what is in the trash, in folders as beside it.
const Trash = "Trash"

// Beside is the folder of all rows that have no file of their own.
const Beside = "Handback"

// Kinds are the tables whose rows have files.
var Kinds = []Kind{
	{Table: "template", Folder: "Templates", Body: "body", Name: "name"},
	{Table: "person", Folder: "People", Name: "name", See: []string{"role", "kind", "state", "joined", "left_on"}},
	{Table: "company_goal", Folder: "Company goals", Body: "why", Name: "title", See: []string{"leader", "closed"}},
	{Table: "goal", Folder: "Goals", Body: "why", Name: "title", See: []string{"person", "tag", "state", "start", "target"}},
	{Table: "area", Folder: "Areas", Body: "limits", Name: "tag", See: []string{"person", "tag"}},
	{
		Table: "stepping_in", Folder: "Step-ins", Body: "reason", Name: "what",
		See: []string{"people", "began", "ends", "handed_back", "learned"},
	},
	{Table: Notes, Folder: "Notes", Body: "body", See: []string{"person", "date", "kind"}},
}

// KindOf is the kind of a table; false where its rows are lines.
func KindOf(table string) (Kind, bool) {
	for _, k := range Kinds {
		if k.Table == table {
			return k, true
		}
	}
	return Kind{}, false
}

// ReadmeFile says what the folder is.
const ReadmeFile = "README.md"

// attributesFile tells git to leave every file as it is.
const (
	attributesFile = ".gitattributes"
	attributesText = "* -text\n"
)

const formatText = "{\"format\":1}\n"
