// Package archive is the form in which a whole journal leaves Handback and comes back: a folder of Markdown that Obsidian
// opens as a vault (docs/ARCHIVE.md). It knows bytes and io/fs only; which rows there are, and the disk, are storage's.
//
// A row that a person would read has a file of its own, flat front matter and a text (Kinds); every other row is a line of
// JSON in the folder "Handback". Written, both depend on nothing but the row, so that an unchanged journal changes no byte.
package archive
