package protect

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/widgets"
)

// leftCopy is a plain copy of the journal that is still on the disk.
type leftCopy struct {
	path string
	goes bool // it is to be deleted
}

// copiesPage lists the plain copies, and deletes those that are ticked.
func (p *Page) copiesPage() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		heading(voice.T("Your journal is protected")),
		text(voice.T("This is still on your disk, and anyone can read it. Once you delete it, only the protected journal is left.")),
	}
	p.first = nil
	for i := range p.left {
		box := widgets.NewCheckbox("copies."+p.left[i].path, p.left[i].path, p.left[i].goes, func(on bool) { p.left[i].goes = on })
		if p.first == nil {
			p.first = box
		}
		rows = append(rows, box)
	}
	rows = append(rows, small(voice.T(
		"Delete copies elsewhere yourself, such as in backups or in Dropbox. On some disks, deleted files can be recovered for a while.")))
	rows = append(rows, p.trouble()...)
	return append(rows, widgets.HStack(8, widgets.Grow(),
		widgets.NewButton("copies.keep", widgets.Outlined, "", voice.T("Keep them"), p.ways.Leave),
		widgets.NewButton("copies.delete", widgets.Primary, "", voice.T("Delete copies"), p.deleteCopies)))
}

// deleteCopies asks, and deletes.
func (p *Page) deleteCopies() {
	var chosen []string
	for _, c := range p.left {
		if c.goes {
			chosen = append(chosen, c.path)
		}
	}
	if len(chosen) == 0 {
		p.ways.Leave()
		return
	}
	var named []fyne.CanvasObject
	for _, path := range chosen {
		named = append(named, widgets.NewPara(13, widgets.Strong(path)).Lead(19))
	}
	d := widgets.NewDanger(p.host.Window().Canvas(), voice.N(len(chosen), "Delete this copy?", "Delete these {n} copies?"),
		voice.T("Keep them"), voice.T("Delete for good"), func() error { return nil }, named...)
	d.OnClose = func(confirmed bool) {
		if confirmed {
			p.ways.Forget(chosen, p.deleted)
		}
	}
	d.Show(nil)
}

func (p *Page) deleted(err error) {
	if err != nil {
		p.wrong = widgets.Sentence(err)
		p.draw()
		return
	}
	p.host.Say(voice.T("The unprotected copies have been deleted"))
	p.ways.Leave()
}
