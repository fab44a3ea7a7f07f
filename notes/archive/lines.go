package archive

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"handback/notes/voice"
)

// MaxFile is how many bytes a file, or a line of one, may have.
const MaxFile = 64 << 20

// WriteLine is a row as a line of JSON.
func WriteLine(r *Row) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	text := func(s string) {
		_ = enc.Encode(s)       // a string always can be
		b.Truncate(b.Len() - 1) // the line's end
	}
	b.WriteByte('{')
	for i, f := range r.Fields {
		if i > 0 {
			b.WriteByte(',')
		}
		text(f.Name)
		b.WriteByte(':')
		if f.Number {
			b.WriteString(f.Text)
		} else {
			text(f.Text)
		}
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// ReadLine reads a line of JSON: an object of texts and numbers.
func ReadLine(file string, line int, data []byte) (*Row, error) {
	bad := Bad{file, line, voice.T("this line isn't a list of names and values in Handback's format.")}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, bad
	}
	r := &Row{File: file, Line: line, Listed: true}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return nil, bad
		}
		value, err := dec.Token()
		if err != nil {
			return nil, bad
		}
		f := Field{Name: name.(string)} //nolint:forcetypeassert // a key is one, or the token before was an error
		switch v := value.(type) {
		case string:
			f.Text = v
		case json.Number:
			f.Text, f.Number = v.String(), true
		case bool:
			f.Text, f.Number = "0", true
			if v {
				f.Text = "1"
			}
		case nil:
			continue
		default:
			return nil, bad
		}
		if _, twice := r.Get(f.Name); twice {
			return nil, bad
		}
		r.Fields = append(r.Fields, f)
	}
	if _, err := dec.Token(); err != nil {
		return nil, bad
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, bad
	}
	return r, nil
}

// Number is a whole number as a field has it.
func Number(name string, n int64) Field {
	return Field{Name: name, Text: strconv.FormatInt(n, 10), Number: true}
}
