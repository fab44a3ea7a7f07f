package incoming

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// wide is s in UTF-16.
func wide(s string, order binary.ByteOrder, mark bool) []byte {
	if mark {
		s = "\ufeff" + s
	}
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, 0, 0)
		order.PutUint16(b[len(b)-2:], u)
	}
	return b
}

func TestText(t *testing.T) {
	const said = "todo: Café für Zoë – 5 € by Friday\nΩ 日本 🎉\n"
	for _, c := range []struct {
		name string
		from []byte
		want string
	}{
		{"nothing", nil, ""},
		{"UTF-8", []byte(said), said},
		{"UTF-8 with a mark", []byte("\ufeff" + said), said},
		{"UTF-16LE with a mark", wide(said, binary.LittleEndian, true), said},
		{"UTF-16BE with a mark", wide(said, binary.BigEndian, true), said},
		{"UTF-16LE without one", wide(said, binary.LittleEndian, false), said},
		{"UTF-16BE without one", wide(said, binary.BigEndian, false), said},
		{"Russian in UTF-16BE without one", wide("Встреча с Аней.\nОна согласна.\n", binary.BigEndian, false), "Встреча с Аней.\nОна согласна.\n"},
		{"Chinese in UTF-16LE without one", wide("與安娜會面\n她同意\n", binary.LittleEndian, false), "與安娜會面\n她同意\n"},
		{"Windows-1252", []byte("Caf\xe9 f\xfcr Zo\xeb \x96 5 \x80 \x93so\x94"), "Café für Zoë – 5 € “so”"},
		{"a short word of Windows-1252", []byte("\xc5se"), "Åse"},
		{"UTF-8 with one byte of Windows-1252", []byte("Zoë und Jürgen, caf\xe9"), "Zoë und Jürgen, café"},
		{"decomposed letters", []byte("Zoe\u0308"), "Zoë"},
		{"line ends of every kind", []byte("a\r\nb\rc\u2028d\x0be\x0cf\u0085g"), "a\nb\nc\nd\ne\nf\ng"},
		{"an end as DOS wrote it", []byte("a\r\n\x1a"), "a\n"},
		{"tabs stay", []byte("\t- a\n"), "\t- a\n"},
		{"an emoji newer than our tables", []byte("\U0001FAE9\n"), "\U0001FAE9\n"},
		{"bullets of Word alone", []byte("\uf0b7 a\n"), "\uf0b7 a\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := Text(c.from); err != nil || got != c.want {
				t.Errorf("%q, %v, want %q", got, err, c.want)
			}
		})
	}
}

func TestWhatIsNoTextIsRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		from []byte
		says string
	}{
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00"), "isn't a text file"},
		{"a journal", append([]byte("SQLite format 3\x00\x10\x00\x01\x01"), make([]byte, 90)...), "isn't a text file"},
		{"a few bytes", []byte{0, 1, 2, 3}, "isn't a text file"},
		{"zeros", make([]byte, 64), "isn't a text file"},
		{"UTF-32", []byte("\xff\xfe\x00\x00a\x00\x00\x00b\x00\x00\x00"), "isn't a text file"},
		{"half a character of UTF-16", []byte("\xff\xfea\x00b"), "isn't a text file"},
		{"Russian of Windows-1251", []byte("\xc2\xf1\xf2\xf0\xe5\xf7\xe0 \xf1 \xc0\xed\xe5\xe9"), "encoding is unknown"},
		{"Japanese in Shift-JIS", []byte("\x93\xfa\x96\x7b\x8c\xea\x83\x65\x81\x5b"), "encoding is unknown"},
		{"rich text", []byte(`{\rtf1\ansi Hello}`), "rich text"},
		{"a PDF", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3"), "PDF"},
		{"control characters", []byte("\x01\x02\x03\x04abc"), "isn't a text file"},
		{"too large", make([]byte, MaxFile+1), "larger than 64 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Text(c.from)
			var refused Refused
			if !errors.As(err, &refused) || !strings.Contains(refused.Why, c.says) {
				t.Errorf("%.40q, %v, want a refusal that says %q", got, err, c.says)
			}
		})
	}
}

// TestTextOfEveryEncoding holds that what a text says doesn't hang on how it is written.
func TestTextOfEveryEncoding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.OneOf(
			rapid.RuneFrom([]rune("abc ABC,.-\n\t[]#")), rapid.RuneFrom([]rune("éüßøñЯбжΩ日本語🎉")),
		)).Draw(t, "s")
		want := norm.NFC.String(s)
		for name, b := range map[string][]byte{
			"UTF-8": []byte(s), "UTF-8 with a mark": []byte("\ufeff" + s),
			"UTF-16LE": wide(s, binary.LittleEndian, true), "UTF-16BE": wide(s, binary.BigEndian, true),
		} {
			if got, err := Text(b); err != nil || got != want {
				t.Errorf("%s: %q, %v, want %q", name, got, err, want)
			}
		}
	})
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"", "a\r\nb", "\ufeffZoë", "Caf\xe9 \x80", "\xff\xfea\x00", "\xfe\xff\x00a\x00", "a\x00\n\x00",
		"\x00\x00", "\xc3\xa9\xe9\r",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Text(b)
		if err != nil {
			if Why(err) == "" {
				t.Errorf("%v says nothing to the manager", err)
			}
			return
		}
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\r") || !norm.NFC.IsNormalString(s) {
			t.Errorf("%q of %q", s, b)
		}
		if again, err := Text([]byte(s)); err != nil || again != s {
			t.Errorf("%q read again is %q, %v", s, again, err)
		}
	})
}
