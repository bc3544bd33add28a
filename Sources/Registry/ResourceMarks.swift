import JapaneseText
import Model

/// What tells a resource from others, when the number a list gives it may have become another's.
public struct ResourceMarks: Sendable, Hashable {
  public var name: String
  public var address: String?
  public var place: String?
  public var phone: String?

  /// Whether a row of the same number is this resource: one of name, address, place or telephone is
  /// the same, or the name only grew or shrank (「東の会」→「東の会（第2）」). A number alone must not turn
  /// one resource into another.
  public func isSame(as other: Resource) -> Bool {
    let (mine, theirs) = (Folding.key(name), Folding.key(other.name))
    if mine == theirs { return true }
    if mine.count >= 2, theirs.count >= 2, mine.hasPrefix(theirs) || theirs.hasPrefix(mine) {
      return true
    }
    func same(_ a: String?, _ b: String?) -> Bool {
      guard let a, let b else { return false }
      let key = Folding.key(a)
      return !key.isEmpty && key == Folding.key(b)
    }
    return same(address, other.place?.address) || same(place, other.place?.name)
      || same(phone, other.contacts.compactMap(\.phone).first)
  }
}
