#include "evaluation.hpp"

#include <iterator>

namespace cx {

namespace {

/// Both rise.
void take_away(std::vector<uint32_t> &ids, const std::vector<uint32_t> &gone) {
  std::vector<uint32_t> left;
  std::set_difference(ids.begin(), ids.end(), gone.begin(), gone.end(), std::back_inserter(left));
  ids = std::move(left);
}

}  // namespace

const Node *Evaluation::fewest(const std::vector<Node> &parts) {
  const Node *out = nullptr;
  size_t least = lengths_->of.size() / 16;
  for (const Node &part : parts) {
    const size_t most = bound(part);
    if (most < least) {
      least = most;
      out = &part;
    }
  }
  return out;
}

size_t Evaluation::bound(const Node &node) {
  switch (node.op) {
    case 'T':
      return list(node.term)->set.size;
    case 'O': {
      size_t sum = 0;
      for (const Node &part : node.parts) sum += bound(part);
      return sum;
    }
    case 'A':
    case 'F': {
      size_t least = lengths_->of.size();
      for (const Node &part : node.parts) least = std::min(least, bound(part));
      return least;
    }
    case 'D':
    case 'M':
    case 'R':
      return lengths_->of.size();
    default:  // B, C, N, W: the first part decides
      return bound(node.parts[0]);
  }
}

View Evaluation::among(const Node &few, const std::vector<Node> &parts) {
  const View start = match(few);
  IdSet out;
  out.ids.reserve(start.set->size);
  start.set->each([&](uint32_t id) { out.ids.push_back(id); });
  for (const Node &part : parts)
    if (&part != &few) restrict_to(part, out.ids);
  out.size = out.ids.size();
  return made(std::move(out));
}

View Evaluation::without_few(const View &left, const Node &node) {
  IdSet out;
  out.ids.reserve(left.set->size);
  left.set->each([&](uint32_t id) { out.ids.push_back(id); });
  std::vector<uint32_t> gone = out.ids;
  restrict_to(node, gone);
  take_away(out.ids, gone);
  out.size = out.ids.size();
  return made(std::move(out));
}

void Evaluation::restrict_to(const Node &node, std::vector<uint32_t> &ids) {
  if (ids.empty()) return;
  switch (node.op) {
    case 'T':
      keep(ids, list(node.term)->set);
      return;
    case 'A':
    case 'F':
      if (node.parts.empty()) ids.clear();
      for (const Node &part : node.parts) restrict_to(part, ids);
      return;
    case 'O': {
      std::vector<uint32_t> all;
      for (const Node &part : node.parts) {
        std::vector<uint32_t> some = ids;
        restrict_to(part, some);
        all.insert(all.end(), some.begin(), some.end());
      }
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      ids = std::move(all);
      return;
    }
    case 'N': {
      restrict_to(node.parts[0], ids);
      std::vector<uint32_t> gone = ids;
      restrict_to(node.parts[1], gone);
      take_away(ids, gone);
      return;
    }
    case 'R': {
      const auto column = shelf_.column(db_, node.slot);
      const auto stays = [&](uint32_t id) {
        return id < column->size() && (*column)[id] >= node.low && (*column)[id] <= node.high;
      };
      ids.erase(std::remove_if(ids.begin(), ids.end(), [&](uint32_t id) { return !stays(id); }),
                ids.end());
      return;
    }
    case 'D':
      keep(ids, shelf_.points(db_, node.slot)->held);
      return;
    case 'M':
      keep(ids, lengths_->all);
      return;
    default:  // B, C, W: the first part decides
      restrict_to(node.parts[0], ids);
      return;
  }
}

View Evaluation::range(const Node &node) {
  const auto column = shelf_.column(db_, node.slot);
  IdSet out;
  for (size_t id = 0; id < column->size(); ++id) {
    const double value = (*column)[id];
    if (value >= node.low && value <= node.high) out.ids.push_back(static_cast<uint32_t>(id));
  }
  out.size = out.ids.size();
  return made(std::move(out));
}

void Evaluation::weigh_distance(const Node &node, double factor, const IdSet &among,
                    std::vector<double> &weights) {
  if (factor == 0) return;
  const auto points = shelf_.points(db_, node.slot);
  const Xapian::GreatCircleMetric metric;
  const Xapian::LatLongCoord home(node.lat, node.lng);
  size_t place = 0;
  among.each([&](uint32_t id) {
    const size_t here = place++;
    if (!points->held.holds(id)) return;
    const size_t at = points->held.place(id);
    double least = 0;
    for (size_t i = points->first[at]; i < points->first[at + 1]; ++i) {
      const double metres = metric.pointwise_distance(home, points->points[i]);
      if (i == points->first[at] || metres < least) least = metres;
    }
    weights[here] += node.half * std::pow(least + node.half, -1.0) * factor;
  });
}

}  // namespace cx
