package storage

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// applicationID says that an SQLite file is a Handback journal: "Hbck".
const applicationID = 0x4862636b

// migrations are the steps from nothing to the present schema, in order; the schema of a journal is how many of them
// it has had.
func migrations() ([]string, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	out := make([]string, 0, len(names))
	for i, name := range names {
		if want := fmt.Sprintf("migrations/%04d_", i+1); name[:len(want)] != want {
			return nil, fmt.Errorf("migration %d is called %s", i+1, name)
		}
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, string(text))
	}
	return out, nil
}

// migrate brings a journal from schema have to the present one, each step in a transaction of its own, so that a
// process that dies leaves the old schema or the next one and nothing between.
func (j *Journal) migrate(have int, steps []string) error {
	for i := have; i < len(steps); i++ {
		err := j.write(func(t *tx) error {
			if err := t.script(steps[i]); err != nil {
				return fmt.Errorf("bring the journal to schema %d: %w", i+1, err)
			}
			return t.script(fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", i+1, applicationID))
		})
		if err != nil {
			return err
		}
	}
	return nil
}
