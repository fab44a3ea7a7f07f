package ui

import (
	"encoding/base64"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/sys/windows/registry"

	"handback/notes/voice"
)

// toast has Windows show a notification. The words go in as base64, in which nothing means anything to PowerShell. The name at the end
// is the one under which Windows is told what the program is called.
const toast = `$ErrorActionPreference = 'Stop'; ` +
	`function words($s) { [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($s)) }; ` +
	`[Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime] > $null; ` +
	`[Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom.XmlDocument, ContentType = WindowsRuntime] > $null; ` +
	`$kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText02; ` +
	`$page = [xml] [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($kind).GetXml(); ` +
	`$page.GetElementsByTagName('text')[0].AppendChild($page.CreateTextNode((words 'TITLE'))) > $null; ` +
	`$page.GetElementsByTagName('text')[1].AppendChild($page.CreateTextNode((words 'TEXT'))) > $null; ` +
	`$xml = New-Object Windows.Data.Xml.Dom.XmlDocument; ` +
	`$xml.LoadXml($page.OuterXml); ` +
	`$toast = [Windows.UI.Notifications.ToastNotification]::new($xml); ` +
	`[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier('PROGRAM').Show($toast)`

var errNoSystemFolder = errors.New("Windows names no folder of its own")

// notify shows a notification of the system's. Fyne's own way names a file in the temporary folder without quotes, so that there is none
// where its path has a blank, as that of many a user has. Where Windows shows none either, the window says it.
func (s *Shell) notify(title, text string) {
	program := s.App.UniqueID()
	s.Clock.Background(func() error {
		_ = nameProgram(program, voice.T("Handback")) // without a name it may be shown all the same
		return showToast(program, title, text)
	}, func(err error) {
		if err != nil {
			s.Say(text)
		}
	})
}

// programNames is where Windows looks up what the program is called from which a notification is. It shows none of a program that has no
// name there. The installer writes it, too: who unpacked the zip has none.
const programNames = `Software\Classes\AppUserModelId\`

// nameProgram tells Windows what the program is called, unless it knows.
func nameProgram(program, name string) error {
	k, _, err := registry.CreateKey(registry.CURRENT_USER, programNames+program, registry.QUERY_VALUE|registry.SET_VALUE)
	if err != nil {
		return err
	}
	defer func() { _ = k.Close() }()
	if said, _, err := k.GetStringValue("DisplayName"); err == nil && said == name {
		return nil
	}
	return k.SetStringValue("DisplayName", name)
}

func showToast(program, title, text string) error {
	root := os.Getenv("SystemRoot")
	if root == "" {
		return errNoSystemFolder
	}
	say := base64.StdEncoding.EncodeToString
	script := strings.NewReplacer("TITLE", say([]byte(title)), "TEXT", say([]byte(text)), "PROGRAM", program).Replace(toast)
	cmd := exec.Command(filepath.Join(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe"),
		"-NoProfile", "-NonInteractive", "-Command", script)
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true}
	return cmd.Run()
}
