package notes

// ProseLines says for each line of body whether it is the writer's own open word: neither private, nor quoted, nor in a
// fence.
func ProseLines(body string) []bool {
	s := newSheet(body)
	out := make([]bool, len(s.lines))
	for i := range s.lines {
		out[i] = s.files(i)
	}
	return out
}
