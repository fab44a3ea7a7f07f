//go:build journey

package journey

import (
	"os"
	"path/filepath"
	"testing"
)

// vault writes years of notes as Obsidian keeps them, and returns its folder.
func (m *manager) vault() string {
	m.Helper()
	root := filepath.Join(m.TempDir(), "Vault")
	for name, text := range map[string]string{
		".obsidian/app.json": "{}",
		"People/Ana Ruiz/2024-03-04.md": "---\nperson: Ana Ruiz\ndate: 2024-03-04\n---\nThe zebra migration went well.\n" +
			"- [ ] draft the rollout plan 📅 2024-04-01\n",
		"People/Ana Ruiz/2025-03-10.md": "---\nperson: Ana Ruiz\ndate: 2025-03-10\n---\nTalked about leading the platform.\n- [x] told legal ✅ 2025-03-20\n",
		"People/Eve Stone.md":           "# Eve Stone\n\n## 2025-02-03\nFirst talk with Eve.\n",
		"Broken.md":                     "---\nperson: [broken\n---\nzebra\n",
	} {
		path := filepath.Join(root, filepath.FromSlash(name))
		m.must(os.MkdirAll(filepath.Dir(path), 0o700))
		m.must(os.WriteFile(path, []byte(text), 0o600))
	}
	return root
}

// TestFromAnObsidianFolderToLookBack brings years of notes along on the first day, looks back on them, and takes them back.
func TestFromAnObsidianFolderToLookBack(t *testing.T) {
	m := newManager(t, logging)
	m.start()
	m.sees("Import my notes")
	m.clicks("Import my notes")
	m.sees("Your name")
	m.types("Mo Lindt\n")
	m.types("Ana Ruiz")
	m.presses("Continue")
	m.sees("Where are your notes")
	m.types(m.vault() + "\n")
	m.sees("from Obsidian", "Who they're about", "Eve Stone")
	const all = "select count(*) from note where origin is not null and deleted_at is null"
	m.stored([]string{"0"}, all)
	m.presses("Import 3 notes")
	m.sees("are in your journal now")
	m.stored([]string{"3"}, all)
	m.stored([]string{"Eve Stone"}, "select name from person where import_id is not null and deleted_at is null")
	m.stored([]string{"0"}, "select count(*) from item where open = 1 or owed = 1")
	m.clicks("Ana Ruiz")
	m.sees("Search these years", "2024", "migration")
	m.key("ctrl+z")
	m.stored([]string{"0"}, all)
	m.stored([]string{"0"}, "select count(*) from person where name = 'Eve Stone' and deleted_at is null")
	m.quit()
}
