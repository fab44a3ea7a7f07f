// Package whosecall reads one line of a note and says whether the manager takes a decision or work in it that could be
// the report's, or the report hands one up. It reads words, not meaning: what it finds is a question to the manager,
// never counted (docs/DETECTOR.md says how a line is read and how often that is right). What it looks for stands in rules.txt and
// words.txt.
package whosecall
