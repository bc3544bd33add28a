extension String {
  /// The part of this text that a span of a reading (places of unicode scalars) stands for.
  public func phrase(_ span: Range<Int>) -> String {
    let scalars = unicodeScalars
    guard span.lowerBound >= 0,
      let start = scalars.index(
        scalars.startIndex, offsetBy: span.lowerBound, limitedBy: scalars.endIndex),
      let end = scalars.index(start, offsetBy: span.count, limitedBy: scalars.endIndex)
    else { return "" }
    return String(scalars[start..<end])
  }
}
