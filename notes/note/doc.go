// Package note is what stands beside the editor: the list of a person's notes, and what is filed from the open one as one
// types. Begin with ShowFiled.
package note
