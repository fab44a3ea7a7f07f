// Handback is a private desktop app for a manager who leads from behind.
package main

import (
	"fyne.io/fyne/v2/app"
	_ "github.com/adrg/xdg"
	_ "github.com/mattn/go-sqlite3"
)

func main() {
	a := app.NewWithID("io.github.handback")
	w := a.NewWindow("Handback")
	w.ShowAndRun()
}
