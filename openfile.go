package main

import (
	"errors"
	"flag"
	"strings"

	"handback/notes/voice"
	"handback/storage"
)

// fileNamed is the journal that is named without an option, as a file manager does it: "" where there is none. More words, and one
// beside -journal or -sample, are refused: options that stand behind a word aren't read, and the usual journal would be opened.
func fileNamed(words []string, otherwise bool) (string, error) {
	switch {
	case len(words) == 0:
		return "", nil
	case len(words) == 1 && !otherwise && !strings.HasPrefix(words[0], "-"):
		return storage.Named(words[0])
	}
	return "", errors.New(voice.T("this isn't an option, or it needs a value, such as -journal FILE: “{word}”",
		"word", words[0]))
}

// askedFor is the journal that the words behind the options name; no option may be empty.
func askedFor(options *flag.FlagSet, otherwise bool) (string, error) {
	if err := noneEmpty(options.Visit); err != nil {
		return "", err
	}
	return fileNamed(options.Args(), otherwise)
}

// noneEmpty refuses an option that names a folder or a file and is empty: in a script, -export "$FOLDER" of an unset FOLDER would open
// a window and wait. Visit calls for each option that was given.
func noneEmpty(visit func(func(*flag.Flag))) (err error) {
	visit(func(f *flag.Flag) {
		if f.Value.String() == "" {
			err = errors.New(voice.T("-{option} is empty: name a folder or file", "option", f.Name))
		}
	})
	return err
}
