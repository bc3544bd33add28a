/// Marks of list cells that stand for no value of their own: "nothing stated" (不明, －), "there is
/// none" (なし) and "as above" (〃). Blanks at both ends are passed over; nothing is allocated.
public enum NullMarks {
  /// Whether the cell states nothing: empty, dashes, 不明, `N/A`, `NULL`, an error of Excel's, `…`.
  /// 未定 (not decided yet) and `×` (no) do state something.
  public static func isNull(_ text: String) -> Bool { test(text, isNull) }

  /// Whether the cell states that there is none: なし, 特になし. What that means is for each field.
  public static func isNothing(_ text: String) -> Bool { test(text, isNothing) }

  /// Whether the cell repeats the one above: 〃, 同上.
  public static func isDitto(_ text: String) -> Bool { test(text, isDitto) }

  public static func isNull(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer(isNull)
  }

  public static func isNothing(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer(isNothing)
  }

  public static func isDitto(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer(isDitto)
  }

  public static func isNull(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = trimmed(bytes)
    guard let lead = cell.first else { return true }
    switch lead {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return false
    case 0..<0x80:
      if isRun(of: dashes, cell) { return true }
      return cell.count <= 7 && asciiNulls.contains { isSame($0, cell) }
    case 0xE2, 0xE3, 0xEF:
      return isRun(of: dashes, cell) || isRun(of: ["…"], cell) || isRun(of: ["・"], cell)
        || isSame("＊", cell) || isSame("／", cell)
    default: return isSame("不明", cell)
    }
  }

  public static func isNothing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = trimmed(bytes)
    guard cell.count <= 18 else { return false }
    switch cell.first {
    case 0xE3: return isSame("なし", cell) || isSame("ありません", cell)
    case 0xE7:
      return isSame("無し", cell) || isSame("無", cell) || isSame("特になし", cell)
        || isSame("特に無し", cell)
    default: return false
    }
  }

  public static func isDitto(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = trimmed(bytes)
    switch cell.first {
    case UInt8(ascii: "\""), 0xE2, 0xE3, 0xE4, 0xE5, 0xEF:
      return isRun(of: dittos, cell) || sameAsAbove.contains { isSame($0, cell) }
    default: return false
    }
  }

  /// What `MemberReader.nothingStated` has, and the rules that lists draw in their stead.
  private static let dashes: [StaticString] = [
    "-", "－", "—", "―", "‐", "–", "ー", "−", "‑", "ｰ", "─", "━",
  ]
  private static let asciiNulls: [StaticString] = [
    "N/A", "n/a", "NULL", "null", "*", "/", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!",
    "#NUM!", "#NULL!",
  ]
  private static let dittos: [StaticString] = ["〃", "″", "\"", "”", "＂", "々", "仝"]

  private static let sameAsAbove: [StaticString] = [
    "同上", "同", "同前", "上に同じ", "上と同じ", "上記と同じ", "↓", "↑",
  ]

  private static func test(_ text: String, _ isMark: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    var text = text
    return text.withUTF8 { isMark($0) }
  }

  private static func isSame(_ mark: StaticString, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.count == mark.utf8CodeUnitCount && stands(mark, in: cell, at: 0)
  }

  private static func stands(
    _ mark: StaticString, in cell: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard place + length <= cell.count else { return false }
    for offset in 0..<length where cell[place + offset] != mark.utf8Start[offset] { return false }
    return true
  }

  /// Whether the cell is nothing but these marks, one or more.
  private static func isRun(
    of marks: [StaticString], _ cell: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var place = 0
    while place < cell.count {
      guard let mark = marks.first(where: { stands($0, in: cell, at: place) }) else { return false }
      place += mark.utf8CodeUnitCount
    }
    return place > 0
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end {
      if isBlank(bytes[start]) {
        start += 1
      } else if start + 2 < end, isWideBlank(bytes, start) {
        start += 3
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if end - 3 >= start, isWideBlank(bytes, end - 3) {
        end -= 3
      } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// U+3000.
  private static func isWideBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xE3 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80
  }
}
