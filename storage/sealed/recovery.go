package sealed

import (
	"fmt"
	"strconv"
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
// all keys begin with, and after whatever stands before that, as in the file that it was saved to. It returns ErrSecret where it can't
// be one, as Invalid with a sentence that says where the mistake is, as far as the checksum tells.
func ReadRecovery(typed string) (*Key, error) {
	typed = strings.ToUpper(typed)
	if _, key, ok := strings.Cut(typed, identityStart); ok {
		typed = key
	}
	groups := strings.FieldsFunc(typed, func(r rune) bool { return ('A' > r || r > 'Z') && ('0' > r || r > '9') })
	letters := strings.TrimPrefix(strings.Join(groups, ""), strings.ReplaceAll(identityStart, "-", ""))
	letters = asWritten.Replace(letters)
	id, err := age.ParseX25519Identity(identityStart + letters)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", notes.ErrSecret, notes.Invalid{Field: voice.T("Recovery key"), Why: sayMistyped(groups, letters)})
	}
	return keyOf(id)
}

// keyLetters is how many letters a recovery key has behind what all begin with.
const keyLetters = 58

// sayMistyped says what is wrong with what was typed of a recovery key, in the groups in which it was typed.
func sayMistyped(groups []string, letters string) string {
	if at := slip(letters); at >= 0 {
		return sayInGroup(at/groupLength + 2) // the first is what all begin with
	}
	all := (keyLetters + groupLength - 1) / groupLength
	switch missing := keyLetters - len(letters); {
	case missing == 0 || letters == "":
	case len(groups) == all:
		for i, g := range groups {
			if want := min(groupLength, keyLetters-i*groupLength); len(g) != want {
				return sayInGroup(i + 2)
			}
		}
	case missing > 0 && missing < keyLetters/2:
		return voice.N(missing, "{n} character of that recovery key is missing. Check each group.",
			"{n} characters of that recovery key are missing. Check each group.")
	case missing < 0 && -missing < groupLength:
		return voice.N(-missing, "That recovery key has {n} character too many. Check each group.",
			"That recovery key has {n} characters too many. Check each group.")
	}
	return voice.T("There's a typing mistake in that recovery key, or a part is missing. Check each group.")
}

func sayInGroup(n int) string {
	return voice.T("There's a typing mistake in group {n} of the recovery key. {start} is group 1.",
		"n", strconv.Itoa(n), "start", identityStart)
}

// keyAlphabet are the letters of a recovery key, each at its value.
const keyAlphabet = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"

// slip is the place of the one letter that is wrong in a key of the right length, or of the first of two that changed places; -1 where
// the checksum doesn't tell. Of keys that differ in one letter from what was typed there is one at most: whole ones differ in five.
func slip(letters string) int {
	if len(letters) != keyLetters {
		return -1
	}
	typed := []byte(letters)
	for i, was := range typed {
		for _, r := range []byte(keyAlphabet) {
			if typed[i] = r; r != was && isWhole(typed) {
				return i
			}
		}
		typed[i] = was
	}
	for i := range len(typed) - 1 {
		typed[i], typed[i+1] = typed[i+1], typed[i]
		if isWhole(typed) {
			return i
		}
		typed[i], typed[i+1] = typed[i+1], typed[i]
	}
	return -1
}

// isWhole reports whether the checksum of a key (bech32's) is right.
func isWhole(letters []byte) bool {
	sum := uint32(1)
	add := func(value int) {
		top := sum >> 25
		sum = sum&0x1ffffff<<5 ^ uint32(value)
		for i, generator := range []uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			if top>>i&1 == 1 {
				sum ^= generator
			}
		}
	}
	kind := strings.ToLower(strings.TrimSuffix(identityStart, "1"))
	for _, r := range []byte(kind) {
		add(int(r >> 5))
	}
	add(0)
	for _, r := range []byte(kind) {
		add(int(r & 31))
	}
	for _, r := range letters {
		add(strings.IndexByte(keyAlphabet, r))
	}
	return sum == 1
}
