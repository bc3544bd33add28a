import Diagnostics
import LineRPC
import Model
import Service

extension MCPSession {
  /// Resources of the directory on one page of `resources/list`.
  static let resourcesPerPage = 500

  func listResources(_ call: Call, _ exchange: Exchange) throws -> Answer {
    var listed: [JSONPiece] = []
    var after: Int64 = 0
    if let cursor = call.request.params?["cursor"], cursor.kind != .null {
      guard let text = cursor.text, text.hasPrefix("r1."), let number = Int64(text.dropFirst(3)),
        number >= 0
      else { throw SasaeError("usage.cursor") }
      after = number
    } else {
      listed = ResourceAddress.fixed.map { fixed($0.name, $0.address) }
    }
    let limit = Self.resourcesPerPage
    var names = try server.session.directory.names(after: after, limit: limit + 1)
    let hasMore = names.count > limit
    if hasMore { names.removeLast() }
    listed += names.map { entry in
      .object([
        ("uri", .text(ResourceAddress.resource(entry.id).uri)), ("name", .text(entry.name)),
        ("mimeType", .text("application/json")),
      ])
    }
    let next = hasMore ? names.last.map { JSONPiece.text("r1.\($0.number)") } : nil
    return exchange.result(.listResources, [("resources", .array(listed)), ("nextCursor", next)])
  }

  private func fixed(_ name: String, _ address: ResourceAddress) -> JSONPiece {
    let language = server.session.language
    let title: Bilingual? =
      switch address {
      case .categories: ListCategories.summary
      case .needs: ListNeeds.summary
      case .profiles: ListProfiles.summary
      case .plugins: ListPlugins.summary
      case .changes:
        Bilingual(ja: "最近の変更（購読すると変更を知らせます）", en: "recent changes; subscribe to hear of any")
      default: nil
      }
    return .object([
      ("uri", .text(address.uri)), ("name", .text(name)),
      ("title", title.map { .text($0(language)) }), ("mimeType", .text("application/json")),
    ])
  }

  func listTemplates(_ call: Call, _ exchange: Exchange) throws -> Answer {
    try checkOnlyPage(call)
    let language = server.session.language
    let templates: [(String, String, Bilingual)] = [
      ("resource", "id", Bilingual(ja: "一つの資源（id で）", en: "one resource, by its id")),
      (
        "category", "code",
        Bilingual(
          ja: "一つのカテゴリと、その資源の数（コードで）",
          en: "one category, by its code, and how many resources it has")
      ),
    ]
    let listed = templates.map { name, variable, title in
      JSONPiece.object([
        ("uriTemplate", .text("sasae://\(name)/{\(variable)}")), ("name", .text(name)),
        ("title", .text(title(language))), ("mimeType", .text("application/json")),
      ])
    }
    return exchange.result(.listTemplates, [("resourceTemplates", .array(listed))])
  }

  /// Which resource a request names; an error in the words of its era for none.
  func address(of call: Call, _ exchange: Exchange) throws -> (uri: String, ResourceAddress) {
    let uri = try text("uri", of: call)
    guard let address = ResourceAddress(uri) else { throw unknown(uri, exchange) }
    return (uri, address)
  }

  func unknown(_ uri: String, _ exchange: Exchange) -> WireError {
    var error = operations.error(
      SasaeError("wire.unknown-resource", ["value": "\(uri.prefix(200))"]))
    if exchange.era == .stateless { error.code = RPCCode.invalidParams.rawValue }
    return error
  }

  func readResource(_ call: Call, _ exchange: Exchange) throws -> Answer {
    let (uri, address) = try address(of: call, exchange)
    let found = try read(address, operations.session(for: call), else: unknown(uri, exchange))
    var contents: [JSONPiece] = [
      content(uri, "application/json", String(decoding: found.json, as: UTF8.self))
    ]
    if let text = found.text { contents.append(content(uri, "text/plain", text)) }
    return exchange.result(.readResource, [("contents", .array(contents))])
  }

  private func read(
    _ address: ResourceAddress, _ session: Session, else unknown: WireError
  ) throws -> ReadResource {
    do throws(SasaeError) {
      return try ResourceReading(session).read(address)
    } catch {
      let isUnknown = error.code == "resource.unknown" || error.code == "usage.unknown-category"
      throw isUnknown ? unknown as any Error : error
    }
  }

  private func content(_ uri: String, _ type: String, _ text: String) -> JSONPiece {
    .object([("uri", .text(uri)), ("mimeType", .text(type)), ("text", .text(text))])
  }
}
