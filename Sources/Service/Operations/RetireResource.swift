import Diagnostics
import Model

/// Ends a resource: search no longer finds it, its id still resolves.
public enum RetireResource: Operation {
  public static let name = "retire_resource"
  public static let summary = Bilingual(ja: "終了した資源にする", en: "Retire a resource")
  public static let scope = Scope.write

  public struct Input: Codable, Sendable {
    public var id: String
    public var why: String

    public init(id: String, why: String) {
      self.id = id
      self.why = why
    }
  }

  public struct Output: Codable, Sendable {
    public var id: String
    public var status: ResourceStatus
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    guard MemberReader.stated(input.why) != nil else {
      throw InputCheck.value(
        "why", input.why, Bilingual(ja: "終わった理由を書いてください", en: "say why it ended"))
    }
    let resource = try session.directory.update(input.id) { resource in
      guard resource.status != .retired else { return }
      resource.status = .retired
      resource.extra["retired"] = .object([
        "on": .string(session.today.text), "why": .string(input.why),
      ])
    }
    return Output(id: resource.id, status: resource.status)
  }
}
