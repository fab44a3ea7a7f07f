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
	typed, err := typedUnseen(in)
	fmt.Fprintln(os.Stderr)
	if err != nil {
		return notes.Secret{}, err
	}
	defer clear(typed)
	return notes.SecretOf(string(typed)), nil
}

// typedUnseen is what is typed in the terminal. Where that is told to stop, the terminal shows again what is typed.
func typedUnseen(in int) ([]byte, error) {
	shown, err := term.GetState(in)
	if err != nil {
		return nil, fmt.Errorf("read the passphrase: %w", err)
	}
	typed, err := untilStopped(func() ([]byte, error) { return term.ReadPassword(in) })
	if errors.Is(err, errStopped) {
		err = errors.Join(err, term.Restore(in, shown))
	}
	return typed, err
}

// untilStopped waits for what is read, and no longer where the program is told to stop: Ctrl+C would wait for Enter. What is being
// read then ends with the program.
func untilStopped(read func() ([]byte, error)) ([]byte, error) {
	stopped, listened := toldToStop()
	defer listened()
	type answer struct {
		text []byte
		err  error
	}
	came := make(chan answer, 1)
	go func() {
		text, err := read()
		came <- answer{text, err}
	}()
	select {
	case <-stopped:
		return nil, errStopped
	case a := <-came:
		if a.err != nil {
			return nil, fmt.Errorf("read the passphrase: %w", a.err)
		}
		return a.text, nil
	}
}

func secretOf(f io.ReadCloser) (s notes.Secret, err error) {
	text, err := untilStopped(func() ([]byte, error) {
		text, err := io.ReadAll(io.LimitReader(f, mostSecret))
		return text, errors.Join(err, f.Close())
	})
	if err != nil {
		return s, err
	}
	defer clear(text)
	line, _, _ := strings.Cut(string(text), "\n")
	return notes.SecretOf(strings.TrimSuffix(line, "\r")), nil
}
