import Diagnostics
import Searching
import Glibc
import Lookup
import Model
import ReferenceData

/// The options every verb takes, as plain values.
public struct RunOptions {
  public var workspace: String?
  public var data: String?
  public var lang: String?
  public var format: String?
  public var audience: String?

  /// The names, so that those given before the verb can be moved behind it.
  public static let names = ["--workspace", "--data", "--lang", "--format", "--audience"]

  public init(
    workspace: String? = nil, data: String? = nil, lang: String? = nil, format: String? = nil,
    audience: String? = nil
  ) {
    (self.workspace, self.data, self.lang) = (workspace, data, lang)
    (self.format, self.audience) = (format, audience)
  }

  public var place: Workspace {
    workspace.map(Workspace.init(path:)) ?? Workspace.standard(environment: variable)
  }

  public func folder() throws(SasaeError) -> String {
    try DataFolder.find(option: data, environment: variable("SASAE_DATA"))
  }

  public func who() throws(SasaeError) -> Visibility? {
    guard let audience else { return nil }
    guard let who = Visibility(rawValue: audience) else {
      throw SasaeError(
        "usage.value",
        ["option": "--audience", "value": "\(audience)", "expected": "\(Visibility.known)"])
    }
    return who
  }

  /// The day it is in Japan, whatever the machine's zone.
  public static func today() -> CalendarDate {
    CalendarDate(daysSince1970: (time(nil) + 9 * 3_600) / 86_400)
  }

  public func page() -> TextPage { TextPage(language: speech, width: Console.width) }
}
