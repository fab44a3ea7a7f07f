//go:build !linux || flatpak

package paper

import "net/url"

// openAndWait leaves it to Fyne.
func openAndWait(*url.URL) (opens bool, err error) { return false, nil }
