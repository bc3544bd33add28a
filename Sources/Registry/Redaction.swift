import Model

/// Takes out what an audience may not see, and marks that something was taken out.
public enum Redaction {
  public static func redact(_ resource: Resource, for audience: Visibility) -> Resource {
    guard resource.contacts.contains(where: { $0.visibility > audience }) else { return resource }
    var out = resource
    out.contacts = resource.contacts.map { contact in
      guard contact.visibility > audience else { return contact }
      var mark = Contact(visibility: contact.visibility)
      mark.redacted = true
      return mark
    }
    return out
  }
}
