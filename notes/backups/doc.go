// Package backups is which backups of a journal are kept, and how they are told. The files are storage's.
package backups
