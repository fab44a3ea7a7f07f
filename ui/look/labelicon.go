package look

// LabelIcon is the icon of a label by its word ("todo", "step in"); what has none of its own (prose) is a page.
func LabelIcon(word string) string {
	switch word {
	case "todo", "decided", "praise", "idea", "need", "ask", "topic", "stuck":
		return word
	case "feedback":
		return "quote"
	case "step in":
		return "flag"
	case "private":
		return "lock"
	}
	return "page"
}
