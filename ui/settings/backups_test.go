package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/backups"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func TestBackupsAreToldAndTheirRoomIsChosen(t *testing.T) {
	h := roomtest.Open(t)
	h.Enter(New(h, room.Place{Screen: room.Settings}), room.Place{Screen: room.Settings})
	h.Sees("No backups yet.", "at most once an hour", "1 GB", "5 GB")
	h.Tap("settings.backups.see")
	if len(h.Ran) != 1 || h.Ran[0] != "go.backups" {
		t.Errorf("ran %q", h.Ran)
	}
}

func TestASecondFolderNeedsAPassphraseThatIsKeptNowhere(t *testing.T) {
	h := roomtest.Open(t)
	h.Enter(New(h, room.Place{Screen: room.Settings}), room.Place{Screen: room.Settings})
	folder := t.TempDir()
	const phrase = "marble ladder tulip comet"
	for _, c := range []struct{ name, folder, phrase, again, says string }{
		{"no full path", "cloud", phrase, phrase, "Enter the full path of a folder."},
		{"none there", filepath.Join(folder, "gone"), phrase, phrase, "That folder doesn't exist."},
		{"none chosen", folder, "", "", "Type a passphrase."},
		{"typed otherwise", folder, phrase, phrase + "s", "The two aren't the same."},
	} {
		t.Run(c.name, func(t *testing.T) {
			h.Tap("settings.backups.second")
			h.Fill("backups.folder", c.folder)
			h.Fill("passphrase.new", c.phrase)
			h.Fill("passphrase.again", c.again)
			h.Tap("dialog/confirm")
			h.Sees(c.says)
			h.Tap("dialog/cancel")
			if kept, err := h.J.Setting(backups.SettingFolder); err != nil || kept != "" {
				t.Errorf("kept is %q, %v", kept, err)
			}
		})
	}
	h.Tap("settings.backups.second")
	h.Fill("backups.folder", folder)
	h.Fill("passphrase.new", "dragon dragon")
	h.Sees("Easy to guess")
	h.Fill("passphrase.again", "dragon dragon")
	h.Tap("dialog/confirm")
	h.Sees("Use a passphrase that is easy to guess?")
	h.Tap("dialog/cancel")
	if kept, err := h.J.Setting(backups.SettingFolder); err != nil || kept != "" {
		t.Errorf("kept is %q, %v", kept, err)
	}
	h.Fill("backups.folder", folder) // one may choose another at once
	h.Fill("passphrase.new", phrase)
	h.Sees("Hard to guess")
	h.Fill("passphrase.again", phrase)
	h.Tap("dialog/confirm")
	h.Sees("Protected backups go to this folder too.")
	if at := h.Focused(); at == "settings.backups.stop" || at == "" {
		t.Errorf("Enter once more would end it again: the keyboard is on %q", at)
	}
	key, err := h.J.Setting(backups.SettingKey)
	if err != nil || !strings.HasPrefix(key, "age1") || h.Ran[len(h.Ran)-1] != "backup.now" {
		t.Errorf("the key is %q, %v; ran %q", key, err, h.Ran)
	}
	files, err := filepath.Glob(h.J.(Keeper).Path() + "*")
	if err != nil || len(files) == 0 {
		t.Fatalf("%q, %v", files, err)
	}
	for _, file := range files {
		if data, err := os.ReadFile(file); err != nil || strings.Contains(string(data), phrase) {
			t.Errorf("%s holds the passphrase, or %v", file, err)
		}
	}
	if mark, err := h.J.Setting(backups.SettingMark); err != nil || mark == "" {
		t.Errorf("the folder has no mark: %q, %v", mark, err)
	}
	h.Tap("settings.backups.stop")
	h.Sees("Choose a second folder")
	if key, err := h.J.Setting(backups.SettingKey); err != nil || key != "" {
		t.Errorf("the key stays: %q, %v", key, err)
	}
}

// TestAProtectedJournalsSecondFolderHasItsPassphrase asks for no other one, which would open nothing.
func TestAProtectedJournalsSecondFolderHasItsPassphrase(t *testing.T) {
	h := roomtest.Open(t)
	host := &shellLike{Host: h, protected: true}
	h.Enter(New(host, room.Place{Screen: room.Settings}), room.Place{Screen: room.Settings})
	h.Sees("the passphrase your journal has that day")
	h.Tap("settings.backups.second")
	h.SeesNot("New passphrase")
	folder := t.TempDir()
	h.Fill("backups.folder", folder)
	h.Tap("dialog/confirm")
	for key, want := range map[string]string{backups.SettingFolder: folder, backups.SettingKey: ""} {
		if kept, err := h.J.Setting(key); err != nil || kept != want {
			t.Errorf("%s is %q, %v", key, kept, err)
		}
	}
}

// TestASecondFolderThatIsAnotherNowIsToldAndCanBeUsedAgain with the passphrase that it had.
func TestASecondFolderThatIsAnotherNowIsToldAndCanBeUsedAgain(t *testing.T) {
	h := roomtest.Open(t)
	host := &shellLike{Host: h, protected: true}
	r := New(host, room.Place{Screen: room.Settings})
	h.Enter(r, room.Place{Screen: room.Settings})
	folder := t.TempDir()
	h.Tap("settings.backups.second")
	h.Fill("backups.folder", folder)
	h.Tap("dialog/confirm")
	key := "age1 of before"
	h.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: backups.SettingKey, Value: key}}}, "") //nolint:errcheck // looked at below
	h.SeesNot("No backup went to", "Use this folder again")
	emptied, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(emptied) != 1 || os.RemoveAll(emptied[0]) != nil {
		t.Fatalf("%q, %v", emptied, err)
	}
	if err := r.Reload(); err != nil {
		t.Fatal(err)
	}
	h.Sees("No backup went to "+folder, "connect it", "Look again")
	h.Tap("settings.backups.again")
	h.SeesNot("No backup went to", "Use this folder again")
	if kept, err := h.J.Setting(backups.SettingKey); err != nil || kept != key || h.Ran[len(h.Ran)-1] != "backup.now" {
		t.Errorf("the key is %q, %v; ran %q", kept, err, h.Ran)
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := r.Reload(); err != nil {
		t.Fatal(err)
	}
	h.Sees("The second folder for backups isn't there", "Look again")
	h.SeesNot("Use this folder again")
}
