//go:build !windows

package main

// useConsole does nothing: the program has the terminal that it was started from.
func useConsole() {}
