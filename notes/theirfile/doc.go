// Package theirfile is what a person may ask for: their file to share, and everything that is held about them. It also makes the
// manager's own file for the day on which they leave the company. Begin with Show.
package theirfile
