import Diagnostics
import Glibc

/// A tab-separated data file: UTF-8, one heading line, `#` begins a comment line.
///
/// Every fault is named by file, line and field, so that whoever edits the file finds it.
public struct DataFile: Sendable {
  public var path: String
  public var columns: [String]
  public var rows: [Row]
  /// `# key: value` comments before the heading.
  public var notes: [String: String]

  public struct Row: Sendable {
    public var line: Int
    var cells: [String: String]
    public internal(set) var path: String

    /// The cell, empty when the column is not there.
    public subscript(_ column: String) -> String { cells[column] ?? "" }

    public func list(_ column: String) -> [String] {
      self[column].split(separator: ";").map(String.init).filter { !$0.isEmpty }
    }

    public func error(
      _ code: ErrorCode, _ values: [String: Bilingual] = [:], field: String
    ) -> SasaeError {
      SasaeError(code, values, at: Position(file: path, line: line, field: field))
    }

    public func required(_ column: String) throws(SasaeError) -> String {
      let text = self[column]
      guard !text.isEmpty else {
        throw error(
          "data.value",
          ["value": "", "expected": Bilingual(ja: "空にできません", en: "must not be empty")],
          field: column)
      }
      return text
    }

    public func number(_ column: String, in range: ClosedRange<Double>) throws(SasaeError) -> Double
    {
      guard let value = Double(self[column]), range.contains(value) else {
        throw error(
          "data.value",
          ["value": "\(self[column])", "expected": "\(range.lowerBound)…\(range.upperBound)"],
          field: column)
      }
      return value
    }
  }

  /// Reads `path`; `required` columns must be in its heading.
  public init(path: String, required: [String]) throws(SasaeError) {
    let bytes = try FileBytes.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SasaeError("data.encoding", at: Position(file: path))
    }
    self.path = path
    columns = []
    rows = []
    notes = [:]
    var line = 0
    for piece in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let content = piece.last == 0x0D ? piece.dropLast() : piece
      if content.isEmpty { continue }
      if content.first == UInt8(ascii: "#") {
        note(String(Substring(content)))
        continue
      }
      let cells = content.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      if columns.isEmpty {
        columns = cells
        for name in required where !cells.contains(name) {
          throw SasaeError(
            "data.heading", ["value": "\(name)"], at: Position(file: path, line: line))
        }
        continue
      }
      guard cells.count <= columns.count else {
        throw SasaeError(
          "data.cells", ["found": "\(cells.count)", "expected": "\(columns.count)"],
          at: Position(file: path, line: line))
      }
      rows.append(
        Row(
          line: line,
          cells: Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first }),
          path: path))
    }
    if columns.isEmpty, let first = required.first {
      throw SasaeError("data.heading", ["value": "\(first)"], at: Position(file: path, line: 1))
    }
  }

  /// The file where there is one; nil where there is none.
  static func optional(
    _ path: String?, required: [String]
  ) throws(SasaeError) -> DataFile? {
    guard let path, access(path, F_OK) == 0 else { return nil }
    return try DataFile(path: path, required: required)
  }

  private mutating func note(_ text: String) {
    let parts = text.drop { $0 == "#" || $0 == " " }.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return }
    notes[String(parts[0])] = String(parts[1].drop { $0 == " " })
  }
}

/// Whole small files, read without Foundation.
public enum FileBytes {
  public static func read(_ path: String) throws(SasaeError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SasaeError("data.missing", ["path": "\(path)"]) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      throw SasaeError("data.missing", ["path": "\(path)"])
    }
    if info.st_mode & S_IFMT == S_IFDIR {
      throw SasaeError("import.directory", ["path": "\(path)"], at: Position(file: path))
    }
    if info.st_mode & S_IFMT == S_IFREG, let whole = sized(descriptor, Int(info.st_size)) {
      return whole
    }
    // A pipe has no size: it is read to its end, as any file is.
    var bytes = [UInt8](repeating: 0, count: max(1 << 16, Int(info.st_size) + 1))
    var filled = 0
    while true {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      filled += got
    }
    return Array(bytes.prefix(filled))
  }

  /// A file of a size known, into memory that nobody has filled before; nil, and the place in the
  /// file as it was, when that was not all of it.
  private static func sized(_ descriptor: Int32, _ size: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      while filled <= size {
        let got = Glibc.pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), size + 1 - filled, off_t(filled))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          isWhole = got == 0
          return
        }
        filled += got
      }
    }
    return isWhole ? bytes : nil
  }

  /// Whether a path can be read only once: a pipe, such as a shell's `<(…)`.
  public static func isStream(_ path: String) -> Bool {
    var info = stat()
    guard stat(path, &info) == 0 else { return false }
    return info.st_mode & S_IFMT == S_IFIFO || info.st_mode & S_IFMT == S_IFSOCK
  }

  /// Whether reading it can't block: a file of a disk, or nothing that could be opened at all.
  public static func isPlain(_ path: String) -> Bool {
    var info = stat()
    guard stat(path, &info) == 0 else { return true }
    return info.st_mode & S_IFMT == S_IFREG || info.st_mode & S_IFMT == S_IFDIR
  }

  /// Names of the files in a folder that end so, sorted; empty when there is no folder.
  public static func list(_ folder: String, suffix: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
