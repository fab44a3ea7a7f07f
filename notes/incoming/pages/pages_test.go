package pages_test

import (
	"slices"
	"strings"
	"testing"

	"handback/notes/incoming"
	"handback/notes/incoming/pages"
	"handback/notes/incoming/reading"
)

// taken is what a page gave.
type taken struct {
	notes   []incoming.Note
	skipped []incoming.Skipped
}

func (t *taken) Note(n incoming.Note) error    { t.notes = append(t.notes, n); return nil }
func (t *taken) Skip(s incoming.Skipped) error { t.skipped = append(t.skipped, s); return nil }
func (t *taken) Progress(int, int) error       { return nil }

// TestWhatLeadsNowhereIsNamed holds that a note stays readable where a page shows a file, or the answer of a plugin, and that the preview
// says what isn't there.
func TestWhatLeadsNowhereIsNamed(t *testing.T) {
	for name, c := range map[string]struct{ text, body, loose string }{
		"a picture":                 {"see ![[attachments/board.png]]", "see (attachment: board.png)", "Attachment left out: board.png"},
		"one with a size":           {"see ![[board.png|300]]", "see (attachment: board.png)", "Attachment left out: board.png"},
		"one that is called":        {"![[board.png|The board]]", "The board (attachment: board.png)", "Attachment left out: board.png"},
		"a picture of Markdown":     {"![The board](Ana%20Lima/board%201.png \"x\")", "The board (attachment: board 1.png)", "Attachment left out: board 1.png"},
		"one without a name":        {"see ![](board.png)", "see (attachment: board.png)", "Attachment left out: board.png"},
		"in angle brackets":         {"see ![](<my board.png>)", "see (attachment: my board.png)", "Attachment left out: my board.png"},
		"a document":                {"[the plan](files/plan.pdf)", "the plan (attachment: plan.pdf)", "Attachment left out: plan.pdf"},
		"on a disk":                 {"see [plan.pdf](file:///home/ana/plan.pdf)", "see (attachment: plan.pdf)", "Attachment left out: plan.pdf"},
		"in a task":                 {"- [ ] read [[plan.pdf]]", "- [ ] read (attachment: plan.pdf)", "Attachment left out: plan.pdf"},
		"a page":                    {"[Ana](../People/Ana%20Lima.md) and ![[Okapi]]", "Ana and Okapi", ""},
		"on the web":                {"![x](https://example.org/x.png) [y](https://example.org/y.pdf)", "![x](https://example.org/x.png) [y](https://example.org/y.pdf)", ""},
		"in code":                   {"```\n![[board.png]]\n```", "```\n![[board.png]]\n```", ""},
		"a quotation":               {"> she said so\n> todo: x", "> she said so\n> todo: x", ""},
		"a callout":                 {"> [!note]- What she said\n> hello", "> Note: What she said\n> hello", ""},
		"one without a title":       {"> [!WARNING]\n> hello", "> Warning\n> hello", ""},
		"what a plugin would show":  {"talk\n```dataview\ntask\nfrom \"x\"\n```\nmore", "talk\nmore", "A dataview block is left out: what it shows isn't part of the note."},
		"code that is no plugin's":  {"```sql\nselect 1\n```", "```sql\nselect 1\n```", ""},
		"a label that comes of one": {"[praise](a.md): calm under fire", `\praise: calm under fire`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := &taken{}
			p := pages.Page{File: "Ana Lima.md", Text: c.text, Wiki: true, Date: "2026-11-20", Person: "Ana Lima"}
			if err := p.Give(incoming.Options{Today: "2026-11-27"}, reading.Unknown, got); err != nil || len(got.notes) != 1 {
				t.Fatalf("%+v, %v", got, err)
			}
			if n := got.notes[0]; n.Body != c.body || strings.Join(n.Loose, ";") != c.loose {
				t.Errorf("%q, left out %q", n.Body, n.Loose)
			}
		})
	}
}

// TestAPictureAloneIsNoNote holds that of what stands above the first day, and that the preview says which picture it was.
func TestAPictureAloneIsNoNote(t *testing.T) {
	got := &taken{}
	p := pages.Page{File: "Talks/Ana Lima.md", Text: "# Ana Lima\n![[ana.png]]\n\n## 2026-11-20\nhello\n", Wiki: true}
	if err := p.Give(incoming.Options{Today: "2026-11-27"}, reading.Unknown, got); err != nil || len(got.notes) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	if n := got.notes[0]; n.Body != "hello" || n.Person != "Ana Lima" || strings.Join(n.Loose, ";") != "Attachment left out: ana.png" {
		t.Errorf("%+v", n)
	}
}

// TestAFolderOfTalksIsNobody holds that its name isn't taken for somebody's.
func TestAFolderOfTalksIsNobody(t *testing.T) {
	got := &taken{}
	p := pages.Page{File: "Talks/2026-11-20.md", Text: "hello"}
	if err := p.Give(incoming.Options{Today: "2026-11-27"}, reading.Unknown, got); err != nil || len(got.notes) != 1 || got.notes[0].Person != "" {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestAHeadingAboveNothingButAnAttachmentIsKept with the next note of the page, as every word is.
func TestAHeadingAboveNothingButAnAttachmentIsKept(t *testing.T) {
	got := &taken{}
	page := pages.Page{File: "Ana Lima.md", Text: "# budget\n![[plan.png]]\n## 2026-11-06\nwords", Wiki: true}
	if err := page.Give(incoming.Options{Today: "2026-11-27"}, reading.Unknown, got); err != nil {
		t.Fatal(err)
	}
	if len(got.notes) != 1 || !slices.Contains(got.notes[0].Loose, "budget") {
		t.Errorf("taken is %+v", got)
	}
}
