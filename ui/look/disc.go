package look

import (
	"hash/fnv"
	"image/color"
)

// discHues are calm and far enough apart to tell two neighbours by.
var discHues = []color.NRGBA{
	rgb(0xB4552D), rgb(0x2F6F9F), rgb(0x5E7D2B), rgb(0x8A4C93), rgb(0x2E7F78),
	rgb(0x9A6A12), rgb(0xA14A5E), rgb(0x4F62A8), rgb(0x6F6A3A), rgb(0x7A5A46),
}

// DiscColors gives the ground and the initials' colour of a person's disc. The
// same name has the same hue always and on every machine.
func (p *Palette) DiscColors(name string) (ground, initials color.NRGBA) {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(name)) // a hash never fails
	return p.discColors(discHues[mixed(sum.Sum32())%uint32(len(discHues))])
}

// mixed spreads a hash over all its bits: its lowest hardly vary. The seed is
// the one by which the six people of the design have the hues of its pictures.
func mixed(hash uint32) uint32 {
	hash ^= 1681733
	hash ^= hash >> 15
	hash *= 0x2c1b3c6d
	return hash ^ hash>>12
}

func (p *Palette) discColors(hue color.NRGBA) (ground, initials color.NRGBA) {
	if p.Dark {
		return Mix(p.Surface, hue, .42), Mix(hue, rgb(0xFFFFFF), .72)
	}
	return Mix(p.Surface, hue, .18), Mix(hue, p.Text, .3)
}
