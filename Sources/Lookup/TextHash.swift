/// FNV-1a, 64 bits, hexadecimal: tells texts apart; no protection against malice is claimed.
public enum TextHash {
  public static func of(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
