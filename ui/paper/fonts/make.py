#!/usr/bin/python3
"""Makes the faces that a PDF is set in.

The PDF writer takes TrueType outlines alone, so Inter's curves are redrawn as such (within 1/1000 of the em). They are
cut to the characters of the faces on screen (../../look/fonts/patch.py); what Inter has no letters for comes from DejaVu
Sans: Armenian, Georgian, Hebrew, and signs that notes hold. Nothing that only a screen needs stays in. Needs the
Debian packages fonts-inter, fonts-dejavu-core and python3-fonttools; run it in this folder.
"""
import gzip
import io

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

INTER = "/usr/share/fonts/opentype/inter/"
DEJAVU = "/usr/share/fonts/truetype/dejavu/"
# As in patch.py, without the IPA letters and what no language of today is written with.
RANGES = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F),
    (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF),
    (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2718),
    (0xFB00, 0xFB06),
]
OTHERS = [
    (0x531, 0x58F), (0x591, 0x5F4), (0x10A0, 0x10FF), (0x1E9E, 0x1E9E), (0x2100, 0x218F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2500, 0x257F), (0x25A0, 0x25FF), (0x2600, 0x26FF), (0x2701, 0x27BF),
    (0x27F5, 0x27FF), (0x2B00, 0x2B1F), (0xFB1D, 0xFB4F), (0xFFFD, 0xFFFD),
]


def cut(font, ranges):
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["MATH", "GSUB", "GPOS", "GDEF", "BASE", "FFTM", "kern", "DSIG", "gasp", "fpgm", "prep", "cvt "]
    options.name_IDs = [0, 1, 2, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[u for low, high in ranges for u in range(low, high + 1)])
    cutter.subset(font)


def truetype(font):
    """Redraws the cubic curves of the face as quadratic ones."""
    order, glyphs, drawn = font.getGlyphOrder(), font.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, max_err=font["head"].unitsPerEm / 1000, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, drawn
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    glyf.compile(font)
    for name in order:
        font["hmtx"][name] = (font["hmtx"][name][0], glyf[name].xMin if hasattr(glyf[name], "xMin") else 0)
    font["maxp"] = maxp = newTable("maxp")
    maxp.tableVersion = 0x00010000
    maxp.maxZones, maxp.maxTwilightPoints, maxp.maxStorage = 1, 0, 0
    maxp.maxFunctionDefs = maxp.maxInstructionDefs = maxp.maxStackElements = maxp.maxSizeOfInstructions = 0
    maxp.maxComponentElements = max(len(g.components) if hasattr(g, "components") else 0 for g in drawn.values())
    maxp.compile(font)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def only_bmp(font):
    """The PDF writer reads one table of characters, that of the basic plane."""
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format == 4 and t.platformID == 3]


def make(source, target, ranges):
    font = TTFont(source)
    cut(font, ranges)
    if "CFF " in font:
        truetype(font)
    only_bmp(font)
    font["head"].modified = font["head"].created  # the same bytes every time
    font.recalcTimestamp = False
    raw = io.BytesIO()
    font.save(raw)
    with open(target, "wb") as file:  # a third of the size; what prints opens it
        file.write(gzip.compress(raw.getvalue(), 9, mtime=0))
    return set(font.getBestCmap())


inter = make(INTER + "Inter-Regular.otf", "Paper-Regular.ttf.gz", RANGES)
make(INTER + "Inter-SemiBold.otf", "Paper-SemiBold.ttf.gz", RANGES)
others = [(u, u) for low, high in OTHERS for u in range(low, high + 1) if u not in inter]
make(DEJAVU + "DejaVuSans.ttf", "Others-Regular.ttf.gz", others)
