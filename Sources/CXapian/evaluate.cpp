#include "evaluate.hpp"

#include <algorithm>
#include <limits>

#include "evaluation.hpp"

namespace cx {

namespace {

/// Bounds as the database keeps them; what is below all numbers is none, which lacks them too.
bool read_range(Cursor &in, Node &out) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto kept = [](double value) {
    return Xapian::sortable_unserialise(Xapian::sortable_serialise(value));
  };
  out.slot = in.u32();
  const uint8_t which = in.u8();
  const double first = kept(in.f64());
  out.low = which == 2 ? -infinity : first;
  out.high = which == 1 ? infinity : which == 2 ? first : kept(in.f64());
  return which == 2 || first > -infinity;
}

/// Only without a bound: a bound takes the distance of every document.
bool read_distance(Cursor &in, Node &out) {
  out.slot = in.u32();
  out.lat = in.f64();
  out.lng = in.f64();
  const double metres = in.f64();
  out.half = in.f64();
  return metres == 0;
}

}  // namespace

bool read_query(Cursor &in, Node &out, Parts allowed, int depth) {
  if (depth > 64) throw Xapian::InvalidArgumentError("query nested too deep");
  out.op = static_cast<char>(in.u8());
  size_t parts = 0;
  switch (out.op) {
    case 'M':
      return true;
    case 'T': {
      const uint16_t n = in.u16();
      out.term = in.text(n);
      return true;
    }
    case 'A':
    case 'O':
      parts = in.u32();
      break;
    case 'F':
    case 'N':
    case 'B':
      parts = 2;
      break;
    case 'W':
      out.factor = in.f64();
      parts = 1;
      break;
    case 'C':
      out.factor = 0;
      parts = 1;
      break;
    case 'R':
      return allowed == Parts::terms_and_values && read_range(in, out);
    case 'D':
      return allowed == Parts::terms_and_values && read_distance(in, out);
    default:
      return false;
  }
  out.parts.resize(parts);
  for (Node &part : out.parts)
    if (!read_query(in, part, allowed, depth + 1)) return false;
  return true;
}

Found evaluate(const Node &query, const Xapian::Database &db, Shelf &shelf, uint32_t first,
               uint32_t limit) {
  Evaluation evaluation(db, shelf);
  const View matched = evaluation.match(query);
  Found found;
  found.total = matched.set->size;
  if (limit == 0 || first >= found.total) return found;
  std::vector<double> weights(found.total, 0.0);
  evaluation.weigh(query, 1, *matched.set, weights);

  const auto before = [](const Found::Hit &a, const Found::Hit &b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  };
  const size_t wanted = std::min<size_t>(found.total, size_t{first} + limit);
  std::vector<Found::Hit> &best = found.hits;  // a heap with the worst on top
  best.reserve(wanted + 1);
  size_t place = 0;
  matched.set->each([&](uint32_t id) {
    const Found::Hit hit{id, weights[place++]};
    if (best.size() < wanted) {
      best.push_back(hit);
      std::push_heap(best.begin(), best.end(), before);
    } else if (before(hit, best.front())) {
      std::pop_heap(best.begin(), best.end(), before);
      best.back() = hit;
      std::push_heap(best.begin(), best.end(), before);
    }
  });
  std::sort_heap(best.begin(), best.end(), before);
  best.erase(best.begin(), best.begin() + std::min<size_t>(first, best.size()));
  return found;
}

namespace {

constexpr size_t most_shares = 300;

void collect(const Node &node, std::vector<Share> &out) {
  if (node.op == 'T') out.push_back({node.term, {}});
  for (const Node &part : node.parts) collect(part, out);
}

/// Leaves of `node` but the `wanted`th lose their weight; `at` counts them.
void silence(Node &node, size_t wanted, size_t &at) {
  if (node.op == 'T') {
    if (at++ != wanted) {
      Node leaf = node;
      node = Node{};
      node.op = 'C';
      node.factor = 0;
      node.parts.push_back(std::move(leaf));
    }
    return;
  }
  for (Node &part : node.parts) silence(part, wanted, at);
}

}  // namespace

std::vector<Share> explain(const Node &query, const Xapian::Database &db, Shelf &shelf,
                           const std::vector<uint32_t> &ids) {
  std::vector<Share> out;
  collect(query, out);
  // Nobody reads the shares of hundreds of terms, and each takes a walk of the query.
  if (out.size() > most_shares) return {};
  Evaluation evaluation(db, shelf);
  IdSet among;
  among.ids = ids;
  std::sort(among.ids.begin(), among.ids.end());
  among.ids.erase(std::unique(among.ids.begin(), among.ids.end()), among.ids.end());
  among.size = among.ids.size();
  for (size_t i = 0; i < out.size(); ++i) {
    Node alone = query;
    size_t at = 0;
    silence(alone, i, at);
    std::vector<double> weights(among.size, 0.0);
    evaluation.weigh(alone, 1, among, weights);
    out[i].weights.reserve(ids.size());
    for (const uint32_t id : ids) {
      const auto place = std::lower_bound(among.ids.begin(), among.ids.end(), id);
      out[i].weights.push_back(weights[static_cast<size_t>(place - among.ids.begin())]);
    }
  }
  return out;
}

}  // namespace cx
