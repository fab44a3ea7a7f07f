package ui

import (
	"runtime"

	"fyne.io/fyne/v2/lang"

	"handback/notes"

	"handback/notes/voice"
)

// SystemLocale is the locale that the system is set to, as of the program's start; env reads the environment.
func SystemLocale(env func(key string) string) notes.Locale {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return notes.LocaleOf(string(lang.SystemLocale()))
	}
	return envLocale(env)
}

// envLocale is what the environment says of times: the first of these that says anything.
func envLocale(env func(key string) string) notes.Locale {
	for _, key := range []string{voice.T("LC_ALL"), voice.T("LC_TIME"), voice.T("LANG")} {
		if name := env(key); name != "" {
			return notes.LocaleOf(name)
		}
	}
	return notes.Locale{}
}
