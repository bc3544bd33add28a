import Foundation
import Testing

/// What a server wrote: an answer, or a notification.
struct WireMessage: CustomStringConvertible {
  /// As it was written, quotes and all; nil of a notification.
  let id: String?
  let text: String
  /// Of all the message, when `text` is not kept.
  let size: Int

  struct Wrong: Error, CustomStringConvertible {
    let description: String
  }

  var result: JSON { member("result") }
  var error: JSON { member("error") }
  var method: String? { member("method").text }
  var isError: Bool { error != .null }
  /// The stable code of an error.
  var code: String? { error["data"]["code"].text }
  var number: Double? { error["code"].number }
  var description: String { String(text.prefix(600)) }

  func member(_ name: String) -> JSON { memberText(name).flatMap { try? JSON($0) } ?? .null }

  /// A member as it was written.
  func memberText(_ name: String) -> String? {
    let line = Array(text.utf8)
    let range = try? WireScanner.parts(of: line).members
      .first { line[$0.name].elementsEqual("\"\(name)\"".utf8) }?.value
    return range.map { String(decoding: line[$0], as: UTF8.self) }
  }

  /// Every message of a line; throws where the line is not the protocol's.
  static func all(in line: [UInt8], keepsText: Bool) throws -> (list: [Self], isBatch: Bool) {
    do throws(WireScanner.Fault) {
      let parts = try WireScanner.parts(of: line)
      if parts.isObject { return ([try one(line, parts, keepsText)], false) }
      guard parts.isArray, !parts.items.isEmpty else {
        throw WireScanner.Fault(what: "neither object nor batch", at: 0)
      }
      var list: [Self] = []
      for item in parts.items {
        let bytes = Array(line[item])
        list.append(try one(bytes, try WireScanner.parts(of: bytes), keepsText))
      }
      return (list, true)
    } catch {
      let start = String(decoding: line.prefix(400), as: UTF8.self)
      throw Wrong(description: "\(error.what) at byte \(error.at): \(start)")
    }
  }

  private static func one(
    _ line: [UInt8], _ parts: WireScanner.Parts, _ keepsText: Bool
  ) throws(WireScanner.Fault) -> Self {
    var values: [String: Range<Int>] = [:]
    for member in parts.members {
      let name = String(decoding: line[member.name].dropFirst().dropLast(), as: UTF8.self)
      guard values.updateValue(member.value, forKey: name) == nil else {
        throw WireScanner.Fault(what: "a member stands twice", at: member.name.lowerBound)
      }
    }
    func text(_ name: String) -> String? {
      values[name].map { String(decoding: line[$0], as: UTF8.self) }
    }
    guard text("jsonrpc") == "\"2.0\"" else {
      throw WireScanner.Fault(what: "not JSON-RPC 2.0", at: 0)
    }
    let names = Set(values.keys)
    let isAnswer = names == ["jsonrpc", "id", "result"] || names == ["jsonrpc", "id", "error"]
    let isNotification = names.subtracting(["params"]) == ["jsonrpc", "method"]
    guard isAnswer || isNotification else {
      throw WireScanner.Fault(what: "neither an answer nor a notification", at: 0)
    }
    if isNotification, !notifications.contains(text("method") ?? "") {
      throw WireScanner.Fault(what: "no notification of ours", at: 0)
    }
    if let range = values["error"], !isSound(error: Array(line[range])) {
      throw WireScanner.Fault(
        what: "an error without its members, or with half a hint", at: range.lowerBound)
    }
    return Self(
      id: isAnswer ? text("id") : nil,
      text: keepsText ? String(decoding: line, as: UTF8.self) : "", size: line.count)
  }

  /// As they are written.
  private static let notifications: Set = [
    #""notifications/progress""#, #""notifications/resources/list_changed""#,
    #""notifications/resources/updated""#, #""notifications/subscriptions/acknowledged""#,
  ]

  private static func isSound(error bytes: [UInt8]) -> Bool {
    guard let error = try? JSON(String(decoding: bytes, as: UTF8.self)) else { return false }
    let number = error["code"].number ?? 0.5
    let data = error["data"]
    // MCP itself says what goes with an unsupported revision.
    let isCoded =
      data["code"].text?.isEmpty == false || number == -32022 && data["supported"].isArray
    // Advice that breaks off is none.
    let hint = data["hint"].text ?? "none"
    guard !hint.isEmpty, hint.last?.isWhitespace == false else { return false }
    return number == number.rounded() && error["message"].text?.isEmpty == false && isCoded
      && error.names == ["code", "message", "data"]
  }

  /// It is a result.
  @discardableResult
  func expectResult(at location: SourceLocation = #_sourceLocation) -> JSON {
    #expect(!isError, "\(self)", sourceLocation: location)
    return result
  }

  /// It is an error with this number and, where one is given, this stable code or family of codes.
  func expect(
    _ number: Int, _ code: String = "", _ what: String = "",
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(self.number == Double(number), "\(what) \(self)", sourceLocation: location)
    let isCode = code.isEmpty || self.code == code || self.code?.hasPrefix(code + ".") == true
    #expect(isCode, "\(code) is due: \(what) \(self)", sourceLocation: location)
  }
}
