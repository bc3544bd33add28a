import Diagnostics

extension LocateAddress {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let isJapanese = page.language == .ja
    page.line("\(output.lat),\(output.lng)  \(output.precision.label(page.language))")
    page.line(output.matched + (output.rest.isEmpty ? "" : " ＋ " + output.rest))
    if let areas = output.areas {
      page.line(
        (isJapanese ? "地域: " : "areas: ") + areas.joined(separator: isJapanese ? "、" : ", "))
    }
    if output.precision == .city {
      page.line(
        isJapanese
          ? "町は分かりません。町の表の入れ方: docs/places.md"
          : "the town is not known; how towns come in: docs/places.md")
    }
  }
}
