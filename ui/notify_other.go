//go:build !windows

package ui

import "fyne.io/fyne/v2"

// notify shows a notification of the system's.
func (s *Shell) notify(title, text string) {
	s.App.SendNotification(fyne.NewNotification(title, text))
}
