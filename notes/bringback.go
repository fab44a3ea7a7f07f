package notes

// BringBack brings a note, or a person with all that is theirs, back from a backup. A note that is there gets the text that it had
// in the backup; the text that it has now is kept among its earlier versions. Of a person comes what is missing, and nothing that
// is there is changed.
type BringBack struct {
	Backup string // the file
	Secret Secret // of a sealed one
	Note   string // uid of the note; "" where a person is brought back
	Person string // uid of the person
}

func (BringBack) row() {}
