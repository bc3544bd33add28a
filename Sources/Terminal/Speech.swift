import Diagnostics
import Glibc

/// The language of this run: `--lang`, else the locale variables. Known before any argument is
/// parsed, so that help and usage errors speak it too.
public let speech: Language = {
  let arguments = Arguments.given
  for (i, argument) in arguments.enumerated() {
    if argument == "--lang", i + 1 < arguments.count,
      let language = Language(rawValue: arguments[i + 1])
    {
      return language
    }
    if argument.hasPrefix("--lang="),
      let language = Language(rawValue: String(argument.dropFirst(7)))
    {
      return language
    }
    if argument == "--" { break }
  }
  return Language(
    locale: variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG"))
}()

/// An environment variable; nil when it is empty.
public func variable(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

/// A text in the language of this run.
public func say(_ ja: String, _ en: String) -> String { speech == .ja ? ja : en }
