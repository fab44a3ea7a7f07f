package ui

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

// The names of what shows icons in a tray.
const (
	trayWatcher = "org.kde.StatusNotifierWatcher"
	trayPath    = dbus.ObjectPath("/StatusNotifierWatcher")
)

// trayPatience is how long the desktop may take to answer.
const trayPatience = time.Second

// SystemHasTray reports whether the desktop shows icons in a tray: GNOME does with an extension only.
func SystemHasTray() bool {
	ctx, cancel := context.WithTimeout(context.Background(), trayPatience)
	defer cancel()
	bus, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer func() { _ = bus.Close() }()
	var there dbus.Variant
	err = bus.Object(trayWatcher, trayPath).CallWithContext(ctx, properties+".Get", dbus.FlagNoAutoStart, trayWatcher,
		"IsStatusNotifierHostRegistered").Store(&there)
	has, _ := there.Value().(bool)
	return err == nil && has
}
