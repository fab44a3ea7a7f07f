package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	u16 "unicode/utf16"

	"handback/notes"
)

// TestErasedWordsAreInNoFileOfOurs writes words wherever the window keeps something beside the notes, in a folder with all that a
// journal may have beside it, erases the person, and looks at every byte of the folder and of the temporary one.
func TestErasedWordsAreInNoFileOfOurs(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	folder := t.TempDir()
	c := newClock()
	path := filepath.Join(folder, FileName)
	j := must[*Journal](t)(Open(path, Options{Now: c.now, Create: true}))
	places := PlacesIn(folder)
	const name, word, private = "Xanthippe", "quagmirequoll", "zephyrzebra"
	who := addPerson(t, j, name)
	id := addNote(t, j, who, notes.HeldNote, "2026-11-20", "todo: the "+word+"\nprivate: "+private+"\n")
	c.pass(10 * time.Minute)
	if _, err := j.SaveBody(id, 1, "todo: the "+word+" again\n"+strings.Repeat("filler\n", 3000)); err != nil {
		t.Fatal(err)
	}
	do(t, j, notes.PutSetting{Key: "window.place", Value: `{"screen":"search","text":"` + name + `"}`},
		notes.PutSetting{Key: "saveas.folder", Value: "/home/ana/" + name},
		notes.SavedSearch{Name: "about " + name, Query: "person:" + name},
		notes.PromptEvent{Person: who, Kind: "praise", Key: "k", Text: word, Reason: private, Shown: "2026-11-03", Outcome: notes.InView})
	try(t, errors.Join(j.Idle(), places.Leaves(j)))
	if hits, _, err := j.Search(notes.Query{Text: word}); err != nil || len(hits) == 0 {
		t.Fatalf("%d hits, %v", len(hits), err)
	}
	reader := must[*Journal](t)(openCopy(path, c.now)) // a copy in the temporary folder, since it has a log
	try(t, reader.Close())

	var reworded []notes.Reworded
	for _, m := range must[[]notes.Mention](t)(j.Mentions(who)) {
		reworded = append(reworded, notes.Reworded{Mention: m, Gone: true})
	}
	do(t, j, notes.Erase{Person: who, Reworded: reworded})
	try(t, errors.Join(j.Wipe(), places.Leaves(j), j.Close()))

	for _, in := range []string{folder, temp} {
		for file, text := range onDiskIn(t, in) {
			for _, w := range []string{name, word, private} {
				for _, form := range []string{w, strings.ToLower(w), strings.ToUpper(w), notes.Fold(w), wide(w)} {
					if strings.Contains(text, form) {
						t.Errorf("%s has %q", filepath.Join(in, file), w)
					}
				}
			}
		}
	}
	if left := must[[]os.DirEntry](t)(os.ReadDir(temp)); len(left) > 0 {
		t.Errorf("the temporary folder has %v", left)
	}
}

// wide is a text as Windows' programs keep it.
func wide(text string) string {
	var b bytes.Buffer
	for _, u := range u16.Encode([]rune(text)) {
		b.Write(binary.LittleEndian.AppendUint16(nil, u))
	}
	return b.String()
}
