import Diagnostics
import ReferenceData

/// What was learned of the example sentences (`need-examples.tsv`): for every run of characters, how much it speaks
/// for each need. A weighted sum and nothing more: what a find rests on can be shown in the text.
///
/// The file is made from the examples by `sasae reference need-weights`; all numbers are little-endian.
///
///     8 bytes    "SASAENW1"
///     u64        FNV-1a of the examples and frames
///     u32 × 2    columns, features
///     columns ×  16 bytes name, f32 bias, f32 scale
///     features × u64 key, ascending
///     features × f32 idf
///     features × columns × i8 weight; times the column's scale
///
/// The last column, ``gate``, tells a text that states a need from one that does not.
public struct NeedWeights: Sendable, Equatable {
  static let magic = Array("SASAENW1".utf8)
  static let gate = "any"

  struct Column: Sendable, Equatable {
    var name: String
    var bias: Float
    var scale: Float
  }

  /// FNV-1a (64 bit) of the files it was made from.
  public var digest: UInt64
  var columns: [Column]
  var keys: [UInt64]
  var idf: [Float]
  var weights: [Int8]
  private let table: KeyTable
  /// Code → its column.
  let places: [String: Int]

  /// Codes with weights, the gate aside.
  public var codes: [String] { columns.dropLast().map(\.name) }

  func place(_ key: UInt64) -> Int32? { table[key] }

  /// Adds `value` times the weights of a feature, in the scale of the file.
  @inline(__always)
  func add(_ feature: Int32, _ value: Float, to sums: inout [Float]) {
    let width = columns.count
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let row = weights.baseAddress, let sum = sums.baseAddress else { return }
        let from = row + Int(feature) * width
        for column in 0..<width { sum[column] += Float(from[column]) * value }
      }
    }
  }

  func weight(_ feature: Int32, _ column: Int) -> Float {
    Float(weights[Int(feature) * columns.count + column]) * columns[column].scale
  }

  // MARK: the file

  public var bytes: [UInt8] {
    var out = Self.magic
    out.append(little: digest)
    out.append(little: UInt32(columns.count))
    out.append(little: UInt32(keys.count))
    for column in columns {
      let name = Array(column.name.utf8.prefix(16))
      out += name + [UInt8](repeating: 0, count: 16 - name.count)
      out.append(little: column.bias.bitPattern)
      out.append(little: column.scale.bitPattern)
    }
    for key in keys { out.append(little: key) }
    for value in idf { out.append(little: value.bitPattern) }
    out += weights.map { UInt8(bitPattern: $0) }
    return out
  }

  init(
    digest: UInt64, columns: [Column], keys: [UInt64], idf: [Float], weights: [Int8]
  ) {
    self.digest = digest
    self.columns = columns
    self.keys = keys
    self.idf = idf
    self.weights = weights
    table = KeyTable(keys)
    places = Dictionary(
      zip(columns.dropLast().map(\.name), 0...), uniquingKeysWith: { first, _ in first })
  }

  /// From a file; every column but the gate must be a need.
  public init(path: String, needs: Taxonomy) throws(SasaeError) {
    let bytes = try FileBytes.read(path)
    guard let read = Self.parse(bytes) else {
      throw SasaeError("data.weights", at: Position(file: path))
    }
    self = read
    for code in codes where needs[code] == nil {
      throw SasaeError(
        "data.dangling",
        [
          "value": "\(code)", "what": Bilingual(ja: "ニーズ", en: "need"),
          "suggestion": "\(needs.suggestion(for: code) ?? "")",
        ], at: Position(file: path))
    }
  }

  private static func parse(_ bytes: [UInt8]) -> NeedWeights? {
    bytes.withUnsafeBytes { raw in
      var at = magic.count + 8
      guard raw.count >= at + 8, raw.prefix(magic.count).elementsEqual(magic) else { return nil }
      let digest = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: magic.count, as: UInt64.self))
      func word32() -> UInt32 {
        defer { at += 4 }
        return UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      }
      let (width, count) = (Int(word32()), Int(word32()))
      guard width > 1, width < 1_000, count > 0, count < 10_000_000,
        raw.count == at + width * 24 + count * (12 + width)
      else { return nil }
      var columns: [Column] = []
      for _ in 0..<width {
        let name = String(decoding: raw[at..<(at + 16)].prefix { $0 != 0 }, as: UTF8.self)
        at += 16
        let bias = Float(bitPattern: word32())
        columns.append(Column(name: name, bias: bias, scale: Float(bitPattern: word32())))
      }
      let keys = (0..<count).map {
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at + $0 * 8, as: UInt64.self))
      }
      at += count * 8
      let idf = (0..<count).map { _ in Float(bitPattern: word32()) }
      let isSound =
        zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
        && idf.allSatisfy(\.isFinite)
        && columns.allSatisfy { $0.bias.isFinite && $0.scale.isFinite }
        && columns.last?.name == gate
      guard isSound else { return nil }
      let weights = raw[(at)...].map { Int8(bitPattern: $0) }
      return NeedWeights(
        digest: digest, columns: columns, keys: keys, idf: idf, weights: weights)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(little value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
