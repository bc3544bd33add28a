import Diagnostics
import Model
import Service

/// The JSON of a resource, and what people read of it where that is not the same.
struct ReadResource {
  var json: [UInt8]
  var text: String?
}

/// Reads what a `sasae://` URI names, for programs and for people.
struct ResourceReading {
  /// Changes shown of the log's end.
  static let recentChanges: Int64 = 100

  let session: Session

  init(_ session: Session) { self.session = session }

  func read(_ address: ResourceAddress) throws(SasaeError) -> ReadResource {
    switch address {
    case .categories: try whole(ListCategories.self, .init())
    case .needs: try whole(ListNeeds.self, .init())
    case .profiles: try whole(ListProfiles.self, .init())
    case .plugins: try whole(ListPlugins.self, .init())
    case .changes:
      try whole(
        ListChanges.self,
        .init(since: max(0, try session.directory.lastChange() - Self.recentChanges)))
    case .resource(let id): try readable(GetResource.self, .init(id: id))
    case .category(let code): try category(code)
    }
  }

  private func whole<O: Operation>(
    _: O.Type, _ input: O.Input
  ) throws(SasaeError) -> ReadResource {
    ReadResource(json: try OperationJSON.bytes(try O.run(input, in: session)))
  }

  private func readable<O: Operation>(
    _: O.Type, _ input: O.Input
  ) throws(SasaeError) -> ReadResource {
    let output = try O.run(input, in: session)
    return ReadResource(
      json: try OperationJSON.bytes(output),
      text: try O.text(output, width: OperationMethod.textWidth, isTyped: false, in: session))
  }

  /// What a category page holds.
  private struct CategoryPage: Encodable {
    var category: TermEntry
    var children: [TermEntry]
    /// Resources of it and of what stands below it.
    var resources: Int
  }

  private func category(_ code: String) throws(SasaeError) -> ReadResource {
    let terms = try ListCategories.run(.init(), in: session).categories
    guard let term = terms.first(where: { $0.code == code }) else {
      throw SasaeError("usage.unknown-category", ["value": "\(code)"])
    }
    var query = SearchResources.Input()
    (query.categories, query.limit, query.exactTotal) = ([code], 0, true)
    let total = try SearchResources.run(query, in: session).total
    let children = terms.filter { $0.parent == code }
    let page = CategoryPage(category: term, children: children, resources: total)
    var text = TextPage(language: session.language, width: OperationMethod.textWidth)
    text.line("\(term.code)  \(term.label)")
    if !term.synonyms.isEmpty { text.paragraph(term.synonyms.joined(separator: "・"), indent: 2) }
    for child in children { text.line("\(child.code)  \(child.label)", indent: 2) }
    text.line(session.language == .ja ? "資源 \(total)件" : "\(total) resources")
    return ReadResource(json: try OperationJSON.bytes(page), text: text.text)
  }
}
