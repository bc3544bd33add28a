import Diagnostics
import Glibc
import ReferenceData
import Terminal

/// The program with all verbs in it, which lies beside this one.
enum WholeProgram {
  static let name = "sasae-whole"

  /// Never comes back: this process is that program then, with the same arguments.
  static func become() -> Never {
    let path = DataFolder.executableFolder + "/" + name
    // Without a folder it would be looked for wherever the user stands.
    if path.hasPrefix("/") {
      execv(path, CommandLine.unsafeArgv)
    } else {
      errno = ENOENT
    }
    let detail = String(cString: strerror(errno))
    Console.report(
      SasaeError(
        "program.part-missing", ["name": "\(name)", "path": "\(path)", "detail": "\(detail)"]))
    exit(ExitStatus.failed.rawValue)
  }
}
