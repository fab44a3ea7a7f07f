package notes

// QuietAnswer says that the manager was asked once, about one line of a note, whether to keep quiet about its person. Mark
// tells that line from the note's others and says nothing of its words.
type QuietAnswer struct {
	NoteUID string
	Mark    string
}

func (QuietAnswer) row() {}
