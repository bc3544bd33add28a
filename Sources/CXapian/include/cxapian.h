// A C face of Xapian: no exception leaves it, nothing of C++ shows.
//
// A document goes over in one packed buffer and a search comes back in one, so the crossing costs
// nothing measurable beside the B-trees. All integers in packed buffers are little-endian.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CX_NOEXCEPT noexcept
extern "C" {
#else
#define CX_NOEXCEPT
#endif

#pragma clang assume_nonnull begin

typedef struct cx_writer cx_writer;
typedef struct cx_reader cx_reader;

/// Kinds of failure, as far as the caller acts on them differently.
enum {
  CX_OK = 0,
  CX_LOCKED = 1,
  CX_MISSING = 2,
  CX_NETWORK = 3,
  CX_CORRUPT = 4,
  CX_INVALID = 5,
  CX_OTHER = 6,
  CX_MEMORY = 7,
  CX_MODIFIED = 8,
};

/// The caller's storage: nothing to free.
typedef struct {
  int32_t code;
  char message[252];
} cx_error;

/// Memory that `cx_free` gives back.
typedef struct {
  uint8_t *_Nullable bytes;
  size_t count;
} cx_buffer;

void cx_free(cx_buffer *buffer) CX_NOEXCEPT;
const char *cx_version(void) CX_NOEXCEPT;

// --- writing ---------------------------------------------------------------------------------

/// Opens or creates the database. `overwrite`: what is there is thrown away.
/// `flush_threshold`: documents between automatic flushes; small is fast (docs/search.md).
cx_writer *_Nullable cx_writer_open(const char *path, int32_t overwrite, int32_t flush_threshold,
                                    int32_t no_sync, cx_error *error) CX_NOEXCEPT;
void cx_writer_close(cx_writer *_Nullable writer) CX_NOEXCEPT;

/// Puts a document at `docid`.
/// terms: repeated {u16 length, u16 wdf, bytes}; wdf 0 makes a boolean term.
/// values: repeated {u32 slot, u8 kind, u16 length, bytes}; kind 0 raw bytes, 1 one f64 to be made
/// sortable, 2 two f64, latitude and longitude.
int32_t cx_writer_put(cx_writer *writer, uint32_t docid, const uint8_t *_Nullable terms,
                      size_t terms_count, const uint8_t *_Nullable values, size_t values_count,
                      const uint8_t *_Nullable data, size_t data_count,
                      cx_error *error) CX_NOEXCEPT;
/// Removing what is not there is no error.
int32_t cx_writer_delete(cx_writer *writer, uint32_t docid, cx_error *error) CX_NOEXCEPT;
int32_t cx_writer_set_metadata(cx_writer *writer, const char *key, const char *value,
                               cx_error *error) CX_NOEXCEPT;
int32_t cx_writer_commit(cx_writer *writer, cx_error *error) CX_NOEXCEPT;

/// Writes the documents of several databases, whose numbers must not overlap, as one new compact one.
/// paths: repeated {u16 length, bytes}.
int32_t cx_merge(const uint8_t *paths, size_t paths_count, const char *into,
                 cx_error *error) CX_NOEXCEPT;

/// Puts a newly built database in the place of the old one in one step (or moves it there when there
/// is no old one). 0, or an errno.
int32_t cx_exchange(const char *fresh, const char *path) CX_NOEXCEPT;

/// Checks the database's own structure; CX_CORRUPT with the first fault found.
int32_t cx_check(const char *path, cx_error *error) CX_NOEXCEPT;

// --- reading ---------------------------------------------------------------------------------

/// `keeps`: posting lists, and the values and places that searches ask about, stay decoded in memory, for a process that
/// answers many searches.
cx_reader *_Nullable cx_reader_open(const char *path, int32_t keeps, cx_error *error) CX_NOEXCEPT;
void cx_reader_close(cx_reader *_Nullable reader) CX_NOEXCEPT;
/// 1 when a newer revision was found, 0 when not, negative on failure.
int32_t cx_reader_reopen(cx_reader *reader, cx_error *error) CX_NOEXCEPT;
/// The open revision, which rises with every commit; 0 where the database is not one local one.
uint64_t cx_reader_revision(cx_reader *reader) CX_NOEXCEPT;
int32_t cx_reader_metadata(cx_reader *reader, const char *key, cx_buffer *out,
                           cx_error *error) CX_NOEXCEPT;
int32_t cx_reader_count(cx_reader *reader, uint32_t *out, cx_error *error) CX_NOEXCEPT;
/// All document ids in order, u32 each.
int32_t cx_reader_docids(cx_reader *reader, cx_buffer *out, cx_error *error) CX_NOEXCEPT;
/// The data of one document; CX_MISSING when there is none.
int32_t cx_reader_data(cx_reader *reader, uint32_t docid, cx_buffer *out,
                       cx_error *error) CX_NOEXCEPT;

/// The metadata of many keys. keys: repeated {u16 length, bytes}; out: for each u32 length, bytes.
int32_t cx_reader_lookup(cx_reader *reader, const uint8_t *keys, size_t keys_count, cx_buffer *out,
                         cx_error *error) CX_NOEXCEPT;
/// The metadata keys that begin with `prefix`, each u32 length, bytes.
int32_t cx_reader_keys(cx_reader *reader, const char *prefix, cx_buffer *out,
                       cx_error *error) CX_NOEXCEPT;
/// At most `limit` terms that begin with `prefix`, each u32 length, bytes.
int32_t cx_reader_terms(cx_reader *reader, const char *prefix, uint32_t limit, cx_buffer *out,
                        cx_error *error) CX_NOEXCEPT;
/// In how many documents each term stands. terms: repeated {u16 length, bytes}; out: u32 each.
int32_t cx_reader_frequencies(cx_reader *reader, const uint8_t *terms, size_t terms_count,
                              cx_buffer *out, cx_error *error) CX_NOEXCEPT;
/// What each term of a query (one of terms only) gives to the weight of each document.
/// out: for each term in the query's order u32 length, bytes, then an f64 for each document.
int32_t cx_reader_explain(cx_reader *reader, const uint8_t *query, size_t query_count,
                          const uint32_t *docids, size_t docids_count, cx_buffer *out,
                          cx_error *error) CX_NOEXCEPT;

enum { CX_DATA_NONE = 0, CX_DATA_ALL = 1, CX_DATA_FIRST = 2 };
enum { CX_SORT_RELEVANCE = 0, CX_SORT_VALUE_DESCENDING = 1 };

typedef struct {
  uint32_t first;
  uint32_t limit;
  /// How many matches must be looked at before the count may be an estimate.
  uint32_t check_at_least;
  int32_t sort;
  uint32_t sort_slot;
  /// One of CX_DATA_…
  int32_t with_data;
  /// Slots whose values are counted over all matches looked at.
  uint32_t spy_slots[4];
  uint32_t spy_count;
} cx_search_options;

/// Runs a query in prefix form:
///   'M' everything · 'T' u16 length, bytes: a term · 'A' 'O' 'S' u32 n, n queries: and, or, synonym
///   'F' query, filter · 'N' query, without · 'B' query, maybe · 'W' f64, query: scaled weight
///   'R' u32 slot, u8 which (1 lower, 2 upper, 3 both), f64 [f64]: a range of sortable numbers
///   'D' u32 slot, f64 lat, f64 lng, f64 metres (0 = any), f64 k1: weight falls with distance
///   'C' query: weightless
/// out: u32 lower, u32 estimate, u32 upper, u32 hits, then for each hit u32 docid, f64 weight,
/// u32 length, data; then for each spy u32 n, and for each value u32 count, u32 length, bytes.
int32_t cx_reader_search(cx_reader *reader, const uint8_t *query, size_t query_count,
                         const cx_search_options *options, cx_buffer *out,
                         cx_error *error) CX_NOEXCEPT;

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
