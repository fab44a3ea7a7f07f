package prompt

// hints are pieces of words, one of which stands in every line that a pattern finds: to look for them first spares the work
// where there is nothing, which is nearly always. They are looked for in all that was written lately, by a dozen kinds, so
// that it is done in one pass over the bytes, without a copy.
type hints struct {
	begins [1 << 10]uint64     // a bit for each pair of bytes, whether a piece begins with it
	after  map[uint16][]string // what follows such a pair
}

// hintsOf makes hints of pieces in small letters, of two bytes or more. A blank in a piece stands for the line's beginning, too.
func hintsOf(pieces ...string) *hints {
	h := &hints{after: map[uint16][]string{}}
	for _, piece := range pieces {
		pair := uint16(plainByte(piece[0]))<<8 | uint16(plainByte(piece[1]))
		h.begins[pair>>6] |= 1 << (pair & 63)
		h.after[pair] = append(h.after[pair], piece[2:])
	}
	return h
}

// in reports whether a piece stands in text, a line or a whole note, in any case.
func (h *hints) in(text string) bool {
	pair := uint16(' ')
	for i := range len(text) {
		pair = pair<<8 | uint16(plainByte(text[i]))
		if h.begins[pair>>6]&(1<<(pair&63)) == 0 {
			continue
		}
		for _, rest := range h.after[pair] {
			if beginsPlainly(text[i+1:], rest) {
				return true
			}
		}
	}
	return false
}

func beginsPlainly(text, piece string) bool {
	if len(text) < len(piece) {
		return false
	}
	for i := range len(piece) {
		if plainByte(text[i]) != plainByte(piece[i]) {
			return false
		}
	}
	return true
}

// plainByte is a byte in a small letter, and a blank for what a line may begin with.
func plainByte(b byte) byte { return plainBytes[b] }

var plainBytes = func() (plain [256]byte) {
	for i := range plain {
		switch b := byte(i); {
		case 'A' <= b && b <= 'Z':
			plain[i] = b + 'a' - 'A'
		case b < ' ' || b == '-' || b == '*' || b == '+' || b == '>' || b == 0xA2: // the last one ends a bullet
			plain[i] = ' '
		default:
			plain[i] = b
		}
	}
	return plain
}()
