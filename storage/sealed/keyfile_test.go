package sealed

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"handback/notes"
)

const easy = 10 // a work factor for tests

func keyFolder(t *testing.T, passphrase string) (folder string, k *Key) {
	t.Helper()
	folder, k = t.TempDir(), testKey(t)
	if err := writeKey(System, folder, k, passphrase, easy); err != nil {
		t.Fatal(err)
	}
	return folder, k
}

func TestADamagedKeyFileIsHealedFromTheOther(t *testing.T) {
	for damage, do := range map[string]func(path string) error{
		"missing":  os.Remove,
		"empty":    func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"cut":      func(path string) error { return os.Truncate(path, 100) },
		"one byte": func(path string) error { return flip(path, 300) },
		"too big":  func(path string) error { return os.Truncate(path, 1<<20) },
		"noise":    func(path string) error { return os.WriteFile(path, bytes.Repeat([]byte{7}, 400), 0o600) },
	} {
		for _, name := range []string{KeyName, KeyCopyName} {
			t.Run(damage+" "+name, func(t *testing.T) {
				folder, k := keyFolder(t, "marble")
				whole, err := os.ReadFile(filepath.Join(folder, KeyName))
				if err != nil {
					t.Fatal(err)
				}
				if err := do(filepath.Join(folder, name)); err != nil {
					t.Fatal(err)
				}
				got, err := ReadKey(folder, notes.Secret{Passphrase: "marble"})
				if err != nil || !bytes.Equal(got.LogKey(1), k.LogKey(1)) {
					t.Fatal(err)
				}
				for _, n := range []string{KeyName, KeyCopyName} {
					if now, err := os.ReadFile(filepath.Join(folder, n)); err != nil || !bytes.Equal(now, whole) {
						t.Errorf("%s is not what it was, %v", n, err)
					}
				}
			})
		}
	}
}

func flip(path string, at int) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	b[min(at, len(b)-1)] ^= 4
	return os.WriteFile(path, b, 0o600)
}

// TestTheKeyOfAnotherJournalTakesNoOnesPlace puts the key file of another journal, under the same passphrase, beside or in the place of
// the right one: that opens, and the wrong one is written over, never the other way round.
func TestTheKeyOfAnotherJournalTakesNoOnesPlace(t *testing.T) {
	for _, name := range []string{KeyName, KeyCopyName} {
		t.Run(name, func(t *testing.T) {
			folder, k := keyFolder(t, "marble")
			other, _ := keyFolder(t, "marble")
			mustDo(t, Fill(folder, k, 4096, 1, func(to []byte, _ int64) error { clear(to); return nil }, nil))
			wrong, err := os.ReadFile(filepath.Join(other, KeyName))
			mustDo(t, err)
			mustDo(t, os.WriteFile(filepath.Join(folder, name), wrong, 0o600))
			got, err := ReadKey(folder, notes.Secret{Passphrase: "marble"})
			if err != nil || !bytes.Equal(got.LogKey(1), k.LogKey(1)) {
				t.Fatalf("the right key isn't found: %v", err)
			}
			for _, n := range []string{KeyName, KeyCopyName} {
				if now, err := os.ReadFile(filepath.Join(folder, n)); err != nil || bytes.Equal(now, wrong) {
					t.Errorf("%s is another journal's: %v", n, err)
				}
			}
			mustDo(t, os.WriteFile(filepath.Join(folder, KeyName), wrong, 0o600))
			mustDo(t, os.Remove(filepath.Join(folder, KeyCopyName)))
			if _, err := ReadKey(folder, notes.Secret{Passphrase: "marble"}); !errors.Is(err, notes.ErrSecret) {
				t.Errorf("another's alone: %v", err)
			}
			if exists, _ := os.ReadFile(filepath.Join(folder, KeyCopyName)); exists != nil {
				t.Error("a copy of another's was written")
			}
		})
	}
}

func TestAWrongPassphraseChangesNoFile(t *testing.T) {
	folder, _ := keyFolder(t, "marble")
	if err := os.Remove(filepath.Join(folder, KeyCopyName)); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadKey(folder, notes.Secret{Passphrase: "ladder"}); !errors.Is(err, notes.ErrSecret) {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(folder, KeyCopyName)); err == nil {
		t.Error("who doesn't know the passphrase writes a key file")
	}
	if err := os.Remove(filepath.Join(folder, KeyName)); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadKey(folder, notes.Secret{Passphrase: "marble"}); !errors.Is(err, notes.ErrNoKey) {
		t.Error(err)
	}
}

func TestBothDamagedAreSaidToBeDamaged(t *testing.T) {
	folder, _ := keyFolder(t, "marble")
	for _, name := range []string{KeyName, KeyCopyName} {
		if err := os.Truncate(filepath.Join(folder, name), 50); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ReadKey(folder, notes.Secret{Passphrase: "marble"}); !errors.Is(err, notes.ErrDamaged) {
		t.Error(err)
	}
}

func TestPassphrasesOfAnyKindOpenWhatTheyClosed(t *testing.T) {
	for name, c := range map[string]struct{ to, typed, other string }{
		"one letter":       {"x", "x", "X"},
		"ten thousand":     {strings.Repeat("ab", 5000), strings.Repeat("ab", 5000), strings.Repeat("ab", 4999) + "ac"},
		"a blank":          {" ", " ", ""},
		"combining marks":  {"Zu\u0308rich a\u0301\u0323", "Z\u00fcrich \u1ea1\u0301", "Zurich a"},
		"marks and order":  {"a\u0323\u0301", "a\u0301\u0323", "a\u0301"},
		"other writings":   {"パスフレーズ 合言葉", "パスフレーズ 合言葉", "パスフレーズ"},
		"control letters":  {"a\x00b\tc", "a\x00b\tc", "abc"},
		"no valid letters": {"\xff\xfe", "\xff\xfe", "\ufffd\ufffd"},
	} {
		t.Run(name, func(t *testing.T) {
			folder, k := keyFolder(t, c.to)
			got, err := ReadKey(folder, notes.Secret{Passphrase: c.typed})
			if err != nil || !bytes.Equal(got.LogKey(1), k.LogKey(1)) {
				t.Fatal(err)
			}
			if _, err := ReadKey(folder, notes.Secret{Passphrase: c.other}); !errors.Is(err, notes.ErrSecret) {
				t.Errorf("%q opens it, too: %v", c.other, err)
			}
		})
	}
}

// cutDisk ends the program before the n-th rename.
type cutDisk struct {
	Disk
	left int
}

var errCut = errors.New("cut")

func (d *cutDisk) Rename(from, to string) error {
	if d.left == 0 {
		return errCut
	}
	d.left--
	return d.Disk.Rename(from, to)
}

func TestAChangeThatIsCutShortLeavesAJournalThatOpens(t *testing.T) {
	for left := range 3 {
		for _, typed := range []string{"old", "new"} {
			t.Run(string(rune('0'+left))+" "+typed, func(t *testing.T) {
				folder, k := keyFolder(t, "old")
				err := writeKey(&cutDisk{System, left}, folder, k, "new", easy)
				if (err == nil) != (left == 2) {
					t.Fatal(err)
				}
				got, err := ReadKey(folder, notes.Secret{Passphrase: typed})
				opens := typed == "old" && left < 2 || typed == "new" && left > 0
				if (err == nil) != opens {
					t.Fatalf("%s opens it: %v", typed, err)
				}
				if err == nil && !bytes.Equal(got.LogKey(1), k.LogKey(1)) {
					t.Error("it is another key")
				}
				if names, err := System.Names(folder); err != nil || len(names) > 3 {
					t.Errorf("%q, %v", names, err)
				}
			})
		}
	}
}

func TestTheRecoveryKeyIsReadAsHandsWriteIt(t *testing.T) {
	k := testKey(t)
	text := k.RecoveryText()
	groups := strings.Fields(text)
	if len(groups) != 11 || groups[0] != identityStart || strings.ReplaceAll(text, " ", "") != k.identity.String() {
		t.Fatalf("it is %q", text)
	}
	written := strings.NewReplacer("0", "o", "L", "1").Replace(strings.Join(groups[1:], "-"))
	for name, typed := range map[string]string{
		"as shown": text, "lower case": strings.ToLower(text), "in one": strings.ReplaceAll(text, " ", ""),
		"without what all begin with": strings.Join(groups[1:], " "), "with letters that look alike": written,
		"over lines, with dots": strings.Join(groups, ".\n"), "of a file": "  " + text + "\n",
		"with what stands above it in the file": "Recovery key of a Handback journal. Anyone who has it can open it.\n\n" + text + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := ReadRecovery(typed)
			if err != nil || !bytes.Equal(got.LogKey(1), k.LogKey(1)) {
				t.Errorf("%q: %v", typed, err)
			}
		})
	}
	var invalid notes.Invalid
	for name, typed := range map[string]string{
		"nothing": "", "a group left out": strings.Join(groups[:9], " "), "two groups swapped": strings.Join(append(append(
			[]string{}, groups[0], groups[2], groups[1]), groups[3:]...), " "),
		"a passphrase": "marble ladder tulip comet", "too long": text + " QPZRY9",
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := ReadRecovery(typed); !errors.Is(err, notes.ErrSecret) || !errors.As(err, &invalid) {
				t.Errorf("%q: %v", typed, err)
			}
		})
	}
}

// TestAMistypedGroupIsNamed by the number that it has where the key is shown.
func TestAMistypedGroupIsNamed(t *testing.T) {
	groups := strings.Fields(testKey(t).RecoveryText())
	says := func(typed string) string {
		t.Helper()
		_, err := ReadRecovery(typed)
		var invalid notes.Invalid
		if !errors.As(err, &invalid) || !errors.Is(err, notes.ErrSecret) {
			t.Fatalf("%q: %v", typed, err)
		}
		return invalid.Why
	}
	with := func(i int, group string) []string {
		changed := slices.Clone(groups)
		changed[i] = group
		return changed
	}
	for i := 1; i < len(groups); i++ {
		other := "Q"
		if groups[i][1] == 'Q' {
			other = "P"
		}
		wrong := map[string]string{
			"a letter wrong": groups[i][:1] + other + groups[i][2:], "a letter missing": groups[i][1:], "a letter too many": groups[i] + "P",
		}
		if swapped := groups[i][1:2] + groups[i][:1] + groups[i][2:]; swapped != groups[i] {
			wrong["two letters changed places"] = swapped
		}
		for name, group := range wrong {
			if got, want := says(strings.Join(with(i, group), " ")), fmt.Sprintf("in group %d of", i+1); !strings.Contains(got, want) {
				t.Errorf("%s in group %d: %q", name, i+1, got)
			}
		}
		got := says(strings.Join(with(i, wrong["a letter wrong"])[1:], ""))
		if !strings.Contains(got, fmt.Sprintf("in group %d of", i+1)) {
			t.Errorf("in one, without its beginning: %q", got)
		}
	}
	for typed, want := range map[string]string{
		strings.Join(groups[:10], " "):                                        "4 characters of that recovery key are missing",
		strings.Join(groups, "") + "Q":                                        "has 1 character too many",
		"marble ladder tulip comet":                                           "a typing mistake in that recovery key, or a part is missing",
		strings.Join(append(groups[:3:3], groups[4:]...), " "):                "6 characters of that recovery key are missing",
		strings.Replace(strings.Join(groups, ""), "KEY-1", "KEY1", 1) + "QQQ": "has 3 characters too many",
	} {
		if got := says(typed); !strings.Contains(got, want) {
			t.Errorf("%q: %q", typed, got)
		}
	}
}

// TestOneLetterWrongIsKnown changes each letter of a recovery key to each other.
func TestOneLetterWrongIsKnown(t *testing.T) {
	text := strings.TrimPrefix(testKey(t).identity.String(), identityStart)
	for i := range text {
		for _, r := range "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L" {
			if wrong := text[:i] + string(r) + text[i+1:]; wrong != text {
				if _, err := ReadRecovery(wrong); err == nil {
					t.Fatalf("%q is taken for %q", wrong, text)
				}
			}
		}
	}
}

func TestAKeyFitsItsOwnPages(t *testing.T) {
	folder, k := t.TempDir(), testKey(t)
	page := func(to []byte, _ int64) error { clear(to); return nil }
	if err := Fill(folder, k, 4096, 1, page, nil); err != nil {
		t.Fatal(err)
	}
	if err := Fits(folder, k); err != nil {
		t.Error(err)
	}
	if err := Fits(folder, testKey(t)); !errors.Is(err, notes.ErrSecret) {
		t.Errorf("another key: %v", err)
	}
}

func TestLinesWaitInTheInbox(t *testing.T) {
	folder, k := t.TempDir(), testKey(t)
	at := time.Unix(1_760_000_000, 0)
	if _, err := Keep(folder, "", "too soon", at); !errors.As(err, &notes.Invalid{}) {
		t.Errorf("without a recipient: %v", err)
	}
	if err := WriteRecipient(folder, k); err != nil {
		t.Fatal(err)
	}
	for i, line := range []string{"Ana: ask about the rollout", "todo: call legal"} {
		if _, err := Keep(folder, "", line, at.Add(time.Duration(i)*time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Keep(folder, "", strings.Repeat("x", mostLine+1), at); !errors.As(err, &notes.Invalid{}) {
		t.Errorf("too long a line: %v", err)
	}
	nowhereIn(t, folder, "rollout", "legal")
	inbox := filepath.Join(folder, InboxName)
	for name, content := range map[string]string{"000000000001-noise.age": "noise", "other.txt": "of somebody else"} {
		if err := os.WriteFile(filepath.Join(inbox, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lines, damaged, err := Inbox(folder, k)
	if err != nil || damaged != 1 || len(lines) != 2 || lines[0].Text != "Ana: ask about the rollout" || lines[1].Text != "todo: call legal" ||
		!lines[0].At.Equal(at) {
		t.Fatalf("%+v, %d damaged, %v", lines, damaged, err)
	}
	if other, damaged, err := Inbox(folder, testKey(t)); err != nil || len(other) != 0 || damaged != 3 {
		t.Errorf("another key reads %+v, %v", other, err)
	}
	for range 2 { // the second finds none
		if err := DropCaptured(folder, []string{lines[0].ID}); err != nil {
			t.Fatal(err)
		}
	}
	if left, _, err := Inbox(folder, k); err != nil || len(left) != 1 || left[0].ID != lines[1].ID {
		t.Errorf("left is %+v, %v", left, err)
	}
}

// nowhereIn fails where a file below a folder holds one of the words.
func nowhereIn(t *testing.T, folder string, words ...string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, w := range words {
			if bytes.Contains(content, []byte(w)) {
				t.Errorf("%s holds %q", path, w)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheKeychainKeepsTheKeyWhereItIsAsked(t *testing.T) {
	keyring.MockInit()
	k := testKey(t)
	if _, err := FromKeychain("/one"); !errors.Is(err, notes.ErrLocked) {
		t.Errorf("before: %v", err)
	}
	if err := KeepInKeychain("/one", k); err != nil {
		t.Fatal(err)
	}
	if got, err := FromKeychain("/one"); err != nil || !bytes.Equal(got.LogKey(1), k.LogKey(1)) {
		t.Error(err)
	}
	if _, err := FromKeychain("/other"); !errors.Is(err, notes.ErrLocked) {
		t.Errorf("another journal: %v", err)
	}
	for range 2 {
		if err := DropFromKeychain("/one"); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := FromKeychain("/one"); !errors.Is(err, notes.ErrLocked) {
		t.Errorf("after: %v", err)
	}
	keyring.MockInitWithError(errors.New("no keychain"))
	if _, err := FromKeychain("/one"); !errors.Is(err, notes.ErrLocked) {
		t.Errorf("without a keychain: %v", err)
	}
}
