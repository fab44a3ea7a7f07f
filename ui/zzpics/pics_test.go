package zzpics

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"handback/notes"
	"handback/notes/sample"
	"handback/storage"
	"handback/ui/growth"
	"handback/ui/look"
	"handback/ui/praise"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/team"
)

func TestPics(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	j, err := storage.Open(filepath.Join(t.TempDir(), "journal.db"), storage.Options{Now: func() time.Time { return now }, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	all, _ := j.People()
	if err := sample.Team(notes.DateOf(now)).Load(all[0].ID, j.Apply); err != nil {
		t.Fatal(err)
	}
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		for _, scale := range []float32{1, 1.5} {
			look.Use(mode, theme.VariantLight, scale)
			for _, size := range []fyne.Size{{Width: 1280 - 232, Height: 752}, {Width: 1000 - 64, Height: 592}} {
				people, _ := j.People()
				for i, p := range people {
					if p.Kind != notes.KindReport || (i > 2 && (mode == look.ModeDark || scale > 1 || size.Width < 1000)) {
						continue
					}
					for name, mk := range map[string]func(room.Host, room.Place) room.Room{"growth": growth.New, "praise": praise.New, "team": team.New} {
						if name == "team" && i > 2 {
							continue
						}
						h := roomtest.New(t, j)
						h.Clock = now
						pl := room.Place{Screen: room.Screen(name), Person: p.ID}
						r := mk(h, pl)
						h.Enter(r, pl)
						h.Window().Resize(size)
						h.Reload()
						img := h.Window().Canvas().Capture()
						f, _ := os.Create(filepath.Join("/tmp/pics", name+"-"+p.First()+"-"+string(mode)+map[float32]string{1: "", 1.5: "-15"}[scale]+map[bool]string{true: "", false: "-narrow"}[size.Width > 1000]+".png"))
						_ = png.Encode(f, img)
						f.Close()
					}
				}
			}
		}
	}
}
