/// The letter that stands between a town and a lot (イロハ番地, 干支, 甲乙): リ30, 寅163-1, ハ部99-5.
enum LotSign {
  /// Whether such a letter stands at `start`, before a number. `afterName` is the length of the name
  /// before it: behind a single character only kana are taken for one.
  static func begins(_ elements: [UInt32], at start: Int, afterName: Int) -> Bool {
    guard isSign(elements[start], kanji: afterName > 1) else { return false }
    var at = start + 1
    if at < elements.count, elements[at] == 0x90E8 { at += 1 }  // 部
    if at < elements.count, elements[at] == AddressKey.dash { at += 1 }
    return at == elements.count || AddressKey.isNumber(elements[at])
  }

  /// 甲, 乙, 丙: what towns are divided by, as by 丁目.
  static func isStem(_ element: UInt32) -> Bool {
    [0x7532, 0x4E59, 0x4E19].contains(element)
  }

  private static func isSign(_ element: UInt32, kanji: Bool) -> Bool {
    if (0x3041...0x309F).contains(element) { return true }
    return kanji && signs.contains(element)
  }

  private static let signs = Set(
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬天地人東西南北上中下松竹梅鶴亀仁義礼智信".unicodeScalars.map(\.value))
}
