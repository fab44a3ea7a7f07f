// Package letgo has the toolkit let go of what left the screen after twelve seconds instead of a minute: who goes from person
// to person would otherwise have the screens of a whole minute in memory, renderers and textures, which nobody sees again.
//
// Fyne reads the time from its environment while its packages are initialised, and gives no other way. Of all packages
// whose imports are ready, Go initialises the one first whose path sorts first: this one needs package syscall alone, and is
// ready before package os, which Fyne needs. The test of the package holds that the time has arrived.
package letgo

import "syscall"

// After is how long Fyne keeps what it drew of a screen that was left. It marks what is in view ten seconds before that is
// over: at ten or less it would do so sixty times a second.
const After = "12s"

const envFyneCache = "FYNE_CACHE"

func init() {
	if _, set := syscall.Getenv(envFyneCache); !set {
		_ = syscall.Setenv(envFyneCache, After) // where the system refuses, Fyne keeps them for a minute
	}
}
