package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/systray"

	"handback/notes"
	"handback/notes/reminders"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/settings"
)

// Computer is what is chosen for this computer, and for no journal: it holds while one is locked.
type Computer interface {
	// Tray reports whether an icon of Handback is wanted in the tray.
	Tray() bool
	SetTray(on bool) error
	// Look is how the window looked last, by the settings of the journal that was open: theme and text size.
	Look() (theme, scale string)
	SetLook(theme, scale string) error
	// AtLogin reports whether Handback starts when one logs in.
	AtLogin() (bool, error)
	SetAtLogin(on bool) error
	// HasTray reports whether the desktop shows icons in a tray now. It may take a while.
	HasTray() bool
	// LineKey is what a key has to be bound to for the small window for a line.
	LineKey() settings.LineKey
}

// tray is the icon in the tray. Its menu names nobody: it is seen by whoever sees the screen.
type tray struct {
	on   bool
	said string // of the next one-on-one
	lock bool   // there is something to lock
}

// trayWait is how long a desktop that has just been logged into may take to show a tray.
const trayWait = 20 * time.Second

// startTray puts the icon into the tray where it is wanted. It goes there at the start of the program alone.
func (s *Shell) startTray() {
	if s.Computer == nil || !s.Computer.Tray() {
		return
	}
	if _, ok := s.App.(desktop.App); !ok {
		return
	}
	s.tray.on = true
	s.drawTray()
	s.Clock.After(trayNamedAfter, s.nameTray)
}

// trayNamedAfter is when the icon has been put into the tray in any case.
const trayNamedAfter = 2 * time.Second

// nameTray gives the icon its picture, and its name for who points at it or has the screen read. Fyne gives it both while the icon is
// still being put there, so that now and then it stays empty; and for a name it gives the program's id.
func (s *Shell) nameTray() {
	app, ok := s.App.(desktop.App)
	if !ok {
		return
	}
	app.SetSystemTrayIcon(look.AppIcon)
	systray.SetTitle(voice.T("Handback"))
	systray.SetTooltip(voice.T("Handback"))
}

// drawTray makes the tray's menu.
func (s *Shell) drawTray() {
	app, ok := s.App.(desktop.App)
	if !ok || !s.tray.on {
		return
	}
	s.tray.said, s.tray.lock = s.nextToSay(), s.mayLock()
	app.SetSystemTrayMenu(fyne.NewMenu(voice.T("Handback"), s.trayItems()...))
}

func (s *Shell) trayItems() (items []*fyne.MenuItem) {
	if s.tray.said != "" {
		next := fyne.NewMenuItem(s.tray.said, nil)
		next.Disabled = true
		items = append(items, next, fyne.NewMenuItemSeparator())
	}
	items = append(items, fyne.NewMenuItem(voice.T("Write a line"), s.writeLine), fyne.NewMenuItem(voice.T("Open Handback"), s.raise))
	if s.tray.lock {
		items = append(items, fyne.NewMenuItem(voice.T("Lock now"), s.lock))
	}
	quit := fyne.NewMenuItem(voice.T("Quit"), func() {
		s.raise() // it may ask something
		s.quit()
	})
	quit.IsQuit = true
	return append(items, fyne.NewMenuItemSeparator(), quit)
}

// retray draws the menu anew where it says something else by now.
func (s *Shell) retray() {
	if s.tray.on && (s.nextToSay() != s.tray.said || s.mayLock() != s.tray.lock) {
		s.drawTray()
	}
}

// nextToSay is when the next one-on-one is, without whose it is; "" where none is known or nothing is to be said.
func (s *Shell) nextToSay() string {
	if s.journal == nil || s.lookedOn() {
		return ""
	}
	now := s.Now()
	for _, m := range reminders.Of(s.roster, now) {
		day := notes.DateOf(m.At.In(now.Location()))
		switch {
		case day < notes.DateOf(now) || m.Timed && m.At.Before(now):
		case m.Timed:
			return voice.T("Next one-on-one: {day}, {time}", "day", notes.SayShort(day, notes.DateOf(now)),
				"time", s.Locale().SayTime(m.At.In(now.Location()).Format("15:04")))
		default:
			return voice.T("Next one-on-one: {day}", "day", notes.SayShort(day, notes.DateOf(now)))
		}
	}
	return ""
}

// closeWindow is for the button in the title bar. With an icon in the tray the program goes on, and the window can be opened from there;
// where the tray is gone by now it ends.
func (s *Shell) closeWindow() {
	if !s.tray.on {
		s.quit()
		return
	}
	has := false
	s.Clock.Background(func() error {
		has = s.Computer.HasTray()
		return nil
	}, func(error) {
		if !has {
			s.quit()
			return
		}
		if s.journal != nil {
			if err := s.draft.Flush(); err != nil {
				s.Show(err)
				return
			}
		}
		s.win.Hide()
	})
}

// showUnlessHidden shows the window. One that starts with the login stays in the tray, where there is one.
func (s *Shell) showUnlessHidden(hidden bool) {
	if !hidden || !s.tray.on {
		s.win.Show()
		return
	}
	s.awaitTray(s.Now().Add(trayWait))
}

func (s *Shell) awaitTray(until time.Time) {
	has := false
	s.Clock.Background(func() error {
		has = s.Computer.HasTray()
		return nil
	}, func(error) {
		switch {
		case has:
		case s.Now().Before(until):
			s.Clock.After(time.Second, func() { s.awaitTray(until) })
		default:
			s.raise()
		}
	})
}

// AtHand is what is chosen for this computer, for Settings.
func (s *Shell) AtHand() settings.Computer {
	if s.Computer == nil {
		return nil
	}
	return s.Computer
}
