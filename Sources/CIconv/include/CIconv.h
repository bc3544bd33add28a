#ifndef SASAE_CICONV_H
#define SASAE_CICONV_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CI_NOEXCEPT noexcept
extern "C" {
#else
#define CI_NOEXCEPT
#endif

#if defined(__clang__)
#pragma clang assume_nonnull begin
#define CI_NULLABLE _Nullable
#else
#define CI_NULLABLE
#endif

/// A conversion to UTF-8. Not thread-safe: one owner at a time.
typedef struct ci_converter ci_converter;

/// Why ci_convert stopped.
enum {
  /// The whole input was converted.
  CI_DONE = 0,
  /// The output is full; call again with the rest of the input.
  CI_OUTPUT_FULL = 1,
  /// The input at in_used is not a character of the source encoding.
  CI_BAD_SEQUENCE = 2,
  /// The input ends inside the character that starts at in_used.
  CI_INCOMPLETE = 3,
  /// The library failed in some other way.
  CI_FAILED = 4
};

/// Opens a conversion from an encoding named as iconv names it. NULL if the system does not have it
/// or memory ran out.
ci_converter *CI_NULLABLE ci_open(const char *encoding) CI_NOEXCEPT;

/// Converts as much as fits. in_used and out_used are set to the number of bytes read and written,
/// whatever the result.
int ci_convert(ci_converter *converter, const uint8_t *CI_NULLABLE in, size_t in_length,
               size_t *in_used, uint8_t *out, size_t out_length, size_t *out_used) CI_NOEXCEPT;

/// Frees the conversion.
void ci_close(ci_converter *converter) CI_NOEXCEPT;

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#ifdef __cplusplus
}
#endif

#endif
