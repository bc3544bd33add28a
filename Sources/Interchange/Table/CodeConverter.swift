import CIconv

/// One open conversion to UTF-8 of the C library; closed at the end of its life.
struct CodeConverter: ~Copyable {
  enum Stop {
    case done
    case outputFull
    case badSequence
    case incomplete
  }

  private let handle: OpaquePointer

  /// Nil if the system does not know the encoding.
  init?(from name: String) {
    guard let handle = ci_open(name) else { return nil }
    self.handle = handle
  }

  deinit { ci_close(handle) }

  /// Converts what fits in `output` and tells how many bytes were read and written.
  func convert(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> (stop: Stop, read: Int, written: Int) {
    guard let target = output.baseAddress else { return (.outputFull, 0, 0) }
    var read = 0
    var written = 0
    let code = ci_convert(
      handle, input.baseAddress, input.count, &read, target, output.count, &written)
    let stop: Stop =
      switch Int(code) {
      case CI_DONE: .done
      case CI_OUTPUT_FULL: .outputFull
      case CI_INCOMPLETE: .incomplete
      // An unexpected failure must not loop for ever: the byte is given up like a bad one.
      default: .badSequence
      }
    return (stop, read, written)
  }
}
