package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// olderMark stands in the name of a copy that was made before an update, before the number of the schema that it has:
// "journal.before-update-2.handback".
const olderMark = ".before-update-"

// earlierMark stands in the name of a log of an earlier journal that was put aside.
const earlierMark = ".of-an-earlier-journal"

// olderName is where the copy of the journal is kept that has an older schema.
func (j *Journal) olderName(schema int) string {
	end := filepath.Ext(j.path)
	return strings.TrimSuffix(j.path, end) + olderMark + strconv.Itoa(schema) + end
}

// keepOlder copies the journal beside itself before it is brought to a newer schema. Without the copy it is left as it is.
func (j *Journal) keepOlder(schema int) error {
	err := translate(j.copyTo(j.olderName(schema)))
	if errors.Is(err, notes.ErrFull) {
		return say(
			notes.ErrFull,
			err,
			voice.T("Handback copies your journal before updating it, but there's no space left on the disk with {folder}. "+
				"Free up some space and try again. Nothing was changed.", "folder", filepath.Dir(j.path)),
		)
	}
	if err != nil {
		return fmt.Errorf("copy the journal before its update: %w", err)
	}
	return nil
}

// dropOlder leaves, of the copies that earlier updates made, the newest one. It is called once the updated journal is open:
// until then the one before is what is known to be good.
func (j *Journal) dropOlder() error {
	folder, own := filepath.Split(j.olderName(0))
	before, end, _ := strings.Cut(own, olderMark+"0")
	names, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	newest := 0
	copies := map[int]string{}
	for _, n := range names {
		digits, ok := strings.CutPrefix(n.Name(), before+olderMark)
		digits, whole := strings.CutSuffix(digits, end)
		schema, err := strconv.Atoi(digits)
		path := filepath.Join(folder, n.Name())
		if ok && whole && err == nil && schema > 0 && strconv.Itoa(schema) == digits && (n.Type().IsRegular() || IsProtected(path)) {
			copies[schema] = path
			newest = max(newest, schema)
		}
	}
	delete(copies, newest)
	for _, path := range copies {
		if err := RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}
