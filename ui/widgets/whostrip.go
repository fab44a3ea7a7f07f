package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// WhoColumn is a column of a WhoStrip: a meeting with its day, or what has none, and whose the decisions of it were.
type WhoColumn struct {
	Name  string     // may be empty
	Dots  []look.Who // from the line upwards
	Apart []look.Who // under the line: not counted
}

const (
	whoDot, whoStep = 16, 22
	mostWhoDots     = 6 // so many stand over each other; more stand beside them
	leastWhoDots    = 2 // so high is a strip in which little was decided
)

// WhoStrip shows who decided, a column for each meeting, the oldest first. A column is as wide as its dots need; one
// without room for all of them says how many more there are. A text beside it has to say the same.
func WhoStrip(columns []WhoColumn) fyne.CanvasObject {
	high, apart := leastWhoDots, 0
	stacks := make([]*whoStack, len(columns))
	var all []fyne.CanvasObject
	for i, c := range columns {
		s := newWhoStack(c)
		stacks[i] = s
		high, apart = max(high, min(mostWhoDots, len(c.Dots))), max(apart, min(mostWhoDots, len(c.Apart)))
		all = append(all, s.name, s.none, s.above.more, s.below.more)
		all = append(append(all, s.above.dots...), s.below.dots...)
	}
	line := canvas.NewRectangle(look.C().Hairline)
	all = append(all, line)
	axis := look.S(float32(high*whoStep) + 4)
	names := axis + look.S(float32(apart*whoStep)+4)
	return Free(fyne.NewSize(100, names+look.S(18)), func(size fyne.Size) {
		place(line, 0, axis, size.Width, 1)
		shares := whoShares(stacks, int(size.Width/look.S(whoStep)))
		sum := 0
		for _, n := range shares {
			sum += n
		}
		unit, x := size.Width/float32(max(1, sum)), float32(0)
		for i, s := range stacks {
			s.x, s.width = x, unit*float32(shares[i])
			s.arrange(shares[i], axis)
			x += s.width
		}
		nameColumns(stacks, names, size.Width)
	}, all...)
}

// whoShares is how many dots each column holds beside each other, where there is room for so many: what all their dots
// need, and where that is too much, one less for the widest until it fits. None has less than one.
func whoShares(stacks []*whoStack, room int) []int {
	shares, sum := make([]int, len(stacks)), 0
	for i, s := range stacks {
		dots := max(1, len(s.above.dots), len(s.below.dots))
		shares[i] = (dots + mostWhoDots - 1) / mostWhoDots
		sum += shares[i]
	}
	for ; sum > max(room, len(stacks)); sum-- {
		widest := 0
		for i, n := range shares {
			if n > shares[widest] {
				widest = i
			}
		}
		shares[widest]--
	}
	return shares
}

// whoStack is what is drawn of a column.
type whoStack struct {
	name         *canvas.Text
	above, below whoDots
	none         *canvas.Text // says that there is none
	x, width     float32
}

// whoDots are the dots on one side of the line, and what says how many of them there is no room for.
type whoDots struct {
	dots []fyne.CanvasObject
	more *canvas.Text
}

func newWhoStack(c WhoColumn) *whoStack {
	return &whoStack{
		name:  TextIn(c.Name, 12, look.C().Muted, look.Regular),
		above: newWhoDots(c.Dots), below: newWhoDots(c.Apart),
		none: TextIn("none", 11, look.C().Muted, look.Regular),
	}
}

func newWhoDots(whose []look.Who) whoDots {
	d := whoDots{more: TextIn("", 11, look.C().Muted, look.Regular)}
	for _, who := range whose {
		d.dots = append(d.dots, WhoDot(who, whoDot))
	}
	return d
}

func (s *whoStack) arrange(share int, axis float32) {
	step := look.S(whoStep)
	s.above.arrange(s, share, func(level int) float32 { return axis - 2 - float32(level+1)*step })
	s.below.arrange(s, share, func(level int) float32 { return axis + 2 + float32(level)*step })
	s.none.Hidden = len(s.above.dots)+len(s.below.dots) > 0
	s.none.Text = "none"
	if s.none.MinSize().Width > s.width-4 {
		s.none.Text = "–"
	}
	s.middle(s.none, 0, 1, axis-2-step)
}

// arrange fills one pile after the other, share of them beside each other; height is where a level of a pile begins.
func (d *whoDots) arrange(s *whoStack, share int, height func(level int) float32) {
	shown := len(d.dots)
	d.more.Hidden = shown <= share*mostWhoDots
	if !d.more.Hidden {
		shown = share*mostWhoDots - 1
		d.more.Text = "+" + strconv.Itoa(len(d.dots)-shown)
		s.middle(d.more, share-1, share, height(mostWhoDots-1))
	}
	piles := min(share, (len(d.dots)+mostWhoDots-1)/mostWhoDots)
	for i, dot := range d.dots {
		if i >= shown {
			dot.Hide()
			continue
		}
		dot.Show()
		s.middle(dot, i/mostWhoDots, piles, height(i%mostWhoDots))
	}
}

// middle places an object in one of so many piles of the column, which stand close in the middle of it.
func (s *whoStack) middle(o fyne.CanvasObject, pile, piles int, y float32) {
	step := fyne.Min(look.S(whoStep), s.width/float32(piles))
	least := o.MinSize()
	x := s.x + (s.width-step*float32(piles))/2 + step*float32(pile)
	place(o, round(x+(step-least.Width)/2), round(y+(look.S(whoStep)-least.Height)/2), least.Width, least.Height)
}

// nameColumns writes the days from the newest back, leaving out those that would run into the next.
func nameColumns(stacks []*whoStack, y, end float32) {
	free := end
	for i := len(stacks) - 1; i >= 0; i-- {
		s := stacks[i]
		least := s.name.MinSize()
		x := round(s.x + (s.width-least.Width)/2)
		x = fyne.Max(0, fyne.Min(x, end-least.Width))
		s.name.Hidden = s.name.Text == "" || x+least.Width > free
		place(s.name, x, y, least.Width, least.Height)
		if !s.name.Hidden {
			free = x - 4
		}
	}
}
