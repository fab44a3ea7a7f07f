// Package whosecall reads one line of a note and says whether the manager takes a decision or work in it that could be
// the report's, or the report hands one up. It reads words, not meaning: what it finds is a question to the manager,
// never counted (docs/DETECTOR.md says how a line is read and how often that is right). What it looks for stands in rules.txt and
// words.txt. A second opinion comes from weights.txt, which `make learn` writes from the labelled lines in testdata: where a rule
// fires and the weights doubt it, the line is silent, and where none does and they are sure, it fires as InOtherWords.
package whosecall
