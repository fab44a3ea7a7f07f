package main

// noCoreDump does nothing: Windows writes none unless the user asks for it.
func noCoreDump() error { return nil }
