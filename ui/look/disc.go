package look

import (
	"hash/fnv"
	"image/color"
)

// discHues are eight round the circle, far enough apart that any two are told from each other, on paper and in the dark.
var discHues = []color.NRGBA{
	rgb(0xB64700), rgb(0x036EAE), rgb(0x48801F), rgb(0x8C399E), rgb(0x00817B), rgb(0x926F00), rgb(0xAD274D), rgb(0x5349B9),
}

// DiscColors gives the ground and the initials' colour of a person's disc. What is given tells the person from all others
// and stays theirs under another name; the same has the same hue always and on every machine.
func (p *Palette) DiscColors(person string) (ground, initials color.NRGBA) {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(person)) // a hash never fails
	return p.discColors(discHues[mixed(sum.Sum32())%uint32(len(discHues))])
}

// mixed spreads a hash over all its bits: its lowest hardly vary.
func mixed(hash uint32) uint32 {
	hash ^= hash >> 15
	hash *= 0x2c1b3c6d
	return hash ^ hash>>12
}

func (p *Palette) discColors(hue color.NRGBA) (ground, initials color.NRGBA) {
	if p.Dark {
		return Mix(p.Surface, hue, .50), Mix(hue, rgb(0xFFFFFF), .72)
	}
	return Mix(p.Surface, hue, .26), Mix(hue, p.Text, .35)
}
