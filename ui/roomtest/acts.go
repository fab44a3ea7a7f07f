package roomtest

// TakeBack takes the last change back, as "Undo" does.
func (h *Host) TakeBack() {
	h.T.Helper()
	if _, err := h.Apply(h.Undo, ""); err != nil {
		h.T.Fatal(err)
	}
	h.settle()
}

// Choose taps what opens a menu, and the line of that menu.
func (h *Host) Choose(key, line string) {
	h.T.Helper()
	h.Tap(key)
	h.Tap("menu/" + line)
}
