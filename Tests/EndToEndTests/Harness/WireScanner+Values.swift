import Glibc

/// Strings, numbers and words.
extension WireScanner {
  mutating func string() throws(Fault) {
    guard bytes[at] == UInt8(ascii: "\"") else { throw fault("no string") }
    at += 1
    while true {
      // Library code: a loop over every byte takes long in a debug build.
      at += strcspn(UnsafeRawPointer(bytes + at).assumingMemoryBound(to: CChar.self), Self.special)
      let byte = bytes[at]
      guard byte >= 0x20 else { throw fault("a control character in a string") }
      at += 1
      if byte == UInt8(ascii: "\"") { return }
      try escape()
    }
  }

  /// What a string can't simply go on with.
  private static let special = (1..<0x20).map { CChar($0) } + [0x22, 0x5C, 0]

  /// What stands after a backslash.
  private mutating func escape() throws(Fault) {
    let byte = bytes[at]
    at += 1
    if "\"\\/bfnrt".utf8.contains(byte) { return }
    guard byte == UInt8(ascii: "u") else { throw fault("no such escape") }
    let first = try unit()
    guard first & 0xF800 == 0xD800 else { return }
    guard first < 0xDC00, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
    else { throw fault("a lone surrogate") }
    at += 2
    guard try unit() & 0xFC00 == 0xDC00 else { throw fault("a lone surrogate") }
  }

  private mutating func unit() throws(Fault) -> Int {
    var value = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
        throw fault("no hexadecimal digit")
      }
      value = value << 4 | digit
      at += 1
    }
    return value
  }

  private mutating func digits() throws(Fault) {
    let start = at
    while bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    guard at > start else { throw fault("no value") }
  }

  mutating func number() throws(Fault) {
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if bytes[at] == UInt8(ascii: "0") { at += 1 } else { try digits() }
    if bytes[at] == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
  }

  mutating func word(_ word: StaticString) throws(Fault) {
    for index in 0..<word.utf8CodeUnitCount {
      guard bytes[at] == word.utf8Start[index] else { throw fault("no value") }
      at += 1
    }
  }
}
