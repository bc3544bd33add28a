#include "guard.hpp"

struct cx_writer {
  Xapian::WritableDatabase db;
  /// Whether changes wait for cx_writer_commit, however many they are. Without a transaction Xapian
  /// commits by itself whenever its memory is full, and readers would see half an update.
  bool whole;
};

extern "C" {

void cx_free(cx_buffer *buffer) noexcept {
  std::free(buffer->bytes);
  buffer->bytes = nullptr;
  buffer->count = 0;
}

const char *cx_version(void) noexcept { return Xapian::version_string(); }

cx_writer *cx_writer_open(const char *path, int32_t overwrite, int32_t flush_threshold,
                          int32_t no_sync, cx_error *error) noexcept {
  return cx::guard(error, static_cast<cx_writer *>(nullptr), [&] {
    // Xapian reads its flush threshold from the environment when a database is opened. Set here,
    // once, so that a user's own setting still wins.
    char threshold[16];
    std::snprintf(threshold, sizeof threshold, "%d", flush_threshold);
    setenv("XAPIAN_FLUSH_THRESHOLD", threshold, 0);
    int flags = overwrite ? Xapian::DB_CREATE_OR_OVERWRITE : Xapian::DB_CREATE_OR_OPEN;
    if (no_sync) flags |= Xapian::DB_NO_SYNC;
    auto *writer = new cx_writer{Xapian::WritableDatabase(path, flags), !overwrite};
    if (writer->whole) writer->db.begin_transaction();
    return writer;
  });
}

void cx_writer_close(cx_writer *writer) noexcept {
  if (!writer) return;
  cx_error ignored;
  cx::guard(&ignored, 0, [&] {
    if (writer->whole) writer->db.cancel_transaction();
    writer->db.close();
    return 0;
  });
  delete writer;
}

int32_t cx_writer_put(cx_writer *writer, uint32_t docid, const uint8_t *terms, size_t terms_count,
                      const uint8_t *values, size_t values_count, const uint8_t *data,
                      size_t data_count, cx_error *error) noexcept {
  return cx::guard(error, -1, [&] {
    Xapian::Document document;
    cx::Cursor t(terms, terms ? terms_count : 0);
    while (!t.done()) {
      const uint16_t length = t.u16();
      const uint16_t wdf = t.u16();
      const std::string term = t.text(length);
      if (wdf == 0)
        document.add_boolean_term(term);
      else
        document.add_term(term, wdf);
    }
    cx::Cursor v(values, values ? values_count : 0);
    while (!v.done()) {
      const uint32_t slot = v.u32();
      const uint8_t kind = v.u8();
      const uint16_t length = v.u16();
      switch (kind) {
        case 0:
          document.add_value(slot, v.text(length));
          break;
        case 1:
          document.add_value(slot, Xapian::sortable_serialise(v.f64()));
          break;
        default: {
          const double lat = v.f64();
          const double lng = v.f64();
          document.add_value(slot, Xapian::LatLongCoord(lat, lng).serialise());
        }
      }
    }
    if (data_count) document.set_data(std::string(reinterpret_cast<const char *>(data), data_count));
    writer->db.replace_document(docid, document);
    return 0;
  });
}

int32_t cx_writer_delete(cx_writer *writer, uint32_t docid, cx_error *error) noexcept {
  return cx::guard(error, -1, [&] {
    try {
      writer->db.delete_document(docid);
    } catch (const Xapian::DocNotFoundError &) {
    }
    return 0;
  });
}

int32_t cx_writer_set_metadata(cx_writer *writer, const char *key, const char *value,
                               cx_error *error) noexcept {
  return cx::guard(error, -1, [&] {
    writer->db.set_metadata(key, value);
    return 0;
  });
}

int32_t cx_merge(const uint8_t *paths, size_t paths_count, const char *into,
                 cx_error *error) noexcept {
  return cx::guard(error, -1, [&] {
    cx::Cursor in(paths, paths_count);
    Xapian::Database all;
    while (!in.done()) {
      const uint16_t n = in.u16();
      all.add_database(Xapian::Database(in.text(n)));
    }
    all.compact(into, Xapian::DBCOMPACT_NO_RENUMBER);
    return 0;
  });
}

int32_t cx_writer_commit(cx_writer *writer, cx_error *error) noexcept {
  return cx::guard(error, -1, [&] {
    if (writer->whole) {
      writer->db.commit_transaction();
      writer->db.begin_transaction();
    } else {
      writer->db.commit();
    }
    return 0;
  });
}

}  // extern "C"
