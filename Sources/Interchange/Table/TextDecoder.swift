import Glibc

/// Turns the bytes of a file into UTF-8, block by block.
///
/// A sequence that is no character becomes U+FFFD and is counted in ``report``. A character cut at
/// the end of a block is completed by the next one. A byte order mark at the beginning is dropped.
/// Nothing else is changed: dashes, waves and widths stay as written.
public struct TextDecoder: ~Copyable {
  /// The encoding the bytes are taken to be in.
  public let encoding: TextEncoding
  /// What was met so far.
  public private(set) var report = DecodingReport()
  /// Places in the output, in bytes from its beginning, where a U+FFFD stands for bad input. The
  /// reader empties it.
  var flaws: [Int] = []

  private let converter: CodeConverter?
  private var carry: [UInt8] = []
  private var lines = LineCounter()
  private var produced = 0
  private var isAtStart = true
  private var scratch: [UInt8]

  public init(_ encoding: TextEncoding) {
    self.encoding = encoding
    if let name = encoding.converterName {
      converter = CodeConverter(from: name)
      scratch = [UInt8](repeating: 0, count: 64 * 1024)
    } else {
      converter = nil
      scratch = []
    }
  }

  /// Decodes the next bytes and appends whole characters to `output`.
  ///
  /// - Parameters:
  ///   - bytes: What follows the bytes of the previous call.
  ///   - isLast: Whether the text ends here; an unfinished character is then a bad one.
  ///   - output: UTF-8, always valid.
  /// - Throws: ``TableError/encodingUnavailable(_:)``.
  public mutating func decode(
    _ bytes: ArraySlice<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) throws(TableError) {
    if encoding.converterName != nil && converter == nil { throw .encodingUnavailable(encoding) }
    let joined = carry.isEmpty ? bytes : ArraySlice(carry + bytes)
    carry.removeAll(keepingCapacity: true)
    let rest =
      joined.withUnsafeBufferPointer { input in
        converter == nil
          ? decodeUTF8(input, isLast: isLast, into: &output)
          : convert(input, isLast: isLast, into: &output)
      }
    if !rest.isEmpty {
      carry.append(contentsOf: joined[(joined.startIndex + rest.lowerBound)...])
    }
  }

  /// Returns the range of the unfinished character at the end.
  private mutating func decodeUTF8(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Range<Int> {
    var start = 0
    while start < input.count {
      let part = UnsafeBufferPointer(rebasing: input[start...])
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: part.span)
        emit(part, into: &output)
        return input.count..<input.count
      } catch {
        let bad = error.byteOffsets
        emit(UnsafeBufferPointer(rebasing: part[..<bad.lowerBound]), into: &output)
        let isCut = error.kind == .truncatedScalar && bad.upperBound == part.count
        if isCut && !isLast { return start + bad.lowerBound..<input.count }
        emitReplacement(into: &output)
        start += max(bad.upperBound, bad.lowerBound + 1)
      }
    }
    return input.count..<input.count
  }

  private mutating func convert(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Range<Int> {
    var start = 0
    while start < input.count {
      let part = UnsafeBufferPointer(rebasing: input[start...])
      let step = scratch.withUnsafeMutableBufferPointer { room in
        converter?.convert(part, into: room) ?? (.badSequence, 0, 0)
      }
      scratch.withUnsafeBufferPointer { converted in
        emit(UnsafeBufferPointer(rebasing: converted[..<step.written]), into: &output)
      }
      start += step.read
      switch step.stop {
      case .done, .outputFull: continue
      case .incomplete where !isLast: return start..<input.count
      case .incomplete:
        emitReplacement(into: &output)
        return input.count..<input.count
      case .badSequence:
        emitReplacement(into: &output)
        start += badLength(UnsafeBufferPointer(rebasing: input[start...]))
      }
    }
    return input.count..<input.count
  }

  /// How many bytes to give up. In CP932 an ASCII byte after a broken lead byte is text of its own:
  /// it may be the comma or the line end that keeps the damage inside one cell.
  private func badLength(_ input: UnsafeBufferPointer<UInt8>) -> Int {
    guard encoding == .cp932 else { return min(2, input.count) }
    guard input.count > 1 else { return 1 }
    let isLead = (0x81...0x9F).contains(input[0]) || (0xE0...0xFC).contains(input[0])
    return isLead && input[1] >= 0x80 ? 2 : 1
  }

  private mutating func emitReplacement(into output: inout [UInt8]) {
    flaws.append(produced)
    report.noteInvalid(line: lines.line)
    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
    produced += 3
    isAtStart = false
  }

  private mutating func emit(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    guard !text.isEmpty else { return }
    var text = text
    if isAtStart {
      isAtStart = false
      if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = UnsafeBufferPointer(rebasing: text[3...]) }
    }
    output.append(contentsOf: text)
    produced += text.count
    noteUserDefined(in: &text)
    lines.advance(over: text)
  }

  /// Counts user-defined characters, and moves past the last one. U+E000…U+EFFF are exactly the
  /// sequences that begin with 0xEE, and no other character contains that byte.
  private mutating func noteUserDefined(in text: inout UnsafeBufferPointer<UInt8>) {
    while let base = text.baseAddress, let found = memchr(base, 0xEE, text.count) {
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      lines.advance(over: UnsafeBufferPointer(rebasing: text[..<index]))
      report.noteUserDefined(line: lines.line)
      // The character itself is no line end, but the counter must see that it is not one.
      lines.advance(over: UnsafeBufferPointer(rebasing: text[index..<index + 3]))
      text = UnsafeBufferPointer(rebasing: text[(index + 3)...])
    }
  }
}
