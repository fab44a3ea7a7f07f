package sealed

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"filippo.io/age"

	"handback/notes"
	"handback/notes/voice"
)

// InboxName is the folder of the lines that were captured while the journal was locked, each an age file of its own.
const InboxName = "inbox"

// Bounds of what is captured: a line is a line, and a folder that somebody filled is not read for ever.
const (
	mostLine  = 10_000 // bytes
	mostInbox = 1000   // files that are filed at one unlocking
)

// LineEnd ends the name of a line's file.
const LineEnd = ".age"

// Captured is a line that was captured.
type Captured struct {
	// ID is its name in the inbox: unique, and of those before it smaller.
	ID   string
	At   time.Time // when it was captured, to the second
	Text string
}

// IsRecipient reports whether a folder says that lines are sealed for this key.
func IsRecipient(folder string, k *Key) bool {
	said, err := readWhole(System, filepath.Join(folder, RecipientName), mostKeyFile)
	return err == nil && strings.TrimSpace(string(said)) == k.identity.Recipient().String()
}

// WriteRecipient keeps for whom lines are sealed.
func WriteRecipient(folder string, k *Key) error {
	return writeWhole(System, filepath.Join(folder, RecipientName), []byte(k.identity.Recipient().String()+"\n"))
}

// Keep seals a line for the journal in a folder, which may be locked, and returns by which id it is kept. It takes the place of what was
// kept by the id before, which is still there. It is on the disk when Keep returns.
func Keep(folder, before, line string, now time.Time) (id string, err error) {
	if len(line) > mostLine {
		why := voice.T("That's too long for one line. Keep it shorter, or unlock your journal and write a note.")
		return "", notes.Invalid{Field: voice.T("Line"), Why: why}
	}
	sealed, err := seal(folder, line)
	if err != nil {
		return "", err
	}
	inbox := filepath.Join(folder, InboxName)
	if err := os.Mkdir(inbox, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	} else if err == nil {
		if err := System.SyncFolder(folder); err != nil {
			return "", err
		}
	}
	if id, err = NextLine(before, now); err != nil {
		return "", err
	}
	path := filepath.Join(inbox, id+LineEnd)
	if err = writeWhole(System, path, sealed); errors.Is(err, fs.ErrNotExist) { // taken for what a killed program left
		err = writeWhole(System, path, sealed)
	}
	return id, err
}

// An id is a time, a draft and the number of its text: 001760000000-1f2e3d4c5b6a.2. A draft is one line that is typed on and kept
// several times: of what is there of it the last text counts.

// NextLine is the id of the text that follows that with the id before in its draft, or of a new draft where that is "".
func NextLine(before string, now time.Time) (string, error) {
	draft, text := DraftOf(before), textOf(before)+1
	if before == "" {
		chance := make([]byte, 6)
		if _, err := rand.Read(chance); err != nil {
			return "", err
		}
		draft, text = hex.EncodeToString(chance), 0
	}
	return fmt.Sprintf("%012d-%s.%d", max(now.Unix(), 0), draft, text), nil
}

// DraftOf is the draft that an id is of.
func DraftOf(id string) string {
	_, draft, ok := strings.Cut(id, "-")
	if !ok {
		return id
	}
	draft, _, _ = strings.Cut(draft, ".")
	return draft
}

// textOf is which text of its draft an id is of.
func textOf(id string) int {
	_, text, _ := strings.Cut(id, ".")
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}

// LastOf are those lines that no other of them takes the place of, and the ids of the others: a program that was killed could not delete
// them.
func LastOf(lines []Captured) (last []Captured, older []string) {
	newest := map[string]int{}
	for _, l := range lines {
		draft := DraftOf(l.ID)
		newest[draft] = max(newest[draft], textOf(l.ID))
	}
	for _, l := range lines {
		if textOf(l.ID) < newest[DraftOf(l.ID)] {
			older = append(older, l.ID)
		} else {
			last = append(last, l)
		}
	}
	return last, older
}

// seal is a line as only the journal's key reads it.
func seal(folder, line string) ([]byte, error) {
	text, err := os.ReadFile(filepath.Join(folder, RecipientName))
	if err != nil {
		why := voice.T("The file {file} is missing, so you can't write while your journal is locked. "+
			"Unlock it once, and Handback makes the file again.",
			"file", RecipientName)
		return nil, fmt.Errorf("%w: %w", notes.Invalid{Why: why}, err)
	}
	to, err := age.ParseX25519Recipient(strings.TrimSpace(string(text)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", notes.ErrDamaged, err)
	}
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		return nil, fmt.Errorf("seal a line: %w", err)
	}
	if _, err = io.WriteString(w, line); err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("seal a line: %w", err)
	}
	return sealed.Bytes(), nil
}

// Inbox reads the lines that were captured, oldest first. What is in the folder and can't be read stays there: damaged counts it.
func Inbox(folder string, k *Key) (lines []Captured, damaged int, err error) {
	inbox := filepath.Join(folder, InboxName)
	names, err := System.Names(inbox)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, err
	}
	slices.Sort(names)
	for _, name := range names {
		id, ours := strings.CutSuffix(name, LineEnd)
		if !ours || len(lines) == mostInbox {
			continue
		}
		line, err := openLine(filepath.Join(inbox, name), k)
		if err != nil {
			damaged++
			continue
		}
		line.ID = id
		lines = append(lines, line)
	}
	return lines, damaged, nil
}

func openLine(path string, k *Key) (Captured, error) {
	sealed, err := readWhole(System, path, 2*mostLine)
	if err != nil {
		return Captured{}, err
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), k.identity)
	if err != nil {
		return Captured{}, err
	}
	text, err := io.ReadAll(io.LimitReader(r, 2*mostLine))
	if err != nil {
		return Captured{}, err
	}
	var seconds int64
	if _, err := fmt.Sscanf(filepath.Base(path), "%d-", &seconds); err != nil {
		return Captured{}, err
	}
	return Captured{At: time.Unix(seconds, 0), Text: string(text)}, nil
}

// DropCaptured deletes lines that are in the journal by now, and what a program left that was killed while it kept one. One that is gone
// already is no error.
func DropCaptured(folder string, ids []string) error {
	inbox := filepath.Join(folder, InboxName)
	names, err := System.Names(inbox)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var gone []string
	for _, id := range ids {
		gone = append(gone, id+LineEnd)
	}
	for _, name := range names {
		if strings.HasSuffix(name, LineEnd+newEnd) {
			gone = append(gone, name)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	var errs []error
	for _, name := range gone {
		errs = append(errs, removeIfThere(System, filepath.Join(inbox, name)))
	}
	return errors.Join(append(errs, System.SyncFolder(inbox))...)
}

// Waiting is how many lines wait in the inbox, which nobody reads without the key.
func Waiting(folder string) int {
	names, err := System.Names(filepath.Join(folder, InboxName))
	if err != nil {
		return 0
	}
	var lines []Captured
	for _, name := range names {
		if id, ours := strings.CutSuffix(name, LineEnd); ours {
			lines = append(lines, Captured{ID: id})
		}
	}
	last, _ := LastOf(lines)
	return len(last)
}
