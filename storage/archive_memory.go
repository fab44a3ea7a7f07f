package storage

import (
	"archive/zip"
	"bytes"
	"io/fs"

	"handback/notes/archive"
)

// archiveMemory is an archive in memory, packed: what is read of another journal to be merged is written nowhere.
type archiveMemory struct {
	packed bytes.Buffer
	zip    *zip.Writer
}

func newArchiveMemory() *archiveMemory {
	m := &archiveMemory{}
	m.zip = zip.NewWriter(&m.packed)
	return m
}

func (m *archiveMemory) put(file string, data []byte, _ func(*archive.Row) (bool, error)) error {
	w, err := m.zip.Create(file)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func (m *archiveMemory) begin(file string) (archiveStream, error) {
	return &memoryStream{m: m, file: file}, nil
}

func (m *archiveMemory) around(files []archive.File) error {
	for _, f := range files {
		if err := m.put(f.Path, f.Data, nil); err != nil {
			return err
		}
	}
	return nil
}

// tree is what was written, as files.
func (m *archiveMemory) tree() (fs.FS, error) {
	if err := m.zip.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(m.packed.Bytes()), int64(m.packed.Len()))
}

// memoryStream is a file that is written piece by piece.
type memoryStream struct {
	bytes.Buffer
	m    *archiveMemory
	file string
}

func (s *memoryStream) end() error  { return s.m.put(s.file, s.Bytes(), nil) }
func (s *memoryStream) drop() error { return nil }
