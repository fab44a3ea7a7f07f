package notes

import "strings"

// Secret opens a protected journal: one of the two is said.
type Secret struct {
	Passphrase string
	// Recovery is the recovery key as it was shown once, upper or lower case, with or without blanks and hyphens.
	Recovery string
}

// Protection is what the manager asks for when a journal is protected.
type Protection struct {
	Passphrase string
	// Keychain keeps the key in the system's keychain as well, so that the journal opens without a question on this computer.
	Keychain bool
}

// Protected is what became of a journal that was protected.
type Protected struct {
	// Recovery opens the journal where the passphrase is forgotten. It is shown once and kept nowhere.
	Recovery string
	// Left are the plain copies of the journal that are still on the disk: older copies, backups, folders that were kept up to date.
	Left []string
}

// recoveryStart begins every recovery key, in lower case, and no passphrase that anybody would choose.
const recoveryStart = "age-secret-key-"

// SecretOf takes what was typed for a recovery key where it can only be one, as it is or with what stands above it in the file that it
// was saved to, and otherwise for a passphrase.
func SecretOf(typed string) Secret {
	if strings.Contains(strings.ToLower(typed), recoveryStart) {
		return Secret{Recovery: typed}
	}
	return Secret{Passphrase: typed}
}
