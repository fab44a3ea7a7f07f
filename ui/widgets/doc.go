// Package widgets holds the parts that screens are made of. They know Fyne and
// package look and nothing of notes. Everything belongs to the UI goroutine.
//
// # Sizes
//
// Sizes are given before scaling, as the design has them. Text, icons, and what
// holds text (Width, Sized, rows, buttons) grow with the text scale; gaps and
// paddings do not. Colours are read when a part is made: after a change of
// theme or scale the window builds its trees again.
//
// # Layout
//
// VStack, HStack (texts on one baseline), HMiddle, HTop, Grow (takes what is
// left; empty it is a spring), Columns, EvenColumns (cards of one height),
// ColumnsOrStack (stacks where it is narrow), Pad, Width, Sized, Centre,
// LineHeight, MaxWidth, Over, Gap, GapWide, Hairline, Free. They ask their
// objects for the height at the width these get (HeightOf), which Fyne's own
// layouts cannot: put wrapped text into these. Page and NewScroll scroll.
//
// # Text
//
// One line: Title, Heading, CardTitle, Text, Name, Muted, Small, SmallName,
// TextIn; Right and Middle align. Wrapped, in several colours: NewPara with the
// runs Plain, Dim, Strong, Bold, Slanted, Colored; NewLine never wraps,
// NewElided ends in "…" where it must. In an HStack a NewPara or NewElided goes
// into a Grow.
//
// # Cards and rows
//
//	Card(2,
//		CardHead("I owe Ana", "1", NewSmallButton("owe/open", Quiet, "", "Open", open)),
//		NewRow("owe/7", RowOneLine, HStack(10,
//			NewCheckbox("owe/7/done", "", false, tick), Grow(NewPara(14, Plain("Budget answer"))), Small("since 17 Nov")), show))
//
// FoldCard and NewFold, SoftCard, ChipCard, StillRow (a row that is not tapped),
// EmptyLine, PageHead.
//
// # What is acted on
//
// NewButton and NewSmallButton (Primary, Outlined, Quiet, Soft), NewRow,
// NewCheckbox, NewSegmented, NewToggleChip, Tabs, NewFold, ShowMenu, ShowMenuAt; in
// forms NewTextField, NewTextArea, NewDateField, NewSelect, or
// Bare where a place draws its own box; NewDialog, NewPanel, NewToast. The first argument is always the Key: the control's identity, which
// no other control of the room has and which stays the same when the room builds
// its tree again. All are reached by Tab, show a ring then, and act on Space and
// Enter. Keys they have no use for go on to the dialog or menu on top, then to
// the canvas's OnTypedKey; shortcuts that an Entry has no use for go to its
// OnShortcut, then to the canvas's shortcuts. The window's own OnTypedKey calls
// HandleOverlayKey first.
//
// Only shown: Disc, Icon, BoldIcon, WhoDot, Chip, KeyHint, Ladder, YearStrip.
//
// # The editor
//
// NewEditor makes the one a note is written in: SetText loads a note, Replace,
// ReplaceLine, InsertLine and DeleteLine change it undoably and leave the caret
// at its words; Marks says what is coloured, Complete what is offered as one
// types, OnChanged and OnBlur when to save. WriteOn puts the caret on a blank last
// line, which is in Text only once something is written. Put it where it gets a size of its
// own (it scrolls), and make it once: it keeps undo.
//
// # Reloading
//
// A room that builds its tree again does it inside Keep(canvas, root, rebuild),
// which puts back focus, offsets and open folds by their keys. A dialog or menu
// that goes does the same for the focus. Reveal scrolls to what has no focus.
package widgets
