//go:build !cgo || windows || darwin || android || ios

package ui

// onLostDisplay does nothing: these systems end the program together with their display, or tell it before.
func onLostDisplay(func()) (disarm func()) { return func() {} }
