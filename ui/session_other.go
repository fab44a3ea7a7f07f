//go:build !linux

package ui

// SystemSession is nil where the system's own word for sleep and a locked screen isn't listened to.
func SystemSession() Session { return nil }
