/// Where the records of a document stand.
struct JSONList: Sendable {
  enum Holder {
    /// An array of records.
    case array
    /// An object whose members are records, under their ids.
    case members
    /// The document is itself one record.
    case single
  }

  /// Just after the bracket that opens the list; the record itself of ``Holder/single``.
  var start: Int
  var holder = Holder.array
  /// The bracket that opens a record: `{`, or `[` where rows are arrays.
  var opening = JSONText.openBrace
  /// Whether the records are features of GeoJSON.
  var isGeo = false
  /// The value that may say how the columns are called.
  var header: Int?
}

/// Finds the records of a list one after the other. Linear, whatever the bytes.
struct JSONCursor: Sendable {
  struct Found {
    /// The key of the record in an object of records, with its quotes.
    var key: Range<Int>?
    var range: Range<Int>
    var line: Int
    var problem: JSONProblem?
  }

  private let text: JSONText
  private let list: JSONList
  private var index: Int
  private var isDone = false
  private var lines = LineCounter()
  private var counted = 0

  init(_ text: JSONText, _ list: JSONList) {
    self.text = text
    self.list = list
    index = list.start
  }

  /// The next record; nil after the last one.
  ///
  /// - Parameter visitor: Is told what the record holds. Unless the record has no problem, that must
  ///   be forgotten.
  mutating func next<Visitor: JSONVisitor>(_ visitor: inout Visitor) -> Found? {
    while !isDone {
      index = text.skipSeparators(index)
      let line = line(at: index)
      guard let byte = text.byte(at: index) else {
        isDone = true
        return Found(range: index..<index, line: line, problem: .truncated)
      }
      let isKeyed = list.holder == .members
      if byte == (isKeyed ? JSONText.closeBrace : JSONText.closeBracket) { break }
      var key: Range<Int>?
      if isKeyed {
        guard byte == Byte.quote, let end = try? text.endOfString(index),
          let value = try? text.afterColon(end)
        else { return passGarbage(line) }
        key = index..<end
        index = text.skipBlanks(value)
        guard index < text.bytes.count else { continue }
        if skipOther() { continue }
      }
      isDone = list.holder == .single
      return record(key, line, &visitor)
    }
    isDone = true
    return nil
  }

  private mutating func record<Visitor: JSONVisitor>(
    _ key: Range<Int>?, _ line: Int, _ visitor: inout Visitor
  ) -> Found {
    let start = index
    let byte = text.bytes[start]
    guard byte == JSONText.openBrace || byte == JSONText.openBracket else {
      guard let end = try? text.endOfScalar(start) else { return passGarbage(line) }
      index = end
      return Found(key: key, range: start..<end, line: line, problem: .notARecord)
    }
    var problem: JSONProblem?
    do throws(JSONFlaw) {
      if byte == list.opening {
        index = try text.walk(from: start, &visitor)
      } else {
        var check = JSONCheck()
        index = try text.walk(from: start, &check)
        problem = .notARecord
      }
    } catch {
      problem = describe(error)
      let end = error.reason == .cut ? nil : text.looseEnd(start, isRecord: true)
      if end == nil { isDone = true }
      index = max(end ?? text.bytes.count, start + 1)
    }
    return Found(key: key, range: start..<index, line: line, problem: problem)
  }

  private func describe(_ flaw: JSONFlaw) -> JSONProblem {
    switch flaw.reason {
    case .cut: return .truncated
    case .tooDeep: return .tooDeep(limit: JSONText.maxDepth)
    case .malformed:
      var probe = self
      return .malformed(line: probe.line(at: flaw.offset))
    }
  }

  /// Passes over what is neither a record nor a value, up to where one may begin.
  private mutating func passGarbage(_ line: Int) -> Found {
    let start = index
    index += 1
    let ends =
      list.holder == .members
      ? [Byte.quote, JSONText.closeBrace]
      : [JSONText.openBrace, JSONText.openBracket, JSONText.closeBracket, Byte.comma]
    while let byte = text.byte(at: index), !ends.contains(byte) { index += 1 }
    return Found(range: start..<index, line: line, problem: .malformed(line: line))
  }

  /// A text or number among the members of an object of records is no record, but no fault either;
  /// nor is the object that says how the columns are called.
  private mutating func skipOther() -> Bool {
    let isHeader = index == list.header
    let isBrace = text.bytes[index] == JSONText.openBrace
    let end =
      isHeader
      ? text.looseEnd(index, isRecord: false) : isBrace ? nil : try? text.endOfScalar(index)
    guard let end else { return false }
    index = end
    return true
  }

  private mutating func line(at offset: Int) -> Int {
    if offset > counted {
      text.bytes.withUnsafeBufferPointer {
        lines.advance(over: UnsafeBufferPointer(rebasing: $0[counted..<offset]))
      }
      counted = offset
    }
    return lines.line
  }
}
