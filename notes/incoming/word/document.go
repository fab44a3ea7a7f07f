package word

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"handback/notes/incoming"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// doc is a document that is read.
type doc struct {
	zip    *zip.Reader
	styles map[string]style
	lists  map[string]map[int]mark // by number and level
	links  map[string]string       // by relation
	lines  []string
	loose  []string
	used   int // bytes unpacked
}

// style is what of a style of paragraphs matters.
type style struct {
	level int // of a heading, from 1; 0 for none
	title bool
	bold  bool
	num   string // the list that it is of
	based string
}

// mark is what stands before an item.
type mark struct {
	ordered bool
	box     int // 1 an empty box, 2 a ticked one
}

func (d *doc) read() error {
	main := "word/document.xml"
	if err := d.relations("_rels/.rels", func(_, kind, target string) {
		if strings.HasSuffix(kind, "/officeDocument") {
			main = strings.TrimPrefix(target, "/")
		}
	}); err != nil {
		return err
	}
	d.styles, d.lists, d.links = map[string]style{}, map[string]map[int]mark{}, map[string]string{}
	folder := path.Dir(main)
	if err := d.relations(path.Join(folder, "_rels", path.Base(main)+".rels"), func(id, kind, target string) {
		if strings.HasSuffix(kind, "/hyperlink") {
			d.links[id] = target
		}
	}); err != nil {
		return err
	}
	if err := d.readStyles(path.Join(folder, "styles.xml")); err != nil {
		return err
	}
	if err := d.readLists(path.Join(folder, "numbering.xml")); err != nil {
		return err
	}
	found, err := d.walk(main, (&body{doc: d}).token)
	if err != nil {
		return err
	}
	if !found {
		return damaged()
	}
	return d.apart(folder)
}

// apart reads what stands beside the text: notes at its foot, comments, heads and feet of its pages.
func (d *doc) apart(folder string) error {
	text := d.lines
	seen := map[string]bool{}
	for _, f := range d.zip.File {
		name := path.Base(f.Name)
		if path.Dir(f.Name) != folder || path.Ext(name) != ".xml" {
			continue
		}
		switch kind := strings.TrimRight(strings.TrimSuffix(name, ".xml"), "0123456789"); kind {
		case "footnotes", "endnotes", "comments", "header", "footer":
			d.lines = nil
			if _, err := d.walk(f.Name, (&body{doc: d}).token); err != nil {
				return err
			}
			for _, line := range d.lines {
				if line = strings.TrimSpace(line); line != "" && !seen[line] {
					seen[line] = true
					d.loose = append(d.loose, line)
				}
			}
		}
	}
	d.lines = text
	return nil
}

// walk gives the elements and texts of a part to see, in their order. It reports false where there is no such part.
func (d *doc) walk(name string, see func(path []string, t xml.Token) error) (bool, error) {
	at := slices.IndexFunc(d.zip.File, func(f *zip.File) bool { return f.Name == name })
	if at < 0 {
		return false, nil
	}
	if d.zip.File[at].UncompressedSize64 > maxText {
		return true, tooLarge()
	}
	part, err := d.zip.File[at].Open()
	if err != nil {
		return true, damaged()
	}
	defer part.Close()
	counted := &counter{from: part, d: d}
	dec := xml.NewDecoder(counted)
	var open []string
	for {
		t, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF):
			return true, nil
		case counted.full:
			return true, tooLarge()
		case err != nil:
			return true, damaged()
		}
		if e, ok := t.(xml.StartElement); ok {
			if open = append(open, e.Name.Local); len(open) > 400 {
				return true, damaged()
			}
		}
		if err := see(open, t); err != nil {
			return true, err
		}
		if _, ok := t.(xml.EndElement); ok {
			open = open[:len(open)-1]
		}
	}
}

func tooLarge() error {
	return incoming.Refused{
		Why: voice.T("This document is larger than {n} MB. Split it into smaller ones and try again.", "n", maxText>>20),
	}
}

// counter reads a part, and no more than is read of a document.
type counter struct {
	from io.Reader
	d    *doc
	full bool
}

func (c *counter) Read(b []byte) (int, error) {
	if c.d.used > maxText {
		c.full = true
		return 0, io.ErrUnexpectedEOF
	}
	n, err := c.from.Read(b)
	c.d.used += n
	return n, err
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reports whether a switch as w:b is on: without a value it is.
func on(e xml.StartElement) bool {
	v := attr(e, "val")
	return v != "0" && v != "false" && v != "none" && v != "off"
}

func (d *doc) relations(name string, see func(id, kind, target string)) error {
	_, err := d.walk(name, func(_ []string, t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" {
			see(attr(e, "Id"), attr(e, "Type"), attr(e, "Target"))
		}
		return nil
	})
	return err
}

func (d *doc) readStyles(name string) error {
	id := ""
	_, err := d.walk(name, func(open []string, t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		s := d.styles[id]
		switch e.Name.Local {
		case "style":
			id = attr(e, "styleId")
			s = style{}
		case "name":
			s.level, s.title = headingLevel(attr(e, "val")), strings.EqualFold(attr(e, "val"), "title")
		case "basedOn":
			s.based = attr(e, "val")
		case "outlineLvl":
			if n, err := strconv.Atoi(attr(e, "val")); err == nil && n >= 0 && n < 6 {
				s.level = n + 1
			}
		case "numId":
			s.num = attr(e, "val")
		case "b":
			s.bold = s.bold || on(e) && slices.Contains(open, "rPr")
		}
		d.styles[id] = s
		return nil
	})
	return err
}

// headingLevel is that of a style by its name, which is English in the file whatever Word's language.
func headingLevel(name string) int {
	name = strings.ToLower(name)
	if name == "title" {
		return 1
	}
	if rest, ok := strings.CutPrefix(name, "heading "); ok && len(rest) == 1 && rest[0] >= '1' && rest[0] <= '6' {
		return int(rest[0] - '0')
	}
	return 0
}

// styled is a style with what it has of those that it is based on.
func (d *doc) styled(id string) style {
	s := d.styles[id]
	for base, n := s.based, 0; base != "" && n < 20; n++ {
		b := d.styles[base]
		if s.level == 0 {
			s.level, s.title = b.level, b.title
		}
		if s.num == "" {
			s.num = b.num
		}
		s.bold = s.bold || b.bold
		base = b.based
	}
	return s
}

func (d *doc) readLists(name string) error {
	abstract := map[string]map[int]mark{}
	id, num, level := "", "", 0
	_, err := d.walk(name, func(_ []string, t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch e.Name.Local {
		case "abstractNum":
			id = attr(e, "abstractNumId")
			abstract[id] = map[int]mark{}
		case "lvl":
			level, _ = strconv.Atoi(attr(e, "ilvl"))
		case "numFmt":
			if abstract[id] != nil {
				kind := attr(e, "val")
				abstract[id][level] = mark{ordered: kind != "bullet" && kind != "none"}
			}
		case "lvlText":
			if m, ok := abstract[id][level]; ok {
				m.box = boxOf(attr(e, "val"))
				abstract[id][level] = m
			}
		case "num":
			num = attr(e, "numId")
		case "abstractNumId":
			d.lists[num] = abstract[attr(e, "val")]
		}
		return nil
	})
	return err
}

// boxOf knows the boxes that programs draw as bullets: 1 an empty one, 2 a ticked one.
func boxOf(bullet string) int {
	switch bullet {
	case "☐", "❏", "◻", "□", "\uf0a8", "\uf06f", "\uf071":
		return 1
	case "☑", "☒", "✓", "✔", "✅", "\uf0fe", "\uf0fc", "\uf078":
		return 2
	}
	return 0
}

// body reads paragraphs.
type body struct {
	*doc
	para  []piece
	sheet style
	num   string
	level int

	titled bool // the title of the document was read

	run  piece // the properties of the pieces of the run
	box  int   // of the paragraph: 1 empty, 2 ticked
	href string
	from int // the piece with which the link begins
	table
	outer []table // those that the table is within
	count map[string]map[int]int
	inBox bool // within a w14:checkbox
}

// table is one that is read.
type table struct {
	row  []string // the cells of the row
	cell int      // the line at which the cell begins
}

// piece is a part of a paragraph that looks one way.
type piece struct {
	text         string
	bold, struck bool
	hidden, gone bool
}

func (b *body) token(open []string, t xml.Token) error {
	if slices.Contains(open, "Fallback") {
		return nil // the same again, for older programs
	}
	switch e := t.(type) {
	case xml.StartElement:
		b.start(open, e)
	case xml.EndElement:
		b.end(e.Name.Local)
	case xml.CharData:
		switch last := open; {
		case len(last) == 0:
		case last[len(last)-1] == "t":
			b.add(string(e), slices.Contains(open, "moveFrom")) // what was moved stands where it was, too
		case last[len(last)-1] == "delText":
			b.add(string(e), true)
		}
	}
	return nil
}

func (b *body) start(open []string, e xml.StartElement) {
	parent := ""
	if len(open) > 1 {
		parent = open[len(open)-2]
	}
	switch e.Name.Local {
	case "p":
		if len(b.para) > 0 { // a box of text within a paragraph
			b.paragraph()
		}
		b.sheet, b.num, b.level, b.box, b.run = style{}, "", 0, 0, piece{}
	case "pStyle", "outlineLvl", "numId", "ilvl":
		b.property(parent, e)
	case "r":
		b.run = piece{}
	case "b", "strike", "dstrike", "vanish":
		if parent == "rPr" && slices.Contains(open, "r") {
			b.look(e)
		}
	case "hyperlink":
		b.href, b.from = b.links[attr(e, "id")], len(b.para)
	case "checkbox":
		b.inBox = true
		b.box = max(b.box, 1)
	case "tbl":
		b.outer = append(b.outer, b.table)
		b.table = table{}
	case "tc":
		b.cell = len(b.lines)
	default:
		b.sign(parent, e)
	}
}

// sign is an element that stands for a character, or says one thing.
func (b *body) sign(parent string, e xml.StartElement) {
	switch e.Name.Local {
	case "tab":
		if parent == "r" {
			b.add("\t", false)
		}
	case "br", "cr":
		b.add("\n", false)
	case "noBreakHyphen":
		b.add("-", false)
	case "sym":
		b.symbol(attr(e, "char"))
	case "checked":
		if b.inBox && on(e) {
			b.box = 2
		}
	case "docPr":
		if said := strings.TrimSpace(attr(e, "descr")); said != "" {
			b.loose = append(b.loose, said)
		}
	}
}

func (b *body) property(parent string, e xml.StartElement) {
	switch value := attr(e, "val"); e.Name.Local {
	case "pStyle":
		b.sheet = b.styled(value)
		if b.num == "" {
			b.num = b.sheet.num
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(value); parent == "pPr" && err == nil && n >= 0 && n < 6 {
			b.sheet.level = n + 1
		}
	case "numId":
		b.num = value
	case "ilvl":
		b.level, _ = strconv.Atoi(value)
		b.level = min(max(b.level, 0), 8)
	}
}

func (b *body) look(e xml.StartElement) {
	switch e.Name.Local {
	case "b":
		b.run.bold = on(e)
	case "strike", "dstrike":
		b.run.struck = b.run.struck || on(e)
	default:
		b.run.hidden = b.run.hidden || on(e) && e.Name.Local == "vanish"
	}
}

// symbol is a character of a font of signs, of which the boxes matter.
func (b *body) symbol(char string) {
	n, err := strconv.ParseUint(char, 16, 32)
	if err != nil {
		return
	}
	if box := boxOf(string(rune(n))); box > 0 && strings.TrimSpace(said(b.para)) == "" {
		b.box = box
		return
	}
	b.add(string(rune(n)), false)
}

func (b *body) add(text string, gone bool) {
	if b.inBox && boxOf(strings.TrimSpace(text)) > 0 { // the box itself, as a character
		return
	}
	p := b.run
	p.text, p.gone = text, gone
	b.para = append(b.para, p)
}

func said(pieces []piece) string {
	var s strings.Builder
	for _, p := range pieces {
		s.WriteString(p.text)
	}
	return s.String()
}

func (b *body) end(name string) {
	switch name {
	case "p":
		b.paragraph()
	case "sdt":
		b.inBox = false
	case "hyperlink":
		if text := said(b.para[min(b.from, len(b.para)):]); b.href != "" && !strings.Contains(text, b.href) {
			if strings.HasPrefix(b.href, "mailto:") {
				b.loose = append(b.loose, b.href)
			} else {
				b.run = piece{}
				b.add(" ("+b.href+")", false)
			}
		}
		b.href = ""
	case "tc":
		b.endCell()
	case "tr":
		b.lines = append(b.lines, strings.Join(b.row, " | "))
		b.row = nil
	case "tbl":
		if n := len(b.outer); n > 0 {
			b.table, b.outer = b.outer[n-1], b.outer[:n-1]
		}
	}
}

// endCell puts a cell on the line of its row; one with more in it than a row holds keeps its lines.
func (b *body) endCell() {
	if b.cell > len(b.lines) {
		return
	}
	var cell []string
	for _, line := range b.lines[b.cell:] {
		if strings.TrimSpace(line) != "" {
			cell = append(cell, line)
		}
	}
	if len(cell) > 12 {
		b.cell = len(b.lines)
		return
	}
	b.lines = b.lines[:b.cell]
	if len(cell) > 0 {
		b.row = append(b.row, strings.Join(cell, " / "))
	}
}

// paragraph ends one.
func (b *body) paragraph() {
	var shown, hidden, gone []piece
	for _, p := range b.para {
		switch {
		case p.gone:
			gone = append(gone, p)
		case p.hidden:
			hidden = append(hidden, p)
		default:
			shown = append(shown, p)
		}
	}
	b.para = nil
	if text := strings.TrimSpace(said(gone)); text != "" {
		b.loose = append(b.loose, voice.T("Deleted in the document: {text}", "text", text))
	}
	prefix := b.prefix(&shown)
	if text := strings.TrimSpace(b.marked(shown)); text != "" {
		b.write(prefix, text)
	} else if n := len(b.lines); prefix == "" && len(hidden) == 0 && n > 0 && b.lines[n-1] != "" {
		b.lines = append(b.lines, "")
	}
	for _, line := range strings.Split(said(hidden), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			b.lines = append(b.lines, "private: "+line)
		}
	}
}

// write writes the lines of a paragraph. Those after the first of an item stand below its text.
func (b *body) write(prefix, text string) {
	if strings.HasPrefix(prefix, "#") && len(b.lines) > 0 {
		b.lines = append(b.lines, "")
	}
	for i, line := range strings.Split(text, "\n") {
		if i == 1 {
			indent := len(prefix) - len(strings.TrimLeft(prefix, " "))
			if prefix = strings.Repeat(" ", indent+2); b.num == "" && b.box == 0 {
				prefix = ""
			}
		}
		b.lines = append(b.lines, strings.TrimRight(prefix+strings.TrimSpace(line), " "))
	}
}

// prefix is what stands before a paragraph: the marks of a heading, of an item, of a box. A box that is its first character is taken
// depth is how deep the heading of the paragraph is: below the title of the document, where there is one.
func (b *body) depth() int {
	level := b.sheet.level
	if b.titled && !b.sheet.title && level < 6 {
		level++
	}
	b.titled = b.titled || b.sheet.title
	return level
}

// from it.
func (b *body) prefix(shown *[]piece) string {
	if b.sheet.level > 0 {
		return strings.Repeat("#", b.depth()) + " "
	}
	m, isItem := b.lists[b.num][b.level], b.num != "" && b.num != "0"
	box := b.box
	if isItem && m.box > 0 {
		box = max(box, m.box)
		if box == 1 && allStruck(*shown) { // as Google saves a ticked box
			box = 2
			for i := range *shown {
				(*shown)[i].struck = false
			}
		}
	}
	if box == 0 {
		box = firstBox(*shown)
	}
	boxes := [...]string{"", "[ ] ", "[x] "}
	switch {
	case box > 0:
		return strings.Repeat("  ", b.level) + "- " + boxes[box]
	case !isItem:
		return ""
	case m.ordered:
		return strings.Repeat("  ", b.level) + strconv.Itoa(b.next()) + ". "
	}
	return strings.Repeat("  ", b.level) + "- "
}

// next is the number of an item.
func (b *body) next() int {
	if b.count == nil {
		b.count = map[string]map[int]int{}
	}
	if b.count[b.num] == nil {
		b.count[b.num] = map[int]int{}
	}
	for level := range b.count[b.num] {
		if level > b.level {
			delete(b.count[b.num], level)
		}
	}
	b.count[b.num][b.level]++
	return b.count[b.num][b.level]
}

func allStruck(pieces []piece) bool {
	struck := false
	for _, p := range pieces {
		if strings.TrimSpace(p.text) == "" {
			continue
		}
		if !p.struck {
			return false
		}
		struck = true
	}
	return struck
}

// firstBox takes a box that is the first character of a paragraph from it, "☐ call HR".
func firstBox(pieces []piece) int {
	for i, p := range pieces {
		text := strings.TrimLeft(p.text, " \t\n")
		if text == "" {
			continue
		}
		r := []rune(text)[0]
		box := boxOf(string(r))
		if box == 0 || r == '✓' || r == '✔' || r == '✅' || r == '□' || r == '◻' {
			return 0
		}
		pieces[i].text = strings.TrimLeft(strings.TrimPrefix(text, string(r)), " \t\u00a0")
		return box
	}
	return 0
}

// marked is a paragraph with the marks of Markdown round what is bold or struck.
func (b *body) marked(pieces []piece) string {
	var s strings.Builder
	for i := 0; i < len(pieces); {
		p := pieces[i]
		first := i
		for i++; i < len(pieces) && pieces[i].bold == p.bold && pieces[i].struck == p.struck; i++ {
		}
		text := said(pieces[first:i])
		marks := ""
		switch {
		case b.sheet.level > 0:
		case p.struck:
			marks = "~~"
		case p.bold || b.sheet.bold:
			marks = "**"
		}
		trimmed := strings.TrimSpace(text)
		if marks == "" || trimmed == "" || strings.Contains(trimmed, "\n") {
			s.WriteString(text)
			continue
		}
		at := strings.Index(text, trimmed)
		s.WriteString(text[:at] + marks + trimmed + marks + text[at+len(trimmed):])
	}
	return reading.Body([]string{s.String()})
}
