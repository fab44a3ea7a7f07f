//go:build unix

package sealed

import (
	"errors"
	"os"
)

func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
