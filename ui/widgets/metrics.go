package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// metrics are how large a text is drawn, and where its baseline is.
type metrics struct {
	text   string
	size   float32
	style  fyne.TextStyle
	source fyne.Resource

	drawn fyne.Size
	base  float32
}

// measuredTexts are the texts that were measured lately: each screen asks for the same ones many times while it is laid out, and the
// toolkit's own memory, which goes by what they say, takes longer to look them up than all the rest of the layout. Of the UI
// goroutine alone.
var measuredTexts = map[*canvas.Text]metrics{}

// mostMeasured is how many are kept: some screens of them.
const mostMeasured = 2000

// metricsOf measures a text, or says what was measured, as long as the text is the same.
func metricsOf(t *canvas.Text) metrics {
	m, known := measuredTexts[t]
	if known && m.text == t.Text && m.size == t.TextSize && m.style == t.TextStyle && m.source == t.FontSource {
		return m
	}
	m = metrics{text: t.Text, size: t.TextSize, style: t.TextStyle, source: t.FontSource}
	m.drawn, m.base = fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, t.FontSource)
	if len(measuredTexts) >= mostMeasured {
		clear(measuredTexts)
	}
	measuredTexts[t] = m
	return m
}
