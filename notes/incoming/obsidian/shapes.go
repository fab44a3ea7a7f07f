package obsidian

// shapes are the pieces of a format of moment.js that occur in the names of daily notes, and Go's for them; longer ones first.
var shapes = []struct{ theirs, ours string }{
	{"YYYY", "2006"},
	{"YY", "06"},
	{"MMMM", "January"},
	{"MMM", "Jan"},
	{"MM", "01"},
	{"M", "1"},
	{"DD", "02"},
	{"Do", "2"},
	{"D", "2"},
	{"dddd", "Monday"},
	{"ddd", "Mon"},
	{"gggg", ""},
	{"ww", ""},
	{"Q", ""},
	{"HH", "15"},
	{"mm", "04"},
	{"ss", "05"},
}
