import Diagnostics
import LineRPC
import Model

extension MCPSession {
  /// `initialize`: the client's revision if it is served, else the newest with a handshake.
  func initialize(_ call: Call, _ exchange: Exchange) throws -> Answer {
    let wanted = try text("protocolVersion", of: call)
    let revision = Revision.handshake.contains(wanted) ? wanted : Revision.latestHandshake
    settle(on: revision)
    subscriptions.watchLists()
    return exchange.result(
      .initialize,
      [
        ("protocolVersion", .text(revision)), ("capabilities", capabilities),
        ("serverInfo", exchange.serverInfo), ("instructions", .text(instructions)),
      ])
  }

  /// `server/discover` of the stateless revisions.
  func discover(_ exchange: Exchange) -> Answer {
    exchange.result(
      .discover,
      [
        ("supportedVersions", .array(Revision.stateless.map(JSONPiece.text))),
        ("capabilities", capabilities), ("instructions", .text(instructions)),
      ])
  }

  private var capabilities: JSONPiece {
    .object([
      ("tools", .object([("listChanged", .bool(false))])),
      ("resources", .object([("subscribe", .bool(true)), ("listChanged", .bool(true))])),
      ("prompts", .object([("listChanged", .bool(false))])),
    ])
  }

  private var instructions: String {
    server.session.language == .ja
      ? """
      地域の資源（サロン、通いの場、買い物支援、配食、移動など）の名簿です。search_resources で探し、get_resource で一件をすべて見ます。\
      一人の困りごとに合わせるときは match_resources（許可されている場合）を使い、理由と「先に確かめること」を必ず伝えてください。\
      各件には出典（source）と確認日（confirmed）があります。確認日が古い、または無いものは、電話で確かめるよう伝えてください。\
      載っていないことは「ない」ではなく「分からない」です。個人の名前や住所は送らないでください。
      """
      : """
      A directory of a community's resources (salons, gatherings, shopping help, meals, transport). Look with search_resources, \
      read one whole with get_resource. For one person's needs use match_resources, where permitted, and always pass on its reasons \
      and the questions to ask first. Every record names its source and the day it was confirmed: where that is old or missing, \
      say that a call should come first. What a record does not state is unknown, not absent. Send no personal names or addresses.
      """
  }
}
