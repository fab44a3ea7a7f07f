package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// WhoColumn is one meeting of a WhoStrip: its day and whose the decisions of it were.
type WhoColumn struct {
	Name  string
	Dots  []look.Who // from the line upwards
	Apart []look.Who // under the line: not counted
}

const (
	whoDot, whoStep = 16, 22
	mostWhoDots     = 6 // a column that has more says how many more
	leastWhoDots    = 2 // so high is a strip in which little was decided
)

// WhoStrip shows who decided, a column for each meeting, the oldest first. A text beside it has to say the same.
func WhoStrip(columns []WhoColumn) fyne.CanvasObject {
	high, apart := leastWhoDots, 0
	stacks := make([]whoStack, len(columns))
	var all []fyne.CanvasObject
	for i, c := range columns {
		stacks[i] = newWhoStack(c)
		high, apart = max(high, len(stacks[i].above)), max(apart, len(stacks[i].below))
		all = append(all, stacks[i].name)
		all = append(append(all, stacks[i].above...), stacks[i].below...)
	}
	line := canvas.NewRectangle(look.C().Hairline)
	all = append(all, line)
	axis := look.S(float32(high*whoStep) + 4)
	names := axis + look.S(float32(apart*whoStep)+4)
	return Free(fyne.NewSize(100, names+look.S(18)), func(size fyne.Size) {
		place(line, 0, axis, size.Width, 1)
		width := size.Width / float32(max(1, len(stacks)))
		for i, s := range stacks {
			s.arrange(float32(i)*width, width, axis)
		}
		nameColumns(stacks, width, names, size.Width)
	}, all...)
}

// whoStack is what is drawn of a column.
type whoStack struct {
	name         *canvas.Text
	above, below []fyne.CanvasObject
	none         *canvas.Text // says that there is none; otherwise nil
}

func newWhoStack(c WhoColumn) whoStack {
	s := whoStack{name: TextIn(c.Name, 12, look.C().Muted, look.Regular), below: whoDots(c.Apart)}
	s.above = whoDots(c.Dots)
	if len(c.Dots)+len(c.Apart) == 0 {
		s.none = TextIn("none", 11, look.C().Muted, look.Regular)
		s.above = []fyne.CanvasObject{s.none}
	}
	return s
}

func whoDots(whose []look.Who) []fyne.CanvasObject {
	var dots []fyne.CanvasObject
	for i, who := range whose {
		if left := len(whose) - i; i == mostWhoDots-1 && left > 1 {
			return append(dots, TextIn("+"+strconv.Itoa(left), 11, look.C().Muted, look.Regular))
		}
		dots = append(dots, WhoDot(who, whoDot))
	}
	return dots
}

func (s whoStack) arrange(x, width, axis float32) {
	step := look.S(whoStep)
	middle := func(o fyne.CanvasObject, y float32) {
		least := o.MinSize()
		place(o, round(x+(width-least.Width)/2), round(y+(step-least.Height)/2), least.Width, least.Height)
	}
	if s.none != nil {
		s.none.Text = "none"
		if s.none.MinSize().Width > width-4 {
			s.none.Text = "–"
		}
	}
	for i, o := range s.above {
		middle(o, axis-2-float32(i+1)*step)
	}
	for i, o := range s.below {
		middle(o, axis+2+float32(i)*step)
	}
}

// nameColumns writes the days from the newest back, leaving out those that would run into the next.
func nameColumns(stacks []whoStack, width, y, end float32) {
	free := end
	for i := len(stacks) - 1; i >= 0; i-- {
		name := stacks[i].name
		least := name.MinSize()
		x := round(float32(i)*width + (width-least.Width)/2)
		x = fyne.Max(0, fyne.Min(x, end-least.Width))
		name.Hidden = x+least.Width > free
		place(name, x, y, least.Width, least.Height)
		if !name.Hidden {
			free = x - 4
		}
	}
}
