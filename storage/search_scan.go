package storage

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// scan is a text as words of plain letters are looked for in it: what is looked for is found as it stands, many bytes at a time,
// and only what is not plain is gone through letter by letter. Its room is used again for the next text.
type scan struct {
	text string // that was read last
	much bool   // too much of it is odd
	low  []byte // the text with plain letters in lower case, and behind it room to read eight bytes on
	odd  []span // where a word may be written in other letters, or goes on behind a hyphen, in order
	next []int  // of each thing looked for where it stands next, the end of the text where it does not
}

// mostOdd is of how many bytes of a text one may be odd: where more are, going through all of it takes no longer.
const mostOdd = 8

const (
	eachByte = 0x0101010101010101
	highBits = 0x80 * eachByte
)

// read takes a text, which may be the one of before; false where too much of it is odd.
func (s *scan) read(text string) bool {
	if s.text != text {
		s.text = text
		s.much = !s.lower()
	}
	return !s.much
}

// lower reads the text, as far as not too much of it is odd: then it is false.
func (s *scan) lower() bool {
	n := len(s.text)
	s.low, s.odd = append(append(s.low[:0], s.text...), make([]byte, 16)...), s.odd[:0]
	odd := 0
	for i := 0; i < n; i += 8 {
		x := binary.LittleEndian.Uint64(s.low[i:])
		plain := x &^ highBits
		capital := ((plain + (0x80-'A')*eachByte) ^ (plain + (0x7f-'Z')*eachByte)) &^ x & highBits
		binary.LittleEndian.PutUint64(s.low[i:], x|capital>>2)
		if (x|zeroBytes(x^'-'*eachByte))&highBits == 0 {
			continue
		}
		for k := i; k < min(i+8, n); k++ {
			if c := s.text[k]; c >= utf8.RuneSelf || c == '-' {
				if odd++; odd*mostOdd > n {
					return false
				}
				s.addOdd(s.text, k)
			}
		}
	}
	return true
}

// zeroBytes has the highest bit of the first byte that is zero, maybe of others behind it, and of none before it.
func zeroBytes(x uint64) uint64 { return (x - eachByte) &^ x & highBits }

// addOdd adds the word that holds byte i of a text, which is no plain letter, or ends there.
func (s *scan) addOdd(text string, i int) {
	last := len(s.odd) - 1
	if last >= 0 && i < s.odd[last].to {
		return
	}
	from, to := i, i+1
	for from > 0 && asciiLetters[text[from-1]] {
		from--
	}
	for text[i] >= utf8.RuneSelf && to < len(text) && (text[to] >= utf8.RuneSelf || asciiLetters[text[to]]) {
		to++
	}
	switch {
	case last >= 0 && from <= s.odd[last].to:
		s.odd[last].to = to
	case text[i] != '-' || from < i:
		s.odd = append(s.odd, span{from, to})
	}
}

// behind are those of some spans, in order, that end behind byte i.
func behind(odd []span, i int) []span {
	for len(odd) > 0 && odd[0].to <= i {
		odd = odd[1:]
	}
	return odd
}

// begin looks for the first of each of what is wanted from byte i on.
func (s *scan) begin(wanted [][]byte, i int) {
	s.next = s.next[:0]
	for _, want := range wanted {
		s.next = append(s.next, s.from(want, i))
	}
}

// at is where the next of what is wanted stands, from byte i on.
func (s *scan) at(wanted [][]byte, i int) int {
	for k, n := range s.next {
		if n < i {
			s.next[k] = s.from(wanted[k], i)
		}
	}
	return slices.Min(s.next)
}

// from is where a word stands from byte i on: first its first and last letter are looked for, in eight places at a time.
func (s *scan) from(want []byte, i int) int {
	n, last := len(s.text), len(want)-1
	if last == 0 {
		if at := bytes.IndexByte(s.low[min(i, n):n], want[0]); at >= 0 {
			return i + at
		}
		return n
	}
	one, other := uint64(want[0])*eachByte, uint64(want[last])*eachByte
	for ; i+last < n; i += 8 {
		both := binary.LittleEndian.Uint64(s.low[i:]) ^ one
		if i+last+8 <= len(s.low) {
			both |= binary.LittleEndian.Uint64(s.low[i+last:]) ^ other
		}
		for z := zeroBytes(both); z != 0; z &= z - 1 {
			at := i + bits.TrailingZeros64(z)/8
			if at+last < n && string(s.low[at:at+last+1]) == string(want) {
				return at
			}
		}
	}
	return n
}

// plainWords are the first words of terms where all of them are of plain letters, else nil.
func plainWords(terms []term) (words [][]byte) {
	for _, t := range terms {
		if !allASCII(t.folds[0]) {
			return nil
		}
		words = append(words, []byte(t.folds[0]))
	}
	return words
}
