import Diagnostics
import Model
import Service
import Terminal

/// Asks for a resource field by field on a terminal: Enter keeps what stands there, `-` clears it,
/// `<` goes back one field.
struct EntryForm {
  let session: Session
  let isNew: Bool

  func fill(_ start: Resource) throws(SasaeError) -> Resource {
    guard Console.isInputTerminal else { throw SasaeError("usage.not-interactive") }
    var resource = start
    Console.error(
      say(
        "Enter でそのまま、- で空に、< で一つ前に戻ります。Ctrl-C でやめると何も変わりません。\n\n",
        "Enter keeps, - clears, < goes back one. Ctrl-C leaves everything as it was.\n\n"))
    let fields = ResourceField.all.filter {
      isNew ? $0.isAsked : $0.isAsked || $0.get(resource) != ""
    }
    var at = 0
    while at < fields.count {
      let field = fields[at]
      let now = field.get(resource)
      Console.error(field.label(speech) + (now.isEmpty ? "" : say("［\(now)］", " [\(now)]")) + ": ")
      guard let answer = readLine(strippingNewline: true) else {
        throw SasaeError("usage.not-interactive")
      }
      if answer == "<" {
        at = max(0, at - 1)
        continue
      }
      if !answer.isEmpty {
        do {
          try field.assign(answer == "-" ? "" : try value(answer, field), to: &resource)
        } catch {
          Console.report(error)
          continue
        }
      } else if field.name == "name", now.isEmpty {
        continue
      }
      at += 1
    }
    return resource
  }

  /// Words for a category are turned into its code at once, so that the person sees what was taken.
  private func value(_ answer: String, _ field: ResourceField) throws(SasaeError) -> String {
    guard field.name == "categories" else { return answer }
    let (codes, unknown) = try CategoryInput.codes(answer, in: session)
    for word in unknown {
      Console.error(
        say(
          "「\(word)」に当たるカテゴリはまだ決められません（`sasae categories`）。タグとして残します。\n",
          "no sure category for '\(word)' (`sasae categories`); kept as a tag\n"))
    }
    for code in codes {
      Console.error("  → \(code) \(try session.shelf.categoryLabels()[code]?(speech) ?? "")\n")
    }
    return (codes + unknown).joined(separator: ";")
  }
}
