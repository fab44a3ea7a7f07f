//go:build cgo && !windows && !darwin && !android && !ios

package ui

/*
#include <stdlib.h>

extern void handbackLastWords(void);

static inline void handbackAtExit(void) { atexit(handbackLastWords); }
*/
import "C"

// lastWords is what is done before the program ends because its display is gone. It is for the UI goroutine alone.
var lastWords func()

// onLostDisplay calls f when the connection to the display breaks. The library that holds it then ends the program with C's
// exit, in the middle of a call from the UI goroutine, which hears nothing of it: no event, no signal, no end of the event
// loop. What C runs at exit is all that is left, and it is run on that goroutine. Where Go ends the program it is not run.
func onLostDisplay(f func()) (disarm func()) {
	lastWords = f
	C.handbackAtExit()
	return func() { lastWords = nil }
}

//export handbackLastWords
func handbackLastWords() {
	if f := lastWords; f != nil {
		lastWords = nil
		f()
	}
}
