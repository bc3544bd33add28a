/// The fields a view shows, as bits: a view is asked some ten times for every candidate and plugin.
@_spi(Host) public struct FieldSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  public init(_ fields: some Sequence<PluginManifest.Field>) {
    for field in fields { bits |= Self.bit(field) }
  }

  /// What a plugin that declared `fields` is shown: nothing confidential but what is granted.
  public init(
    _ fields: Set<PluginManifest.Field>, granting granted: Set<PluginManifest.Field>
  ) {
    self.init(fields.filter { !$0.isConfidential || granted.contains($0) })
  }

  public init(arrayLiteral fields: PluginManifest.Field...) { self.init(fields) }

  public func contains(_ field: PluginManifest.Field) -> Bool { bits & Self.bit(field) != 0 }

  /// A case without payload is stored as its place among the cases; a test holds that no two share a bit.
  private static func bit(_ field: PluginManifest.Field) -> UInt64 {
    withUnsafeBytes(of: field) { 1 << UInt64($0.first ?? 63) }
  }
}
