// Package people is the form of a person and the reading of a pasted list of names. Begin with Form.
package people
