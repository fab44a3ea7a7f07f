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
// ColumnsOrStack (stacks where it is narrow), Pad, Width, Column, Sized, Centre,
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
// into a Grow. Names and whatever else may be of any length stand in a Fit, which
// gives way to what stands beside it; chips in a Flow.
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
// NewCheckbox, NewSegmented, NewToggleChip, NewTakenChip, NewMonthCell, Tabs, NewFold, ShowMenu, ShowMenuAt; in
// forms NewTextField, NewTextArea, NewDateField, NewSelect, or
// Bare where a place draws its own box; NewDialog, NewDanger (which asks before
// something is lost: Return is never yes), NewPanel, NewToast. The first argument is always the Key: the control's identity, which
// no other control of the room has and which stays the same when the room builds
// its tree again. All are reached by Tab, show a ring then, and act on Space and
// Enter. Keys they have no use for go on to the dialog or menu on top, then to
// the canvas's OnTypedKey; shortcuts that an Entry has no use for go to its
// OnShortcut, then to the canvas's shortcuts. The window's own OnTypedKey calls
// HandleOverlayKey first. Stops, EnterPart and MoveInPart go from part to part of the
// window and within one.
//
// What shows no word has a tooltip: WithTip, for what is only shown Tipped; a text that is cut has its own. A right tap
// opens the menu of the line that has a button with the icon "more" in it, or of a Row that OpensMenu.
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
//
// # Why not Fyne's own
//
// Checked with Fyne v2.8.1 under the theme of package look, by programs that do
// what is said here; whoever raises the version checks again, and what Fyne does
// by then is taken from it. What is named before a colon is the whole of what
// this package shows; a test holds that nothing is left out.
//
// Of Fyne's Button, Check, Select, RadioGroup, Accordion and List none acts on
// Enter. The focus is a tint on them, never a ring. A key that they have no use
// for ends there: Esc on a focused Button closes no dialog. They light up under
// a pointer that rests where a screen appears. And a screen with twenty of them
// is painted twice (Label, RichText, Button, Card) or three times (Check, Select,
// RadioGroup) when it is shown, one with ours once. What is said below comes on
// top of that.
//
//   - VStack, HStack, HMiddle, HTop, Grow, Over, Pad, Width, Column, Sized, LineHeight,
//     Centre, MaxWidth, CentredMaxWidth, Columns, EvenColumns, ColumnsOrStack, BesideOrUnder, BesideWhileWide,
//     StillRow: Fyne's layouts ask for a MinSize, which knows no width: a label
//     that is 256 high at 100 wide asks for 40 until it was laid out there. HBox
//     puts a 12 and a 22 on baselines 3.6 apart, its Spacer holds nothing, a
//     Grid has columns of one width, and none limits a width or stacks.
//   - Fit, FitOr, FitWithin: a Label that is cut takes all of the width or none, and its
//     least is the dots alone.
//   - Flow: RowWrap asks for a height at the width that it last had.
//   - Contents, NewContents: a list is one column with a height of its own, and buttons are a stop of Tab each.
//   - Free: NewWithoutLayout is not told when its size changes.
//   - Gap, GapWide: a Spacer has no size of its own, it takes all that is left.
//   - CardGround: Fyne's Rectangle with round corners costs five times as much where
//     it is large and no graphics card helps.
//   - Hairline, Box, Outline: are Fyne's Separator and Rectangle.
//   - Title, Heading, CardTitle, Text, Name, Muted, Small, SmallName, TextIn, Right,
//     Middle: are Fyne's canvas.Text. A Label has 8 of padding on every side, and
//     of faces only those that a theme has: regular, bold, italic.
//   - Para, NewPara, NewLine, NewElided: RichText has that padding and those
//     faces, colours by the theme's names alone, and no line height of its own.
//   - Icon, BoldIcon, WhoDot: canvas.Image draws its SVG anew at each size and
//     refreshes when it first meets a canvas: a screen with twenty is painted
//     twice. look.Draw draws each once per size and colour.
//   - Card, FoldCard, SoftCard, ChipCard, CardHead, CardHeadOr, EmptyLine, PageHead: a Card
//     has no outline, its title is 22 high, and nothing can stand beside it.
//   - Scroll, NewScroll, Page: VScroll refreshes its bar at each layout: a page of
//     wrapped text in it is painted twice, in ours once.
//   - Button, NewButton, NewSmallButton, NewFieldButton: Fyne's has no outline and
//     one size, here 37 high. A tap takes the focus from everything. It acts on
//     the key of Space, so the blank goes on into what gets the focus then.
//   - DiscButton, NewDiscButton, ToggleChip, NewToggleChip, NewTakenChip, MonthCell, NewMonthCell: a Button is
//     neither on nor off, no circle, and has no bar in it.
//   - Checkbox, NewCheckbox: Check draws its box in the colour of an entry's
//     border, which is none here; SetChecked calls OnChanged.
//   - Row, NewRow: no container of Fyne's can be tapped; a List has rows of one
//     template, at heights by index, and scrolls by itself.
//   - Fold, NewFold: an Accordion's head is one text without icon and gist, and
//     what it holds has to be made before it is opened.
//   - Segmented, NewSegmented: a RadioGroup is as many stops of Tab as it has
//     words, and no arrow goes from one to the next.
//   - Tab, Tabs: Tab reaches none of AppTabs, and all pages have to be made first.
//   - SearchBox: an Entry has no icon before its text, and its border is not the one of a box here.
//   - Offered, NewOffered: Fyne has no list below a field: SelectEntry's opens in a
//     pop-up, which takes the keyboard away from the field.
//   - Select, NewSelect: Down opens Fyne's and chooses nothing, Left wraps round to
//     the last. SetSelected calls OnChanged, and of two equal words the first is
//     chosen.
//   - ShowMenu, ShowMenuAt: a PopUpMenu has no line chosen at first, so that Enter
//     closes it; Down and Enter do what is off. Where there is no room it lies
//     over what it belongs to, and Space goes on into the entry behind.
//   - Tipped, UseTips, Ground, NewGround: Fyne has no tooltips, and what stands in
//     a row that is tapped gets no pointer of its own.
//   - DateField, NewDateField, whose calendar is our own: a DateEntry reads the
//     country's digits alone, no "Fri" and no ISO date. Of Fyne's Calendar the
//     arrows and Page Down do nothing, no day is marked, the 28th is thirty
//     Tabs away, and from 31 January it goes on to March.
//   - ShowFileDialog: it is Fyne's, which ignores Esc, is larger than a small window
//     and shows the grip between its two lists where it looks like a caret.
//   - Dialog, NewDialog: Fyne's ignores Esc and Enter and does not take the focus
//     in. It closes whatever went wrong, does not scroll what is higher than the
//     window, and Space on a button is typed into the entry behind.
//   - NewDanger: the same, and Fyne's confirmation begins on the button that acts.
//   - PutAway, FormsOn, View, RememberView: Fyne has no way to take what is open off
//     a window that locks, and to put it back as it was.
//   - Forms, ReadForms, KeptField, KeepTyped: what is typed into a form of Fyne's
//     is gone with it.
//   - Blank, ShowBlank: Fyne has none. Its modal PopUp shows what lies behind and
//     leaves the keys to the window.
//   - Panel, NewPanel: nor does a PopUp close on Esc or take the focus in.
//   - Begin, NewBegin: has the keyboard where a text is only made by typing; an Entry
//     needs one to type into.
//   - Toast, NewToast: Fyne has none in the window, only the system's.
//   - Entry, NewEntry, Bare: Fyne's swallows every shortcut, Esc, Enter and F2, and
//     with several lines Tab. It pastes tabs and control characters, knows no
//     Ctrl+End and no Ctrl+Shift+Z, moves by words within a row, needs two steps to undo
//     what is typed over a selection and forgets undo with SetText, and its border is as wide as its caret.
//   - Curtain, ShowCurtain: as Blank, with a page of its own on it, which the
//     keyboard is in.
//   - SecretField, NewSecretField: Fyne's password entry has an eye that no key
//     leads to and that has no name, and lets what was typed be undone.
//   - TextField, NewTextField, NewTextArea: a Form's line for what is wrong is one
//     that never wraps, and the entry is Fyne's.
//   - Editor, NewEditor: besides, an Entry has one colour, loses the caret where a
//     row is full (a letter typed after a blank goes before it), has the same
//     MinSize for any number of lines, keeps the wheel from the page, and needs
//     15 ms a key at 20,000 characters. RichText cannot be typed into.
//   - Texts, NewTexts: what an Entry can undo can't be put away and taken up again.
//   - Chip, Disc, KeyHint: Fyne has nothing like them.
//   - Ladder, LadderLine, LadderNames, YearStrip, WhoStrip: Fyne has no charts.
package widgets
