package main

import (
	"errors"
	"os"
	"runtime"
	"strings"

	"handback/notes/voice"
)

// noDisplay says that there is no display to show a window on.
func noDisplay() error {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New(voice.T("no display found: start Handback from a desktop session (DISPLAY and WAYLAND_DISPLAY are empty)"))
	}
	return nil
}

// started starts the window. Where the display that DISPLAY names isn't to be reached, as another user or over ssh, the toolkit panics.
func started(start func() error) (err error) {
	defer func() {
		panicked := recover()
		if panicked == nil {
			return
		}
		said, is := panicked.(error)
		if !is || !strings.HasPrefix(said.Error(), "NotInitialized") { // what GLFW calls it
			panic(panicked)
		}
		err = errors.New(voice.T("can't reach the display: start Handback from your own desktop session (DISPLAY is “{display}”)",
			"display", os.Getenv("DISPLAY")))
	}()
	return start()
}
