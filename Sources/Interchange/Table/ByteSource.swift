import Glibc

/// Where bytes come from: a file, standard input or memory.
///
/// Bytes are read once, in order. ``peek(upTo:)`` shows the beginning without using it up, so that
/// a pipe can be sniffed and then read. The source owns its descriptor and closes it at the end of
/// its life; standard input stays open.
public struct ByteSource: ~Copyable {
  /// Bytes asked of the system at a time.
  static let defaultBlockSize = 256 * 1024

  let blockSize: Int
  private var descriptor: Int32
  private let closesDescriptor: Bool
  /// Bytes already in memory, before anything more is read.
  private var pending: [UInt8]
  private var pendingStart = 0
  private var isExhausted: Bool

  private init(descriptor: Int32, closes: Bool, pending: [UInt8], blockSize: Int) {
    self.descriptor = descriptor
    closesDescriptor = closes
    self.pending = pending
    self.blockSize = max(1, blockSize)
    isExhausted = descriptor < 0
  }

  /// Opens a file for reading.
  ///
  /// - Throws: ``TableError/missing``, ``TableError/isDirectory`` or ``TableError/unreadable(_:)``.
  public init(path: String) throws(TableError) {
    var descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    while descriptor < 0 && errno == EINTR {
      descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    }
    guard descriptor >= 0 else {
      let code = errno
      throw code == ENOENT || code == ENOTDIR ? .missing : .unreadable(code)
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw .isDirectory
    }
    self.init(
      descriptor: descriptor, closes: true, pending: [], blockSize: Self.defaultBlockSize)
  }

  /// Opens a file for reading; the same as ``init(path:)``.
  public static func open(path: String) throws(TableError) -> ByteSource {
    try ByteSource(path: path)
  }

  /// The standard input of the process. It is left open afterwards.
  public static var standardInput: ByteSource {
    ByteSource(
      descriptor: STDIN_FILENO, closes: false, pending: [], blockSize: defaultBlockSize)
  }

  /// Bytes that are in memory already.
  public static func bytes(_ bytes: [UInt8]) -> ByteSource {
    .bytes(bytes, blockSize: defaultBlockSize)
  }

  /// Bytes in memory, handed out a few at a time as a slow pipe would.
  static func bytes(_ bytes: [UInt8], blockSize: Int) -> ByteSource {
    ByteSource(descriptor: -1, closes: false, pending: bytes, blockSize: blockSize)
  }

  deinit {
    if closesDescriptor { close(descriptor) }
  }

  /// The first bytes that have not been read yet, which stay to be read.
  ///
  /// - Parameter limit: The most bytes to show.
  /// - Returns: The bytes, and whether nothing follows them.
  /// - Throws: ``TableError/unreadable(_:)``.
  public mutating func peek(
    upTo limit: Int = 64 * 1024
  ) throws(TableError) -> (bytes: [UInt8], isWhole: Bool) {
    try gather(beyond: limit)
    let shown = pending[pendingStart...].prefix(max(0, limit))
    return (Array(shown), isExhausted && shown.endIndex == pending.count)
  }

  /// All bytes that have not been read yet, for formats that cannot be read piece by piece.
  ///
  /// - Parameter limit: The most bytes to take into memory.
  /// - Returns: Nil if there are more than `limit`; all of them are then still to be read.
  /// - Throws: ``TableError/unreadable(_:)``.
  public mutating func wholeBytes(limit: Int) throws(TableError) -> [UInt8]? {
    try gather(beyond: limit)
    guard pending.count - pendingStart <= limit else { return nil }
    defer {
      pending = []
      pendingStart = 0
    }
    return pendingStart == 0 ? pending : Array(pending[pendingStart...])
  }

  /// Reads until more than `limit` bytes are pending or none are left.
  private mutating func gather(beyond limit: Int) throws(TableError) {
    guard pending.count - pendingStart <= limit && !isExhausted else { return }
    var block = [UInt8](repeating: 0, count: blockSize)
    while pending.count - pendingStart <= limit && !isExhausted {
      let count = try readDescriptor(into: &block)
      pending.append(contentsOf: block[..<count])
    }
  }

  /// Fills the beginning of a buffer with the next bytes, at most one block of them.
  ///
  /// - Returns: How many bytes were put there; 0 only at the end or if the buffer is empty.
  /// - Throws: ``TableError/unreadable(_:)``.
  public mutating func read(into buffer: inout [UInt8]) throws(TableError) -> Int {
    guard pendingStart < pending.count else { return try readDescriptor(into: &buffer) }
    let count = min(buffer.count, blockSize, pending.count - pendingStart)
    buffer.replaceSubrange(..<count, with: pending[pendingStart..<pendingStart + count])
    pendingStart += count
    if pendingStart == pending.count {
      pending = []
      pendingStart = 0
    }
    return count
  }

  private mutating func readDescriptor(into buffer: inout [UInt8]) throws(TableError) -> Int {
    guard !isExhausted, !buffer.isEmpty else { return 0 }
    while true {
      let wanted = min(buffer.count, blockSize)
      let descriptor = descriptor
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, wanted) }
      if count > 0 { return count }
      if count == 0 {
        isExhausted = true
        return 0
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Another process may have made a shared standard input non-blocking.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
      case EISDIR: throw .isDirectory
      case let code: throw .unreadable(code)
      }
    }
  }
}
