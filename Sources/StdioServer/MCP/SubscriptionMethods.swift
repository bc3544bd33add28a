import Diagnostics
import LineRPC
import Model

extension MCPSession {
  /// `resources/subscribe` and `resources/unsubscribe` of the handshake era.
  func subscribe(
    _ method: MCPMethod, _ call: Call, _ exchange: Exchange
  ) throws -> Answer {
    let (uri, address) = try address(of: call, exchange)
    if method == .unsubscribe {
      subscriptions.remove(address)
    } else if !subscriptions.add(address, as: uri) {
      throw SasaeError("wire.too-many-subscriptions")
    }
    return exchange.result(method, [])
  }

  /// `subscriptions/listen` of the stateless era: stays open and is answered at the end.
  func listen(_ call: Call, _ exchange: Exchange) throws -> Disposition {
    guard let id = call.request.id, id != .null else {
      throw SasaeError("wire.invalid-request", ["detail": "id"])
    }
    guard let filter = call.request.params?["notifications"], filter.kind == .object else {
      throw SasaeError(
        "usage.request",
        ["detail": Bilingual(ja: "「notifications」がありません", en: "'notifications' is missing")])
    }
    var uris: Subscriptions.Watched = [:]
    var wrong: String?
    filter["resourceSubscriptions"]?.eachElement { element in
      let uri = element.text ?? ""
      if let address = ResourceAddress(uri) {
        uris[address, default: []].insert(uri)
      } else {
        wrong = uri
      }
    }
    if let wrong { throw unknown(wrong, exchange) }
    // The lists of tools and prompts never change here, so those wishes are not acknowledged.
    let stream = Subscriptions.Stream(
      uris: uris, wantsList: filter["resourcesListChanged"]?.isTrue ?? false, call: call, id: id,
      ending: exchange.result(.listen, [], stamp: [(Revision.subscriptionKey, .raw(id.json))]))
    guard subscriptions.open(stream) else { throw SasaeError("wire.too-many-subscriptions") }
    call.onCancel { [subscriptions] in
      subscriptions.close(id)
      call.finish(.silence)
    }
    return .open
  }
}
