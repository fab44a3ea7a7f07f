package incoming

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"handback/notes/voice"
)

// Refused is a file, or a whole archive, that isn't read. Why is a sentence for the manager that says what to do.
type Refused struct{ Why string }

func (e Refused) Error() string { return e.Why }

// Why is the sentence for the manager of an error that a file of a tree gave.
func Why(err error) string {
	var refused Refused
	if errors.As(err, &refused) {
		return refused.Why
	}
	return voice.T("This file couldn't be read. Check that it opens in another program.")
}

// Text is the text of a file in whatever encoding it is: UTF-8 and UTF-16 with or without a byte order mark, or Windows-1252.
// What it gives is NFC, its lines end in LF, and it has neither a mark nor a NUL. What is no text is refused, with a Refused.
func Text(b []byte) (string, error) {
	if len(b) > MaxFile {
		return "", Refused{voice.T("This file is larger than {n} MB. Split it into smaller files and try again.", "n", MaxFile>>20)}
	}
	if why := otherKind(bytes.TrimLeft(b, "\ufeff")); why != "" {
		return "", Refused{why}
	}
	s, ok := decoded(b)
	if !ok {
		return "", Refused{voice.T("This isn't a text file, or its encoding is unknown. Save it as plain text in UTF-8 and try again.")}
	}
	return norm.NFC.String(lines(s)), nil
}

// otherKind knows files that look like text at first, and are not.
func otherKind(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte(`{\rtf`)):
		return voice.T("This is a rich text file. Save it as plain text or as a Word document (.docx) and try again.")
	case bytes.HasPrefix(b, []byte("%PDF-")):
		return voice.T("Handback can't read PDF. Export it as plain text or as a Word document (.docx) and try again.")
	}
	return ""
}

// decoded reports whether b is text, and what it says.
func decoded(b []byte) (string, bool) {
	utf8BOM, le, be := []byte("\xef\xbb\xbf"), []byte("\xff\xfe"), []byte("\xfe\xff")
	switch {
	case bytes.HasPrefix(b, utf8BOM):
		s := eightBits(b[len(utf8BOM):])
		return s, plausible(s)
	case bytes.HasPrefix(b, le) && !bytes.HasPrefix(b, []byte("\xff\xfe\x00\x00")):
		return sixteenBits(b[len(le):], binary.LittleEndian)
	case bytes.HasPrefix(b, be):
		return sixteenBits(b[len(be):], binary.BigEndian)
	case bytes.IndexByte(b, 0) >= 0:
		return withoutMark(b)
	case utf8.Valid(b):
		return string(b), plausible(string(b))
	case mostlyUTF8(b):
		s := eightBits(b)
		return s, plausible(s)
	}
	s, ok := western(b)
	return s, ok && plausible(s)
}

// withoutMark is UTF-16 without a mark, the way round that reads as text. Text in UTF-16 has a zero in each blank and line end.
func withoutMark(b []byte) (string, bool) {
	little, isLittle := sixteenBits(b, binary.LittleEndian)
	big, isBig := sixteenBits(b, binary.BigEndian)
	isLittle = isLittle && assigned(little) && usual(little) > 0
	isBig = isBig && assigned(big) && usual(big) > 0
	switch {
	case isLittle && isBig && usual(big) > usual(little):
		return big, true
	case isLittle:
		return little, true
	}
	return big, isBig
}

// usual counts what hardly occurs in UTF-16 that is read the wrong way round.
func usual(s string) int {
	n := 0
	for _, r := range s {
		if r == '\n' || r == ' ' || r < utf8.RuneSelf && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func sixteenBits(b []byte, order binary.ByteOrder) (string, bool) {
	if len(b)%2 != 0 {
		return "", false
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	var s strings.Builder
	s.Grow(len(b))
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			if i+1 == len(units) {
				return "", false
			}
			if r = utf16.DecodeRune(r, rune(units[i+1])); r == unicode.ReplacementChar {
				return "", false
			}
			i++
		}
		s.WriteRune(r)
	}
	return s.String(), plausible(s.String())
}

// mostlyUTF8 reports whether a few bytes alone keep b from being UTF-8, as where two programs wrote to one file. In
// Windows-1252 hardly two letters beyond ASCII stand beside each other, and still fewer that together would be UTF-8.
func mostlyUTF8(b []byte) bool {
	right, wrong := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			wrong++
		case n > 1:
			right++
		}
		b = b[n:]
	}
	return right > wrong
}

// eightBits is b as UTF-8, and what isn't, byte by byte, as Windows-1252.
func eightBits(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	var s strings.Builder
	s.Grow(len(b))
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(b[0])
		}
		s.WriteRune(r)
		b = b[n:]
	}
	return s.String()
}

// western is b as Windows-1252, unless it has bytes that this leaves empty, or more letters beyond ASCII than within: then it is of a
// language that Windows-1252 can't write, or no text.
func western(b []byte) (string, bool) {
	var s strings.Builder
	s.Grow(len(b) + len(b)/8)
	ascii, beyond := 0, 0
	for _, c := range b {
		r := charmap.Windows1252.DecodeByte(c)
		switch {
		case r == utf8.RuneError || r >= 0x80 && r < 0xa0:
			return "", false
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			ascii++
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			beyond++
		}
		s.WriteRune(r)
	}
	return s.String(), beyond <= ascii || beyond < 3
}

// plausible reports whether s has no NUL and as good as no other characters that no text has. The mark with which DOS ended a
// file is none.
func plausible(s string) bool {
	odd, all := 0, 0
	for _, r := range strings.TrimRight(s, "\x1a") {
		all++
		switch {
		case r == 0:
			return false
		case unicode.IsControl(r) && !unicode.IsSpace(r) && r != '\b' && r != '\x1b':
			odd++
		}
	}
	return odd*50 <= all
}

// assigned reports whether s is of characters that Unicode has, as what bytes that are no text hardly are. It is asked only where
// nothing else says what s is: what is newer than our tables isn't known to it.
func assigned(s string) bool {
	odd, all := 0, 0
	for _, r := range s {
		all++
		if r >= 0x80 && !unicode.IsGraphic(r) && !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			odd++
		}
	}
	return odd*50 <= all
}

// lines is s with every kind of line end as LF, without what marks its beginning or end alone.
func lines(s string) string {
	s = strings.TrimRight(strings.TrimLeft(s, "\ufeff"), "\x1a")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
			return '\n'
		}
		return r
	}, s)
}
