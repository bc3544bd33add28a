import Diagnostics
import JapaneseText
import Model

extension RowMapper {
  /// Whom to call. What is likely a private person's (a mobile number, a mail address at a carrier,
  /// a home number, a name) is for coordinators.
  mutating func addContacts(_ row: RowCells, to resource: inout Resource) {
    var contacts: [Contact] = []
    let name = contactName(row, &contacts)
    for (i, column) in plan.phone.enumerated() {
      guard let cell = row.first([column]) else { continue }
      let note = plan.phoneNote.indices.contains(i) ? row.firstLine([plan.phoneNote[i]]) : nil
      add(phones: cell, from: column, name: note ?? name, row, to: &contacts)
    }
    for column in plan.phoneFax {
      if let cell = row.first([column]) { add(both: cell, column, name, row, to: &contacts) }
    }
    for column in plan.phonePrivate {
      if let cell = row.first([column]) {
        add(phones: cell, from: column, name: nil, isPersonal: true, row, to: &contacts)
      }
    }
    for address in row.firstLine(plan.emailPrivate).map(MailText.addresses) ?? [] {
      contacts.append(Contact(email: address, visibility: .coordinator))
      warn("warning.private-mail", plan.emailPrivate, row)
    }
    if let inner = row.firstLine(plan.phoneExtension) { add(inner: inner, row, to: &contacts) }
    addMails(row, name: name, to: &contacts)
    if let fax = row.firstLine(plan.fax) { add(fax: fax, row, to: &contacts) }
    if let form = row.first(plan.contactForm), ByteSearch.contains(form, "://") {
      if contacts.isEmpty { contacts.append(Contact(name: name)) }
      contacts[0].extra["form"] = .string(form)
    }
    if let name, !contacts.contains(where: { $0.name == name }) {
      contacts.append(Contact(name: name))
    }
    if let note = row.joined(plan.contactNote).map(RowCells.oneLine) {
      if contacts.isEmpty { contacts.append(Contact()) }
      contacts[0].extra["note"] = .string(note)
    }
    if let person = row.firstLine(plan.contactPerson) {
      contacts.append(Contact(name: person, visibility: .coordinator))
    }
    hideNames(&contacts, row)
    resource.contacts = contacts
  }

  /// The name of whom to call; a cell that also holds numbers or mail addresses gives contacts of
  /// their own.
  private mutating func contactName(_ row: RowCells, _ contacts: inout [Contact]) -> String? {
    var name: String?
    for column in plan.contactText + plan.contactName {
      guard var cell = row.first([column]) else { continue }
      for address in MailText.addresses(in: cell) where ByteSearch.contains(cell, address) {
        cell = cell.replacing(address, with: " ")
        add(mail: address, from: column, name: nil, row, to: &contacts)
      }
      let numbers = PhoneText.numbers(in: cell)
      if numbers.contains(where: { $0.doubt != .incomplete || $0.text.utf8.count >= 6 }) {
        add(phones: cell, from: column, name: nil, row, to: &contacts)
      } else if let rest = MemberReader.stated(RowCells.oneLine(cell)), name == nil {
        name = MemberReader.trimmed(rest)
      }
    }
    return name
  }

  private mutating func add(
    phones cell: String, from column: Int, name: String?, isPersonal: Bool = false,
    _ row: RowCells, to contacts: inout [Contact]
  ) {
    // Nobody lists more numbers in a cell.
    let numbers = PhoneText.numbers(in: cell).prefix(20)
    if numbers.isEmpty {
      // 「市役所へ」: no number, but where to ask.
      contacts.append(
        Contact(name: RowCells.oneLine(cell), visibility: isPersonal ? .coordinator : .public))
      return
    }
    var isPrivate = false
    for number in numbers where !contacts.contains(where: { $0.phone == number.text }) {
      var contact = Contact(name: number.label ?? name, phone: number.text)
      let isHome = number.label.map { ByteSearch.contains($0, "自宅") } ?? false
      if number.isMobile || isPersonal || isHome, !plan.published.contains(column) {
        contact.visibility = .coordinator
        isPrivate = true
      }
      if let doubt = number.doubt {
        // A number that is somebody's own is not repeated in a message.
        warn(
          doubt == .lostZero ? "warning.phone-zero" : "warning.phone", [column], row,
          number.isMobile || isPersonal || isHome ? "＊" : number.text)
      }
      contacts.append(contact)
    }
    if isPrivate { warn("warning.private-phone", [column], row) }
  }

  /// 「0748-11-0001/0748-11-0002」 under 電話/FAX: the second number is the fax, one number is both.
  private mutating func add(
    both cell: String, _ column: Int, _ name: String?, _ row: RowCells,
    to contacts: inout [Contact]
  ) {
    let numbers = PhoneText.numbers(in: cell)
    guard numbers.count > 1 else {
      add(phones: cell, from: column, name: name, row, to: &contacts)
      if let only = numbers.first, let last = contacts.indices.last {
        contacts[last].extra["fax"] = .string(only.text)
      }
      return
    }
    add(phones: numbers[0].text, from: column, name: name, row, to: &contacts)
    if let last = contacts.indices.last {
      contacts[last].extra["fax"] = .string(numbers[1].text)
    }
  }

  private mutating func addMails(_ row: RowCells, name: String?, to contacts: inout [Contact]) {
    for (i, column) in plan.email.enumerated() {
      guard let cell = row.firstLine([column]) else { continue }
      let note = plan.emailNote.indices.contains(i) ? row.firstLine([plan.emailNote[i]]) : nil
      let addresses = MailText.addresses(in: cell)
      for address in addresses { add(mail: address, from: column, name: note, row, to: &contacts) }
      if addresses.isEmpty, !PhoneText.numbers(in: cell).isEmpty {
        add(phones: cell, from: column, name: note, row, to: &contacts)
      } else if addresses.isEmpty, ByteSearch.contains(cell, "@") {
        add(mail: cell, from: column, name: note, row, to: &contacts)
      }
    }
  }

  private mutating func add(
    mail address: String, from column: Int, name: String?, _ row: RowCells,
    to contacts: inout [Contact]
  ) {
    if MailText.isPrivate(address), !plan.published.contains(column) {
      contacts.append(Contact(name: name, email: address, visibility: .coordinator))
      warn("warning.private-mail", [column], row)
    } else if name == nil,
      let at = contacts.firstIndex(where: { $0.email == nil && $0.visibility == .public })
    {
      contacts[at].email = address
    } else {
      contacts.append(Contact(name: name, email: address))
    }
  }
}
