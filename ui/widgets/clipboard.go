package widgets

// ownClipboard holds a text of ours, to insert it as if it were pasted.
type ownClipboard string

func (c ownClipboard) Content() string   { return string(c) }
func (c ownClipboard) SetContent(string) {}
