/// Files that say what they are in their first bytes.
enum FileSignature {
  static func kind(of head: [UInt8]) -> ContentKind? {
    if head.starts(with: localHeader) { return isWorkbook(head) ? .xlsx : .zip }
    // An archive without members is only its end record.
    if head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    if head.starts(with: "%PDF-".utf8) { return .pdf }
    if head.starts(with: "SQLite format 3\0".utf8) { return .sqlite }
    // The container (OLE2) of old Office files.
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .xls }
    return pictures.contains { head.starts(with: $0) } ? .binary : nil
  }

  /// PNG, JPEG and the two forms of GIF. A small one could pass for text with a few bad bytes.
  private static let pictures: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF87a".utf8), Array("GIF89a".utf8),
  ]

  private static let localHeader: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Looks at the names of the archive's members. "[Content_Types].xml" begins every Office file,
  /// so the folder of another kind of document speaks against a workbook.
  private static func isWorkbook(_ head: [UInt8]) -> Bool {
    var hasTypes = false
    var index = 0
    // A member's header has 30 bytes, with the length of the name at 26, and then the name.
    while index + 30 <= head.count {
      guard head[index] == localHeader[0], head[index...].starts(with: localHeader) else {
        index += 1
        continue
      }
      let length = Int(head[index + 26]) | Int(head[index + 27]) << 8
      let name = head[(index + 30)...].prefix(length)
      if name.starts(with: "xl/".utf8) { return true }
      if name.starts(with: "word/".utf8) || name.starts(with: "ppt/".utf8) { return false }
      if name.elementsEqual("[Content_Types].xml".utf8) { hasTypes = true }
      index += 30
    }
    return hasTypes
  }
}
