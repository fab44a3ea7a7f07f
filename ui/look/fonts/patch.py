#!/usr/bin/python3
"""Makes the embedded faces from Debian's fonts-inter.

Two things are changed: the line height, which Fyne takes from the face alone
(1.40 for the interface, 1.60 for the editor, 1.30 for titles), and the set of
glyphs and features, cut to what notes in European languages need. Needs the Debian packages
fonts-inter and python3-fonttools; run it in this folder.
"""
from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = "/usr/share/fonts/opentype/inter/"

# Latin with Extended-A, -B and Additional, IPA letters, modifiers and combining marks, Greek, Cyrillic,
# punctuation, super- and subscripts, currency, letterlike, fractions, arrows,
# mathematical operators, box corners, a few shapes, ticks and ligatures.
RANGES = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F),
    (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF),
    (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2718),
    (0xFB00, 0xFB06),
]
# Not "ccmp": shaping puts a letter and its accent together by itself where the face has the letter, and to look for
# them in the face's table takes half of the time of measuring a text.
FEATURES = ["kern", "mark", "mkmk", "calt", "locl", "liga", "tnum", "case"]
# In the editor what is typed stands as it is typed: "->" is no arrow, under which a caret would have no place. A long note
# is wrapped, and so measured, whenever it is opened: without the context of each letter that takes little more than half.
AS_TYPED = [f for f in FEATURES if f not in ("calt", "liga")]


def make(source, target, ascent, descent, features=FEATURES):
    font = TTFont(SOURCE + source)
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = False
    cut = subset.Subsetter(options)
    cut.populate(unicodes=[u for low, high in RANGES for u in range(low, high + 1)])
    cut.subset(font)
    em = font["head"].unitsPerEm
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent = os2.sTypoAscender = os2.usWinAscent = int(ascent * em)
    hhea.descent = os2.sTypoDescender = -int(descent * em)
    os2.usWinDescent = int(descent * em)
    hhea.lineGap = os2.sTypoLineGap = 0
    os2.fsSelection |= 1 << 7  # use the typographic metrics
    font["head"].modified = font["head"].created  # the same bytes every time
    font.recalcTimestamp = False
    font.save(target)
    print(target, em, hhea.ascent, hhea.descent)


# Cap height .727, x-height .546: balanced so that text looks centred in its line.
for style in ["Regular", "Italic", "Medium", "SemiBold"]:
    make(f"Inter-{style}.otf", f"UI-{style}.otf", 1.06, 0.34)
make("Inter-Regular.otf", "Editor-Regular.otf", 1.16, 0.44, AS_TYPED)
make("InterDisplay-SemiBold.otf", "Display-SemiBold.otf", 1.02, 0.28)
