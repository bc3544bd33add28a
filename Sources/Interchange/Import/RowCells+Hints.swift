/// Quick looks at a row's bytes, so that most rows need no closer one.
extension RowCells {
  /// Whether a colon stands behind the last letter of a role: 代表：, 世話人：, 会長：, 担当：, 世話役：.
  var mayHoldRole: Bool {
    record.bytes.withUnsafeBufferPointer { bytes in
      for at in bytes.indices where at >= 3 {
        let isColon =
          bytes[at] == 0x3A
          || bytes[at] == 0xEF && at + 2 < bytes.count && bytes[at + 1] == 0xBC
            && bytes[at + 2] == 0x9A
        guard isColon else { continue }
        switch (bytes[at - 3], bytes[at - 2], bytes[at - 1]) {
        case (0xE8, 0xA1, 0xA8), (0xE8, 0x80, 0x85), (0xE9, 0x95, 0xB7), (0xE4, 0xBA, 0xBA),
          (0xE5, 0xBD, 0x93), (0xE5, 0xBD, 0xB9), (0xE3, 0x83, 0xBC), (0xE5, 0xA7, 0x94):
          return true
        default: continue
        }
      }
      return false
    }
  }

  /// Whether a mobile number or a mail address can stand in the row: a quick look at its bytes for
  /// 060, 070, 080, 090, +, @ and full-width digits.
  var mayHoldPrivate: Bool {
    record.bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count >= 3 else { return false }
      var wideDigits = 0
      for at in 0..<(bytes.count - 2) {
        switch bytes[at] {
        case 0x30:
          if bytes[at + 2] == 0x30, bytes[at + 1] >= 0x36, bytes[at + 1] <= 0x39 { return true }
        case 0x2B, 0x40: return true
        case 0xEF:
          let (second, third) = (bytes[at + 1], bytes[at + 2])
          if second == 0xBC, third == 0x8B || third == 0xA0 { return true }
          // 「１階」 is no number to call.
          if second == 0xBC, (0x90...0x99).contains(third) { wideDigits += 1 }
          if wideDigits >= 6 { return true }
          if second == 0xB9, third == 0xAB { return true }
        default: continue
        }
      }
      return false
    }
  }
}
