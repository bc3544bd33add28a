#include <limits>

#include "postings.hpp"

namespace cx {

std::shared_ptr<const Column> Shelf::column(const Xapian::Database &db, uint32_t slot) {
  {
    const std::lock_guard<std::mutex> lock(guard_);
    const auto known = columns_.find(slot);
    if (known != columns_.end()) return known->second;
  }
  auto made = std::make_shared<Column>(size_t{db.get_lastdocid()} + 1,
                                       std::numeric_limits<double>::quiet_NaN());
  for (auto i = db.valuestream_begin(slot), end = db.valuestream_end(slot); i != end; ++i)
    (*made)[i.get_docid()] = Xapian::sortable_unserialise(*i);
  const std::lock_guard<std::mutex> lock(guard_);
  return columns_.emplace(slot, made).first->second;
}

std::shared_ptr<const Points> Shelf::points(const Xapian::Database &db, uint32_t slot) {
  {
    const std::lock_guard<std::mutex> lock(guard_);
    const auto known = points_.find(slot);
    if (known != points_.end()) return known->second;
  }
  auto made = std::make_shared<Points>();
  for (auto i = db.valuestream_begin(slot), end = db.valuestream_end(slot); i != end; ++i) {
    Xapian::LatLongCoords coords;
    coords.unserialise(*i);
    made->held.ids.push_back(i.get_docid());
    made->first.push_back(static_cast<uint32_t>(made->points.size()));
    for (auto point = coords.begin(); point != coords.end(); ++point)
      made->points.push_back(*point);
  }
  made->first.push_back(static_cast<uint32_t>(made->points.size()));
  made->held.size = made->held.ids.size();
  made->held.make_dense(db.get_lastdocid());
  const std::lock_guard<std::mutex> lock(guard_);
  return points_.emplace(slot, made).first->second;
}

}  // namespace cx
