import JapaneseText
import Model

/// One document being made: terms, values and data in packed form. Reused for many documents.
public struct IndexDocument: Sendable {
  var terms: [UInt8] = []
  var values: [UInt8] = []
  var data: [UInt8] = []
  private var bag = TermBag()

  public init() {}

  public mutating func reset() {
    terms.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    data.removeAll(keepingCapacity: true)
    bag.removeAll()
  }

  /// Adds a field's text; `weight` is what one occurrence counts.
  public mutating func addText(_ text: SearchText, weight: UInt32) {
    bag.add(text, weight: weight)
  }

  public mutating func addText(_ text: String?, weight: UInt32) {
    if let text { bag.add(SearchText(text), weight: weight) }
  }

  /// Adds a ready term that is weighed: a word in its dictionary form, a concept.
  public mutating func addWeighed(_ term: String, weight: UInt32) {
    bag.add(term: Array(term.utf8.prefix(Term.longest)), weight: weight)
  }

  public mutating func addTerm(_ term: String) {
    let bytes = term.utf8.prefix(Term.longest)
    Packed.u16(UInt16(bytes.count), &terms)
    Packed.u16(0, &terms)
    terms.append(contentsOf: bytes)
  }

  public mutating func setNumber(_ slot: Slot, _ value: Double?) {
    guard let value, value.isFinite else { return }
    Packed.u32(slot.number, &values)
    values.append(1)
    Packed.u16(8, &values)
    Packed.f64(value, &values)
  }

  public mutating func setText(_ slot: Slot, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    let bytes = text.utf8.prefix(1_000)
    Packed.u32(slot.number, &values)
    values.append(0)
    Packed.u16(UInt16(bytes.count), &values)
    values.append(contentsOf: bytes)
  }

  public mutating func setCoordinate(_ point: Coordinate?) {
    guard let point, (-90...90).contains(point.lat), (-180...180).contains(point.lng) else {
      return
    }
    Packed.u32(Slot.coordinate.number, &values)
    values.append(2)
    Packed.u16(16, &values)
    Packed.f64(point.lat, &values)
    Packed.f64(point.lng, &values)
  }

  public mutating func setData(_ bytes: [UInt8]) { data = bytes }

  /// Turns the gathered words into terms; call once, last.
  mutating func finish() {
    var packed = terms
    bag.forEach { bytes, wdf in
      Packed.u16(UInt16(bytes.count), &packed)
      Packed.u16(UInt16(min(wdf, 60_000)), &packed)
      packed.append(contentsOf: bytes)
    }
    terms = packed
  }
}
