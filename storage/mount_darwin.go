package storage

import "syscall"

// mountOf is the disk that a folder is on.
func mountOf(folder string) (mount, bool) {
	var st syscall.Statfs_t
	if syscall.Statfs(folder, &st) != nil {
		return mount{}, false
	}
	return mount{at: cText(st.Mntonname[:]), kind: cText(st.Fstypename[:]), source: cText(st.Mntfromname[:])}, true
}

func cText(chars []int8) string {
	text := make([]byte, 0, len(chars))
	for _, c := range chars {
		if c == 0 {
			break
		}
		text = append(text, byte(c))
	}
	return string(text)
}
