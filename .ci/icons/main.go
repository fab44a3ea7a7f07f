// Icons draws the program's icon, ui/look/icon/handback.svg, in the sizes and files that each system asks for: PNGs by size
// for Linux, an .ico for Windows, an .icns for macOS. The same drawing is the same bytes.
//
//	icons FOLDER    writes FOLDER/hicolor/SIZExSIZE/apps/io.github.handback.png, handback.ico and handback.icns
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

const (
	drawing = "ui/look/icon/handback.svg"
	name    = "io.github.handback"
)

// sizes are those of the icon theme that every desktop falls back to, in pixels.
var sizes = []int{16, 22, 24, 32, 48, 64, 128, 256, 512}

// windowsSizes are what Explorer shows, at each of its scales.
var windowsSizes = []int{16, 20, 24, 32, 40, 48, 64, 256}

// macTypes are the names that an .icns has for a PNG of a size.
var macTypes = []struct {
	name string
	size int
}{
	{"icp4", 16},
	{"icp5", 32},
	{"icp6", 64},
	{"ic07", 128},
	{"ic08", 256},
	{"ic09", 512},
	{"ic10", 1024},
	{"ic11", 32},
	{"ic12", 64},
	{"ic13", 256},
	{"ic14", 512},
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: icons FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "icons:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	svg, err := os.ReadFile(drawing)
	if err != nil {
		return err
	}
	d := drawer{svg: svg, drawn: map[int][]byte{}}
	for _, size := range sizes {
		data, err := d.png(size)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(folder, "hicolor", fmt.Sprintf("%dx%d", size, size), "apps", name+".png"), data); err != nil {
			return err
		}
	}
	ico, errIco := d.ico()
	icns, errIcns := d.icns()
	if err := errors.Join(errIco, errIcns); err != nil {
		return err
	}
	return errors.Join(
		write(filepath.Join(folder, "hicolor", "scalable", "apps", name+".svg"), svg),
		write(filepath.Join(folder, "handback.ico"), ico),
		write(filepath.Join(folder, "handback.icns"), icns),
	)
}

func write(file string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// drawer draws each size once.
type drawer struct {
	svg   []byte
	drawn map[int][]byte
}

// png is the drawing as a PNG of size by size pixels.
func (d drawer) png(size int) ([]byte, error) {
	if done, ok := d.drawn[size]; ok {
		return done, nil
	}
	icon, err := oksvg.ReadIconStream(bytes.NewReader(d.svg))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", drawing, err)
	}
	pixels := image.NewRGBA(image.Rect(0, 0, size, size))
	icon.SetTarget(0, 0, float64(size), float64(size))
	icon.Draw(rasterx.NewDasher(size, size, rasterx.NewScannerGV(size, size, pixels, pixels.Bounds())), 1)
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, pixels)
	d.drawn[size] = out.Bytes()
	return out.Bytes(), err
}

// ico is the icon of a Windows program: a table of contents, and a PNG for each size.
func (d drawer) ico() ([]byte, error) {
	const header, entry = 6, 16
	table, pictures := new(bytes.Buffer), new(bytes.Buffer)
	little(table, uint16(0), uint16(1), uint16(len(windowsSizes)))
	at := header + entry*len(windowsSizes)
	for _, size := range windowsSizes {
		data, err := d.png(size)
		if err != nil {
			return nil, err
		}
		side := byte(size % 256) // 0 stands for 256
		little(table, side, side, byte(0), byte(0), uint16(1), uint16(32), uint32(len(data)), uint32(at+pictures.Len()))
		pictures.Write(data)
	}
	return append(table.Bytes(), pictures.Bytes()...), nil
}

func little(to *bytes.Buffer, values ...any) {
	for _, v := range values {
		_ = binary.Write(to, binary.LittleEndian, v) // a buffer takes everything
	}
}

// icns is the icon of a macOS bundle: pieces, each of a name, its length and a PNG.
func (d drawer) icns() ([]byte, error) {
	const header = 8
	var pieces bytes.Buffer
	for _, t := range macTypes {
		data, err := d.png(t.size)
		if err != nil {
			return nil, err
		}
		pieces.WriteString(t.name)
		_ = binary.Write(&pieces, binary.BigEndian, uint32(header+len(data))) // a buffer takes everything
		pieces.Write(data)
	}
	head := binary.BigEndian.AppendUint32([]byte("icns"), uint32(header+pieces.Len()))
	return append(head, pieces.Bytes()...), nil
}
