// Floor is what the toolkit itself costs, to compare with: a window with a list of 200 rows, a text entry and a label,
// and SQLite open on a file. FLOOR_TEXT names a file whose text stands in the entry; without it there are three lines.
package main

import (
	"database/sql"
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	_ "github.com/mattn/go-sqlite3"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "floor:", err)
		os.Exit(1)
	}
}

func run() error {
	db, err := sql.Open("sqlite3", os.TempDir()+"/handback-floor.db")
	if err != nil {
		return err
	}
	if _, err := db.Exec("create table if not exists t(x)"); err != nil {
		return err
	}
	a := app.NewWithID("io.github.handback.floor")
	w := a.NewWindow("Floor")
	list := widget.NewList(
		func() int { return 200 },
		func() fyne.CanvasObject { return widget.NewLabel("Person name here") },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(fmt.Sprint("Person ", i)) },
	)
	entry := widget.NewMultiLineEntry()
	entry.SetText("Notes\nTheir topics\nMy topics")
	split := container.NewHSplit(list, container.NewBorder(widget.NewLabel("Weekly one-on-one"), nil, nil, nil, entry))
	split.Offset = .25
	w.SetContent(split)
	w.Resize(fyne.NewSize(1280, 800))
	if file := os.Getenv("FLOOR_TEXT"); file != "" {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		entry.Wrapping = fyne.TextWrapWord
		entry.SetText(string(text))
		w.Canvas().Focus(entry)
	}
	w.ShowAndRun()
	return nil
}
