// How a query of terms is matched and weighed on kept posting lists.
#pragma once
#include <algorithm>
#include <cmath>

#include "evaluate.hpp"

namespace cx {

/// A set owned here, or one on the shelf.
struct View {
  Shelf::List kept;
  std::shared_ptr<const IdSet> own;
  const IdSet *set = nullptr;

  View() = default;
  explicit View(Shelf::List list) : kept(std::move(list)), set(&kept->set) {}
  explicit View(std::shared_ptr<const IdSet> made) : own(std::move(made)), set(own.get()) {}
};

inline View made(IdSet &&set) { return View(std::make_shared<const IdSet>(std::move(set))); }

class Evaluation {
 public:
  Evaluation(const Xapian::Database &db, Shelf &shelf)
      : db_(db), shelf_(shelf), lengths_(shelf.lengths(db)) {}

  View match(const Node &node) {
    switch (node.op) {
      case 'T':
        return View(list(node.term));
      case 'A':
      case 'F': {
        if (const Node *few = fewest(node.parts)) return among(*few, node.parts);
        std::vector<View> parts = views(node.parts);
        return all_of(parts);
      }
      case 'R':
        return range(node);
      case 'D': {
        const auto points = shelf_.points(db_, node.slot);
        return View(std::shared_ptr<const IdSet>(points, &points->held));
      }
      case 'O': {
        std::vector<View> parts = views(node.parts);
        return any_of(parts);
      }
      case 'N':
        return without(match(node.parts[0]), node.parts[1]);
      case 'M': {
        View all;
        all.set = &lengths_->all;
        return all;
      }
      default:  // B, W, C: the first part decides
        return match(node.parts[0]);
    }
  }

  /// Adds what `node` weighs to the weights of `among`, all of which match it.
  void weigh(const Node &node, double factor, const IdSet &among, std::vector<double> &weights) {
    switch (node.op) {
      case 'T':
        weigh_term(node.term, factor, among, weights);
        return;
      case 'A':
        for (const Node &part : node.parts) weigh(part, factor, among, weights);
        return;
      case 'O':
        for (const Node &part : node.parts) weigh_where(part, factor, among, weights);
        return;
      case 'B':
        weigh(node.parts[0], factor, among, weights);
        weigh_where(node.parts[1], factor, among, weights);
        return;
      case 'F':
      case 'N':
        weigh(node.parts[0], factor, among, weights);
        return;
      case 'W':
        weigh(node.parts[0], factor * node.factor, among, weights);
        return;
      case 'D':
        weigh_distance(node, factor, among, weights);
        return;
      default:  // C, M, R: no weight
        return;
    }
  }

 private:
  // Few documents are tested one by one instead of gathering large sets: evaluation.cpp.

  /// A part that leaves so few that the others are better asked for each than gathered whole; nil where none does.
  const Node *fewest(const std::vector<Node> &parts);
  /// No more than this match.
  size_t bound(const Node &node);
  /// Those of `few` that all the others match too.
  View among(const Node &few, const std::vector<Node> &parts);
  /// `left`, of few, without those that `node` matches.
  View without_few(const View &left, const Node &node);
  /// Leaves in `ids` those that match.
  void restrict_to(const Node &node, std::vector<uint32_t> &ids);
  View range(const Node &node);
  /// As Xapian::LatLongDistancePostingSource weighs, with an exponent of 1.
  void weigh_distance(const Node &node, double factor, const IdSet &among,
                      std::vector<double> &weights);

  Shelf::List list(const std::string &term) {
    // The same term stands several times in a query; the shelf's lock is taken once for it.
    const auto known = lists_.find(term);
    if (known != lists_.end()) return known->second;
    return lists_.emplace(term, shelf_.postings(db_, term)).first->second;
  }

  std::vector<View> views(const std::vector<Node> &nodes) {
    std::vector<View> out;
    out.reserve(nodes.size());
    for (const Node &node : nodes) out.push_back(match(node));
    return out;
  }

  static View all_of(std::vector<View> &parts) {
    if (parts.empty()) return made({});
    std::sort(parts.begin(), parts.end(),
              [](const View &a, const View &b) { return a.set->size < b.set->size; });
    if (parts.size() == 1 || parts[0].set->size == 0) return parts[0];
    // A small set may be dense and a larger one not: each comes from elsewhere.
    const auto sparse = std::find_if(parts.begin(), parts.end(),
                                     [](const View &part) { return !part.set->dense; });
    if (sparse == parts.end()) return all_of_bits(parts);
    IdSet out;
    out.ids = sparse->set->ids;
    for (auto part = parts.begin(); part != parts.end() && !out.ids.empty(); ++part)
      if (part != sparse) keep(out.ids, *part->set);
    out.size = out.ids.size();
    return made(std::move(out));
  }

  /// All parts are dense.
  static View all_of_bits(const std::vector<View> &parts) {
    IdSet out;
    out.dense = true;
    out.bits = parts[0].set->bits;
    for (size_t i = 1; i < parts.size(); ++i) {
      const auto &bits = parts[i].set->bits;
      if (bits.size() < out.bits.size()) out.bits.resize(bits.size());
      for (size_t word = 0; word < out.bits.size(); ++word) out.bits[word] &= bits[word];
    }
    out.count_words();
    return made(std::move(out));
  }

  /// Leaves in `ids` those that are in `set`.
  static void keep(std::vector<uint32_t> &ids, const IdSet &set) {
    size_t kept = 0;
    if (set.dense) {
      for (const uint32_t id : ids)
        if (set.holds(id)) ids[kept++] = id;
    } else if (set.ids.size() < ids.size()) {
      auto at = ids.cbegin();
      for (const uint32_t id : set.ids) {
        at = seek(at, ids.cend(), id);
        if (at == ids.cend()) break;
        // What is overwritten here stands before `at`.
        if (*at == id) ids[kept++] = id;
      }
    } else {
      auto at = set.ids.begin();
      for (const uint32_t id : ids) {
        at = seek(at, set.ids.end(), id);
        if (at == set.ids.end()) break;
        if (*at == id) ids[kept++] = id;
      }
    }
    ids.resize(kept);
  }

  using Place = std::vector<uint32_t>::const_iterator;
  /// The first at or after `id`, by steps that double: cheap both for near and for far ones.
  static Place seek(Place at, Place end, uint32_t id) {
    if (at == end || *at >= id) return at;
    std::ptrdiff_t step = 1;
    while (end - at > step && *(at + step) < id) {
      at += step;
      step *= 2;
    }
    return std::lower_bound(at, end - at > step ? at + step + 1 : end, id);
  }

  View any_of(std::vector<View> &parts) {
    size_t sum = 0;
    const View *only = nullptr;
    bool several = false;
    for (const View &part : parts) {
      sum += part.set->size;
      if (part.set->size == 0) continue;
      several = only != nullptr;
      only = &part;
      if (several) break;
    }
    if (!only) return made({});
    if (!several) return *only;
    sum = 0;
    for (const View &part : parts) sum += part.set->size;
    IdSet out;
    if (sum * 16 < lengths_->of.size()) {
      out.ids.reserve(sum);
      for (const View &part : parts) part.set->each([&](uint32_t id) { out.ids.push_back(id); });
      std::sort(out.ids.begin(), out.ids.end());
      out.ids.erase(std::unique(out.ids.begin(), out.ids.end()), out.ids.end());
      out.size = out.ids.size();
      return made(std::move(out));
    }
    out.dense = true;
    out.bits.assign((lengths_->of.size() >> 6) + 1, 0);
    for (const View &part : parts) {
      if (part.set->dense) {
        for (size_t word = 0; word < part.set->bits.size() && word < out.bits.size(); ++word)
          out.bits[word] |= part.set->bits[word];
      } else {
        for (const uint32_t id : part.set->ids) out.bits[id >> 6] |= uint64_t{1} << (id & 63);
      }
    }
    out.count_words();
    return made(std::move(out));
  }

  View without(const View &left, const Node &node) {
    if (left.set->size == 0) return left;
    if (left.set->size < lengths_->of.size() / 16) return without_few(left, node);
    const View right = match(node);
    if (right.set->size == 0) return left;
    IdSet out = *left.set;
    if (out.dense) {
      right.set->each([&](uint32_t id) {
        if (id >> 6 < out.bits.size()) out.bits[id >> 6] &= ~(uint64_t{1} << (id & 63));
      });
      out.count_words();
    } else {
      size_t kept = 0;
      auto at = right.set->ids.begin();
      for (const uint32_t id : out.ids) {
        bool held = false;
        if (right.set->dense) {
          held = right.set->holds(id);
        } else {
          at = seek(at, right.set->ids.end(), id);
          held = at != right.set->ids.end() && *at == id;
        }
        if (!held) out.ids[kept++] = id;
      }
      out.ids.resize(kept);
      out.size = kept;
    }
    return made(std::move(out));
  }

  /// The same for the documents of `among` that match `node`.
  void weigh_where(const Node &node, double factor, const IdSet &among,
                   std::vector<double> &weights) {
    if (factor == 0 || node.op == 'C' || node.op == 'M') return;
    if (node.op == 'T') return weigh_term(node.term, factor, among, weights);
    if (node.op == 'W') return weigh_where(node.parts[0], factor * node.factor, among, weights);
    if (node.op == 'O') {
      for (const Node &part : node.parts) weigh_where(part, factor, among, weights);
      return;
    }
    IdSet where;
    std::vector<size_t> places;
    const View matched = match(node);
    size_t place = 0;
    among.each([&](uint32_t id) {
      const bool held = matched.set->dense ? matched.set->holds(id)
                                           : std::binary_search(matched.set->ids.begin(),
                                                                matched.set->ids.end(), id);
      if (held) {
        where.ids.push_back(id);
        places.push_back(place);
      }
      ++place;
    });
    where.size = where.ids.size();
    std::vector<double> inner(where.size, 0.0);
    weigh(node, factor, where, inner);
    for (size_t i = 0; i < places.size(); ++i) weights[places[i]] += inner[i];
  }

  void weigh_term(const std::string &term, double factor, const IdSet &among,
                  std::vector<double> &weights) {
    if (factor == 0) return;
    const Shelf::List list = this->list(term);
    const IdSet &set = list->set;
    if (set.size == 0) return;
    const double weight =
        std::log((lengths_->count + 1) / static_cast<double>(set.size)) * factor;
    const std::vector<float> &parts = list->parts;
    if (among.dense && set.dense) {
      const size_t words = std::min(among.bits.size(), set.bits.size());
      for (size_t word = 0; word < words; ++word) {
        const uint64_t both = among.bits[word] & set.bits[word];
        for (uint64_t left = both; left; left &= left - 1) {
          const uint64_t below = (left & -left) - 1;
          const size_t place =
              among.before[word] + __builtin_popcountll(among.bits[word] & below);
          const size_t at = set.before[word] + __builtin_popcountll(set.bits[word] & below);
          weights[place] += weight * parts[at];
        }
      }
    } else if (among.dense) {
      size_t at = 0;
      for (const uint32_t id : set.ids) {
        if (among.holds(id)) weights[among.place(id)] += weight * parts[at];
        ++at;
      }
    } else if (set.dense) {
      size_t place = 0;
      for (const uint32_t id : among.ids) {
        if (set.holds(id)) weights[place] += weight * parts[set.place(id)];
        ++place;
      }
    } else {
      size_t place = 0;
      auto at = set.ids.begin();
      for (const uint32_t id : among.ids) {
        at = seek(at, set.ids.end(), id);
        if (at == set.ids.end()) break;
        if (*at == id)
          weights[place] += weight * parts[static_cast<size_t>(at - set.ids.begin())];
        ++place;
      }
    }
  }

  const Xapian::Database &db_;
  Shelf &shelf_;
  std::shared_ptr<const Shelf::Lengths> lengths_;
  std::unordered_map<std::string, Shelf::List> lists_;
};

}  // namespace cx
