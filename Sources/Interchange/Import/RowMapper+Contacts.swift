import Diagnostics
import JapaneseText
import Model

extension RowMapper {
  /// Whom to call. Mobile numbers and mail addresses of private persons are for coordinators; a
  /// person's name too.
  mutating func addContacts(_ row: RowCells, to resource: inout Resource) {
    var contacts: [Contact] = []
    let name = contactName(row, &contacts)
    for (i, column) in plan.phone.enumerated() {
      guard let range = row.range(column), !row.saysNone(range), let cell = row.text(column) else {
        continue
      }
      let note = plan.phoneNote.indices.contains(i) ? row.firstLine([plan.phoneNote[i]]) : nil
      add(phones: cell, from: column, name: note ?? name, row, to: &contacts)
    }
    if let inner = row.firstLine(plan.phoneExtension), let first = contacts.indices.first,
      let phone = contacts[first].phone, !ByteSearch.contains(phone, "内線")
    {
      contacts[first].phone = phone + " 内線" + inner
    }
    addMails(row, name: name, to: &contacts)
    if let fax = row.firstLine(plan.fax), let first = contacts.indices.first {
      contacts[first].extra["fax"] = .string(PhoneText.numbers(in: fax).first?.text ?? fax)
    }
    if let form = row.first(plan.contactForm), ByteSearch.contains(form, "://") {
      if contacts.isEmpty { contacts.append(Contact(name: name)) }
      contacts[0].extra["form"] = .string(form)
    }
    if let note = row.joined(plan.contactNote).map(RowCells.oneLine),
      let first = contacts.indices.first
    {
      contacts[first].extra["note"] = .string(note)
    }
    if let person = row.firstLine(plan.contactPerson) {
      contacts.append(Contact(name: person, visibility: .coordinator))
    }
    resource.contacts = contacts
  }

  /// The name of whom to call; a cell that also holds the number gives a contact of its own.
  private mutating func contactName(_ row: RowCells, _ contacts: inout [Contact]) -> String? {
    for column in plan.contactText + plan.contactName {
      guard let cell = row.firstLine([column]) else { continue }
      guard cell.utf8.contains(where: { (48...57).contains($0) || $0 == 0xEF }),
        PhoneText.numbers(in: cell).contains(where: { $0.doubt == nil })
      else { return cell }
      add(phones: cell, from: column, name: nil, row, to: &contacts)
    }
    return nil
  }

  private mutating func add(
    phones cell: String, from column: Int, name: String?, _ row: RowCells,
    to contacts: inout [Contact]
  ) {
    let numbers = PhoneText.numbers(in: cell)
    if numbers.isEmpty {
      // 「市役所へ」: no number, but where to ask.
      contacts.append(Contact(name: RowCells.oneLine(cell)))
      return
    }
    var isPrivate = false
    for number in numbers where !contacts.contains(where: { $0.phone == number.text }) {
      var contact = Contact(name: number.label ?? name, phone: number.text)
      if number.isMobile, !plan.published.contains(column) {
        contact.visibility = .coordinator
        isPrivate = true
      }
      if let doubt = number.doubt {
        warn(doubt == .lostZero ? "warning.phone-zero" : "warning.phone", [column], row, cell)
      }
      contacts.append(contact)
    }
    if isPrivate { warn("warning.private-phone", [column], row) }
  }

  private mutating func addMails(_ row: RowCells, name: String?, to contacts: inout [Contact]) {
    for (i, column) in plan.email.enumerated() {
      guard let cell = row.firstLine([column]) else { continue }
      let note = plan.emailNote.indices.contains(i) ? row.firstLine([plan.emailNote[i]]) : nil
      var addresses = MailText.addresses(in: cell)
      if addresses.isEmpty { addresses = [cell] }
      for address in addresses {
        if MailText.isPrivate(address), !plan.published.contains(column) {
          contacts.append(
            Contact(name: note ?? name, email: address, visibility: .coordinator))
          warn("warning.private-mail", [column], row)
        } else if note == nil,
          let at = contacts.firstIndex(where: { $0.email == nil && $0.visibility == .public })
        {
          contacts[at].email = address
        } else {
          contacts.append(Contact(name: note ?? name, email: address))
        }
      }
    }
  }

  /// Mobile numbers and private mail addresses inside sentences are likely somebody's own: they
  /// become contacts for coordinators, and the sentence keeps a mark.
  mutating func hidePrivate(_ resource: inout Resource, _ row: RowCells) {
    var numbers: [String] = []
    var mails: [String] = []
    func hide(_ text: inout String?, _ columns: [Int]) {
      guard let written = text, plan.published.isDisjoint(with: columns) else { return }
      let (rest, found) = PhoneText.withoutMobiles(written)
      let (clean, addresses) = MailText.withoutPrivate(rest)
      guard !found.isEmpty || !addresses.isEmpty else { return }
      numbers += found
      mails += addresses
      text = clean
    }
    hide(&resource.summary, plan.summary)
    hide(&resource.description, plan.description + plan.note)
    if var schedule = resource.schedule {
      hide(&schedule.text, plan.scheduleText + plan.scheduleNote)
      resource.schedule = schedule
    }
    if var eligibility = resource.eligibility {
      hide(&eligibility.text, plan.eligibility)
      resource.eligibility = eligibility
    }
    if var cost = resource.cost {
      hide(&cost.text, plan.cost + plan.costNote)
      resource.cost = cost
    }
    for at in resource.contacts.indices where resource.contacts[at].visibility == .public {
      hide(&resource.contacts[at].name, plan.contactName)
    }
    for number in numbers where !resource.contacts.contains(where: { $0.phone == number }) {
      resource.contacts.append(Contact(phone: number, visibility: .coordinator))
    }
    for mail in mails where !resource.contacts.contains(where: { $0.email == mail }) {
      resource.contacts.append(Contact(email: mail, visibility: .coordinator))
    }
    if !numbers.isEmpty { warn("warning.private-phone", plan.note + plan.description, row) }
    if !mails.isEmpty { warn("warning.private-mail", plan.note + plan.description, row) }
  }
}
