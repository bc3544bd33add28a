/// Characters that place names are written with in one way or another (表記ゆれ).
enum PlaceSpelling {
  /// One form of a folded character for all that stand for it in place names.
  @inline(__always)
  static func common(_ c: UInt32) -> UInt32 {
    if c < 0x3041 { return c }
    return c < 0x4E00 ? kana(c) : kanji(c)
  }

  private static func kana(_ c: UInt32) -> UInt32 {
    switch c {
    case 0x304C: 0x3051  // 霞が関 → 霞ヶ関
    case 0x3063: 0x3064  // 四ッ谷 → 四ツ谷
    case 0x3090: 0x3044  // ゐ → い
    case 0x3091: 0x3048  // ゑ → え
    default: c
    }
  }

  private static func kanji(_ c: UInt32) -> UInt32 {
    switch c {
    case 0x4E4B: 0x306E  // 堀之内 → 堀ノ内
    case 0x53E3: 0x308D  // 川口 typed 川ロ
    case 0x529B: 0x304B  // 力 typed カ
    case 0x5DE5: 0x3048  // 工 typed エ
    case 0x535C: 0x3068  // 卜 typed ト
    case 0x5915: 0x305F  // 夕 typed タ
    case 0x9BF5: 0x9C3A  // 鯵 → 鰺
    case 0x6867: 0x6A9C  // 桧 → 檜
    case 0x68BC: 0x6AAE  // 梼 → 檮
    case 0x91DC, 0x7AC3: 0x7AC8  // 釜・竃 → 竈
    case 0x66FE: 0x66FD  // 曾 → 曽
    case 0x85EA: 0x85AE  // 藪 → 薮
    case 0x8606: 0x82A6  // 蘆 → 芦
    case 0x7C60: 0x7BED  // 籠 → 篭
    case 0x5DBD: 0x5CB3  // 嶽 → 岳
    case 0x689D: 0x6761  // 條 → 条
    case 0x51A8: 0x5BCC  // 冨 → 富
    case 0x8218: 0x9928  // 舘 → 館
    case 0x842C: 0x4E07  // 萬 → 万
    case 0x58FD: 0x5BFF  // 壽 → 寿
    case 0x792A: 0x783A  // 礪 → 砺
    case 0x9D2C: 0x9DAF  // 鴬 → 鶯
    case 0x981A: 0x9838  // 頚 → 頸
    case 0x8ACC: 0x8AEB  // 諌 → 諫
    case 0x6E15: 0x6DF5  // 渕 → 淵
    case 0x5713: 0x5186  // 圓 → 円
    case 0x7028: 0x702C  // 瀨 → 瀬
    case 0x69C7: 0x69D9  // 槇 → 槙
    case 0x7962: 0x79B0  // 祢 → 禰
    case 0x5CEF: 0x5CF0  // 峯 → 峰
    case 0x82C5: 0x5208  // 苅 → 刈
    case 0x8420: 0x840C  // 萠 → 萌
    default: c
    }
  }
}
