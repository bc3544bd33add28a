// A C face of MeCab, loaded when it is first needed and not linked: a search of keywords never needs it,
// and where the library or its dictionary is missing everything else still works.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CM_NOEXCEPT noexcept
extern "C" {
#else
#define CM_NOEXCEPT
#endif

#pragma clang assume_nonnull begin

/// A dictionary in memory; safe to share between threads.
typedef struct cm_model cm_model;
/// What one thread parses with.
typedef struct cm_parser cm_parser;

typedef struct {
  char message[256];
} cm_error;

/// One word of a text. The pointers hold until the parser's next text.
typedef struct {
  /// Bytes from the beginning of the text.
  uint32_t start;
  uint32_t length;
  /// Part of speech: the dictionary's own number (pos-id.def of IPADIC).
  uint16_t part;
  uint8_t unknown;
  /// Dictionary form; null where the dictionary has none.
  const char *_Nullable base;
  uint32_t base_length;
  /// Reading in katakana; null where the dictionary has none.
  const char *_Nullable reading;
  uint32_t reading_length;
} cm_word;

/// Opens the dictionary in `folder`, which must be UTF-8.
cm_model *_Nullable cm_open(const char *folder, cm_error *error) CM_NOEXCEPT;
void cm_close(cm_model *_Nullable model) CM_NOEXCEPT;
cm_parser *_Nullable cm_parser_new(cm_model *model) CM_NOEXCEPT;
void cm_parser_free(cm_parser *_Nullable parser) CM_NOEXCEPT;
/// Parses UTF-8; `body` is called for each word with `context`. False when it could not.
int32_t cm_parse(cm_parser *parser, const char *text, size_t count,
                 void (*body)(void *_Nullable context, const cm_word *word),
                 void *_Nullable context) CM_NOEXCEPT;

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
