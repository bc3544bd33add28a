import CXapian
import Diagnostics

extension IndexReader {
  /// What the index knows of each word, in their order; nil where it knows nothing.
  public func vocabulary(_ words: [String]) throws(SasaeError) -> [VocabularyEntry?] {
    guard !words.isEmpty else { return [] }
    let packed = Self.pack(words.map(VocabularyEntry.key))
    let bytes = try call { raw, out, error in
      packed.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return Int32(-1) }
        return cx_reader_lookup(raw, base, buffer.count, out, error)
      }
    }
    return try Self.unpack(bytes).map { $0.isEmpty ? nil : VocabularyEntry(packed: $0) }
  }

  /// All words the index knows.
  public func vocabularyWords() throws(SasaeError) -> [String] {
    let bytes = try call { raw, out, error in
      cx_reader_keys(raw, VocabularyEntry.prefix, out, error)
    }
    return try Self.unpack(bytes).map { String($0.dropFirst(VocabularyEntry.prefix.count)) }
  }

  /// In how many documents each term stands.
  public func frequencies(_ terms: [String]) throws(SasaeError) -> [Int] {
    guard !terms.isEmpty else { return [] }
    let packed = Self.pack(terms)
    let bytes = try call { raw, out, error in
      packed.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return Int32(-1) }
        return cx_reader_frequencies(raw, base, buffer.count, out, error)
      }
    }
    return bytes.withUnsafeBytes { buffer in
      stride(from: 0, to: buffer.count, by: 4).map {
        Int(UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: $0, as: UInt32.self)))
      }
    }
  }

  /// The terms that begin with `prefix`, at most `limit`, in order of their bytes.
  public func terms(beginningWith prefix: String, limit: Int) throws(SasaeError) -> [String] {
    let bytes = try call { raw, out, error in
      cx_reader_terms(raw, prefix, UInt32(clamping: limit), out, error)
    }
    return try Self.unpack(bytes)
  }

  /// What each term of `query`, one of terms only, gives to the weight of each document.
  public func shares(
    of query: IndexQuery, in documents: [UInt32]
  ) throws(SasaeError) -> [(term: String, weights: [Double])] {
    var packed: [UInt8] = []
    query.encode(into: &packed)
    let bytes = try call { raw, out, error in
      packed.withUnsafeBufferPointer { buffer in
        documents.withUnsafeBufferPointer { ids in
          guard let base = buffer.baseAddress, let first = ids.baseAddress else { return Int32(0) }
          return cx_reader_explain(raw, base, buffer.count, first, ids.count, out, error)
        }
      }
    }
    var answer = AnswerBytes(bytes)
    var out: [(term: String, weights: [Double])] = []
    while !answer.isAtEnd {
      let term = try answer.text()
      var weights: [Double] = []
      for _ in documents { weights.append(try answer.f64()) }
      out.append((term, weights))
    }
    return out
  }

  /// Repeated {u16 length, bytes}.
  static func pack(_ texts: [String]) -> [UInt8] {
    var out: [UInt8] = []
    for text in texts {
      let bytes = text.utf8.prefix(Term.longest)
      Packed.u16(UInt16(bytes.count), &out)
      out.append(contentsOf: bytes)
    }
    return out
  }

  private static func unpack(_ bytes: [UInt8]) throws(SasaeError) -> [String] {
    var answer = AnswerBytes(bytes)
    var out: [String] = []
    while !answer.isAtEnd { out.append(try answer.text()) }
    return out
  }
}

/// What the C face gave back, read from its beginning.
struct AnswerBytes {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at >= bytes.count }

  mutating func u32() throws(SasaeError) -> Int {
    Int(UInt32(truncatingIfNeeded: try little(4)))
  }

  mutating func f64() throws(SasaeError) -> Double { Double(bitPattern: try little(8)) }

  mutating func text() throws(SasaeError) -> String {
    let count = try u32()
    guard count <= bytes.count - at else { throw Self.broken }
    defer { at += count }
    return String(decoding: bytes[at..<at + count], as: UTF8.self)
  }

  private mutating func little(_ size: Int) throws(SasaeError) -> UInt64 {
    guard size <= bytes.count - at else { throw Self.broken }
    var value: UInt64 = 0
    for i in 0..<size { value |= UInt64(bytes[at + i]) << (8 * UInt64(i)) }
    at += size
    return value
  }

  private static var broken: SasaeError {
    SasaeError("workspace.index", ["detail": "answer of the index"])
  }
}
