package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2/lang"

	"handback/notes"
)

// SystemLocale is the locale that the system is set to, as of the program's start; env reads the environment.
func SystemLocale(env func(key string) string) notes.Locale {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return notes.LocaleOf(string(lang.SystemLocale()))
	}
	return envLocale(env)
}

// localeVars are where the environment says it, the strongest first.
const localeVars = "LC_ALL LC_TIME LANG"

// envLocale is what the environment says of times: the first of these that says anything.
func envLocale(env func(key string) string) notes.Locale {
	for _, key := range strings.Fields(localeVars) {
		if name := env(key); name != "" {
			return notes.LocaleOf(name)
		}
	}
	return notes.Locale{}
}
