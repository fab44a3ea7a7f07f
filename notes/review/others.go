package review

import "handback/notes"

// Flagged is the pack with its lines marked that name somebody but the person and the manager, or are about several people:
// whoever reads the pack reads those names too. names are all people's.
func (p Pack) Flagged(names *notes.Names, me notes.PersonID) Pack {
	parts := make([]Part, len(p.Parts))
	for i, part := range p.Parts {
		parts[i] = Part{Kind: part.Kind, Title: part.Title, Lines: make([]Line, len(part.Lines))}
		for k, l := range part.Lines {
			l.Others = len(l.People) > 1 || names.Mentions(l.leaves(), p.Person.ID, me) || names.MayMeanAnother(l.leaves(), p.Person.ID)
			parts[i].Lines[k] = l
		}
	}
	p.Parts = parts
	return p
}

// leaves is all that is written in a line, whatever of it is said where.
func (l Line) leaves() string {
	return l.Text + " " + l.Remark + " " + l.Says + " " + l.Rest + " " + l.Comment
}

// NamingOthers are the lines that Flagged marked.
func (p Pack) NamingOthers() []Line {
	var out []Line
	for _, part := range p.Parts {
		for _, l := range part.Lines {
			if l.Others {
				out = append(out, l)
			}
		}
	}
	return out
}

// LeaveOutAll leaves several lines out at once.
func (p Pack) LeaveOutAll(lines []Line) notes.Change {
	var c notes.Change
	for _, l := range lines {
		c.Rows = append(c.Rows, p.LeaveOut(l).Rows...)
	}
	return c
}
