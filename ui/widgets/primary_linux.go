package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

func systemSelection() selection { return &linuxSelection{} }

// linuxSelection is X11's primary selection, or under Wayland our own.
type linuxSelection struct{ own string }

// onX11 tells whether the window is one of X11's: GLFW must be asked nothing else before it runs, as in a test.
func onX11() bool {
	return fmt.Sprintf("%T", fyne.CurrentApp().Driver()) == "*glfw.gLDriver" && glfw.GetPlatform() == glfw.PlatformX11
}

func (s *linuxSelection) get() string {
	if !onX11() {
		if s.own != "" {
			return s.own
		}
		return fyne.CurrentApp().Clipboard().Content()
	}
	text := glfw.GetX11SelectionString()
	_, _ = glfw.GetError() // nothing is selected anywhere: an error that would end the program at Fyne's next call
	return text
}

func (s *linuxSelection) set(text string) {
	if !onX11() {
		s.own = text
		return
	}
	glfw.SetX11SelectionString(text)
	_, _ = glfw.GetError()
}
