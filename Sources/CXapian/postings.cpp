#include "postings.hpp"

#include <unistd.h>

#include <algorithm>

namespace cx {

void IdSet::count_words() {
  before.resize(bits.size());
  uint32_t sum = 0;
  for (size_t word = 0; word < bits.size(); ++word) {
    before[word] = sum;
    sum += static_cast<uint32_t>(__builtin_popcountll(bits[word]));
  }
  size = sum;
}

void IdSet::make_dense(size_t last) {
  bits.assign((last >> 6) + 1, 0);
  for (const uint32_t id : ids) bits[id >> 6] |= uint64_t{1} << (id & 63);
  ids = {};
  dense = true;
  count_words();
}

namespace {

/// Above this share of all numbers bits are smaller than numbers.
constexpr size_t dense_share = 32;

}  // namespace

std::shared_ptr<Shelf> Shelf::of(const Xapian::Database &db) {
  static std::mutex guard;
  static std::unordered_map<std::string, std::weak_ptr<Shelf>> all;
  const std::string key = db.get_uuid() + ":" + std::to_string(db.get_revision());
  const std::lock_guard<std::mutex> lock(guard);
  auto shelf = all[key].lock();
  if (!shelf) {
    for (auto i = all.begin(); i != all.end();) i = i->second.expired() ? all.erase(i) : ++i;
    shelf = std::make_shared<Shelf>();
    all[key] = shelf;
  }
  return shelf;
}

Shelf::List Shelf::postings(const Xapian::Database &db, const std::string &term) {
  {
    const std::lock_guard<std::mutex> lock(guard_);
    const auto known = lists_.find(term);
    if (known != lists_.end()) {
      known->second->used = ++clock_;
      return known->second;
    }
  }
  // Read without the lock: two readers may read the same list, which costs less than waiting.
  const std::shared_ptr<const Lengths> lengths = this->lengths(db);
  auto list = std::make_shared<Postings>();
  const size_t count = db.get_termfreq(term);
  list->set.ids.reserve(count);
  list->parts.reserve(count);
  for (auto i = db.postlist_begin(term), end = db.postlist_end(term); i != end; ++i) {
    const uint32_t id = *i;
    // A document that came since the lengths were read belongs to the next revision.
    if (id >= lengths->of.size()) continue;
    using P = Bm25Plus;
    const double length = std::max(lengths->of[id] * lengths->factor, P::least_length);
    const double wdf = i.get_wdf();
    list->set.ids.push_back(id);
    list->parts.push_back(static_cast<float>(
        (P::k1 + 1) * wdf / (P::k1 * (length * P::b + 1 - P::b) + wdf) + P::delta));
  }
  list->set.size = list->set.ids.size();
  const size_t last = db.get_lastdocid();
  if (list->set.size * dense_share > last) list->set.make_dense(last);

  const std::lock_guard<std::mutex> lock(guard_);
  list->used = ++clock_;
  if (!lists_.emplace(term, list).second) return list;
  bytes_ += list->bytes() + term.size() + 64;
  if (bytes_ > budget_) make_room();
  return list;
}

void Shelf::make_room() {
  std::vector<uint64_t> ages;
  ages.reserve(lists_.size());
  for (const auto &entry : lists_) ages.push_back(entry.second->used);
  std::nth_element(ages.begin(), ages.begin() + ages.size() / 2, ages.end());
  const uint64_t oldest_kept = ages[ages.size() / 2];
  bytes_ = 0;
  for (auto i = lists_.begin(); i != lists_.end();) {
    if (i->second->used < oldest_kept) {
      i = lists_.erase(i);
    } else {
      bytes_ += i->second->bytes() + i->first.size() + 64;
      ++i;
    }
  }
}

size_t Shelf::budget_for(size_t documents) {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long size = sysconf(_SC_PAGESIZE);
  const size_t memory = pages > 0 && size > 0 ? size_t(pages) * size_t(size) : least_budget * 4;
  return std::max(least_budget, std::min(documents * budget_per_document, memory / 4));
}

std::shared_ptr<const Shelf::Lengths> Shelf::lengths(const Xapian::Database &db) {
  {
    const std::lock_guard<std::mutex> lock(guard_);
    if (lengths_) return lengths_;
  }
  auto made = std::make_shared<Lengths>();
  const size_t last = db.get_lastdocid();
  made->of.assign(last + 1, 0);
  made->all.ids.reserve(db.get_doccount());
  for (auto i = db.postlist_begin(""), end = db.postlist_end(""); i != end; ++i) {
    made->of[*i] = i.get_doclength();
    made->all.ids.push_back(*i);
  }
  made->all.size = made->all.ids.size();
  made->all.make_dense(last);
  const double average = db.get_average_length();
  made->factor = average != 0 ? 1 / average : 0;
  made->count = db.get_doccount();
  const std::lock_guard<std::mutex> lock(guard_);
  if (!lengths_) lengths_ = made;
  budget_ = budget_for(made->count);
  return lengths_;
}

}  // namespace cx
