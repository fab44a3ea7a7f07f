package ui

import (
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

var (
	user32     = syscall.NewLazyDLL("user32.dll")
	isIconic   = user32.NewProc("IsIconic")
	showWindow = user32.NewProc("ShowWindow")
)

// unminimise shows a window again that was minimised: giving it the keyboard doesn't.
func unminimise(win fyne.Window) {
	const restore = 9
	native, ok := win.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		at, ok := context.(driver.WindowsWindowContext)
		if !ok || isIconic.Find() != nil {
			return
		}
		if minimised, _, _ := isIconic.Call(at.HWND); minimised != 0 {
			_, _, _ = showWindow.Call(at.HWND, restore)
		}
	})
}
