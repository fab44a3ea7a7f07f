package storage

import (
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// BenchmarkArchive writes journals of each size to a folder, once more where nothing has changed, and takes the folder into an
// empty journal. Beside the time it reports the most that stood on the heap.
func BenchmarkArchive(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		var out, again, in time.Duration
		most := uint64(0)
		watch := func(int, int) error {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
			return nil
		}
		for range b.N {
			folder := filepath.Join(b.TempDir(), "archive")
			out += took(b, func() error {
				_, err := j.ExportArchive(folder, watch)
				return err
			})
			again += took(b, func() error {
				done, err := j.ExportArchive(folder, watch)
				if err == nil && done.Written+done.Removed > 0 {
					b.Errorf("%d files of an unchanged journal were written", done.Written+done.Removed)
				}
				return err
			})
			fresh, err := Open(filepath.Join(b.TempDir(), FileName), Options{Now: func() time.Time { return benchNow }, Create: true})
			if err != nil {
				b.Fatal(err)
			}
			in += took(b, func() error {
				_, err := fresh.ImportArchive(folder, watch)
				return err
			})
			if err := fresh.Close(); err != nil {
				b.Fatal(err)
			}
		}
		n := float64(b.N)
		b.ReportMetric(out.Seconds()/n, "export-s")
		b.ReportMetric(again.Seconds()/n, "again-s")
		b.ReportMetric(in.Seconds()/n, "import-s")
		b.ReportMetric(float64(most)/1e6, "heap-MB")
	})
}

func took(b *testing.B, do func() error) time.Duration {
	b.Helper()
	start := time.Now() //nolint:forbidigo // a benchmark times with the real clock
	if err := do(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start) //nolint:forbidigo // as above
}
