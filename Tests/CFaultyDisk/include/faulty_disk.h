#ifndef EXPEDIENTE_FAULTY_DISK_H
#define EXPEDIENTE_FAULTY_DISK_H

// A layer between SQLite and the disk whose n-th write, sync, truncation or removal fails; for tests. Only files below
// a folder named faulty-disk fail, as other tests run in the same process.

// Makes the layer the one through which databases are opened from now on; 0 when it is done.
int faulty_disk_install(void);

// Lets the n-th operation from now on fail with an SQLite result code, and when `stays` is not 0 all after it; 0 never.
void faulty_disk_fail(int nth, int code, int stays);

// Whether an operation has failed since then.
int faulty_disk_has_failed(void);

#endif
