#include <fcntl.h>
#include <stdio.h>

#include <cerrno>

#include "include/cxapian.h"

extern "C" int32_t cx_exchange(const char *fresh, const char *path) noexcept {
  if (renameat2(AT_FDCWD, fresh, AT_FDCWD, path, RENAME_EXCHANGE) == 0) return 0;
  return rename(fresh, path) == 0 ? 0 : errno;
}
