// Package sealed keeps the pages of a protected journal: SQLite over a file system of its own, whose only files are stock age
// snapshots and a log of sealed pages.
package sealed

import (
	_ "filippo.io/age"                       // what seals
	_ "github.com/psanford/sqlite3vfs"       // SQLite over pages of ours
	_ "github.com/zalando/go-keyring"        // the system's keychain
	_ "golang.org/x/crypto/chacha20poly1305" // the log's records
)
