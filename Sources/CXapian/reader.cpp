#include <deque>
#include <sstream>
#include <vector>

#include "evaluate.hpp"

struct cx_reader {
  Xapian::Database db;
  /// Whether posting lists are kept between searches; the shelf is that of the open revision.
  bool keeps = false;
  std::shared_ptr<cx::Shelf> shelf;

  /// Nil where the database is not one local one: Xapian's own matcher then does all.
  cx::Shelf *kept() {
    if (!keeps) return nullptr;
    if (!shelf) {
      try {
        shelf = cx::Shelf::of(db);
      } catch (const Xapian::InvalidOperationError &) {
        keeps = false;
      } catch (const Xapian::UnimplementedError &) {
        keeps = false;
      }
    }
    return shelf.get();
  }
  bool reopen() {
    if (!db.reopen()) return false;
    shelf = nullptr;
    return true;
  }
};

namespace {

constexpr int longest_retry = 5;

/// A writer may commit twice while a search runs; the old revision is then gone. Look again.
template <class Body>
int32_t retrying(cx_reader *reader, cx_error *error, Body body) noexcept {
  return cx::guard(error, -1, [&] {
    for (int attempt = 0;; ++attempt) {
      try {
        return body();
      } catch (const Xapian::DatabaseModifiedError &) {
        if (attempt == longest_retry) throw;
        reader->reopen();
      }
    }
  });
}

Xapian::Query read(cx::Cursor &in, int depth);

std::vector<Xapian::Query> read_list(cx::Cursor &in, int depth) {
  std::vector<Xapian::Query> out;
  for (uint32_t n = in.u32(); n > 0; --n) out.push_back(read(in, depth + 1));
  return out;
}

Xapian::Query pair(cx::Cursor &in, Xapian::Query::op op, int depth) {
  Xapian::Query left = read(in, depth + 1);
  Xapian::Query right = read(in, depth + 1);
  return Xapian::Query(op, left, right);
}

Xapian::Query range(cx::Cursor &in) {
  const uint32_t slot = in.u32();
  const uint8_t which = in.u8();
  const std::string first = Xapian::sortable_serialise(in.f64());
  if (which == 1) return Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, first);
  // A missing value is the empty string, which sorts first: an upper bound must not let it in.
  if (which == 2)
    return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, std::string(1, '\0'), first);
  const std::string last = Xapian::sortable_serialise(in.f64());
  return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, first, last);
}

Xapian::Query distance(cx::Cursor &in) {
  const uint32_t slot = in.u32();
  const double lat = in.f64();
  const double lng = in.f64();
  const double metres = in.f64();
  const double k1 = in.f64();
  auto *source = new Xapian::LatLongDistancePostingSource(
      slot, Xapian::LatLongCoords(Xapian::LatLongCoord(lat, lng)), Xapian::GreatCircleMetric(),
      metres, k1, 1.0);
  return Xapian::Query(source->release());
}

Xapian::Query read(cx::Cursor &in, int depth) {
  using Q = Xapian::Query;
  if (depth > 64) throw Xapian::InvalidArgumentError("query nested too deep");
  switch (in.u8()) {
    case 'M':
      // Not `Q::MatchAll`: all threads would share its reference count, which is not atomic.
      return Q(std::string());
    case 'T': {
      const uint16_t n = in.u16();
      return Q(in.text(n));
    }
    case 'A': {
      auto list = read_list(in, depth);
      return Q(Q::OP_AND, list.begin(), list.end());
    }
    case 'O': {
      auto list = read_list(in, depth);
      return Q(Q::OP_OR, list.begin(), list.end());
    }
    case 'S': {
      auto list = read_list(in, depth);
      return Q(Q::OP_SYNONYM, list.begin(), list.end());
    }
    case 'F':
      return pair(in, Q::OP_FILTER, depth);
    case 'N':
      return pair(in, Q::OP_AND_NOT, depth);
    case 'B':
      return pair(in, Q::OP_AND_MAYBE, depth);
    case 'W': {
      const double factor = in.f64();
      return Q(Q::OP_SCALE_WEIGHT, read(in, depth + 1), factor);
    }
    case 'C':
      return Q(Q::OP_SCALE_WEIGHT, read(in, depth + 1), 0.0);
    case 'R':
      return range(in);
    case 'D':
      return distance(in);
    default:
      throw Xapian::InvalidArgumentError("unknown query operator");
  }
}

class Out {
 public:
  void u32(uint32_t value) { bytes.append(reinterpret_cast<const char *>(&value), sizeof value); }
  void f64(double value) { bytes.append(reinterpret_cast<const char *>(&value), sizeof value); }
  void text(const std::string &value) {
    u32(static_cast<uint32_t>(value.size()));
    bytes += value;
  }
  std::string bytes;
};

/// What a hit carries: nothing, all of the document's data, or its first field (a tag, a length below
/// 128, its content), which names the record.
std::string data(const Xapian::Database &db, Xapian::docid id, int32_t how) {
  if (how == CX_DATA_NONE) return {};
  std::string all = db.get_document(id).get_data();
  if (how == CX_DATA_FIRST && all.size() > 2 && static_cast<uint8_t>(all[1]) < 128)
    all.resize(std::min(all.size(), size_t{2} + static_cast<uint8_t>(all[1])));
  return all;
}

/// The same answer from kept lists, where that can be had.
bool search_kept(cx_reader *reader, const uint8_t *query, size_t query_count,
                 const cx_search_options *options, cx_buffer *out) {
  if (options->sort != CX_SORT_RELEVANCE || options->spy_count != 0) return false;
  cx::Shelf *shelf = reader->kept();
  if (!shelf) return false;
  cx::Cursor in(query, query_count);
  cx::Node root;
  if (!cx::read_query(in, root, cx::Parts::terms_and_values)) return false;
  const cx::Found found =
      cx::evaluate(root, reader->db, *shelf, options->first, options->limit);
  Out result;
  for (int bound = 0; bound < 3; ++bound) result.u32(static_cast<uint32_t>(found.total));
  result.u32(static_cast<uint32_t>(found.hits.size()));
  for (const auto &hit : found.hits) {
    result.u32(hit.id);
    result.f64(hit.weight);
    result.text(options->with_data == CX_DATA_FIRST ? shelf->name(reader->db, hit.id, data)
                                                    : data(reader->db, hit.id, options->with_data));
  }
  cx::give(out, result.bytes);
  return true;
}

}  // namespace

extern "C" {

int32_t cx_check(const char *path, cx_error *error) noexcept {
  return cx::guard(error, -1, [&] {
    std::ostringstream report;
    const size_t faults = Xapian::Database::check(path, 0, &report);
    if (faults == 0) return 0;
    return cx::fail(error, CX_CORRUPT, (std::to_string(faults) + " faults").c_str());
  });
}

cx_reader *cx_reader_open(const char *path, int32_t keeps, cx_error *error) noexcept {
  return cx::guard(error, static_cast<cx_reader *>(nullptr), [&] {
    return new cx_reader{Xapian::Database(path), keeps != 0, nullptr};
  });
}

void cx_reader_close(cx_reader *reader) noexcept { delete reader; }

int32_t cx_reader_reopen(cx_reader *reader, cx_error *error) noexcept {
  return cx::guard(error, -1, [&] { return reader->reopen() ? 1 : 0; });
}

uint64_t cx_reader_revision(cx_reader *reader) noexcept {
  cx_error ignored;
  return cx::guard(&ignored, uint64_t{0}, [&] { return uint64_t{reader->db.get_revision()}; });
}

int32_t cx_reader_metadata(cx_reader *reader, const char *key, cx_buffer *out,
                           cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    cx::give(out, reader->db.get_metadata(key));
    return 0;
  });
}

int32_t cx_reader_count(cx_reader *reader, uint32_t *out, cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    *out = reader->db.get_doccount();
    return 0;
  });
}

int32_t cx_reader_docids(cx_reader *reader, cx_buffer *out, cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    Out ids;
    for (auto i = reader->db.postlist_begin(""); i != reader->db.postlist_end(""); ++i)
      ids.u32(*i);
    cx::give(out, ids.bytes);
    return 0;
  });
}

int32_t cx_reader_lookup(cx_reader *reader, const uint8_t *keys, size_t keys_count, cx_buffer *out,
                         cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    cx::Cursor in(keys, keys_count);
    Out values;
    while (!in.done()) {
      const uint16_t n = in.u16();
      values.text(reader->db.get_metadata(in.text(n)));
    }
    cx::give(out, values.bytes);
    return 0;
  });
}

int32_t cx_reader_keys(cx_reader *reader, const char *prefix, cx_buffer *out,
                       cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    Out keys;
    for (auto i = reader->db.metadata_keys_begin(prefix); i != reader->db.metadata_keys_end(prefix);
         ++i)
      keys.text(*i);
    cx::give(out, keys.bytes);
    return 0;
  });
}

int32_t cx_reader_terms(cx_reader *reader, const char *prefix, uint32_t limit, cx_buffer *out,
                        cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    Out terms;
    auto i = reader->db.allterms_begin(prefix);
    for (const auto end = reader->db.allterms_end(prefix); i != end && limit > 0; ++i, --limit)
      terms.text(*i);
    cx::give(out, terms.bytes);
    return 0;
  });
}

int32_t cx_reader_frequencies(cx_reader *reader, const uint8_t *terms, size_t terms_count,
                              cx_buffer *out, cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    cx::Cursor in(terms, terms_count);
    Out counts;
    while (!in.done()) {
      const uint16_t n = in.u16();
      counts.u32(reader->db.get_termfreq(in.text(n)));
    }
    cx::give(out, counts.bytes);
    return 0;
  });
}

int32_t cx_reader_explain(cx_reader *reader, const uint8_t *query, size_t query_count,
                          const uint32_t *docids, size_t docids_count, cx_buffer *out,
                          cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    cx::Cursor in(query, query_count);
    cx::Node root;
    if (!cx::read_query(in, root, cx::Parts::terms))
      return cx::fail(error, CX_INVALID, "a query of terms was expected");
    // Shards can't be looked into this way: nothing is said then.
    std::shared_ptr<cx::Shelf> shelf;
    try {
      shelf = cx::Shelf::of(reader->db);
    } catch (const Xapian::InvalidOperationError &) {
      return 0;
    } catch (const Xapian::UnimplementedError &) {
      return 0;
    }
    Out result;
    for (const auto &share : cx::explain(root, reader->db, *shelf, {docids, docids + docids_count})) {
      result.text(share.term);
      for (const double weight : share.weights) result.f64(weight);
    }
    cx::give(out, result.bytes);
    return 0;
  });
}

int32_t cx_reader_data(cx_reader *reader, uint32_t docid, cx_buffer *out,
                       cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    try {
      cx::give(out, reader->db.get_document(docid).get_data());
      return 0;
    } catch (const Xapian::DocNotFoundError &e) {
      return cx::fail(error, CX_MISSING, e.get_msg().c_str());
    }
  });
}

int32_t cx_reader_search(cx_reader *reader, const uint8_t *query, size_t query_count,
                         const cx_search_options *options, cx_buffer *out,
                         cx_error *error) noexcept {
  return retrying(reader, error, [&] {
    if (search_kept(reader, query, query_count, options, out)) return 0;
    cx::Cursor in(query, query_count);
    const Xapian::Query q = read(in, 0);
    Xapian::Enquire enquire(reader->db);
    enquire.set_query(q);
    // k1, k2, k3, min_normlen, b, delta: BM25+ with the settings measured best (docs/search.md).
    enquire.set_weighting_scheme(Xapian::BM25PlusWeight(0.8, 0, 1, 0.5, 0.5, 1.5));
    if (options->sort == CX_SORT_VALUE_DESCENDING)
      enquire.set_sort_by_value_then_relevance(options->sort_slot, true);
    std::deque<Xapian::ValueCountMatchSpy> spies;  // they can be neither copied nor moved
    for (uint32_t i = 0; i < options->spy_count && i < 4; ++i) {
      spies.emplace_back(options->spy_slots[i]);
      enquire.add_matchspy(&spies.back());
    }
    const Xapian::MSet found =
        enquire.get_mset(options->first, options->limit, options->check_at_least);
    Out result;
    result.u32(found.get_matches_lower_bound());
    result.u32(found.get_matches_estimated());
    result.u32(found.get_matches_upper_bound());
    result.u32(found.size());
    // Only a hint. Xapian 1.4 counts its items from 0 here and reads before the first of a later page.
    if (options->with_data && options->first == 0) found.fetch();
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      result.u32(*hit);
      result.f64(hit.get_weight());
      result.text(data(reader->db, *hit, options->with_data));
    }
    for (auto &spy : spies) {
      Out values;
      uint32_t n = 0;
      for (auto v = spy.values_begin(); v != spy.values_end(); ++v, ++n) {
        values.u32(v.get_termfreq());
        values.text(*v);
      }
      result.u32(n);
      result.bytes += values.bytes;
    }
    cx::give(out, result.bytes);
    return 0;
  });
}

}  // extern "C"
