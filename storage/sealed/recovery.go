package sealed

import (
	"fmt"
	"strings"

	"filippo.io/age"

	"handback/notes"
	"handback/notes/voice"
)

// The recovery key is the text of the age identity itself, so that stock age opens a snapshot with it too. Its last six letters
// are a checksum (bech32's), by which a letter that was typed wrong is known.

// identityStart begins the text of every age identity.
const identityStart = "AGE-SECRET-KEY-1"

// groupLength is how many letters stand together.
const groupLength = 6

// RecoveryText is the recovery key as it is shown, in groups: "AGE-SECRET-KEY-1 QPZRY9 …".
func (k *Key) RecoveryText() string {
	text := strings.TrimPrefix(k.identity.String(), identityStart)
	groups := []string{identityStart}
	for len(text) > groupLength {
		groups = append(groups, text[:groupLength])
		text = text[groupLength:]
	}
	return strings.Join(append(groups, text), " ")
}

// asWritten are letters that the alphabet has not, and what they are taken for where a hand wrote them.
var asWritten = strings.NewReplacer("O", "0", "I", "L", "1", "L", "B", "8")

// ReadRecovery reads a recovery key as it was typed: in upper or lower case, with or without blanks, hyphens and the part that
// all keys begin with. It returns ErrSecret where it can't be one, as Invalid with a sentence that says so.
func ReadRecovery(typed string) (*Key, error) {
	letters := strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, strings.ToUpper(typed))
	letters = asWritten.Replace(strings.TrimPrefix(letters, strings.ReplaceAll(identityStart, "-", "")))
	id, err := age.ParseX25519Identity(identityStart + letters)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", notes.ErrSecret, notes.Invalid{
			Field: voice.T("Recovery key"),
			Why:   voice.T("There's a typing mistake in that recovery key, or a part is missing. Check each group."),
		})
	}
	return keyOf(id)
}
