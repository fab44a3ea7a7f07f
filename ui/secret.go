package ui

// CopySecret puts a secret, such as a recovery key, on the clipboard, and takes it off again after a minute, when the window is
// blanked or locked, and when it closes, unless something else was copied meanwhile.
func (s *Shell) CopySecret(text string) { s.secret.Copy(text) }

// DropSecret takes it off now.
func (s *Shell) DropSecret() { s.secret.Drop() }
