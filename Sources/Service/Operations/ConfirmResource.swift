import Diagnostics
import Model

/// Notes that somebody made sure a record is true.
public enum ConfirmResource: Operation {
  public static let name = "confirm_resource"
  public static let summary = Bilingual(ja: "内容を確かめたことを記録する", en: "Note that a record was checked")
  public static let scope = Scope.write

  public struct Input: Codable, Sendable {
    public var id: String
    /// `phone`, `visit`, `web`, `document` …
    public var how: String
    /// The day; today when absent.
    public var on: String?

    public init(id: String, how: String, on: String? = nil) {
      self.id = id
      self.how = how
      self.on = on
    }
  }

  public struct Output: Codable, Sendable {
    public var id: String
    public var confirmed: Confirmation
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    var day = session.today
    if let text = input.on {
      guard let given = CalendarDate(text) else {
        throw InputCheck.value(
          "on", text, Bilingual(ja: "YYYY-MM-DD の日付", en: "a date, YYYY-MM-DD"))
      }
      guard given <= session.today else {
        throw InputCheck.value(
          "on", text, Bilingual(ja: "今日までの日付", en: "a day up to today"))
      }
      day = given
    }
    let confirmed = Confirmation(on: day.text, how: input.how)
    _ = try session.directory.update(input.id) { resource in
      guard resource.status != .retired else {
        throw SasaeError("row.retired", ["value": "\(input.id)"])
      }
      resource.confirmed = confirmed
    }
    return Output(id: input.id, confirmed: confirmed)
  }
}
