package notes

// OpenBoxes are the todos of an imported note that name nobody: the empty boxes that are neither private nor in a list of people.
// Whose they were isn't said, since another program's task is often its writer's own; they have no people and nobody acts.
func OpenBoxes(body string, in Context) []Item {
	s := newSheet(body)
	var found []Item
	for i, line := range s.lines {
		text, is := in.bareBox(line)
		if !is || !s.files(i) || readStart(line).ticked || in.listsOf(&s)[i] || text == "" || text[0] == '\\' {
			continue
		}
		if _, filed := in.readOf(&s, i); filed {
			continue
		}
		h, ok := in.readHeading(line)
		if !ok || h.label != Todo || h.done {
			continue
		}
		text = line[h.textBegin:trimmedEnd(line)]
		t := peel(text, in.rules(Todo, Me, false))
		if t.said.state != Open {
			continue
		}
		it := Item{Line: i + 1, Raw: line, Label: Todo, Actor: Unsaid, State: History, Due: t.dueOn}
		it.Text, it.Tags = in.readText(cutTail(text, t), h)
		if it.Text == "" || isEmptyAnswer(it.Text, Todo) || in.onlyNames(it.Text) {
			continue
		}
		found = append(found, it)
	}
	return found
}
