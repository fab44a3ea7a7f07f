// Package reading is what several readers of other programs' files share: dates as people write them, whom a name in a heading or
// a file means, and lines that file as what they said and as nothing else.
package reading
