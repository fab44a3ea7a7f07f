// Package text is what every text of the program goes through before it is kept or compared: Clean makes pasted text fit,
// Fold is the one form in which names and words are compared. It knows nothing of notes, windows or files.
package text
