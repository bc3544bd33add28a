import JapaneseText
import Model

/// Coordinates as people type them.
public enum CoordinateText {
  /// `34.34,134.05` with blanks, brackets, a full-width comma or a slash, 「北緯34.34 東経134.05」,
  /// `34°20'24"N 134°3'0"E`; nil for anything else. Latitude comes first unless the words say
  /// otherwise.
  public static func parse(_ text: String) -> Coordinate? {
    guard let pair = pair(text), (-90...90).contains(pair.lat), (-180...180).contains(pair.lng)
    else { return nil }
    return pair
  }

  /// Two numbers as ``parse(_:)`` reads them, wherever they may lie.
  public static func pair(_ text: String) -> Coordinate? {
    let folded = Normalizer.nfkc(text).filter { !"()[]（）".contains($0) }
    var parts = folded.split { ",、;/\n\t".contains($0) }.map(trimmed).filter { !$0.isEmpty }
    if parts.count == 1 { parts = folded.split(separator: " ").map(trimmed) }
    if parts.count == 1, let east = folded.firstRange(of: "東経") {
      parts = [trimmed(folded[..<east.lowerBound]), trimmed(folded[east.lowerBound...])]
    }
    guard parts.count == 2 else { return nil }
    if isEast(parts[0]), !isEast(parts[1]) { parts.swapAt(0, 1) }
    guard let lat = degrees(parts[0]), let lng = degrees(parts[1]) else { return nil }
    return Coordinate(lat: lat, lng: lng)
  }

  /// Degrees of one cell: `34.34`, full-width, `34°20'24.5"`, 「北緯34度20分24秒」, `N34.34`; nil for
  /// anything else.
  public static func degrees(_ text: String) -> Double? {
    if let value = JapaneseNumber.plain(text) { return value }
    var numbers: [Double] = []
    var digits = ""
    var sign = 1.0
    func close() -> Bool {
      guard !digits.isEmpty else { return true }
      guard let value = Double(digits) else { return false }
      numbers.append(value)
      digits = ""
      return true
    }
    for c in Normalizer.nfkc(text).unicodeScalars {
      switch c {
      case "0"..."9", ".": digits.unicodeScalars.append(c)
      case "°", "度", "'", "′", "’", "分", "\"", "″", "”", "秒", "º":
        guard !digits.isEmpty || c == "'" || c == "\"" else { return nil }
        guard close() else { return nil }
      case "北", "緯", "東", "経", "N", "E", "n", "e", " ", ":", "約":
        if c == " " || c == ":" { guard close() else { return nil } }
      case "南", "西", "S", "W", "s", "w": sign = -1
      default: return nil
      }
    }
    guard close(), (1...3).contains(numbers.count),
      numbers.dropFirst().allSatisfy({ $0 < 60 }),
      numbers.dropLast().allSatisfy({ $0 == $0.rounded() })
    else { return nil }
    var value = 0.0
    for (number, share) in zip(numbers, [1.0, 60.0, 3600.0]) { value += number / share }
    return sign * value
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func isEast(_ text: String) -> Bool {
    text.contains("東経") || text.hasSuffix("E") || text.hasPrefix("E")
  }
}
