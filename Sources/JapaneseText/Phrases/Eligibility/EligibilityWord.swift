import Model

/// What a word means in a phrase about eligibility.
enum EligibilityWord: Sendable {
  case label
  /// Begins another field: 定員, 参加費.
  case field
  case head
  case about
  case age, ageDecade
  case from, upTo, below
  case condition(EligibilityKind)
  /// 市内, 地区: names a place or ends the name of one.
  case area
  /// 在住, 在勤, 在学; the text before it is a place.
  case residence(EligibilityKind)
  case care([CareLevel])
  case certified
  case notCertified
  case month
  case school
  case year
  case open
  case or, and
  /// を, の: a condition before it may be the object of the next.
  case object
  case particle
  case exclude
  case only
  case prefer
  case vague
  case note
  case era
  /// 含む, behind a condition.
  case including
  /// ため、: what stands before it gives a reason.
  case reason
}
