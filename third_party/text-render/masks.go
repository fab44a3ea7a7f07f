package render

import (
	"image"
	"image/draw"
	"math"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/vector"
)

// parts is into how many places of a pixel a glyph is put, across and down.
const parts = 4

// mostMasks is how many glyphs are remembered; beyond it all are forgotten, which a window's few faces and sizes do not reach.
const mostMasks = 16384

// glyph is a glyph of a face at a size and at a place within a pixel.
type glyph struct {
	face         *font.Font
	id           font.GID
	scale        float32
	across, down uint8 // of parts
}

// mask is the shape of a glyph.
type mask struct {
	*image.Alpha             // nil where nothing is to be seen, as of a blank
	at           image.Point // its corner, from the glyph's origin
}

var masks = struct {
	sync.Mutex
	of map[glyph]mask
}{of: map[glyph]mask{}}

// drawMasks draws a run by remembered shapes, and tells whether it could: a run with glyphs that are no outlines, or of a face
// that varies, is drawn as ever, and so is one into another kind of image.
func (r *Renderer) drawMasks(run shaping.Output, img draw.Image, startX, startY int, scale float32) (end int, ok bool) {
	dst, isRGBA := img.(*image.RGBA)
	if !isRGBA || len(run.Face.Coords()) > 0 {
		return 0, false
	}
	type placed struct {
		mask
		at image.Point
	}
	all := make([]placed, 0, len(run.Glyphs))
	x, y := float32(startX), float32(startY)
	for _, g := range run.Glyphs {
		left, across := place(x + fixed266ToFloat(g.XOffset)*r.PixScale)
		top, down := place(y - fixed266ToFloat(g.YOffset)*r.PixScale)
		m, isOutline := maskOf(run.Face, glyph{run.Face.Font, g.GlyphID, scale, across, down})
		if !isOutline {
			return 0, false
		}
		if m.Alpha != nil {
			all = append(all, placed{m, image.Pt(left, top).Add(m.at)})
		}
		x += fixed266ToFloat(g.Advance) * r.PixScale
	}
	red, green, blue, alpha := r.Color.RGBA()
	pen := [4]uint32{red, green, blue, alpha}
	for _, p := range all {
		stamp(dst, p.Alpha, p.at, pen)
	}
	return int(math.Ceil(float64(x))), true
}

// place is the pixel of a coordinate, and which of its parts is nearest.
func place(v float32) (pixel int, part uint8) {
	at := int(math.Floor(float64(v)*parts + 0.5))
	pixel = int(math.Floor(float64(at) / parts))
	return pixel, uint8(at - pixel*parts)
}

func maskOf(face *font.Face, g glyph) (m mask, isOutline bool) {
	masks.Lock()
	defer masks.Unlock()
	if m, ok := masks.of[g]; ok {
		return m, true
	}
	outline, isOutline := face.GlyphData(g.id).(font.GlyphOutline)
	if !isOutline {
		return mask{}, false
	}
	if len(masks.of) >= mostMasks {
		clear(masks.of)
	}
	m = maskFrom(outline.Segments, g)
	masks.of[g] = m
	return m, true
}

// maskFrom draws an outline.
func maskFrom(segments []opentype.Segment, g glyph) mask {
	if len(segments) == 0 {
		return mask{}
	}
	x := func(p opentype.SegmentPoint) float32 { return p.X*g.scale + float32(g.across)/parts }
	y := func(p opentype.SegmentPoint) float32 { return -p.Y*g.scale + float32(g.down)/parts }
	left, top := x(segments[0].Args[0]), y(segments[0].Args[0])
	right, bottom := left, top
	for i := range segments {
		for _, p := range segments[i].ArgsSlice() {
			left, right = min(left, x(p)), max(right, x(p))
			top, bottom = min(top, y(p)), max(bottom, y(p))
		}
	}
	corner := image.Pt(int(math.Floor(float64(left))), int(math.Floor(float64(top))))
	size := image.Pt(int(math.Ceil(float64(right))), int(math.Ceil(float64(bottom)))).Sub(corner).Add(image.Pt(1, 1))
	z := vector.NewRasterizer(size.X, size.Y)
	z.DrawOp = draw.Src
	at := func(p opentype.SegmentPoint) (float32, float32) {
		return x(p) - float32(corner.X), y(p) - float32(corner.Y)
	}
	for i := range segments {
		ax, ay := at(segments[i].Args[0])
		bx, by := at(segments[i].Args[1])
		cx, cy := at(segments[i].Args[2])
		switch segments[i].Op {
		case opentype.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			z.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			z.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	z.ClosePath()
	m := mask{image.NewAlpha(image.Rectangle{Max: size}), corner}
	z.Draw(m.Alpha, m.Bounds(), image.Opaque, image.Point{})
	return m
}

// stamp paints a pen, whose parts are in 16 bits and multiplied by its alpha, over an image through a shape at a place.
func stamp(dst *image.RGBA, shape *image.Alpha, at image.Point, pen [4]uint32) {
	in := shape.Rect.Add(at).Intersect(dst.Rect)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		from := shape.PixOffset(in.Min.X-at.X, y-at.Y)
		to := dst.PixOffset(in.Min.X, y)
		row, out := shape.Pix[from:from+in.Dx()], dst.Pix[to:to+4*in.Dx()]
		for i, cover := range row {
			if cover == 0 {
				continue
			}
			a := uint32(cover) * 0x101
			rest := 0xffff - pen[3]*a/0xffff
			p := out[4*i : 4*i+4 : 4*i+4]
			for j := range p {
				p[j] = uint8((pen[j]*a/0xffff + uint32(p[j])*0x101*rest/0xffff) >> 8)
			}
		}
	}
}
