#include "faulty_disk.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <string.h>

static sqlite3_vfs *real_disk;
static sqlite3_vfs layer;
static atomic_int countdown, fault_code, fault_stays, fault_seen;

typedef struct {
    sqlite3_file base;
    sqlite3_file *real;
    int fails;
} layered_file;

// Other tests use the same process: only files below a folder with this name are ever made to fail.
static int is_meant(const char *path) { return path && strstr(path, "/faulty-disk/") != NULL; }

void faulty_disk_fail(int nth, int code, int stays) {
    atomic_store(&fault_seen, 0);
    atomic_store(&fault_code, code);
    atomic_store(&fault_stays, stays);
    atomic_store(&countdown, nth);
}

int faulty_disk_has_failed(void) { return atomic_load(&fault_seen); }

// The code with which this operation is to fail, or 0.
static int fault(int is_meant) {
    if (!is_meant) return 0;
    if (atomic_load(&fault_seen) && atomic_load(&fault_stays)) return atomic_load(&fault_code);
    if (atomic_load(&countdown) <= 0) return 0;
    if (atomic_fetch_sub(&countdown, 1) != 1) return 0;
    atomic_store(&fault_seen, 1);
    return atomic_load(&fault_code);
}

#define REAL(file) (((layered_file *)(file))->real)

static int layer_close(sqlite3_file *f) {
    int code = REAL(f)->pMethods ? REAL(f)->pMethods->xClose(REAL(f)) : SQLITE_OK;
    sqlite3_free(REAL(f));
    return code;
}
static int layer_read(sqlite3_file *f, void *to, int count, sqlite3_int64 at) {
    return REAL(f)->pMethods->xRead(REAL(f), to, count, at);
}
static int layer_write(sqlite3_file *f, const void *from, int count, sqlite3_int64 at) {
    int code = fault(((layered_file *)f)->fails);
    // A write that fails may have been begun.
    if (code) {
        if (count > 1) REAL(f)->pMethods->xWrite(REAL(f), from, count / 2, at);
        return code;
    }
    return REAL(f)->pMethods->xWrite(REAL(f), from, count, at);
}
static int layer_truncate(sqlite3_file *f, sqlite3_int64 size) {
    int code = fault(((layered_file *)f)->fails);
    return code ? code : REAL(f)->pMethods->xTruncate(REAL(f), size);
}
static int layer_sync(sqlite3_file *f, int flags) {
    int code = fault(((layered_file *)f)->fails);
    return code ? SQLITE_IOERR_FSYNC : REAL(f)->pMethods->xSync(REAL(f), flags);
}
static int layer_size(sqlite3_file *f, sqlite3_int64 *size) { return REAL(f)->pMethods->xFileSize(REAL(f), size); }
static int layer_lock(sqlite3_file *f, int level) { return REAL(f)->pMethods->xLock(REAL(f), level); }
static int layer_unlock(sqlite3_file *f, int level) { return REAL(f)->pMethods->xUnlock(REAL(f), level); }
static int layer_reserved(sqlite3_file *f, int *is) { return REAL(f)->pMethods->xCheckReservedLock(REAL(f), is); }
static int layer_control(sqlite3_file *f, int what, void *value) {
    return REAL(f)->pMethods->xFileControl(REAL(f), what, value);
}
static int layer_sector(sqlite3_file *f) { return REAL(f)->pMethods->xSectorSize(REAL(f)); }
static int layer_traits(sqlite3_file *f) { return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f)); }
static int layer_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **to) {
    return REAL(f)->pMethods->xShmMap(REAL(f), page, size, extend, to);
}
static int layer_shm_lock(sqlite3_file *f, int offset, int n, int flags) {
    return REAL(f)->pMethods->xShmLock(REAL(f), offset, n, flags);
}
static void layer_shm_barrier(sqlite3_file *f) { REAL(f)->pMethods->xShmBarrier(REAL(f)); }
static int layer_shm_unmap(sqlite3_file *f, int deletes) { return REAL(f)->pMethods->xShmUnmap(REAL(f), deletes); }

static const sqlite3_io_methods layered_methods = {
    .iVersion = 2,
    .xClose = layer_close,
    .xRead = layer_read,
    .xWrite = layer_write,
    .xTruncate = layer_truncate,
    .xSync = layer_sync,
    .xFileSize = layer_size,
    .xLock = layer_lock,
    .xUnlock = layer_unlock,
    .xCheckReservedLock = layer_reserved,
    .xFileControl = layer_control,
    .xSectorSize = layer_sector,
    .xDeviceCharacteristics = layer_traits,
    .xShmMap = layer_shm_map,
    .xShmLock = layer_shm_lock,
    .xShmBarrier = layer_shm_barrier,
    .xShmUnmap = layer_shm_unmap,
};

static int layer_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *f, int flags, int *out) {
    (void)vfs;
    layered_file *file = (layered_file *)f;
    memset(file, 0, sizeof *file);
    file->real = sqlite3_malloc(real_disk->szOsFile);
    if (!file->real) return SQLITE_NOMEM;
    memset(file->real, 0, (size_t)real_disk->szOsFile);
    int code = real_disk->xOpen(real_disk, path, file->real, flags, out);
    if (!file->real->pMethods) {
        sqlite3_free(file->real);
        return code;
    }
    file->base.pMethods = &layered_methods;
    file->fails = is_meant(path);
    return code;
}
static int layer_delete(sqlite3_vfs *vfs, const char *path, int sync) {
    (void)vfs;
    int code = fault(is_meant(path));
    return code ? SQLITE_IOERR_DELETE : real_disk->xDelete(real_disk, path, sync);
}
static int layer_access(sqlite3_vfs *vfs, const char *path, int flags, int *out) {
    (void)vfs;
    return real_disk->xAccess(real_disk, path, flags, out);
}
static int layer_full_path(sqlite3_vfs *vfs, const char *path, int count, char *out) {
    (void)vfs;
    return real_disk->xFullPathname(real_disk, path, count, out);
}

int faulty_disk_install(void) {
    if (real_disk) return SQLITE_OK;
    real_disk = sqlite3_vfs_find(0);
    if (!real_disk) return SQLITE_ERROR;
    layer = *real_disk;
    layer.zName = "faulty-disk";
    layer.pNext = 0;
    layer.szOsFile = sizeof(layered_file);
    layer.xOpen = layer_open;
    layer.xDelete = layer_delete;
    layer.xAccess = layer_access;
    layer.xFullPathname = layer_full_path;
    return sqlite3_vfs_register(&layer, 1);
}
