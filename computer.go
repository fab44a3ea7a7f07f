package main

import (
	"os"

	"handback/storage"
	"handback/ui"
)

// hiddenFlag is the option by which a login starts the program: in the tray, where there is one.
const hiddenFlag = "hidden"

// computer is what is chosen for this computer.
type computer struct{ places storage.Places }

func (c computer) Tray() bool { return c.places.Tray() }

func (c computer) SetTray(on bool) error { return c.places.SetTray(on) }

func (computer) AtLogin() (bool, error) { return storage.StartsAtLogin() }

func (computer) SetAtLogin(on bool) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	return storage.SetStartAtLogin(on, program, "-"+hiddenFlag)
}

func (computer) HasTray() bool { return ui.SystemHasTray() }
