#include "vfs.h"

#include <stddef.h>
#include <string.h>

#include "_cgo_export.h"

enum {
  OK = 0,
  IOERR_DELETE = 10 | (10 << 8),
  NOTFOUND = 12,
  CANTOPEN = 14,
  SECTOR = 4096,
  POWERSAFE_OVERWRITE = 0x1000,
};

static sqlite3_vfs *system_vfs;

static uintptr_t of(sqlite3_file *f) { return ((sealed_file *)f)->handle; }

static int closeFile(sqlite3_file *f) { return sealedClose(of(f)); }
static int readFile(sqlite3_file *f, void *to, int n, sealed_int64 at) { return sealedRead(of(f), to, n, at); }
static int writeFile(sqlite3_file *f, const void *p, int n, sealed_int64 at) { return sealedWrite(of(f), (void *)p, n, at); }
static int truncateFile(sqlite3_file *f, sealed_int64 size) { return sealedTruncate(of(f), size); }
static int syncFile(sqlite3_file *f, int flags) { (void)flags; return sealedSync(of(f)); }
static int fileSize(sqlite3_file *f, sealed_int64 *size) { *size = sealedSize(of(f)); return OK; }

// One connection has a file: there is nobody to lock out.
static int lockFile(sqlite3_file *f, int how) { (void)f; (void)how; return OK; }
static int reservedLock(sqlite3_file *f, int *held) { (void)f; *held = 0; return OK; }
static int control(sqlite3_file *f, int op, void *arg) { (void)f; (void)op; (void)arg; return NOTFOUND; }
static int sectorSize(sqlite3_file *f) { (void)f; return SECTOR; }
static int characteristics(sqlite3_file *f) { (void)f; return POWERSAFE_OVERWRITE; }

static const sqlite3_io_methods methods = {
    1, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize,
    lockFile, lockFile, reservedLock, control, sectorSize, characteristics,
};

// openFile opens a main database that was registered, and nothing else: no journal, no log, no temporary file.
static int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *outFlags) {
  (void)vfs;
  f->pMethods = NULL;
  uintptr_t handle = 0;
  int rc = sealedOpen((char *)name, flags, &handle);
  if (rc != OK) return rc;
  ((sealed_file *)f)->handle = handle;
  f->pMethods = &methods;
  if (outFlags) *outFlags = flags;
  return OK;
}

static int deleteFile(sqlite3_vfs *vfs, const char *name, int sync) { (void)vfs; (void)name; (void)sync; return IOERR_DELETE; }

static int access(sqlite3_vfs *vfs, const char *name, int how, int *there) {
  (void)vfs; (void)how;
  *there = sealedThere((char *)name);
  return OK;
}

static int fullPathname(sqlite3_vfs *vfs, const char *name, int most, char *to) {
  (void)vfs;
  size_t n = strlen(name);
  if ((int)n >= most) return CANTOPEN;
  memcpy(to, name, n + 1);
  return OK;
}

// What has nothing to do with files is the system's.
static void *dlOpen(sqlite3_vfs *vfs, const char *name) { (void)vfs; (void)name; return NULL; }
static void dlError(sqlite3_vfs *vfs, int n, char *to) { (void)vfs; if (n > 0) to[0] = 0; }
static void (*dlSym(sqlite3_vfs *vfs, void *h, const char *name))(void) { (void)vfs; (void)h; (void)name; return NULL; }
static void dlClose(sqlite3_vfs *vfs, void *h) { (void)vfs; (void)h; }
static int randomness(sqlite3_vfs *vfs, int n, char *to) { (void)vfs; return system_vfs->xRandomness(system_vfs, n, to); }
static int pause(sqlite3_vfs *vfs, int us) { (void)vfs; return system_vfs->xSleep(system_vfs, us); }
static int now(sqlite3_vfs *vfs, double *day) { (void)vfs; return system_vfs->xCurrentTime(system_vfs, day); }
static int lastError(sqlite3_vfs *vfs, int n, char *to) { (void)vfs; (void)n; (void)to; return sealedErrno(); }
static int nowInt64(sqlite3_vfs *vfs, sealed_int64 *ms) { (void)vfs; return system_vfs->xCurrentTimeInt64(system_vfs, ms); }

static sqlite3_vfs sealed_vfs = {
    .iVersion = 2,
    .szOsFile = sizeof(sealed_file),
    .mxPathname = 512,
    .zName = "handback-sealed",
    .xOpen = openFile,
    .xDelete = deleteFile,
    .xAccess = access,
    .xFullPathname = fullPathname,
    .xDlOpen = dlOpen,
    .xDlError = dlError,
    .xDlSym = dlSym,
    .xDlClose = dlClose,
    .xRandomness = randomness,
    .xSleep = pause,
    .xCurrentTime = now,
    .xGetLastError = lastError,
    .xCurrentTimeInt64 = nowInt64,
};

int sealed_register(void) {
  system_vfs = sqlite3_vfs_find(NULL);
  if (system_vfs == NULL || system_vfs->iVersion < 2) return CANTOPEN;
  return sqlite3_vfs_register(&sealed_vfs, 0);
}

void sealed_reserved_lock(int *held) { methods.xCheckReservedLock(NULL, held); }
