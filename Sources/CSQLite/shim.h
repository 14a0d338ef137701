#include <sqlite3.h>

// Without this every piece of memory that SQLite takes is counted under a lock of all connections; before the first connection only.
static inline void ontknoop_sqlite_uncounted(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
