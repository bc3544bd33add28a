/// The command line.
public enum Arguments {
  /// What follows the program's name. `CommandLine.arguments` makes its list by generic code, which
  /// has the runtime look up types first.
  public static let given: [String] = {
    var given: [String] = []
    for i in 1..<max(1, Int(CommandLine.argc)) {
      if let argument = CommandLine.unsafeArgv[i] { given.append(String(cString: argument)) }
    }
    return given
  }()

  /// Global options that stand before the verb, moved behind it.
  public static func verbFirst(_ arguments: [String]) -> [String] {
    var moved: [String] = []
    var i = 0
    while i < arguments.count {
      let argument = arguments[i]
      if RunOptions.names.contains(argument), i + 1 < arguments.count {
        moved += arguments[i...i + 1]
        i += 2
      } else if RunOptions.names.contains(where: { argument.hasPrefix($0 + "=") }) {
        moved.append(argument)
        i += 1
      } else {
        break
      }
    }
    guard i < arguments.count else { return [] }
    // `help` takes no options, and the language is known already.
    if arguments[i] == "help" {
      return ["help"] + arguments[(i + 1)...].prefix { !$0.hasPrefix("-") }
    }
    guard !moved.isEmpty else { return arguments }
    // Before the rest, so that a `--` of the verb's own stays where it is.
    return [arguments[i]] + moved + arguments[(i + 1)...]
  }
}
