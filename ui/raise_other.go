//go:build !windows

package ui

import "fyne.io/fyne/v2"

// unminimise is for Windows: elsewhere a window that gets the keyboard is shown again.
func unminimise(fyne.Window) {}
