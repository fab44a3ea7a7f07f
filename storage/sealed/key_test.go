package sealed

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"handback/notes"
)

func testKey(t testing.TB) *Key {
	t.Helper()
	k, err := NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestTheKeyComesBackForItsPassphraseAlone(t *testing.T) {
	folder := t.TempDir()
	k := testKey(t)
	const composed, decomposed = "caf\u00e9 table", "cafe\u0301 table"
	if err := writeKey(System, folder, k, composed, 10); err != nil {
		t.Fatal(err)
	}
	if st, err := os.Stat(filepath.Join(folder, KeyName)); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", st.Mode(), err)
	}
	for _, tt := range []struct {
		name string
		is   notes.Secret
		want error
	}{
		{"the passphrase", notes.Secret{Passphrase: composed}, nil},
		{"written by another keyboard", notes.Secret{Passphrase: decomposed}, nil},
		{"another one", notes.Secret{Passphrase: "cafe table"}, notes.ErrSecret},
		{"none", notes.Secret{}, notes.ErrSecret},
		{"the key itself", notes.Secret{Recovery: k.identity.String()}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadKey(folder, tt.is)
			if !errors.Is(err, tt.want) {
				t.Fatal(err)
			}
			if tt.want == nil && !bytes.Equal(got.LogKey(3), k.LogKey(3)) {
				t.Error("it is another key")
			}
		})
	}
	t.Run("no key file", func(t *testing.T) {
		if _, err := ReadKey(t.TempDir(), notes.Secret{Passphrase: composed}); !errors.Is(err, notes.ErrNoKey) {
			t.Error(err)
		}
	})
}

func TestEachGenerationHasALogKeyOfItsOwn(t *testing.T) {
	k, other := testKey(t), testKey(t)
	if bytes.Equal(k.LogKey(1), k.LogKey(2)) || bytes.Equal(k.LogKey(1), other.LogKey(1)) {
		t.Error("two logs have one key")
	}
}
