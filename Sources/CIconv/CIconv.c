#include "CIconv.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

struct ci_converter {
  iconv_t handle;
};

ci_converter *ci_open(const char *encoding) {
  ci_converter *converter = malloc(sizeof *converter);
  if (converter == NULL) return NULL;
  converter->handle = iconv_open("UTF-8", encoding);
  if (converter->handle == (iconv_t)-1) {
    free(converter);
    return NULL;
  }
  return converter;
}

int ci_convert(ci_converter *converter, const uint8_t *in, size_t in_length, size_t *in_used,
               uint8_t *out, size_t out_length, size_t *out_used) {
  *in_used = 0;
  *out_used = 0;
  if (in == NULL || in_length == 0) return CI_DONE;
  // iconv does not write through its input pointer; the missing const is historical.
  char *in_next = (char *)(uintptr_t)in;
  char *out_next = (char *)out;
  size_t in_left = in_length;
  size_t out_left = out_length;
  size_t result = iconv(converter->handle, &in_next, &in_left, &out_next, &out_left);
  int error = errno;
  *in_used = in_length - in_left;
  *out_used = out_length - out_left;
  if (result != (size_t)-1) return CI_DONE;
  switch (error) {
    case E2BIG: return CI_OUTPUT_FULL;
    case EILSEQ: return CI_BAD_SEQUENCE;
    case EINVAL: return CI_INCOMPLETE;
    default: return CI_FAILED;
  }
}

void ci_close(ci_converter *converter) {
  iconv_close(converter->handle);
  free(converter);
}
