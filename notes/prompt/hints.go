package prompt

// hints are pieces of words, one of which stands in every line that a pattern finds: to look for them first spares the work
// where there is nothing, which is nearly always. They are looked for in all that was written lately, by a dozen kinds, so
// that it is done in one pass over the bytes, without a copy.
type hints struct {
	begins [triples / 64]uint64 // a bit for each three bytes, whether a piece may begin with them
	pieces map[uint][]string    // by their first two bytes
}

// A byte counts by its last five bits: enough to tell letters and a blank apart.
const (
	byteBits = 5
	triples  = 1 << (3 * byteBits)
)

// hintsOf makes hints of pieces in small letters, of two bytes or more. A blank in a piece stands for the line's beginning, too.
func hintsOf(pieces ...string) *hints {
	h := &hints{pieces: map[uint][]string{}}
	for _, piece := range pieces {
		pair := bitsOf(piece[0])<<byteBits | bitsOf(piece[1])
		h.pieces[pair] = append(h.pieces[pair], piece)
		if len(piece) > 2 {
			h.mayBegin(pair<<byteBits | bitsOf(piece[2]))
			continue
		}
		for third := range uint(1 << byteBits) {
			h.mayBegin(pair<<byteBits | third)
		}
	}
	return h
}

func (h *hints) mayBegin(triple uint) { h.begins[triple/64] |= 1 << (triple % 64) }

// in reports whether a piece stands in text, a line or a whole note, in any case. Before the text and behind it a blank is
// read, so that each of its bytes is once in the middle of three.
func (h *hints) in(text string) bool {
	triple := bitsOf(' ')
	if len(text) > 0 {
		triple = triple<<byteBits | bitsOf(text[0])
	}
	for i := range len(text) {
		next := bitsOf(' ')
		if i+1 < len(text) {
			next = bitsOf(text[i+1])
		}
		triple = (triple<<byteBits | next) % triples
		if h.begins[triple/64]&(1<<(triple%64)) != 0 && h.beginsAt(text, i-1, triple>>byteBits) {
			return true
		}
	}
	return false
}

// beginsAt reports whether a piece with that pair begins at byte i of a text; -1 is the blank before it.
func (h *hints) beginsAt(text string, i int, pair uint) bool {
	for _, piece := range h.pieces[pair] {
		switch {
		case i >= 0 && beginsPlainly(text[i:], piece), i < 0 && piece[0] == ' ' && beginsPlainly(text, piece[1:]):
			return true
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

func bitsOf(b byte) uint { return uint(plainByte(b)) & (1<<byteBits - 1) }

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
