package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/reminders"
	"handback/notes/voice"
	"handback/ui/calendars"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Handy is a window that can be at hand all day.
type Handy interface {
	// AtHand is what is chosen for this computer; nil where nothing can be.
	AtHand() Computer
}

// Computer is what is chosen for this computer, and for no journal.
type Computer interface {
	Tray() bool
	SetTray(on bool) error
	AtLogin() (bool, error)
	SetAtLogin(on bool) error
	HasTray() bool
	LineKey() LineKey
}

// LineKey is what a key has to be bound to on this computer, for the small window for a line.
type LineKey struct {
	// Command is what opens it, wherever it is run.
	Command string
	// System is Go's name of the system, and Desktop what a Linux desktop calls itself, such as "ubuntu:GNOME".
	System, Desktop string
	// Entry is true where the Start menu of Windows has an entry for it.
	Entry bool
}

// PartAtHand is where the tray, reminders and the start at login are.
const PartAtHand = "athand"

// LineEntry is what the installer for Windows puts into the Start menu for it.
func LineEntry() string { return voice.T("Write a line in Handback") }

// howToBind says how a key opens the small window for a line. Windows has no settings in which a command gets a key; a shortcut gets
// one.
func howToBind(k LineKey) string {
	switch {
	case k.Entry:
		return voice.T("To write a line from anywhere, right-click “{entry}” in the Start menu and open its file location. "+
			"Then set a shortcut key in its properties.", "entry", LineEntry())
	case k.System == "windows":
		return voice.T("To write a line from anywhere, create a shortcut to this command on the Windows desktop. "+
			"Then set a shortcut key in its properties: {command}", "command", k.Command)
	case k.System == "darwin":
		return voice.T("To write a line from anywhere, create a shortcut in the Shortcuts app that runs this as a shell script. "+
			"Then assign it a key: {command}", "command", k.Command)
	}
	for _, name := range strings.Split(k.Desktop, ":") {
		switch strings.ToLower(name) {
		case "gnome":
			return voice.T("To write a line from anywhere, open GNOME's Settings, Keyboard, Custom Shortcuts. "+
				"Add a shortcut with this command: {command}", "command", k.Command)
		case "kde":
			return voice.T("To write a line from anywhere, open KDE's System Settings, Shortcuts. "+
				"Add a command and give it a key: {command}", "command", k.Command)
		case "xfce":
			return voice.T("To write a line from anywhere, open Xfce's Settings, Keyboard, Application Shortcuts. "+
				"Add this command: {command}", "command", k.Command)
		case "sway", "i3":
			return voice.T("To write a line from anywhere, add a line like this to your {desktop} settings file: {command}",
				"desktop", strings.ToLower(name), "command", "bindsym $mod+j exec "+k.Command)
		}
	}
	return voice.T("To write a line from anywhere, bind a key in your desktop's settings to this command: {command}",
		"command", k.Command)
}

// atHand is the card of what has Handback at hand all day: reminders, the tray, and the start at login.
func (r *Room) atHand() fyne.CanvasObject {
	only := room.ReadOnly(r.host)
	names := make([]string, len(reminders.Choices))
	for i, n := range reminders.Choices {
		names[i] = voice.N(n, "{n} minute before", "{n} minutes before")
		if n == 0 {
			names[i] = voice.T("Never")
		}
	}
	before := widgets.NewSelect("settings.remind.before", voice.T("Remind me of one-on-ones"), names,
		max(0, slices.Index(reminders.Choices, r.reminders.Before)), func(i int) {
			r.reminders.Before = reminders.Choices[i]
			r.putReminders()
		})
	morning := widgets.NewCheckbox("settings.remind.morning", voice.T("Tell me in the morning how many one-on-ones I have"),
		r.reminders.Morning,
		func(on bool) {
			r.reminders.Morning = on
			r.putReminders()
		})
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Reminders and tray"), ""),
		widgets.NewPara(14, widgets.Plain(
			voice.T("Your calendar is the best place for reminders. Export your one-on-ones to it, and each comes with one."))).Lead(20),
		widgets.HStack(8,
			widgets.NewSmallButton("settings.remind.calendar", widgets.Outlined, "cal", voice.T("Save for your calendar"), func() {
				calendars.Save(r.host, 0)
			}),
			widgets.Grow()),
		widgets.NewPara(13, widgets.Dim(voice.T("Handback can remind you too, while it's running. "+
			"Reminders show no names, and none appear while your journal is locked or you're in a one-on-one."))).Lead(19),
	}
	if only {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.T("This journal is read-only, so it has no reminders."))).Lead(19))
	} else {
		rows = append(rows, before, morning)
	}
	if h, ok := r.host.(Handy); ok {
		if c := h.AtHand(); c != nil {
			rows = append(rows, r.onComputer(c)...)
		}
	}
	return widgets.Card(6, rows...)
}

func (r *Room) putReminders() {
	row := notes.PutSetting{Key: reminders.KeyWants, Value: r.reminders.String()}
	_, _ = r.host.Apply(notes.Change{Rows: []notes.Row{row}}, "") // an error has been shown
}

// onComputer are the choices that hold for this computer.
func (r *Room) onComputer(c Computer) []fyne.CanvasObject {
	key := c.LineKey()
	login, err := c.AtLogin()
	r.host.Show(err)
	says := voice.T("With the icon, closing the window keeps Handback running: open it from the icon, and quit it there. " +
		"The icon appears the next time Handback starts.")
	if c.Tray() && r.noTray {
		says = voice.T("Your desktop has no tray, so there's no icon, and closing the window quits Handback. On GNOME, the " +
			"AppIndicator extension adds a tray.")
	}
	rows := []fyne.CanvasObject{widgets.NewPara(13, widgets.Dim(howToBind(key))).Lead(19)}
	if !key.Entry {
		rows = append(rows, widgets.HStack(8,
			widgets.NewSmallButton("settings.line.copy", widgets.Outlined, "copy", voice.T("Copy command"), func() {
				fyne.CurrentApp().Clipboard().SetContent(key.Command)
				r.host.Say(voice.T("Command copied"))
			}),
			widgets.Grow()))
	}
	return append(rows,
		widgets.Gap(2), widgets.Hairline(), widgets.Gap(2),
		widgets.NewCheckbox("settings.tray", voice.T("Show an icon in the tray"), c.Tray(), func(on bool) {
			r.host.Show(c.SetTray(on))
			r.askTray()
			r.draw()
		}),
		widgets.NewPara(13, widgets.Dim(says)).Lead(19),
		widgets.NewCheckbox("settings.login", voice.T("Start Handback when I sign in"), login, func(on bool) {
			r.host.Show(c.SetAtLogin(on))
			r.draw()
		}),
		widgets.NewPara(13, widgets.Dim(voice.T("With the icon, it starts without a window. These two settings apply to this computer, "+
			"whichever journal is open."))).Lead(19),
	)
}

// askTray asks whether the desktop has a tray, and draws what follows from that.
func (r *Room) askTray() {
	h, ok := r.host.(Handy)
	if !ok {
		return
	}
	c := h.AtHand()
	if c == nil || !c.Tray() {
		return
	}
	has := true
	r.host.Background(func() error {
		has = c.HasTray()
		return nil
	}, func(error) {
		if r.noTray == has {
			r.noTray = !has
			r.draw()
		}
	})
}
