// Package rereading is what the screen of lines shows that an update reads otherwise than before, and what an answer
// changes. Begin with Show.
package rereading
