import JapaneseText
import Model

/// What stands beside a telephone number: its extension, its fax, a person's name.
extension RowMapper {
  /// An extension belongs to the first number; a whole number in its column is one of its own.
  mutating func add(inner: String, _ row: RowCells, to contacts: inout [Contact]) {
    let whole = PhoneText.numbers(in: inner).filter { $0.doubt == nil && $0.text.utf8.count >= 10 }
    for number in whole {
      contacts.append(
        Contact(phone: number.text, visibility: number.isMobile ? .coordinator : .public))
      if number.isMobile { warn("warning.private-phone", plan.phoneExtension, row) }
    }
    guard whole.isEmpty, let first = contacts.indices.first, let phone = contacts[first].phone,
      !ByteSearch.contains(phone, "内線")
    else { return }
    let digits = Normalizer.nfkc(inner).filter { $0.isNumber || ",、-/・".contains($0) }
    guard digits.contains(where: \.isNumber) else { return }
    contacts[first].phone = phone + " 内線" + digits
  }

  /// A fax stands with the first contact; one on a mobile number is somebody's own, and 「電話に同じ」
  /// is the telephone's.
  mutating func add(fax: String, _ row: RowCells, to contacts: inout [Contact]) {
    let number = PhoneText.numbers(in: fax).first
    if number == nil {
      guard ["同", "兼"].contains(where: { ByteSearch.contains(fax, $0) }),
        let at = contacts.firstIndex(where: { $0.phone != nil })
      else { return }
      contacts[at].extra["fax"] = contacts[at].phone.map(JSONValue.string)
      return
    }
    let value = JSONValue.string(number?.text ?? fax)
    if number?.isMobile ?? false, plan.published.isDisjoint(with: plan.fax) {
      var contact = Contact(visibility: .coordinator)
      contact.extra["fax"] = value
      contacts.append(contact)
      warn("warning.private-phone", plan.fax, row)
    } else if let first = contacts.indices.first {
      contacts[first].extra["fax"] = value
    }
  }

  /// A person's name beside an office's number is taken from it and kept for coordinators; beside a
  /// number that is said with it (「会長 山田太郎 0748-…」) the number is that person's too.
  mutating func hideNames(_ contacts: inout [Contact], _ row: RowCells) {
    var people: [Contact] = []
    let isApart = plan.contactText.isEmpty
    for at in contacts.indices where contacts[at].visibility == .public {
      guard let name = contacts[at].name, PersonText.mayBe(name) else { continue }
      warn("warning.private-name", plan.contactText + plan.contactName, row)
      let ownsNumber = !isApart || contacts[at].phone == nil && contacts[at].email == nil
      if ownsNumber, !hasOwnPhoneColumn(contacts[at], row) {
        contacts[at].visibility = .coordinator
      } else {
        contacts[at].name = nil
        if !people.contains(where: { $0.name == name }) {
          people.append(Contact(name: name, visibility: .coordinator))
        }
      }
    }
    contacts = contacts.filter { $0 != Contact() } + people
  }

  /// Whether the number stands in a column of numbers, which are the facility's.
  private func hasOwnPhoneColumn(_ contact: Contact, _ row: RowCells) -> Bool {
    guard let phone = contact.phone else { return false }
    return (plan.phone + plan.phoneFax).contains { column in
      row.first([column]).map { cell in
        PhoneText.numbers(in: cell).contains { $0.text == phone && $0.label == nil }
      } ?? false
    }
  }
}
