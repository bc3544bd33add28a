import ReferenceData

/// How the caller wants a list read.
public struct ListChoice: Sendable {
  public var library: ReferenceLibrary
  public var municipalities: Municipalities
  /// The mapping to use; nil finds the one that fits.
  public var mapping: String?
  /// Headings of columns that don't come in at all, not even raw.
  public var dropped: [String] = []
  /// Headings of columns whose numbers and mail addresses may be shown to all.
  public var published: [String] = []
  /// Mend garbled text instead of refusing it.
  public var mendsMojibake = false

  public init(
    library: ReferenceLibrary, municipalities: Municipalities, mapping: String? = nil
  ) {
    self.library = library
    self.municipalities = municipalities
    self.mapping = mapping
  }
}
