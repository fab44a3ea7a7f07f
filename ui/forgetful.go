package ui

import "fyne.io/fyne/v2"

// lastFolderKey is under which Fyne's file dialogs keep the folder that they showed last.
const lastFolderKey = "fyne:fileDialogLastFolder"

// keepNothing has the toolkit's preferences stay in memory: its file dialogs note in them which folder they showed, in a plain file
// of the settings folder, and the name of a folder may say whom somebody writes about. What an earlier version left there goes.
func keepNothing(a fyne.App) {
	if p := a.Preferences(); p.String(lastFolderKey) != "" {
		p.RemoveValue(lastFolderKey)
	}
	a.SetCloudProvider(forgetful{})
}

// forgetful is for Fyne who keeps preferences; it keeps none.
type forgetful struct{}

func (forgetful) ProviderName() string        { return "memory" }
func (forgetful) ProviderDescription() string { return "" }
func (forgetful) ProviderIcon() fyne.Resource { return nil }
func (forgetful) Cleanup(fyne.App)            {}
func (forgetful) Setup(fyne.App) error        { return nil }

// CloudPreferences implements fyne.CloudProviderPreferences. Fyne writes to the disk what it made itself; this it doesn't know.
func (forgetful) CloudPreferences(a fyne.App) fyne.Preferences { return inMemory{a.Preferences()} }

type inMemory struct{ fyne.Preferences }
