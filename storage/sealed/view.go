package sealed

import (
	"errors"
	"io"
)

// view is the database as it was at one commit. Nothing in it changes: a commit makes another one.
type view struct {
	base   *snapshot // nil before the first one
	layers []layer   // oldest first: what was committed since, each over those before it
	pages  int64
	size   int // of a page; 0 before the first one was written
}

// layer holds pages by their place. Only the newest layer of the journal's own view takes further ones.
type layer map[int64][]byte

// page fills to, which is no longer than a page, with what stands in a page from an offset on. A page that nothing says
// anything of is zeros.
func (v *view) page(n int64, from int, to []byte) error {
	for i := len(v.layers) - 1; i >= 0; i-- {
		if p, ok := v.layers[i][n]; ok {
			copy(to, p[from:])
			return nil
		}
	}
	if v.base == nil || n >= v.base.pages {
		clear(to)
		return nil
	}
	return v.base.read(to, n*int64(v.size)+int64(from))
}

// read fills to with what stands at an offset, as far as the database goes, and returns how much that is.
func (v *view) read(to []byte, at int64, page func(n int64, from int, to []byte) error) (int, error) {
	if v.size == 0 {
		return 0, nil
	}
	size, end := int64(v.size), v.pages*int64(v.size)
	done := 0
	for done < len(to) && at < end {
		from := int(at % size)
		part := to[done:min(len(to), done+v.size-from)]
		if err := page(at/size, from, part); err != nil {
			return done, err
		}
		done += len(part)
		at += int64(len(part))
	}
	return done, nil
}

// reach is a view that lasts: what is committed from now on goes to a layer of its own, which is no part of it.
func (v *view) reach() view {
	kept := *v
	kept.layers = v.layers[:len(v.layers):len(v.layers)]
	v.onTop()
	if kept.base != nil {
		kept.base.use()
	}
	return kept
}

// onTop puts an empty layer on top for what comes.
func (v *view) onTop() { v.layers = append(v.layers[:len(v.layers):len(v.layers)], layer{}) }

// top is the layer that commits go to.
func (v *view) top() layer { return v.layers[len(v.layers)-1] }

// isEnd reports whether a read only says that it reached the end.
func isEnd(err error) bool { return errors.Is(err, io.EOF) }
