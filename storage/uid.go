package storage

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
)

var uidText = base32.NewEncoding(strings.ToLower("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")).WithPadding(base32.NoPadding)

// newUID is 128 random bits in 26 letters and digits.
func newUID() string {
	var b [16]byte
	if _, err := rand.Read(b[:]); err != nil {
		panic("storage: the system gives no random numbers: " + err.Error())
	}
	return uidText.EncodeToString(b[:])
}

// keepUID is uid, or a new one where it is empty.
func keepUID(uid string) string {
	if uid == "" {
		return newUID()
	}
	return uid
}
