package main

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var writeTexts = flag.Bool("texts", false, "write docs/TEXTS.md")

// TestEveryTextIsListed holds docs/TEXTS.md, which `make texts` writes, against the texts of the program.
func TestEveryTextIsListed(t *testing.T) {
	page := textsPage(saidIn(t))
	const file = "docs/TEXTS.md"
	if *writeTexts {
		if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err := os.ReadFile(file); err != nil || string(kept) != page {
		t.Errorf("%s is not what the program says any more (%v): run `make texts`", file, err)
	}
}

// TestEveryTextGoesThroughSay finds words for the screen that stand in the code bare, glued to others, or in a call that
// can't be listed.
func TestEveryTextGoesThroughSay(t *testing.T) {
	said := saidIn(t)
	if len(said.texts) < 500 {
		t.Errorf("only %d texts were read", len(said.texts))
	}
	for _, fault := range said.faults {
		if folder, _, _ := strings.Cut(fault, ":"); !slices.Contains(notYet, filepath.ToSlash(filepath.Dir(folder))) {
			t.Error(fault)
		}
	}
}

// notYet are folders whose sentences are still glued from pieces.
var notYet = []string{}

// TestBareTextIsFound feeds the reader what it is there to refuse.
func TestBareTextIsFound(t *testing.T) {
	for code, want := range map[string]bool{
		`notes.Invalid{Why: "Choose two people to merge."}`: true, `j.why = "you can only read it."`: true,
		`t.bury("goal", "person_id = ?")`: false, `"SELECT id FROM note WHERE kind = 'planned'."`: false,
	} {
		t.Run(code, func(t *testing.T) {
			s := catalogue{}
			s.read("storage/x.go", "package x\nfunc f() { _ = "+strings.TrimPrefix(code, "j.why = ")+" }")
			if got := len(s.faults) > 0; got != want {
				t.Errorf("found: %v, want %v", got, want)
			}
		})
	}
	for _, c := range []struct{ name, code, fault string }{
		{"a sentence", `Toast("Moved to trash")`, "bare"},
		{"a glued sentence", `Toast(who + " moved")`, "bare"},
		{"a word on a button", `widgets.NewButton("key", 0, "pen", "undo", nil)`, "bare"},
		{"a text that is computed", `voice.T(who)`, "computed"},
		{"a slot without a value", `voice.T("Moved to {date}", "day", who)`, "slots"},
		{"a value without a slot", `voice.T("Moved", "day", who)`, "slots"},
		{"a plural that drops a slot", `voice.N(n, "{n} line of {who}", "{n} lines", "who", who)`, "slots"},
		{"half a sentence", `voice.T("moved to ") + who`, "glued"},
		{"words from elsewhere", `voice.T("{n} {what}", "n", 2, "what", who)`, "says nothing itself"},
		{"what stands between has a sense", `voice.T("{from} – {to}", "from", who, "to", who)`, ""},
		{"what a case does", `switch who { case "Ana Ng": return "Moved to trash" }`, "Moved"},
		{"what is picked from a list", `_ = []string{"Moved to trash"}[who]`, "bare"},
		{"a constant", `const said = "Moved to trash"`, "bare"},
		{"what a case compares", `switch who { case "Ana Ng": return }`, ""},
		{"what an index looks up", `_ = by["Ana Ng"]`, ""},
		{"a value of its own type", `const Passed Outcome = "passed over"`, ""},
		{"a key", `Row("ledger/row")`, ""},
		{"a whole sentence", `voice.T("Moved to {date}", "date", who)`, ""},
		{"a long sentence in two pieces", `voice.T("Moved to " + "the trash")`, ""},
		{"a programmer's error", `errors.New("look: no icon")`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := catalogue{}
			s.read("ui/x/x.go", "package x\nfunc f() { "+c.code+" }")
			got := strings.Join(s.faults, "\n")
			if c.fault == "" && got != "" || !strings.Contains(got, c.fault) || c.fault != "" && got == "" {
				t.Errorf("faults %q, want one that says %q", got, c.fault)
			}
		})
	}
}

// A saidText is one sentence of the program, as the code writes it.
type saidText struct {
	file   string
	line   int
	one    string // of a plural; otherwise ""
	text   string
	act    bool // on a button or in a menu
	toThem bool // the person reads or hears it
}

type catalogue struct {
	texts  []saidText
	faults []string
	named  map[string]bool // of the file that is read: what namedButtons says
}

// notSaid are folders and files whose strings nobody reads on a screen.
var notSaid = map[string]string{
	"console_windows.go":          "names that Windows knows",
	"notes/archive/base.go":       "tables of Obsidian",
	"notes/archive/around.go":     "what git reads",
	"notes/archive/row.go":        "names of folders",
	"notes/calendar/names.go":     "names of lines of calendars",
	"notes/daysoffhint.go":        "the words that it listens for",
	"notes/document/html.go":      "elements of HTML",
	"notes/incoming/incomingtest": "of tests",
	"notes/incoming/reading":      "reads",

	"notes/incoming/csvfile/columns.go": "the words that heads of columns are known by",
	"notes/incoming/obsidian/shapes.go": "pieces of formats of dates",
	"notes/incoming/pages/keys.go":      "the words that properties are known by",

	"notes/locale.go":             "countries",
	"notes/search/nofilter.go":    "words that look like filters",
	"notes/notestest":             "of tests",
	"notes/words_dates.go":        "the words that the grammar listens for",
	"notes/words_deeds.go":        "the words that the grammar listens for",
	"notes/words_empty.go":        "the words that the grammar listens for",
	"notes/words_particles.go":    "the words that stand before a surname",
	"notes/words_fillers.go":      "the words that the grammar listens past",
	"notes/words_names.go":        "names",
	"notes/words_nonames.go":      "words that begin sentences",
	"notes/words_said.go":         "the words that the grammar listens for",
	"notes/words_sections.go":     "the words that the grammar listens for",
	"notes/sample":                "reads the sample team",
	"notes/voice":                 "says",
	"notes/prompt/quietly.go":     "the words that it listens for",
	"notes/prompt/words_prose.go": "the words that prose is listened to for",
	"notes/text":                  "folds and cleans",
	"notes/whosecall":             "the words that the detector listens for",
	"storage/storagetest":         "of tests",
	"ui/journey":                  "of tests",
	"ui/letgo":                    "sets a variable of the system",
	"ui/look":                     "draws",
	"ui/notify_windows.go":        "what PowerShell reads",
	"ui/room/room.go":             "names of screens, which the journal keeps",
	"ui/roomtest":                 "of tests",
	"ui/words_found.go":           "the words that something is looked for by",

	"notes/review/words_judging.go": "the words that it listens for",
	"notes/review/words_toyou.go":   "the words that it listens for",

	"notes/prompt/words_handed.go": "the words that it listens for",
	"notes/prompt/words_ideas.go":  "the words that it listens for",
	"notes/prompt/words_load.go":   "the words that it listens for",
}

// written are pieces of lines as notes hold them, and keys of the journal: by file, since elsewhere they may be words for
// the user.
var written = map[string][]string{
	"notes/format.go":           {"me and ", " for ", " and ", " by "},
	"notes/hints.go":            {" and ", " due by eod", " by eod", " due eod", " by today", "todo ", " due"},
	"notes/rewrite.go":          {"by "},
	"notes/suggestdate.go":      {"by ", "by today"},
	"notes/suggestsection.go":   {" for "},
	"ui/draft/draft.go":         {"%d beside them %x"},
	"notes/note/suggestions.go": {"[x] ", "[X] "},
	"notes/brief/leaving.go":    {" will try it"},
	"notes/brief/theirpage.go":  {"may be shown"},
	"notes/incoming/unpack.go":  {"PK\x03\x04", "PK\x05\x06", "PK00PK\x03\x04", "Rar!\x1a\x07", "BZh", "PK\x07\x08"},
	"notes/handover/pack.go":    {"may be handed over"},
	"notes/person.go":           {"Me"},
	"ui/session_linux.go":       {"LockedHint", "PrepareForSleep", "Lock", "PropertiesChanged"}, // of logind
	"ui/tray_linux.go":          {"IsStatusNotifierHostRegistered"},                             // of the desktop's tray
	"ui/raise_windows.go":       {"IsIconic", "ShowWindow"},                                     // of Windows
	"computer.go":               {"FLATPAK_ID", "APPIMAGE", "APPDIR"},                           // of what a program is packed in
	"notes/daysoff.go":          {"days off"},
	"ui/help/answers.go":        {"how do does did i a an the to can could should what where is are my me it in on of for with and or that ", "this somebody someone"},
	"notes/prompt/back.go":      {"reduced hours", " hours", " days"},
	"notes/prompt/context.go":   {"no limits", "no company goal"},
	"notes/prompt/growth.go":    {"no goal", "my step"},
	"notes/prompt/handback.go":  {"my call", "my calls"},
	"notes/prompt/praise.go":    {"not said", "long ago"},
	"notes/prompt/reflect.go":   {"my calls"},
	"notes/prompt/render.go":    {"'s "},
	"notes/prompt/stepins.go":   {"sign seen", "ended again", "not said", "in front"},
	"notes/prompt/upward.go":    {"brought up"},
	"notes/review/edits.go":     {"V"},
	"notes/verdict.go":          {"not yet", "mine to keep", "handed back"},

	// What readers of other programs' files look for, and write.
	"notes/incoming/logseq/blocks.go": {" (cancelled)", "SCHEDULED: "},
	"notes/incoming/logseq/logseq.go": {"Logseq", "MM"},

	"notes/incoming/googledocs/googledocs.go":   {"Google Docs"},
	"notes/incoming/googledocs/html.go":         {"[x] "},
	"notes/incoming/joplin/joplin.go":           {"Joplin"},
	"notes/incoming/markdown/markdown.go":       {"Markdown"},
	"notes/incoming/notion/notion.go":           {"Notion"},
	"notes/incoming/obsidian/obsidian.go":       {"Obsidian", "Do"},
	"notes/incoming/word/document.go":           {"Id", "Type", "Target", "[x] "},
	"notes/incoming/word/word.go":               {"Word"},
	"notes/incoming/rednotebook/rednotebook.go": {"RedNotebook"},
	"notes/incoming/csvfile/csvfile.go":         {"CSV"},
	"notes/incoming/plaintext/plaintext.go":     {"Text"},
	"notes/incoming/elsewhere.go": {
		"Airtable", "Apple Journal", "Apple Notes", "Bear", "Craft", "Evernote", "Google Docs", "Google Keep", "Microsoft OneNote",
		"Roam Research", "Standard Notes", "Todoist", "Tomboy, Gnote",
	},
}

func saidIn(t *testing.T) *catalogue {
	t.Helper()
	readsTheSource(t)
	s := &catalogue{}
	own, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range append(own, "ui", "notes", "storage") {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			slash := filepath.ToSlash(path)
			switch {
			case err != nil:
				return err
			case d.IsDir() && (d.Name() == "testdata" || notSaid[slash] != ""):
				return filepath.SkipDir
			case d.IsDir() || notSaid[slash] != "" || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			code, err := os.ReadFile(path)
			s.read(slash, string(code))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func (s *catalogue) read(path, code string) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, code, parser.SkipObjectResolution)
	if err != nil {
		s.faults = append(s.faults, err.Error())
		return
	}
	var over []ast.Node
	s.named = namedButtons(file)
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			over = over[:len(over)-1]
			return true
		}
		at := files.Position(n.Pos())
		where := fmt.Sprintf("%s:%d", path, at.Line)
		switch n := n.(type) {
		case *ast.CallExpr:
			if f := called(n.Fun); f == "voice.T" || f == "voice.N" {
				s.call(path, where, at.Line, f, n, over)
				return false
			}
		case *ast.BasicLit:
			text, err := strconv.Unquote(n.Value)
			isSQL := strings.HasPrefix(path, "storage/") && !sentence.MatchString(text)
			if err == nil && n.Kind == token.STRING && !isSQL && !slices.Contains(written[path], text) && bare(text, n, over) {
				s.faults = append(s.faults, fmt.Sprintf("%s: %q stands bare: say it with voice.T or voice.N", where, text))
			}
		}
		over = append(over, n)
		return true
	})
}

func (s *catalogue) call(path, where string, line int, f string, call *ast.CallExpr, over []ast.Node) {
	count := 1 // of texts
	args := call.Args
	if f == "voice.N" {
		count, args = 2, args[1:]
	}
	var texts []string
	for _, arg := range args[:count] {
		text, ok := literal(arg)
		if !ok {
			s.faults = append(s.faults, where+": a text that is computed can't be listed: say each with a literal")
			return
		}
		texts = append(texts, text)
		if strings.TrimSpace(text) != text {
			s.faults = append(s.faults, fmt.Sprintf("%s: %q is glued to something: say the whole sentence, with slots", where, text))
		}
	}
	for _, text := range texts {
		if onlySlots.MatchString(text) {
			s.faults = append(s.faults, fmt.Sprintf("%s: %q says nothing itself: say each sentence whole", where, text))
		}
	}
	var given []string
	for i := count; i < len(args); i += 2 {
		name, _ := literal(args[i])
		given = append(given, name)
	}
	for i, text := range texts {
		want := slices.Clone(given)
		if f == "voice.N" && strings.Contains(text, "{n}") {
			want = append(want, "n")
		}
		if f == "voice.N" && i == 0 { // "the last one" may leave out the figure and nothing else
			want = slices.DeleteFunc(want, func(s string) bool { return s == "n" && !strings.Contains(text, "{n}") })
		}
		slices.Sort(want)
		if got := slotsOf(text); !slices.Equal(got, slices.Compact(want)) {
			s.faults = append(s.faults, fmt.Sprintf("%s: slots %q of %q, given %q", where, got, text, want))
		}
	}
	said := saidText{
		file: path, line: line, text: texts[len(texts)-1],
		act: onButton(call, over) || s.namesButton(call, over), toThem: readByThem(path, over),
	}
	if count == 2 {
		said.one = texts[0]
	}
	s.texts = append(s.texts, said)
}

// onlySlots is a text of slots with nothing between them but a blank: its words stand somewhere else, and their order is English.
var onlySlots = regexp.MustCompile(`^\{[^{}]*\}(?: \{[^{}]*\})+$`)

var slotName = regexp.MustCompile(`\{([a-z][A-Za-z]*)\}`)

// slotsOf are the names of a text's slots, each once, sorted.
func slotsOf(text string) []string {
	var names []string
	for _, m := range slotName.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// literal is the text of a string literal, or of several that are added.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		left, ok := literal(e.X)
		right, also := literal(e.Y)
		return left + right, ok && also && e.Op == token.ADD
	}
	return "", false
}

func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return called(e.X) + "." + e.Sel.Name
	case *ast.IndexExpr:
		return called(e.X)
	}
	return "?"
}

// shown are the functions that show a text, with the arguments that are it: there a single word counts too.
var shown = map[string][]int{
	"NewButton": {3}, "NewSmallButton": {3}, "NewCheckbox": {1}, "NewTextField": {1, 2}, "NewTextArea": {1, 2}, "NewSelect": {1},
	"NewDateField": {1, 2}, "NewDialog": {1, 2}, "NewDanger": {1, 2, 3}, "NewFold": {3}, "NewFieldButton": {2, 3}, "NewToggleChip": {2},
	"CardHead": {0, 1}, "PageHead": {0, 1}, "EmptyLine": {0}, "Plain": {0}, "Dim": {0}, "Strong": {0}, "Bold": {0}, "Slanted": {0},
	"Colored": {0}, "Title": {0}, "Heading": {0}, "CardTitle": {0}, "Text": {0}, "Name": {0}, "Muted": {0}, "Small": {0}, "SmallName": {0},
	"Chip": {1}, "NewChoice": {1},
}

// aside are the functions whose texts are no words for the user: layouts, patterns, names of files and keys.
var aside = []string{
	"Format", "MustCompile", "Getenv", "LookupEnv", "Setenv", "Parse", "NewStaticResource", "HasPrefix", "HasSuffix", "EqualFold", "Contains",
	"shortcutText", "TrimPrefix", "TrimSuffix", "Cut", "CutPrefix", "CutSuffix", "panic", "ContainsAny", "IndexAny", "NewReplacer",
	"Errorf", "Join",
}

// asideFields are fields of literals whose texts are read and not shown.
var asideFields = []string{"Also", "Offered", "Dashed", "Label", "StaticName", "Icon", "Colour"}

var (
	programmers = regexp.MustCompile(`^[a-z]+: `) // the package that speaks to whoever wrote it
	anyLetter   = regexp.MustCompile(`\pL`)
	sentence    = regexp.MustCompile(`^[\pP]?\p{L}['’]?\p{Ll}[^_=]* [^=]*[.?!:] ?$`) // which no statement of SQL is
)

// asideNames are constants that something is found by, a field of a form, a kept verdict or a variable of the system, and
// that nobody reads.
var asideNames = []string{
	"FieldHelp", "FieldTemplateName", "FieldTemplateBody", "FieldWhat", "FieldReason", "FieldEnd", "FieldExitSign",
	"FieldSentence", "FieldDidWell", "FieldCrisisOf", "NotNeededVerdict", "signalMark", "localeVars", "envConfig", "envHome",
	"envDesktop", "zoneVar", "savedMark",
}

// bare reports whether a literal is words for the user that go through no call of voice.
func bare(text string, lit ast.Node, over []ast.Node) bool {
	if !anyLetter.MatchString(text) || programmers.MatchString(text) || strings.HasPrefix(text, "<svg") {
		return false
	}
	words := strings.Contains(strings.TrimSpace(text), " ") || strings.TrimSpace(text) != text
	first := []rune(text)[0]
	words = words || unicode.IsUpper(first) || first == '’' || first == '\''
	var below ast.Node = lit
	for i := len(over) - 1; i >= 0; i-- {
		switch n := over[i].(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CaseClause: // what is compared, but not what is done then
			if slices.Contains(n.List, asExpr(below)) {
				return false
			}
		case *ast.IndexExpr:
			if n.Index == below {
				return false
			}
		case *ast.ValueSpec: // a constant of a type of its own is a value that is kept or compared
			if n.Type != nil && isConst(over, i) {
				return false
			}
			if slices.ContainsFunc(n.Names, func(name *ast.Ident) bool { return slices.Contains(asideNames, name.Name) }) {
				return false
			}
		case *ast.Field: // a tag
			return false
		case *ast.KeyValueExpr:
			if n.Key == below || slices.Contains(asideFields, called(n.Key)) {
				return false
			}
		case *ast.BinaryExpr:
			if n.Op != token.ADD {
				return false
			}
		case *ast.CallExpr:
			return bareArgument(n, below, words)
		case *ast.FuncLit, *ast.BlockStmt:
			return words
		}
		below = over[i]
	}
	return words
}

func asExpr(n ast.Node) ast.Expr {
	e, _ := n.(ast.Expr)
	return e
}

func isConst(over []ast.Node, i int) bool {
	decl, ok := over[max(0, i-1)].(*ast.GenDecl)
	return ok && decl.Tok == token.CONST
}

func bareArgument(call *ast.CallExpr, arg ast.Node, words bool) bool {
	f := called(call.Fun)
	f = f[strings.LastIndexByte(f, '.')+1:]
	if slices.Contains(aside, f) {
		return false
	}
	if at, ok := shown[f]; ok {
		i := slices.IndexFunc(call.Args, func(e ast.Expr) bool { return e == arg })
		return slices.Contains(at, i) || words
	}
	return words
}

// onButton reports whether a text is what a button or an item of a menu says.
func onButton(call ast.Expr, over []ast.Node) bool {
	for i := len(over) - 1; i >= max(0, len(over)-3); i-- {
		switch n := over[i].(type) {
		case *ast.KeyValueExpr:
			lit, ok := over[max(0, i-1)].(*ast.CompositeLit)
			return ok && called(n.Key) == "Text" && n.Value == call && isMenuItem(lit)
		case *ast.CompositeLit: // a row of the commands
			if list, ok := over[max(0, i-1)].(*ast.CompositeLit); ok && n.Type == nil {
				row, of := list.Type.(*ast.ArrayType)
				return of && called(row.Elt) == "command"
			}
		case *ast.CallExpr:
			return slices.Contains(buttonTexts(n), call)
		}
	}
	return false
}

func isMenuItem(lit *ast.CompositeLit) bool {
	return lit.Type == nil || strings.HasSuffix(called(lit.Type), "MenuItem")
}

// buttonTexts are the arguments of a call that are what a button says.
func buttonTexts(call *ast.CallExpr) []ast.Expr {
	f := called(call.Fun)
	var texts []ast.Expr
	for _, at := range map[string][]int{
		"NewButton": {3}, "NewSmallButton": {3}, "NewDialog": {2}, "NewDanger": {2, 3},
	}[f[strings.LastIndexByte(f, '.')+1:]] {
		if at < len(call.Args) {
			texts = append(texts, call.Args[at])
		}
	}
	return texts
}

// namedButtons are the variables and maps of a file that hold what a button or an item of a menu says, each with the
// function that it is shown in ("f.text").
func namedButtons(file *ast.File) map[string]bool {
	named := map[string]bool{}
	for _, decl := range file.Decls {
		in := ""
		if f, ok := decl.(*ast.FuncDecl); ok {
			in = f.Name.Name
		}
		note := func(e ast.Expr) {
			if i, ok := e.(*ast.IndexExpr); ok {
				e = i.X
			}
			if name, ok := e.(*ast.Ident); ok {
				named[in+"."+name.Name], named["."+name.Name] = true, true
			}
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				for _, text := range buttonTexts(n) {
					note(text)
				}
			case *ast.CompositeLit:
				for _, part := range n.Elts {
					if field, ok := part.(*ast.KeyValueExpr); ok && called(field.Key) == "Text" && isMenuItem(n) {
						note(field.Value)
					}
				}
			}
			return true
		})
	}
	return named
}

// namesButton reports whether a text is put into a variable or map that a button of the same function shows, or into one
// outside of functions that a button of the file shows.
func (s *catalogue) namesButton(call ast.Expr, over []ast.Node) bool {
	in := ""
	for _, n := range over {
		switch n := n.(type) {
		case *ast.FuncDecl:
			in = n.Name.Name
		case *ast.ValueSpec:
			return slices.ContainsFunc(n.Names, func(name *ast.Ident) bool { return s.named[in+"."+name.Name] })
		case *ast.AssignStmt:
			if at := slices.Index(n.Rhs, call); at >= 0 && at < len(n.Lhs) {
				return s.named[in+"."+called(n.Lhs[at])]
			}
		}
	}
	return false
}

// theirs are what the person reads or hears: their page, and the functions that word a line of the agenda or a sentence
// to say.
var (
	theirFiles     = []string{"notes/brief/theirpage.go"} // the frame in ui/theirpage speaks to the manager
	theirSentences = []string{"notes/stepin.Sentence", "notes/stepin.Debrief", "notes/stepin.Question", "notes/stepin.ClarityQuestion"}
)

func readByThem(path string, over []ast.Node) bool {
	if slices.ContainsFunc(theirFiles, func(file string) bool { return strings.HasPrefix(path, file) }) {
		return true
	}
	for _, n := range over {
		if f, ok := n.(*ast.FuncDecl); ok && slices.Contains(theirSentences, filepath.ToSlash(filepath.Dir(path))+"."+f.Name.Name) {
			return true
		}
	}
	return false
}
