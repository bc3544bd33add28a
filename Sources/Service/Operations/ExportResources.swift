import Diagnostics
import Interchange
import Model

/// Writes the directory out.
public enum ExportResources: Operation {
  public static let name = "export_resources"
  public static let summary = Bilingual(ja: "名簿を書き出す", en: "Export the directory")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    public var format: String
    /// Retired resources too, as tombstones.
    public var includeRetired: Bool?

    public init(format: String, includeRetired: Bool? = nil) {
      self.format = format
      self.includeRetired = includeRetired
    }
  }

  public struct Output: Codable, Sendable {
    public var format: String
    public var count: Int
    public var text: String
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    var text = ""
    let count = try stream(input, in: session) { text += $0 }
    return Output(format: input.format, count: count, text: text)
  }

  /// The same, piece by piece; returns how many resources were written.
  public static func stream(
    _ input: Input, in session: Session, _ write: (String) throws -> Void
  ) throws(SasaeError) -> Int {
    guard let format = ExportFormat(rawValue: input.format) else {
      throw SasaeError(
        "export.format",
        [
          "value": "\(input.format)",
          "known": "\(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))",
        ])
    }
    var writer = ResourceWriter(format)
    var count = 0
    do {
      try write(writer.head())
      try session.directory.each(
        for: session.audience, includeRetired: input.includeRetired ?? false
      ) { resource in
        let piece = try writer.piece(resource)
        guard !piece.isEmpty else { return }
        count += 1
        try write(piece)
      }
      try write(writer.tail())
    } catch let error as SasaeError {
      throw error
    } catch {
      throw SasaeError("output.unwritable", ["detail": "\(type(of: error))"])
    }
    return count
  }
}
