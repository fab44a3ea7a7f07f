package room

import "handback/notes"

// Words are the manager's words for labels.
func Words(host Host) *notes.LabelWords { return host.Context(0, host.Today()).Words }

// Word is the word that a line of a label begins with, where a room tells how to write one.
func Word(host Host, l notes.Label) string { return Words(host).For(l) }
