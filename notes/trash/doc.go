// Package trash is what the Trash screen shows, and what emptying it changes.
package trash
