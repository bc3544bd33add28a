// Searches answered from kept posting lists: the same documents in the same order with the same weights
// as Xapian's own matcher gives (a test compares them), without decoding the lists again.
#pragma once
#include "guard.hpp"
#include "postings.hpp"

namespace cx {

/// A query as read from its packed form.
struct Node {
  char op = 'M';
  std::string term;
  double factor = 1;
  /// Of ranges and distances.
  uint32_t slot = 0;
  /// Bounds of a range, both included.
  double low = 0, high = 0;
  /// Where distances are taken from, and where half the weight is left.
  double lat = 0, lng = 0, half = 0;
  std::vector<Node> parts;
};

/// What a query may be made of.
enum class Parts { terms, terms_and_values };

/// Reads the packed form; false when the query has another part.
bool read_query(Cursor &in, Node &out, Parts parts, int depth = 0);

struct Found {
  /// How many documents match: exact.
  size_t total = 0;
  struct Hit {
    uint32_t id;
    double weight;
  };
  std::vector<Hit> hits;
};

/// The `limit` heaviest after the `first` ones; equal weights by number.
Found evaluate(const Node &query, const Xapian::Database &db, Shelf &shelf, uint32_t first,
               uint32_t limit);

/// What each weighted term of the query gives to each of the documents, in the query's order.
struct Share {
  std::string term;
  std::vector<double> weights;
};
std::vector<Share> explain(const Node &query, const Xapian::Database &db, Shelf &shelf,
                           const std::vector<uint32_t> &ids);

}  // namespace cx
