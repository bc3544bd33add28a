import Diagnostics
import Glibc
import Synchronization

/// Copies of every line in both directions, for finding out why two programs misunderstand each other.
///
/// They hold whatever the lines hold, personal data included: only their owner may read them, and
/// nothing makes them unless asked.
public final class TraceFiles: Sendable {
  public enum Direction: String, Sendable, CaseIterable {
    case `in`, out
  }

  private let files: [Direction: Int32]
  /// One at a time, so that no line is cut by another.
  private let turn = Mutex(())

  /// `in.jsonl` and `out.jsonl` in this folder, begun anew.
  public init(folder: String) throws(SasaeError) {
    var opened: [Direction: Int32] = [:]
    for direction in Direction.allCases {
      let path = "\(folder)/\(direction.rawValue).jsonl"
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0, fchmod(file, 0o600) == 0 else {
        throw SasaeError(
          "output.unwritable", ["detail": "\(String(cString: strerror(errno)))"],
          at: Position(file: path))
      }
      opened[direction] = file
    }
    files = opened
  }

  deinit { for file in files.values { close(file) } }

  func note(_ line: [UInt8], _ direction: Direction) {
    guard let file = files[direction] else { return }
    turn.withLock { _ in _ = FrameWriter.write(line.last == 0x0A ? line : line + [0x0A], to: file) }
  }
}
