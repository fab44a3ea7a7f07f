package storage

import (
	"os"
	"path/filepath"
	"testing"

	"handback/storage/sealed"
)

func TestAKeyFileNamesItsJournal(t *testing.T) {
	dir := t.TempDir()
	vault, plain, other := filepath.Join(dir, "mine.handback"), filepath.Join(dir, FileName), filepath.Join(dir, "other.age")
	if err := os.Mkdir(vault, 0o700); err != nil {
		t.Fatal(err)
	}
	key, second := filepath.Join(vault, sealed.KeyName), filepath.Join(vault, sealed.KeyCopyName)
	for _, file := range []string{key, second, plain, other} {
		if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for file, want := range map[string]string{key: vault, second: vault, vault: vault, plain: plain, other: other} {
		if got, err := Named(file); err != nil || got != want {
			t.Errorf("%s names %s, %v; want %s", file, got, err, want)
		}
	}
}
