package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"handback/notes"
	"handback/notes/voice"
)

// mostSecret is how long a passphrase may be that is read from a file descriptor.
const mostSecret = 64 << 10

// secretFrom reads what opens a protected journal where there is no window: the first line of a file descriptor, or, where none is
// named (fd < 0), what is typed in the terminal, of which nothing is shown.
func secretFrom(fd int) (notes.Secret, error) {
	if fd >= 0 {
		return secretOf(os.NewFile(uintptr(fd), "passphrase"))
	}
	in := int(os.Stdin.Fd())
	if !term.IsTerminal(in) {
		return notes.Secret{}, errors.New(voice.T("this journal is protected: run this in a terminal, or use -passphrase-fd N"))
	}
	fmt.Fprint(os.Stderr, voice.T("Passphrase (what you type isn't shown):"))
	typed, err := term.ReadPassword(in)
	fmt.Fprintln(os.Stderr)
	if err != nil {
		return notes.Secret{}, fmt.Errorf("read the passphrase: %w", err)
	}
	defer clear(typed)
	return notes.SecretOf(string(typed)), nil
}

func secretOf(f io.ReadCloser) (s notes.Secret, err error) {
	text, err := io.ReadAll(io.LimitReader(f, mostSecret))
	if err = errors.Join(err, f.Close()); err != nil {
		return s, fmt.Errorf("read the passphrase: %w", err)
	}
	defer clear(text)
	line, _, _ := strings.Cut(string(text), "\n")
	return notes.SecretOf(strings.TrimSuffix(line, "\r")), nil
}
