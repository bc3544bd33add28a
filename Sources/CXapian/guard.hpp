// Every entry point goes through `guard`: an exception that reached a Swift frame would end the
// process.
#pragma once
#include <xapian.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

#include "include/cxapian.h"

namespace cx {

inline int32_t fail(cx_error *error, int32_t code, const char *message) noexcept {
  error->code = code;
  std::snprintf(error->message, sizeof error->message, "%s", message);
  return -code;
}

template <class Result, class Body>
Result guard(cx_error *error, Result bad, Body body) noexcept {
  error->code = CX_OK;
  error->message[0] = 0;
  try {
    return body();
  } catch (const Xapian::DatabaseLockError &e) {
    fail(error, CX_LOCKED, e.get_msg().c_str());
  } catch (const Xapian::DatabaseModifiedError &e) {
    fail(error, CX_MODIFIED, e.get_msg().c_str());
  } catch (const Xapian::DatabaseOpeningError &e) {
    fail(error, CX_MISSING, e.get_msg().c_str());
  } catch (const Xapian::DatabaseCorruptError &e) {
    fail(error, CX_CORRUPT, e.get_msg().c_str());
  } catch (const Xapian::NetworkError &e) {
    fail(error, CX_NETWORK, (e.get_msg() + " " + e.get_context()).c_str());
  } catch (const Xapian::InvalidArgumentError &e) {
    fail(error, CX_INVALID, e.get_msg().c_str());
  } catch (const Xapian::Error &e) {
    fail(error, CX_OTHER, e.get_description().c_str());
  } catch (const std::bad_alloc &) {
    fail(error, CX_MEMORY, "out of memory");
  } catch (const std::exception &e) {
    fail(error, CX_OTHER, e.what());
  } catch (...) {
    fail(error, CX_OTHER, "unknown exception");
  }
  return bad;
}

/// Reads a packed buffer; running past its end is an error, not undefined behaviour.
class Cursor {
 public:
  Cursor(const uint8_t *bytes, size_t count) : at_(bytes), end_(bytes + count) {}
  bool done() const { return at_ == end_; }
  uint8_t u8() { return take<uint8_t>(); }
  uint16_t u16() { return take<uint16_t>(); }
  uint32_t u32() { return take<uint32_t>(); }
  double f64() { return take<double>(); }
  std::string text(size_t n) {
    need(n);
    std::string out(reinterpret_cast<const char *>(at_), n);
    at_ += n;
    return out;
  }

 private:
  template <class T>
  T take() {
    need(sizeof(T));
    T value;
    std::memcpy(&value, at_, sizeof(T));
    at_ += sizeof(T);
    return value;
  }
  void need(size_t n) const {
    if (static_cast<size_t>(end_ - at_) < n)
      throw Xapian::InvalidArgumentError("packed buffer ends early");
  }
  const uint8_t *at_;
  const uint8_t *end_;
};

/// Hands `text` over in memory of the C library's.
inline void give(cx_buffer *out, const std::string &text) {
  out->count = text.size();
  out->bytes = nullptr;
  if (text.empty()) return;
  out->bytes = static_cast<uint8_t *>(std::malloc(text.size()));
  if (!out->bytes) throw std::bad_alloc();
  std::memcpy(out->bytes, text.data(), text.size());
}

}  // namespace cx
