/// An answer that can say itself as JSON without the general encoder, byte for byte the same.
public protocol BrieflyEncoded {
  /// Nil when it has more to say than the short form holds.
  var briefJSON: [UInt8]? { get }
}

/// Ids and scores of a search as JSON. The general encoder takes longer for them than the search does.
struct BriefHits: Sendable {
  var hits: [(id: String, score: Double)]
  var hasScores: Bool

  func append(to out: inout [UInt8]) {
    out.append(UInt8(ascii: "["))
    for (i, hit) in hits.enumerated() {
      if i > 0 { out.append(UInt8(ascii: ",")) }
      out.append(contentsOf: "{\"id\":".utf8)
      BriefJSON.text(hit.id, &out)
      if hasScores {
        out.append(contentsOf: ",\"score\":".utf8)
        BriefJSON.number(hit.score, &out)
      }
      out.append(UInt8(ascii: "}"))
    }
    out.append(UInt8(ascii: "]"))
  }
}

/// The few things such an answer is made of.
enum BriefJSON {
  static func member(_ name: StaticString, _ out: inout [UInt8]) {
    out.append(UInt8(ascii: out.last == UInt8(ascii: "{") ? "\"" : ","))
    if out.last != UInt8(ascii: "\"") { out.append(UInt8(ascii: "\"")) }
    name.withUTF8Buffer { out.append(contentsOf: $0) }
    out.append(UInt8(ascii: "\""))
    out.append(UInt8(ascii: ":"))
  }

  static func text(_ text: String, _ out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0x08: out.append(contentsOf: "\\b".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      case 0x0A: out.append(contentsOf: "\\n".utf8)
      case 0x0C: out.append(contentsOf: "\\f".utf8)
      case 0x0D: out.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        out.append(contentsOf: "\\u00".utf8)
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  static func number(_ value: Double, _ out: inout [UInt8]) {
    if value == value.rounded(), abs(value) < 1e15 {
      out.append(contentsOf: String(Int64(value)).utf8)
    } else {
      out.append(contentsOf: value.description.utf8)
    }
  }

  static func texts(_ texts: [String], _ out: inout [UInt8]) {
    out.append(UInt8(ascii: "["))
    for (i, item) in texts.enumerated() {
      if i > 0 { out.append(UInt8(ascii: ",")) }
      text(item, &out)
    }
    out.append(UInt8(ascii: "]"))
  }
}

extension SearchResources.Interpretation {
  func append(to out: inout [UInt8]) {
    out.append(contentsOf: "{\"concepts\":[".utf8)
    for (i, concept) in concepts.enumerated() {
      if i > 0 { out.append(UInt8(ascii: ",")) }
      out.append(contentsOf: "{\"code\":".utf8)
      BriefJSON.text(concept.code, &out)
      out.append(contentsOf: ",\"text\":".utf8)
      BriefJSON.text(concept.text, &out)
      out.append(UInt8(ascii: "}"))
    }
    out.append(UInt8(ascii: "]"))
    if let dropped {
      BriefJSON.member("dropped", &out)
      BriefJSON.texts(dropped, &out)
    }
    if let relaxed {
      BriefJSON.member("relaxed", &out)
      BriefJSON.text(relaxed, &out)
    }
    if let renamed {
      BriefJSON.member("renamed", &out)
      out.append(UInt8(ascii: "["))
      for (i, one) in renamed.enumerated() {
        out.append(contentsOf: (i > 0 ? ",{\"date\":" : "{\"date\":").utf8)
        BriefJSON.text(one.date, &out)
        BriefJSON.member("new", &out)
        BriefJSON.text(one.new, &out)
        BriefJSON.member("old", &out)
        BriefJSON.text(one.old, &out)
        BriefJSON.member("version", &out)
        BriefJSON.text(one.version, &out)
        out.append(UInt8(ascii: "}"))
      }
      out.append(UInt8(ascii: "]"))
    }
    if let suggestion {
      BriefJSON.member("suggestion", &out)
      BriefJSON.text(suggestion, &out)
    }
    out.append(UInt8(ascii: "}"))
  }
}

extension SearchResources.Output: BrieflyEncoded {
  public var briefJSON: [UInt8]? {
    guard let brief, facets == nil else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(512)
    out.append(contentsOf: "{\"hits\":".utf8)
    brief.append(to: &out)
    out.append(contentsOf: ",\"interpretation\":".utf8)
    interpretation.append(to: &out)
    if let nextCursor {
      BriefJSON.member("nextCursor", &out)
      BriefJSON.text(nextCursor, &out)
    }
    BriefJSON.member("total", &out)
    BriefJSON.number(Double(total), &out)
    BriefJSON.member("totalRelation", &out)
    BriefJSON.text(totalRelation, &out)
    if let unknown {
      BriefJSON.member("unknown", &out)
      BriefJSON.number(Double(unknown), &out)
    }
    out.append(UInt8(ascii: "}"))
    return out
  }
}
