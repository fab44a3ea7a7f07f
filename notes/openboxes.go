package notes

// OpenBoxes are the todos of an imported note that name nobody: the empty boxes that are neither private nor in a list of people.
// Whose they were isn't said, since another program's task is often its writer's own; they have no people and nobody acts.
func OpenBoxes(body string, in Context) []Item {
	s := newSheet(body)
	var found []Item
	for i, line := range s.lines {
		text, is := in.bareBox(line)
		if !is || !s.files(i) || text == "" || text[0] == '\\' || in.listsOf(&s)[i] {
			continue
		}
		if _, filed := in.readOf(&s, i); filed {
			continue
		}
		if it, ok := in.openBox(line); ok {
			it.Line = i + 1
			found = append(found, it)
		}
	}
	return found
}

// openBox reads an empty box, whoever's it is.
func (in Context) openBox(line string) (Item, bool) {
	h, ok := in.readHeading(line)
	if !ok || h.label != Todo || h.done || h.ticked {
		return Item{}, false
	}
	text := line[h.textBegin:trimmedEnd(line)]
	t := peel(text, in.rules(Todo, Me, false))
	it := Item{Raw: line, Label: Todo, Actor: Unsaid, State: History, Due: t.dueOn}
	it.Text, it.Tags = in.readText(cutTail(text, t), h)
	return it, t.said.state == Open && it.Text != "" && !isEmptyAnswer(it.Text, Todo) && !in.onlyNames(it.Text)
}
