// Posting lists kept decoded between searches, for processes that answer many.
//
// Xapian reads a list block by block and decodes it at every search; half the time of a search of two
// frequent words goes there. What is kept here is only what Xapian gave: the same documents, and the
// weights that follow from their frequencies and lengths, of one revision of one database. It is shared by all readers of that revision.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace cx {

/// BM25+ (Lv & Zhai 2011) as Xapian::BM25PlusWeight computes it; docs/search.md has what each gave.
struct Bm25Plus {
  static constexpr double k1 = 0.8;
  static constexpr double b = 0.5;
  static constexpr double least_length = 0.5;
  static constexpr double delta = 1.5;
};

/// A set of document ids: sorted numbers, or bits with a count before each word where that is smaller.
struct IdSet {
  bool dense = false;
  std::vector<uint32_t> ids;
  std::vector<uint64_t> bits;
  /// Set bits before each word of `bits`; only after `count_words`.
  std::vector<uint32_t> before;
  size_t size = 0;

  bool holds(uint32_t id) const {
    const size_t word = id >> 6;
    return word < bits.size() && (bits[word] >> (id & 63) & 1);
  }
  /// The place of `id`, which must be in the set, among its numbers. Dense sets only.
  size_t place(uint32_t id) const {
    const size_t word = id >> 6;
    return before[word] + __builtin_popcountll(bits[word] & ((uint64_t{1} << (id & 63)) - 1));
  }
  void count_words();
  /// From numbers to bits, where `last` is the greatest number there may be.
  void make_dense(size_t last);
  size_t bytes() const { return ids.size() * 4 + bits.size() * 8 + before.size() * 4; }
  template <class Body>
  void each(Body body) const {
    if (!dense) {
      for (const uint32_t id : ids) body(id);
      return;
    }
    for (size_t word = 0; word < bits.size(); ++word)
      for (uint64_t left = bits[word]; left; left &= left - 1)
        body(static_cast<uint32_t>(word << 6 | __builtin_ctzll(left)));
  }
};

/// The documents of one term, with what it weighs in each, in the order of their numbers.
struct Postings {
  IdSet set;
  /// BM25+ of the term in each document without the term's own weight, in the set's order.
  std::vector<float> parts;
  mutable uint64_t used = 0;
  size_t bytes() const { return set.bytes() + parts.size() * sizeof(float) + sizeof *this; }
};

/// The numbers of one value slot, by document; NaN where there is none.
using Column = std::vector<double>;

/// The places of all documents.
struct Points {
  /// Who has any; dense.
  IdSet held;
  /// The points of the nth document of `held`: from `first[n]` to before `first[n + 1]`.
  std::vector<uint32_t> first;
  std::vector<Xapian::LatLongCoord> points;
};

/// What is kept of one revision of one database.
class Shelf {
 public:
  using List = std::shared_ptr<const Postings>;

  /// Lengths of all documents by number, and which numbers are in use.
  struct Lengths {
    std::vector<uint32_t> of;
    IdSet all;
    double factor = 0;
    double count = 0;
  };

  /// The shelf of the database's present revision, shared with other readers of it.
  static std::shared_ptr<Shelf> of(const Xapian::Database &db);

  List postings(const Xapian::Database &db, const std::string &term);
  std::shared_ptr<const Lengths> lengths(const Xapian::Database &db);
  std::shared_ptr<const Column> column(const Xapian::Database &db, uint32_t slot);
  std::shared_ptr<const Points> points(const Xapian::Database &db, uint32_t slot);
  /// The first field of a document's data, kept once read: small, and all that an answer of numbers
  /// and weights needs.
  template <class Read>
  std::string name(const Xapian::Database &db, uint32_t id, Read read) {
    {
      const std::lock_guard<std::mutex> lock(guard_);
      const auto known = names_.find(id);
      if (known != names_.end()) return known->second;
    }
    std::string made = read(db, id, 2);
    const std::lock_guard<std::mutex> lock(guard_);
    if (names_.size() >= most_names) names_.clear();
    names_.emplace(id, made);
    return made;
  }

 private:
  /// Bytes of lists kept: at least this, more for a large directory, never more than a quarter of the
  /// machine's memory. Reading a list again costs some 20 ns for each of its documents, so a budget
  /// that the lists of a day's words don't fit in is paid for at every search.
  static constexpr size_t least_budget = size_t{96} << 20;
  static constexpr size_t budget_per_document = 1024;
  static size_t budget_for(size_t documents);
  size_t budget_ = least_budget;
  static constexpr size_t most_names = 100'000;
  void make_room();

  std::mutex guard_;
  std::unordered_map<std::string, List> lists_;
  std::shared_ptr<const Lengths> lengths_;
  /// By slot, of which there are some forty; each takes 8 bytes a document.
  std::unordered_map<uint32_t, std::shared_ptr<const Column>> columns_;
  std::unordered_map<uint32_t, std::shared_ptr<const Points>> points_;
  std::unordered_map<uint32_t, std::string> names_;
  size_t bytes_ = 0;
  uint64_t clock_ = 0;
};

}  // namespace cx
