//go:build !linux

package widgets

func systemSelection() selection { return nil }
