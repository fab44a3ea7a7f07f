// Package praise is what the Praise screen shows of praise and feedback, its strip of the year, and its form. Begin with
// ShowLog.
package praise
