import Diagnostics

/// A request or a notification (JSON-RPC 2.0, section 4).
public struct Request: Sendable {
  /// Nil for a notification, which is never answered.
  public let id: RequestID?
  public let method: String
  /// The object given by name; nil when there is none.
  public let params: JSONSlice?
  /// The `_meta` of the params, where it is an object.
  public let meta: JSONSlice?

  init(id: RequestID?, method: String, params: JSONSlice?) {
    (self.id, self.method, self.params) = (id, method, params)
    meta = params.flatMap { $0["_meta"] }.flatMap { $0.kind == .object ? $0 : nil }
  }
}

/// One message of a line.
enum Message {
  case request(Request)
  /// The answer to a request this side never sends, or a notification that can not be told its fault.
  case ignored
  /// Not a valid request; answered to the id, or to null where none can be read.
  case invalid(RequestID, SasaeError)

  init(_ slice: JSONSlice) {
    guard slice.kind == .object else {
      self = .invalid(.null, Self.fault("an object", "オブジェクト"))
      return
    }
    var own: [String: JSONSlice] = [:]
    var isDoubled = false
    slice.eachMember { name, value in
      guard Self.names.contains(name) else { return }
      isDoubled = isDoubled || own.updateValue(value, forKey: name) != nil
    }
    var id: RequestID?
    if let given = own["id"] {
      id = RequestID(given)
      guard id != nil else {
        self = .invalid(
          .null,
          Self.fault(
            "id: a short string, a number or null", "id: 短い文字列・数値・null"))
        return
      }
    }
    let isResponse = own["method"] == nil && (own["result"] != nil || own["error"] != nil)
    if isDoubled {
      self = .invalid(id ?? .null, Self.fault("no member twice", "同じ項目は一度だけ"))
    } else if own["jsonrpc"]?.text != "2.0" {
      self = .invalid(id ?? .null, Self.fault(#""jsonrpc":"2.0""#, #""jsonrpc":"2.0""#))
    } else if isResponse {
      self = .ignored
    } else {
      self = Self.request(id, method: own["method"], params: own["params"])
    }
  }

  private static let names: Set<String> = ["jsonrpc", "id", "method", "params", "result", "error"]

  private static func request(_ id: RequestID?, method: JSONSlice?, params: JSONSlice?) -> Message {
    guard let name = method?.text else {
      return .invalid(id ?? .null, fault("method: a string", "method: 文字列"))
    }
    switch params?.kind {
    case nil, .null: return .request(Request(id: id, method: name, params: nil))
    case .object: return .request(Request(id: id, method: name, params: params))
    case .array:
      guard let id else { return .ignored }
      return .invalid(id, SasaeError("wire.params-by-position"))
    default: return .invalid(id ?? .null, fault("params: an object", "params: オブジェクト"))
    }
  }

  private static func fault(_ en: String, _ ja: String) -> SasaeError {
    SasaeError("wire.invalid-request", ["detail": Bilingual(ja: ja, en: en)])
  }
}
