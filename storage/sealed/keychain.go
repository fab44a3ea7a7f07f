package sealed

import (
	"errors"

	"github.com/zalando/go-keyring"

	"handback/notes"
)

// keychainService is what the system's keychain calls our keys.
const keychainService = "Handback"

// KeepInKeychain keeps the key in the system's keychain, under the folder of the journal. The keychain is never its only
// holder: the key file stays.
func KeepInKeychain(folder string, k *Key) error {
	return keyring.Set(keychainService, folder, k.identity.String())
}

// DropFromKeychain takes the key out of the system's keychain. Where it has none, nothing is done.
func DropFromKeychain(folder string) error {
	if err := keyring.Delete(keychainService, folder); err != nil && !errors.Is(err, keyring.ErrNotFound) {
		return err
	}
	return nil
}

// FromKeychain is the key that the system's keychain keeps for the journal in a folder; ErrLocked where it has none.
func FromKeychain(folder string) (*Key, error) {
	text, err := keyring.Get(keychainService, folder)
	if err != nil {
		return nil, notes.ErrLocked
	}
	return keyOfText(text)
}
