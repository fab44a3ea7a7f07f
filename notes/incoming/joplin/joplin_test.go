package joplin_test

import (
	"bytes"
	"os"
	"testing"
	"testing/fstest"
	"time"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/joplin"
)

func TestMarkdownWithFrontMatter(t *testing.T) {
	tree := os.DirFS("testdata/md")
	if sure, err := joplin.Format.Reads(tree); sure != 80 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	incomingtest.Kept(t, "testdata/md.txt", incomingtest.Read(t, joplin.Format, tree, incoming.Options{}))
}

func TestJEX(t *testing.T) {
	b, err := os.ReadFile("testdata/all.jex")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := incoming.Open("all.jex", bytes.NewReader(b), int64(len(b)), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if sure, err := joplin.Format.Reads(tree); sure != 100 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	incomingtest.Kept(t, "testdata/jex.txt", incomingtest.Read(t, joplin.Format, tree, incoming.Options{}))
}

const id = "0123456789abcdef0123456789abcdef"

func item(text string) fstest.MapFS {
	return fstest.MapFS{id + ".md": {Data: []byte(text)}}
}

func TestRawItems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a title alone", "Ana\n\nid: " + id + "\ntype_: 1", "--- Ana:0 It's empty.\n"},
		{
			"encrypted", "\n\nid: " + id + "\nencryption_applied: 1\ntype_: 1",
			"--- " + id + ".md:0 It's encrypted. Open Joplin, wait until it has decrypted everything, and export again.\n",
		},
		{"in the trash", "Ana\n\nhello\n\nid: " + id + "\ndeleted_time: 17\ntype_: 1", "--- Ana:0 It's in Joplin's trash.\n"},
		{
			"a folder that holds itself", "Ana\n\nhello\n\nid: " + id + "\nparent_id: " + id + "\ntype_: 1",
			"=== " + id + " | Ana:3 |  |  | Ana\nhello\n",
		},
		{
			"lines as properties", "Ana\n\nkey: value\n\nid: " + id + "\ntype_: 1",
			"=== " + id + " | Ana:3 |  |  | Ana\nkey: value\n",
		},
		{
			"a due to-do", "Send it\n\nid: " + id + "\nuser_created_time: 2026-11-20T08:00:00.000Z\nis_todo: 1\ntodo_due: 1795780800000\ntype_: 1",
			"=== " + id + " | Send it:1 |  | 2026-11-20 | \n- [ ] Send it by 2026-11-27\n",
		},
		{
			"a time that is none", "Send it\n\nid: " + id + "\nis_todo: 1\ntodo_due: 99999999999999999999\ntype_: 1",
			"=== " + id + " | Send it:1 |  |  | \n- [ ] Send it\n",
		},
		{
			"HTML", "Ana\n\n<p>hello <b>you</b></p>\n\nid: " + id + "\nmarkup_language: 2\ntype_: 1",
			"=== " + id + " | Ana:0 |  |  | Ana\nhello **you**\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := incomingtest.Read(t, joplin.Format, item(c.text), incoming.Options{}).String(); got != c.want {
				t.Errorf("%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func FuzzRawItem(f *testing.F) {
	f.Add([]byte("Ana\n\n- [ ] hello\n\nid: " + id + "\nuser_created_time: 2026-11-20T08:00:00.000Z\nis_todo: 1\ntodo_due: 1795780800000\ntype_: 1"))
	f.Add([]byte("Ana\n\n<p>## 2026-11-27</p>\n\nid: " + id + "\nmarkup_language: 2\ntype_: 1"))
	f.Fuzz(func(t *testing.T, b []byte) {
		tree := fstest.MapFS{id + ".md": {Data: b}}
		if sure, err := joplin.Format.Reads(tree); err != nil || sure == 0 {
			t.Skip()
		}
		incomingtest.Read(t, joplin.Format, tree, incoming.Options{})
	})
}
