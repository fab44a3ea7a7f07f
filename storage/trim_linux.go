package storage

/*
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
static void trim(void) { malloc_trim(0); }
#else
static void trim(void) {}
#endif
*/
import "C"

// trim has the C library give back to the system what SQLite has freed; it would keep that for the next need.
func trim() { C.trim() }
