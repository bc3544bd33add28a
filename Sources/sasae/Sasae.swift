import Glibc
import Terminal

/// The program people start. It answers a plain search itself and becomes the whole program for
/// anything else: what that one is made of takes longer to start than a search takes (docs/search.md,
/// "One-shot time").
@main
enum Sasae {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    guard let shortcut = SearchShortcut(Arguments.verbFirst(Arguments.given)),
      let answer = PlainAnswer(to: shortcut)
    else { WholeProgram.become() }
    Console.out(answer.text)
    // All is written; there is nothing that destructors would do better than the system.
    _exit(answer.end().rawValue)
  }
}
